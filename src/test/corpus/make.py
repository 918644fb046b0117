"""Writes the files that Python makes. Usage: python make.py <manifest to write> [<manifest to add> ...]"""
import csv
import sys

import grids
import make_libraries
import make_raw
import make_texts

make_raw.make()
make_texts.make()
make_libraries.make()
rows = list(grids.cases)
for path in sys.argv[2:]:
    with open(path, encoding="utf-8", newline="") as file:
        rows += [dict(zip(grids.COLUMNS, row)) for row in csv.reader(file)]
grids.write_manifest(sys.argv[1], rows)

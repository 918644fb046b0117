#!/bin/sh
# Makes the whole corpus anew. Usage, in the root of the project: CLASSPATH=… NODE_PATH=… sh src/test/corpus/make.sh
# CLASSPATH: the compiled product and its libraries; NODE_PATH: where exceljs and xlsx are installed.
set -e
folder=src/test/resources/corpus
parts=$(mktemp -d)
find "$folder" -type f ! -name base-report.csv -delete
java src/test/corpus/MakeCorpus.java "$parts/java.csv" > "$parts/java.log"
node src/test/corpus/make.js "$parts/js.csv"
python3 -B src/test/corpus/make.py "$folder/manifest.csv" "$parts/java.csv" "$parts/js.csv"
rm -r "$parts"

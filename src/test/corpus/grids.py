"""The base report as a grid of cells, and the cases made of it."""
import csv
import decimal
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
FILES = HERE.parent / "resources" / "corpus"
NOTE = "示例数据，非真实经营数据"
COLUMNS = ["name", "producer", "verdict", "reason", "differs", "tolerances", "what"]

cases = []


class Grid:
    """Rows of cells: None, a text, a Decimal, or whatever a writer takes."""

    def __init__(self, rows):
        self.rows = rows

    def row(self, code):
        return next(i for i, row in enumerate(self.rows) if len(row) > 1 and row[1] == code)

    def place(self, key):
        """Row and column of 'operating_revenue.m' or 'remark'."""
        field, _, span = key.partition(".")
        row = self.row(field)
        if not span:
            return row, 3
        top = row
        while SPANS[span] not in self.rows[top]:
            top -= 1
        return row, self.rows[top].index(SPANS[span])

    def get(self, key):
        row, column = self.place(key)
        return self.rows[row][column]

    def set(self, key, value):
        row, column = self.place(key)
        self.rows[row][column] = value
        return self

    def label(self, code, text, keep_code=False):
        row = self.row(code)
        self.rows[row][0] = text
        if not keep_code:
            self.rows[row][1] = None
        return self

    def ref(self, key):
        row, column = self.place(key)
        return letters(column) + str(row + 1)

    def headings(self, old, new):
        for row in self.rows:
            for i, cell in enumerate(row):
                if cell == old:
                    row[i] = new
        return self

    def insert_rows(self, at, rows):
        self.rows[at:at] = rows
        return self

    def insert_columns(self, at, count=1):
        for row in self.rows:
            row[at:at] = [None] * count
        return self

    def drop_column(self, at):
        for row in self.rows:
            del row[at]
        return self

    def numbers(self):
        """Places of all numbers."""
        return [(r, c) for r, row in enumerate(self.rows) for c, cell in enumerate(row)
                if isinstance(cell, decimal.Decimal)]


def letters(column):
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def base():
    rows = []
    with open(HERE / "base-grid.csv", encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            figures = len(row) > 2 and row[2] and row[2] != "计量单位"
            rows.append([None if cell == "" else decimal.Decimal(cell) if figures and i > 2 else cell
                         for i, cell in enumerate(row)])
    return Grid(rows)


def small():
    """The base report cut down to what an attack needs around it."""
    rows = base().rows
    return Grid(rows[:6] + rows[16:19] + rows[-1:])


SPANS = {"m": "本月", "ytd": "本年累计", "m_ly": "上年同月", "ytd_ly": "上年同期累计", "eop": "期末", "eop_ly": "上年同期末"}
SECOND = "91420100MA00003505"


def keys(form):
    """All entries and figures of the base report, in the order of the form."""
    found, headings = [], []
    for row in form.rows:
        if row[0] == "指标名称":
            headings = row[3:]
        elif row[1]:
            found += [row[1]] if not row[2] else [row[1] + "." + span for span, label in SPANS.items()
                                                  if label in headings and row[3 + headings.index(label)] is not None]
    return found


def heading(form, key):
    field, _, span = key.partition(".")
    return form.rows[form.row(field)][0] + ("·" + SPANS[span] if span else "")


def consolidated(labels=True, codes=True):
    """One row per firm, laid out as ConsolidatedWriter does; two firms."""
    form = base()
    all_keys = keys(form)
    rows = [[NOTE]]
    if labels:
        rows.append([heading(form, key) for key in all_keys])
    if codes:
        rows.append(list(all_keys))
    first = [form.get(key) for key in all_keys]
    second = list(first)
    second[0], second[1] = SECOND, "示例企业(武汉)002"
    second[all_keys.index("operating_revenue.m")] = decimal.Decimal("777.77")
    return Grid(rows + [first, second])


def two_firms(**more):
    return {"reports": "2", "2:credit_code": SECOND, "2:enterprise_name": "示例企业(武汉)002",
            "2:operating_revenue.m": "777.77", **more}


def case(name, producer, content, what, verdict="READ", reason="", differs=None, tol=()):
    """Writes a file and remembers its line of the manifest."""
    assert name not in {one["name"] for one in cases}, name
    if content is not None:
        (FILES / name).write_bytes(content)
    cases.append(dict(name=name, producer=producer, verdict=verdict, reason=reason,
                      differs=";".join(f"{k}={v}" for k, v in (differs or {}).items()),
                      tolerances=";".join(sorted(tol.split() if isinstance(tol, str) else tol)), what=what))


def refused(name, producer, content, reason, what):
    case(name, producer, content, what, "UNREADABLE", reason)


def write_manifest(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: row["name"]))

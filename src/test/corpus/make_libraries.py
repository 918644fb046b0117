"""Workbooks by openpyxl, XlsxWriter and LibreOffice: layouts, labels, and what people do to cells."""
import datetime
import io
import pathlib
import subprocess
import tempfile
from decimal import Decimal as D

import openpyxl
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from grids import NOTE, SPANS, Grid, base, case, consolidated, keys, two_firms
from make_texts import CSV, text

PYXL = "openpyxl"
WRITER = "XlsxWriter"
OFFICE = "LibreOffice"
REVENUE = "operating_revenue.m"


def fill(sheet, grid):
    for r, row in enumerate(grid.rows, 1):
        for c, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(r, c, float(value) if isinstance(value, D) else value)
    return sheet


def pyxl(grid, edit=None, name="月报"):
    book = openpyxl.Workbook()
    sheet = fill(book.active, grid)
    sheet.title = name
    if edit:
        edit(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def layouts():
    def one(name, grid, what, tol="", edit=None, differs=None):
        case(name, PYXL, pyxl(grid, edit), what, tol=tol, differs=differs)

    one("openpyxl-plain.xlsx", base(), "as openpyxl writes it")
    one("rows-before.xlsx", base().insert_rows(0, [[None]] * 30), "thirty rows before the report")
    one("columns-before.xlsx", base().insert_columns(0, 5), "five columns before the report")
    one("far-down-and-right.xlsx", base().insert_rows(0, [[None]] * 200).insert_columns(0, 20), "the report begins at U201")
    one("rows-between.xlsx", spread(base()), "a blank row between any two")
    one("note-rows-between.xlsx", noted(base()), "rows of remarks between the figures")
    one("columns-between.xlsx", base().insert_columns(5).insert_columns(4).insert_columns(1), "blank columns between the columns")
    one("note-column-between.xlsx", annotated(base()), "a column of remarks between the figures")
    one("columns-reordered.xlsx", columns(base(), [2, 1, 0, 6, 5, 4, 3]), "unit, code, label, and the spans from right to left")
    one("code-before-label.xlsx", columns(base(), [1, 0, 2, 3, 4, 5, 6]), "the code stands before the label")
    one("unit-column-behind.xlsx", columns(base(), [0, 1, 3, 4, 5, 6, 2]), "the unit stands behind the figures")
    one("rows-reordered.xlsx", reordered(base()), "the rows of every section from bottom to top")
    one("sections-reordered.xlsx", sections_reversed(base()), "the sections from bottom to top")
    one("code-column-deleted.xlsx", base().drop_column(1), "labels and units only")
    one("label-column-only.xlsx", base().drop_column(2).drop_column(1), "labels, neither codes nor units")
    one("code-column-only.xlsx", base().drop_column(0), "codes, no labels")
    one("serial-number-column.xlsx", numbered(base()), "a column of serial numbers in front")
    one("no-section-titles.xlsx", Grid([r for r in base().rows if not (r[0] or "")[:2] in ("一、", "二、", "三、", "五、", "基本")]), "the titles of the sections were deleted")
    one("entries-in-pairs.xlsx", paired(base()), "identity in pairs on one row, without heading and codes")
    one("several-visible-sheets.xlsx", base(), "the report on the first of three visible sheets", edit=lambda s: (fill(s.parent.create_sheet("说明"), Grid([["填报说明"], [NOTE]])), s.parent.create_sheet("Sheet3")))
    one("report-on-two-sheets.xlsx", half(base(), True), "identity and output on one sheet, the rest on another", edit=lambda s: fill(s.parent.create_sheet("续表"), half(base(), False)))
    one("hidden-first-sheet-openpyxl.xlsx", base(), "a hidden sheet with other figures before the report", "HIDDEN_SHEET", edit=lambda s: hide(s, "hidden"))
    one("very-hidden-sheet-openpyxl.xlsx", base(), "a very hidden sheet with other figures before the report", "HIDDEN_SHEET", edit=lambda s: hide(s, "veryHidden"))

    grid = base().headings("本月", "本年").headings("上年同月", "上年同期")
    two_level = []
    for row in grid.rows:
        if row[3] == "本年":
            two_level += [row[:3] + ["本年", None, "上年同期", None], [None] * 3 + ["本月", "1—本月", "本月", "1—本月"]]
        else:
            two_level.append(row)
    tops = [i + 1 for i, row in enumerate(two_level) if row[3] == "本年"]
    one("two-level-heading.xlsx", Grid(two_level), "本年 and 上年同期 above 本月 and 1—本月, merged, as in the tables of the statistics bureau", "ALIAS",
        edit=lambda s: [s.merge_cells(start_row=t + d[0], start_column=d[1], end_row=t + d[2], end_column=d[3]) for t in tops
                        for d in ((0, 4, 0, 5), (0, 6, 0, 7), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 1, 3))])
    one("two-row-heading-merged-down.xlsx", two_rows(base()), "the heading is merged over two rows", edit=lambda s: [
        s.merge_cells(start_row=r, start_column=c, end_row=r + 1, end_column=c) for r in (4, 14) for c in range(1, 8)])
    wide = base().insert_columns(6).insert_columns(5).insert_columns(4)
    wide = Grid([[*row[:3], *[v for pair in zip(base_row[3:6], [None] * 3) for v in pair], base_row[6]] for row, base_row in zip(wide.rows, base().rows)])
    one("merged-value-cells.xlsx", wide, "every value is merged over two columns", edit=lambda s: [
        s.merge_cells(start_row=r, start_column=c, end_row=r, end_column=c + 1) for r in range(5, 34) for c in (4, 6, 8)])
    one("merged-labels.xlsx", Grid([[row[0], None, *row[2:]] for row in base().rows]), "labels are merged over the column of codes", edit=lambda s: [
        s.merge_cells(start_row=r, start_column=1, end_row=r, end_column=2) for r in range(1, 34)])

    def comment(s):
        s["D14"].comment = Comment("9999.99 万元", "统计员")
        s["D14"].fill = PatternFill("solid", fgColor="FFFF00")
        s["D14"].font = Font(bold=True, strike=True)
    one("comments-and-colours.xlsx", base(), "a comment with another figure, colours, a strike-through", edit=comment)

    def busy(s):
        s.freeze_panes = "D5"
        s.auto_filter.ref = "A4:G33"
        s.row_dimensions.group(19, 23, hidden=True)
        s.column_dimensions.group("B", "C", hidden=True)
        check = DataValidation(type="list", formula1='"正常,停产"')
        s.add_data_validation(check)
        check.add("D9")
        s.protection.enable()
    one("outline-groups-folded.xlsx", base(), "folded groups of rows and columns, frozen panes, a filter, protection", edit=busy)


def spread(grid):
    return Grid([row for one in grid.rows for row in (one, [None])])


def noted(grid):
    at = [grid.row(code) for code in ("electricity_consumption", "operating_cost", "taxes_paid", "total_assets")]
    for row in reversed(at):
        grid.insert_rows(row, [["注：本行为备注，不是指标", None, None, "见附表", None, None, None]])
    return grid


def annotated(grid):
    grid.insert_columns(4)
    for row in grid.rows:
        if row[3] in ("本月", "期末"):
            row[4] = "备注"
        elif isinstance(row[3], D):
            row[4] = "较上月增加5.2%"
    return grid


def columns(grid, order):
    return Grid([[row[i] for i in order] if any(row[1:]) else row for row in grid.rows])


def sections(grid):
    starts = [i - 1 for i, row in enumerate(grid.rows) if row[0] == "指标名称"]
    return grid.rows[:starts[0]], [grid.rows[a:b] for a, b in zip(starts, starts[1:] + [len(grid.rows)])]


def reordered(grid):
    top, parts = sections(grid)
    return Grid(top + [row for part in parts for row in part[:2] + part[:1:-1]])


def sections_reversed(grid):
    top, parts = sections(grid)
    return Grid(top + [row for part in reversed(parts) for row in part])


def numbered(grid):
    grid.insert_columns(0)
    for i, row in enumerate(grid.rows):
        if row[2] == "代码":
            row[0] = "序号"
        elif row[2]:
            row[0] = D(i)
    return grid


def paired(grid):
    top, parts = sections(grid)
    entries = [row for row in parts[0][2:]]
    rows = []
    for left, right in zip(entries[0::2], entries[1::2] + [None]):
        rows.append([left[0], left[3]] + ([right[0], right[3]] if right else []))
    return Grid(top + parts[0][:1] + rows + [row for part in parts[1:] for row in part])


def half(grid, first):
    top, parts = sections(grid)
    return Grid(top + parts[0] + parts[1]) if first else Grid([[NOTE]] + [row for part in parts[2:] for row in part])


def two_rows(grid):
    grid.insert_rows(13, [[None]])
    grid.insert_rows(4, [[None]])
    return grid


def hide(sheet, state):
    decoy = sheet.parent.create_sheet("旧月报", 0)
    fill(decoy, base().set(REVENUE, D("9999.99")))
    decoy.sheet_state = state
    sheet.parent.active = 1


def labels():
    def one(name, grid, what, tol="", differs=None):
        case(name, CSV, text(grid).encode(), what, tol=tol, differs=differs)

    def relabelled(keep_code=False, **labels):
        grid = base()
        for code, text in labels.items():
            grid.label(code, text, keep_code)
        return grid

    one("alias-of-a-figure.csv", relabelled(gross_industrial_output="工业总产值"), "a figure known by an alias, its code deleted", "ALIAS")
    one("alias-of-an-entry.csv", relabelled(credit_code="社会信用代码", enterprise_name="单位详细名称"), "entries known by aliases, their codes deleted", "ALIAS")
    one("alias-with-code.csv", relabelled(True, gross_industrial_output="工业总产值"), "an alias beside its code needs no tolerance")
    one("label-renamed-with-code.csv", relabelled(True, operating_revenue="本公司全部收入"), "a label nobody knows beside its code")
    one("label-english.csv", relabelled(operating_revenue="Operating revenue"), "the English label without code")
    one("label-unknown-without-code.csv", relabelled(operating_revenue="本公司全部收入"), "a label nobody knows without code is not guessed",
        differs={"operating_revenue." + span: "" for span in ("m", "ytd", "m_ly", "ytd_ly")})
    one("label-with-line-break.csv", relabelled(operating_revenue="营业\n收入", total_profit="利润\r\n总额"), "line breaks within labels")
    one("label-with-spaces.csv", relabelled(operating_revenue="  营 业　收 入 ", total_profit="\u00a0利润总额："), "spaces of three kinds and a colon in labels")
    one("label-full-width-brackets.csv", relabelled(gross_industrial_output="工业总产值（当年价格）", employees_end="期末从业人员（用工）人数"), "full-width brackets in labels")
    one("label-of-which-prefix.csv", relabelled(rd_expenses="其中：研发费用"), "其中： in front of a label that has none")
    one("label-numbered.csv", relabelled(operating_revenue="1. 营业收入", operating_cost="2、营业成本", total_profit="（三）利润总额"), "numbers in front of labels")
    one("label-with-unit.csv", relabelled(operating_revenue="营业收入（万元）"), "the unit of the form behind a label, without code")
    one("label-minus-prefix.csv", relabelled(operating_cost="减：营业成本"), "减： in front of a label, as in an income statement")
    one("code-copied-to-another-row.csv", copied(base()), "a code stands on two rows with different labels: the label decides on the second")
    one("heading-aliases.csv", base().headings("本月", "当月").headings("本年累计", "累计").headings("上年同月", "去年同月").headings("期末", "期末数"), "spans headed by their aliases", "ALIAS")
    one("heading-with-line-breaks.csv", base().headings("本年累计", "本年\n累计").headings("上年同期累计", "上年同期\n累计"), "line breaks within headings")
    one("heading-english.csv", base().headings("本月", "This month").headings("本年累计", "Year to date"), "English headings")
    one("heading-missing-span.csv", base().headings("上年同月", "备注"), "a column of figures without a heading that is known is not guessed",
        differs={f"{field}.m_ly": "" for field in ("gross_industrial_output", "electricity_consumption", "capacity_utilization_rate", "operating_revenue", "total_profit")})

    grid = base()
    row = grid.row("operating_revenue")
    grid.insert_rows(row + 3, [list(grid.rows[row])])
    one("field-twice-same-values.csv", grid, "a field stands on two rows with the same values", "REPEATED_FIELD")
    grid = base()
    row = grid.row("operating_revenue")
    other = list(grid.rows[row])
    other[4] = D("11600.5")
    grid.insert_rows(row + 3, [other])
    one("field-twice-one-value-differs.csv", grid, "a field stands on two rows; of four values one differs and has no amount",
        "REPEATED_FIELD", {"operating_revenue.ytd": "!…11543.21…11600.5…"})
    grid = base()
    row = grid.row("rd_expenses")
    other = list(grid.rows[row])
    other[4], other[6] = D("600.01"), D("500.02")
    grid.insert_rows(row + 1, [other])
    one("field-twice-different-values.csv", grid, "a field stands on two rows with different values: neither is taken",
        "", {"rd_expenses.ytd": "!…577.16…600.01…", "rd_expenses.ytd_ly": "!…512.9…500.02…"})


def copied(grid):
    row = grid.row("operating_cost")
    grid.rows[row][1] = "operating_revenue"
    return grid


def units():
    def converted(factor, unit, of="万元", only=None):
        grid = base()
        for row in grid.rows:
            if len(row) > 2 and row[2] == of and (only is None or row[1] == only):
                row[2] = unit
                row[3:] = [v * factor if isinstance(v, D) else v for v in row[3:]]
        return grid
    case("unit-column-thousand-yuan.xlsx", PYXL, pyxl(converted(10, "千元")), "the unit column says 千元 for all money", tol="DECLARED_UNIT")
    case("unit-column-yuan.xlsx", PYXL, pyxl(converted(10000, "元")), "the unit column says 元 for all money", tol="DECLARED_UNIT")
    case("unit-column-yuan-in-one-row.xlsx", PYXL, pyxl(converted(10000, "元", only="taxes_paid")), "the unit column says 元 in one row", tol="DECLARED_UNIT")
    case("unit-column-kilowatt-hours.xlsx", PYXL, pyxl(converted(10000, "千瓦时", "万千瓦时")), "the unit column says 千瓦时", tol="DECLARED_UNIT")
    case("unit-column-unknown.xlsx", PYXL, pyxl(converted(1, "吨", only="taxes_paid")), "a unit that cannot be converted: what was typed has no amount",
         differs={"taxes_paid.ytd": "!402.6…", "taxes_paid.ytd_ly": "!377.35…"})
    line = converted(10, "千元").drop_column(2)
    line.rows[1].append("单位：千元")
    case("unit-line-thousand-yuan.xlsx", PYXL, pyxl(line), "a line above the table says 单位：千元; there is no unit column", tol="DECLARED_UNIT")
    line = converted(10000, "元").drop_column(2)
    line.insert_rows(3, [["计量单位：元"]])
    case("unit-line-yuan.xlsx", PYXL, pyxl(line), "a line above the table says 计量单位：元; there is no unit column", tol="DECLARED_UNIT")
    line = base().drop_column(2)
    line.insert_rows(3, [["金额单位：万元"]])
    case("unit-line-of-the-form.xlsx", PYXL, pyxl(line), "a line says 金额单位：万元, which is the unit of the form")


def values():
    def one(name, key, value, what, tol="", expected=None, edit=None, producer=WRITER):
        grid = base().set(key, value)
        content = written(grid, edit) if producer == WRITER else pyxl(grid, edit)
        case(name, producer, content, what, tol=tol, differs={key: expected} if expected is not None else {})

    one("text-number.xlsx", REVENUE, "1198.76", "a number typed as text", "TEXT_NUMBER")
    one("text-number-trailing-space.xlsx", REVENUE, "1198.76\u00a0 ", "a text number with a no-break space behind", "TEXT_NUMBER")
    one("text-number-full-width.xlsx", REVENUE, "１１９８．７６", "full-width digits", "FULL_WIDTH")
    one("text-number-people.xlsx", "employees_end.eop", "１８６人", "full-width digits and 人", "FULL_WIDTH UNIT_SUFFIX")
    one("text-percent.xlsx", "capacity_utilization_rate.m", "82.5%", "a percentage typed as text", "PERCENT")
    one("text-none-mark.xlsx", REVENUE, "—", "a dash for none", "NONE_MARK", "")
    one("text-entry-spaces.xlsx", "enterprise_name", "\u00a0示例企业(武汉)001　 ", "spaces of three kinds around a text")
    one("period-text.xlsx", "period", "2026年10月", "the period in Chinese", "DATE_TEXT")
    case("xlsxwriter-plain.xlsx", WRITER, written(base()), "as XlsxWriter writes it")
    case("xlsxwriter-constant-memory.xlsx", WRITER, written(base(), options={"constant_memory": True}), "written row by row, with texts in the cells")
    case("formula-never-computed-zero.xlsx", WRITER, written(base().set(REVENUE, "=1000+198.76")), "a writer that stores 0 for formulas it does not compute: 0 is what is cached",
         differs={REVENUE: "0"}, tol="FORMULA_VALUE")
    case("xlsxwriter-chart-and-image.xlsx", WRITER, written(base(), charted), "a chart beside the figures")
    one("sixteen-digits-openpyxl.xlsx", "capacity_utilization_rate.m", D("80.1"), "openpyxl writes 16 digits, so that 80.1 comes as 80.09999999999999", "BINARY_NOISE", "80.1", producer=PYXL)
    one("sixteen-digits.xlsx", "capacity_utilization_rate.m", D("80.1"), "XlsxWriter writes 16 digits, so that 80.1 comes as 80.09999999999999", "BINARY_NOISE", "80.1")
    one("formula-without-value-openpyxl.xlsx", REVENUE, "=1000+198.76", "a writer that stores no value for formulas", "", "!公式未重算", producer=PYXL)
    one("period-datetime-openpyxl.xlsx", "period", datetime.datetime(2026, 10, 31, 8, 30), "the period as day and time", "DATE_NUMBER", producer=PYXL)
    one("reported-on-date-openpyxl.xlsx", "reported_on", datetime.date(2026, 11, 5), "a day as a date cell, which is what its field wants", producer=PYXL)

    def percent(sheet):
        sheet["D16"].number_format = "0.0%"
    one("percent-format-openpyxl.xlsx", "capacity_utilization_rate.m", D("0.825"), "a number cell with a percent format", "PERCENT", edit=percent, producer=PYXL)

    def brackets(sheet):
        sheet["F22"].number_format = '#,##0.00_);[Red](#,##0.00)'
        sheet["D19"].number_format = '"¥"#,##0.00'
        sheet["E19"].number_format = '0!.0,"万元"'
    case("number-formats.xlsx", PYXL, pyxl(base(), brackets), "what formats show (brackets, currency, ten-thousands) is not what is stored")
    book = openpyxl.Workbook()
    sheet = fill(book.active, base().set("period", datetime.date(2026, 10, 1)))
    sheet.title = "月报"
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    out = io.BytesIO()
    book.save(out)
    case("dates-since-1904-openpyxl.xlsx", PYXL, out.getvalue(), "dates count from 1904", tol="DATE_NUMBER")


def written(grid, edit=None, options=None):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **(options or {})})
    sheet = book.add_worksheet("月报")
    for r, row in enumerate(grid.rows):
        for c, value in enumerate(row):
            if isinstance(value, D):
                sheet.write_number(r, c, float(value))
            elif value is not None and value.startswith("="):
                sheet.write_formula(r, c, value)
            elif value is not None:
                sheet.write_string(r, c, value)
    if edit:
        edit(book, sheet)
    book.close()
    return out.getvalue()


def charted(book, sheet):
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=月报!$D$14:$G$14"})
    sheet.insert_chart("I2", chart)


def tables():
    def one(name, grid, what, tol="", differs=None, edit=None):
        by_hand = name.endswith(".csv")
        content = text(grid).encode() if by_hand else pyxl(grid, edit)
        case(name, CSV if by_hand else PYXL, content, what, tol=tol, differs=two_firms(**(differs or {})))

    one("consolidated-labels-and-codes.xlsx", consolidated(), "one row per firm below labels and codes")
    one("consolidated-labels-only.xlsx", consolidated(codes=False), "one row per firm below labels")
    one("consolidated-codes-only.csv", consolidated(labels=False), "one row per firm below codes")
    one("consolidated-serial-numbers.csv", serial(consolidated()), "a column of serial numbers in front")
    total = consolidated(codes=False)
    total.rows.append(["合计"] + [None] * 10 + [D("99")] * 28)
    one("consolidated-total-row.xlsx", total, "a row of totals at the end", "TOTAL_ROW")
    total = consolidated(codes=False)
    total.rows.append([None, "全市总计"] + [None] * 9 + [D("99")] * 28)
    one("consolidated-total-in-name-column.csv", total, "a total named in the column of names", "TOTAL_ROW")
    total = consolidated(codes=False)
    total.rows.insert(3, ["小计"] + [None] * 10 + [D("99")] * 28)
    one("consolidated-subtotal-between.csv", total, "a subtotal between the firms", "TOTAL_ROW")
    note = consolidated(codes=False)
    note.rows += [[None], ["注：" + NOTE + "，由示例园区汇总。"], ["填表人：示例 审核人：示例"]]
    one("consolidated-note-rows.csv", note, "notes and signatures below the firms", "TOTAL_ROW")
    blank = consolidated(codes=False)
    blank.rows.insert(3, [None])
    blank.rows.insert(2, [None])
    one("consolidated-blank-rows.csv", blank, "blank rows below the heading and between the firms")
    again = consolidated(codes=False)
    again.rows.insert(3, list(again.rows[1]))
    one("consolidated-heading-again.csv", again, "the heading repeated in the middle, as pages are printed")
    down = consolidated(codes=False).insert_rows(0, [["示例园区"], [None], ["2026年10月"]] + [[None]] * 12).insert_columns(0, 2)
    one("consolidated-heading-down.csv", down, "titles and blank rows above, blank columns before")
    form = base()
    all_keys = keys(form)
    top = [form.rows[form.row(key.split(".")[0])][0] for key in all_keys]
    under = [SPANS[key.split(".")[1]] if "." in key else None for key in all_keys]
    merges = [(i, i + sum(k.startswith(key.split(".")[0] + ".") for k in all_keys) - 1) for i, key in enumerate(all_keys)
              if "." in key and top[i] != top[i - 1]]
    first_of = {a for a, b in merges}
    upper = [text if "." not in key or i in first_of else None for i, (key, text) in enumerate(zip(all_keys, top))]
    plain = consolidated(codes=False)
    rows = [plain.rows[0], upper, under] + plain.rows[2:]
    one("consolidated-two-heading-rows.xlsx", Grid(rows), "labels merged over the spans in a second row of headings", edit=lambda s: [
        s.merge_cells(start_row=2, start_column=a + 1, end_row=2, end_column=b + 1) for a, b in merges if b > a])
    alias = consolidated(codes=False)
    alias.rows[1][0] = "社会信用代码"
    alias.rows[1] = [text.replace("工业总产值(当年价格)·本月", "工业总产值当月") for text in alias.rows[1]]
    one("consolidated-aliases.csv", alias, "columns headed by aliases", "ALIAS")
    shuffled = consolidated(codes=False)
    shuffled.rows[1:] = [list(reversed(row)) for row in shuffled.rows[1:]]
    one("consolidated-columns-reordered.csv", shuffled, "the columns from right to left")
    odd = consolidated(codes=False)
    odd.rows[2][all_keys.index("operating_revenue.m")] = "1,198.76"
    odd.rows[3][all_keys.index("total_profit.m")] = "（101.25）"
    one("consolidated-typed-numbers.xlsx", odd, "numbers typed as people do in two of the rows", "THOUSANDS ACCOUNTING_NEGATIVE", {"2:total_profit.m": "-101.25"})
    unit = consolidated(codes=False)
    money = [i for i, key in enumerate(all_keys) if "." in key and form.rows[form.row(key.split(".")[0])][2] == "万元"]
    for row in unit.rows[2:]:
        for i in money:
            row[i] = row[i] * 10
    unit.rows.insert(1, ["单位：千元"])
    one("consolidated-unit-line.xlsx", unit, "a line above the heading says 单位：千元", "DECLARED_UNIT")
    one("consolidated-hidden-sheet.xlsx", consolidated(), "a hidden sheet with a single report before the table", "HIDDEN_SHEET", edit=lambda s: hide(s, "hidden"))
    single = consolidated()
    del single.rows[4]
    case("consolidated-one-firm.xlsx", PYXL, pyxl(single), "a consolidated workbook of one firm")
    none = consolidated()
    del none.rows[3:]
    case("consolidated-no-firm.xlsx", PYXL, pyxl(none), "the headings of a consolidated workbook and no firm", "NO_REPORT")


def serial(grid):
    grid.insert_columns(0)
    grid.rows[1][0] = "序号"
    grid.rows[3][0], grid.rows[4][0] = D(1), D(2)
    return grid


def office():
    """Converts with LibreOffice, all files of a filter in one go."""
    plain = pyxl(base())
    formulas = pyxl(base().set(REVENUE, "=1000+198.76"))
    dates = pyxl(base().set("period", datetime.date(2026, 10, 31)).set("reported_on", datetime.date(2026, 11, 5)))
    hidden = pyxl(base(), lambda s: hide(s, "hidden"))
    errors = pyxl(base().set(REVENUE, "=1/0"))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)

        def convert(content, suffix, target):
            source = folder / ("source" + suffix)
            source.write_bytes(content)
            out = folder / "out"
            subprocess.run(["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
                            target, "--outdir", str(out), str(source)], check=True, timeout=120, capture_output=True)
            made = out / ("source." + target.split(":")[0])
            return made.read_bytes()

        utf8 = 'csv:Text - txt - csv (StarCalc):44,34,76,1'
        xls = "xls:MS Excel 97"
        plain_xls, plain_xlsx = convert(plain, ".xlsx", xls), convert(plain, ".xlsx", "xlsx:Calc MS Excel 2007 XML")
        case("libreoffice-plain.xlsx", OFFICE, plain_xlsx, "as LibreOffice writes it")
        case("libreoffice-plain.xls", OFFICE, plain_xls, "BIFF8 as LibreOffice writes it")
        case("libreoffice-plain.csv", OFFICE, convert(plain, ".xlsx", utf8), "csv in UTF-8 as LibreOffice writes it")
        case("libreoffice-formulas.xlsx", OFFICE, convert(formulas, ".xlsx", "xlsx:Calc MS Excel 2007 XML"), "a formula that LibreOffice has computed", tol="FORMULA_VALUE")
        case("libreoffice-formulas.xls", OFFICE, convert(formulas, ".xlsx", xls), "a formula that LibreOffice has computed, in BIFF8", tol="FORMULA_VALUE")
        case("libreoffice-hidden-sheet.xls", OFFICE, convert(hidden, ".xlsx", xls), "a hidden sheet before the report in BIFF8", tol="HIDDEN_SHEET")
        case("libreoffice-error-value.xls", OFFICE, convert(errors, ".xlsx", xls), "an error value in BIFF8", differs={REVENUE: "!#DIV/0!"})
        case("libreoffice-consolidated.xls", OFFICE, convert(pyxl(consolidated()), ".xlsx", xls), "one row per firm in BIFF8", differs=two_firms())
        case("xlsx-named-xls.xls", OFFICE, plain_xlsx, "a new workbook named .xls", tol="EXTENSION")
        case("xlsx-named-et.et", OFFICE, plain_xlsx, "a new workbook named .et, as WPS does", tol="EXTENSION")
        case("xlsx-named-csv.csv", OFFICE, plain_xlsx, "a new workbook named .csv", tol="EXTENSION")
        case("xls-named-xlsx.xlsx", OFFICE, plain_xls, "an old workbook named .xlsx", tol="EXTENSION")
        case("xls-named-et.et", OFFICE, plain_xls, "an old workbook named .et, as WPS does", tol="EXTENSION")


def make():
    layouts()
    labels()
    units()
    values()
    tables()
    office()

"""Comma-separated files, and files that are something else under another name."""
import csv
import io
from decimal import Decimal as D

from grids import NOTE, Grid, base, case, consolidated, refused, two_firms

CSV = "Python csv"
BYTES = "raw bytes"
REVENUE = "operating_revenue.m"


def text(grid, delimiter=",", newline="\r\n", quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=newline, quoting=quoting)
    for row in grid.rows:
        writer.writerow(["" if cell is None else str(cell) for cell in row])
    return out.getvalue()


def encodings():
    plain = text(base())
    case("csv-utf-8.csv", CSV, plain.encode(), "UTF-8 without mark; numbers in a csv are numbers, not text numbers")
    case("csv-utf-8-mark.csv", CSV, plain.encode("utf-8-sig"), "UTF-8 with byte order mark")
    case("csv-gbk.csv", CSV, plain.encode("gbk"), "GBK, as Chinese Excel saves csv", tol="ENCODING")
    four = text(base().set("filler", "示例\U00020BB7某"))
    case("csv-gb18030-four-bytes.csv", CSV, four.encode("gb18030"), "GB18030 with a character of four bytes",
         differs={"filler": "示例\U00020BB7某"}, tol="ENCODING")
    case("csv-utf-8-four-bytes.csv", CSV, four.encode(), "UTF-8 with a character of four bytes", differs={"filler": "示例\U00020BB7某"})
    case("csv-utf-16le.csv", CSV, b"\xff\xfe" + plain.encode("utf-16-le"), "UTF-16 with byte order mark", tol="ENCODING")
    case("csv-utf-16be.csv", CSV, b"\xfe\xff" + plain.encode("utf-16-be"), "big-endian UTF-16 with byte order mark", tol="ENCODING")
    case("csv-unicode-text.csv", CSV, b"\xff\xfe" + text(base(), "\t").encode("utf-16-le"), "what Excel calls Unicode text: tabs in UTF-16", tol="ENCODING DELIMITER")
    case("csv-tabs.csv", CSV, text(base(), "\t").encode(), "tabs instead of commas", tol="DELIMITER")
    case("csv-tabs-named-tsv.tsv", CSV, text(base(), "\t").encode(), "tabs, and a name that says so", tol="DELIMITER")
    case("csv-semicolons.csv", CSV, text(base(), ";").encode(), "semicolons instead of commas", tol="DELIMITER")
    case("csv-semicolons-gbk.csv", CSV, text(base(), ";").encode("gbk"), "semicolons, in GBK", tol="DELIMITER ENCODING")
    case("csv-lf.csv", CSV, text(base(), newline="\n").encode(), "lines end with LF")
    case("csv-cr.csv", CSV, text(base(), newline="\r").encode(), "lines end with CR")
    case("csv-no-last-newline.csv", CSV, plain.rstrip().encode(), "the last line has no end")
    case("csv-all-quoted.csv", CSV, text(base(), quoting=csv.QUOTE_ALL).encode(), "everything in quotes, numbers too")
    case("csv-ragged.csv", CSV, "\r\n".join(line.rstrip(",") for line in plain.split("\r\n")).encode(), "lines end where their last value does")
    case("csv-blank-lines.csv", CSV, plain.replace("\r\n", "\r\n\r\n").encode(), "a blank line after every line")
    case("csv-spaces-around.csv", CSV, plain.replace(",", " , ").encode(), "spaces around the commas")
    case("csv-quoted-newline.csv", CSV, text(base().set("remark", "订单增加\n出口回落")).encode(), "a line break within quotes", differs={"remark": "订单增加\n出口回落"})
    case("csv-quoted-quote.csv", CSV, text(base().set("remark", '所谓"旺季", 订单增加')).encode(), "quotes and a comma within quotes", differs={"remark": '所谓"旺季", 订单增加'})
    case("csv-trailing-control-z.csv", CSV, plain.encode() + b"\x1a", "the end-of-file mark of DOS")
    case("csv-upper-case-extension.CSV", CSV, plain.encode(), "an extension in capitals")
    case("csv-named-xls.xls", CSV, plain.encode("gbk"), "csv in GBK named .xls, as accounting systems export", tol="ENCODING EXTENSION")
    case("tabs-named-xls.xls", CSV, text(base(), "\t").encode("gbk"), "text with tabs in GBK named .xls", tol="DELIMITER ENCODING EXTENSION")
    case("csv-named-xlsx.xlsx", CSV, plain.encode(), "csv named .xlsx", tol="EXTENSION")
    case("csv-formula-text.csv", CSV, text(base().set("remark", "=cmd|' /C calc'!A0")).encode(), "a text that a spreadsheet would run stays text", differs={"remark": "=cmd|' /C calc'!A0"})
    case("csv-formula-for-a-figure.csv", CSV, text(base().set(REVENUE, "=1000+198.76")).encode(), "a formula in a csv was never computed by anyone", differs={REVENUE: "!=1000+198.76"})
    case("csv-code-behind-a-tab.csv", CSV, text(base().set("credit_code", "\t91420100MA00003490")).encode(), "a tab in front of the code, typed to keep it text")
    case("csv-code-digits-lost.csv", CSV, text(base().set("credit_code", "9.14201E+17")).encode(), "a code of 18 digits, saved as it was shown", differs={"credit_code": "!digits-lost"})
    case("csv-exponent-is-rounded.csv", CSV, text(base().set("operating_revenue.ytd", "1.15E+04")).encode(), "a number saved as it was shown in a narrow column has lost digits", differs={"operating_revenue.ytd": "!1.15E+04"})
    case("csv-hashes.csv", CSV, text(base().set("operating_revenue.ytd", "########")).encode(), "a number saved as the hashes that a narrow column shows", differs={"operating_revenue.ytd": "!########"})
    case("csv-report-far-down.csv", CSV, text(base().insert_rows(0, [["", "", "", "", "", "", ""]] * 300)).encode(), "300 blank lines before the report")
    case("csv-notes-only.csv", CSV, (NOTE + ",1\r\n说明,2\r\n").encode(), "a csv without report", "NO_REPORT")
    case("csv-consolidated.csv", CSV, text(consolidated()).encode(), "one line per firm", differs=two_firms())
    case("csv-consolidated-gbk.csv", CSV, text(consolidated(codes=False)).encode("gbk"), "one line per firm, in GBK, without codes", differs=two_firms(), tol="ENCODING")
    refused("csv-unclosed-quote.csv", CSV, plain.replace("示例企业", '"示例企业', 1).encode(), "DAMAGED", "a quote that is never closed")
    refused("csv-mixed-encodings.csv", CSV, plain.encode() + "示例".encode("gbk") + b"\xff\xff\x80", "DAMAGED|NOT_A_WORKBOOK", "bytes that are neither UTF-8 nor GB18030")
    refused("csv-mark-only.csv", CSV, b"\xef\xbb\xbf", "EMPTY", "a byte order mark and nothing else")
    refused("csv-white-space-only.csv", CSV, b"\r\n \r\n", "EMPTY|NOT_A_WORKBOOK", "white space and nothing else")


def numbers():
    def one(name, key, typed, expected, tol, what):
        grid = base().set(key, typed)
        case(name, CSV, text(grid).encode(), what, differs={key: expected} if expected is not None else {}, tol=tol)

    one("number-thousands-comma.csv", REVENUE, "1,198.76", None, "THOUSANDS", "1,198.76")
    one("number-thousands-space.csv", REVENUE, "1 198.76", None, "THOUSANDS", "1 198.76")
    one("number-thousands-no-break-space.csv", REVENUE, "1\u00a0198.76", None, "THOUSANDS", "a no-break space between the thousands")
    one("number-thousands-wide-comma.csv", REVENUE, "1，198.76", None, "THOUSANDS", "a Chinese comma between the thousands")
    one("number-full-width.csv", REVENUE, "１１９８．７６", None, "FULL_WIDTH", "full-width digits")
    one("number-full-width-negative.csv", "total_profit.m_ly", "－３５．２", None, "FULL_WIDTH", "a full-width minus")
    one("number-currency-yen-sign.csv", REVENUE, "¥1198.76", None, "CURRENCY", "¥ in front")
    one("number-currency-wide-yen-sign.csv", REVENUE, "￥1198.76", None, "CURRENCY", "￥ in front")
    one("number-currency-rmb.csv", REVENUE, "RMB1198.76", None, "CURRENCY", "RMB in front")
    one("number-currency-words.csv", REVENUE, "人民币1198.76", None, "CURRENCY", "人民币 in front")
    one("number-currency-and-thousands.csv", REVENUE, "￥1,198.76", None, "CURRENCY THOUSANDS", "￥1,198.76")
    one("number-in-yi.csv", "total_assets.eop", "2.56809亿", None, "UNIT_SUFFIX", "2.56809亿 is 25,680.9 in 万元")
    one("number-in-wan.csv", REVENUE, "1198.76万", None, "UNIT_SUFFIX", "万 is the unit of the field")
    one("number-in-wan-yuan.csv", REVENUE, "1198.76万元", None, "UNIT_SUFFIX", "万元 is the unit of the field")
    one("number-in-yuan.csv", REVENUE, "11987600元", None, "UNIT_SUFFIX", "元 is a ten-thousandth of the unit of the field")
    one("number-in-yuan-rounded.csv", REVENUE, "11987654.32元", "1198.77", "UNIT_SUFFIX", "元 and 分 have more decimals in 万元 than the form takes: rounded to them, half up")
    one("number-in-thousand-yuan.csv", REVENUE, "11987.6千元", None, "UNIT_SUFFIX", "千元 is a tenth of the unit of the field")
    one("number-of-people.csv", "employees_end.eop", "186人", None, "UNIT_SUFFIX", "人 behind a count")
    one("number-of-people-in-wan.csv", "employees_end.eop", "1.2万", "12000", "UNIT_SUFFIX", "1.2万 people are 12,000")
    one("number-percent-sign.csv", "capacity_utilization_rate.m", "82.5%", None, "PERCENT", "a percent sign")
    one("number-percent-sign-full-width.csv", "capacity_utilization_rate.m", "８２．５％", None, "PERCENT FULL_WIDTH", "a percent sign and digits in full width")
    one("number-negative-brackets.csv", "total_profit.m_ly", "(35.20)", "-35.20", "ACCOUNTING_NEGATIVE", "(35.20) is negative")
    one("number-negative-wide-brackets.csv", "total_profit.m_ly", "（35.20）", "-35.20", "ACCOUNTING_NEGATIVE", "（35.20） is negative")
    one("number-negative-minus-behind.csv", "total_profit.m_ly", "35.20-", "-35.20", "ACCOUNTING_NEGATIVE", "35.20- is negative")
    one("number-negative-triangle.csv", "total_profit.m_ly", "△35.20", "-35.20", "ACCOUNTING_NEGATIVE", "△35.20 is negative")
    one("number-negative-black-triangle.csv", "total_profit.m_ly", "▲35.20", "-35.20", "ACCOUNTING_NEGATIVE", "▲35.20 is negative")
    one("number-negative-brackets-thousands.csv", "total_profit.ytd", "(1,876.40)", "-1876.40", "ACCOUNTING_NEGATIVE THOUSANDS", "(1,876.40) is negative")
    one("number-leading-plus.csv", REVENUE, "+1198.76", None, "", "a plus in front")
    one("number-leading-zeros.csv", REVENUE, "0001198.76", None, "", "zeros in front")
    one("number-trailing-spaces.csv", REVENUE, "1198.76 \u00a0　", None, "", "spaces of three kinds behind")

    spans = ("m", "ytd", "m_ly", "ytd_ly")
    marks = dict(zip([f"{f}.{s}" for f in ("gross_industrial_output", "operating_revenue", "total_profit") for s in spans],
                     ["—", "－", "-", "/", "\\", "无", "N/A", "***", "——", "n/a", "－－", "--"]))
    grid = base()
    for key in list(marks)[:8]:
        grid.set(key, marks[key])
    case("number-none-marks.csv", CSV, text(grid).encode(), "dashes, slashes, 无, N/A and *** say that there is none: null, not zero",
         differs={key: "" for key in list(marks)[:8]}, tol="NONE_MARK")
    odd = {"gross_industrial_output.m": "约1200", "gross_industrial_output.ytd": "1.2.3", "gross_industrial_output.m_ly": "1,19.876",
           "gross_industrial_output.ytd_ly": "1.198,76", "operating_revenue.m": "10²", "operating_revenue.ytd": "100-120",
           "operating_revenue.m_ly": "3/4", "operating_revenue.ytd_ly": "1198.76元/件", "total_profit.m": "--5",
           "total_profit.ytd": "(-5)", "total_profit.m_ly": "持平", "total_profit.ytd_ly": "5 %%"}
    grid = base()
    for key, typed in odd.items():
        grid.set(key, typed)
    case("texts-that-are-no-numbers.csv", CSV, text(grid).encode(), "what is no number is shown and counts for nothing",
         differs={key: "!" + typed for key, typed in odd.items()})
    grid = base().set("electricity_consumption.m", "45.67万千瓦时")
    case("number-in-its-own-unit.csv", CSV, text(grid).encode(), "the unit of the field behind the number", tol="UNIT_SUFFIX")
    grid = base().set("electricity_consumption.m", "45.67万元")
    case("number-in-a-foreign-unit.csv", CSV, text(grid).encode(), "money where electricity is due is no amount", differs={"electricity_consumption.m": "!45.67万元"})
    grid = base().set("capacity_utilization_rate.m", "0.825")
    case("number-fraction-for-percent.csv", CSV, text(grid).encode(), "0.825 typed in a % field stays 0.825: that is for the doctor to find", differs={"capacity_utilization_rate.m": "0.825"})


def dates():
    def one(name, key, typed, what, expected=None, tol="DATE_TEXT"):
        case(name, CSV, text(base().set(key, typed)).encode(), what, differs={key: expected} if expected else {}, tol=tol)
    for name, typed in (("chinese", "2026年10月"), ("slash", "2026/10"), ("dot", "2026.10"), ("digits", "202610"),
                        ("chinese-day", "2026年10月31日"), ("iso-day", "2026-10-31")):
        one(f"period-text-{name}.csv", "period", typed, f"the period as {typed}")
    one("period-text-no-month.csv", "period", "2026-13", "a thirteenth month is kept as typed", "2026-13", "")
    one("period-text-words.csv", "period", "二〇二六年十月", "a period in words is kept as typed", "二〇二六年十月", "")
    for name, typed in (("chinese", "2026年11月5日"), ("slash", "2026/11/5"), ("dot", "2026.11.05")):
        one(f"reported-on-text-{name}.csv", "reported_on", typed, f"the day as {typed}")


def foreign():
    refused("empty.xlsx", BYTES, b"", "EMPTY", "nothing at all")
    refused("empty.csv", BYTES, b"", "EMPTY", "nothing at all, named .csv")
    refused("one-byte.xlsx", BYTES, b"P", "NOT_A_WORKBOOK|DAMAGED", "a single byte")
    refused("only-zeros.xlsx", BYTES, bytes(4096), "NOT_A_WORKBOOK", "a file that a broken disk filled with zeros")
    refused("pdf-named-xlsx.xlsx", BYTES, b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n", "NOT_A_WORKBOOK", "a PDF renamed")
    refused("image-named-xlsx.xlsx", BYTES, bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"), "NOT_A_WORKBOOK", "a picture renamed")
    refused("html-named-xls.xls", BYTES, f"<html><meta charset='utf-8'><table><tr><td>{NOTE}</td></tr></table></html>".encode(), "NOT_A_WORKBOOK", "a web page named .xls, as web systems export")
    refused("mhtml-named-xls.xls", BYTES, b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n", "NOT_A_WORKBOOK", "a web archive named .xls")
    refused("prose-named-xlsx.xlsx", BYTES, f"{NOTE}。本月订单增加。".encode(), "NOT_A_WORKBOOK", "a sentence renamed")
    refused("rar-named-xlsx.xlsx", BYTES, b"Rar!\x1a\x07\x00" + bytes(40), "NOT_A_WORKBOOK", "a rar archive renamed")
    refused("gzip-named-xlsx.xlsx", BYTES, bytes.fromhex("1f8b0800000000000003") + bytes(20), "NOT_A_WORKBOOK", "a gzip file renamed")
    refused("zip-header-only.xlsx", BYTES, b"PK\3\4", "DAMAGED", "the first four bytes of a workbook")
    refused("compound-header-only.xls", BYTES, bytes.fromhex("d0cf11e0a1b11ae1"), "DAMAGED", "the first eight bytes of an old workbook")
    refused("compound-header-of-ones.xls", BYTES, bytes.fromhex("d0cf11e0a1b11ae1") + b"\xff" * 504, "DAMAGED", "a compound file whose header is garbled")
    refused("biff-5-bare-stream.xls", BYTES, bytes.fromhex("09080800000505002d0fcc07") + bytes.fromhex("0a000000"), "NOT_A_WORKBOOK", "a workbook of Excel 5 without its container")
    refused("biff-2-bare-stream.xls", BYTES, bytes.fromhex("0900040002001000") + bytes.fromhex("0a000000"), "NOT_A_WORKBOOK", "a sheet of Excel 2")
    refused("binary-named-csv.csv", BYTES, bytes(range(256)) * 4, "NOT_A_WORKBOOK|DAMAGED", "bytes of all values named .csv")


def make():
    encodings()
    numbers()
    dates()
    foreign()

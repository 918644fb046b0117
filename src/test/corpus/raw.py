"""Workbooks out of bare XML and zip records, for what no library writes."""
import decimal
import struct
import zlib
from xml.sax.saxutils import escape

from grids import letters

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml."
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# 0 general, 1 date, 2 percent, 3 negatives in brackets, 4 quoted text, 5 grey, 6 year and month in Chinese
STYLES = f"""{DECLARATION}<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="176" formatCode="#,##0.00_);\\(#,##0.00\\)"/><numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDDDDD"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="176" applyNumberFormat="1"/><xf numFmtId="49" quotePrefix="1"/><xf fillId="2" applyFill="1"/><xf numFmtId="177" applyNumberFormat="1"/></cellXfs></styleSheet>"""


def cell_xml(value, row, column, shared=None, refs=True):
    """shared: the list of shared strings to add to; None writes texts into the cell."""
    ref = letters(column) + str(row + 1)
    at = f' r="{ref}"' if refs else ""
    if value is None:
        return "" if refs else "<c/>"
    if callable(value):
        return value(ref)
    if isinstance(value, decimal.Decimal):
        return f"<c{at}><v>{value}</v></c>"
    if shared is None:
        return f'<c{at} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    if value not in shared:
        shared.append(value)
    return f'<c{at} t="s"><v>{shared.index(value)}</v></c>'


def rows_xml(rows, shared=None, refs=True):
    xml = []
    for r, row in enumerate(rows):
        cells = "".join(cell_xml(value, r, c, shared, refs) for c, value in enumerate(row))
        at = f' r="{r + 1}"' if refs else ""
        xml.append(f"<row{at}>{cells}</row>" if cells else "" if refs else "<row/>")
    return "\n".join(xml)


def worksheet(data, before="", after=""):
    return (f'{DECLARATION}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}'
            f"<sheetData>{data}</sheetData>{after}</worksheet>")


def relations(*triples):
    """Triples of id, kind (or whole type) and target; a target that starts with ! is external."""
    xml = ""
    for name, kind, target in triples:
        outside = target.startswith("!")
        kind = kind if ":" in kind else OFFICE + "/" + kind
        xml += (f'<Relationship Id="{name}" Type="{kind}" Target="{escape(target.lstrip("!"))}"'
                + (' TargetMode="External"' if outside else "") + "/>")
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}">{xml}</Relationships>'


def workbook_xml(sheets, properties="", after=""):
    """Sheets are name, state and relation."""
    xml = "".join(f'<sheet name="{escape(name)}" sheetId="{i + 1}"' + (f' state="{state}"' if state else "")
                  + f' r:id="{relation}"/>' for i, (name, state, relation) in enumerate(sheets))
    return (f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}'
            f"<sheets>{xml}</sheets>{after}</workbook>")


def types(sheets=1, more=""):
    over = "".join(f'<Override PartName="/xl/worksheets/sheet{i + 1}.xml" ContentType="{CONTENT}worksheet+xml"/>'
                   for i in range(sheets))
    return (f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="bin" ContentType="application/octet-stream"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{CONTENT}sheet.main+xml"/>{over}'
            f'<Override PartName="/xl/styles.xml" ContentType="{CONTENT}styles+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{CONTENT}sharedStrings+xml"/>{more}</Types>')


def strings_xml(shared):
    return (f'{DECLARATION}<sst xmlns="{MAIN}">'
            + "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in shared) + "</sst>")


def parts(grid, shared=True, before="", after="", properties="", more_sheets=(), state="", name="月报", first=False):
    """The parts of a workbook by name; more_sheets are name, state and grid."""
    texts = [] if shared else None
    sheets = [(name, state, grid, before, after)]
    others = [(n, s, g, "", "") for n, s, g in more_sheets]
    sheets = others + sheets if not first else sheets + others
    made = {"[Content_Types].xml": types(len(sheets)), "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": workbook_xml([(n, s, f"rId{i + 1}") for i, (n, s, *_) in enumerate(sheets)], properties)}
    links = [(f"rId{i + 1}", "worksheet", f"worksheets/sheet{i + 1}.xml") for i in range(len(sheets))]
    for i, (_, _, content, head, tail) in enumerate(sheets):
        made[f"xl/worksheets/sheet{i + 1}.xml"] = worksheet(rows_xml(content.rows, texts), head, tail)
    links.append(("rId90", "styles", "styles.xml"))
    made["xl/styles.xml"] = STYLES
    if shared:
        links.append(("rId91", "sharedStrings", "sharedStrings.xml"))
        made["xl/sharedStrings.xml"] = strings_xml(texts)
    made["xl/_rels/workbook.xml.rels"] = relations(*links)
    return made


class Entry:
    """A zip entry whose records may lie."""

    def __init__(self, name, data, stored=False, packed=None, crc=None, size=None, packed_size=None, flags=0,
                 descriptor=False, zip64=False, at=None, hidden=False, local_size=None):
        self.name, self.data, self.flags = name.encode("utf-8"), data, flags | 0x800
        self.method = 0 if stored else 8
        self.packed = packed if packed is not None else data if stored else deflated(data)
        self.crc = zlib.crc32(data) if crc is None else crc
        self.size = len(data) if size is None else size
        self.local_size = self.size if local_size is None else local_size
        self.packed_size = len(self.packed) if packed_size is None else packed_size
        self.descriptor, self.zip64, self.at, self.hidden = descriptor, zip64, at, hidden

    def local(self):
        flags = self.flags | (8 if self.descriptor else 0)
        crc, packed, size = (0, 0, 0) if self.descriptor else (self.crc, self.packed_size, self.local_size)
        extra = b""
        if self.zip64:
            extra = struct.pack("<HHQQ", 1, 16, size, packed)
            packed = size = 0xFFFFFFFF
        return struct.pack("<IHHHHHIIIHH", 0x04034B50, 45 if self.zip64 else 20, flags, self.method, 0, 33, crc, packed,
                           size, len(self.name), len(extra)) + self.name + extra

    def central(self, offset):
        flags = self.flags | (8 if self.descriptor else 0)
        packed, size, extra = self.packed_size, self.size, b""
        if self.zip64:
            extra = struct.pack("<HHQQQ", 1, 24, size, packed, offset)
            packed = size = offset = 0xFFFFFFFF
        return struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 45 if self.zip64 else 20, 45 if self.zip64 else 20, flags,
                           self.method, 0, 33, self.crc, packed, size, len(self.name), len(extra), 0, 0, 0, 0,
                           offset) + self.name + extra


def deflated(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def zipped(entries, lead=b"", comment=b"", zip64_end=False, count=None):
    """Entries are Entry or (name, text or bytes)."""
    out, directory = bytearray(lead), bytearray()
    made = [one if isinstance(one, Entry) else Entry(one[0], one[1].encode("utf-8") if isinstance(one[1], str) else one[1])
            for one in entries]
    for entry in made:
        offset = len(out) if entry.at is None else entry.at
        if entry.at is None:
            out += entry.local() + entry.packed
            if entry.descriptor:
                out += struct.pack("<IIII", 0x08074B50, entry.crc, entry.packed_size, entry.size)
        if not entry.hidden:
            directory += entry.central(offset)
    shown = sum(not entry.hidden for entry in made) if count is None else count
    start = len(out)
    out += directory
    if zip64_end:
        at = len(out)
        out += struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, shown, shown, len(directory), start)
        out += struct.pack("<IIQI", 0x07064B50, 0, at, 1)
        shown, start, length = 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF
    else:
        length = len(directory)
    out += struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, shown, shown, length, start, len(comment)) + comment
    return bytes(out)


def workbook(grid, edit=None, **options):
    """A whole workbook; edit may change its parts."""
    made = parts(grid, **options)
    if edit:
        made = edit(made) or made
    return zipped(list(made.items()))

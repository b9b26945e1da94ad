# Workbooks with every kind of cell, and what openpyxl reads in them. Run in this folder:
#   python3 workbooks.py
# Python 3.11, openpyxl 3.1.5, odfpy 1.4.1, zstd 1.5.4. openpyxl stores no values of formulas and no shared texts: those are put
# into the XML here, and read back by openpyxl with everything else.
import datetime, io, json, re, struct, subprocess, zipfile, zlib
import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

out = "../../SurveyFilesTests/Fixtures/"
D, T, M, E = datetime.date, datetime.time, datetime.datetime, datetime.timedelta

# A column: its name, the format of its cells, and its values in seven rows.
columns = [
    ("id", "General", [1, 2, 3, 4, 5, 6, 7]),
    ("day", "DD.MM.YYYY", [D(2024, 5, 1), D(1999, 12, 31), D(2000, 2, 29), D(1900, 3, 1), D(9999, 12, 31), None, D(2024, 2, 29)]),
    ("moment", "yyyy-mm-dd hh:mm:ss", [M(2024, 5, 1, 10, 11, 12), M(1999, 12, 31, 23, 59, 59), M(2024, 5, 1), None,
     M(2024, 5, 1, 0, 0, 1), M(2024, 5, 1, 12, 0, 0, 500000), M(1970, 1, 1, 6)]),
    ("hour", "h:mm:ss", [T(10, 11, 12), T(0, 0, 1), T(23, 59, 59), T(12), None, T(6, 30), T(9, 5)]),
    ("spent", "[h]:mm:ss", [E(hours=36), E(minutes=90), E(seconds=59), E(days=10, seconds=3), None, E(hours=1), E(0)]),
    ("dated_time", "h:mm", [45413.5, 45413.25, 45413.75, 0.5, None, 0.25, 45414.0]),
    ("share", "0.0%", [0.25, 0.125, 1, 0, None, 0.333, 0.9]),
    ("price", "#,##0.00\\ [$€-407]", [1234.5, 0.99, 1e6, 3, None, 12.345, 7]),
    ("dollars", '_-"$"* #,##0.00_-;-"$"* #,##0.00_-;_-"$"* "-"??_-', [1.5, -2.5, 0, 3, None, 4, 5]),
    ("days_kept", '0 "d"', [1, 2, 3, 4, None, 6, 7]),
    ("metres", "0.0\\m", [1.5, 2.5, 3.5, 4, None, 6, 7]),
    ("ordered", '"day "0;[Red]"month" -0', [1, -2, 3, 4, None, 6, 7]),
    ("scientific", "0.00E+00", [1.5e-7, 1e10, 12345.678, 4, None, 6, 7]),
    ("literal_y", '"yes "0', [1, 2, 3, 4, None, 6, 7]),
    ("us_day", "[$-409]d\\-mmm\\-yy;@", [D(2024, 5, 1), D(2023, 1, 31), None, D(2022, 7, 4), D(2021, 6, 5), D(2020, 2, 29), D(2019, 1, 1)]),
    ("month", "mmm yyyy", [D(2024, 5, 1), D(2023, 1, 1), None, D(2022, 7, 1), D(2021, 6, 1), D(2020, 2, 1), D(2019, 1, 1)]),
    ("flag", "General", [True, False, None, True, False, True, False]),
    ("mixed", "General", [1, "2", "three", 4.5, None, "6,5", True]),
    ("text", "@", ["a", "1", "b, c", 'd "e"', None, "line\nbreak", "  wide  "]),
    ("code", "General", ["007", "1e3", "0x1F", "12", None, "-", "1.0"]),
    ("double", "General", ["formula"] * 7),
    ("word", "General", ["formula"] * 7),
    ("fails", "General", ["#N/A", 2, "#DIV/0!", 4, 5, "#DIV/0!", 7]),
    ("rich", "General", ["rich"] * 7),
    ("shared", "General", ["bold and plain", "plain", "bold and plain", "twice", "twice", None, "plain"]),
    ("region", "General", ["North", None, None, "South", "South", None, "East"]),
]

def write(name, epoch):
    book = openpyxl.Workbook()
    book.epoch = epoch
    hidden = book.active
    hidden.title = "Hidden"
    hidden.sheet_state = "hidden"
    for row in ([["a", "b"]] + [[1, 2]] * 3): hidden.append(row)
    very = book.create_sheet("Very hidden")
    very.sheet_state = "veryHidden"
    for row in ([["c", "d"]] + [[1, 2]] * 3): very.append(row)
    sheet = book.create_sheet("Cells & more")
    sheet["B2"] = "Answers"
    sheet.merge_cells("B2:H2")
    # The names stand in row 5 from column C on; between respondents 3 and 4 a row is blank.
    for c, (title, form, values) in enumerate(columns):
        sheet.cell(5, c + 3, title)
        for r, value in enumerate(values):
            if value is None: continue
            cell = sheet.cell(6 + r + (r > 2), c + 3)
            if value == "formula":
                cell.value = "=C%d*2" % cell.row if title == "double" else '=IF(C%d>3,"many","few")' % cell.row
            elif value == "rich":
                cell.value = CellRichText("plain ", TextBlock(InlineFont(b=True), "bold %d" % r), " end")
            else: cell.value = value
            cell.number_format = form
            if title in ("code", "text") or title == "mixed" and isinstance(value, str): cell.data_type = "s"
    at = next(c for c, column in enumerate(columns) if column[0] == "region") + 3
    sheet.merge_cells(start_row=6, end_row=8, start_column=at, end_column=at)
    data = io.BytesIO()
    book.save(data)
    source = zipfile.ZipFile(data)
    target = zipfile.ZipFile(out + name, "w", zipfile.ZIP_DEFLATED)
    for item in source.infolist():
        text = source.read(item)
        if item.filename == "xl/worksheets/sheet3.xml":
            words = text.decode()
            def stored(found):
                row = int(found[2])
                n = row - 5 if row < 9 else row - 6
                value = '%d' % (2 * n) if "*2" in found[4] else "many" if n > 3 else "few"
                kind = "" if "*2" in found[4] else ' t="str"'
                # The last one of each has none, as programs that do not calculate write them.
                if n == 7: return '<c r="%s%s"%s><f>%s</f><v></v></c>' % (found[1], found[2], found[3], found[4])
                return '<c r="%s%s"%s%s><f>%s</f><v>%s</v></c>' % (found[1], found[2], found[3], kind, found[4], value)
            words, count = re.subn(r'<c r="([A-Z]+)(\d+)"([^>]*)><f>([^<]*)</f><v ?/?>(?:</v>)?</c>', stored, words)
            assert count == 14, count
            shared = ["plain", "bold and plain", "twice"]
            words, count = re.subn(r'<c r="(AA\d+)"([^>]*) t="inlineStr"><is><t>([a-z ]*)</t></is></c>', lambda found:
                '<c r="%s"%s t="s"><v>%d</v></c>' % (found[1], found[2], shared.index(found[3])) if found[3] in shared else found[0], words)
            assert count == 7, count
            text = words.encode()
        if item.filename == "[Content_Types].xml":
            text = text.replace(b"</Types>", b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>')
        if item.filename == "xl/_rels/workbook.xml.rels":
            text = text.replace(b"</Relationships>", b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
        info = zipfile.ZipInfo(item.filename, (2024, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        target.writestr(info, text)
    target.writestr(zipfile.ZipInfo("xl/sharedStrings.xml", (2024, 1, 1, 0, 0, 0)),
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="6" uniqueCount="3"><si><t>plain</t></si>'
        '<si><r><rPr><b/></rPr><t>bold</t></r><r><t xml:space="preserve"> and plain</t></r>'
        '<rPh sb="0" eb="1"><t>sounds</t></rPh></si><si><t>twice</t></si></sst>')
    target.close()

def shown(cell):
    value, form = cell.value, cell.number_format
    if value is None or cell.data_type == "e": return None
    if isinstance(value, bool): return "TRUE" if value else "FALSE"
    def clock(seconds):
        whole = int(seconds)
        text = "%02d:%02d:%02d" % (whole // 3600, whole // 60 % 60, whole % 60)
        part = round((seconds - whole) * 1000)
        return text + (".%03d" % part if part else "")
    def ofDay(t): return clock(t.hour * 3600 + t.minute * 60 + t.second + t.microsecond / 1e6)
    if isinstance(value, E): return clock(value.total_seconds())
    if isinstance(value, T): return ofDay(value)
    if isinstance(value, M):
        isDay = "h" not in form and value.time() == T(0)
        return value.date().isoformat() + ("" if isDay else " " + ofDay(value.time()))
    if isinstance(value, float) and value == int(value): value = int(value)
    return str(value).strip()

def read(name):
    sheet = openpyxl.load_workbook(out + name, data_only=True)["Cells & more"]
    rows = [[shown(cell) for cell in row[2:]] for row in sheet.iter_rows(min_row=5)]
    return {"names": rows[0], "rows": rows[1:]}

result = {}
for name, epoch in (("cells.xlsx", CALENDAR_WINDOWS_1900), ("cells-1904.xlsx", CALENDAR_MAC_1904)):
    if "1904" in name:
        # What the system of 1904 cannot hold.
        for title, form, values in columns:
            if title == "day": values[3] = D(1904, 1, 2)
    write(name, epoch)
    result[name] = read(name)

# The same kinds of cells by odfpy; what it should give is what is written.
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P, S
ods = OpenDocumentSpreadsheet()
style = Style(name="ta1", family="table")
style.addElement(TableProperties(display="false"))
ods.automaticstyles.addElement(style)
def text(words):
    cell = TableCell(valuetype="string")
    cell.addElement(P(text=words))
    return cell
def row(*cells):
    line = TableRow()
    for cell in cells: line.addElement(cell)
    return line
hidden = Table(name="Hidden", stylename=style)
for line in (("a", "b"), ("1", "2")): hidden.addElement(row(*map(text, line)))
ods.spreadsheet.addElement(hidden)
table = Table(name="Cells")
def failing(words, kind="float"):
    cell = TableCell(valuetype=kind, value="0", formula="of:=1/0") if kind == "float" else TableCell(valuetype="string", stringvalue="", formula="of:=NA()")
    cell.addElement(P(text=words))
    return cell
names = ["day", "moment", "hour", "spent", "share", "price", "flag", "fails", "formula", "region", "words"]
table.addElement(row(*map(text, names)))
spanned = TableCell(valuetype="string", numberrowsspanned=2, numbercolumnsspanned=1)
spanned.addElement(P(text="North"))
lines = P(text="two")
lines.addElement(S(c=2))
lines.addText("blanks")
spaced = TableCell(valuetype="string")
spaced.addElement(lines)
spaced.addElement(P(text="and a line"))
table.addElement(row(
    TableCell(valuetype="date", datevalue="2024-05-01"), TableCell(valuetype="date", datevalue="2024-05-01T10:11:12"),
    TableCell(valuetype="time", timevalue="PT10H11M12S"), TableCell(valuetype="time", timevalue="PT36H00M01.5S"),
    TableCell(valuetype="percentage", value="0.25"), TableCell(valuetype="currency", currency="EUR", value="12.5"),
    TableCell(valuetype="boolean", booleanvalue="true"), failing("#DIV/0!"), TableCell(valuetype="float", value="2", formula="of:=1+1"),
    spanned, spaced))
table.addElement(row(
    TableCell(valuetype="date", datevalue="1899-12-31"), TableCell(valuetype="date", datevalue="2024-05-01T10:11:12.500000000"),
    TableCell(valuetype="time", timevalue="PT00H00M09S"), TableCell(valuetype="time", timevalue="-PT1H"),
    TableCell(valuetype="percentage", value="1"), TableCell(valuetype="float", value="3"),
    TableCell(valuetype="boolean", booleanvalue="false"), failing("#N/A", "string"), TableCell(formula="of:=1+2"),
    CoveredTableCell(), text("#1")))
ods.spreadsheet.addElement(table)
ods.save(out + "cells.ods")
result["cells.ods"] = {"names": names, "rows": [
    ["2024-05-01", "2024-05-01 10:11:12", "10:11:12", "36:00:01.500", "0.25", "12.5", "TRUE", None, "2", "North", "two  blanks\nand a line"],
    ["1899-12-31", "2024-05-01 10:11:12.500", "00:00:09", "-01:00:00", "1", "3", "FALSE", None, None, None, "#1"]]}
json.dump(result, open("workbooks.json", "w"), ensure_ascii=False, indent=1)

# Workbooks that unpack without end, packed once more, since a stream of equal bytes packs to a stream of equal bytes.
def bomb(name, head, piece, count, tail, part="xl/worksheets/sheet1.xml"):
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    data = io.BytesIO()
    book.save(data)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for item in zipfile.ZipFile(data).infolist():
            if item.filename != part:
                target.writestr(zipfile.ZipInfo(item.filename, (2024, 1, 1, 0, 0, 0)), zipfile.ZipFile(data).read(item))
        info = zipfile.ZipInfo(part, (2024, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        with target.open(info, "w", force_zip64=True) as stream:
            stream.write(head)
            block = piece * 100_000
            for _ in range(count): stream.write(block)
            stream.write(tail)
    made = subprocess.run(["zstd", "-q", "-19"], input=packed.getvalue(), capture_output=True, check=True).stdout
    open(out + name, "wb").write(made)
    print(name, len(packed.getvalue()), len(made))

sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
end = b"</sheetData></worksheet>"
bomb("bomb-cell.xlsx.zst", sheet + b'<row><c t="inlineStr"><is><t>', b"seven" * 6, 100, b"</t></is></c></row>" + end)
bomb("bomb-cells.xlsx.zst", sheet, b"<row><c><v>1</v></c><c><v>2</v></c></row>", 100, end)
bomb("bomb-blank.xlsx.zst", sheet, b" " * 300, 37, end)
bomb("bomb-strings.xlsx.zst", b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">', b"<si><t>a</t></si>", 100,
     b"</sst>", "xl/sharedStrings.xml")

# Compound files after [MS-CFB]: a header, a directory whose last entry tells what it is, and the table of sectors.
def compound(name, entries, sectors=12):
    free, last, own = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    first = sectors - 2 - (len(entries) + 4) // 4
    count = (len(entries) + 4) // 4
    header = bytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIIII", 0, 1, first, 0, 4096, last, 0, last, 0, sectors - 1) + struct.pack("<I", free) * 108
    table = [free] * 128
    for k in range(count): table[first + k] = first + k + 1 if k + 1 < count else last
    table[sectors - 1] = own
    def entry(title, kind):
        words = title.encode("utf-16-le") + b"\0\0"
        return words.ljust(64, b"\0") + struct.pack("<HBB", len(words), kind, 1) + struct.pack("<III", free, free, free) + bytes(36) + struct.pack("<IQ", last, 0)
    directory = entry("Root Entry", 5) + b"".join(entry(title, 2) for title in entries)
    directory = directory.ljust(512 * count, b"\0")
    data = header + bytes(512 * first) + directory + bytes(512 * (sectors - 1 - first - count)) + struct.pack("<128I", *table)
    open(out + name, "wb").write(data)
compound("encrypted.xlsx", ["DataSpaces", "Version", "DataSpaceMap", "EncryptionInfo", "EncryptedPackage"])
compound("old.xls", ["SummaryInformation", "Workbook"])
compound("old.doc", ["1Table", "WordDocument"])

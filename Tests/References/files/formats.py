# The same small survey in many formats, for the tests of the readers. Run in this folder:
#   python3 formats.py
# Python 3.11, openpyxl 3.1.5, pyreadstat 1.3.7, pandas 2, odfpy 1.4.1.
import csv, gzip, datetime, subprocess
import openpyxl, pandas, pyreadstat
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableRow, TableCell
from odf.text import P

out = "../../SurveyFilesTests/Fixtures/"
header = ["id", "quality", "ease", "courtesy", "recommend", "weight", "city", "day"]
cities = ["Zürich", "Århus", "København", "Málaga", "Besançon"]
rows = []
state = 7
def draw(n):
    global state
    state = (state * 1103515245 + 12345) % (1 << 31)
    return (state >> 16) % n
for i in range(60):
    q, e, c = 1 + draw(5), 1 + draw(5), 1 + draw(5)
    r = min(10, q + e // 2 + draw(4))
    rows.append([i + 1, q if draw(12) else None, e, c, r, 0.5 + draw(8) / 4, cities[draw(5)], datetime.date(2024, 1 + draw(12), 1 + draw(28))])

def text(value):
    return "" if value is None else value.isoformat() if isinstance(value, datetime.date) else str(value)

lines = [",".join(header)] + [",".join(text(v) for v in row) for row in rows]
plain = "\n".join(lines) + "\n"
open(out + "survey.csv", "w", encoding="utf-8").write(plain)
open(out + "survey-1252.csv", "w", encoding="cp1252").write(plain)
open(out + "survey-mac.csv", "w", encoding="mac_roman").write(plain)
open(out + "survey-utf16.csv", "w", encoding="utf-16").write(plain)
open(out + "survey.csv.gz", "wb").write(gzip.compress(plain.encode(), mtime=0))
subprocess.run(["zstd", "-q", "-f", out + "survey.csv", "-o", out + "survey.csv.zst"], check=True)

# A hundred million sevens, which no survey is.
bomb = subprocess.run(["zstd", "-q", "-19"], input=b"a,b\n" + b"7" * 100_000_000, capture_output=True, check=True)
open(out + "bomb.csv.zst", "wb").write(bomb.stdout)

book = openpyxl.Workbook()
book.active.title = "Read me"
book.active["A1"] = "Answers of sixty customers"
sheet = book.create_sheet("Answers")
sheet["A1"] = "Customer survey 2024"
for c, name in enumerate(header): sheet.cell(3, c + 1, name)
for r, row in enumerate(rows):
    for c, value in enumerate(row): sheet.cell(r + 4, c + 1, value)
    sheet.cell(r + 4, 8).number_format = "DD.MM.YYYY"
book.save(out + "survey.xlsx")

ods = OpenDocumentSpreadsheet()
table = Table(name="Answers")
def cell(value):
    if value is None: return TableCell()
    if isinstance(value, datetime.date): return TableCell(valuetype="date", datevalue=value.isoformat())
    if isinstance(value, (int, float)): return TableCell(valuetype="float", value=value)
    made = TableCell(valuetype="string")
    made.addElement(P(text=value))
    return made
for row in [header] + rows:
    line = TableRow()
    for value in row: line.addElement(cell(value))
    table.addElement(line)
ods.spreadsheet.addElement(table)
ods.save(out + "survey.ods")

frame = pandas.DataFrame(rows, columns=header)
frame["quality"] = frame["quality"].astype(float)
pyreadstat.write_sav(frame, out + "survey.sav")
pyreadstat.write_dta(frame, out + "survey.dta")

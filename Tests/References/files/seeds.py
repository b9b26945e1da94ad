# The first inputs of the fuzzing targets statistical and workbook, from the fixtures and small ones more. Run in this folder:
#   python3 seeds.py
# Python 3.11, pyreadstat 1.3.7, pandas 2.
import gzip, re, shutil, subprocess, zipfile

fixtures, corpus = "../../SurveyFilesTests/Fixtures/", "../../Fuzzing/corpus/"
for name in ["labels.sav", "labels.zsav", "labels.por", "labels.dta", "haven.sav", "haven.zsav", "haven.dta", "haven.xpt", "sets.sav", "zeros.sav"]:
    shutil.copy(fixtures + name, corpus + "statistical/seed-" + name)

def write(name, data): open(corpus + "workbook/seed-" + name, "wb").write(data)
def parts(file, *names):
    with zipfile.ZipFile(fixtures + file) as book: return [book.read(name) for name in names]
def rows(sheet, count):
    found = list(re.finditer(rb"<row.*?</row>", sheet, re.S))
    return sheet[:found[count].start()] + sheet[found[-1].end():] if len(found) > count else sheet
sheet, strings, styles = parts("cells.xlsx", "xl/worksheets/sheet3.xml", "xl/sharedStrings.xml", "xl/styles.xml")
write("cells", b"x" + b"\1".join([rows(sheet, 4)[:6000], b"", styles[:1500]]))
write("plain", b"x<worksheet><sheetData><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row></sheetData></worksheet>\1<sst><si><t>a</t></si><si><r><t>b</t></r><rPh><t>c</t></rPh></si></sst>")
write("styles", b"x<worksheet><sheetData><row><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row><row><c s='1'><v>45413.5</v></c><c s='2'><v>1.5</v></c></row><row><c s='0'><v>1</v></c><c s='3'><v>0.25</v></c></row></sheetData></worksheet>\1\1<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[h]:mm'/><numFmt numFmtId='165' formatCode='0 &quot;d&quot;'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='22'/><xf numFmtId='164'/><xf numFmtId='165'/></cellXfs></styleSheet>\1<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets><sheet name='One' r:id='r1'/><sheet name='Two' state='hidden' r:id='r2'/></sheets></workbook>")
write("errors", b"x<worksheet><sheetData><row r='2'><c r='B2' t='inlineStr'><is><t>a</t></is></c><c r='D2' t='str'><v>b</v></c></row><row r='5'><c r='B5' t='e'><v>#N/A</v></c><c r='D5' t='b'><v>1</v></c></row><row r='6'><c r='B6'><f>1+1</f><v/></c><c r='D6' t='d'><v>2024-05-01T10:11:12</v></c></row></sheetData><mergeCells><mergeCell ref='B5:B6'/></mergeCells></worksheet>")
write("likert", b"x<worksheet><sheetData>" + b"".join(b"<row><c t='str'><v>%s</v></c><c><v>%d</v></c></row>" % (v, i) for i, v in enumerate([b"q", b"Agree", b"Disagree", b"Strongly agree", b"Neutral", b"n/a"])) + b"</sheetData></worksheet>")
content, = parts("cells.ods", "content.xml")
write("ods", b"o" + content[:8000])
write("ods-small", b"o<o xmlns:t='t' xmlns:f='f'><t:table t:name='A'><t:table-row t:number-rows-repeated='2'><t:table-cell f:value-type='string'><p>a<s c='2'/>b</p></t:table-cell><t:table-cell t:number-columns-repeated='3' f:value-type='float' f:value='7'/></t:table-row></t:table></o>")
small = b"a,b\n1,2\n3,4\n5,\n"
write("gz", b"r" + gzip.compress(small, mtime=0))
write("gz-two", b"r" + gzip.compress(small, mtime=0) + gzip.compress(b"6,7\n", mtime=0) + bytes(16))
packed = subprocess.run(["zstd", "-q", "-19"], input=small, capture_output=True, check=True).stdout
write("zst", b"r" + packed)
write("zst-gz", b"r" + gzip.compress(packed, mtime=0))
write("compound", b"r" + open(fixtures + "old.xls", "rb").read())
write("zip-ods", b"r" + open(fixtures + "survey.ods", "rb").read())

# A Stata file of version 115 whose last name of a set of labels fills its room of 33 bytes: no zero ends it.
import pandas, pyreadstat
path = corpus + "statistical/label-name-without-end.dta"
pyreadstat.write_dta(pandas.DataFrame({"a": [1.0, 2.0], "b": [3.0, 4.0]}), path, version=12)
data = bytearray(open(path, "rb").read())
assert data[0] in (114, 115)
end = 109 + 2 + 33 * 2 + 2 * 3 + 49 * 2 + 33 * 2
data[end - 33:end] = b"L" * 33
open(path, "wb").write(data)

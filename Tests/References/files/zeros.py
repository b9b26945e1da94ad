# An SPSS file in UTF-8 whose long texts are filled up with zero bytes, as some programs write them. Run in this folder:
#   python3 zeros.py
# Python 3.11, pyreadstat 1.3.7, pandas 2. pyreadstat fills up with blanks: those become zeros here.
import pandas, pyreadstat

path = "../../SurveyFilesTests/Fixtures/zeros.sav"
frame = pandas.DataFrame({"id": [1.0, 2.0, 3.0, 4.0], "long": ["x" * 300, "", "y", "z" * 600]})
pyreadstat.write_sav(frame, path)
data = open(path, "rb").read()
start = data.index(b"\xe7\x03\x00\x00\x00\x00\x00\x00") + 8
# Blanks of the second and third respondent, all 'y' of the third too.
row = (len(data) - start) // 4
assert (len(data) - start) % 4 == 0
def zero(part): return part[:8] + part[8:].replace(b" ", b"\0").replace(b"y", b"\0")
rows = [data[start + k * row:start + (k + 1) * row] for k in range(4)]
open(path, "wb").write(data[:start] + rows[0] + zero(rows[1]) + zero(rows[2]) + rows[3])

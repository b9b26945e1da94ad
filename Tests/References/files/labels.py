# Files of SPSS and Stata with labels, levels and missing answers, and what pyreadstat reads in them, in those of haven and, where
# they lie beside the package, in those of ../../../../shared/data/spss_import. Run in this folder:
#   python3 labels.py
# Python 3.11, pyreadstat 1.3.7, pandas 2.
import datetime, json, math, os
import pandas, pyreadstat

out = "../../SurveyFilesTests/Fixtures/"
frame = pandas.DataFrame({
    "id": [1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
    "overall": [1.0, 5.0, 9.0, 3.0, None, 8.0],
    "spend": [10.5, 2000.0, -1.0, 2999.0, None, 3000.5],
    "region": ["n", "s", "x", "", "n", "zz"],
    "größe": [1.0, 2.0, 3.0, 2.0, 1.0, 3.0],
    "day": [datetime.date(2024, 5, 1), datetime.date(1999, 12, 31), None, datetime.date(1583, 1, 1), datetime.date(2000, 2, 29), datetime.date(2024, 12, 31)],
    "moment": [datetime.datetime(2024, 5, 1, 10, 11, 12), None, datetime.datetime(1999, 12, 31, 23, 59, 59), datetime.datetime(2000, 1, 1), datetime.datetime(2001, 2, 3, 4, 5, 6), datetime.datetime(2024, 1, 1, 12)],
    "hour": [datetime.time(10, 11, 12), datetime.time(0, 0, 1), None, datetime.time(23, 59, 59), datetime.time(12), datetime.time(6, 30)],
    "remark": ["short", "ø" * 200, "", "  blanks  ", "x" * 300, "日本語"],
})
labels = {"id": "Respondent", "overall": "Satisfaction, all in all", "region": "Région", "größe": "Größe des Haushalts", "spend": None}
values = {
    "overall": {1.0: "Very bad", 5.0: "Very good", 8.0: "Don't know", 9.0: "Refused"}, "region": {"n": "North", "s": "South", "x": "Nowhere"},
    "größe": {1.0: "klein", 2.0: "mittel", 3.0: "groß"}}
measures = {"id": "nominal", "overall": "ordinal", "spend": "scale", "region": "nominal", "größe": "ordinal"}
missing = {"overall": [8, 9], "spend": [{"lo": 2000, "hi": 2999}, -1], "region": ["x"]}
names = [labels.get(name) for name in frame.columns]
for name, options in (("labels.sav", {}), ("labels.zsav", {"compress": True})):
    pyreadstat.write_sav(frame, out + name, column_labels=names, variable_value_labels=values, variable_measure=measures,
                         missing_ranges=missing, file_label="Survey", **options)
plain = frame.drop(columns=["größe", "remark", "moment", "hour", "day"])
pyreadstat.write_por(plain, out + "labels.por", column_labels=["Respondent", "Satisfaction", None, "Region"])
stata = frame.rename(columns={"größe": "size"}).drop(columns=["hour"])
pyreadstat.write_dta(stata, out + "labels.dta", column_labels=[labels.get(name) for name in stata.columns], version=15,
                     variable_value_labels={"overall": {1: "Very bad", 5: "Very good"}, "size": {1: "klein", 2: "mittel", 3: "groß"}})

def shown(value):
    if value is None or value is pandas.NaT or isinstance(value, float) and math.isnan(value): return None
    if isinstance(value, (pandas.Timestamp, datetime.datetime)):
        text = value.strftime("%H:%M:%S")
        if value.microsecond: text += ".%03d" % round(value.microsecond / 1000)
        return "%04d-%02d-%02d %s" % (value.year, value.month, value.day, text)
    if isinstance(value, datetime.date): return "%04d-%02d-%02d" % (value.year, value.month, value.day)
    if isinstance(value, datetime.time): return value.strftime("%H:%M:%S")
    if isinstance(value, str): return value.strip() or None
    return float(value)

def number(value): return float(value) if isinstance(value, (int, float)) else value

def read(path):
    reader = {".sav": pyreadstat.read_sav, ".zsav": pyreadstat.read_sav, ".por": pyreadstat.read_por, ".dta": pyreadstat.read_dta,
              ".sas7bdat": pyreadstat.read_sas7bdat, ".xpt": pyreadstat.read_xport}[os.path.splitext(path)[1]]
    extra = {} if reader in (pyreadstat.read_por, pyreadstat.read_sas7bdat, pyreadstat.read_xport) else {"user_missing": True}
    data, meta = reader(path, **extra)
    known, _ = reader(path)
    return {
        "names": meta.column_names, "labels": meta.column_labels,
        "levels": [meta.variable_measure.get(name, "unknown") for name in meta.column_names],
        "values": [[[number(value), label] for value, label in meta.variable_value_labels.get(name, {}).items()] for name in meta.column_names],
        "missing": [[[number(part["lo"]), number(part["hi"])] for part in meta.missing_ranges.get(name, [])] for name in meta.column_names],
        # With what the file declares missing as it stands, and whether it is an answer.
        "cells": [[shown(value) for value in data[name]] for name in meta.column_names],
        "answers": [[shown(value) is not None for value in known[name]] for name in meta.column_names],
    }

own = ["labels.sav", "labels.zsav", "labels.por", "labels.dta", "haven.sav", "haven.zsav", "haven.dta", "haven.xpt", "sets.sav"]
json.dump({name: read(out + name) for name in own}, open("labels.json", "w"), ensure_ascii=False, indent=0)
shared = "../../../../shared/data/spss_import/"
# Left out: large ones, and one that is there twice.
others = [f"{folder}/{name}" for folder in ("pyreadstat", "haven", "foreign", "made") for name in sorted(os.listdir(shared + folder))
          if os.path.splitext(name)[1] in (".sav", ".zsav", ".por") and name not in ("sample_large.sav", "electric.sav", "sfo2017_n300.zsav")]
found = {}
for name in others:
    try: found[name] = read(shared + name)
    except OverflowError as error: print(name, error)  # a date that Python cannot hold
json.dump(found, open("spss_import.json", "w"), ensure_ascii=False, separators=(",", ":"))

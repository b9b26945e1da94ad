"""An export with what is worth a look, and what pandas finds in it.

python3 quality.py writes survey.csv and quality.json.
"""
import json
import sys

import numpy as np
import pandas as pd

rng = np.random.default_rng(13)
n = 400
segment = rng.choice(["a", "b"], n)
level = rng.normal(3.4, 0.7, n)
frame = pd.DataFrame({"ResponseId": [f"R_{k:04d}" for k in range(n)], "segment": segment})
pages = [f"TIME{k:03d}" for k in range(1, 5)]
for page in pages:
    frame[page] = np.round(rng.lognormal(3, 0.5, n), 1)
    frame.loc[rng.random(n) < 0.08, page] = np.nan
frame["duration"] = np.round(frame[pages].sum(axis=1) + rng.lognormal(2, 1, n))
items = [f"q1_{k}" for k in range(1, 8)]
for item in items:
    frame[item] = np.clip(np.round(level + rng.normal(0, 0.9, n)), 1, 5)
    frame.loc[rng.random(n) < 0.05, item] = np.nan
frame["age"] = rng.integers(18, 80, n)
# Straight-liners, speeders, people who answered twice, rows that were copied, times of zero.
for row in rng.choice(n, 12, replace=False):
    frame.loc[row, items] = rng.integers(1, 6)
for row in rng.choice(n, 15, replace=False):
    frame.loc[row, pages] = np.round(frame.loc[row, pages] / 6, 1)
    frame.loc[row, "duration"] = np.round(frame.loc[row, "duration"] / 8)
frame.loc[[17, 30], "duration"] = 0
for row, other in [(50, 20), (51, 20), (300, 111)]:
    frame.loc[row, "ResponseId"] = frame.loc[other, "ResponseId"]
for row, other in [(60, 200), (61, 200), (350, 90)]:
    frame.loc[max(row, other), items + ["age", "segment"]] = frame.loc[min(row, other), items + ["age", "segment"]]
frame.to_csv("survey.csv", index=False, float_format="%g")

read = pd.read_csv("survey.csv")


def entry(flagged, looked):
    rows = [int(r) + 1 for r in np.flatnonzero(flagged)]
    return {"n": len(rows), "of": int(np.sum(looked)), "rows": ", ".join(str(r) for r in rows[:5])}


def checks(read, which):
    found = {}
    complete = read[items].notna().all(axis=1)
    found["same_answers"] = entry((complete & (read[items].nunique(axis=1) == 1) & which).to_numpy(), complete & which)
    known = read["duration"].where(read["duration"] > 0)
    limit = known.median() / 3
    found["fast"] = entry(((known < limit) & which).to_numpy(), known.notna() & which) | {"limit": limit}
    times = read[pages].where(read[pages] > 0)
    index = (times.median() / times).clip(upper=3).mean(axis=1)
    found["relative_speed"] = entry(((index >= 2) & which).to_numpy(), index.notna() & which) | {"limit": 2}
    found["repeated_id"] = entry((read["ResponseId"].duplicated() & which).to_numpy(), read["ResponseId"].notna() & which)
    answers = read.drop(columns=["ResponseId", "duration", *pages])
    found["repeated_answers"] = entry((answers.duplicated() & which).to_numpy(), which)
    return found


all_rows = pd.Series(True, index=read.index)
result = {"all": checks(read, all_rows)}
for value in ["a", "b"]:
    result[value] = checks(read, read["segment"] == value)
result["versions"] = f"Python {sys.version.split()[0]}, pandas {pd.__version__}, numpy {np.__version__}"
json.dump(result, open("quality.json", "w"), indent=1)
print(json.dumps(result["all"], indent=1))

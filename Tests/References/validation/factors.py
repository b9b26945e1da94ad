"""Lays figures of factor analysis (../factors/factors.json, made by factors.R) out as rows. Writes factors.csv; loadings
below 0.3 in size, whose digits rest on nothing but rounding, stay out. Run here: python3 factors.py
"""
import csv
import json

with open("../factors/factors.json") as file:
    reference = json.load(file)
rows = []
for name in ["attitude", "cahps", "webshop"]:
    own = reference[name]
    with open(f"../factors/{name}.csv") as file:
        items = next(csv.reader(file))[1:]
    rows += [(name, "kmo", "", own["suitability"]["kmo"]), (name, "bartlett", "", own["suitability"]["bartlett"])]
    rows += [(name, "chi_squared", "", own["fit"]["chi_squared"]), (name, "rmsea", "", own["fit"]["rmsea"])]
    for kind in ["minres", "ml"]:
        rows += [(name, f"uniqueness_{kind}", item, value) for item, value in zip(items, own[kind]["uniquenesses"])]
    solution = own["rotations"]["oblimin"]
    factors = range(len(solution["phi"]))
    for i, item in enumerate(items):
        rows += [(name, "loading", f"{item} F{j + 1}", solution["loadings"][i][j]) for j in factors
                 if abs(solution["loadings"][i][j]) >= 0.3]
    rows += [(name, "factor_correlation", f"F{k + 1} F{j + 1}", solution["phi"][j][k]) for j in factors for k in range(j)]
with open("factors.csv", "w") as file:
    file.write("dataset,statistic,term,certified\n")
    file.writelines(f"{a},{b},{c},{d!r}\n" for a, b, c, d in rows)

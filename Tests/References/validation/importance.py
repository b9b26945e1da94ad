"""Lays the figures of relaimpo (../importance/importance.json, made with R 4.2.2 and relaimpo 2.2-7) out as rows, digit by
digit. Writes importance.csv. Run here: python3 importance.py
"""
import json

with open("../importance/importance.json") as file:
    reference = json.load(file, parse_float=str)
rows = []
for name in ["attitude", "swiss", "customer_satisfaction"]:
    own = reference[name]
    label = name.replace("_", "-")
    rows.append((label, "r_squared", "", own["r_squared"]))
    for method, values in own["metrics"].items():
        rows += [(label, method, driver, value) for driver, value in values.items()]
for name, label in [("swiss_grouped_weighted", "swiss grouped weighted"), ("swiss_always_education", "swiss always")]:
    own = reference[name]
    rows.append((label, "r_squared", "", own["r_squared"]))
    if "r_squared_decomposed" in own:
        rows.append((label, "r_squared_decomposed", "", own["r_squared_decomposed"]))
    for method in ["lmg", "last", "first"]:
        rows += [(label, method, driver, value) for driver, value in own[method].items()]
with open("importance.csv", "w") as file:
    file.write("dataset,statistic,term,certified\n")
    file.writelines(f"{','.join(map(str, row))}\n" for row in rows)

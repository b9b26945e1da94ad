"""Lays figures of path models (../structural/lavaan.json and ecsi.json, made by lavaan.R and ecsi.R) out as rows. Writes structural.csv. Of each set the
fit, and of every free parameter estimate, standard error and standardised value. Run here: python3 structural.py
"""
import csv
import json

with open("../structural/lavaan.json") as file:
    reference = json.load(file)
with open("../structural/ecsi.json") as file:
    reference["ecsi"] = json.load(file)
fit = {"chisq": "chi_squared", "pvalue": "p_value", "cfi": "cfi", "tli": "tli", "rmsea": "rmsea",
       "rmsea.ci.lower": "rmsea_low", "rmsea.ci.upper": "rmsea_high", "srmr": "srmr", "logl": "log_lik", "aic": "aic",
       "bic": "bic", "chisq.scaled": "chi_squared_robust", "chisq.scaling.factor": "scaling", "cfi.robust": "cfi_robust",
       "rmsea.robust": "rmsea_robust"}
rows = []
for name, dataset in [("holzinger", "holzinger-swineford"), ("mlr", "holzinger-swineford MLR"),
                      ("democracy", "political-democracy"), ("ecsi", "ecsi")]:
    own = reference[name]
    for theirs, ours in fit.items():
        # lavaan takes the upper tail from 1, which leaves nothing of the smallest.
        if theirs in own["fit"] and (theirs != "pvalue" or own["fit"][theirs] > 0):
            rows.append((dataset, ours, "", own["fit"][theirs]))
    for row in own["parameters"]:
        if not row["se"]:
            continue
        term = f'{row["lhs"]} {row["op"]} {row["rhs"]}'
        rows.append((dataset, "estimate", term, row["est"]))
        rows.append((dataset, "std_error", term, row["se"]))
        rows.append((dataset, "std_all", term, row["std.all"]))
with open("structural.csv", "w") as file:
    file.write("dataset,statistic,term,certified\n")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerows((a, b, c, repr(d)) for a, b, c, d in rows)

"""structural-semopy.py WORK FILE: a confirmatory factor analysis by semopy, with standard errors. Prints the seconds without
start-up."""

import sys
import time

import pandas
import semopy

work, path = sys.argv[1:3]
data = pandas.read_csv(path)
models = {
    "cfa-abilities": "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9",
    "cfa-six": "\n".join(f"f{k + 1} =~ " + " + ".join(f"x{5 * k + i}" for i in range(1, 6)) for k in range(6)),
}
start = time.perf_counter()
model = semopy.Model(models[work])
model.fit(data)
model.inspect()
print(time.perf_counter() - start)

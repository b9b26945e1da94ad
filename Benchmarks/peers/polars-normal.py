# polars-normal.py FILE DRIVERS: polars' CSV reader, then the normal equations, without standard errors. Prints the seconds
# without start-up.
import sys
import time
import numpy
import polars

path, drivers = sys.argv[1], int(sys.argv[2])
start = time.perf_counter()
names = ["y"] + [f"x{j + 1}" for j in range(drivers)]
data = polars.read_csv(path, columns=names).select(names).to_numpy().astype(float)
y = data[:, 0].copy()
data[:, 0] = 1
coefficients = numpy.linalg.solve(data.T @ data, data.T @ y)
assert len(coefficients) == drivers + 1
print(time.perf_counter() - start)

# duckdb-sums.py FILE DRIVERS: DuckDB's CSV reader and the sums of all products of the outcome and the drivers, two passes, as sums
# about the mean need them. Prints the seconds without start-up.
import sys
import time
import duckdb

path, drivers = sys.argv[1], int(sys.argv[2])
names = ["y"] + [f"x{j + 1}" for j in range(drivers)]
connection = duckdb.connect()
start = time.perf_counter()
means = connection.execute(
    "select " + ", ".join(f"avg({name})" for name in names) + f" from read_csv('{path}')").fetchone()
terms = [
    f"sum(({a} - {means[i]!r}) * ({b} - {means[j]!r}))"
    for i, a in enumerate(names) for j, b in enumerate(names[: i + 1])]
sums = connection.execute("select " + ", ".join(terms) + f" from read_csv('{path}')").fetchone()
assert len(sums) == len(names) * (len(names) + 1) // 2
print(time.perf_counter() - start)

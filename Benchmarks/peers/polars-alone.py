# polars-alone.py FILE: polars' CSV reader on one thread, every column. Prints the seconds without start-up.
import os
import sys
import time

os.environ["POLARS_MAX_THREADS"] = "1"
import polars

start = time.perf_counter()
data = polars.read_csv(sys.argv[1])
seconds = time.perf_counter() - start
assert data.height > 0
print(seconds)

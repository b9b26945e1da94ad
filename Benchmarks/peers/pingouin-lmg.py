# pingouin-lmg.py FILE DRIVERS: the relative importance (LMG) of pingouin's linear regression. Prints the seconds without
# start-up.
import sys
import time
import pandas
import pingouin

data = pandas.read_csv(sys.argv[1])
drivers = [f"x{j + 1}" for j in range(int(sys.argv[2]))]
start = time.perf_counter()
table = pingouin.linear_regression(data[drivers], data["y"], relimp=True)
seconds = time.perf_counter() - start
assert abs(table["relimp"].sum() - table["r2"].iloc[0]) < 1e-9
print(seconds)

"""Sums one survey in every engine at hand, and compares what `mainspring` makes of the results. See script/engines."""

import contextlib
import csv
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

PROGRAM = os.environ["MAINSPRING_BINARY"]
HERE = os.path.dirname(os.path.abspath(__file__))
ROWS = int(os.environ.get("ENGINES_ROWS", 60_000))
LARGE = int(os.environ.get("ENGINES_LARGE", 10_000_000))
failures = []


def run(arguments, **options):
    done = subprocess.run(arguments, capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(arguments[:4])} …: {done.stderr}")
    return done.stdout


def mainspring(*arguments):
    return run([PROGRAM, *arguments])


def check(name, is_true, detail=""):
    print(f"{'ok  ' if is_true else 'FAIL'} {name} {detail}", flush=True)
    if not is_true:
        failures.append(name)


def analysis(verb, *arguments):
    return json.loads(mainspring(verb, *arguments, "--format", "json", "--quiet"))


def largest_difference(a, b, columns, keys=("by", "group", "outcome", "driver", "term", "method")):
    """Of two tables, row by row, relative to the size of the numbers."""
    def index(rows):
        return {tuple(row.get(key) for key in keys): row for row in rows}
    first, second = index(a), index(b)
    if first.keys() != second.keys():
        return float("inf")
    worst = 0.0
    for key, row in first.items():
        for column in columns:
            x, y = row.get(column), second[key].get(column)
            if x is None and y is None:
                continue
            if isinstance(x, str) or isinstance(y, str):
                worst = max(worst, 0 if x == y else float("inf"))
                continue
            if x is None or y is None:
                return float("inf")
            worst = max(worst, abs(x - y) / max(1, abs(x), abs(y)))
    return worst


# Engines: each loads a CSV into a table `survey` and gives what runs a query and returns its result as CSV.

def header(path):
    with open(path, newline="") as file:
        return next(csv.reader(file))


TEXT = {"segment", "team", "date"}


def column_types(path, number, text):
    return ", ".join(f'"{name}" {text if name in TEXT else number}' for name in header(path))


@contextlib.contextmanager
def sqlite(path, folder):
    base = os.path.join(folder, "survey.db")
    run(["sqlite3", base, f"CREATE TABLE survey ({column_types(path, 'REAL', 'TEXT')});"])
    run(["sqlite3", base, ".mode csv", f".import --skip 1 {path} survey"])
    for name in header(path):
        run(["sqlite3", base, f"UPDATE survey SET \"{name}\" = NULL WHERE \"{name}\" = '';"])
    run(["sqlite3", base, "UPDATE survey SET id = CAST(id AS INTEGER);"])
    yield lambda query: run(["sqlite3", "-csv", "-header", base], input=query + ";\n")


@contextlib.contextmanager
def duckdb_engine(path, folder):
    import duckdb
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE survey AS SELECT * FROM read_csv('{path}', header = true)")

    def query(text):
        out = os.path.join(folder, "duckdb.csv")
        body = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
        connection.execute(f"COPY ({body}) TO '{out}' (HEADER, DELIMITER ',')")
        return open(out).read()
    yield query


@contextlib.contextmanager
def postgres(path, folder):
    binaries = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
    data = os.path.join(folder, "postgres")
    os.makedirs(data)
    os.chmod(folder, 0o755)
    prefix = []
    if os.getuid() == 0:
        shutil.chown(data, "postgres")
        prefix = ["runuser", "-u", "postgres", "--"]
    port = "54329"
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={data} -c fsync=off"
    run([*prefix, f"{binaries}/initdb", "-D", data, "-A", "trust", "-U", "survey", "-E", "UTF8"], cwd="/")
    run([*prefix, f"{binaries}/pg_ctl", "-D", data, "-w", "-l", f"{data}/log", "-o", settings, "start"], cwd="/")
    # Compiling the query takes far longer than running it.
    os.environ["PGOPTIONS"] = "-c jit=off"
    psql = ["psql", "-h", "127.0.0.1", "-p", port, "-U", "survey", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-q"]
    try:
        types = column_types(path, "double precision", "text").replace('"id" double precision', '"id" bigint')
        run([*psql, "-c", f"CREATE TABLE survey ({types})"])
        run([*psql, "-c", f"\\copy survey FROM '{path}' CSV HEADER"])
        yield lambda query: run([*psql, "--csv"], input=query + ";\n")
    finally:
        run([*prefix, f"{binaries}/pg_ctl", "-D", data, "-m", "immediate", "stop"], cwd="/")


@contextlib.contextmanager
def spark_engine(path, folder):
    from pyspark.sql import SparkSession
    spark = (SparkSession.builder.master("local[2]").appName("mainspring").config("spark.ui.enabled", "false")
             .config("spark.sql.shuffle.partitions", "4").config("spark.driver.bindAddress", "127.0.0.1")
             .config("spark.driver.host", "127.0.0.1").getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    frame = spark.read.csv(path, header=True, inferSchema=True).repartition(4)
    frame.write.mode("overwrite").parquet(os.path.join(folder, "spark.parquet"))
    frame = spark.read.parquet(os.path.join(folder, "spark.parquet"))
    frame.createOrReplaceTempView("survey")

    def query(text):
        rows = spark.sql(text).collect()
        lines = [",".join(rows[0].asDict().keys())]
        for row in rows:
            lines.append(",".join("" if value is None else str(value) for value in row))
        return "\n".join(lines) + "\n"
    yield query
    spark.stop()


ENGINES = {"sqlite": sqlite, "duckdb": duckdb_engine, "postgres": postgres, "spark": spark_engine}


def survey(folder):
    """A drawn survey of some size with the bundled study, a number for each row, and what real answers have: gaps and 9s."""
    run([PROGRAM, "datasets", "webshop", "--copy", os.path.join(folder, "webshop")])
    drawn = os.path.join(folder, "drawn.csv")
    run([PROGRAM, "simulate", os.path.join(folder, "webshop", "model.yaml"), "--respondents", str(ROWS), "--output",
         drawn, "--seed", "3"])
    path = os.path.join(folder, "webshop", "webshop.csv")
    with open(drawn, newline="") as source, open(path, "w", newline="") as target:
        reader, writer = csv.reader(source), csv.writer(target, lineterminator="\n")
        names = next(reader)
        has_id = "id" in names
        writer.writerow(names if has_id else ["id", *names])
        for number, row in enumerate(reader):
            writer.writerow(row if has_id else [number, *row])
    return os.path.join(folder, "webshop", "webshop.yaml"), path


def compare(study, path, folder, keep):
    cases = {
        "whole": ["--wave", "all"],
        "by": ["--wave", "all", "--by", "segment"],
        "where": ["--wave", "2", "--where", "segment = 'new' and pq1 >= 2"],
    }
    rows = {name: analysis("drivers", study, *options, "--errors", "design", "--bootstrap", "0")
            for name, options in cases.items()}
    reading = {"whole": [], "by": ["--by", "segment"], "where": []}
    results = {}
    for engine in ["file", *ENGINES]:
        if engine == "file":
            for name, options in cases.items():
                out = os.path.join(folder, f"file-{name}.csv")
                mainspring("moments", study, *options, "--key", "id", "--output", out, "--quiet")
                results[engine, name] = out
            continue
        with ENGINES[engine](path, folder) as query:
            for name, options in cases.items():
                text = mainspring("moments", "sql", study, *options, "--dialect", engine, "--table", "survey", "--key", "id")
                started = time.time()
                result = query(text)
                out = os.path.join(folder, f"{engine}-{name}.csv")
                open(out, "w").write(result)
                results[engine, name] = out
                print(f"     {engine} {name}: {time.time() - started:.2f} s, {len(result) // 1024} KB", flush=True)
    for name in cases:
        first = None
        for engine in ["file", *ENGINES]:
            found = analysis("drivers", study, "--moments", results[engine, name], *reading[name])
            matrix = analysis("ipa", study, "--moments", results[engine, name], *reading[name])
            tables = rows[name]["tables"]
            a = largest_difference(found["tables"]["coefficients"], tables["coefficients"], ["estimate", "beta"])
            check(f"{engine} {name}: coefficients as from rows", a <= 1e-9, f"{a:.1e}")
            a = largest_difference(found["tables"]["importance"], tables["importance"], ["importance", "share", "rank"])
            check(f"{engine} {name}: shares as from rows", a <= 1e-9, f"{a:.1e}")
            by_rows = analysis("ipa", study, *cases[name], "--bootstrap", "0")["tables"]["ipa"]
            a = largest_difference(matrix["tables"]["ipa"], by_rows, ["performance", "stated", "quadrant"])
            check(f"{engine} {name}: matrix as from rows", a <= 1e-9, f"{a:.1e}")
            if first is None:
                first = (found, matrix)
                continue
            a = max(
                largest_difference(found["tables"]["coefficients"], first[0]["tables"]["coefficients"],
                                   ["std_error", "conf_low", "conf_high"]),
                largest_difference(found["tables"]["importance"], first[0]["tables"]["importance"],
                                   ["share_low", "share_high", "rank_low", "p_first"]),
                largest_difference(matrix["tables"]["ipa"], first[1]["tables"]["ipa"],
                                   ["performance_low", "performance_high", "p_concentrate_here"]))
            check(f"{engine} {name}: errors and intervals as from the file's blocks", a <= 1e-9, f"{a:.1e}")
        ratio = [a["std_error"] / b["std_error"] for a, b in zip(
            found["tables"]["coefficients"], rows[name]["tables"]["coefficients"]) if a["std_error"] and b["std_error"]]
        print(f"     {name}: jackknife over design errors {min(ratio):.3f} to {max(ratio):.3f}")


def large(folder):
    """Ten million rows of twenty drivers in DuckDB."""
    import duckdb
    connection = duckdb.connect()
    columns = ", ".join(
        f"CAST(1 + floor(greatest(0, least(4, t * 2 + random() * 3))) AS TINYINT) AS x{k}" for k in range(1, 21))
    connection.execute(
        f"CREATE TABLE large AS SELECT id, {columns}, CAST(floor(t * 6 + random() * 5) AS TINYINT) AS y "
        f"FROM (SELECT range AS id, random() AS t FROM range({LARGE}))")
    file = os.path.join(folder, "large.yaml")
    open(file, "w").write("drivers: ['x1:x20']\noutcomes: [y]\nscale: [1, 5]\nvariables: {y: {scale: [0, 10]}}\n")
    for key in ["id", None]:
        text = mainspring("moments", "sql", file, "--dialect", "duckdb", "--table", "large",
                          *(["--key", key] if key else []))
        body = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
        started = time.time()
        out = os.path.join(folder, "large.csv")
        connection.execute(f"COPY ({body}) TO '{out}' (HEADER, DELIMITER ',')")
        seconds = time.time() - started
        started = time.time()
        result = analysis("drivers", file, "--moments", out)
        print(f"     DuckDB, {LARGE:,} rows x 21, blocks {'by key' if key else 'at random'}: {seconds:.1f} s, "
              f"drivers with 1000 replicates {time.time() - started:.2f} s", flush=True)
        check("large: all rows used", result["run"]["rows_used"] == LARGE)


def incremental(study, path, folder):
    """A wave is appended: its sums alone are made, and added to those of the waves before it."""
    with spark_engine(path, folder) as query:
        parts = []
        for wave in ("1", "2"):
            text = mainspring("moments", "sql", study, "--wave", wave, "--dialect", "spark", "--table", "survey", "--key", "id")
            out = os.path.join(folder, f"wave-{wave}.csv")
            open(out, "w").write(query(text))
            parts.append(out)
        text = mainspring("moments", "sql", study, "--where", "wave in (1, 2)", "--wave", "all", "--dialect", "spark",
                          "--table", "survey", "--key", "id")
        whole = os.path.join(folder, "both.csv")
        open(whole, "w").write(query(text))
    merged = os.path.join(folder, "merged.csv")
    mainspring("moments", "merge", *parts, "--output", merged, "--quiet")
    a, b = analysis("drivers", study, "--moments", merged), analysis("drivers", study, "--moments", whole)
    worst = max(
        largest_difference(a["tables"]["coefficients"], b["tables"]["coefficients"], ["estimate", "std_error"]),
        largest_difference(a["tables"]["importance"], b["tables"]["importance"], ["share", "share_low", "share_high"]))
    check("spark: a wave added to the one before it", worst <= 1e-9, f"{worst:.1e}")


def keep_references():
    """What the tests read: the bundled survey as each engine sums it, by forty blocks."""
    with tempfile.TemporaryDirectory() as folder:
        run([PROGRAM, "datasets", "webshop", "--copy", os.path.join(folder, "webshop")])
        study = os.path.join(folder, "webshop", "webshop.yaml")
        path = os.path.join(folder, "webshop", "webshop.csv")
        versions = []
        for name, engine in ENGINES.items():
            with engine(path, folder) as query:
                text = mainspring("moments", "sql", study, "--wave", "2", "--dialect", name, "--table", "survey", "--key",
                                  "id", "--blocks", "40")
                open(os.path.join(HERE, f"{name}.csv"), "w").write(query(text))
                version = {"postgres": "SELECT version() AS v", "spark": "SELECT version() AS v",
                           "duckdb": "SELECT version() AS v", "sqlite": "SELECT sqlite_version() AS v"}[name]
                versions.append(f"{name}: {query(version).splitlines()[1]}")
        open(os.path.join(HERE, "versions.txt"), "w").write("\n".join(versions) + "\n")


with tempfile.TemporaryDirectory() as place:
    study_file, data = survey(place)
    compare(study_file, data, place, keep=False)
    incremental(study_file, data, place)
    large(place)
if "--keep" in sys.argv:
    keep_references()
print("All agree." if not failures else f"{len(failures)} differ: {failures}")
sys.exit(1 if failures else 0)

#!/usr/bin/env python3
"""The schemas of `mainspring schema` held against a validator that is not ours: Python's jsonschema.

Checks that both are schemas of draft 2020-12, that results of every verb fit the schema of output, that every study of the package
fits the schema of studies, and that what is wrong fits neither. Prints a line for each and ends with status 1 when one fails.

    MAINSPRING_BINARY=… python3 Tests/References/schema/validate.py > Tests/References/schema/results.txt

Needs jsonschema and PyYAML from PyPI.
"""
import copy
import importlib.metadata as metadata
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml

root = pathlib.Path(__file__).resolve().parents[3]
program = os.environ.get("MAINSPRING_BINARY", str(root / ".build/release/mainspring"))
failures = 0


class Core(yaml.SafeLoader):
    """YAML 1.2's core types, as editors read them: a date and `no` are texts, 1:7 too."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
]:
    for letter in first:
        Core.yaml_implicit_resolvers.setdefault(letter, []).append((f"tag:yaml.org,2002:{tag}", re.compile(pattern)))


def run(*arguments, folder=root, status=0):
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True)
    if done.returncode != status:
        sys.exit(f"{arguments}: status {done.returncode}\n{done.stderr}")
    return done.stdout


def tell(passed, words):
    global failures
    failures += not passed
    print(("fits   " if passed else "FAILS  ") + words)


def errors(validator, value):
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(value)]


print(f"mainspring {run('--version').strip()}, jsonschema {metadata.version('jsonschema')}, draft 2020-12")
validators = {}
for subject in ["output", "study"]:
    schema = json.loads(run("schema", subject))
    jsonschema.Draft202012Validator.check_schema(schema)
    validators[subject] = jsonschema.Draft202012Validator(schema)
    print(f"schema of {subject}: {len(json.dumps(schema))} characters, valid")

print("\nResults")
webshop = ["webshop", "--bootstrap", "60"]
commands = [
    ["drivers", *webshop, "--diagnostics", "--block", "product=product_quality", "--methods", "all", "--permutations", "40"],
    ["drivers", *webshop, "--by", "segment"],
    ["drivers", *webshop, "--players", "items", "--interval", "bca"],
    ["drivers", *webshop, "--correct", "reliability"],
    ["drivers", *webshop, "--seed", "18446744073709551615", "--table", "importance"],
    ["drivers", "cahps"],
    ["drivers", "attitude"],
    ["drivers", "swiss", "--bootstrap", "0"],
    ["ipa", *webshop],
    ["ipa", *webshop, "--by", "segment", "--crosshair", "70,0.2"],
    ["ipa", *webshop, "--methods", "lmg,stated"],
    ["describe", "webshop"],
    ["describe", "webshop", "--by", "segment"],
    ["describe", "customer-satisfaction"],
    ["missing", "webshop"],
    ["missing", "webshop", "--by", "segment"],
    ["drivers", *webshop, "--missing", "em"],
    *[["correlate", *webshop, "--method", method] for method in ["pearson", "spearman", "kendall", "polychoric", "mixed"]],
    ["correlate", *webshop, "--variables", "pq1:sc4", "--method", "partial", "--always", "sat1", "--adjust", "holm", "--by", "segment"],
    ["factor", *webshop, "--parallel", "40"],
    ["factor", *webshop, "--parallel", "40", "--by", "segment", "--factors", "3"],
    ["factor", "cahps", "--variables", "*", "--factors", "5", "--rotation", "bifactor", "--parallel", "0"],
    ["reliability", *webshop],
    ["reliability", *webshop, "--by", "segment"],
    ["validate"],
    ["datasets"],
    ["datasets", "webshop"],
    ["explain"],
    ["explain", "lmg"],
]
results = []
with tempfile.TemporaryDirectory() as folder:
    run("datasets", "webshop", "--copy", "w", "--quiet", folder=folder)
    commands += [["simulate", "w/model.yaml"], ["simulate", "w/model.yaml", "--output", "s.csv", "--seed", "7"]]
    for command in commands:
        quiet = [] if command[0] == "simulate" else ["--quiet"]
        result = json.loads(run(*command, "--format", "json", *quiet, folder=folder))
        found = errors(validators["output"], result)
        tell(not found, " ".join(command))
        for line in found[:5]:
            print("         " + line)
        results.append(result)

print("\nWhat is no result")


def damaged(words, change):
    value = copy.deepcopy(results[0])
    change(value)
    tell(bool(errors(validators["output"], value)), f"refused: {words}")


damaged("an unknown verb", lambda v: v.update(command="divers"))
damaged("an unknown table", lambda v: v["tables"].update(extra=[]))
damaged("a table of another verb", lambda v: v["tables"].update(ipa=[]))
damaged("a row without a column", lambda v: v["tables"]["importance"][0].pop("share"))
damaged("a number as a text", lambda v: v["tables"]["importance"][0].update(share="0.2"))
damaged("an unknown column", lambda v: v["tables"]["importance"][0].update(sharp=0.2))
damaged("an unknown kind of note", lambda v: v["notes"].append({"kind": "rumour", "message": "x"}))
damaged("an unknown setting", lambda v: v["run"]["settings"].update(bootstrip=1))
damaged("no tables", lambda v: v.pop("tables"))

print("\nStudies")
studies = sorted(root.glob("datasets/*/*.yaml"))
for path in studies:
    if path.name == "model.yaml":
        continue
    found = errors(validators["study"], yaml.load(path.read_text(), Core))
    tell(not found, str(path.relative_to(root)))
    for line in found[:5]:
        print("         " + line)
page = (root / "Sources/Mainspring/Mainspring.docc/StudyFile.md").read_text()
for number, text in enumerate(re.findall(r"```yaml\n(.*?)```", page, re.S)):
    found = errors(validators["study"], yaml.load(text, Core))
    tell(not found, f"example {number + 1} of the page on study files")
    for line in found[:5]:
        print("         " + line)
# The text of the tests that has every key of a file.
example = re.search(r'static let example = """\n(.*?)\n    """', (root / "Tests/StudiesTests/StudyFileTests.swift").read_text(), re.S)
every = re.search(r'StudyFileTests.example \+ """\n(.*?)\n      """', (root / "Tests/StudiesTests/StudyKeysTests.swift").read_text(), re.S)
text = "\n".join(line[4:] for line in example[1].split("\n")) + "\n" + "\n".join(line[6:] for line in every[1].split("\n"))
value = yaml.load(text, Core)
found = errors(validators["study"], value)
tell(not found, "the study of the tests with every key")
for line in found[:5]:
    print("         " + line)
missing = set(validators["study"].schema["properties"]) - set(value)
print(f"       keys of the schema that it does not use: {', '.join(sorted(missing)) or 'none'}")
for csv in [root / f"datasets/{name}/{name}.csv" for name in ["attitude", "customer-satisfaction", "webshop"]]:
    found = errors(validators["study"], yaml.load(run("describe", str(csv), "--study", "--quiet"), Core))
    tell(not found, f"the draft of {csv.relative_to(root)}")
    for line in found[:5]:
        print("         " + line)

print("\nWhat is no study")
for text in [
    "titel: x", "scale: 1:7", "scale: [1, 4, 7]", "missing: {cods: [9]}", "missing: {treatment: none}", "errors: hc9",
    "weights: {kind: sampling}", "drivers: {quality: {label: x}}", "bootstrap: {replicates: many}", "folds: 2.5",
    "outcomes: {a: {lable: x}}", "factor: {rotation: sideways}", "diagnostics: maybe", "by: {a: b}",
]:
    tell(bool(errors(validators["study"], yaml.load(text, Core))), f"refused: {text}")
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "s.yaml").write_text(text + "\n")
        done = subprocess.run([program, "drivers", "s.yaml"], cwd=folder, capture_output=True, text=True)
        tell(done.returncode == 64 and "s.yaml:1:" in done.stderr, f"refused by the program too: {text}")

print(f"\n{failures} failures")
sys.exit(failures > 0)

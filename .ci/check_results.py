"""Checks tables against their data package and, of a batch, a few things any result must have."""

import csv
import json
import math
import sys
from pathlib import Path

folder = Path(sys.argv[1])
package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
rows_of = {}
for resource in package["resources"]:
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    with open(folder / resource["path"], encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        rows = [dict(zip(header, row, strict=True)) for row in reader]
    assert header == list(fields), f"{resource['path']}: columns differ from the data package"
    for field in fields.values():
        assert field.get("description"), f"{resource['path']}: {field['name']} has no description"
    for row in rows:
        for name, text in row.items():
            if text == "":
                continue
            kind = fields[name]["type"]
            if kind in ("number", "integer"):
                value = float(text)
                assert math.isfinite(value), f"{resource['path']}: {name} is {text}"
                limits = fields[name].get("constraints", {})
                assert value >= limits.get("minimum", -math.inf), f"{resource['path']}: {name} is {text}"
                assert value <= limits.get("maximum", math.inf), f"{resource['path']}: {name} is {text}"
    assert rows, f"{resource['path']} is empty"
    rows_of[resource["path"]] = rows
    print(f"{resource['path']}: {len(rows)} rows, {len(header)} columns, as described")

if "runs.csv" not in rows_of:
    sys.exit(0)
runs = rows_of["runs.csv"]
variants = list(dict.fromkeys(row["variant"] for row in runs))
assert variants == ["baseline", "administered", "laissez-faire", "embedded", "released-with-veto"], variants
assert all(0 < float(row["vitality"]) < 100 and 0 < float(row["order"]) < 100 for row in runs)
assert len({row["fingerprint"] for row in runs}) == len(runs), "two runs went the same way"

# Equal money and hours: what the treasury pays and what people have to work with is the same in every variant.
for resource, purpose, giver in [("money", "budget", "treasury"), ("time", "working", "nature")]:
    sums = {}
    for row in rows_of["flows.csv"]:
        staff = row["to"] not in ("residents", "units")
        if (row["resource"], row["purpose"], row["from"]) == (resource, purpose, giver) and staff:
            key = (row["replicate"], row["variant"])
            sums[key] = sums.get(key, 0) + int(row["amount"])
    for replicate in {key[0] for key in sums}:
        amounts = {amount for key, amount in sums.items() if key[0] == replicate}
        assert len(amounts) == 1, f"{resource} differs between variants in replicate {replicate}: {amounts}"
print("equal money and hours in all variants")

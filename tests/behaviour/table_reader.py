"""Holds a table in CSV (RFC 4180, UTF-8) against its description (docs/tables, a Table
Schema of Frictionless Data). usage: table_reader.py SCHEMA.json TABLE.csv
Says each fault; the status is 1 when there is one."""
import csv
import datetime
import json
import re
import sys

KNOWN = {"required", "unique", "pattern", "enum"}


def cell_faults(field, cell):
    rules = field["constraints"]
    assert set(rules) <= KNOWN, f"{field['name']}: a rule nobody holds here"
    if not cell.strip():
        return ["is empty"] if rules["required"] or cell else []
    faults = []
    if cell[0] in "=+-@":
        faults.append("begins as a formula")
    if "pattern" in rules and not re.search(rules["pattern"], cell):
        faults.append("is not " + rules["pattern"])
    if "enum" in rules and cell not in rules["enum"]:
        faults.append("is no word of its list")
    if field["type"] == "date":
        try:
            datetime.date.fromisoformat(cell)
        except ValueError:
            faults.append("is no date")
    return faults


def faults_of(schema, data):
    if data.count(b"\n") != data.count(b"\r\n") or not data.endswith(b"\r\n"):
        yield "a line does not end with CR LF"
    rows = list(csv.reader(data.decode("utf-8").split("\r\n")[:-1], strict=True))
    fields = schema["fields"]
    if rows[0] != [f["name"] for f in fields]:
        yield f"the columns are {rows[0]}"
        return
    if len(rows) < 2:
        yield "there is no row"
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(fields):
            yield f"row {number} has {len(row)} cells"
            continue
        for field, cell in zip(fields, row):
            for fault in cell_faults(field, cell):
                yield f"row {number}: {field['name']} {fault}: {cell!r}"
    for at, field in enumerate(fields):
        cells = [row[at] for row in rows[1:] if len(row) == len(fields)]
        if field["constraints"].get("unique") and len(set(cells)) != len(cells):
            yield f"{field['name']}: a value stands twice"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    with open(sys.argv[2], "rb") as file:
        faults = list(faults_of(schema, file.read()))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


sys.exit(main())

"""Holds a table in CSV (RFC 4180, UTF-8) against its description (docs/tables, a Table
Schema of Frictionless Data, with the further checks of the French validator of local
data). usage: table_reader.py SCHEMA.json TABLE.csv
Says each fault; the status is 1 when there is one. A rule or a check that is not held
here ends the program."""
import csv
import datetime
import io
import json
import operator
import re
import sys

FORMULA = re.compile(r"[=@]|[+-](?![\d ]+[\d., ]*$)")

TYPES = {
    "string": str,
    "integer": int,
    "number": float,
    "array": json.loads,
    "date": lambda cell: datetime.datetime.strptime(cell, "%Y-%m-%d"),
    "datetime": lambda cell: datetime.datetime.strptime(cell, "%Y-%m-%dT%H:%M:%SZ"),
}
FORMATS = {
    "email": r"^[^@ ]+@[^@ ]+\.[^@ ]+$",
    "uri": r"^https?://[^ ]+$",
    "%Y-%m-%d": r"^\d{4}-\d{2}-\d{2}$",
}
RULES = {
    "pattern": lambda cell, value, rule: re.search(rule, cell),
    "enum": lambda cell, value, rule: cell in rule,
    "minLength": lambda cell, value, rule: len(cell) >= rule,
    "maxLength": lambda cell, value, rule: len(cell) <= rule,
    "minimum": lambda cell, value, rule: value >= rule,
    "maximum": lambda cell, value, rule: value <= rule,
}


def cell_faults(field, cell):
    rules = dict(field["constraints"])
    rules.pop("unique", None)
    required = rules.pop("required")
    if not cell.strip():
        return ["is empty"] if required or cell else []
    faults = []
    if FORMULA.match(cell):
        faults.append("begins as a formula")
    if "format" in field and not re.search(FORMATS[field["format"]], cell):
        faults.append("is no " + field["format"])
    try:
        value = TYPES[field["type"]](cell)
    except ValueError:
        return faults + ["is no " + field["type"]]
    return faults + [f"breaks {name} {rule}" for name, rule in rules.items()
                     if not RULES[name](cell, value, rule)]


def siret(row, column):
    if not row[column]:
        return True
    figures = [int(c) for c in reversed(row[column])]
    return sum(d if i % 2 == 0 else sum(divmod(2 * d, 10))
               for i, d in enumerate(figures)) % 10 == 0


def cohesive(row, column, othercolumns):
    return len({bool(row[c]) for c in [column, *othercolumns]}) == 1


def compare(row, column, op, column2):
    if not (row[column] and row[column2]):
        return True
    kind = int if row[column].isdigit() else str
    return {">=": operator.ge}[op](kind(row[column]), kind(row[column2]))


def adds_up(row, column, columns):
    return not row[column] or int(row[column]) == sum(int(row[c]) for c in columns)


def years(row, column, **rest):
    assert rest == {"allow-year-only": "yes"}
    parts = row[column].split("/")
    return len(parts) == 1 or parts[0] <= parts[1]


CHECKS = {
    "french-siret-value": siret,
    "cohesive-columns-value": cohesive,
    "compare-columns-value": compare,
    "sum-columns-value": adds_up,
    "year-interval-value": years,
}


def row_faults(schema, row):
    for field in schema["fields"]:
        for fault in cell_faults(field, row[field["name"]]):
            yield f"{field['name']} {fault}: {row[field['name']]!r}"
    for check in schema.get("custom_checks", []):
        if not CHECKS[check["name"]](row, **check["params"]):
            yield f"fails {check['name']} {check['params']}"


def faults_of(schema, data):
    text = data.decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    names = [f["name"] for f in schema["fields"]]
    if text.count("\r\n") < len(rows) or not text.endswith("\r\n"):
        yield "a row does not end with CR LF"
    if rows[0] != names:
        yield f"the columns are {rows[0]}"
        return
    if len(rows) < 2:
        yield "there is no row"
    for number, cells in enumerate(rows[1:], 2):
        if len(cells) != len(names):
            yield f"row {number} has {len(cells)} cells"
            return
        for fault in row_faults(schema, dict(zip(names, cells))):
            yield f"row {number}: {fault}"
    for at, field in enumerate(schema["fields"]):
        cells = [row[at] for row in rows[1:]]
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

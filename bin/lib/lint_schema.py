"""The two dumped schemas are one house: the same tables, columns, nullability and keys, and every table that the
migrations make. Prints each difference; exits 1 when there is one."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAME = {"UUID": "BLOB", "BYTEA": "BLOB", "DOUBLE PRECISION": "REAL", "INT": "INTEGER"}


def tables(engine):
    text = (ROOT / f"db/schema.{engine}.sql").read_text()
    found = {}
    for name, body, indexes in re.findall(r"CREATE TABLE (\w+) \(\n(.*?)\n\);\n((?:-- index [^\n]*\n)*)", text, re.S):
        lines = {line.strip().rstrip(",") for line in body.split("\n")}
        lines = {line for line in lines if not line.startswith("CHECK")}
        found[name] = {with_same_type(line) for line in lines} | set(indexes.split("\n")) - {""}
    return found


def with_same_type(line):
    for theirs, ours in SAME.items():
        line = re.sub(rf"^(\w+) {theirs}\b", rf"\1 {ours}", line)
    return line


def main():
    sqlite, postgresql = tables("sqlite"), tables("postgresql")
    made = set()
    for path in sorted((ROOT / "db/migrations").glob("*.sql")):
        text = path.read_text()
        made |= set(re.findall(r"^CREATE TABLE (\w+)", text, re.M))
        made -= set(re.findall(r"^DROP TABLE (\w+)", text, re.M))
    problems = [f"{name}: made by a migration, missing in a dump; run bin/db dump"
                for name in sorted(made - (sqlite.keys() & postgresql.keys()))]
    for name in sorted(sqlite.keys() & postgresql.keys()):
        problems += [f"{name}: only SQLite has {line}" for line in sorted(sqlite[name] - postgresql[name])]
        problems += [f"{name}: only PostgreSQL has {line}" for line in sorted(postgresql[name] - sqlite[name])]
    print("\n".join(problems) or "  both engines hold the same tables")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

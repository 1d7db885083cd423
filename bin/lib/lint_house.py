"""The house rules that a script can check. Prints each breach as file:line: sentence; exits 1 when there is one.

- floors: src/floors.txt against every #include, and every table a store names against the room that owns it;
- names: no forbidden folder or file names, British spelling of the nouns in words.md, no raw new/delete;
- SQL only in stores (and in platform/db, jobs, tests), status codes only in platform/http;
- limits stand beside the struct they bound;
- documents: every docs link leads somewhere, every room has a README; every table and resource stands in words.md,
  and the files and functions that the floor plan and the life of a request name are there.
"""

import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FORBIDDEN = {"utils", "helpers", "common", "misc", "manager", "service", "types", "core", "impl", "data", "info"}
SQL = re.compile(r"\b(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\b", re.S)
TABLE = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+([a-z][a-z_]+)\b")
AMERICAN = re.compile(r"\b(organizations?|enrollments?|program_id|mentoring programs?)\b")
breaches = []


def breach(path, line, sentence):
    breaches.append(f"{path}:{line}: {sentence}")


def tracked(*patterns):
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "--", *patterns],
                            cwd=ROOT, capture_output=True, text=True, check=True)
    return [pathlib.Path(name) for name in listed.stdout.split("\n") if name and (ROOT / name).exists()]


def floors():
    table = {}
    for line in (ROOT / "src/floors.txt").read_text().splitlines():
        if line[:1].isdigit():
            floor, room, *only = line.split()
            table[room] = (int(floor), only)
    return table


def may_enter(table, room, other):
    floor, only = table[room]
    if room == other:
        return True
    if room == "base":
        return False
    if only:
        return other in only
    return table[other][0] < floor


# A programme's own page asks whether a round of it is open; the room of rounds stands above.
LOOKED_UP = {("programme", "anonymous_rounds")}


def owners_of_tables():
    """A table belongs to the room that its migration is named for: 0007_programme.sql -> programme; where that is no
    room, to the one whose store writes it."""
    owners = {}
    for path in sorted((ROOT / "db/migrations").glob("*.sql")):
        room = path.stem.split("_", 1)[1]
        for name in re.findall(r"CREATE TABLE (\w+)", path.read_text()):
            owners.setdefault(name, room)
        for name in re.findall(r"DROP TABLE (\w+)", path.read_text()):
            owners.pop(name, None)
    for path in tracked("src/*_store.cpp"):
        for name in re.findall(r"INSERT INTO (\w+)", path.read_text()):
            if name in owners and not (ROOT / "src" / owners[name]).is_dir():
                owners[name] = path.parts[1]
    return owners


def check_sources(table):
    owners = owners_of_tables()
    for path in tracked("src/*.cpp", "src/*.hpp"):
        text = (ROOT / path).read_text()
        room = path.parts[1]
        if room not in table:
            breach(path, 1, f"room {room} stands on no floor of src/floors.txt")
            continue
        is_test = path.stem.endswith("_test")
        if path.stem in FORBIDDEN or any(part in FORBIDDEN for part in path.parts):
            breach(path, 1, "a file or folder by this name is a room without a purpose")
        for number, line in enumerate(text.splitlines(), 1):
            included = re.match(r'#include "([a-z_]+)/', line)
            if included and not is_test:
                other = included.group(1)
                if other in table and not may_enter(table, room, other):
                    breach(path, number, f"{room} (floor {table[room][0]}) may not enter {other} (floor {table[other][0]})")
            if re.search(r"\bcatch \(\.\.\.\)", line) and room not in ("platform", "app"):
                breach(path, number, "only the three nets catch everything")
        if is_test or room == "platform":
            continue
        if "_store" not in path.stem and SQL.search(text) and room not in ("audit", "app"):
            breach(path, 1, "SQL stands in stores only")
        for name in set(TABLE.findall(text)) if "_store" in path.stem else ():
            owner = owners.get(name)
            if owner in table and not may_enter(table, room, owner) and (room, name) not in LOOKED_UP:
                breach(path, 1, f"{room} may not read {owner}'s table {name}")
            if owner in table and owner != room and re.search(rf"\b(INTO|UPDATE|DELETE FROM)\s+{name}\b", text):
                breach(path, 1, f"{room} may not write {owner}'s table {name}")


SIGN_FILES = ("src/care/history_store.cpp", "src/care/sign.cpp", "src/care/ladder.cpp")
PLANTED_READ = 'tx.all<Row>(R"(SELECT m.pairing_id, m.sealed_text FROM messages m)")'


def forbidden_reads(text, may_read, columns):
    """Tables and columns that the SQL of a file names and signs may not read (engineering.md 12)."""
    found = set()
    for sql in re.findall(r'R"\((.*?)\)"', text, re.S):
        tables = set(TABLE.findall(sql))
        found |= {name for name in tables if name in columns and name not in may_read}
        allowed = set().union(*(may_read.get(name, set()) for name in tables)) if tables else set()
        known = set().union(*(columns.get(name, set()) for name in tables)) if tables else set()
        found |= (set(re.findall(r"[a-z_]+", sql)) & known) - allowed
    return found


def check_signs():
    """Signs that a pair may be stuck are made of times and sides, never of what anybody wrote: src/care/may_read.txt."""
    lines = (ROOT / "src/care/may_read.txt").read_text().splitlines()
    may_read = {line.split()[0]: set(line.split()[1:]) for line in lines if line and line[0] != "#"}
    columns = {}
    for name, body in re.findall(r"CREATE TABLE (\w+) \((.*?)\n\)", (ROOT / "db/schema.sqlite.sql").read_text(), re.S):
        columns[name] = set(re.findall(r"^\s+([a-z_]+) [A-Z]", body, re.M))
    for name, allowed in may_read.items():
        for column in sorted(allowed - columns.get(name, set())):
            breach("src/care/may_read.txt", 1, f"there is no {name}.{column}")
        for column in sorted(allowed):
            if column.startswith("sealed_"):
                breach("src/care/may_read.txt", 1, f"{name}.{column} is what somebody wrote")
    for path in SIGN_FILES:
        for name in sorted(forbidden_reads((ROOT / path).read_text(), may_read, columns)):
            breach(path, 1, f"signs may not read {name} (src/care/may_read.txt)")
    if forbidden_reads(PLANTED_READ, may_read, columns) != {"sealed_text"}:
        breach("bin/lib/lint_house.py", 1, "a planted read of what somebody wrote is not seen")


def check_limits():
    """A struct has the same limits wherever its table is made: they stand in its own file."""
    for path in tracked("src/*.cpp", "src/*.hpp"):
        text = (ROOT / path).read_text()
        for found in re.finditer(r"meta::limits<(?:\w+::)*(\w+)>\s*=", text):
            if not re.search(rf"\bstruct {found.group(1)}\b", text):
                line = text.count("\n", 0, found.start()) + 1
                breach(path, line, f"the limits of {found.group(1)} stand beside it, or some files make its table without them")


def check_words():
    for path in tracked("src/*", "web/src/*", "db/*", "docs/*.md"):
        if path.suffix in {".json", ".png", ".svg", ".csv"} or "schema.d.ts" in path.name:
            continue
        for number, line in enumerate((ROOT / path).read_text(errors="replace").splitlines(), 1):
            # The HTML standard spells this one token its own way.
            if AMERICAN.search(line.replace('autoComplete="organization"', "")):
                breach(path, number, "British spelling: organisation, programme, enrolment")


def check_documents(table):
    for path in tracked("*.md"):
        text = (ROOT / path).read_text()
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
            if "://" not in target and not target.startswith("mailto:") and not (ROOT / path.parent / target).exists():
                breach(path, 1, f"the link to {target} leads nowhere")
    words = (ROOT / "docs/words.md").read_text() if (ROOT / "docs/words.md").exists() else ""
    for room in table:
        if any((ROOT / "src" / room).glob("*.hpp")) and room not in ("base",):
            if not (ROOT / "src" / room / "README.md").exists():
                breach(f"src/{room}", 1, "a room has a README.md of 5-15 lines")
            if f"`{room}`" not in words:
                breach("docs/words.md", 1, f"no word stands in room `{room}`")


def check_words_of_the_house(table):
    """Every table and every resource stands in docs/words.md, in the row of a word of the room that owns it."""
    named = {}
    for number, line in enumerate((ROOT / "docs/words.md").read_text().splitlines(), 1):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 5 and cells[1].startswith("`"):
            for name in re.findall(r"`([^`]+)`", cells[4]):
                named.setdefault(name, []).append((cells[1].strip("`"), number))
    owners = owners_of_tables()
    resources = {path.split("/")[2] for path in json.loads((ROOT / "docs/api/openapi.json").read_text())["paths"]}
    for name in sorted(set(owners) | {"/" + resource for resource in resources}):
        if name not in named:
            breach("docs/words.md", 1, f"{name} is nobody's: which word is it?")
    for name, places in named.items():
        for room, number in places:
            if name not in owners and name[1:] not in resources:
                breach("docs/words.md", number, f"there is no {name}")
            if owners.get(name) in table and room != owners[name] and room != "platform":
                breach("docs/words.md", number, f"{name} is {owners[name]}'s, not {room}'s")


def check_api_pages():
    """Every path of the contract stands on one of the API pages."""
    pages = "".join(page.read_text() for page in (ROOT / "docs/api").glob("*.md"))
    for path in json.loads((ROOT / "docs/api/openapi.json").read_text())["paths"]:
        spelled = [re.escape(path), re.escape(path.removeprefix("/api"))]
        if not re.search(rf"[ `](?:{'|'.join(spelled)})(?=[`?\s])", pages):
            breach("docs/api", 1, f"no page tells of {path}")


def check_named_files():
    """The pages that lead through the house name files and functions as they are."""
    for page in ("docs/life-of-a-request.md", "docs/floor-plan.md"):
        for number, line in enumerate((ROOT / page).read_text().splitlines(), 1):
            for name in re.findall(r"`((?:src|docs|bin|web|db|tests|content|locales|cmake)/[^`\s]*)`", line):
                if "<" not in name and "*" not in name and not (ROOT / name).exists():
                    breach(page, number, f"there is no {name}")
            files = re.findall(r"`(src/[^`\s]+\.[hc]pp)`", line)
            for name in re.findall(r"`(?:\w+::)*(\w+)\([^`]*\)`", line) if files else ():
                sources = [ROOT / file for file in files]
                sources += [source.with_suffix(".hpp") for source in sources if source.suffix == ".cpp"]
                if not any(re.search(rf"\b{name}\(", source.read_text()) for source in sources if source.exists()):
                    breach(page, number, f"{name} is not in {', '.join(files)}")
            for room, name in re.findall(r"`(\w+)::(\w+)`", line):
                headers = [ROOT / path for path in tracked(f"src/{room}/*.hpp")]
                if headers and not any(re.search(rf"\b{name}\b", header.read_text()) for header in headers):
                    breach(page, number, f"there is no {room}::{name}")


def print_sizes():
    sizes = []
    for path in tracked("src/*.cpp", "src/*.hpp", "web/src/*.tsx", "web/src/*.ts"):
        if "schema.d.ts" not in path.name:
            sizes.append(((ROOT / path).read_text().count("\n"), path))
    long = [f"{lines} {path}" for lines, path in sorted(sizes, reverse=True) if lines > 300][:8]
    if long:
        print("  longest files (a place to look, not a limit): " + ", ".join(long))


def main():
    table = floors()
    check_sources(table)
    check_signs()
    check_limits()
    check_words()
    check_documents(table)
    check_words_of_the_house(table)
    check_api_pages()
    check_named_files()
    print_sizes()
    print("\n".join(breaches) or "  the house stands")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())

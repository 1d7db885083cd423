#!/usr/bin/env python3
"""who_said_what.py FOLDER [--plant LEAK]: an administrator with the files of the database, who wants to know who said what.

Reads {"people": [id], "sent": [text]} from standard input, both in the order in which the people sent their answers, so
that every guess can be marked; each answer is longer than the one before. Prints what was found out, as JSON:

  links    ways from one row to the next, by values that both hold, that lead from somebody to some of the answers only
  order    tables that hold the answers in the order in which they were sent, or in that order turned round
  digests  people who stand somewhere under a digest of their own answer, alone or with their id
  words    files that hold the words of an answer

With --plant a copy of the database is given such a leak first: an attacker who does not find it finds nothing.
"""

import collections
import hashlib
import itertools
import json
import os
import pathlib
import sqlite3
import sys
import tempfile

LEAKS = ("links", "order", "digests", "words")


def plain(value):
    """A cell as what it could be recognised by in another row; numbers and words that many rows hold are none."""
    if isinstance(value, bytes):
        return value if len(value) >= 8 else None
    if isinstance(value, str):
        octets = octets_of(value) if is_id(value) else value.encode()
        return octets if len(octets) >= 8 else None
    return None


def octets_of(person):
    return bytes.fromhex(person.replace("-", ""))


def is_id(text):
    return len(text) == 36 and text.count("-") == 4 and all(sign in "0123456789abcdef-" for sign in text)


def rows_of(database):
    """Every row of every table as it lies there: (table, cells)."""
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        for cells in database.execute(f'SELECT * FROM "{table}"'):
            yield table, cells


def ways(database, people, answers):
    """The people from whom some of the answers are nearer than others; what leads to all alike points at nobody."""
    held = collections.defaultdict(set)
    rows = []
    answer_rows = set()
    for table, cells in rows_of(database):
        values = {plain(cell) for cell in cells} - {None}
        if table in ("ballots", "ballot_box"):
            # What all answers hold, as the house and the question, leads to all of them.
            values &= answers
            answer_rows.add(len(rows))
        for value in values:
            held[value].add(len(rows))
        rows.append(values)
    found = []
    for person in people:
        nearest = first_reached(octets_of(person), held, rows, answer_rows)
        if nearest and nearest != answer_rows:
            found.append(person)
    return found


def first_reached(start, held, rows, targets):
    wave, known, seen = {start}, set(), set()
    while wave:
        known |= wave
        reached = set().union(*(held[value] for value in wave)) - seen
        if reached & targets:
            return reached & targets
        seen |= reached
        wave = set().union(*(rows[number] for number in reached)) - known
    return set()


def in_order(database, sent):
    """Locked away, an answer is as long as it was, and something more that is the same for all: so they are told apart."""
    lengths = [len(text.encode()) for text in sent]
    found = []
    for table, rows in itertools.groupby(rows_of(database), key=lambda row: row[0]):
        for column in zip(*(cells for _, cells in rows)):
            sizes = [len(cell) for cell in column if isinstance(cell, (bytes, str))]
            if len(sizes) != len(lengths) or len(set(sizes)) != len(sizes):
                continue
            if sizes[0] - sizes[-1] in (lengths[0] - lengths[-1], lengths[-1] - lengths[0]) and sizes in (
                sorted(sizes),
                sorted(sizes, reverse=True),
            ):
                found.append(table)
    return found


def under_a_digest(files, people, sent):
    found = []
    for person, text in zip(people, sent):
        raw = octets_of(person)
        tried = [text, person + text, text + person]
        digests = [kind(one.encode()).digest() for one in tried for kind in (hashlib.sha256, hashlib.sha1, hashlib.md5)]
        digests += [hashlib.sha256(raw + text.encode()).digest(), hashlib.blake2b(text.encode(), digest_size=32).digest()]
        if any(digest in octets or digest.hex().encode() in octets for digest in digests for octets in files.values()):
            found.append(person)
    return found


def plant(leak, path, people, sent):
    with sqlite3.connect(path) as database:
        answers = [key for (key,) in database.execute("SELECT id FROM ballots UNION SELECT token_digest FROM ballot_box")]
        database.execute("CREATE TABLE planted (person BLOB, value BLOB)")
        for person, text, answer in zip(people, sent, answers):
            raw = octets_of(person)
            row = {
                "links": (raw, answer),
                "order": (None, os.urandom(len(text.encode()) + 40)),
                "digests": (raw, hashlib.sha256(raw + text.encode()).digest()),
                "words": (None, text),
            }[leak]
            database.execute("INSERT INTO planted VALUES (?, ?)", row)


def attack(folder, people, sent):
    path = folder / "obverse.db"
    files = {each.name: each.read_bytes() for each in folder.iterdir() if each.name.startswith("obverse.db")}
    with sqlite3.connect(path) as database:
        answers = {key for (key,) in database.execute("SELECT id FROM ballots UNION SELECT token_digest FROM ballot_box")}
        return {
            "answers": len(answers),
            "links": ways(database, people, answers),
            "order": in_order(database, sent),
            "digests": under_a_digest(files, people, sent),
            "words": [name for name, octets in files.items() if any(text.encode() in octets for text in sent)],
        }


def main():
    known = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as copy:
        folder = pathlib.Path(copy)
        # With the log beside it: what was written and not yet moved is in the administrator's hand as well.
        for each in pathlib.Path(sys.argv[1]).glob("obverse.db*"):
            (folder / each.name).write_bytes(each.read_bytes())
        if len(sys.argv) > 3:
            plant(sys.argv[3], folder / "obverse.db", known["people"], known["sent"])
        print(json.dumps(attack(folder, known["people"], known["sent"])))


if __name__ == "__main__":
    main()

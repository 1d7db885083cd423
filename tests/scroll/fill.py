#!/usr/bin/env python3
"""Makes a programme of 5,000 people, with a run, in the demo's database by copying rows: fill.py DATABASE [PEOPLE].

The rows are the demo's own, with other ids, names and topics, so that whatever the schema asks for is there. Prints the
id of the programme. For SQLite, and for measuring alone: no house would write so.
"""
import json
import random
import sqlite3
import sys
import unicodedata
import uuid

database = sqlite3.connect(sys.argv[1], timeout=30)
database.row_factory = sqlite3.Row
people = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
draw = random.Random(5000)

FIRST = "Ana Bo Cy Dora Emil Fatima Grete Hugo Ines Jan Kofi Lea Mia Noor Olu Pia Quin Rosa Sami Tove Uma Vera Wim Zoe".split()
LAST = "Adler Berg Costa Dahl Eriksen Fischer Garcia Hansen Ivanova Jensen Khan Lind Mensah Novak Okafor Park Rossi".split()
BROUGHT = ["C1", "C2", "C3", "C4", "A1", "A2", "B1", "B2", "D1", "E1"]
RETURNED = ["I1", "I2", "I3", "I4", "H1", "H2", "G1", "G2", "J1", "F1"]


def template(table, where, *arguments):
    return dict(database.execute(f"SELECT * FROM {table} WHERE {where} LIMIT 1", arguments).fetchone())


def insert(table, row):
    names = ", ".join(row)
    database.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


def new_id():
    return uuid.UUID(int=draw.getrandbits(128)).bytes


programme = template("programmes", "state = 'matching'")
earlier = programme["id"]
programme |= {"id": new_id(), "name": "Five thousand", "planned_pairs": people // 2, "version": 1}
insert("programmes", programme)
for role in database.execute("SELECT * FROM roles WHERE programme_id = ?", (earlier,)).fetchall():
    insert("roles", dict(role) | {"id": new_id(), "programme_id": programme["id"]})

top = template("people", "manager_id IS NULL AND people_under > 0 ORDER BY people_under DESC")
person = template("people", "is_active AND manager_id IS NOT NULL AND people_under = 0")
enrolled = template("enrolments", "programme_id = ? AND state = 'joined'", earlier)
offer = template("offers", "1 = 1")
want = template("wants", "1 = 1")
departments = [row[0] for row in database.execute("SELECT DISTINCT department FROM people WHERE department IS NOT NULL")]

mentors, mentees = [], []
for number in range(people):
    # A few more bring than want: somebody is without a partner.
    side = "mentor" if number % 50 < 26 else "mentee"
    name = f"{draw.choice(FIRST)} {draw.choice(LAST)} {number}"
    folded = unicodedata.normalize("NFKD", name).casefold()
    row = person | {
        "id": new_id(), "name": name, "name_folded": folded, "called_name": None, "email": None,
        "sign_in_name": f"five.{number}", "external_id": None, "department": draw.choice(departments),
        "level": 1 if side == "mentor" else 3, "manager_id": top["id"], "version": 1,
    }
    insert("people", row)
    (mentors if side == "mentor" else mentees).append(row["id"])
    enrolment = enrolled | {"id": new_id(), "programme_id": programme["id"], "person_id": row["id"], "side": side, "version": 1}
    insert("enrolments", enrolment)
    brings, wants = (BROUGHT, RETURNED) if side == "mentor" else (RETURNED, BROUGHT)
    for topic in draw.sample(brings, 3):
        insert("offers", offer | {"id": new_id(), "enrolment_id": enrolment["id"], "topic": topic, "strength": 2})
    for priority, topic in enumerate(draw.sample(wants, 3), 1):
        insert("wants", want | {"id": new_id(), "enrolment_id": enrolment["id"], "topic": topic, "priority": priority})

# The run is written too: what is measured is the page, not the engine.
run = template("match_runs", "state = 'draft'")
pair = template("match_run_pairs", "match_run_id = ?", run["id"])
pairs = min(len(mentors), len(mentees)) - people // 50
report = json.loads(run["report"]) | {"mentors": len(mentors), "mentees": len(mentees), "pairs": pairs,
                                      "mentors_reached": pairs, "mentees_reached": pairs}
run |= {"id": new_id(), "programme_id": programme["id"], "number": 1, "report": json.dumps(report)}
insert("match_runs", run)
for position in range(pairs):
    insert("match_run_pairs", pair | {"match_run_id": run["id"], "position": position,
                                      "mentor_id": mentors[position], "mentee_id": mentees[position]})
reason = json.dumps({"code": "all_taken", "could_meet": 7, "rule": None, "taken": 0, "department": departments[0]})
left = [("mentor", one) for one in mentors[pairs:]] + [("mentee", one) for one in mentees[pairs:]]
for position, (side, one) in enumerate(left):
    insert("match_run_leftovers", {"organisation_id": run["organisation_id"], "match_run_id": run["id"],
                                   "position": position, "person_id": one, "side": side, "reason": reason})

database.execute("UPDATE people SET people_under = people_under + ? WHERE id = ?", (people, top["id"]))
database.execute("UPDATE reporting_trees SET headcount = headcount + ?", (people,))
database.commit()
print(uuid.UUID(bytes=programme["id"]))

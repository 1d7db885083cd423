#!/usr/bin/env python3
"""people_tables.py SIZE FOLDER: mentors.csv, mentees.csv and rules.json for `obverse match`, the same for the same size.

The cohort of goal 15 with everything that stands before the engine: SIZE people a side, each with six topics they bring
and six they want, of 64; a level from 1 to 6 or from 5 to 10, one of 40 departments, of 12 sites and three styles. Two people may meet
when each brings something the other wants, the mentee stands higher and they work in different departments: about one
couple in twelve.
"""
import json
import pathlib
import sys

TOPICS, TOPICS_EACH = 64, 6
MASK = (1 << 64) - 1

RULES = {
    "format": 1,
    "identify_by": "id",
    "rules": [
        {"name": "brings what the mentee wants", "kind": "overlap", "mentor": "offers", "mentee": "wants", "points_each": 60,
         "required": True},
        {"name": "wants what the mentee brings", "kind": "overlap", "mentor": "wants", "mentee": "offers", "points_each": 40,
         "required": True},
        {"name": "the mentee stands higher", "kind": "difference", "mentor": "level", "mentee": "level", "maximum": -1,
         "required": True, "points_by_difference": {"-1": 10, "-2": 20, "-3": 30, "-4": 20, "-5": 10}},
        {"name": "another department", "kind": "different", "mentor": "department", "mentee": "department", "required": True},
        {"name": "another site", "kind": "different", "mentor": "site", "mentee": "site", "points": 25},
        {"name": "the same style", "kind": "equal", "mentor": "style", "mentee": "style", "points": 15},
    ],
}


class Draw:
    """splitmix64 (Steele, Lea and Flood, OOPSLA 2014)"""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) * bound) >> 64

    def topics(self):
        chosen = []
        while len(chosen) < TOPICS_EACH:
            topic = self.below(TOPICS)
            if topic not in chosen:
                chosen.append(topic)
        return ";".join(f"topic {topic}" for topic in sorted(chosen))


def write_side(path, letter, lowest, size, draw):
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,level,department,site,style,offers,wants\n")
        for number in range(size):
            cells = (lowest + draw.below(6), f"department {draw.below(40)}", f"site {draw.below(12)}", f"style {draw.below(3)}",
                     draw.topics(), draw.topics())
            file.write(f"{letter}{number}," + ",".join(map(str, cells)) + "\n")


def main(size, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    draw = Draw(12345)
    write_side(folder / "mentors.csv", "m", 1, size, draw)
    write_side(folder / "mentees.csv", "e", 5, size, draw)
    for rule in RULES["rules"]:
        if rule["kind"] == "overlap":
            rule["separator"] = ";"
    (folder / "rules.json").write_text(json.dumps(RULES, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])

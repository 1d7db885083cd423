"""Adds up the reports that bin/test collected in a folder and prints one closing line.

Reads GoogleTest's JSON (gtest-*.json) and the JUnit XML of the front end and the journeys (junit-*.xml).
Exits 1 when anything failed, or was skipped while CI is set.
"""

import json
import os
import pathlib
import sys
import xml.etree.ElementTree as xml


def gtest_cases(path):
    for suite in json.loads(path.read_text())["testsuites"]:
        for case in suite["testsuite"]:
            name = f"{path.stem.removeprefix('gtest-')}: {case['classname']}.{case['name']}"
            if case.get("failures"):
                yield name, "failed"
            elif case["result"] == "SKIPPED":
                yield name, "skipped"
            elif case["result"] == "COMPLETED":
                yield name, "passed"


def junit_cases(path):
    for case in xml.parse(path).getroot().iter("testcase"):
        name = f"{path.stem.removeprefix('junit-')}: {case.get('name')}"
        if case.find("failure") is not None or case.find("error") is not None:
            yield name, "failed"
        elif case.find("skipped") is not None:
            yield name, "skipped"
        else:
            yield name, "passed"


def main():
    folder = pathlib.Path(sys.argv[1])
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    for path in sorted(folder.iterdir()):
        read = {".json": gtest_cases, ".xml": junit_cases}.get(path.suffix)
        if path.suffix == ".broken":
            print(f"FAILED  {path.read_text().strip()}")
            counts["failed"] += 1
        for name, outcome in read(path) if read else ():
            counts[outcome] += 1
            if outcome != "passed":
                print(f"{outcome.upper():8}{name}")
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    refused = counts["failed"] or not counts["passed"] or (os.environ.get("CI") and counts["skipped"])
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())

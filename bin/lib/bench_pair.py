"""bin/bench pair [--pairs N]

Makes N live pairs (100,000 when not said) on SQLite and on PostgreSQL, and measures the night that looks after them (all of
them, in one process) and a person's reads of their pair and of their front page through the real routes, without a socket.
Fails when a night takes a minute or longer, or a front page 50 ms at the 99th of a hundred.
"""
import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build/bench"
MOST_SECONDS = 60
MOST_FRONT_PAGE_MS = 50


def main(arguments):
    parser = argparse.ArgumentParser(prog="bin/bench pair", description=__doc__.split("\n\n")[1])
    parser.add_argument("--pairs", type=int, default=100_000)
    options = parser.parse_args(arguments)
    subprocess.run([ROOT / "bin/setup", "bench"], check=True)
    if not (BUILD / "build.ninja").exists():
        subprocess.run(["cmake", "--preset", "bench"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", BUILD, "--target", "pair_bench"], check=True)
    slowest = slowest_page = 0.0
    for engine in ("sqlite", "postgresql"):
        print(f"{engine}:", flush=True)
        told = subprocess.run([BUILD / "pair_bench", str(options.pairs)], check=True, capture_output=True, text=True,
                              env={**os.environ, "OBVERSE_TEST_DATABASE": engine}).stdout
        print(told)
        slowest = max([slowest, *(float(found) for found in re.findall(r"(?:night|after|later): ([\d.]+) s", told))])
        slowest_page = max([slowest_page, *(float(found) for found in re.findall(r"front page.* p99 ([\d.]+) ms", told))])
    print(f"The slowest night took {slowest:.1f} s (less than {MOST_SECONDS}), the 99th front page of a hundred "
          f"{slowest_page:.1f} ms (less than {MOST_FRONT_PAGE_MS}).")
    return 0 if slowest < MOST_SECONDS and slowest_page < MOST_FRONT_PAGE_MS else 1

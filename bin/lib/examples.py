"""The examples on the API pages are the recorded ones: behind a line `<!-- examples/NAME.json -->` stands that file as a
JSON block. Without words: checks, and exits 1 when a page shows another answer, or when nobody shows an example's folder.
With --write: writes the blocks anew."""

import pathlib
import re
import sys

API = pathlib.Path(__file__).resolve().parents[2] / "docs/api"
BLOCK = re.compile(r"<!-- (examples/[\w/-]+\.json) -->\n(?:```json\n(?:.*?\n)??```\n)?", re.S)


def block(match):
    path = API / match.group(1)
    shown = path.read_text() if path.exists() else '"there is no such example"\n'
    return f"<!-- {match.group(1)} -->\n```json\n{shown}```\n"


def main():
    wrong = []
    for page in sorted(API.glob("*.md")):
        text = page.read_text()
        right = BLOCK.sub(block, text)
        for name in BLOCK.findall(text):
            if not (API / name).exists():
                wrong.append(f"docs/api/{page.name}: {name} has not been recorded")
        if right != text and "--write" in sys.argv:
            page.write_text(right)
        elif right != text:
            wrong.append(f"docs/api/{page.name} shows other answers than the recorded ones: run bin/setup api")
    print("\n".join(wrong) or "  the pages show what was recorded")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

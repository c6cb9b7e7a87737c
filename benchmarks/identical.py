"""Whether a build gives the same bytes, whatever the hash seed, the order of its inputs and the folder it is in.

python benchmarks/identical.py [RUNS]        (default: 25)
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
INDEX = ROOT / "examples" / "index.jsonl"
BUILD = """
import sys
import dateline
from dateline.exports import FORMATS, render
half = len(lines := open(sys.argv[1]).read().splitlines()) // 2
for number, part in enumerate((lines[:half], lines[half:])):  # the second build adds to the first
    with open(sys.argv[1], "w") as index:
        index.write("\\n".join(part) + "\\n")
    story = dateline.build(index=sys.argv[1], folder=sys.argv[2])
for name in FORMATS:
    with open(f"{sys.argv[2]}/{name.strip('.')}", "wb") as file:
        file.write(render(name, story.whole))
"""


def run(number: int) -> dict[str, str]:
    """Format -> SHA-256 of the bundled articles' graph, built with this hash seed, in an order made from it."""
    from dateline.exports import FORMATS

    entries = [json.loads(line) for line in INDEX.read_text("utf-8").splitlines()]
    random.Random(number).shuffle(entries)
    with tempfile.TemporaryDirectory() as home:
        index, folder = Path(home, "index.jsonl"), Path(home, f"story-{number}")
        for entry in entries:
            entry["path"] = str(INDEX.with_name(entry["path"]))
        index.write_text("".join(json.dumps(entry) + "\n" for entry in entries), "utf-8")
        environment = os.environ | {"PYTHONHASHSEED": str(number), "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", BUILD, index, folder], env=environment, check=True)
        return {name: hashlib.sha256((folder / name.strip(".")).read_bytes()).hexdigest() for name in FORMATS}


def main() -> int:
    """Build, compare, print; 1 where a format came out in two ways."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    found: dict[str, set[str]] = {}
    for number in range(runs):
        for name, digest in run(number).items():
            found.setdefault(name, set()).add(digest)
        print(f"{number + 1}: at most {max(map(len, found.values()))} different", flush=True)
    for name, digests in found.items():
        print(f"{name:16} {' '.join(sorted(digests))}")
    return int(any(len(digests) > 1 for digests in found.values()))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())

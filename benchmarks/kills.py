"""Kills at random moments of builds of 300 documents, each taken up again: what was lost, torn or doubled.

python benchmarks/kills.py [KILLS]        (default: 100)
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "dateline")]

from kills import Build  # noqa: E402

DOCUMENTS = 300


def main() -> int:
    """Kill, check, print; 1 where anything does not hold."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as home:
        build = Build(Path(home), DOCUMENTS, random.Random(1))
        print(f"seconds: {build.editions[0].seconds}", flush=True)
        faults = []
        for number in range(kills):
            found = list(build.kill())
            faults += found
            print(f"{number + 1}: {', '.join(found) or f'{len(build.acknowledged)} told of'}", flush=True)
        counted = ", ".join(f"{count} {phase}" for phase, count in build.killed.items())
        print(f"killed: {counted}; {build.ended} builds came to their end; {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

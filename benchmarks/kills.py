"""Kills at random moments of a build of 300 documents, each taken up again: what was lost, torn or doubled.

python benchmarks/kills.py [KILLS]        (default: 100)
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "dateline")]

from kills import Build, invented  # noqa: E402

DOCUMENTS = 300


def main() -> int:
    """Kill, check, print; 1 where anything does not hold."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as home:
        build = Build(Path(home), invented(DOCUMENTS), random.Random(1))
        print(f"a build of {DOCUMENTS} documents takes {build.seconds:.1f} s")
        faults = []
        for number in range(kills):
            found = list(build.kill())
            faults += found
            print(f"{number + 1}: {', '.join(found) or f'{len(build.acknowledged)} documents told of, all there'}")
        print(f"{kills} kills, {build.number} builds that came to their end, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

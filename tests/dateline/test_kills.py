from __future__ import annotations

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from kills import Build


def test_a_build_that_is_killed_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    build = Build(tmp_path, 30, random.Random(7))
    faults = [fault for _ in range(10) for fault in build.kill()]
    assert faults == []
    assert build.killed["storing"] > 0

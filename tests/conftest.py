"""What tests of several folders share."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from browsing import browser, opened, playwright

__all__ = ["browser", "opened", "playwright"]

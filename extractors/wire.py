"""The dateline with which a wire report opens: "PARIS, March 12, 2021 (Reuters) —"."""

from __future__ import annotations

import re

_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,}[^—–\n]{0,60}?\s(?:—|–|--|-)\s+(?=[\w\"“‘'(])")
"""A town in capitals, with land, day and agency, up to its dash."""


def after_dateline(text: str, start: int, end: int) -> int:
    """The code point behind the dateline that opens `text[start:end]`; `start` where it opens with none."""
    match = _DATELINE.match(text, start, end)
    return match.end() if match else start

"""The date in the dateline of a report, "MOSCOW, February 29 (Agency) --": that of the report, not of what it tells."""

from __future__ import annotations

import re

from dateline.extractors.syntax import Annotation
from dateline.graph.model import Timex

_AFTER = re.compile(r"\s*(?:,?\s*\d{4}\s*)?(?:\([^)\n]{2,40}\)\s*)?(?:--|[-–—:_]|\])")
_BEFORE = re.compile(r"[^\n.!?]{0,60}\Z")


def heads(annotation: Annotation, times: tuple[Timex, ...]) -> frozenset[Timex]:
    """The expressions that stand in a dateline: after a place in capitals, before a dash."""
    return frozenset(t for t in times if _in_dateline(annotation.text, t))


def _in_dateline(text: str, timex: Timex) -> bool:
    if not _AFTER.match(text, timex.end):
        return False
    before = _BEFORE.search(text, max(0, timex.start - 60), timex.start)
    words = re.findall(r"[^\W\d_]{3,}", before.group()) if before else []
    return bool(words) and words[-1].isupper()

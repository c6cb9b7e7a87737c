"""The items of a report that lists incidents: each opens with a number, a dash, an hour or a weekday ("17:42 …",
"Friday: …"), and tells events of its own."""

from __future__ import annotations

import re

from dateline.extractors.syntax import Annotation

_HEAD = re.compile(
    r"^[ \t]*(?:(?:\(?\d{1,3}[.)]|[-–•*])[ \t]+(?=\S)|\d{1,2}[:.]\d{2}\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b[^.\n]{0,60}?:)",
    re.MULTILINE,
)
_FEWEST = 3
"""Heads that make a list."""


def items(a: Annotation) -> tuple[int, ...]:
    """For each sentence the number of the item that it stands in, from 1; 0 before the first, and where no list is."""
    starts = [m.start() for m in _HEAD.finditer(a.text)]
    if len(starts) < _FEWEST:
        return (0,) * len(a.sentences)
    return tuple(sum(start < sentence.end for start in starts) for sentence in a.sentences)

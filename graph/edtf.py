"""Bounds as one date of the Extended Date/Time Format (ISO 8601-2, level 0 and open intervals), precision kept."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from dateline.graph.model import TimeSpan


def edtf(begin: TimeSpan, end: TimeSpan) -> str | None:
    """The shortest EDTF date that tells when something began and ended.

    A known day, month or year is written as such ("2020-01-05", "2019-10", "2003"); begin and end that differ, or days
    that fill no calendar unit, as an interval of what is known ("2019-10/2020-01-05"); an open side as "..". `None`
    where nothing is known.
    """
    first, last = _unit(begin), _unit(end)
    if first and first == last:
        return first
    left = first or (begin.earliest.isoformat() if begin.earliest else "..")
    right = last or (end.latest.isoformat() if end.latest else "..")
    return None if left == right == ".." else f"{left}/{right}"


def _unit(span: TimeSpan) -> str | None:
    """The day, month or year that the span fills exactly."""
    low, high = span.earliest, span.latest
    if low is None or high is None:
        return None
    if low == high:
        return low.isoformat()
    if low == date(low.year, 1, 1) and high == date(low.year, 12, 31):
        return f"{low.year:04}"
    if low.day == 1 and high == date(low.year, low.month, monthrange(low.year, low.month)[1]):
        return f"{low.year:04}-{low.month:02}"
    return None

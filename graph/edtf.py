"""Bounds as one date of the Extended Date/Time Format (ISO 8601-2, levels 1 and 2), precision kept.

`a/b` lasted from a to b, `[a..b]` was on one day between the two, `[a,b]` on one day or the other.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from dateline.graph.model import Claim, TimeSpan, Timex


def edtf(begin: TimeSpan, end: TimeSpan) -> str | None:
    """The shortest EDTF date that tells when something began and ended; `None` where nothing bounds it outwards.

    Equal bounds are one moment: a known day, month or year is written as such ("2020-01-05", "2019-10", "2003"), else
    a set of which it is one ("[2020-01-05..2020-01-08]", "[..2020-01-08]"). Bounds that differ are an interval
    ("2019-10/2020-01-05"); a side of which only the outermost day is known is approximate ("2019-12-24~"), one that is
    not told empty, and an end that had not come by a known day "..".
    """
    if begin == end:
        return _moment(begin)
    first = _side(begin, begin.earliest)
    last = _side(end, end.latest) or (".." if end.earliest else "")
    return f"{first}/{last}" if first or last.strip(".") else None


def of_claim(claim: Claim, times: Iterable[Timex]) -> str | None:
    """The same of a claim, which figures that can be read two ways ("01/02/2019") put on one of two days; `times` are
    the expressions of its record."""
    for timex in times:
        either = claim.time == (timex.start, timex.end) and (timex.edtf or "").startswith("[")
        if either and claim.begin == claim.end == timex.span:
            return timex.edtf
    return edtf(claim.begin, claim.end)


def _moment(span: TimeSpan) -> str | None:
    if span == TimeSpan():
        return None
    return _unit(span) or f"[{span.earliest or ''}..{span.latest or ''}]"


def _side(span: TimeSpan, outermost: date | None) -> str:
    return _unit(span) or (f"{outermost}~" if outermost else "")


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

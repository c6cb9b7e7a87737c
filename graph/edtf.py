"""Bounds as one date of the Extended Date/Time Format (ISO 8601-2, levels 1 and 2), precision kept.

`a/b` lasted from a to b, `[a..b]` was on one day between the two, `[a,b]` on one day or the other.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from dateline.graph.errors import UsageError
from dateline.graph.model import Claim, TimeSpan, Timex

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


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


def days(text: str) -> TimeSpan:
    """The days that a year, a month or a day names.

    >>> days("2020-02")
    TimeSpan(earliest=datetime.date(2020, 2, 1), latest=datetime.date(2020, 2, 29))

    Raises `UsageError` where `text` is none of these.
    """
    match = _DAY.fullmatch(text)
    try:
        if not match:
            raise ValueError
        year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        raise UsageError(f"not a date: {text!r}; write YYYY-MM-DD, YYYY-MM or YYYY") from None
    return TimeSpan(first, last)


def bounds(text: str) -> tuple[TimeSpan, TimeSpan]:
    """Begin and end of a date as this module writes it: one of `days`; "[a..b]" for one day between two, one of which
    may be left out; "[a,b]" for one of two; "a/b" for what lasted from a to b, of which one side may be left open and
    a side with "~" is only known to lie further in.

    Raises `UsageError` where `text` is none of these, or ends before it begins.
    """
    if text.startswith("[") and text.endswith("]"):
        first, dots, last = text[1:-1].partition(".." if ".." in text else ",")
        if dots != ".." and not (first and last):
            raise UsageError(f"{text!r} names no two days; write [a..b] for one between, [a,b] for one of two")
        low = days(first).earliest if first or last == "" else None
        high = days(last or first).latest if last or not dots else None
        moment = TimeSpan(*_ordered(low, high, text))
        return moment, moment
    first, slash, last = text.partition("/")
    if not slash:
        return days(first), days(first)
    begin, end = _lasting(first, opens=True), _lasting(last, opens=False)
    if begin == end == TimeSpan():
        raise UsageError(f"{text!r} names no day at all")
    _ordered(begin.earliest, end.latest, text)
    return begin, end


def _lasting(side: str, *, opens: bool) -> TimeSpan:
    """The begin or end of an interval."""
    if side in ("", ".."):
        return TimeSpan()
    known = days(side.removesuffix("~"))
    if not side.endswith("~"):
        return known
    return TimeSpan(known.earliest, None) if opens else TimeSpan(None, known.latest)


def _ordered(first: date | None, last: date | None, text: str) -> tuple[date | None, date | None]:
    if first and last and first > last:
        raise UsageError(f"{text!r} ends before it begins; exchange the two")
    return first, last

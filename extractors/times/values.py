"""TIMEX3 values (ISO 24617-1) read back to the days they cover, and written as EDTF (ISO 8601-2)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from dateline.extractors.times.periods import SEASON_MONTH, Granularity, Period, period
from dateline.graph.model import TimeSpan

_VALUE = re.compile(
    r"(?P<century>\d\d)|(?P<decade>\d{3})X|(?P<year>\d{4})"
    r"(?:-(?:W(?P<week>\d\d)(?P<we>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.+)?)?))?"
)
_EDTF_SEASON = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def read(value: str | None) -> Period | None:
    """The calendar period that a TIMEX3 value names; None for durations, sets, vague references and what is no day."""
    match = _VALUE.fullmatch(value or "")
    if match is None:
        return None
    try:
        return _period(match)
    except ValueError:
        return None


def _period(match: re.Match[str]) -> Period:
    if match["century"]:
        return Period("century", date(max(int(match["century"]) * 100, 1), 1, 1))
    if match["decade"]:
        return Period("decade", date(max(int(match["decade"]) * 10, 1), 1, 1))
    year = int(match["year"])
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return period("weekend", monday) if match["we"] else Period("week", monday)
    if match["quarter"]:
        return Period("quarter", date(year, int(match["quarter"]) * 3 - 2, 1))
    if match["half"]:
        return Period("half", date(year, int(match["half"]) * 6 - 5, 1))
    if match["season"]:
        return Period("season", date(year, SEASON_MONTH[match["season"]], 1))
    if match["day"]:
        return Period("day", date(year, int(match["month"]), int(match["day"])))
    granularity: Granularity = "month" if match["month"] else "year"
    return Period(granularity, date(year, int(match["month"] or 1), 1))


def span(value: str | None) -> TimeSpan:
    """First and last day of a TIMEX3 value or of an interval `a/b` of two; open where it names no days."""
    first, slash, second = (value or "").partition("/")
    begin, end = read(first), read(second) if slash else None
    if begin is None or (slash and end is None):
        return TimeSpan()
    return TimeSpan(begin.first, (end or begin).last)


@lru_cache(maxsize=20_000)
def edtf(value: str | None, days: TimeSpan) -> str | None:
    """The EDTF string of a value whose expression covers `days`: a part of a period, a week, a window of days and all
    else that EDTF has no own form for is written as an interval of days."""
    if days.earliest is None or days.latest is None:
        if days.earliest is None and days.latest is None:
            return None
        return f"{days.earliest or '..'}/{days.latest or '..'}"
    at = read(value)
    if at is None or at.span != days or at.granularity in ("week", "weekend"):
        if at is not None and at.granularity == "day":
            return at.value
        return str(days.earliest) if days.earliest == days.latest else f"{days.earliest}/{days.latest}"
    match at.granularity:
        case "quarter":
            return f"{at.first.year:04}-{32 + (at.first.month + 2) // 3}"
        case "half":
            return f"{at.first.year:04}-{40 if at.first.month == 1 else 41}"
        case "season":
            return f"{at.first.year:04}-{_EDTF_SEASON[at.value[-2:]]}"
        case "century":
            return at.value + "XX"
        case _:
            return at.value


def part(days: TimeSpan, first: int, last: int) -> TimeSpan:
    """From the `first` to the `last` hundredth of some days, rounded outwards: "early 2019" reaches into May."""
    if days.earliest is None or days.latest is None:
        return days
    length = (days.latest - days.earliest).days
    return TimeSpan(
        days.earliest + timedelta(days=length * first // 100), days.earliest + timedelta(days=-(-length * last // 100))
    )

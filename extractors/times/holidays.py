"""Holidays of `data/times/holidays.toml` and the day on which each falls in a year."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

from dateline.extractors.times.lexicon import load
from dateline.extractors.times.periods import Period
from dateline.graph.errors import DataError


@cache
def names() -> dict[str, str]:
    """Every name in lower case -> its rule."""
    return {name: rule for rule, every in load("holidays.toml")["holiday"].items() for name in every}


def day(name: str, year: int, shift: int = 0) -> Period | None:
    """The day of the holiday in that year, moved by `shift` days; None where the rule gives none or days vary."""
    if names()[name] == "varies":
        return None
    try:
        return Period("day", _day(names()[name], year) + timedelta(days=shift))
    except (ValueError, OverflowError):
        return None


def _day(rule: str, year: int) -> date:
    """`12-25` is a fixed day; `easter-2` counts from Easter Sunday, `orthodox+0` from that of the Eastern churches;
    `11-thu-4` is the fourth Thursday of November, `5-mon-last` the last Monday of May, `11-mon-1+1` the day after the
    first Monday of November."""
    if rule.startswith(("easter", "orthodox")):
        name = "easter" if rule.startswith("easter") else "orthodox"
        sunday: date = easter(year, 3 if name == "easter" else 2)
        return sunday + timedelta(days=int(rule.removeprefix(name)))
    parts = rule.split("-")
    if len(parts) == 2:
        return date(year, int(parts[0]), int(parts[1]))
    if len(parts) != 3 or parts[1] not in (weekdays := ("mon", "tue", "wed", "thu", "fri", "sat", "sun")):
        raise DataError("times/holidays.toml", None, f"cannot read the rule {rule!r}", "MM-DD, easter+N, MM-thu-4")
    month, weekday = int(parts[0]), weekdays.index(parts[1])
    which, _, extra = parts[2].partition("+")
    if which == "last":
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (int(which) - 1) + int(extra or 0))

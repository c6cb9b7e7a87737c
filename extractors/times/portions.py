"""Readings of parts of a period counted off its ends: "the last few days of 2019", "the first week of May"."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.extractors.times.hit import Hit
from dateline.extractors.times.periods import Period, moved, period
from dateline.extractors.times.reading import UNRESOLVED, Reading, date_or_none, dated
from dateline.graph.model import TimeSpan

_FEW = {"day": 7, "week": 3, "month": 3, "hour": 12, "year": 4}
"""How many of a unit "a few" are at most, so that an interval can be given."""


def portion(hit: Hit) -> Reading:
    """So many units from the beginning or end of a period. A day, weekend or month so named is that one; a longer part
    keeps the period's value and narrows its days."""
    near, unit = hit.inner(), hit.code("unit", "UNIT", "UNITS")
    if near is None or near.period is None or near.span.earliest is None or near.span.latest is None:
        return UNRESOLVED
    order = hit.integer("order", "ORDINAL", "END") or 1
    if weekday := hit.integer("weekday", "WEEKDAY"):
        return date_or_none(_weekday(near.period, order, weekday))
    several = bool(hit.words("number")) or hit.meaning("unit", "UNITS") is not None
    if not several and unit in ("day", "weekend", "month"):
        return dated(_nth(near.period, order, unit))
    count = hit.number("number") if hit.words("number") else None
    size = int(count) if count is not None else _FEW.get(unit, 3) if several else 1
    span = _counted(near.span.earliest, near.span.latest, order, size, unit)
    return Reading("DATE", near.period.value, span, None, near.period)


def _weekday(within: Period, order: int, weekday: int) -> Period | None:
    """The first, second … last Monday of a period."""
    if order < 0:
        day = Period("day", within.last - timedelta(days=(within.last.isoweekday() - weekday) % 7))
    else:
        day = Period("day", within.first + timedelta(days=(weekday - within.first.isoweekday()) % 7 + 7 * (order - 1)))
    return day if within.first <= day.first <= within.last else None


def _nth(within: Period, order: int, unit: str) -> Period:
    if unit == "month":
        month = period("month", within.last if order < 0 else within.first)
        return month if order < 0 else month.shift(order - 1)
    if unit == "day":
        first = within.first + timedelta(days=order - 1)
        return Period("day", within.last if order < 0 else min(first, within.last))
    weekend = period("weekend", within.last if order < 0 else within.first)
    if order < 0:
        return weekend if weekend.first <= within.last else weekend.shift(-1)
    return (weekend if weekend.first >= within.first else weekend.shift(1)).shift(order - 1)


def _counted(earliest: date, latest: date, order: int, size: int, unit: str) -> TimeSpan:
    step = "day" if unit == "hour" else unit
    size = 1 if unit == "hour" else size
    if order < 0:
        begin = moved(latest + timedelta(days=1), -size, step)
        return TimeSpan(max(begin, earliest), latest)
    begin = moved(earliest, (order - 1) * size, step)
    return TimeSpan(min(begin, latest), min(moved(begin, size, step) - timedelta(days=1), latest))

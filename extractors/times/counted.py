"""Readings of expressions that count units of time: "two weeks ago", "three days later", "the next day"."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from dateline.extractors.times.hit import Hit
from dateline.extractors.times.periods import UNIT_PERIOD, Granularity, Period, moved, period
from dateline.extractors.times.quarters import compared
from dateline.extractors.times.reading import NOWHEN, UNRESOLVED, Reading, date_or_none, dated, unresolved
from dateline.graph.model import TimeSpan

_PART = {"year": ("month", 12), "month": ("day", 30), "week": ("day", 7), "decade": ("year", 10)}
"""Unit -> the smaller unit that says its half, and how many make one."""
_COARSE: dict[str, Granularity] = {"decade": "year", "century": "year", "millennium": "year"}


def _precision(unit: str) -> Granularity:
    """How exactly so many of a unit are meant: "three weeks ago" is a week, "two decades ago" a year."""
    return _COARSE.get(unit, UNIT_PERIOD[unit])


def ago(hit: Hit) -> Reading | None:
    """ "two weeks ago", "10 days from now", "a week from Friday": as exact as the unit counted in."""
    unit, number = hit.code("unit", "UNIT", "UNITS"), hit.number("number")
    side, _, amount = hit.argument.partition(" ")
    if amount:
        number = Fraction(amount)
    if side == "hence" and hit.before() == "for":
        return None  # "for three days from Monday" is a length
    steps = -1 if side == "ago" else 1
    if number is None:
        return Reading("DATE", "PAST_REF" if steps < 0 else "FUTURE_REF")
    if hit.words("of"):
        near = hit.inner()
        return _beside(near.period, steps, number, unit) if near and near.period else UNRESOLVED
    if hit.anchor is None:
        return UNRESOLVED
    if steps < 0 and number == 1 and unit == "year" and (at := compared(hit)):
        return dated(at)
    return counted(hit.anchor, steps, number, unit, hit.clock())


def _beside(near: Period, steps: int, number: Fraction, unit: str) -> Reading:
    """So many units from a day named, to the day: "a year ago Friday" is the Friday nearest to it."""
    at = moved(near.first, steps * int(number), unit)
    if near.granularity != "day" or UNIT_PERIOD[unit] in ("day", "week"):
        return dated(period(near.granularity, at))
    turn = (near.first.weekday() - at.weekday() + 3) % 7 - 3
    return dated(Period("day", at).shift(turn))


def later(hit: Hit) -> Reading | None:
    """ "two days later", "a year earlier", "the next day", "the week before": from the last date that the text gave."""
    if hit.words_end() in ("before", "after") and hit.governs(hit.last - 1):
        return None
    clock = hit.clock()
    unit = hit.code("unit", "UNIT", "UNITS") or hit.code("bare", "UNITS") or ("day" if clock else "")
    number = None if hit.words("bare") else hit.number("number") if hit.words("number") else Fraction(1)
    step = hit.step()
    steps = step if step is not None else -1 if hit.argument == "earlier" else 1
    yearly = unit == "year" and steps < 0
    if yearly and number == 1 and (at := compared(hit)):
        return dated(at)
    reference = None if yearly else hit.context.reference(_precision(unit))
    if reference is None and hit.anchor is not None and unit in ("year", "quarter", "month"):
        reference = period(_precision(unit), hit.anchor)
    if reference is None:
        return unresolved(clock, anaphoric=True)
    if number is None:
        return Reading("DATE", None, _beyond(reference.span, steps, unit), anaphoric=True)
    return counted(reference.first, steps, number, unit, clock, anaphoric=True)


def counted(
    start: date, steps: int, number: Fraction, unit: str, clock: str = "", *, anaphoric: bool = False
) -> Reading:
    """`number` units before (`steps` -1) or after (1) a day."""
    if unit in ("second", "minute", "hour"):
        return Reading("TIME", None, _beyond(TimeSpan(start, start), steps, unit), anaphoric=anaphoric)
    whole = int(number)
    at = moved(start, steps * whole, unit)
    if number != whole and unit in _PART:
        unit, size = _PART[unit]
        at = moved(at, steps * int((number - whole) * size), unit)
    return dated(Period("day", at) if clock else period(_precision(unit), at), clock, anaphoric=anaphoric)


def _beyond(span: TimeSpan, steps: int, unit: str) -> TimeSpan:
    """The days that lie a vague number of units after (or before) some days; hours reach into the next day at most."""
    if span.earliest is None or span.latest is None:
        return NOWHEN
    near = unit in ("second", "minute", "hour")
    if steps > 0:
        return TimeSpan(span.earliest, moved(span.latest, 1, "day") if near else None)
    return TimeSpan(moved(span.earliest, -1, "day") if near else None, span.latest)


def same(hit: Hit) -> Reading:
    """ "that day", "the same month", "that night": the period of the last date that the text gave."""
    clock = hit.clock()
    at = hit.context.reference("day" if clock else UNIT_PERIOD[hit.code("unit", "UNIT")])
    return date_or_none(at, clock, anaphoric=True)

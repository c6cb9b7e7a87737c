"""Readings of expressions that count from another day: the document date, or the last date of the text."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import cast

from dateline.extractors.times.absolute import plausible_name
from dateline.extractors.times.periods import SEASON_MONTH, Granularity, Period, moved, period
from dateline.extractors.times.reading import Hit, Reading, dated
from dateline.graph.model import TimeSpan

COARSER: dict[str, Granularity] = {
    "second": "day",
    "minute": "day",
    "hour": "day",
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "fortnight": "week",
    "month": "month",
    "quarter": "quarter",
    "season": "season",
    "half": "half",
    "year": "year",
    "decade": "year",
    "century": "year",
    "millennium": "year",
}
"""Unit counted in -> how exactly "three of them ago" is meant."""


def clock_of(hit: Hit) -> str:
    """The part of the day that the match names, as the end of a TIMEX3 value: "TMO"; empty if none."""
    code = hit.meaning("part", "DAYPART")
    return f"T{code}" if code else ""


def deictic(hit: Hit) -> Reading:
    """ "yesterday", "tomorrow morning", "tonight", "the day before yesterday": so many days from the document date."""
    clock = clock_of(hit) or ("TNI" if "night" in hit.argument else "")
    if hit.anchor is None:
        return Reading("TIME" if clock else "DATE")
    steps = int(hit.argument.removesuffix("night"))
    return dated(Period("day", hit.anchor).shift(steps), clock)


def stepped(hit: Hit) -> Reading | None:
    """ "last week", "this month", "next year", "this past spring": a period counted from the one of the document date."""
    step = hit.integer("step", "LAST", "NEXT", "THIS") or 0
    clock = clock_of(hit)
    if hit.anchor is None:
        return Reading("TIME" if clock else "DATE")
    if clock:
        return dated(Period("day", hit.anchor).shift(step), clock)
    if hit.named():
        return None
    unit = str(hit.meaning("unit", "UNIT"))
    granularity = cast(Granularity, unit) if unit in Granularity.__args__ else COARSER[unit]  # type: ignore[attr-defined]
    at = period(granularity, hit.anchor)
    if granularity == "weekend" and step < 0 and hit.anchor.weekday() >= 5:
        return dated(at.shift(step))
    return dated(at.shift(step))


def definite(hit: Hit) -> Reading | None:
    """ "the quarter", "the weekend", "the week": the one of the document date, or for a quarter the last reported."""
    unit = cast(Granularity, str(hit.meaning("unit", "UNIT") or hit.meaning("unit2", "UNIT")))
    if hit.after() in ("ended", "ending", "ends") and unit in ("year", "quarter"):
        return Reading("DURATION", "P1Y" if unit == "year" else "P3M")
    if hit.anchor is None:
        return Reading("DATE")
    here = period(unit, hit.anchor)
    if unit == "quarter":
        return dated(hit.context.main_quarter() or here.shift(-1))
    if unit == "weekend":
        return dated(here if hit.direction == "future" or hit.anchor.weekday() >= 5 else here.shift(-1))
    return dated(here)


def named_month(hit: Hit) -> Reading | None:
    """ "last April", "next March", "this September"."""
    step, number = hit.integer("step", "LAST", "NEXT", "THIS") or 0, hit.integer("month", "MONTH") or 0
    if not hit.context.pieces.texts[hit.last - 1][0].isupper() and hit.word("month") in ("may", "march"):
        return None
    if hit.anchor is None:
        return Reading("DATE")
    here = period("month", hit.anchor)
    if step == 0:
        return dated(Period("month", hit.anchor.replace(month=number, day=1)))
    away = (number - here.first.month) * step % 12
    away = away + 12 if away <= 1 else away
    return dated(here.shift(away * step))


def named_season(hit: Hit) -> Reading | None:
    """ "last fall", "next winter", "this summer", "this past spring"."""
    code, step = str(hit.meaning("season", "SEASON")), hit.integer("step", "LAST", "NEXT", "THIS") or 0
    if hit.anchor is None:
        return Reading("DATE")
    year = hit.anchor.year
    found = [at for y in range(year - 2, year + 3) if (at := Period("season", _season(code, y)))]
    if step < 0:
        return dated(max((at for at in found if at.last < hit.anchor), key=lambda at: at.first))
    if step > 0:
        return dated(min((at for at in found if at.first > hit.anchor), key=lambda at: at.first))
    past = hit.words("past")
    if past:
        return dated(max((at for at in found if at.first <= hit.anchor), key=lambda at: at.first))
    return dated(Period("season", _season(code, year - 1 if code == "WI" and hit.anchor.month < 3 else year)))


def _season(code: str, year: int) -> date:
    return date(year, SEASON_MONTH[code], 1)


def weekday(hit: Hit) -> Reading | None:
    """A day of the week: by tense the last one or the next one, on its own day today; "last" and "next" never today."""
    number, step = hit.integer("day", "WEEKDAY") or 0, hit.integer("step", "LAST", "NEXT", "THIS")
    clock = clock_of(hit)
    if step is None and not plausible_name(hit, "day"):
        return None
    near = hit.inner("near")
    if hit.words("near"):
        if near is None or near.period is None:
            return Reading("TIME" if clock else "DATE")
        monday = period("week", near.period.first).first
        return dated(Period("day", monday + timedelta(days=number - 1)), clock)
    anaphoric = hit.argument == "anaphoric"
    anchor = hit.anchor
    if anaphoric:
        reference = hit.context.reference("day")
        anchor = reference.first if reference else anchor
    if anchor is None:
        return Reading("TIME" if clock else "DATE", anaphoric=anaphoric)
    ahead = (number - anchor.isoweekday()) % 7
    back = ahead - 7 if ahead else 0
    if step is not None and step < 0:
        away = back or -7
    elif step is not None and step > 0:
        away = ahead or 7
    elif step == 0:
        away = back if hit.words("past") else number - anchor.isoweekday() if not hit.words("coming") else ahead or 7
    else:
        away = ahead if hit.direction in ("future", "present") else back
        if hit.after() == "'s" and min(ahead, -back) > 0:
            away = ahead if ahead < -back and away > 0 else back
    return dated(Period("day", anchor).shift(away), clock, anaphoric=anaphoric)


def ago(hit: Hit) -> Reading | None:
    """ "two weeks ago", "10 days from now": as exact as the unit counted in."""
    unit, number = str(hit.meaning("unit", "UNIT", "UNITS")), hit.number("number")
    steps = -1 if hit.argument == "ago" else 1
    if number is None:
        return Reading("DATE", "PAST_REF" if steps < 0 else "FUTURE_REF")
    if hit.anchor is None:
        return Reading("DATE")
    if steps < 0 and number == 1 and unit == "year" and (at := _reported(hit)):
        return dated(at)
    return _counted(hit.anchor, steps, number, unit, clock_of(hit))


def _counted(
    start: date, steps: int, number: Fraction, unit: str, clock: str = "", *, anaphoric: bool = False
) -> Reading:
    if unit in ("second", "minute", "hour"):
        return Reading("TIME", None, _beyond(TimeSpan(start, start), steps, unit), None, None, anaphoric)
    whole = int(number)
    day = moved(start, steps * whole, unit)
    extra = {"year": ("month", 12), "month": ("day", 30), "week": ("day", 7), "decade": ("year", 10)}.get(unit)
    if number != whole and extra:
        day = moved(day, steps * int((number - whole) * extra[1]), extra[0])
        return dated(period(COARSER[extra[0]], day), clock, anaphoric=anaphoric)
    if clock:
        return dated(Period("day", day), clock, anaphoric=anaphoric)
    return dated(period(COARSER[unit], day), anaphoric=anaphoric)


def _reported(hit: Hit) -> Period | None:
    """The quarter that "a year earlier" compares with, where the last period spoken of is a quarter under report."""
    last = next((r.period for r in reversed(hit.context.met) if r.period), None)
    main = hit.context.main_quarter()
    if last is None or main is None or last.granularity != "quarter":
        return None
    return Period("quarter", main.first.replace(year=main.first.year - 1))


def later(hit: Hit) -> Reading | None:
    """ "two days later", "a year earlier", "the next day", "the week before": from the last date that the text gave."""
    unit = str(hit.meaning("unit", "UNIT", "UNITS") or hit.meaning("bare", "UNITS"))
    if hit.words_all()[-1] in ("before", "after") and hit.governs(hit.last - 1):
        return None
    number = None if hit.words("bare") else hit.number("number") if hit.words("number") else Fraction(1)
    step = hit.integer("step", "LAST", "NEXT")
    steps = step if step is not None else -1 if hit.argument == "earlier" else 1
    clock = clock_of(hit)
    if unit == "None" and clock:
        unit = "day"
    if unit == "None":
        return Reading("DATE", None, anaphoric=True)
    if steps < 0 and number == 1 and unit == "year" and (at := _reported(hit)):
        return dated(at)
    reference = None if unit == "year" and steps < 0 else hit.context.reference(COARSER[unit])
    if reference is None and hit.anchor is not None and unit in ("year", "quarter", "month"):
        reference = period(COARSER[unit], hit.anchor)
    if reference is None:
        return Reading("TIME" if clock else "DATE", anaphoric=True)
    if number is None:
        return Reading("DATE", None, _beyond(reference.span, steps, unit), anaphoric=True)
    return _counted(reference.first, steps, number, unit, clock, anaphoric=True)


def _beyond(span: TimeSpan, steps: int, unit: str) -> TimeSpan:
    """The days that lie a vague number of units after (or before) some days; hours reach into the next day at most."""
    if span.earliest is None or span.latest is None:
        return TimeSpan()
    within = moved(span.latest, steps, "day") if unit in ("second", "minute", "hour") else None
    return TimeSpan(span.earliest, within) if steps > 0 else TimeSpan(within, span.latest)


def same(hit: Hit) -> Reading | None:
    """ "that day", "the same month", "that night": the period of the last date that the text gave."""
    clock = clock_of(hit)
    unit = "day" if clock else COARSER[str(hit.meaning("unit", "UNIT"))]
    reference = hit.context.reference(cast(Granularity, unit))
    if reference is None:
        return Reading("TIME" if clock else "DATE", anaphoric=True)
    return dated(reference, clock, anaphoric=True)


def year_ago(hit: Hit) -> Reading | None:
    """ "the year-earlier quarter", "the same period last year": a year before the quarter under report."""
    if hit.anchor is None:
        return Reading("DATE")
    main = hit.context.main_quarter()
    if main is not None:
        return dated(Period("quarter", main.first.replace(year=main.first.year - 1)))
    return dated(period("year", hit.anchor).shift(-1))


def around(hit: Hit) -> Reading:
    """ "the week of March 6", "the day before Easter": the period of a day named, or the one beside it."""
    near = hit.inner("near")
    if near is None or near.period is None:
        return Reading("DATE")
    step = {"before": -1, "after": 1}.get(hit.argument, 0)
    return dated(period(COARSER[str(hit.meaning("unit", "UNIT"))], near.period.first).shift(step))

"""Readings of lengths of time, windows of days, repeated times, times of day and vague references."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from dateline.extractors.times.periods import Period, moved
from dateline.extractors.times.reading import Hit, Reading, dated, vague
from dateline.graph.model import TimeSpan

_CODE = {
    "second": ("T", 1, "S"),
    "minute": ("T", 1, "M"),
    "hour": ("T", 1, "H"),
    "day": ("", 1, "D"),
    "week": ("", 1, "W"),
    "weekend": ("", 2, "D"),
    "fortnight": ("", 2, "W"),
    "month": ("", 1, "M"),
    "quarter": ("", 3, "M"),
    "season": ("", 3, "M"),
    "half": ("", 6, "M"),
    "year": ("", 1, "Y"),
    "decade": ("", 10, "Y"),
    "century": ("", 100, "Y"),
    "millennium": ("", 1000, "Y"),
}
_SMALLER = {
    ("", "Y"): (12, "M"),
    ("", "M"): (30, "D"),
    ("", "W"): (7, "D"),
    ("T", "H"): (60, "M"),
    ("T", "M"): (60, "S"),
}


def length(unit: str, number: Fraction | None) -> str:
    """A TIMEX3 duration: P3D, PT10H, P2Y6M; PXD where the amount is vague.

    A half that the next smaller unit can say is said in it; a decade is P10Y, a quarter P3M.
    """
    time, size, code = _CODE[unit]
    if number is None:
        return f"P{time}X{'Y' if size >= 10 else code}"
    total = number * size
    whole, rest = int(total), total - int(total)
    if not rest:
        return f"P{time}{whole}{code}"
    if (time, code) == ("", "D"):
        return f"PT{int(total * 24)}H"
    per, small = _SMALLER.get((time, code), (1, code))
    part = int(rest * per)
    return f"P{time}" + (f"{whole}{code}" if whole else "") + f"{part}{small}"


def unit_of(hit: Hit) -> str:
    """The unit that the match counts in."""
    return str(hit.meaning("unit", "UNIT", "UNITS"))


def duration(hit: Hit) -> Reading | None:
    """ "two weeks", "10-hour", "two and a half years", "several months", "a few days", "years"."""
    return Reading("DURATION", length(unit_of(hit), hit.number("number") if hit.words("number") else None))


def one(hit: Hit) -> Reading:
    """ "a week", "an additional year", "day-long": one of the unit."""
    return Reading("DURATION", length(unit_of(hit), Fraction(1)))


def unit_and_half(hit: Hit) -> Reading:
    """ "a year and a half"."""
    return Reading("DURATION", length(unit_of(hit), Fraction(3, 2)))


def either(hit: Hit) -> Reading:
    """ "two or three weeks", "12 to 18 months": an amount between two is left open."""
    return Reading("DURATION", length(unit_of(hit), None))


def window(hit: Hit) -> Reading:
    """ "the past two weeks", "the next three years", "recent months": a length of days up to or from the document date."""
    unit = unit_of(hit)
    number = hit.number("number") if hit.words("number") else None
    step = hit.integer("step", "LAST", "NEXT") or (-1 if hit.argument == "past" else 1)
    value = length(unit, number)
    anaphoric = any(text in ("following", "previous", "preceding", "prior", "ensuing") for text in hit.words("step"))
    if hit.anchor is None or anaphoric:
        return Reading("DURATION", value, anaphoric=anaphoric)
    if number is None:
        return Reading("DURATION", value, TimeSpan(None, hit.anchor) if step < 0 else TimeSpan(hit.anchor, None))
    if unit in ("second", "minute", "hour"):
        hours = {"second": Fraction(1, 3600), "minute": Fraction(1, 60), "hour": Fraction(1)}[unit] * number
        far = hit.anchor + timedelta(days=step * -int(-hours // 24))
    else:
        far = moved(hit.anchor, step * -int(-number // 1), unit)
    span = TimeSpan(far, hit.anchor) if step < 0 else TimeSpan(hit.anchor, far)
    return Reading("DURATION", value, span)


def clock(hit: Hit) -> Reading | None:
    """A time of day, alone or with the day it belongs to; without one, of the document date."""
    stamp = _stamp(hit)
    if stamp is None:
        return None
    near = hit.inner("near")
    if hit.words("near") and (near is None or near.period is None):
        return Reading("TIME")
    if near is not None and near.period is not None:
        if near.period.granularity != "day":
            return None
        return dated(near.period, stamp)
    here = dated(Period("day", hit.anchor), stamp) if hit.anchor else Reading("TIME", f"XXXX-XX-XX{stamp}")
    return replace(here, loose=True)


def _stamp(hit: Hit) -> str | None:
    partial = hit.meaning("partial", "PARTIAL")
    if partial:
        return f"T{partial}"
    part = hit.meaning("part", "DAYPART")
    if part and not hit.words("hour"):
        return f"T{part}"
    figures = re.findall(r"\d+", hit.word("hour"))
    if not figures:
        spoken = hit.number("hour")
        figures = [str(spoken)] if spoken else []
    if not figures:
        return None
    if len(figures) == 1 and len(figures[0]) == 4:
        figures = [figures[0][:2], figures[0][2:]]
    hour, minute = int(figures[0]), int(figures[1]) if len(figures) > 1 else 0
    half = hit.meaning("half", "HALFDAY")
    if half is None and part in ("AF", "EV", "NI") and hour < 12:
        half = 12 if part != "NI" or hour > 5 else 0
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + int(str(half))
    if hour > 24 or minute > 59:
        return None
    zone = str(hit.meaning("zone", "ZONE") or "")
    offset = hit.words("offset")
    if zone and offset:
        sign = "-" if "-" in offset else "+"
        zone = f"{sign}{int(re.sub(r'[^0-9]', '', ''.join(offset))):02}:00"
    return f"T{hour:02}:{minute:02}{zone}"


def bare_part(hit: Hit) -> Reading | None:
    """ "this morning", "mid-afternoon", "overnight": a part of the document date."""
    code = hit.argument or f"{hit.meaning('part', 'DAYPART')}"
    return dated(Period("day", hit.anchor), f"T{code}") if hit.anchor else Reading("TIME")


def every(hit: Hit) -> Reading | None:
    """ "every Friday", "each July", "every two weeks", "Monday nights", "daily", "$3 a week": a repeated time."""
    part = hit.meaning("part", "DAYPARTS", "DAYPART")
    clock = f"T{part}" if part else ""
    if (day := hit.meaning("weekday", "WEEKDAY", "WEEKDAYS")) is not None:
        return Reading("SET", f"XXXX-WXX-{day}{clock}")
    if (month := hit.meaning("month", "MONTH")) is not None:
        return Reading("SET", f"XXXX-{month:02}")
    if (season := hit.meaning("season", "SEASON", "SEASONS")) is not None:
        return Reading("SET", f"XXXX-{season}")
    if (often := hit.meaning("often", "FREQUENT")) is not None:
        return Reading("SET", str(often))
    if clock:
        return Reading("SET", f"XXXX-XX-XX{clock}")
    if hit.words("unit"):
        unit = unit_of(hit)
        if unit == "weekend":
            return Reading("SET", "XXXX-WXX-WE")
        number = hit.number("number") if hit.words("number") else Fraction(1)
        if "other" in hit.words("number") or "second" in hit.words("number"):
            number = Fraction(2)
        if (ordinal := hit.meaning("number", "ORDINAL")) is not None:
            number = Fraction(int(str(ordinal)))
        return Reading("SET", length(unit, number))
    return None


def now(hit: Hit) -> Reading | None:
    """ "now": the present, unless it opens a sentence as a mere particle ("Now, …")."""
    return None if hit.after() == "," and hit.before() in ("", ".") else vague(hit.argument)


def soon(hit: Hit) -> Reading | None:
    """ "soon" of what is to come; not "as soon as", "soon after", nor told of the past."""
    if hit.before() == "as" or hit.after() in ("as", "after", "-", "enough", "became") or hit.direction == "past":
        return None
    return vague(hit.argument)


def reference(hit: Hit) -> Reading:
    """ "now", "recently", "the future": no days, only a side of the present."""
    return vague(hit.argument)


def noun_only(hit: Hit) -> Reading | None:
    """`reference`, where the word stands before a noun or is one ("current", "recent", "future"), not in a name."""
    text = hit.context.pieces.texts[hit.first]
    if text[0].isupper() and hit.first and hit.context.pieces.codes[hit.first - 1] not in '\n."':
        return None
    tokens = hit.context.annotation.within(hit.context.pieces.starts[hit.first], hit.context.pieces.ends[hit.last - 1])
    if any(hit.context.annotation.tokens[i].pos not in ("ADJ", "ADV", "NOUN", "DET") for i in tokens):
        return None
    return vague(hit.argument)


def nothing(hit: Hit) -> None:
    """Words that only look like a time; the match keeps other rules away from them."""
    return None

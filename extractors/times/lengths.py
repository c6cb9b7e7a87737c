"""Readings of lengths of time, and of windows of days up to or from the document date."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from dateline.extractors.times.hit import Hit
from dateline.extractors.times.periods import moved
from dateline.extractors.times.reading import Reading
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
"""Unit -> "T" for times of day, how many of the code letter make one, the code letter of ISO 8601."""
_SMALLER = {
    ("", "Y"): (12, "M"),
    ("", "M"): (30, "D"),
    ("", "W"): (7, "D"),
    ("T", "H"): (60, "M"),
    ("T", "M"): (60, "S"),
}
_HOURS = {"second": Fraction(1, 3600), "minute": Fraction(1, 60), "hour": Fraction(1)}
_FROM_STORY = frozenset({"following", "previous", "preceding", "prior", "ensuing", "subsequent"})


def length(unit: str, number: Fraction | None) -> str:
    """A TIMEX3 duration: P3D, PT10H, P2Y6M; PXD where the amount is vague.

    A half that the next smaller unit can say is said in it; a decade is P10Y, a quarter P3M.
    """
    time, size, code = _CODE[unit]
    if number is None:
        return f"P{time}X{code}"
    total = number * size
    whole, rest = int(total), total - int(total)
    if not rest:
        return f"P{time}{whole}{code}"
    if code == "D":
        return f"PT{int(total * 24)}H"
    if (time, code) not in _SMALLER:
        return f"P{time}{float(total):g}{code}"
    per, small = _SMALLER[time, code]
    parts = (f"{whole}{code}" if whole else "") + (f"{int(rest * per)}{small}" if int(rest * per) else "")
    return f"P{time}{parts or f'X{code}'}"


def unit_of(hit: Hit) -> str:
    """The unit that the match counts in."""
    return hit.code("unit", "UNIT", "UNITS") or hit.code("bounded", "UNITS")


def duration(hit: Hit) -> Reading | None:
    """ "two weeks", "10-hour", "two and a half years", "several months", "years"; `with` fixes the amount."""
    if hit.is_title():
        return None  # "the Six-Day War"
    number = Fraction(hit.argument) if hit.argument else hit.number("number")
    unit = unit_of(hit) or hit.code("compound", "LONG")
    value = length(unit, number)
    small = hit.code("small", "UNIT", "UNITS")
    if small and number is not None and (rest := hit.number("rest")) is not None:
        value += length(small, rest).removeprefix("P" if "T" not in value else "PT")
    return Reading("DURATION", value)


def either(hit: Hit) -> Reading:
    """ "two or three weeks", "12 to 18 months": an amount between two is left open."""
    return Reading("DURATION", length(unit_of(hit), None))


def window(hit: Hit) -> Reading:
    """ "the past two weeks", "the next three years", "recent months": a length, and the days up to or from the document
    date; "the following two weeks" counts from the story and has none."""
    unit, number = unit_of(hit), Fraction(hit.argument) if hit.argument == "1" else hit.number("number")
    value = length(unit, number)
    step = hit.step() or (-1 if hit.argument == "past" else 1)
    if hit.after() == "of":
        return Reading("DURATION", value)  # "the last three days of the siege"
    if hit.anchor is None or _FROM_STORY & set(hit.words("step")):
        return Reading("DURATION", value, anaphoric=True)
    if number is None and unit in _HOURS:
        number = Fraction(24) / _HOURS[unit]  # "a few hours" are less than a day
    if number is None:
        return Reading("DURATION", value, TimeSpan(None, hit.anchor) if step < 0 else TimeSpan(hit.anchor, None))
    if unit in _HOURS:
        far = hit.anchor + timedelta(days=step * -int(-_HOURS[unit] * number // 24))
    else:
        far = moved(hit.anchor, step * -int(-number // 1), unit)
    return Reading("DURATION", value, TimeSpan(far, hit.anchor) if step < 0 else TimeSpan(hit.anchor, far))

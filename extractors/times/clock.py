"""Readings of times of day: "10:30 p.m. Wednesday", "noon", "1430 GMT", "the early hours of Friday"."""

from __future__ import annotations

import re
from datetime import timedelta

from dateline.extractors.times.hit import Hit
from dateline.extractors.times.lexicon import words
from dateline.extractors.times.periods import Period
from dateline.extractors.times.reading import Reading, dated, unresolved
from dateline.graph.model import TimeSpan


def clock(hit: Hit) -> Reading | None:
    """A time or part of a day with the day that it belongs to; without one, of a day that the sentence names, else of
    the document date. A zone counts only where it is a fixed offset: UTC, GMT, GMT+8."""
    stamp = _stamp(hit)
    bare = not any(map(hit.words, ("half", "zone", "of", "part", "past", "to", "partial")))
    if bare and ":" in hit.word("hour") and len(hit.texts) == 1 and hit.before() not in words("CLOCKPREPOSITION"):
        return None  # a score, a ratio, a verse
    if stamp is None:
        return None
    near = hit.inner()
    if near is not None and near.period is not None:
        return dated(near.period, stamp, anaphoric=near.anaphoric) if near.period.granularity == "day" else None
    if hit.words("of"):
        return unresolved(stamp)
    here = dated(Period("day", hit.anchor), stamp) if hit.anchor else Reading("TIME", f"XXXX-XX-XX{stamp}")
    return here._replace(loose=True)


def _stamp(hit: Hit) -> str | None:
    """The time as the end of a TIMEX3 value; None where the figures are no time of day."""
    if at := hit.code("partial", "PARTIAL"):
        return f"T{at}"
    part = hit.code("part", "DAYPART")
    if not hit.words("hour"):
        return f"T{part or hit.argument}" if part or hit.argument else None
    time = _hour_minute(hit)
    if time is None:
        return None
    hour, minute = time
    half = hit.meaning("half", "HALFDAY")
    if half is None and hour < 12 and (part in ("AF", "EV") or (part == "NI" and hour > 5)):
        half = 12
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + int(half)
    return f"T{hour:02}:{minute:02}{_zone(hit)}" if hour <= 24 and minute <= 59 else None


def _hour_minute(hit: Hit) -> tuple[int, int] | None:
    span = hit.span("hour")
    figures = re.findall(r"\d+", " ".join(hit.context.pieces.texts[slice(*span)])) if span else []
    if not figures:
        spoken = hit.number("hour")
        figures = [str(spoken)] if spoken else []
    if not figures:
        return None
    if len(figures) == 1 and len(figures[0]) == 4:  # "1430 GMT"
        figures = [figures[0][:2], figures[0][2:]]
    if len(figures) > 1 and len(figures[1]) != 2:  # "at 2.5 hours"
        return None
    hour, minute = int(figures[0]), int(figures[1]) if len(figures) > 1 else 0
    if hit.words("past"):
        minute = 30 if "half" in hit.words("past") else 15
    if hit.words("to"):
        hour, minute = hour - 1, 45
    return hour, minute


def _zone(hit: Hit) -> str:
    zone, offset = hit.code("zone", "ZONE"), hit.words("offset")
    if not zone or not offset:
        return zone
    figures = int(re.sub(r"\D", "", "".join(offset)))
    return f"{'-' if '+' not in offset else '+'}{figures:02}:00"


def day_part(hit: Hit) -> Reading:
    """ "the morning", "mid-afternoon", "overnight", "at dawn": a part of a day that the sentence names, else of the
    document date. A night without its day is the one before that date, or after it if the clause looks ahead."""
    stamp = "T" + (hit.argument or hit.code("part", "DAYPART"))
    if hit.anchor is None:
        return Reading("TIME", f"XXXX-XX-XX{stamp}", loose=True)
    here = dated(Period("day", hit.anchor), stamp)._replace(loose=True)
    if stamp != "TNI":
        return here
    first = hit.anchor if hit.direction == "future" else hit.anchor - timedelta(days=1)
    last = first + timedelta(days=1)
    return here._replace(span=TimeSpan(first, last), edtf=f"{first}/{last}")

"""Readings of quarters and halves of years, as business news speaks of them."""

from __future__ import annotations

import re
from datetime import date

from dateline.extractors.times.hit import Hit, full_year
from dateline.extractors.times.periods import Granularity, Period, period
from dateline.extractors.times.reading import UNRESOLVED, Reading, date_or_none, dated

_SOON = 150
"""Days within which a quarter yet to come can be meant without its year."""


def quarter(hit: Hit) -> Reading | None:
    """A quarter or half: of a year named or meant, else the last that has begun, or one soon to come by tense."""
    code = hit.word("code")  # "q3", "3q", "h1", "2q18"
    said = re.fullmatch(r"[qh]?([1-4])q?(?:'?(\d\d|\d{4}))?", code)
    number = int(said[1]) if said else hit.integer("number", "ORDINAL") or 0
    half = "h" in code or "half" in hit.words("unit")
    granularity: Granularity = "half" if half else "quarter"
    size = 6 if half else 3
    number = 12 // size if hit.words("final") else number
    if not 1 <= number <= 12 // size:
        return None
    month = number * size - size + 1
    near = hit.inner()
    year = near.period.first.year if near and near.period else hit.year()
    if said and said[2]:
        year = int(said[2]) if len(said[2]) == 4 else full_year(int(said[2]), hit.anchor)
    if year is not None:
        return dated(Period(granularity, date(year, month, 1)))
    if hit.anchor is None or hit.words("of"):
        return UNRESOLVED
    here = Period(granularity, date(hit.anchor.year, month, 1))
    found = [here.shift(step * number) for step, number in ((-1, 12 // size), (0, 0), (1, 12 // size))]
    ahead = min((at for at in found if at.last >= hit.anchor), key=lambda at: at.first)
    begun = max((at for at in found if at.first <= hit.anchor), key=lambda at: at.first)
    soon = (ahead.first - hit.anchor).days < _SOON
    return dated(ahead if soon and hit.direction == "future" else begun)


def reported(hit: Hit) -> Reading:
    """ "the latest quarter", "the 1988 period": the quarter under report, or the same one of the year named."""
    main = hit.context.quarter
    year, number = hit.year(), hit.integer("number", "ORDINAL")
    if year is not None:
        if number is not None:
            return dated(Period("quarter", date(year, number * 3 - 2, 1)))
        return dated(Period("quarter", main.first.replace(year=year)) if main else Period("year", date(year, 1, 1)))
    if main is None and hit.anchor:
        main = period("quarter", hit.anchor).shift(-1)
    return date_or_none(main)


def year_ago(hit: Hit) -> Reading:
    """ "the year-earlier quarter", "the same period last year": a year before the quarter under report."""
    at = _before(hit.context.quarter)
    if at is None and hit.anchor:
        at = period("year", hit.anchor).shift(-1)
    return date_or_none(at)


def compared(hit: Hit) -> Period | None:
    """The quarter that "a year earlier" compares with, where the last period spoken of is a quarter."""
    last = hit.context.last
    return _before(hit.context.quarter) if last and last.granularity == "quarter" else None


def _before(main: Period | None) -> Period | None:
    return Period("quarter", main.first.replace(year=main.first.year - 1)) if main else None

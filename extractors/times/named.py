"""Readings of months, seasons, years, decades, centuries and holidays by name."""

from __future__ import annotations

import re
from datetime import date

from dateline.extractors.times import holidays, plausible
from dateline.extractors.times.days import by_tense, shared_year, yearless
from dateline.extractors.times.hit import Hit, full_year
from dateline.extractors.times.periods import SEASON_MONTH, Period, period
from dateline.extractors.times.reading import UNRESOLVED, Reading, date_or_none, dated
from dateline.graph.model import TimeSpan


def _year(hit: Hit) -> tuple[bool, int | None]:
    """Whether a year belongs to the match, by figures or by another expression, and which."""
    if hit.words("of"):
        near = hit.inner()
        return True, near.period.first.year if near and near.period else None
    return bool(hit.words("year")), shared_year(hit, hit.integer("month", "MONTH") or 0)


def month(hit: Hit) -> Reading | None:
    """A month, with its year or by tense; "may" and "march" only where they are no verbs."""
    number = hit.integer("month", "MONTH") or 0
    said, year = _year(hit)
    if said:
        return dated(Period("month", date(year, number, 1))) if year else UNRESOLVED
    return date_or_none(yearless(hit, number, None)) if _is_month(hit) else None


def _is_month(hit: Hit) -> bool:
    return plausible.name(hit, "month") and not plausible.is_group(hit)


def step_month(hit: Hit) -> Reading | None:
    """ "last April", "next March", "this September": "last" and "next" never mean the neighbouring month."""
    step, number = hit.step() or 0, hit.integer("month", "MONTH") or 0
    if not hit.texts[-1][0].isupper() and hit.word("month") in ("may", "march"):
        return None
    if hit.anchor is None:
        return UNRESOLVED
    here = period("month", hit.anchor)
    if step == 0:
        return dated(Period("month", hit.anchor.replace(month=number, day=1)))
    away = (number - here.first.month) * step % 12
    return dated(here.shift((away + 12 if away <= 1 else away) * step))


def season(hit: Hit) -> Reading | None:
    """A season: of a year, or the nearest by tense; "spring" and "fall" only where they are nouns."""
    first = SEASON_MONTH[hit.code("season", "SEASON")]
    said, year = _year(hit)
    if said:
        return dated(Period("season", date(year, first, 1))) if year else UNRESOLVED
    tokens = hit.context.tokens(hit.last - 1, hit.last)
    if hit.word("season") in ("spring", "fall") and not plausible.led(hit):
        return None
    if not plausible.name(hit, "season") or any(t.pos not in ("NOUN", "PROPN") for t in tokens):
        return None
    if hit.anchor is None:
        return UNRESOLVED
    return date_or_none(by_tense(hit, _seasons(first, hit.anchor)))


def step_season(hit: Hit) -> Reading:
    """ "last fall", "next winter", "this summer", "this past spring"."""
    first, step = SEASON_MONTH[hit.code("season", "SEASON")], hit.step() or 0
    if hit.anchor is None:
        return UNRESOLVED
    found = _seasons(first, hit.anchor)
    if step < 0:
        begun = [at for at in found if (at.first if hit.argument == "past" else at.last) < hit.anchor]
        return date_or_none(max(begun, key=lambda at: at.first, default=None))
    if step > 0:
        return date_or_none(min((at for at in found if at.first > hit.anchor), key=lambda at: at.first, default=None))
    at = Period("season", date(hit.anchor.year - (first == 12 and hit.anchor.month < 3), first, 1))
    return dated(at.shift(-4) if at.first > hit.anchor and hit.direction == "past" else at)


def _seasons(month: int, anchor: date) -> list[Period]:
    years = range(max(anchor.year - 2, 1), min(anchor.year + 2, 9998) + 1)
    return [Period("season", date(year, month, 1)) for year in years]


def year(hit: Hit) -> Reading | None:
    """A year, where the figures are no amount, house number or the like."""
    number = hit.year()
    if number is None or (hit.argument != "sure" and not plausible.year(hit, number)):
        return None
    return dated(Period("year", date(number, 1, 1)))


def our_era(hit: Hit) -> Reading | None:
    """ "AD 79", "1066 AD"; "ad" in small letters is an advertisement."""
    number = hit.integer("number") or hit.integer("number2")
    if not number or not any(text.replace(".", "") == "AD" for text in hit.texts):
        return None
    return dated(Period("year", date(number, 1, 1)))


def before_christ(_hit: Hit) -> Reading:
    """ "44 BC", "the year 0": on no calendar that EDTF's plain years hold; kept as text."""
    return UNRESOLVED


def years(hit: Hit) -> Reading | None:
    """A run of years as one interval, "2003-2011", "1998/99"; 2020-01 is a month."""
    first, last = hit.integer("first") or 0, hit.integer("last") or 0
    text = hit.word("last")
    if len(text) == 2 and last <= first % 100 and 1 <= last <= 12 and "-" in hit.texts:
        return dated(Period("month", date(first, last, 1)))
    last += first - first % 100 if last < 100 else 0
    if not 1000 <= first < last <= 2199:
        return None
    value = f"{first:04}/{last:04}"
    return Reading("DATE", value, TimeSpan(date(first, 1, 1), date(last, 12, 31)), value)


def decade(hit: Hit) -> Reading | None:
    """ "the 1990s", "the '80s", "the nineties"; "the 1800s" are a century, "the 2000s" a decade."""
    digits = re.sub(r"\D", "", hit.word("digits"))
    if len(digits) == 4:
        unit = "century" if digits.endswith("00") and digits != "2000" else "decade"
        return dated(Period("century" if unit == "century" else "decade", date(int(digits), 1, 1)))
    tens = int(digits) // 10 if digits else hit.integer("tens", "TENS")
    if not tens:
        return None
    return dated(Period("decade", date(full_year(tens * 10, hit.anchor), 1, 1)))


def century(hit: Hit) -> Reading:
    """ "the 20th century": the years 1900 to 1999, as news counts."""
    number = hit.integer("number", "ORDINAL") or 0
    number += 20 if hit.words("twenty") else 0
    if not 1 <= number <= 30:
        return UNRESOLVED
    return dated(Period("century", date(max((number - 1) * 100, 1), 1, 1)))


def year_end(hit: Hit) -> Reading:
    """ "year-end", the last of December as accounts have it; "the year's end", the last months of the year."""
    if hit.anchor is None:
        return UNRESOLVED
    year = hit.anchor.year - (hit.direction == "past" and hit.anchor.month < 7)
    if hit.argument == "day":
        return dated(Period("day", date(year, 12, 31)))
    at = Period("year", date(year, 1, 1))
    return Reading("DATE", at.value, TimeSpan(date(year, 10, 1), date(year, 12, 31)), None, at)


def fiscal(hit: Hit) -> Reading | None:
    """A fiscal year, as the year it is called after; since fiscal years differ, its days reach into the year before."""
    number = hit.year()
    if number is None:
        return None
    at = Period("year", date(number, 1, 1))
    return Reading("DATE", at.value, TimeSpan(date(number - 1, 1, 1), at.last), None, at)


def holiday(hit: Hit) -> Reading:
    """A holiday by name: of a year named, or the nearest by tense."""
    name = " ".join(word for word in hit.words("name") if word != ".")
    name = name.replace(" 's", "'s").replace(" - ", "-")
    eve = -1 if hit.words("eve") else 0
    said, year = _year(hit)
    if said:
        return date_or_none(holidays.day(name, year, eve) if year else None)
    if hit.anchor is None:
        return UNRESOLVED
    found = [at for y in range(-1, 2) if (at := holidays.day(name, hit.anchor.year + y, eve))]
    step, anchor = hit.step(), hit.anchor
    if step is None:
        return date_or_none(by_tense(hit, found))
    if step == 0:
        return date_or_none(next((at for at in found if at.first.year == anchor.year), None))
    side = [at for at in found if (at.first < anchor if step < 0 else at.first > anchor)]
    return date_or_none(min(side, key=lambda at: abs(at.first - anchor), default=None))

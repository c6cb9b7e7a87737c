"""Readings of written days: "5 January 2020", "Jan. 5", "5-7 January", 2020-01-05, 01/02/2020."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from dateline.extractors.times import plausible
from dateline.extractors.times.hit import Hit
from dateline.extractors.times.periods import Period, period
from dateline.extractors.times.reading import UNRESOLVED, Reading, date_or_none, dated
from dateline.graph.model import TimeSpan

LONGEST = 100
"""No more characters than this are ever given to the date parser."""
LAST_YEAR = 2199
"""Years beyond this one are taken for slips and left unread."""
_FAR = 300
"""Days beyond which a date without a year is rather taken for its nearer neighbour, whatever the tense."""


def day(hit: Hit) -> Reading | None:
    """A day of a month, with or without its year; without a value where the calendar has no such day.

    "In May 12 people died" is a month and a count.
    """
    month, number = hit.integer("month", "MONTH") or 0, _number(hit)
    if not hit.words("year") and any(
        t.dep == "nummod" and t.i < hit.context.annotation.head(t.i).i and hit.context.annotation.head(t.i).tag == "NNS"
        for t in hit.context.tokens(hit.last - 1, hit.last)
    ):
        return None
    year = shared_year(hit, month)
    if hit.words("year"):
        return date_or_none(on(year, month, number) if year and year <= LAST_YEAR else None)
    if plausible.is_group(hit):
        return None
    if hit.words("of"):
        near = hit.inner()
        return date_or_none(on(near.period.first.year, month, number)) if near and near.period else UNRESOLVED
    return date_or_none(yearless(hit, month, number))


def shared_year(hit: Hit, month: int) -> int | None:
    """The year of the match; the one before where it stands behind a later date of a run that passes New Year:
    "December to March 2018"."""
    year, then = hit.year(), hit.integer("then", "MONTH")
    return year - 1 if year and hit.words("to") and then and then < month else year


def _number(hit: Hit) -> int:
    """The number of the day in figures or words: "twenty-first" is 21."""
    words = hit.words("day")
    tens = next((tens for word, tens in (("twenty", 20), ("thirty", 30)) if word in words), 0)
    return tens + (hit.integer("day", "ORDINAL") or 0)


def day_of(hit: Hit) -> Reading:
    """ "the 15th of this month": a day of a month that another expression names."""
    near, number = hit.inner(), hit.integer("day", "ORDINAL") or 0
    if near is None or near.period is None:
        return UNRESOLVED
    return date_or_none(on(near.period.first.year, near.period.first.month, number))


def bare_day(hit: Hit) -> Reading | None:
    """ "on the 15th": of the month that lies nearest, by tense; "Wednesday the 2nd" of one where it is that weekday."""
    tokens, weekday = hit.context.tokens(hit.last - 1, hit.last), hit.integer("weekday", "WEEKDAY")
    led = hit.before() in ("on", "until", "by", "since") and all(t.dep == "pobj" for t in tokens)
    if not led and weekday is None:
        return None
    if hit.anchor is None:
        return UNRESOLVED
    here, number = period("month", hit.anchor), hit.integer("day") or 0
    months = (here.shift(step).first for step in (range(-6, 7) if weekday else (-1, 0, 1)))
    found = [at for m in months if (at := on(m.year, m.month, number))]
    return date_or_none(by_tense(hit, [at for at in found if weekday in (None, at.first.isoweekday())]))


def day_too(hit: Hit) -> Reading:
    """The second day of "April 24 and 25": in the month and year just read."""
    last = hit.context.met.period if hit.context.met else None
    if last is None or last.granularity != "day":
        return UNRESOLVED
    return date_or_none(on(hit.year() or last.first.year, last.first.month, hit.integer("day") or 0))


def days(hit: Hit) -> Reading:
    """A run of days as one interval: "5-7 January 2020", "March 30 to April 2"."""
    month, first, last = hit.integer("month", "MONTH") or 0, hit.integer("day") or 0, hit.integer("until") or 0
    year = hit.year()
    begin = on(year, month, first) if year is not None else yearless(hit, month, first)
    end = on(begin.first.year, month, last) if begin else None
    if begin is None or end is None or end.first < begin.first:
        return UNRESOLVED
    value = f"{begin.value}/{end.value}"
    return Reading("DATE", value, TimeSpan(begin.first, end.first), value, begin)


def on(year: int, month: int, number: int) -> Period | None:
    """The day, if the calendar has it."""
    try:
        return Period("day", date(year, month, number))
    except ValueError:
        return None


def yearless(hit: Hit, month: int, number: int | None) -> Period | None:
    """A day (or, without `number`, a month) of the year that tense and nearness to the document date choose."""
    if hit.anchor is None:
        return None
    around = 4 if (month, number) == (2, 29) else 1
    years = range(max(hit.anchor.year - around, 1), min(hit.anchor.year + around, 9999) + 1)
    found = [on(year, month, number) if number else Period("month", date(year, month, 1)) for year in years]
    return by_tense(hit, [at for at in found if at])


def by_tense(hit: Hit, found: list[Period]) -> Period | None:
    """The last of some like periods that has begun if the clause tells of the past, the first not yet over if it looks
    ahead, else the nearest; the nearest too where that choice would lie more than ten months off."""
    anchor = hit.anchor
    if anchor is None or not found:
        return None

    past = max((at for at in found if at.first <= anchor), key=_first, default=None)
    future = min((at for at in found if at.last >= anchor), key=_first, default=None)
    if past is None or future is None:
        nearest = past or future
    else:
        nearest = past if (anchor - past.last).days <= (future.first - anchor).days else future
    chosen = {"past": past, "future": future}.get(hit.direction or "")
    if chosen is None or nearest is None:
        return nearest
    away = max((chosen.first - anchor).days, (anchor - chosen.last).days)
    return nearest if away > _FAR and chosen.granularity in ("day", "month") else chosen


def _first(at: Period) -> date:
    return at.first


def numeric(hit: Hit) -> Reading:
    """A date in figures. 2020-01-05 is one day; 01/02/2020 keeps both its readings, unless only one is a day, or the
    later lies after the document date while the clause tells of the past."""
    text = "".join(hit.texts).lower().replace(".", "/")
    if "w" in text:
        return _week(text)
    iso = re.fullmatch(r"(\d{4}[-/]\d\d?[-/]\d\d?)(?:t(\d\d:\d\d)(?::\d\d)?(z|[+-]\d\d:?\d\d)?)?", text)
    if iso:
        at = _parsed(iso[1], "YMD")
        return date_or_none(Period("day", at) if at else None, f"T{iso[2]}{(iso[3] or '').upper()}" if iso[2] else "")
    orders = ("DMY",) if "-" in text else ("MDY", "DMY")
    found = sorted({at for order in orders if (at := _parsed(text, order))})
    if len(found) == 2 and hit.anchor and found[0] <= hit.anchor < found[1] and hit.direction == "past":
        found = found[:1]
    if len(found) == 2:
        return Reading("DATE", None, TimeSpan(found[0], found[1]), f"[{found[0]},{found[1]}]")
    return dated(Period("day", found[0])) if found else UNRESOLVED


def _week(text: str) -> Reading:
    """A week of ISO 8601, "2019-w40", or a day of it, "2019-w40-3"."""
    year, week, *day = (int(figures) for figures in re.findall(r"\d+", text))
    try:
        at = date.fromisocalendar(year, week, *day or (1,))
    except ValueError:
        return UNRESOLVED
    return dated(period("day" if day else "week", at))


@lru_cache(maxsize=4096)
def _parsed(text: str, order: str) -> date | None:
    """The day that a date in figures names when read in the given order; None if there is no such day."""
    if len(text) > LONGEST:
        return None
    import dateparser

    settings = {
        "DATE_ORDER": order,
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RELATIVE_BASE": datetime(2000, 1, 1),
        "PARSERS": ["absolute-time"],
        "TIMEZONE": "UTC",
        "TO_TIMEZONE": "UTC",
    }
    parsed = dateparser.parse(text, languages=["en"], settings=settings)
    if parsed is None:
        return None
    figures = re.split(r"\D", text)
    at = {"YMD": (2, 1), "DMY": (0, 1), "MDY": (1, 0)}[order]
    read: tuple[int, int] = (parsed.day, parsed.month)
    return parsed.date() if read == (int(figures[at[0]]), int(figures[at[1]])) else None  # no other order slipped in

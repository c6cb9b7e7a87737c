"""Readings of expressions that name their time: days, months, quarters, seasons, years, decades, centuries, holidays."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from dateline.extractors.times import holidays
from dateline.extractors.times.lexicon import words
from dateline.extractors.times.numbers import year as year_in_words
from dateline.extractors.times.periods import SEASON_MONTH, Period, period
from dateline.extractors.times.reading import Hit, Reading, dated
from dateline.graph.model import TimeSpan

LONGEST = 100
"""A candidate longer than this many characters is never given to the date parser."""
_FAR = 240
"""Days beyond which a date without a year is rather taken for its nearer neighbour, whatever the tense."""


_SOON = 150
"""Days within which a quarter yet to come can be meant without its year."""


def year_of(hit: Hit) -> int | None:
    """The year that the match names, in figures, two figures or words."""
    texts = hit.words("year")
    for text in texts:
        if text.isdigit() and len(text) == 4:
            return int(text)
        short = re.fullmatch(r"'?(\d\d)|fy ?'?(\d\d)(\d\d)?", text)
        if short:
            digits = "".join(part for part in short.groups() if part)
            return int(digits) if len(digits) == 4 else _century(int(digits), hit.anchor)
    return year_in_words(texts)


def _century(two: int, anchor: date | None) -> int:
    latest = (anchor.year if anchor else 2030) + 10
    return next(year for year in range(latest, latest - 100, -1) if year % 100 == two)


def day(hit: Hit) -> Reading:
    """A day of a month, with or without its year; without a value where the calendar has no such day."""
    month, number = hit.integer("month", "MONTH"), hit.integer("day", "ORDINAL") or 0
    year = year_of(hit)
    if year is None:
        if hit.words("year"):
            return Reading("DATE")
        near = hit.inner("near")
        year = near.period.first.year if near and near.period else None
    if year is None and hit.words("near"):
        return Reading("DATE")
    if year is None:
        at = _yearless(hit, month or 0, number)
    else:
        at = _day(year, month or 0, number)
    return dated(at) if at else Reading("DATE")


def day_too(hit: Hit) -> Reading:
    """The second day of "April 24 and 25": in the month and year just read."""
    last = hit.context.met[-1].period if hit.context.met else None
    at = _day(last.first.year, last.first.month, hit.integer("day") or 0) if last else None
    return dated(at) if at and last and last.granularity == "day" else Reading("DATE")


def _day(year: int, month: int, number: int) -> Period | None:
    try:
        return Period("day", date(year, month, number))
    except ValueError:
        return None


def _yearless(hit: Hit, month: int, number: int | None) -> Period | None:
    if hit.anchor is None:
        return None
    found = []
    for year in range(hit.anchor.year - 4 * (number == 29), hit.anchor.year + 5):
        at = _day(year, month, number) if number else Period("month", date(year, month, 1))
        if at and abs((at.first - hit.anchor).days) < 4 * 366:
            found.append(at)
    before = (
        _day(hit.anchor.year - 1, month, number) if number else Period("month", date(hit.anchor.year - 1, month, 1))
    )
    return _by_tense(hit, [*([before] if before else []), *found])


def _by_tense(hit: Hit, found: list[Period]) -> Period | None:
    anchor = hit.anchor
    if anchor is None or not found:
        return None
    past = [at for at in found if at.first <= anchor]
    future = [at for at in found if at.last >= anchor]
    nearest = min(found, key=lambda at: (min(abs((at.first - anchor).days), abs((at.last - anchor).days)), at.first))
    direction = hit.direction
    if direction == "past" and past:
        chosen = max(past, key=lambda at: at.first)
    elif direction == "future" and future:
        chosen = min(future, key=lambda at: at.first)
    else:
        chosen = nearest
    far = min(abs((chosen.first - anchor).days), abs((chosen.last - anchor).days)) > _FAR
    return nearest if far and chosen.granularity in ("day", "month") else chosen


def month(hit: Hit) -> Reading | None:
    """A month, with its year or by tense; "may" and "march" only where they are no verbs."""
    number = hit.integer("month", "MONTH") or 0
    year = year_of(hit)
    near = hit.inner("near")
    if near is not None:
        return dated(Period("month", date(near.period.first.year, number, 1))) if near.period else Reading("DATE")
    if year is not None:
        return dated(Period("month", date(year, number, 1)))
    if hit.words("near"):
        return Reading("DATE")
    if not plausible_name(hit, "month"):
        return None
    at = _yearless(hit, number, None)
    return dated(at) if at else Reading("DATE")


def plausible_name(hit: Hit, group: str) -> bool:
    """Whether a bare month or weekday is one: written with a capital, tagged as a name, not part of a longer name."""
    start, end = hit.match.span(group)
    written = hit.context.pieces.texts[start:end]
    if written[0].lower() in ("may", "march", "spring", "fall") and hit.after() in ("for", "of", "against", "on"):
        following = hit.context.pieces.texts[hit.last + 1 : hit.last + 3]
        if following and (following[0][:1].isupper() or following[0] == "the"):
            return False
    spoken = [text.lower().rstrip(".") for text in written]
    tokens = hit.context.annotation.within(hit.context.pieces.starts[start], hit.context.pieces.ends[end - 1])
    tags = [hit.context.annotation.tokens[i] for i in tokens]
    short = len(spoken[0]) <= 3 and spoken[0] not in ("may",)
    if spoken[0] in ("may", "march", "mar", "sat", "sun", "wed", "mon", "dec", "jan", "second", "august"):
        if not written[0][0].isupper():
            return False
        if not all(t.pos in ("PROPN", "NOUN") for t in tags):
            return False
        if any(t.dep in ("nsubj", "nsubjpass", "compound", "agent") for t in tags) and spoken[0] in (
            "may",
            "sun",
            "jan",
        ):
            return False
    if written[0].isupper() and len(written[0]) > 1:
        return spoken[0] not in ("may", "march", "sun", "sat") or hit.before() in words("DATEPREPOSITION")
    if short and not (written[0].endswith(".") and hit.before() in words("DATEPREPOSITION")):
        return False
    if not written[0][0].isupper():
        return spoken[0] not in ("may", "march", "august", "fall", "spring")
    following = hit.context.pieces.texts[hit.last] if hit.last < len(hit.context.pieces.texts) else ""
    return not (following.lower() in words("STREET") and following[:1].isupper())


def year(hit: Hit) -> Reading | None:
    """A year, where the figures are no amount, house number or the like."""
    number = year_of(hit)
    if number is None:
        return None
    if not hit.words("sure") and not _plausible_year(hit, number):
        return None
    return dated(Period("year", date(number, 1, 1)))


def _plausible_year(hit: Hit, number: int) -> bool:
    before, after = hit.before(), hit.after()
    if before in words("NOTBEFOREYEAR") or after in words("NOTAFTERYEAR"):
        return False
    tokens = hit.context.annotation.within(hit.context.pieces.starts[hit.first], hit.context.pieces.ends[hit.last - 1])
    token = hit.context.annotation.tokens[tokens.start]
    counted = hit.context.annotation.head(token.i) if token.dep == "nummod" else None
    if counted is not None and counted.i > token.i and counted.lemma in words("COUNTED"):
        return False
    if before in words("YEARPREPOSITION"):
        return True
    if not 1900 <= number <= 2099:
        return False
    return not (counted is not None and counted.tag == "NNS" and before not in words("DETERMINER"))


def years(hit: Hit) -> Reading | None:
    """A run of years, "2003-2011", "1998-99", or of days in a month, "5-7 January", as one interval."""
    first, last = hit.integer("first"), hit.integer("last")
    if first is None or last is None:
        return None
    if last < 100:
        last += first - first % 100
    if not 1000 <= first < last <= 2199:
        return None
    span = TimeSpan(date(first, 1, 1), date(last, 12, 31))
    return Reading("DATE", f"{first:04}/{last:04}", span, f"{first:04}/{last:04}")


def days(hit: Hit) -> Reading:
    """A run of days, "5-7 January 2020", "March 30 - April 2", as one interval."""
    month, first, last = hit.integer("month", "MONTH") or 0, hit.integer("day") or 0, hit.integer("until") or 0
    second = hit.integer("second", "MONTH") or month
    year = year_of(hit)
    begin = _day(year, month, first) if year else _yearless(hit, month, first)
    if begin is None:
        return Reading("DATE")
    end = _day(begin.first.year + (second < month), second, last)
    if year and second < month:
        begin, end = _day(year - 1, month, first), _day(year, second, last)
    if end is None or begin is None or end.first < begin.first:
        return Reading("DATE")
    value = f"{begin.value}/{end.value}"
    return Reading("DATE", value, TimeSpan(begin.first, end.first), value, begin)


def decade(hit: Hit) -> Reading | None:
    """ "the 1990s", "the '80s", "the nineties"."""
    tens = hit.integer("tens", "TENS")
    if tens is None:
        digits = re.sub(r"\D", "", hit.word("digits"))
        if len(digits) == 4:
            if digits.endswith("00"):
                return dated(Period("century", date(int(digits), 1, 1)))
            return dated(Period("decade", date(int(digits), 1, 1)))
        if not digits:
            return None
        tens = int(digits) // 10
    start = int(hit.word("century")) * 100 if hit.words("century") else _century(tens * 10, hit.anchor) // 100 * 100
    return dated(Period("decade", date(start + tens * 10, 1, 1)))


def century(hit: Hit) -> Reading | None:
    """ "the 20th century": the years 1900 to 1999, as news counts; before Christ without a value."""
    number = hit.integer("number", "ORDINAL")
    if number is None or hit.words("bc") or not 1 <= number <= 30:
        return Reading("DATE")
    if hit.words("tens"):
        number += {"twenty": 20}.get(hit.word("tens"), 0)
    return dated(Period("century", date(max((number - 1) * 100, 1), 1, 1)))


def quarter(hit: Hit) -> Reading | None:
    """A quarter or half of a year: named, of the year another expression names, or the last one that has begun."""
    code = hit.word("code")
    number = int(re.sub(r"\D", "", code)) if code else hit.integer("number", "ORDINAL")
    granularity = "half" if "h" in code or "half" in hit.words("unit") else "quarter"
    if hit.words("final"):
        number = 2 if granularity == "half" else 4
    if number is None or number > (2 if granularity == "half" else 4):
        return None
    year = year_of(hit)
    near = hit.inner("near")
    if near and near.period:
        year = near.period.first.year
    if year is None and hit.words("near"):
        return Reading("DATE")
    size = 6 if granularity == "half" else 3
    if year is not None:
        return dated(period(granularity, date(year, number * size - size + 1, 1)))  # type: ignore[arg-type]
    if hit.anchor is None:
        return Reading("DATE")
    month = number * size - size + 1
    found = [period(granularity, date(y, month, 1)) for y in range(hit.anchor.year - 1, hit.anchor.year + 2)]  # type: ignore[arg-type]
    ahead = min((at for at in found if at.last >= hit.anchor), key=lambda at: at.first)
    begun = max((at for at in found if at.first <= hit.anchor), key=lambda at: at.first)
    near = (ahead.first - hit.anchor).days < _SOON
    return dated(ahead if near and hit.direction == "future" else begun)


def reported(hit: Hit) -> Reading:
    """ "the latest quarter", "the 1988 period": the period under report, or the same one of the year named."""
    main = hit.context.main_quarter()
    year, number = year_of(hit), hit.integer("number", "ORDINAL")
    if year is not None:
        if number is not None:
            return dated(Period("quarter", date(year, number * 3 - 2, 1)))
        return dated(Period("quarter", main.first.replace(year=year)) if main else Period("year", date(year, 1, 1)))
    if main is None and hit.anchor:
        main = period("quarter", hit.anchor).shift(-1)
    return dated(main) if main else Reading("DATE")


def season(hit: Hit) -> Reading | None:
    """A season: of a year, or the nearest by tense; "spring" and "fall" only where they are nouns."""
    code = str(hit.meaning("season", "SEASON"))
    month = SEASON_MONTH[code]
    near = hit.inner("near")
    year = near.period.first.year if near and near.period else year_of(hit)
    if year is not None:
        return dated(Period("season", date(year, month, 1)))
    if hit.words("near"):
        return Reading("DATE")
    start, end = hit.match.span("season")
    if not plausible_name(hit, "season"):
        return None
    tokens = hit.context.annotation.within(hit.context.pieces.starts[start], hit.context.pieces.ends[end - 1])
    if any(hit.context.annotation.tokens[i].pos not in ("NOUN", "PROPN") for i in tokens):
        return None
    if hit.anchor is None:
        return Reading("DATE")
    found = [Period("season", date(y, month, 1)) for y in range(hit.anchor.year - 1, hit.anchor.year + 2)]
    at = _by_tense(hit, found)
    return dated(at) if at else None


def holiday(hit: Hit) -> Reading | None:
    """A holiday by name: of a year named, or the nearest by tense."""
    name = hit.word("name").replace(" 's", "'s")
    eve = -1 if hit.words("eve") else 0
    near = hit.inner("near")
    year = near.period.first.year if near and near.period else year_of(hit)
    if year is not None:
        at = holidays.day(name, year, eve)
        return dated(at) if at else Reading("DATE")
    if hit.anchor is None or hit.words("near"):
        return Reading("DATE")
    found = [holidays.day(name, y, eve) for y in range(hit.anchor.year - 1, hit.anchor.year + 2)]
    step = hit.integer("step", "LAST", "NEXT", "THIS")
    known = [at for at in found if at]
    if step is not None and step < 0:
        at = max((at for at in known if at.first < hit.anchor), key=lambda at: at.first, default=None)
    elif step is not None and step > 0:
        at = min((at for at in known if at.first > hit.anchor), key=lambda at: at.first, default=None)
    elif step == 0:
        at = next((at for at in known if at.first.year == hit.anchor.year), None)
    else:
        at = _by_tense(hit, known)
    return dated(at) if at else Reading("DATE")


def year_end(hit: Hit) -> Reading:
    """ "year-end" as a business day, the last of December; "the year's end" as the late part of the year."""
    if hit.anchor is None:
        return Reading("DATE")
    year = hit.anchor.year - (hit.direction == "past" and hit.anchor.month < 7)
    if "-" in hit.words_all():
        return dated(Period("day", date(year, 12, 31)))
    at = Period("year", date(year, 1, 1))
    return Reading("DATE", at.value, TimeSpan(date(year, 10, 1), date(year, 12, 31)), None, at)


def fiscal(hit: Hit) -> Reading | None:
    """A fiscal year, as the year it is called after; its days are left open by a year before."""
    number = year_of(hit)
    if number is None:
        return None
    at = Period("year", date(number, 1, 1))
    span = TimeSpan(date(number - 1, 1, 1), date(number, 12, 31))
    return Reading("DATE", at.value, span, None, at)


def numeric(hit: Hit) -> Reading:
    """A date in figures. 2020-01-05 is one day; 01/02/2020 keeps both its readings, unless only one is a day, or the
    other lies after the document date while the clause tells of the past."""
    text = hit.word("date")
    if re.match(r"\d{4}", text):
        at = _parsed(text.split("t")[0].replace("/", "-"), "YMD")
        clock = re.search(r"t(\d\d:\d\d)(:\d\d)?(z|[+-]\d\d:?\d\d)?", text)
        if at is None:
            return Reading("DATE")
        return dated(Period("day", at), f"T{clock[1]}{(clock[3] or '').upper()}" if clock else "")
    orders = ("DMY",) if "." in text else ("MDY", "DMY")
    found = sorted({at for order in orders if (at := _parsed(text, order))})
    if len(found) == 2 and hit.anchor and found[0] <= hit.anchor < found[1] and hit.direction == "past":
        found = found[:1]
    if not found:
        return Reading("DATE")
    if len(found) == 1:
        return dated(Period("day", found[0]))
    edtf = f"[{found[0]},{found[1]}]"
    return Reading("DATE", None, TimeSpan(found[0], found[1]), edtf)


@lru_cache(maxsize=4096)
def _parsed(text: str, order: str) -> date | None:
    """The day that a date string in figures names when read in the given order; None if there is no such day."""
    if len(text) > LONGEST:
        return None
    import dateparser

    settings = {
        "DATE_ORDER": order,
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RELATIVE_BASE": datetime(2000, 1, 1),
        "PARSERS": ["absolute-time"],
        "TO_TIMEZONE": "UTC",
        "TIMEZONE": "UTC",
    }
    parsed = dateparser.parse(text, languages=["en"], settings=settings)
    if parsed is None:
        return None
    figures = [int(part) for part in re.split(r"\D", text)]
    at = {"YMD": (2, 1), "DMY": (0, 1), "MDY": (1, 0)}[order]
    return parsed.date() if (parsed.day, parsed.month) == (figures[at[0]], figures[at[1]]) else None

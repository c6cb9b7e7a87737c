"""Readings of expressions that count from the document date: "yesterday", "last week", "Friday", "the weekend"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.times import plausible
from dateline.extractors.times.hit import Hit
from dateline.extractors.times.lexicon import words
from dateline.extractors.times.periods import UNIT_PERIOD, Period, period
from dateline.extractors.times.reading import UNRESOLVED, Reading, dated, unresolved


def deictic(hit: Hit) -> Reading:
    """ "yesterday", "tomorrow morning", "tonight", "the day before yesterday": `with` days from the document date."""
    clock = hit.clock() or ("TNI" if hit.argument.endswith("night") else "")
    if hit.anchor is None:
        return unresolved(clock)
    return dated(Period("day", hit.anchor).shift(int(hit.argument.removesuffix("night"))), clock)


def two_away(hit: Hit) -> Reading:
    """ "the week before last", "the month after next", "the night before last"."""
    clock = hit.clock()
    if hit.anchor is None:
        return unresolved(clock)
    unit = "day" if clock else hit.code("unit", "UNIT")
    return dated(period(UNIT_PERIOD[unit], hit.anchor).shift(int(hit.argument)), clock)


def stepped(hit: Hit) -> Reading | None:
    """ "last week", "this month", "next year": a period counted from the one of the document date; "this weekend" told
    of the past is the last."""
    if hit.is_title():
        return None
    if hit.anchor is None:
        return UNRESOLVED
    unit, step = hit.code("unit", "UNIT"), hit.step() or 0
    over = unit == "weekend" and step == 0 and hit.direction == "past" and hit.anchor.weekday() < 5
    return dated(period(UNIT_PERIOD[unit], hit.anchor).shift(step - over))


def definite(hit: Hit) -> Reading | None:
    """ "the quarter", "the weekend", "the week": that of the document date; a quarter is the one under report, a
    weekend the last unless the clause looks ahead."""
    unit = hit.code("unit", "UNIT")
    if hit.after() in ("ended", "ending", "ends") and unit in ("year", "quarter", "week"):
        return Reading("DURATION", {"year": "P1Y", "quarter": "P3M", "week": "P1W"}[unit])
    if unit == "quarter":
        main = hit.context.quarter
        return dated(main) if main else None  # without a report of quarters, a part of a town
    if hit.anchor is None:
        return UNRESOLVED
    here = period(UNIT_PERIOD[unit], hit.anchor)
    if unit == "weekend" and hit.direction != "future" and hit.anchor.weekday() < 5:
        return dated(here.shift(-1))
    return dated(here)


def weekday(hit: Hit) -> Reading | None:
    """A day of the week: by tense the last one or the next one, on its own day today; "last" and "next" never today.

    In a run ("Monday to Thursday") the second day follows the first.
    """
    step, clock = hit.step(), hit.clock()
    if step is None and not hit.words("of") and not plausible.name(hit, "day"):
        return None
    if hit.words("of"):
        return _of_week(hit, clock)
    if hit.argument == "week" and hit.direction != "future":
        return None
    anaphoric, side = hit.argument.startswith("anaphoric"), hit.argument.removeprefix("anaphoric").strip()
    if anaphoric and side:
        if hit.governs(hit.last - 1):
            return None  # "the Friday before the vote"
        step = -1 if side == "before" else 1
    reference = hit.context.reference("day") if anaphoric else None
    anchor = reference.first if reference else hit.anchor
    if anchor is None:
        return unresolved(clock, anaphoric=anaphoric)
    number = hit.integer("day", "WEEKDAY") or 0
    away = _away(hit, step, (number - anchor.isoweekday()) % 7, number - anchor.isoweekday())
    at = Period("day", anchor).shift(away + 7 * (hit.argument == "week"))
    last = hit.context.met.period if hit.context.met else None
    runs_on = hit.before() in ("to", "through", "until", "-") and hit.first - hit.context.end <= 2
    if runs_on and last and last.granularity == "day" and at.first < last.first:
        at = at.shift(7)
    return dated(at, clock, anaphoric=anaphoric)


def _away(hit: Hit, step: int | None, ahead: int, within: int) -> int:
    """Days to the weekday meant: `ahead` to the next one, today included, `within` to the one of this ISO week."""
    back = ahead - 7 if ahead else 0
    if step is not None and step < 0:
        return back or -7
    if step is not None and step > 0:
        return ahead or 7
    if step == 0:
        return within
    if hit.after() == "'s":
        return _possessive(hit, ahead, back)
    return ahead if hit.direction in ("future", "present") else back


def _possessive(hit: Hit, ahead: int, back: int) -> int:
    """ "Monday's ruling" is the last, "Tuesday's election" the nearest where the clause looks ahead or does not tell
    how it went; "ahead of Tuesday's election" the next."""
    annotation, looks = hit.context.annotation, hit.direction
    noun = annotation.head(hit.context.tokens(hit.last - 1, hit.last)[-1].i)
    planned, above = noun.lemma in words("APPOINTED"), {t.lemma for t in _up_to_verb(annotation, noun)}
    if planned and looks == "future" and above & words("LEADING_UP").keys():
        return ahead
    over = looks != "future" and bool(above & words("OUTCOME").keys())
    open_yet = planned and not over
    return ahead if ahead < -back and (open_yet or looks in ("future", "present")) else back


def _up_to_verb(annotation: Annotation, noun: Token) -> Iterator[Token]:
    """What governs a noun, up to its verb."""
    for token in annotation.ancestors(noun.i):
        yield token
        if token.pos in ("VERB", "AUX"):
            return


def weekdays_ago(hit: Hit) -> Reading:
    """ "three Fridays ago": the third last Friday before the document date."""
    if hit.anchor is None:
        return UNRESOLVED
    back = (hit.anchor.isoweekday() - (hit.integer("weekday", "WEEKDAYS") or 0) - 1) % 7 + 1
    return dated(Period("day", hit.anchor).shift(-back - 7 * (int(hit.number("number") or 1) - 1)))


def _of_week(hit: Hit, clock: str) -> Reading:
    """ "Friday of last week"."""
    near = hit.inner()
    if near is None or near.period is None:
        return unresolved(clock)
    monday = period("week", near.period.first).first
    return dated(Period("day", monday + timedelta(days=(hit.integer("day", "WEEKDAY") or 1) - 1)), clock)


def around(hit: Hit) -> Reading:
    """ "the week of March 6", "the day before Easter": the period of a day named, or the one beside it."""
    near = hit.inner()
    if near is None or near.period is None:
        return UNRESOLVED
    step = {"before": -1, "after": 1}.get(hit.argument, 0)
    return dated(period(UNIT_PERIOD[hit.code("unit", "UNIT")], near.period.first).shift(step))

"""Find and read the time expressions of a text: the rules of the data file, the longest match at the earliest place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dateline.extractors.syntax import Annotation
from dateline.extractors.times import absolute, amounts, modifiers, relative
from dateline.extractors.times.lexicon import words
from dateline.extractors.times.periods import OutOfCalendar
from dateline.extractors.times.pieces import Pieces, pieces
from dateline.extractors.times.reading import Context, Hit, Reading, dated, word, written
from dateline.extractors.times.rules import Rule, grammar
from dateline.graph.errors import DataError
from dateline.graph.model import Timex

READERS: dict[str, Callable[[Hit], Reading | None]] = {
    function.__name__: function
    for function in (
        absolute.day,
        absolute.day_too,
        absolute.days,
        absolute.month,
        absolute.year,
        absolute.years,
        absolute.decade,
        absolute.century,
        absolute.quarter,
        absolute.reported,
        absolute.season,
        absolute.holiday,
        absolute.fiscal,
        absolute.year_end,
        absolute.numeric,
        relative.deictic,
        relative.stepped,
        relative.definite,
        relative.named_month,
        relative.named_season,
        relative.weekday,
        relative.ago,
        relative.later,
        relative.same,
        relative.year_ago,
        relative.around,
        amounts.duration,
        amounts.one,
        amounts.unit_and_half,
        amounts.either,
        amounts.window,
        amounts.clock,
        amounts.bare_part,
        amounts.every,
        amounts.now,
        amounts.soon,
        amounts.reference,
        amounts.noun_only,
        amounts.nothing,
    )
}
"""Name in the rules -> reader."""
_OPEN = frozenset({"now", "soon", "current", "daily", "weekly", "monthly"})
"""Words beside the units that make compounds."""


def find(annotation: Annotation, anchor: date | None) -> tuple[Timex, ...]:
    """The time expressions of a text, in text order, none overlapping another.

    `anchor` is the document date; without it, what counts from it stays without value and days. Nothing depends on
    the day, place or machine of the run.
    """
    text = pieces(annotation, grammar().codes)
    context = Context(annotation, text, anchor, inner)
    found: list[Timex] = []
    for first, last, reading in _placed(context, list(_readings(context))):
        start, end = text.starts[first], text.ends[last - 1]
        reading = written(reading)
        found.append(
            Timex(start, end, annotation.text[start:end], reading.type, reading.value, reading.edtf, reading.span)
        )
    return tuple(found)


def _readings(context: Context):  # type: ignore[no-untyped-def]
    at = 0
    for match, rule in _matches(context.pieces):
        if match.start() < at:
            continue
        hit = Hit(match, context, rule.argument)
        if rule.reader == "nothing":
            at = match.end()
            continue
        reading = None if _compound(context, match.end()) else read(rule, hit)
        if reading is None:
            continue
        first, last, reading = modifiers.widened(context, max(at, 0), match.start(), match.end(), reading)
        at = last
        context.met.append(reading)
        yield first, last, reading


def _compound(context: Context, end: int) -> bool:
    """Whether the match breaks off within a hyphenated word: "a two-year|-old", "now|-defunct"."""
    texts = context.pieces.texts
    return context.pieces.codes[end] == "-" and (
        word(texts[end - 1]) in words("UNIT") or texts[end - 1].lower() in _OPEN
    )


def _placed(context, found):  # type: ignore[no-untyped-def]
    """The same readings, a time of day moved to the nearest day that its own sentence names."""
    annotation, starts = context.annotation, context.pieces.starts
    home = [annotation.sentence_index(annotation.within(starts[f], starts[f] + 1).start) for f, _, _ in found]
    out = []
    for n, (first, last, reading) in enumerate(found):
        if reading.loose:
            near = [
                (abs(starts[other[0]] - starts[first]), other[2].period)
                for m, other in enumerate(found)
                if m != n
                and home[m] == home[n]
                and not other[2].loose
                and other[2].type == "DATE"
                and other[2].period
                and other[2].period.granularity == "day"
            ]
            if near:
                reading = dated(min(near, key=lambda each: each[0])[1], "T" + (reading.value or "T").partition("T")[2])
            elif context.anchor is None:
                reading = replace(reading, value=None)
        out.append((first, last, reading))
    return out


def _matches(text: Pieces):  # type: ignore[no-untyped-def]
    found = [
        (match.start(), -match.end(), rule.order, match, rule)
        for rule in grammar().rules
        for match in rule.regex.finditer(text.codes)
        if match.end() > match.start()
    ]
    found.sort(key=lambda each: each[:3])
    return [(match, rule) for _, _, _, match, rule in found]


def inner(context: Context, start: int, end: int) -> Reading | None:
    """The pieces `start` to `end`, all of them, read as one expression."""
    for rule in grammar().rules:
        match = rule.regex.fullmatch(context.pieces.codes, start, end)
        if match and rule.reader != "nothing":
            reading = read(rule, Hit(match, context, rule.argument))
            if reading is not None:
                return reading
    return None


def read(rule: Rule, hit: Hit) -> Reading | None:
    """What the rule makes of its match; an expression that leads out of the calendar is kept without a value."""
    try:
        reader = READERS[rule.reader]
    except KeyError:
        raise DataError("times/rules.toml", None, f"unknown reader {rule.reader!r}", ", ".join(READERS)) from None
    try:
        return reader(hit)
    except (OutOfCalendar, OverflowError):
        return Reading("DATE")

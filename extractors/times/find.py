"""Find and read the time expressions of a text: the rules of the data file, the longest match at the earliest place."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from datetime import date

from dateline.extractors.syntax import Annotation
from dateline.extractors.times.hit import Hit
from dateline.extractors.times.lexicon import words
from dateline.extractors.times.matching import groups
from dateline.extractors.times.modifiers import widened
from dateline.extractors.times.periods import Period
from dateline.extractors.times.pieces import Pieces, pieces
from dateline.extractors.times.plausible import in_name
from dateline.extractors.times.readers import read
from dateline.extractors.times.reading import Context, Reading, dated, edtf
from dateline.extractors.times.rules import grammar
from dateline.graph.model import Timex

LONGEST = 100
"""Characters of an expression; what is longer is none."""
Found = tuple[int, int, Reading]
"""First and one past the last piece of an expression, and its reading."""


def find(annotation: Annotation, anchor: date | None) -> tuple[Timex, ...]:
    """The time expressions of a text, in text order, none overlapping another.

    `anchor` is the document date; without it, what counts from it stays without value and days. Nothing depends on
    the day, place or machine of the run.
    """
    text = pieces(annotation)
    if not text.matches:
        return ()
    context = Context(annotation, text, anchor, inner)
    return tuple(_timex(context, *each) for each in _placed(context, list(_readings(context))))


def _timex(context: Context, first: int, last: int, reading: Reading) -> Timex:
    start, end = context.pieces.starts[first], context.pieces.ends[last - 1]
    text = context.annotation.text[start:end]
    return Timex(start, end, text, reading.type, reading.value, edtf(reading), reading.span)


def _readings(context: Context) -> Iterator[Found]:
    text, at = context.pieces, 0
    for first, last, rule, spans, shift in text.matches:
        if first < at or text.ends[last - 1] - text.starts[first] > LONGEST:
            continue
        if rule.reader == "nothing":
            at = last
            continue
        reading = (
            None
            if _compound(text, last) or in_name(context, first, last)
            else read(rule, Hit(first, last, spans, context, rule.argument, shift))
        )
        if reading is not None:
            first, at, reading = widened(context, at, first, last, reading)
            context.meet(reading, at)
            yield first, at, reading


def _compound(text: Pieces, end: int) -> bool:
    """Whether the match breaks off within a hyphenated word: "a two-year|-old", "now|-defunct"."""
    if text.codes[end] != "-":
        return False
    last = text.words[end - 1]
    return any(last in words(name) for name in ("UNIT", "DAYPART", "COMPOUNDING"))


def _placed(context: Context, found: list[Found]) -> Iterator[Found]:
    """The same readings, a time of day moved to the nearest day that its own sentence names."""
    if not any(reading.loose for _, _, reading in found):
        yield from found
        return
    starts = context.pieces.starts
    home = [context.annotation.sentence_index(context.tokens(first, first + 1)[0].i) for first, _, _ in found]
    days: dict[int, list[tuple[int, Period]]] = {}
    for (first, _, reading), sentence in zip(found, home, strict=True):
        if not reading.loose and reading.period and reading.period.granularity == "day":
            days.setdefault(sentence, []).append((starts[first], reading.period))
    for (first, last, reading), sentence in zip(found, home, strict=True):
        if reading.loose:
            reading = _on_day(reading, _nearest(days.get(sentence, []), starts[first]), context.anchor)
        yield first, last, reading


def _nearest(days: list[tuple[int, Period]], at: int) -> Period | None:
    """The day that stands nearest to an offset, the one before it if two do; `days` are in text order."""
    k = bisect(days, at, key=lambda each: each[0])
    return min(days[max(k - 1, 0) : k + 1], key=lambda each: abs(each[0] - at), default=(0, None))[1]


def _on_day(reading: Reading, day: Period | None, anchor: date | None) -> Reading:
    if day is not None:
        return dated(day, "T" + (reading.value or "T").partition("T")[2])
    return reading if anchor else reading._replace(value=None)


def inner(context: Context, start: int, end: int) -> Reading | None:
    """The pieces `start` to `end`, all of them, read as one expression."""
    for rule in grammar().rules:
        match = rule.regex.fullmatch(context.pieces.codes, start, end)
        if match and rule.reader != "nothing":
            argument = "sure" if rule.reader == "year" else rule.argument  # "the last days of 2019 shells fell"
            reading = read(rule, Hit(start, end, groups(match), context, argument))
            if reading is not None:
                return reading
    return None

"""Words before and after an expression that belong to it and narrow its days: "early", "the end of", "about"."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.extractors.times import values
from dateline.extractors.times.lexicon import words
from dateline.extractors.times.reading import Context, Reading
from dateline.extractors.times.rules import Rule, grammar
from dateline.extractors.times.shapes import plain
from dateline.graph.model import TimeSpan

_REACH = 6
"""Pieces before an expression that are looked at."""
_COMPARING = frozenset({"over", "up", "more", "less", "fewer", "no", "just", "well"})
"""First words of comparisons, which only a length can have."""


def widened(context: Context, floor: int, first: int, last: int, reading: Reading) -> tuple[int, int, Reading]:
    """The expression `first` to `last` with its modifiers: where it begins and ends then, and its days narrowed.

    Nothing before the piece `floor` is taken.
    """
    codes = context.pieces.codes
    changed = True
    while changed:
        changed = False
        for rule in grammar().before:
            match = rule.regex.search(codes, max(floor, first - _REACH), first)
            if match and (narrowed := _narrowed(rule, match, context, reading, first)) is not None:
                first, reading, changed = match.start(), narrowed, True
                break
    for rule in grammar().after:
        match = rule.regex.match(codes, last)
        if match and (narrowed := _narrowed(rule, match, context, reading, first)) is not None:
            last, reading = match.end(), narrowed
    return first, last, reading


def _narrowed(rule: Rule, match: re.Match[str], context: Context, reading: Reading, first: int) -> Reading | None:
    """The reading with one modifier; None where the modifier does not go with it."""
    if reading.value and reading.value.endswith("_REF"):
        return None
    said = [plain(text) for text in context.pieces.texts[match.start() : match.end()]]
    if rule.reader == "part":
        first_hundredth, last_hundredth = next(words("EARLY")[text] for text in said if text in words("EARLY"))
        if reading.type not in ("DATE", "TIME"):
            return None
        return replace(reading, span=values.part(reading.span, first_hundredth, last_hundredth))
    if rule.reader == "side":
        return _side(context, reading, said[0]) if reading.type in ("DATE", "TIME") else None
    return _about(context, reading, said[0], first)


def _side(context: Context, reading: Reading, word: str) -> Reading:
    """ "earlier this year" lies before the document date, "later this week" after it."""
    span, anchor = reading.span, context.anchor
    if anchor and span.earliest and span.latest and span.earliest <= anchor <= span.latest:
        if word == "earlier":
            span = TimeSpan(span.earliest, anchor)
        elif word == "later":
            span = TimeSpan(anchor, span.latest)
    return replace(reading, span=span)


def _about(context: Context, reading: Reading, word: str, first: int) -> Reading | None:
    """ "about two weeks", "around 1850", "more than 30 days"; "~" in EDTF where a date is only about right."""
    if word in _COMPARING and reading.type not in ("DURATION", "TIME") and not _counts(context, first):
        return None
    if word not in ("about", "around", "circa", "approximately", "roughly") or reading.type != "DATE":
        return reading
    if reading.period and reading.period.granularity == "day" and not _counts(context, first):
        return None  # "get around Friday's ruling"
    plain_value = values.edtf(reading.value, reading.span)
    return replace(reading, edtf=f"{plain_value}~" if plain_value and "/" not in plain_value else plain_value)


def _counts(context: Context, first: int) -> bool:
    """Whether the expression has a number in its first two words."""
    texts = [plain(text) for text in context.pieces.texts[first : first + 2]]
    return any(text[0].isdigit() or text in words("NUMBER") or text in ("a", "an") for text in texts)

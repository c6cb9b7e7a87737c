"""Words before and after an expression that belong to it and narrow its days: "early", "the end of", "later", "about"."""

from __future__ import annotations

from dataclasses import replace

from dateline.extractors.times import values
from dateline.extractors.times.lexicon import words
from dateline.extractors.times.reading import Context, Reading, word
from dateline.extractors.times.rules import Rule, grammar
from dateline.graph.model import TimeSpan

REACH = 6
"""Pieces before an expression that are looked at."""


def widened(context: Context, floor: int, first: int, last: int, reading: Reading) -> tuple[int, int, Reading]:
    """The expression `first` to `last` with its modifiers: where it begins and ends then, and its days narrowed.

    Nothing before the piece `floor` is taken.
    """
    codes = context.pieces.codes
    changed = True
    while changed:
        changed = False
        for rule in grammar().before:
            match = rule.regex.search(codes, max(floor, first - REACH), first)
            if match and (narrowed := _apply(rule, match, context, reading, first)) is not None:
                first, reading, changed = match.start(), narrowed, True
                break
    for rule in grammar().after:
        match = rule.regex.match(codes, last)
        if match and (narrowed := _apply(rule, match, context, reading, first)) is not None:
            last, reading = match.end(), narrowed
    return first, last, reading


def _apply(rule: Rule, match, context: Context, reading: Reading, first: int) -> Reading | None:  # type: ignore[no-untyped-def]
    if reading.value and reading.value.endswith("_REF"):
        return None
    said = [word(text) for text in context.pieces.texts[match.start() : match.end()]]
    if rule.reader == "part":
        if reading.type not in ("DATE", "TIME"):
            return None
        third = next(words("EARLY")[text] for text in said if text in words("EARLY"))
        return replace(reading, span=values.part(reading.span, third))
    if rule.reader == "side":
        if reading.type not in ("DATE", "TIME"):
            return None
        span, anchor = reading.span, context.anchor
        if anchor and span.earliest and span.latest and span.earliest <= anchor <= span.latest:
            if said[0] == "earlier":
                span = TimeSpan(span.earliest, anchor)
            elif said[0] == "later":
                span = TimeSpan(anchor, span.latest)
        return replace(reading, span=span)
    if said[0] in ("about", "around") and reading.period and reading.period.granularity == "day":
        if not any(
            char.isdigit()
            for char in context.annotation.text[context.pieces.starts[first] : context.pieces.ends[first + 1]]
        ):
            return None
    if said[0] in ("over", "some", "up", "more", "less") and reading.type != "DURATION":
        return None
    return reading


__all__ = ["widened"]

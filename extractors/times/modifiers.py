"""Words before and after an expression that belong to it and narrow its days: "early", "the end of", "about"."""

from __future__ import annotations

from functools import lru_cache

from dateline.extractors.times import values
from dateline.extractors.times.lexicon import words
from dateline.extractors.times.reading import Context, Reading
from dateline.extractors.times.rules import Rule, grammar
from dateline.extractors.times.shapes import BREAK, OTHER, SHAPES
from dateline.graph.model import TimeSpan

_REACH = 6
"""Pieces before an expression that are looked at."""
_AFTER = 2
"""Pieces after it that are."""
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
        for rule, length in _before(_tail(codes[max(floor, first - _REACH) : first])):
            narrowed = _narrowed(rule, context, reading, first - length, first, first)
            if narrowed is not None:
                first, reading, changed = first - length, narrowed, True
                break
    for rule, length in _after(codes[last : last + _AFTER]):
        narrowed = _narrowed(rule, context, reading, last, last + length, first)
        if narrowed is not None:
            last, reading = last + length, narrowed
    return first, last, reading


def _tail(codes: str) -> str:
    """What follows the last unknown word."""
    return codes[max(codes.rfind(OTHER), codes.rfind(SHAPES["CAPS"]), codes.rfind(BREAK)) + 1 :]


@lru_cache(maxsize=20_000)
def _before(codes: str) -> tuple[tuple[Rule, int], ...]:
    """What can belong to an expression of the pieces that stand before it: each rule, and how many pieces it takes."""
    found = ((rule, rule.regex.search(codes)) for rule in grammar().before)
    return tuple((rule, match.end() - match.start()) for rule, match in found if match)


@lru_cache(maxsize=20_000)
def _after(codes: str) -> tuple[tuple[Rule, int], ...]:
    """The same of the pieces that follow it."""
    found = ((rule, rule.regex.match(codes)) for rule in grammar().after)
    return tuple((rule, match.end()) for rule, match in found if match)


def _narrowed(rule: Rule, context: Context, reading: Reading, begin: int, end: int, first: int) -> Reading | None:
    """The reading of what begins at the piece `first` with one modifier, the pieces `begin` to `end`; None where the
    modifier does not go with it."""
    if reading.value and reading.value.endswith("_REF"):
        return None
    said = context.pieces.words[begin:end]
    if rule.reader == "part":
        parts = words(rule.argument or "EARLY")
        first_hundredth, last_hundredth = next(parts[text] for text in said if text in parts)
        if reading.type not in ("DATE", "TIME"):
            return None
        return reading._replace(span=values.part(reading.span, first_hundredth, last_hundredth), edtf=None)
    if rule.reader == "side":
        return _side(context, reading, said) if reading.type in ("DATE", "TIME") else None
    return _about(context, reading, said[0], first)


def _side(context: Context, reading: Reading, said: list[str]) -> Reading:
    """ "earlier this year" lies before the document date, "later this week" and "the rest of the year" after it."""
    span, anchor = reading.span, context.anchor
    if anchor and span.earliest and span.latest and span.earliest <= anchor <= span.latest:
        if "earlier" in said:
            span = TimeSpan(span.earliest, anchor)
        elif "sometime" not in said:
            span = TimeSpan(anchor, span.latest)
    return reading._replace(span=span, edtf=None)


def _about(context: Context, reading: Reading, word: str, first: int) -> Reading | None:
    """ "about two weeks", "around 1850", "more than 30 days"; "~" in EDTF where a date is only about right."""
    if word in _COMPARING and reading.type not in ("DURATION", "TIME") and not _counts(context, first):
        return None
    if word not in ("about", "around", "circa", "approximately", "roughly") or reading.type != "DATE":
        return reading
    if reading.period and reading.period.granularity == "day" and not _counts(context, first):
        return None  # "get around Friday's ruling"
    plain_value = values.edtf(reading.value, reading.span)
    return reading._replace(edtf=f"{plain_value}~" if plain_value and "/" not in plain_value else plain_value)


def _counts(context: Context, first: int) -> bool:
    """Whether the expression has a number in its first two words."""
    texts = context.pieces.words[first : first + 2]
    return any(text[0].isdigit() or text in words("NUMBER") or text in ("a", "an") for text in texts)

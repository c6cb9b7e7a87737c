"""Readings of repeated times and of references that name no days: "every Friday", "daily", "now", "recently"."""

from __future__ import annotations

from fractions import Fraction

from dateline.extractors.times.hit import Hit
from dateline.extractors.times.lengths import length, unit_of
from dateline.extractors.times.lexicon import words
from dateline.extractors.times.reading import Reading


def every(hit: Hit) -> Reading | None:
    """ "every Friday", "each July", "every two weeks", "Monday nights", "daily", "twice a week": a repeated time."""
    part = hit.code("part", "DAYPARTS", "DAYPART") or hit.code("part2", "DAYPART")
    clock = f"T{part}" if part else ""
    if day := hit.code("weekday", "WEEKDAY", "WEEKDAYS"):
        return Reading("SET", f"XXXX-WXX-{day}{clock}")
    if month := hit.integer("month", "MONTH"):
        return Reading("SET", f"XXXX-{month:02}")
    if season := hit.code("season", "SEASON", "SEASONS"):
        return Reading("SET", f"XXXX-{season}")
    if often := hit.code("often", "FREQUENT"):
        return None if _is_paper(hit) else Reading("SET", often)
    if not hit.words("unit"):
        return Reading("SET", f"XXXX-XX-XX{clock}") if clock else None
    if unit_of(hit) == "weekend":
        return Reading("SET", "XXXX-WXX-WE")
    ordinal = 2 if "other" in hit.words("number") else hit.integer("number", "ORDINAL")
    number = Fraction(ordinal) if ordinal else hit.number("number") if hit.words("number") else Fraction(1)
    return Reading("SET", length(unit_of(hit), number))


def _is_paper(hit: Hit) -> bool:
    """ "the Party daily Voice", "the monthly was shut down": a newspaper."""
    token = hit.context.tokens(hit.first, hit.last)[0]
    following = hit.context.tokens(hit.last, hit.last + 1)
    verbal = bool(following) and following[0].pos in ("VERB", "AUX")
    named = hit.context.pieces.texts[hit.last : hit.last + 1]  # "the party daily Voice"
    if named and named[0][:1].isupper() and token.i > hit.context.annotation.sentence(token.i).first:
        return True
    return token.pos in ("NOUN", "PROPN") or (hit.before() in ("the", "a") and verbal)


def reference(hit: Hit) -> Reading:
    """ "currently", "recently": no days, only a side of the present."""
    return Reading("DATE", hit.argument)


def now(hit: Hit) -> Reading | None:
    """ "now": the present, unless it opens a sentence as a mere particle ("Now, …")."""
    return None if hit.after() == "," and hit.before() in ("", ".", '"') else reference(hit)


def soon(hit: Hit) -> Reading | None:
    """ "soon" of what is to come; not "as soon as", "soon after", nor told of the past."""
    if hit.before() == "as" or hit.after() in ("as", "after", "-", "enough") or hit.direction == "past":
        return None
    return reference(hit)


def noun_only(hit: Hit) -> Reading | None:
    """`reference`, where the word stands before a noun or is one ("current", "the future"), not in a name."""
    text = hit.texts[0]
    if text[0].isupper() and hit.first and hit.context.pieces.codes[hit.first - 1] not in '\n."':
        return None
    if len(hit.texts) > 1 and (hit.after()[:1].isdigit() or hit.after() in words("NUMBER")):
        return None  # "the past three summers"
    tokens = hit.context.tokens(hit.first, hit.last)
    return None if any(t.pos not in ("ADJ", "ADV", "NOUN", "DET") for t in tokens) else reference(hit)


def nothing(hit: Hit) -> None:
    """Words that only look like a time; the match keeps other rules away from them."""

"""Numbers as English writes them: figures, words, halves."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

from dateline.extractors.times.lexicon import words

FRACTIONS = {"1/2": Fraction(1, 2), "½": Fraction(1, 2), "1/4": Fraction(1, 4), "¼": Fraction(1, 4)}
FRACTIONS |= {"3/4": Fraction(3, 4), "¾": Fraction(3, 4), "half": Fraction(1, 2), "quarter": Fraction(1, 4)}


def number(pieces: Iterable[str]) -> Fraction | None:
    """The number that the words mean; None for a vague amount ("several", "a few") or no number at all.

    "two and a half" is 5/2, "twenty four" 24, "a hundred" 100, "1,200" 1200, "a" 1, "a couple of" 2.
    """
    return _number(tuple(pieces))


@lru_cache(maxsize=4096)
def _number(pieces: tuple[str, ...]) -> Fraction | None:
    lexicon = words("NUMBER")
    total, current, seen = Fraction(0), Fraction(0), False
    article = False
    for piece in pieces:
        if piece in words("VAGUE"):
            return None
        if piece in ("a", "an"):
            article = True
        elif piece == "couple" or piece == "pair":
            current, seen = current + 2, True
        elif piece in FRACTIONS:
            current, seen = current + FRACTIONS[piece], True
        elif piece in lexicon:
            amount = int(lexicon[piece])
            if amount >= 100:
                current = (current or Fraction(1)) * amount
            elif amount == 12 and piece == "dozen":
                current = (current or Fraction(1)) * 12
            else:
                current += amount
            seen = True
            if amount == 1000:
                total, current = total + current, Fraction(0)
        elif piece.replace(",", "").replace(".", "", 1).isdecimal():
            current, seen = current + Fraction(piece.replace(",", "")), True
    if seen:
        return total + current
    return Fraction(1) if article else None


def year(pieces: Iterable[str]) -> int | None:
    """A year in words: "nineteen ninety-six", "two thousand and eight", "twenty twenty"; None where it is none."""
    lexicon = words("NUMBER")
    amounts = [int(lexicon[piece]) for piece in pieces if piece in lexicon]
    if 1000 in amounts:
        at = amounts.index(1000)
        return sum(amounts[:at]) * 1000 + sum(amounts[at + 1 :])
    if len(amounts) >= 2 and 10 <= amounts[0] <= 20:
        return amounts[0] * 100 + sum(amounts[1:])
    if len(amounts) >= 3 and amounts[0] == 20 and amounts[1] < 10:
        return None
    return None

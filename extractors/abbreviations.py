"""Abbreviations that a text spells out, and the names that they stand for: "Red Dawn Front (RDF)", "RDF [Red Dawn
Front]".

Found by the initials, whatever the case of the text (after Schwartz and Hearst 2003, with initials in any order, as a
foreign abbreviation has them beside its English name).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SHORT = re.compile(r"[(\[]([^\W\d_]{2,7})[,)\]]")
_GLOSS = re.compile(r"\b([^\W\d_]{2,7})\s*[(\[]([^()\[\]]{5,90})[)\]]")
_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_BROKEN = re.compile(r"[.,;:!?()\[\]]")
_LINKS = frozenset({"of", "the", "and", "for", "in", "de", "la", "el", "del", "y"})
_LONGEST = 10
"""Words that a name has at most."""
_ENOUGH = 0.6
"""The part of an abbreviation's letters that must be initials of the name."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """Abbreviations, and the words of the names that they stand for, all in small letters."""

    short: frozenset[str]
    names: frozenset[tuple[str, ...]]


def spelled(text: str) -> Spelled:
    """What the text abbreviates and spells out."""
    pairs = [*_before_brackets(text), *_within_brackets(text)]
    return Spelled(frozenset(short for short, _ in pairs), frozenset(name for _, name in pairs))


def _before_brackets(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for match in _SHORT.finditer(text):
        short = match[1].lower()
        clause = _BROKEN.split(text[max(0, match.start() - 120) : match.start()])[-1]
        name = _name(short, _words(clause)[-_LONGEST:])
        if name:
            yield short, name


def _within_brackets(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for match in _GLOSS.finditer(text):
        short, name = match[1].lower(), _words(match[2])
        if 2 <= len(name) <= _LONGEST and not _BROKEN.search(match[2]) and _covered(short, name) >= _needed(short):
            yield short, tuple(name)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(text)]


def _name(short: str, before: Sequence[str]) -> tuple[str, ...]:
    """The fewest words at the end that have all of the letters for initials, or else most, with what hangs on "of"."""
    sizes = [n for n in range(2, len(before) + 1) if before[-n] not in _LINKS]
    whole = (n for n in sizes if _told(before[-n:]) <= len(short) + 1 and _covered(short, before[-n:]) == len(short))
    size = next(whole, 0)
    if not size:
        size = next((n for n in sizes if _covered(short, before[-n:]) >= _needed(short)), 0)
        size += 2 if size and before[-size - 1 : -size] == ["of"] else 0
    return tuple(before[-size:]) if size else ()


def _told(name: Sequence[str]) -> int:
    return sum(word not in _LINKS for word in name)


def _covered(short: str, name: Sequence[str]) -> int:
    """How many letters of an abbreviation are initials of the words of a name."""
    return (Counter(short) & Counter(word[0] for word in name if word not in _LINKS)).total()


def _needed(short: str) -> float:
    return max(2, _ENOUGH * len(short))

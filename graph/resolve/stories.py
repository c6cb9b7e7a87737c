"""Which documents tell one story: those that name the same people, organisations and places most.

A claim without a date can be compared with others only inside its story: two articles that share several of the names
they use most, and came out within days of each other, are about the same occasion far more often than not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dateline.graph.model import Actor, Record
from dateline.graph.naming import Names
from dateline.graph.resolve.identity import is_generic, same_name
from dateline.graph.resolve.places import COARSE
from dateline.graph.resolve.wording import foremost, stems

FOREMOST = 8
"""How many names of a document are looked at."""
SHARED = 2
"""How many of them two documents of one story share at least; one will do where `ALIKE` of `WORDS` words are shared."""
WORDS, ALIKE = 25, 5
"""How many words of a document are looked at, and how many of them two with one name in common share at least."""
_NAMED = frozenset({"Person", "Organization"})
"""Kinds of actors whose names tell a story; too many stories share countries and groups."""
FRESH = 14
"""Days between two documents of one story at most, where both tell when they came out."""


@dataclass(frozen=True, slots=True)
class Story:
    """What a document is about: its `names`, those mentioned most, people by their last name, and the stems of the
    other `words` that it uses most."""

    document: str
    issued: date | None
    names: frozenset[str]
    words: frozenset[str]


def story(name: Names) -> Story:
    """What the document of a record is about. Countries are no part of it, nor are groups."""
    record = name.record
    names = frozenset(_foremost(record))
    words = foremost(record.document.text, WORDS) - stems(" ".join(names))
    return Story(name.document.value, record.document.date, names, words)


def _foremost(record: Record) -> list[str]:
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    named = [(_key(actor), actor.mentions) for actor in record.actors if actor.kind in _NAMED and not is_generic(actor)]
    named += [(same_name(place.name), place.mentions) for place in record.places if place.kind not in COARSE]
    for key, mentions in named:
        if key and mentions:
            counts[key] += len(mentions)
            first[key] = min(first.get(key, mentions[0].start), mentions[0].start)
    return sorted(counts, key=lambda key: (-counts[key], first[key], key))[:FOREMOST]


def _key(actor: Actor) -> str:
    words = same_name(actor.name).split()
    return " ".join(words[-1:] if actor.kind == "Person" else words)


def fresh(one: Story, other: Story) -> bool:
    """Whether nothing in the days of issue forbids that two documents tell of one occasion."""
    return not one.issued or not other.issued or abs((one.issued - other.issued).days) <= FRESH


def shared(one: Story, other: Story) -> frozenset[str]:
    """The names that two documents of one story have in common; none where they tell two stories."""
    names = one.names & other.names
    enough = len(names) >= SHARED or (names and len(one.words & other.words) >= ALIKE)
    return names if enough and fresh(one, other) else frozenset()


def same_stories(stories: Iterable[Story]) -> Iterator[tuple[Story, Story]]:
    """Pairs of documents of one story, each once; found by the names that they have in common."""
    about: dict[str, list[Story]] = {}
    for one in sorted(stories, key=lambda s: (str(s.issued or ""), s.document)):
        for name in sorted(one.names):
            about.setdefault(name, []).append(one)
    seen: set[tuple[str, str]] = set()
    for block in about.values():
        for number, one in enumerate(block):
            for other in block[number + 1 :]:
                if not fresh(one, other):  # nor any after it: those without a day come first, then day by day
                    break
                pair = one.document, other.document
                if pair not in seen and shared(one, other):
                    seen.add(pair)
                    yield one, other

"""Actors named by name: what the data knows first, then the model's entities, then surnames that it missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extractors.actors import entities, known, titles
from dateline.extractors.actors.found import Found, words
from dateline.extractors.actors.reading import Reading
from dateline.extractors.syntax import Token

_NAME_WORDS = 4


def find(reading: Reading) -> tuple[list[Found], frozenset[int]]:
    """Named actors in text order with the titles before them, and the tokens that names and titles take up.

    A state's adjective takes up nothing: "Israeli" in "Israeli police" is a part of the police.
    """
    found = list(known.find(reading))
    covered = _covered(found)
    found.extend(entities.find(reading, covered))
    found.extend(_after_titles(reading, _covered(found)))
    found.extend(_surnames(reading, found, _covered(found)))
    named: list[Found] = []
    titled: set[int] = set()
    for one in found:
        title, whole = titles.read(reading, one)
        named.append(whole)
        if title is not None:
            titled.update(range(title.first, title.last))
            if title.nouns or reading.annotation.head_of(title.first, one.last).i < one.first:
                named.append(title)
    return sorted(named, key=lambda f: (f.first, f.last)), _covered(found) | frozenset(titled)


def _covered(found: Sequence[Found]) -> frozenset[int]:
    return frozenset(i for one in found for i in range(one.first, one.last))


def _after_titles(reading: Reading, covered: frozenset[int]) -> Iterator[Found]:
    """Capitalised words after a person's title that the model took for no name: "Police Spokesman Ann Example"."""
    tokens = reading.annotation.tokens
    for sentence in reading.annotation.sentences:
        i = sentence.first + 1
        while i < sentence.last and not sentence.headline:
            first, i = i, i + 1
            if not _nameless(reading, tokens[first], covered) or not reading.titled_before(first):
                continue
            while i < sentence.last and i - first < _NAME_WORDS and _nameless(reading, tokens[i], covered):
                i += 1
            head = reading.annotation.head_of(first, i)
            yield Found(first, i, head.i, "name", words(reading.annotation, first, i), "Person")


def _nameless(reading: Reading, token: Token, covered: frozenset[int]) -> bool:
    """Whether a token could be of a name and no data knows it for anything else."""
    free = token.i not in covered and token.i not in reading.entity_at and token.i not in reading.match_at
    return free and token.pos == "PROPN" and token.text[:1].isupper() and not reading.titled(token)


def _surnames(reading: Reading, found: Sequence[Found], covered: frozenset[int]) -> Iterator[Found]:
    """Last words of persons' full names where they stand alone and the model saw no name."""
    tokens = reading.annotation.tokens
    people = [one for one in found if one.kind == "Person" and one.form == "name" and one.last - one.first > 1]
    last_words = {tokens[one.last - 1].text for one in people}
    for token in tokens:
        if token.text in last_words and token.i not in covered and token.pos == "PROPN":
            entity = reading.entity_at.get(token.i)
            if entity is None or entity.last - entity.first == 1 or entity.label in ("PERSON", "ORG"):
                name = words(reading.annotation, token.i, token.i + 1)
                yield Found(token.i, token.i + 1, token.i, "name", name, "Person", sure=False)

"""Actors named by name: what the data knows first, then the model's entities, then names that it missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extractors.actors import entities, known, lexicon, phrases, titles
from dateline.extractors.actors.found import Found, words
from dateline.extractors.actors.reading import Reading
from dateline.extractors.recase import is_common
from dateline.extractors.reporting import is_reporting
from dateline.extractors.syntax import Token

_NAME_POS = ("PROPN", "X", "NOUN", "ADJ")
_NAME_WORDS = 4


def find(reading: Reading) -> tuple[list[Found], frozenset[int]]:
    """Named actors in text order with the titles before them, and the tokens that names and titles take up.

    A state's adjective takes up nothing: "Israeli" in "Israeli police" is a part of the police.
    """
    found = list(known.find(reading))
    covered = _covered(found)
    found.extend(entities.find(reading, covered))
    found.extend(_unmarked(reading, _covered(found)))
    found.extend(_repeated(reading, found, _covered(found)))
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


def _unmarked(reading: Reading, covered: frozenset[int]) -> Iterator[Found]:
    """Persons that the model took for no name: capitalised words after a title ("Police Spokesman Ann Example"), or
    two and more that begin with a given name."""
    tokens = reading.annotation.tokens
    for sentence in reading.annotation.sentences:
        i = sentence.first
        while i < sentence.last and not sentence.headline:
            first, i = i, i + 1
            if not _nameless(reading, tokens[first], covered):
                continue
            while i < sentence.last and i - first < _NAME_WORDS and _nameless(reading, tokens[i], covered):
                i += 1
            gender = lexicon.given_names().get(tokens[first].text)
            given = i - first > 1 and tokens[first].text in lexicon.given_names()
            if given or reading.titled_before(first):
                head = reading.annotation.head_of(first, i)
                name = words(reading.annotation, first, i)
                yield Found(first, i, head.i, "name", name, "Person", gender=gender if given else None)


def _nameless(reading: Reading, token: Token, covered: frozenset[int]) -> bool:
    """Whether a token could be of a name and no data knows it for anything else."""
    free = token.i not in covered and token.i not in reading.entity_at and token.i not in reading.match_at
    return free and token.pos == "PROPN" and token.text[:1].isupper() and not reading.titled(token)


def _repeated(reading: Reading, found: Sequence[Found], covered: frozenset[int]) -> Iterator[Found]:
    """Single words that the model saw no name in: last words of full names, names of this text, speakers."""
    annotation = reading.annotation
    named = [one for one in found if one.form == "name" and one.kind in ("Person", "Organization")]
    last_words = {annotation.tokens[one.last - 1].text for one in named if not (one.sure and one.kind != "Person")}
    alone = {one.name for one in named if one.last - one.first == 1}
    for token in annotation.tokens:
        borne = token.text in last_words and token.text.lower() not in reading.lower_words
        if token.i in covered or not (borne or token.pos in _NAME_POS) or not token.text[:1].isupper():
            continue
        if token.i in reading.place_at or (token.pos != "PROPN" and token.text.lower() in reading.lower_words):
            continue
        entity = reading.entity_at.get(token.i)
        free = entity is None or (entity.last - entity.first == 1 and entity.label in ("PERSON", "ORG", "GPE"))
        if entity is not None and borne:  # "Muster and Vogel wrote", which the model may take for a book
            free = all(
                t.text in last_words or t.tag in ("CC", ",") for t in annotation.tokens[entity.first : entity.last]
            )
        speaks = token.dep == "nsubj" and is_reporting(annotation.head(token.i))
        speaks = speaks and _nameless(reading, token, covered) and not annotation.sentence(token.i).headline
        speaks = speaks and (reading.is_proper(token.text) or not is_common(token.text.lower()))
        famous = (token.text.lower(),) in phrases.short_names() and token.text.lower() not in lexicon.common_words()
        if free and (token.text in last_words or token.text in alone or speaks or famous):
            yield Found(token.i, token.i + 1, token.i, "name", token.text, "Person", sure=False)

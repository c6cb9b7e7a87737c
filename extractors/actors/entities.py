"""Names that only the language model marks, put right: where they begin and end, whom they call a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.extractors.actors import lexicon, nominals, spans
from dateline.extractors.actors.found import Found, words
from dateline.extractors.actors.reading import NounAt, Reading
from dateline.extractors.recase import is_common
from dateline.extractors.syntax import Entity, Token

_LABELS = {"PERSON", "ORG", "NORP", "GPE"}


def find(reading: Reading, covered: frozenset[int]) -> Iterator[Found]:
    """Names that the model marks outside the tokens `covered`, which the data has read already."""
    for entity in reading.annotation.entities:
        if (entity.label in _LABELS or _mistaken(reading, entity)) and not covered.intersection(
            range(entity.first, entity.last)
        ):
            for first, last in spans.of(reading, entity):
                if (one := _read(reading, entity, first, last)) is not None:
                    yield one


def _mistaken(reading: Reading, entity: Entity) -> bool:
    """Whether what the model takes for a spot or a work acts and begins with a given name: "Ann Hill testified"."""
    head = reading.annotation.head_of(entity.first, entity.last)
    short = 2 <= entity.last - entity.first <= 3 and entity.label in ("LOC", "FAC", "WORK_OF_ART", "PRODUCT")
    acts = head.dep == "nsubj" and reading.annotation.head(head.i).pos == "VERB"
    return short and acts and _given(reading, entity.first, entity.last)[0]


def _read(reading: Reading, entity: Entity, first: int, last: int) -> Found | None:
    annotation = reading.annotation
    head = annotation.head_of(first, last)
    name = words(annotation, first, last)
    person, gender = _given(reading, first, last)
    at = reading.noun_at(last - 1)
    if at is not None and _describes(reading, first, at):
        if at.noun.kind != "Organization" or at.first == first:
            return None
        return _institution(reading, at)
    placed = all(i in reading.place_at for i in range(first, last))
    if (entity.label == "GPE" and not person) or (placed and _locates(reading, entity, first, head) and not person):
        return None
    if (match := reading.match_at.get(first)) is not None and (match.first, match.last) == (first, last):
        return None
    if entity.label == "NORP":
        many = head.tag == "NNPS"
        return Found(first, last, head.i, "name", name, "Group", plural=True, sure=False) if many else None
    if annotation.tokens[last - 1].text.lower() in lexicon.not_actors() and not (person and entity.label == "PERSON"):
        return None
    kind, sector, country = _by_words(reading, first, last)
    if kind is None and person:
        return Found(first, last, head.i, "name", name, "Person", gender=gender)
    if kind is None and (reading.shouted(first) or _only_where(reading, entity, first, head)):
        return None
    if kind is None and _is_common(reading, first, last):
        return None
    if kind is None:
        start = annotation.sentence(first).first
        article = first > start and annotation.tokens[first - 1].text.lower() == "the"
        guess = "Person" if entity.label == "PERSON" and not article else "Organization"
        return Found(first, last, head.i, "name", name, guess, country, sector, sure=False)
    return Found(first, last, head.i, "name", name, kind, country, sector)


def _is_common(reading: Reading, first: int, last: int) -> bool:
    """Whether a lone word that the data knows for no name is a word of the dictionary ("Outcry", "FILE").

    A capital within a sentence makes a name of it, unless all its letters are capitals.
    """
    word = reading.annotation.tokens[first].text
    named = word in lexicon.given_names() or reading.titled_before(first)
    if last - first > 1 or named or not is_common(word.lower()):
        return False
    return (word.isupper() and len(word) > 3) or not reading.is_proper(word)


def _only_where(reading: Reading, entity: Entity, first: int, head: Token) -> bool:
    """Whether a name of nothing that the data knows stands where a place would: "in Examplestan"."""
    if head.dep != "pobj" or reading.titled_before(first):
        return False
    where = reading.annotation.head(head.i).text.lower()
    return where in ("in", "near", "across", "around", "outside") or (entity.label == "PERSON" and where == "at")


def _locates(reading: Reading, entity: Entity, first: int, head: Token) -> bool:
    """Whether a name that is a place's too means the place: nobody's title stands before it, and it does not act."""
    if reading.titled_before(first):
        return False
    governor = reading.annotation.head(head.i)
    return entity.label == "PERSON" or (head.dep == "pobj" and governor.dep != "agent") or head.dep in ("ROOT", "appos")


def _given(reading: Reading, first: int, last: int) -> tuple[bool, str | None]:
    """Whether two or more words begin with a given name, and the gender that it says."""
    tokens = reading.annotation.tokens
    word = tokens[first].text.title() if reading.shouted(first) else tokens[first].text
    if first + 2 < last and tokens[first + 1].text == "-":
        joined = "".join(t.text for t in tokens[first : first + 3])
        word = joined if joined in lexicon.given_names() else word
    longer = sum(t.text[:1].isalpha() for t in tokens[first:last]) > 1
    return longer and word in lexicon.given_names(), lexicon.given_names().get(word) if longer else None


def _describes(reading: Reading, first: int, at: NounAt) -> bool:
    """Whether all words but the noun are modifiers that the data knows: "Iraqi Parliament"."""
    tokens = reading.annotation.tokens
    return all(
        i in reading.match_at or tokens[i].text.lower() in lexicon.modifiers() or tokens[i].tag == "POS"
        for i in range(first, at.first)
    )


def _institution(reading: Reading, at: NounAt) -> Found:
    """A body named by a noun and its state: "Iraqi Parliament" is a name, and the parliament of Iraq."""
    return replace(nominals.read(reading, at), form="name")


def _by_words(reading: Reading, first: int, last: int) -> tuple[str | None, str | None, str | None]:
    """Kind, sector and country that the words of a name say: "Ministry of Health", "Union Bank of Kenya"."""
    tokens = reading.annotation.tokens
    linked = [i for i in range(first, last) if i > first and tokens[i - 1].text.lower() in ("of", "for")]
    states = [m for i in (*linked, first) if (m := reading.match_at.get(i)) is not None]
    country = next((m.form.known.country for m in states if m.form.known.country), None)
    for i in range(last - 1, first - 1, -1):
        if tokens[i].text.lower().rstrip(".") in lexicon.company_words() and i > first:
            return "Organization", "BUS", country
        at = reading.noun_at(i)
        ends = i == last - 1 or tokens[i + 1].text.lower() in ("of", "for")
        if at is not None and at.noun.kind == "Organization" and last - first > 1 and ends:
            plain_union = at.noun.noun == "union"
            return "Organization", None if plain_union else at.noun.sector, country
    return None, None, country

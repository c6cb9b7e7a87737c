"""Where the text names places: the tagger's entities, corrected by the gazetteer and by the words around them.

The tagger takes towns for people and diseases for towns, so each occurrence of a known name is weighed by its own
context, and what stays open is settled by the other occurrences of the name in the text (one sense per discourse,
Gale et al. 1992).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extractors.places import gazetteer
from dateline.extractors.places.names import fold
from dateline.extractors.places.toponym import Toponym
from dateline.extractors.places.words import words
from dateline.extractors.syntax import Annotation, Entity, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LONGEST = 6
"""Tokens of the longest name that is looked up."""
CERTAIN, LIKELY, OPEN, UNLIKELY, NEVER = 3, 2, 0, -2, -9


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A known name or an entity at tokens `first` to `last`, and how sure its context makes a place of it."""

    first: int
    last: int
    name: str
    weight: int


def spot(annotation: Annotation) -> tuple[Toponym, ...]:
    """The names of places in text order, none inside another."""
    found = [_weighed(annotation, first, last, name) for first, last, name in _names(annotation)]
    sums: dict[str, int] = defaultdict(int)
    for each in found:
        if each.weight > NEVER:
            sums[fold(each.name)] += each.weight
    kept = []
    for each in found:
        if each.weight >= LIKELY or (each.weight > UNLIKELY and sums[fold(each.name)] > 0):
            kept.append(Toponym(each.first, each.last, each.name, _hint(annotation, each.first, each.last)))
    return tuple(kept)


def capitalised(token: Token) -> bool:
    """Whether a token is written as a name ("Baghdad", "al-Asad", "U.S.")."""
    text = token.text
    return text[:1].isupper() or (text[:3].lower() in {"al-", "el-", "as-", "an-"} and text[3:4].isupper())


def _names(annotation: Annotation) -> Iterator[tuple[int, int, str]]:
    """Spans of names: entities of places, and whatever else the gazetteer knows; the longest from left to right."""
    entities = {e.first: e.last for e in annotation.entities if e.label in PLACE_LABELS}
    for sentence in annotation.sentences:
        i = sentence.first
        while i < sentence.last:
            span = _known(annotation, i, sentence.last)
            if span is None and i in entities:
                span = _trimmed(annotation, i, min(entities[i], sentence.last))
            if span is None:
                i += 1
                continue
            yield (*span, _text(annotation, *span))
            i = span[1]


def _known(annotation: Annotation, first: int, end: int) -> tuple[int, int] | None:
    tokens = annotation.tokens
    if not capitalised(tokens[first]):
        return None
    abbreviations = gazetteer.abbreviations()
    for last in range(min(first + LONGEST, end), first, -1):
        if not (capitalised(tokens[last - 1]) or tokens[last - 1].text.isdigit()):
            continue
        text = _text(annotation, first, last)
        if text in abbreviations and (abbreviations[text][2] or _behind_comma(annotation, first)):
            return first, last
        if len(text) > 1 and gazetteer.lookup(text):
            return first, last
    return None


def _trimmed(annotation: Annotation, first: int, last: int) -> tuple[int, int] | None:
    """An entity without its article, its possessive and lower-case words before the name."""
    tokens = annotation.tokens
    while first < last and not capitalised(tokens[first]) or (last > first and tokens[first].text.lower() == "the"):
        first += 1
    while last > first and (tokens[last - 1].tag == "POS" or not tokens[last - 1].text[-1:].isalnum()):
        if tokens[last - 1].text.endswith(".") and len(tokens[last - 1].text) > 1:
            break
        last -= 1
    return (first, last) if first < last else None


def _text(annotation: Annotation, first: int, last: int) -> str:
    return " ".join(token.text for token in annotation.tokens[first:last]).replace(" - ", "-").replace(" '", "'")


def _behind_comma(annotation: Annotation, i: int) -> bool:
    tokens = annotation.tokens
    return i > 1 and tokens[i - 1].text in {",", "("} and capitalised(tokens[i - 2])


def _weighed(annotation: Annotation, first: int, last: int, name: str) -> Occurrence:
    return Occurrence(first, last, name, _weight(annotation, first, last, name))


def _weight(annotation: Annotation, first: int, last: int, name: str) -> int:
    tokens = annotation.tokens
    places = gazetteer.lookup(name)
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    labels = {e.label for e in annotation.entities if e.first < last and first < e.last}
    whole = {
        e.label
        for e in annotation.entities
        if e.first <= first and last <= e.last and _same(annotation, e, first, last)
    }
    common = fold(name) in words("common") or len(fold(name)) < 3
    country = any(p.level in {"country", "own"} and p.kind != "point" for p in places) and not common
    if not whole & PLACE_LABELS and not any(t.pos in {"PROPN", "NOUN", "ADJ", "X"} for t in tokens[first:last]):
        return NEVER
    if labels & {"NORP", "DATE", "TIME", "MONEY", "LANGUAGE"} and not whole & PLACE_LABELS:
        return NEVER
    if name in gazetteer.abbreviations():
        return CERTAIN if gazetteer.abbreviations()[name][2] or _behind_comma(annotation, first) else NEVER
    if before and _joined(annotation, first - 1, first) and before.pos == "PROPN" and capitalised(before):
        if fold(before.text) not in words("part") and not gazetteer.lookup(before.text):
            return NEVER
    if before and before.text.rstrip(".").lower() in words("title") and capitalised(before):
        return NEVER
    if after and _joined(annotation, last - 1, last) and capitalised(after) and after.pos == "PROPN":
        if country and after.text.lower() not in words("facility"):
            return LIKELY if whole & PLACE_LABELS else NEVER
        if after.text.lower() not in words("region") | words("facility"):
            return NEVER
    if _apposed(annotation, last):
        return CERTAIN
    if after and after.text.lower() in words("region") and not common:
        return CERTAIN
    if before and before.lemma in words("locative") and tokens[last - 1].dep in {"pobj", "conj", "compound", "appos"}:
        return CERTAIN
    if before and before.text.lower() == "the" and first > 1 and tokens[first - 2].lemma in words("locative"):
        return CERTAIN if whole & PLACE_LABELS else LIKELY
    if before and before.lemma == "of" and first > 1 and tokens[first - 2].lemma in words("city") | words("region"):
        return CERTAIN
    if whole & PLACE_LABELS:
        return CERTAIN if country else LIKELY if not common else OPEN
    if country:
        return LIKELY if not labels & {"PERSON", "ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART"} else OPEN
    if "PERSON" in labels and not whole:
        return NEVER
    if labels & {"ORG", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT"} and not whole:
        return NEVER
    if before and before.lemma in words("loose") and not common and not labels:
        return OPEN + 1
    return UNLIKELY if common else -1


def _same(annotation: Annotation, entity: Entity, first: int, last: int) -> bool:
    span = _trimmed(annotation, entity.first, entity.last)
    return span == (first, last)


def _joined(annotation: Annotation, left: int, right: int) -> bool:
    """Whether two neighbouring tokens stand in one phrase: only a space between them, in one sentence."""
    a, b = annotation.tokens[left], annotation.tokens[right]
    return (
        annotation.text[a.end : b.start].strip() == ""
        and annotation.sentence_index(left) == annotation.sentence_index(right)
        and a.text[-1].isalnum()
    )


def _apposed(annotation: Annotation, last: int) -> bool:
    """Whether a comma and the name of a larger place follow: "Salem, Ore."."""
    tokens = annotation.tokens
    if last + 1 >= len(tokens) or tokens[last].text not in {",", "("}:
        return False
    span = _known(annotation, last + 1, min(last + 1 + LONGEST, len(tokens)))
    if span is None:
        return False
    name = _text(annotation, *span)
    return name in gazetteer.abbreviations() or any(p.kind in {"country", "region"} for p in gazetteer.lookup(name))


def _hint(annotation: Annotation, first: int, last: int) -> str:
    tokens = annotation.tokens
    if last < len(tokens):
        word = tokens[last].lemma
        for kind in ("region", "city"):
            if word in words(kind) and _joined(annotation, last - 1, last):
                return kind
    if first > 1 and tokens[first - 1].lemma == "of":
        for kind in ("city", "region"):
            if tokens[first - 2].lemma in words(kind):
                return kind
    return ""

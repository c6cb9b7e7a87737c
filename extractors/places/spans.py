"""Stretches of text that may name a place, before their context is weighed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extractors.places import gazetteer
from dateline.extractors.places.phrase import capitalised, joined, text_of
from dateline.extractors.places.sites import Site, sites
from dateline.extractors.places.words import words
from dateline.extractors.syntax import Annotation, Entity, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LONGEST = 6
"""Tokens of the longest name that is looked up."""


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first` to `last` (exclusive) and why they were taken up: `known` to the gazetteer, `tagged` as a place by
    the tagger alone, `bare` (a name behind a preposition of place), or the noun list of a site."""

    first: int
    last: int
    text: str
    source: str


def names(annotation: Annotation) -> Iterator[Name]:
    """Names in text order, the longest from left to right; only the town within a site overlaps with another."""
    found_sites = {site.first: site for site in sorted(sites(annotation), key=lambda s: s.last)}
    entities = {trimmed(annotation, e.first, e.last): e for e in annotation.entities if e.label in PLACE_LABELS}
    tagged = {span[0]: span for span in entities if span}
    for sentence in annotation.sentences:
        i = sentence.first
        while i < sentence.last:
            if i in found_sites:
                yield from _site(annotation, found_sites[i])
                i = found_sites[i].last
                continue
            found = _name(annotation, i, min([s for s in found_sites if s > i] + [sentence.last]), tagged)
            if found:
                yield found
            i = found.last if found else i + 1


def known(annotation: Annotation, first: int, end: int) -> int | None:
    """Where the longest name that the gazetteer knows ends (exclusive), of those that begin at token `first`."""
    tokens = annotation.tokens
    if not capitalised(tokens[first]):
        return None
    for last in range(min(first + LONGEST, end), first, -1):
        if not (capitalised(tokens[last - 1]) or tokens[last - 1].text.isdigit()):
            continue
        text = text_of(annotation, first, last)
        if abbreviated(annotation, first, text) or (len(text) > 1 and gazetteer.lookup(text)):
            return last
    return None


def abbreviated(annotation: Annotation, first: int, text: str) -> bool:
    """Whether `text` at token `first` is the short form of a region: "Ore.", "Salem, OR"."""
    short = gazetteer.abbreviations().get(text)
    return short is not None and (short[2] or behind_comma(annotation, first))


def behind_comma(annotation: Annotation, i: int) -> bool:
    """Whether a capitalised word and a comma stand before token `i`."""
    tokens = annotation.tokens
    return i > 1 and tokens[i - 1].text == "," and capitalised(tokens[i - 2])


def trimmed(annotation: Annotation, first: int, last: int) -> tuple[int, int] | None:
    """An entity without its article, its possessive and the lower-case words before the name."""
    tokens = annotation.tokens
    while first < last and (not capitalised(tokens[first]) or tokens[first].text.lower() == "the"):
        first += 1
    while last > first and not _ends_name(tokens[last - 1]):
        last -= 1
    return (first, last) if first < last else None


def is_whole(annotation: Annotation, entity: Entity, first: int, last: int) -> bool:
    """Whether the entity, trimmed, is just tokens `first` to `last`."""
    return trimmed(annotation, entity.first, entity.last) == (first, last)


def _ends_name(token: Token) -> bool:
    if token.tag == "POS" or token.pos in {"ADP", "DET", "CCONJ"} or token.text.islower():
        return False
    return token.text[-1:].isalnum() or (token.text.endswith(".") and len(token.text) > 1)


def _name(annotation: Annotation, i: int, end: int, tagged: dict[int, tuple[int, int]]) -> Name | None:
    last = known(annotation, i, end)
    narrowing = annotation.tokens[i].text.lower() in words("part") | words("within")
    if i in tagged and tagged[i][1] <= end and tagged[i][1] > (last or 0) and not narrowing:
        return Name(i, tagged[i][1], text_of(annotation, *tagged[i]), "tagged")
    if last is not None:
        return Name(i, last, text_of(annotation, i, last), "known")
    return None if narrowing else _bare(annotation, i, end)


def _bare(annotation: Annotation, i: int, end: int) -> Name | None:
    tokens = annotation.tokens
    if not i or tokens[i].pos != "PROPN" or not capitalised(tokens[i]):
        return None
    before = tokens[i - 1].text.lower()
    of_town = before == "of" and i > 1 and tokens[i - 2].lemma in words("city") | words("region")
    if before not in words("strict") and not of_town:
        return None
    last = i + 1
    while last < min(end, i + 3) and joined(annotation, last - 1, last) and tokens[last].pos == "PROPN":
        last += 1
    text = text_of(annotation, i, last)
    if tokens[last - 1].lemma in words("abstract") or len(text) < 3 or not text[-1].isalpha():
        return None
    return Name(i, last, text, "bare")


def _site(annotation: Annotation, site: Site) -> Iterator[Name]:
    yield Name(site.first, site.last, text_of(annotation, site.first, site.last), site.hint)
    named = site.lower or site.hint == "house" or annotation.tokens[site.last - 1].lemma == "airport"
    if named and site.hint != "mission" and known(annotation, site.first, site.name_last) == site.name_last:
        yield Name(site.first, site.name_last, text_of(annotation, site.first, site.name_last), "known")

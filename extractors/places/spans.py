"""Stretches of text that may name a place, before their context is weighed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extractors.places import gazetteer
from dateline.extractors.places.phrase import capitalised, is_titled, joined, text_of
from dateline.extractors.places.sites import Site, sites
from dateline.extractors.places.words import words
from dateline.extractors.syntax import Annotation, Entity, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
ARTICLES = frozenset({"al", "el", "as", "an", "ar", "ad", "at", "ash", "ez", "es"})
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
    starts = sorted(found_sites)
    entities = {trimmed(annotation, e.first, e.last): e for e in annotation.entities if e.label in PLACE_LABELS}
    tagged = {span[0]: span for span in entities if span}
    for sentence in annotation.sentences:
        i, titled = sentence.first, is_titled(annotation, sentence)
        while i < sentence.last:
            if i in found_sites:
                yield from _site(annotation, found_sites[i])
                i = found_sites[i].last
                continue
            past = _phrase(annotation, i, sentence.last)
            if past:
                i = past
                continue
            following = bisect_right(starts, i)
            end = min(starts[following], sentence.last) if following < len(starts) else sentence.last
            found = _name(annotation, i, end, tagged, titled)
            if found:
                yield found
            i = found.last if found else i + 1


def _phrase(annotation: Annotation, i: int, end: int) -> int | None:
    """Where a set phrase that holds a place but is none ends: "Scotland Yard", "Hamas"."""
    if not capitalised(annotation.tokens[i]):
        return None
    for last in range(min(i + LONGEST + 3, end), i, -1):
        if text_of(annotation, i, last).lower() in words("phrase"):
            return last
    return None


def known(annotation: Annotation, first: int, end: int) -> int | None:
    """Where the longest name that the gazetteer knows ends (exclusive), of those that begin at token `first`."""
    tokens = annotation.tokens
    if not capitalised(tokens[first]):
        return None
    for last in range(min(first + LONGEST, end), first, -1):
        if not (capitalised(tokens[last - 1]) or tokens[last - 1].text.isdigit() or tokens[last - 1].text == "."):
            continue
        text = text_of(annotation, first, last)
        if abbreviated(annotation, first, text):
            return last
        if (text[-1].isalnum() or len(tokens[last - 1].text) > 1) and len(text) > 1 and gazetteer.lookup(text):
            return last - (last - first > 1 and _of_city(annotation, first, last))
    return None


def _of_city(annotation: Annotation, first: int, last: int) -> bool:
    """Whether "City" belongs to the office that follows: "Dublin City Council"."""
    tokens = annotation.tokens
    return (
        last < len(tokens)
        and tokens[last - 1].text == "City"
        and tokens[last].text.lower() in words("office")
        and capitalised(tokens[last])
        and bool(gazetteer.lookup(text_of(annotation, first, last - 1)))
    )


def abbreviated(annotation: Annotation, first: int, text: str) -> bool:
    """Whether `text` at token `first` is the short form of a region: "Ore.", "Salem, OR"."""
    short = gazetteer.abbreviations().get(text)
    if short is None or short[2]:
        return short is not None
    word = len(text) == 2 and is_titled(annotation, annotation.sentence(first))
    return behind_comma(annotation, first) and not word


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


def _name(annotation: Annotation, i: int, end: int, tagged: dict[int, tuple[int, int]], titled: bool) -> Name | None:
    last = known(annotation, i, end)
    narrowing = annotation.tokens[i].text.lower() in words("part") | words("within")
    sure = last is not None and (titled or text_of(annotation, i, last) in gazetteer.abbreviations())
    stop = _without_kind(annotation, *tagged[i]) if i in tagged and not (narrowing or sure) else 0
    if last is not None and stop > last and annotation.tokens[last].text == "of" and _is_land(annotation, i, last):
        stop = last  # the tagger runs on: "in Chad of Sudanese refugees"
    if (last or 0) < stop <= end:
        return Name(i, stop, text_of(annotation, i, stop), "tagged")
    if last is not None:
        longer = _with_article(annotation, last, end)
        return Name(i, longer or last, text_of(annotation, i, longer or last), "tagged" if longer else "known")
    return None if narrowing or titled else _bare(annotation, i, end)


def _is_land(annotation: Annotation, first: int, last: int) -> bool:
    return any(place.level == "country" and place.exact for place in gazetteer.lookup(text_of(annotation, first, last)))


def _without_kind(annotation: Annotation, first: int, last: int) -> int:
    """Where the name proper of an entity ends: "Hebei" of "Hebei Province"."""
    if last - first > 1 and annotation.tokens[last - 1].text.lower() in words("region") | words("city"):
        return last - 1
    return last


def _with_article(annotation: Annotation, last: int, end: int) -> int | None:
    """Where a name ends that goes on behind an Arabic article: "Khan al-Assal"."""
    tokens = annotation.tokens
    if (
        last + 2 < end
        and tokens[last].text in ARTICLES
        and tokens[last + 1].text == "-"
        and capitalised(tokens[last + 2])
    ):
        return last + 3
    return None


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

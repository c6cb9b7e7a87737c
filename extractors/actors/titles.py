"""Titles before names: "Iraqi Prime Minister", "militia leader", "Gen.", "the paramilitary group"."""

from __future__ import annotations

from dataclasses import replace

from dateline.extractors.actors import lexicon, nominals
from dateline.extractors.actors.found import Found, words
from dateline.extractors.actors.reading import Reading

_NO_TITLE = ("POS", "IN", "CC", "DT", ",")


def read(reading: Reading, one: Found) -> tuple[Found | None, Found]:
    """The title before the name `one` as a mention of its own, if any, and the name with what the title says of it."""
    annotation = reading.annotation
    if one.kind in ("Country", "Group") or one.first == annotation.sentence(one.first).first:
        return None, one
    before = annotation.tokens[one.first - 1]
    if before.tag in _NO_TITLE:
        return None, one
    at, title = reading.noun_at(one.first - 1), _title(reading, one.first)
    if at is not None and before.pos in ("NOUN", "PROPN", "ADJ"):
        noun = at.noun
        foreign = one.kind != noun.kind and (one.key or one.sure or (noun.kind == "Person" and noun.sector == "CVL"))
        loose = at.plural and before.dep not in ("compound", "nmod")
        if foreign or loose:
            return None, one
        described = replace(nominals.read(reading, at), kind=noun.kind, plural=False)
        return described, _with(one, described, (title[1].gender if title else None) or described.gender)
    if title is not None and (one.kind == "Person" or not one.sure):
        first, said = title
        described = Found(first, one.first, one.first - 1, "nominal", words(annotation, first, one.first), "Person")
        return described, _with(one, replace(described, sector=said.sector), said.gender)
    return None, one


def _title(reading: Reading, end: int) -> tuple[int, lexicon.Title] | None:
    """The longest title that ends before token `end`, and where it begins."""
    first = reading.annotation.sentence(end).first
    for length in (3, 2, 1):
        start = end - length
        if start >= first:
            text = words(reading.annotation, start, end).lower()
            for spelled in (text, text.rstrip(".")):
                if spelled in lexicon.titles():
                    return start, lexicon.titles()[spelled]
    return None


def _with(one: Found, title: Found, gender: str | None) -> Found:
    return replace(
        one,
        kind=one.kind if one.key else title.kind,
        country=one.country or title.country,
        sector=one.sector or title.sector,
        nouns=one.nouns + title.nouns,
        sure=True,
        gender=one.gender or gender,
    )

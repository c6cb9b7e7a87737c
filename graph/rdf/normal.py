"""The normal form of a record: what is left when it has been a set of triples.

A set has no order, so the order of things within a record is made from the things themselves; labels lose control
characters; numbers keep the digits that are written. Two records with one normal form say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.graph.model import Actor, Claim, Event, Figures, Mention, Place, Range, Record
from dateline.graph.rdf.terms import clean

RANGES = ("count", "fatalities", "injured", "crowd", "arrested")
"""The figures that are ranges; each is a pair of properties, as in `dl:countMin`, `dl:countMax`."""
CONFIDENCE_DIGITS = 4
DEGREE_DIGITS = 6
"""Decimal places of a degree that are kept: 11 centimetres."""

_FINENESS = {kind: rank for rank, kind in enumerate(("point", "city", "region", "country", "area", "continent"))}


def normal(record: Record) -> Record:
    """The record in normal form.

    Actors, places and claims stand in the order of their ids (numbers by value), mentions and times in text order,
    agents, patients and participants in the order of the record's actors, places most specific first, names,
    links, instruments and what a name could mean in alphabetical order, the last
    only where nothing is linked, relations by the claims they join.
    """
    actors = tuple(sorted(map(_actor, record.actors), key=lambda a: natural(a.id)))
    bare = {place.id: place for place in record.places}
    places = tuple(sorted((_place(p, bare) for p in record.places), key=lambda p: natural(p.id)))
    document = record.document
    return replace(
        record,
        document=replace(
            document,
            title=_cleaned(document.title),
            url=document.url or None,
            publisher=_cleaned(document.publisher),
            encoding=document.encoding or None,
            boilerplate=tuple(sorted(set(document.boilerplate))),
            also=tuple(sorted(set(document.also))),
        ),
        times=tuple(sorted(record.times, key=lambda t: (t.start, t.end))),
        actors=actors,
        places=places,
        events=tuple(sorted((_claim(c, bare) for c in record.events), key=lambda c: natural(c.id))),
        relations=tuple(sorted(set(record.relations), key=lambda r: (natural(r.source), natural(r.target), r.type))),
    )


def natural(id_: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts "e2" before "e10"."""
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.split(r"(\d+)", id_) if part)


def by_fineness(ids: Iterable[str], places: Mapping[str, Place]) -> tuple[str, ...]:
    """Place ids, the most specific first: those with more places around them, then a point before a city and so on."""

    def key(id_: str) -> tuple[int, int, object]:
        place = places.get(id_)
        return (-len(set(place.within)), _FINENESS.get(place.kind, 0), natural(id_)) if place else (0, 0, natural(id_))

    return tuple(sorted(set(ids), key=key))


def by_date(event: Event) -> tuple[str, str, str]:
    """A key that sorts events by date, undated ones last."""
    days = (event.begin.earliest, event.begin.latest, event.end.earliest, event.end.latest)
    known = [day.isoformat() for day in days if day]
    return (known[0] if known else "~", known[-1] if known else "~", event.id)


def _actor(actor: Actor) -> Actor:
    return replace(
        actor,
        name=clean(actor.name),
        country=actor.country or None,
        sector=actor.sector or None,
        links=tuple(sorted(set(actor.links))),
        aliases=_texts(actor.aliases),
        mentions=_mentions(actor.mentions),
        written=_written(actor),
        could_be=_texts(actor.could_be) if not actor.links else (),
    )


def _place(place: Place, places: Mapping[str, Place]) -> Place:
    return replace(
        place,
        name=clean(place.name),
        country=place.country or None,
        lat=None if place.lat is None else round(place.lat, DEGREE_DIGITS) + 0.0,
        lon=None if place.lon is None else round(place.lon, DEGREE_DIGITS) + 0.0,
        links=tuple(sorted(set(place.links))),
        within=by_fineness(place.within, places),
        mentions=_mentions(place.mentions),
        written=_written(place),
        could_be=_texts(place.could_be) if not place.links else (),
    )


def _written(thing: Actor | Place) -> str | None:
    """The name in the text, where it is another than the known one."""
    written = _cleaned(thing.written)
    return written if written != clean(thing.name) else None


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({clean(text) for text in texts} - {""}))


def _mentions(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(set(mentions), key=lambda m: (m.start, m.end)))


def _claim(claim: Claim, places: Mapping[str, Place]) -> Claim:
    return replace(
        claim,
        label=clean(claim.label),
        mentions=tuple(sorted(set(claim.mentions), key=lambda m: (m.start, m.end))),
        agents=_in_order(claim.agents),
        patients=_in_order(claim.patients),
        participants=_in_order(claim.participants),
        instruments=_texts(claim.instruments),
        places=by_fineness(claim.places, places),
        figures=_figures(claim.figures),
        confidence=round(claim.confidence, CONFIDENCE_DIGITS),
    )


def _figures(figures: Figures) -> Figures:
    empty = [name for name in RANGES if getattr(figures, name) == Range()]
    return replace(figures, **dict.fromkeys(empty))


def _in_order(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(ids), key=natural))


def _cleaned(text: str | None) -> str | None:
    return (clean(text) or None) if text is not None else None

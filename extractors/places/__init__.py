"""Places: where a text names them, and which they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.extractors.named import HANDFUL, with_id
from dateline.extractors.places import gazetteer
from dateline.extractors.places.dateline import dateline_place
from dateline.extractors.places.gazetteer import SIZES, Candidate, inside
from dateline.extractors.places.names import fold
from dateline.extractors.places.pairs import pair
from dateline.extractors.places.readings import Identity, Reading, read
from dateline.extractors.places.resolve import resolve
from dateline.extractors.places.spot import spot
from dateline.extractors.places.toponym import Toponym
from dateline.extractors.syntax import Annotation
from dateline.graph.model import Mention, Place

DERIVED = frozenset({"part", "site"})
"""Readings that are not their candidate but lie in it."""

__all__ = ["by_adjective", "by_token", "dateline_place", "find", "unnamed"]


def find(annotation: Annotation) -> tuple[Place, ...]:
    """The places that a text names, one for each real place, with ids p1, p2 … in order of first mention.

    A place is linked and located where the gazetteer knows it and the text leaves no doubt which it is; `within` holds
    those places of the record that lie around it, nearest first.
    """
    toponyms = pair(annotation, spot(annotation))
    found = resolve(annotation, toponyms)
    readings = read(toponyms, [places[0] if len(places) == 1 else None for places in found])
    groups: dict[Identity, list[int]] = {}
    for n in sorted(range(len(toponyms)), key=lambda n: (toponyms[n].first, -toponyms[n].last)):
        groups.setdefault(readings[n].identity, []).append(n)
    ids = {identity: f"p{number}" for number, identity in enumerate(groups, 1)}
    known = {ids[identity]: readings[members[0]] for identity, members in groups.items()}
    could_be = {ids[identity]: _open([found[n] for n in members]) for identity, members in groups.items()}
    return tuple(
        _place(
            number,
            known,
            _usual([readings[n] for n in groups[identity]]),
            [_mention(annotation, toponyms[n]) for n in groups[identity]],
            could_be[number],
        )
        for identity, number in ids.items()
    )


def by_token(annotation: Annotation, places: Sequence[Place]) -> Mapping[int, str]:
    """The id of the place that each token belongs to; of nested mentions ("Baghdad" in "Baghdad airport") the inner."""
    mentions = [(m.end - m.start, m, place.id) for place in places for m in place.mentions]
    found: dict[int, str] = {}
    for _, mention, place in sorted(mentions, key=lambda item: (-item[0], item[1].start)):
        for i in annotation.within(mention.start, mention.end):
            found[i] = place
    return found


def by_adjective(annotation: Annotation, country: str, number: str) -> Place | None:
    """A country (alpha-3) that the text means by its adjective ("the Iraqi army"), with the id `number`; None where no
    adjective means it and no other."""
    table = gazetteer.demonyms()
    words = [t for t in annotation.tokens if t.text[:1].isupper() and table.get(fold(t.text)) == (country,)]
    if not words or country not in gazetteer.countries():
        return None
    mention = _mention(annotation, Toponym(words[0].i, words[0].i + 1, words[0].text))
    return replace(unnamed(country, number), mentions=(mention,))


def unnamed(country: str, number: str) -> Place:
    """A country (alpha-3) as the gazetteer knows it, with the id `number`, without a mention."""
    land = gazetteer.countries()[country]
    return Place(number, land.name, "country", country, land.lat, land.lon, (land.link,) if land.link else ())


def _mention(annotation: Annotation, toponym: Toponym) -> Mention:
    start, end = annotation.span(toponym.first, toponym.last)
    return Mention(start, end, annotation.text[start:end])


def _usual(readings: Sequence[Reading]) -> str:
    """The name that the text gives a place most often; of two the first."""
    return Counter(reading.written for reading in readings).most_common(1)[0][0]


def _open(found: Sequence[Sequence[Candidate]]) -> tuple[str, ...]:
    """Which places a name could mean whose every mention leaves that open, the likeliest first."""
    if any(len(places) < 2 for places in found):
        return ()
    labels = (with_id(gazetteer.full_name(place), place.link) for places in found for place in places)
    return tuple(dict.fromkeys(labels))[:HANDFUL]


def _place(
    number: str, known: Mapping[str, Reading], written: str, mentions: Sequence[Mention], could_be: tuple[str, ...]
) -> Place:
    reading = known[number]
    return Place(
        number,
        reading.name,
        reading.kind,
        reading.country,
        reading.lat,
        reading.lon,
        (reading.link,) if reading.link else (),
        tuple(other for _, other in sorted(_around(number, known))),
        tuple(mentions),
        written=written if written != reading.name else None,
        could_be=could_be,
    )


def _around(number: str, known: Mapping[str, Reading]) -> list[tuple[int, str]]:
    """The places of the record that hold one, with their size to sort by."""
    reading, base = known[number], known[number].base
    if base is None:
        return []
    derived = reading.identity[0] in DERIVED
    return [
        (SIZES[other.kind], name)
        for name, other in known.items()
        if name != number
        and other.base is not None
        and other.identity[0] not in DERIVED
        and (inside(base, other.base) or (derived and other.base == base))
    ]

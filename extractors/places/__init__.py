"""Places: where a text names them, and which they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.extractors.places.dateline import dateline_place
from dateline.extractors.places.facility import facilities
from dateline.extractors.places.gazetteer import Candidate
from dateline.extractors.places.names import fold
from dateline.extractors.places.pairs import pair
from dateline.extractors.places.resolve import inside, resolve
from dateline.extractors.places.spot import spot
from dateline.extractors.places.toponym import Toponym
from dateline.extractors.syntax import Annotation
from dateline.graph.model import Mention, Place

__all__ = ["by_token", "dateline_place", "find"]


def find(annotation: Annotation) -> tuple[Place, ...]:
    """The places that a text names, one for each real place, with ids p1, p2 … in order of first mention.

    A place is linked and located where the gazetteer knows it and the text leaves no doubt which it is; `within` holds
    those places of the record that lie around it, nearest first.
    """
    toponyms = pair(annotation, spot(annotation))
    places = resolve(annotation, toponyms)
    toponyms, places = facilities(toponyms, places)
    return _assemble(annotation, toponyms, places)


def by_token(annotation: Annotation, places: Sequence[Place]) -> Mapping[int, str]:
    """The id of the place that each token belongs to; of nested mentions ("Baghdad" in "Baghdad airport") the inner."""
    mentions = [(m.end - m.start, m, place.id) for place in places for m in place.mentions]
    found: dict[int, str] = {}
    for _, mention, place in sorted(mentions, key=lambda item: (-item[0], item[1].start)):
        for i in annotation.within(mention.start, mention.end):
            found[i] = place
    return found


def _assemble(
    annotation: Annotation, toponyms: Sequence[Toponym], places: Sequence[Candidate | None]
) -> tuple[Place, ...]:
    groups: dict[object, list[int]] = {}
    order = sorted(range(len(toponyms)), key=lambda n: (toponyms[n].first, -toponyms[n].last))
    for n in order:
        place = places[n]
        groups.setdefault(
            (place.level, place.link or place.name, place.region) if place else fold(toponyms[n].name), []
        ).append(n)
    ids = {key: f"p{number}" for number, key in enumerate(groups, 1)}
    known = {ids[key]: places[members[0]] for key, members in groups.items()}
    return tuple(_place(annotation, toponyms, ids[key], known, members) for key, members in groups.items())


def _place(
    annotation: Annotation,
    toponyms: Sequence[Toponym],
    number: str,
    known: Mapping[str, Candidate | None],
    members: Sequence[int],
) -> Place:
    place = known[number]
    first = toponyms[members[0]]
    mentions = []
    for n in members:
        start, end = annotation.span(toponyms[n].first, toponyms[n].last)
        mentions.append(Mention(start, end, annotation.text[start:end]))
    if place is None:
        return Place(number, _titled(first.name), KINDS.get(first.hint, "city"), mentions=tuple(mentions))
    around = [
        (LEVELS.index(p.level), other) for other, p in known.items() if p and other != number and inside(place, p)
    ]
    name = place.name if place.exact else _titled(first.name)
    return Place(
        number,
        name,
        place.kind,
        place.country,
        place.lat,
        place.lon,
        (place.link,) if place.link else (),
        tuple(other for _, other in sorted(around)),
        tuple(mentions),
    )


KINDS = {"region": "region", "water": "water", "land": "area", "facility": "point", "part": "area"}
LEVELS = ("city", "admin2", "own", "admin1", "country", "airport")


def _titled(name: str) -> str:
    """A name set in capitals, as in headlines and datelines, in the usual letters."""
    return name.title() if name.isupper() and len(name) > 4 else name

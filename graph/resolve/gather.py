"""What all records tell, made comparable: places merged, actors that are one by name, claims ready to be judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.graph.copies import shown
from dateline.graph.corrections import Corrected, Correction, apply
from dateline.graph.model import Actor, Place, Record
from dateline.graph.naming import Names, document_key
from dateline.graph.rdf import normal
from dateline.graph.resolve.actors import local_actors, same_actors
from dateline.graph.resolve.claims import Told, told
from dateline.graph.resolve.groups import Groups
from dateline.graph.resolve.places import resolve_places


@dataclass(frozen=True, slots=True)
class Gathered:
    """`places` are merged, by IRI; `actors` are the records' own, `same` the sets that are one by link or name."""

    corrected: Corrected
    places: Mapping[str, Place]
    actors: Mapping[str, Actor]
    same: Groups
    claims: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Comparable:
    """Claims by IRI, as they are compared with each other; `places` are merged, `apart` the pairs of claims, the lesser
    IRI first, that an analyst keeps apart, each with the reason."""

    claims: Mapping[str, Told]
    places: Mapping[str, Place]
    apart: Mapping[tuple[str, str], str]


def corrected(records: Iterable[Record], base: str, corrections: Sequence[Correction]) -> Corrected:
    """The records, one a text, with `corrections` applied, and which of these no longer apply."""
    same: dict[str, list[Record]] = {}
    for record in records:
        same.setdefault(document_key(record.document.text), []).append(record)
    return apply([Names(normal(shown(same[key])), base) for key in sorted(same)], corrections)


def gather(records: Iterable[Record], base: str, corrections: Sequence[Correction]) -> Gathered:
    """All that the records tell, `corrections` applied."""
    mended = corrected(records, base, corrections)
    merged, place_of = resolve_places(mended.names, base)
    places = {place.id: place for place in merged}
    actors = local_actors(mended.names)
    same = same_actors(actors)
    known_as = {iri: same.find(iri) for iri in actors}
    claims = tuple(one for name in mended.names for one in told(name, place_of, places, known_as))
    return Gathered(mended, places, actors, same, claims)


def comparable(records: Iterable[Record], base: str, corrections: Sequence[Correction] = ()) -> Comparable:
    """All claims of the records, `corrections` applied."""
    found = gather(records, base, corrections)
    return Comparable({one.iri: one for one in found.claims}, found.places, found.corrected.apart)

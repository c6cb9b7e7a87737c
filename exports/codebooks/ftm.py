"""followthemoney entities, one JSON object a line: what Aleph, OpenAleph and OpenSanctions' tools load.

Events that happened become `Event`, documents `Article`, actors `Person`, `Organization`, `PublicBody` or
`LegalEntity`. A date is cut to the part that is certain: followthemoney reads "2019-10" as October 2019.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.exports import Export, evidence
from dateline.exports.codebooks.tables import country
from dateline.exports.dates import certain
from dateline.graph.model import Actor, Document, Event, Place
from dateline.graph.rdf.terms import clean

PUBLIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""Sectors whose organizations are bodies of a state."""

_WIKIDATA = re.compile(r"https?://www\.wikidata\.org/entity/(Q[1-9]\d*)")


def render(export: Export) -> bytes:
    """The documents, then the events that happened in date order, then whoever takes part in them."""
    timeline = export.timeline
    happened = [event for event in timeline.events if event.happened]
    involved = {iri for event in happened for iri in _involved(event)}
    actors, places = evidence.actors(timeline), evidence.places(timeline)
    told = evidence.documents(timeline)
    entities = [
        *(_article(iri, document) for iri, document in timeline.documents),
        *(_event(event, actors, places, told) for event in happened),
        *(_actor(actor) for actor in timeline.actors if actor.id in involved),
    ]
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in entities).encode("utf-8", "replace")


def _entity(iri: str, schema: str, properties: Mapping[str, Iterable[str | None]]) -> dict[str, Any]:
    found = {
        name: [*dict.fromkeys(text for value in values if (text := clean(value or "")))]
        for name, values in properties.items()
    }
    return {"id": _id(iri), "schema": schema, "properties": {name: values for name, values in found.items() if values}}


def _id(iri: str) -> str:
    """The end of an IRI of ours: kind and key."""
    return "-".join(iri.rsplit("/", 2)[-2:])


def _article(iri: str, document: Document) -> dict[str, Any]:
    day = document.date.isoformat() if document.date else None
    return _entity(
        iri,
        "Article",
        {
            "title": [evidence.name_of(document)],
            "publishedAt": [day],
            "sourceUrl": [document.url if (document.url or "").startswith(("http://", "https://")) else None],
            "publisher": [document.publisher],
        },
    )


def _event(
    event: Event, actors: Mapping[str, Actor], places: Mapping[str, Place], told: Mapping[str, Document]
) -> dict[str, Any]:
    where = [places[iri] for iri in event.places if iri in places]
    begin, end = certain(event.begin), certain(event.end)
    return _entity(
        event.id,
        "Event",
        {
            "name": [event.label if clean(event.label) else event.type],
            "date": [begin if begin == end else None],
            "startDate": [begin],
            "endDate": [end],
            "location": [place.name for place in where[:1]],
            "country": [country(place.country, "iso2").lower() for place in where[:1]],
            "involved": [_id(iri) for iri in _involved(event) if iri in actors],
            "proof": [_id(iri) for iri, _ in event.claims if iri in told],
            "summary": [evidence.first_quote(event, told)],
            "keywords": [event.type, event.subtype],
            "recordId": [event.id],
        },
    )


def _involved(event: Event) -> Iterator[str]:
    yield from (*event.agents, *event.patients, *event.participants)


def _actor(actor: Actor) -> dict[str, Any]:
    links = (_WIKIDATA.fullmatch(link) for link in actor.links)
    return _entity(
        actor.id,
        _schema(actor),
        {
            "name": [actor.name if clean(actor.name) else _id(actor.id)],
            "alias": actor.aliases,
            "country": [country(actor.country, "iso2").lower()],
            "wikidataId": [match[1] for match in links if match],
        },
    )


def _schema(actor: Actor) -> str:
    if actor.kind == "Country" or (actor.kind == "Organization" and actor.sector in PUBLIC):
        return "PublicBody"
    return "LegalEntity" if actor.kind == "Group" else actor.kind

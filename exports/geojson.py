"""GeoJSON (RFC 7946): the events that happened, as points where their place has coordinates.

A map shows every point as a fact, so that denied, planned and possible events stay out.
"""

from __future__ import annotations

import json
from typing import Any

from dateline.exports import Export, evidence
from dateline.graph.model import Event, Place


def render(export: Export) -> bytes:
    """A FeatureCollection in date order; longitude before latitude, in degrees."""
    places, actors = evidence.places(export.timeline), evidence.actors(export.timeline)
    names = {iri: actor.name for iri, actor in actors.items()}
    features = []
    for event in export.timeline.events:
        place = next((places[iri] for iri in event.places if iri in places and places[iri].lat is not None), None)
        if event.happened and place is not None:
            features.append(_feature(event, place, names))
    collection = {"type": "FeatureCollection", "features": features}
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _feature(event: Event, place: Place, names: dict[str, str]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "label": event.label,
            "type": event.type,
            "subtype": event.subtype,
            "status": event.status,
            "date": event.date,
            "actors": [
                names[iri]
                for iri in dict.fromkeys((*event.agents, *event.patients, *event.participants))
                if iri in names
            ],
            "place": place.name,
            "place_kind": place.kind,
            "place_inferred": all(claim.place_reason for _, claim in event.claims if place.id in claim.places),
            "country": place.country,
            "confidence": event.confidence,
        },
    }

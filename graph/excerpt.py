"""What a store's merged layer tells, without reading the documents, or only those that tell of some events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import DefaultGraph, NamedNode

from dateline.graph.model import Event, Timeline
from dateline.graph.naming import Names
from dateline.graph.rdf import read_document, read_timeline
from dateline.graph.rdf.terms import value
from dateline.graph.resolve.claims import told
from dateline.graph.resolve.events import merge
from dateline.graph.store.interface import Store
from dateline.graph.vocabulary import term


def outline(store: Store) -> Timeline:
    """The timeline that the merged layer was made from, as far as it tells by itself: see `read_timeline`."""
    telling = store.match(predicate=term("prov:wasDerivedFrom"))
    told_by = {value(quad.subject): value(quad.object) for quad in telling if quad.graph_name == quad.object}
    return read_timeline(store.match(graph=DefaultGraph()), told_by)


def excerpt(store: Store, whole: Timeline, chosen: Iterable[Event]) -> Timeline:
    """Of the outline `whole` the events `chosen`, with all that documents say of them, and these documents' texts.

    The merged layer must have been made without corrections, which change what documents say.
    """
    chosen = tuple(chosen)
    documents = sorted({document for event in chosen for document, _ in event.claims})
    names = [Names(read_document(store.match(graph=NamedNode(document))), store.base) for document in documents]
    places = {place.id: place for place in whole.places}
    place_of = {member: place.id for place in whole.places for member in place.members}
    actor_of = {member: actor.id for actor in whole.actors for member in actor.members}
    own = {iri.value: iri.value for name in names for iri in name.actors.values()}
    claims = {claim.iri: claim for name in names for claim in told(name, place_of, places, own)}
    return replace(
        whole,
        documents=tuple((name.document.value, name.record.document) for name in names),
        events=tuple(
            merge([claims[claim.id] for _, claim in event.claims], event.reasons, actor_of, places, store.base)
            for event in chosen
        ),
    )

"""The merged layer read back, as far as it tells by itself: without what single documents and claims say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from pyoxigraph import NamedNode, Quad, Triple

from dateline.graph.model import Actor, Claim, Document, Event, Place, Relation, RelationType, Status, Timeline
from dateline.graph.rdf.nodes import Nodes, figures, nodes
from dateline.graph.rdf.normal import by_date, by_fineness
from dateline.graph.rdf.timeline import RELATIONS
from dateline.graph.vocabulary import ACTOR_KINDS, event_types, local_name


def read_timeline(quads: Iterable[Quad | Triple], told_by: Mapping[str, str]) -> Timeline:
    """The timeline whose `timeline_quads` these are, in its order; `told_by` gives for the IRI of a claim that of its
    document.

    Documents come without their texts, claims with their IRIs, type and subtype alone; who and where stands in the
    order of IRIs, and actors without the reasons why they were taken for one.
    """
    sheet = nodes(quads)
    places = {place.id: place for place in (_place(sheet, node) for node in sheet.typed("sem:Place"))}
    events = {node: _event(sheet, node, places, told_by) for node in sheet.nodes if sheet.linked(node, "dl:eventClass")}
    relations = (
        Relation(cast(RelationType, type_), event.id, target.value)
        for node, event in events.items()
        for type_, property_ in RELATIONS.items()
        for target in sheet.linked(node, property_)
    )
    documents = (_document(sheet, node) for node in sheet.typed("schema:NewsArticle"))
    return Timeline(
        documents=tuple(sorted(documents, key=lambda each: each[0])),
        actors=tuple(sorted((_actor(sheet, node) for node in sheet.typed("sem:Actor")), key=lambda each: each.id)),
        places=tuple(places[iri] for iri in sorted(places)),
        events=tuple(sorted(events.values(), key=by_date)),
        relations=tuple(sorted(relations, key=lambda each: (each.source, each.target, each.type))),
    )


def _document(sheet: Nodes, node: NamedNode) -> tuple[str, Document]:
    return node.value, Document(
        id=sheet.need(node, "dcterms:identifier"),
        text="",
        title=sheet.get(node, "dcterms:title"),
        url=sheet.get(node, "dcterms:source"),
        publisher=sheet.get(node, "dcterms:publisher"),
        date=sheet.day(node, "dcterms:issued"),
        also=tuple(sorted(sheet.all(node, "dl:copy"))),
    )


def _actor(sheet: Nodes, node: NamedNode) -> Actor:
    (kind,) = {local_name(class_) for class_ in sheet.linked(node, "rdf:type")} & ACTOR_KINDS
    return Actor(
        id=node.value,
        name=sheet.get(node, "rdfs:label") or "",
        kind=kind,
        country=sheet.get(node, "dl:country"),
        sector=sheet.get(node, "dl:sector"),
        links=tuple(sorted(sheet.all(node, "skos:exactMatch"))),
        aliases=tuple(sorted(sheet.all(node, "skos:altLabel"))),
        members=tuple(sorted(sheet.all(node, "prov:wasDerivedFrom"))),
        could_be=tuple(sorted(sheet.all(node, "dl:couldBe"))),
    )


def _place(sheet: Nodes, node: NamedNode) -> Place:
    return Place(
        id=node.value,
        name=sheet.get(node, "rdfs:label") or "",
        kind=sheet.need(node, "dl:placeKind"),
        country=sheet.get(node, "dl:country"),
        lat=sheet.real(node, "wgs:lat"),
        lon=sheet.real(node, "wgs:long"),
        links=tuple(sorted(sheet.all(node, "skos:exactMatch"))),
        within=tuple(sorted(sheet.all(node, "schema:containedInPlace"))),
        members=tuple(sorted(sheet.all(node, "prov:wasDerivedFrom"))),
        could_be=tuple(sorted(sheet.all(node, "dl:couldBe"))),
    )


def _event(sheet: Nodes, node: NamedNode, places: Mapping[str, Place], told_by: Mapping[str, str]) -> Event:
    named = event_types()[local_name(sheet.linked(node, "sem:eventType")[0])]
    type_, subtype = named.parent or named.name, named.name if named.parent else None
    (status,) = sheet.linked(node, "dl:status")
    return Event(
        id=node.value,
        type=type_,
        subtype=subtype,
        label=sheet.get(node, "rdfs:label") or "",
        status=cast(Status, local_name(status)),
        agents=tuple(sorted(sheet.all(node, "dl:agent"))),
        patients=tuple(sorted(sheet.all(node, "dl:patient"))),
        participants=tuple(sorted(sheet.all(node, "dl:participant"))),
        instruments=tuple(sorted(sheet.all(node, "dl:instrument"))),
        places=by_fineness(sheet.all(node, "sem:hasPlace"), places),
        begin=sheet.bounds(node, "Begin"),
        end=sheet.bounds(node, "End"),
        date=sheet.get(node, "dl:date"),
        figures=figures(sheet, node),
        confidence=float(sheet.need(node, "dl:confidence")),
        claims=tuple(
            (document, Claim(iri, type_, subtype, "", ()))
            for document, iri in sorted((told_by[iri], iri) for iri in sheet.all(node, "dl:claim"))
        ),
        reasons=tuple(sorted(sheet.all(node, "dl:mergeReason"))),
    )

"""The second layer: what all documents say together, as triples of the default graph."""

from __future__ import annotations

from pyoxigraph import DefaultGraph, NamedNode, Quad

from dateline.graph.model import HAPPENED, Document, Event, Timeline
from dateline.graph.rdf.document import (
    actor_triples,
    date_triples,
    figure_triples,
    place_triples,
    role_triples,
)
from dateline.graph.rdf.normal import CONFIDENCE_DIGITS
from dateline.graph.rdf.terms import Sheet, day, decimal, exact, label, link, plain, whole
from dateline.graph.vocabulary import event_class, iri, term

RELATIONS = {
    "before": "dl:before",
    "includes": "dl:includes",
    "simultaneous": "dl:simultaneous",
    "causes": "dl:causes",
    "part_of": "sem:subEventOf",
}
INVERSE = {"after": "dl:before", "during": "dl:includes"}
"""Relations that are written the other way round, so that each fact has one form."""


def timeline_quads(timeline: Timeline) -> list[Quad]:
    """The merged layer as quads of the default graph: documents (without their text), actors, places and events.

    Only what a source reports as happened is typed `sem:Event` and by its class and subtype; the rest is a
    `dl:Unrealised`, found through `sem:eventType` (the most specific type) and `dl:eventClass` (the class).
    """
    sheet = Sheet(DefaultGraph())
    for id_, document in timeline.documents:
        _document(sheet, iri(id_), document)
    for actor in timeline.actors:
        actor_triples(sheet, iri(actor.id), actor)
        sheet.add(iri(actor.id), "prov:wasDerivedFrom", *map(iri, actor.members))
    for place in timeline.places:
        place_triples(sheet, iri(place.id), place, map(iri, place.within))
        sheet.add(iri(place.id), "prov:wasDerivedFrom", *map(iri, place.members))
    for event in timeline.events:
        _event(sheet, event)
    for relation in timeline.relations:
        source, target = iri(relation.source), iri(relation.target)
        if relation.type in INVERSE:
            sheet.add(target, INVERSE[relation.type], source)
        else:
            sheet.add(source, RELATIONS[relation.type], target)
    return sheet.done()


def _document(sheet: Sheet, me: NamedNode, document: Document) -> None:
    sheet.types(me, "schema:NewsArticle", "prov:Entity")
    sheet.add(me, "rdfs:label", plain(document.title) or plain(document.id))
    sheet.add(me, "dcterms:identifier", exact(document.id))
    sheet.add(me, "dl:copy", *(link(name) for name in document.also))
    sheet.add(me, "dcterms:title", plain(document.title))
    sheet.add(me, "dcterms:issued", day(document.date))
    sheet.add(me, "dcterms:source", link(document.url))
    sheet.add(me, "dcterms:publisher", plain(document.publisher))


def _event(sheet: Sheet, event: Event) -> None:
    me = iri(event.id)
    classes = [event_class(name) for name in (event.type, event.subtype) if name]
    if event.status in HAPPENED:
        sheet.add(me, "rdf:type", term("sem:Event"), *classes)
    else:
        sheet.types(me, "dl:Unrealised")
    sheet.add(me, "rdfs:label", label(event.label))
    sheet.add(me, "sem:eventType", classes[-1])
    sheet.add(me, "dl:eventClass", classes[0])
    actors = {id_: iri(id_) for id_ in (*event.agents, *event.patients, *event.participants)}
    role_triples(sheet, me, event, actors, {id_: iri(id_) for id_ in event.places})
    date_triples(sheet, me, event.begin, event.end, event.date)
    sheet.add(me, "dl:status", term(f"dl:{event.status}"))
    sheet.add(me, "dl:confidence", decimal(event.confidence, CONFIDENCE_DIGITS))
    documents = sorted({document for document, _ in event.claims})
    sheet.add(me, "dl:documentCount", whole(len(documents)))
    sheet.add(me, "dl:claim", *(iri(claim.id) for _, claim in event.claims))
    sheet.add(me, "prov:wasDerivedFrom", *map(iri, documents))
    sheet.add(me, "dl:mergeReason", *(exact(reason) for reason in event.reasons))
    figure_triples(sheet, me, event.figures)

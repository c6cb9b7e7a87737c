"""The first layer: what one document says, as the triples of its own graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode, Quad

from dateline.graph.edtf import of_claim
from dateline.graph.errors import UsageError
from dateline.graph.model import Actor, Claim, Event, Figures, Mention, Place, Record, TimeSpan, Trigger
from dateline.graph.naming import Names
from dateline.graph.rdf.normal import CONFIDENCE_DIGITS, DEGREE_DIGITS, RANGES, normal
from dateline.graph.rdf.terms import Sheet, day, decimal, edtf_date, exact, label, labels, link, plain, whole, wkt
from dateline.graph.vocabulary import ACTOR_KINDS, BASE, event_class, iri, term

NUMBERS = {"votes_for": "votesFor", "votes_against": "votesAgainst", "votes_abstain": "votesAbstain"}
RELATIONS: Mapping[str, str] = {
    "before": "dl:before",
    "after": "dl:after",
    "includes": "dl:includes",
    "during": "dl:during",
    "simultaneous": "dl:simultaneous",
    "causes": "dl:causes",
    "part_of": "sem:subEventOf",
}
"""The property of each relation of the model."""


def document_quads(record: Record, base: str = BASE) -> list[Quad]:
    """All that `record` says, as quads whose graph is the document's IRI; the same record gives the same list.

    `read_document` reads them back to `normal(record)`.

    Raises `UsageError` where the record names a type, kind, actor, place or claim that does not exist, or a link that
    is no IRI.
    """
    names = Names(normal(record), base)
    sheet = Sheet(names.document)
    try:
        _document(sheet, names)
        for actor in names.record.actors:
            _actor(sheet, names, actor)
        for place in names.record.places:
            _place(sheet, names, place)
        for claim in names.record.events:
            _claim(sheet, names, claim)
        for relation in names.record.relations:
            sheet.add(names.claims[relation.source], RELATIONS[relation.type], names.claims[relation.target])
    except KeyError as error:
        raise UsageError(f"the record of {record.document.id!r} refers to {error}, which it does not hold") from error
    return sheet.done()


def _document(sheet: Sheet, names: Names) -> None:
    doc, me = names.record.document, names.document
    sheet.types(me, "schema:NewsArticle", "nif:Context", "prov:Entity")
    sheet.add(me, "dcterms:identifier", exact(doc.id))
    sheet.add(me, "dl:copy", *(link(name) for name in doc.also))
    sheet.add(me, "dcterms:title", plain(doc.title))
    sheet.add(me, "dcterms:issued", day(doc.date))
    sheet.add(me, "dl:dateSource", exact(doc.date_source) if doc.date_source else None)
    sheet.add(me, "dcterms:source", link(doc.url))
    sheet.add(me, "dcterms:publisher", plain(doc.publisher))
    sheet.add(me, "dl:encoding", exact(doc.encoding) if doc.encoding else None)
    sheet.add(me, "nif:isString", exact(doc.text))
    for start, end in doc.boilerplate:
        phrase = names.phrase(start, end)
        sheet.add(me, "dl:boilerplate", phrase)
        _offsets(sheet, phrase, start, end)
    for timex in names.record.times:
        node = names.time(timex.start, timex.end)
        sheet.types(node, "dl:TimeExpression")
        _offsets(sheet, node, timex.start, timex.end, timex.text)
        sheet.add(node, "dl:timexType", exact(timex.type))
        sheet.add(node, "dl:timexValue", exact(timex.value) if timex.value is not None else None)
        sheet.add(node, "dl:date", edtf_date(timex.edtf))
        sheet.add(node, "dl:earliest", day(timex.span.earliest))
        sheet.add(node, "dl:latest", day(timex.span.latest))


def _offsets(sheet: Sheet, node: NamedNode, start: int, end: int, text: str | None = None) -> None:
    sheet.add(node, "nif:beginIndex", whole(start))
    sheet.add(node, "nif:endIndex", whole(end))
    sheet.add(node, "nif:anchorOf", exact(text) if text is not None else None)


def _actor(sheet: Sheet, names: Names, actor: Actor) -> None:
    me = names.actors[actor.id]
    sheet.add(me, "dcterms:identifier", exact(actor.id))
    actor_triples(sheet, me, actor)
    sheet.add(me, "dl:writtenAs", plain(actor.written))
    _mentions(sheet, names, me, actor.mentions)


def actor_triples(sheet: Sheet, me: NamedNode, actor: Actor) -> None:
    """What is said of an actor in either layer.

    Raises `UsageError` where its kind is none of the four.
    """
    if actor.kind not in ACTOR_KINDS:
        raise UsageError(f"{actor.name!r} is of no known kind of actor: {actor.kind!r}; allowed: {sorted(ACTOR_KINDS)}")
    sheet.types(me, "sem:Actor", f"dl:{actor.kind}")
    sheet.add(me, "rdfs:label", label(actor.name))
    sheet.add(me, "skos:altLabel", *labels(actor.aliases))
    sheet.add(me, "dl:country", exact(actor.country) if actor.country else None)
    sheet.add(me, "dl:sector", exact(actor.sector) if actor.sector else None)
    sheet.add(me, "skos:exactMatch", *map(iri, actor.links))
    sheet.add(me, "dl:couldBe", *labels(actor.could_be))


def _place(sheet: Sheet, names: Names, place: Place) -> None:
    me = names.places[place.id]
    sheet.add(me, "dcterms:identifier", exact(place.id))
    place_triples(sheet, me, place, [names.places[id_] for id_ in place.within])
    sheet.add(me, "dl:writtenAs", plain(place.written))
    _mentions(sheet, names, me, place.mentions)


def place_triples(sheet: Sheet, me: NamedNode, place: Place, within: Iterable[NamedNode]) -> None:
    """What is said of a place in either layer."""
    sheet.types(me, "sem:Place")
    sheet.add(me, "rdfs:label", label(place.name))
    sheet.add(me, "dl:placeKind", exact(place.kind))
    sheet.add(me, "dl:country", exact(place.country) if place.country else None)
    lat, long = decimal(place.lat, DEGREE_DIGITS), decimal(place.lon, DEGREE_DIGITS)
    sheet.add(me, "wgs:lat", lat)
    sheet.add(me, "wgs:long", long)
    if lat and long:
        sheet.add(me, "geo:asWKT", wkt(long.value, lat.value))
    sheet.add(me, "skos:exactMatch", *map(iri, place.links))
    sheet.add(me, "dl:couldBe", *labels(place.could_be))
    sheet.add(me, "schema:containedInPlace", *within)


def _mentions(sheet: Sheet, names: Names, me: NamedNode, mentions: Iterable[Mention]) -> None:
    for mention in mentions:
        phrase = names.phrase(mention.start, mention.end)
        sheet.add(me, "dl:mention", phrase)
        _offsets(sheet, phrase, mention.start, mention.end, mention.text)
        sheet.add(phrase, "dl:form", exact(mention.form) if mention.form != "name" else None)


def _claim(sheet: Sheet, names: Names, claim: Claim) -> None:
    if not claim.mentions:
        raise UsageError(f"event {claim.id} of the record of {names.record.document.id!r} is mentioned nowhere")
    me, *others = names.mentions[claim.id]
    first, *further = claim.mentions
    _telling(sheet, names, me, claim, first)
    for other, trigger in zip(others, further, strict=True):
        _telling(sheet, names, other, claim, trigger)
        sheet.add(other, "dl:restates", me)
    sheet.add(me, "dcterms:identifier", exact(claim.id))
    sheet.add(me, "rdfs:label", label(claim.label))
    sheet.add(me, "dl:denies", term(f"dl:{claim.modality.title()}") if claim.polarity == "negative" else None)
    sheet.add(me, "dl:attributedTo", names.actors[claim.source] if claim.source else None)
    sheet.add(me, "dl:rule", exact(claim.rule) if claim.rule else None)
    sheet.add(me, "dl:placeReason", exact(claim.place_reason) if claim.place_reason else None)
    sheet.add(me, "dl:dateReason", exact(claim.date_reason) if claim.date_reason else None)
    sheet.add(me, "dl:confidence", decimal(claim.confidence, CONFIDENCE_DIGITS))
    role_triples(sheet, me, claim, names.actors, names.places)
    date_triples(sheet, me, claim.begin, claim.end, of_claim(claim, names.record.times))
    figure_triples(sheet, me, claim.figures)
    if claim.time:
        node = names.time(*claim.time)
        sheet.add(me, "dl:time", node)
        _offsets(sheet, node, *claim.time)


def _telling(sheet: Sheet, names: Names, me: NamedNode, claim: Claim, trigger: Trigger) -> None:
    """What every mention of an event carries: its words, its type and its status."""
    sheet.types(me, "dl:Claim", "prov:Entity")
    sheet.add(me, "prov:wasDerivedFrom", names.document)
    sheet.add(me, "sem:eventType", event_class(claim.subtype or claim.type))
    sheet.add(me, "dl:status", term(f"dl:{claim.status}"))
    start, end = trigger.sentence
    _offsets(sheet, me, start, end, names.record.document.text[start:end])
    sheet.add(me, "dl:trigger", exact(trigger.text))
    sheet.add(me, "dl:triggerBegin", whole(trigger.start))
    sheet.add(me, "dl:triggerEnd", whole(trigger.end))


def role_triples(
    sheet: Sheet, me: NamedNode, of: Claim | Event, actors: Mapping[str, NamedNode], places: Mapping[str, NamedNode]
) -> None:
    """Who and where: each role's own property, and `sem:hasActor` always beside it."""
    for role, ids in (("agent", of.agents), ("patient", of.patients), ("participant", of.participants)):
        for id_ in ids:
            sheet.add(me, "sem:hasActor", actors[id_])
            sheet.add(me, f"dl:{role}", actors[id_])
    sheet.add(me, "dl:instrument", *labels(of.instruments))
    sheet.add(me, "sem:hasPlace", *(places[id_] for id_ in of.places))


def date_triples(sheet: Sheet, me: NamedNode, begin: TimeSpan, end: TimeSpan, date: str | None) -> None:
    """Whatever is bounded; a begin or end itself only where its day is known; the EDTF date."""
    for name, span in (("Begin", begin), ("End", end)):
        sheet.add(me, f"sem:hasEarliest{name}TimeStamp", day(span.earliest))
        sheet.add(me, f"sem:hasLatest{name}TimeStamp", day(span.latest))
        sheet.add(me, f"sem:has{name}TimeStamp", day(span.earliest) if span.earliest == span.latest else None)
    sheet.add(me, "dl:date", edtf_date(date))


def figure_triples(sheet: Sheet, me: NamedNode, figures: Figures) -> None:
    """Numbers: ranges as a pair of properties, votes and their outcome."""
    for name in RANGES:
        if value := getattr(figures, name):
            sheet.add(me, f"dl:{name}Min", whole(value.min))
            sheet.add(me, f"dl:{name}Max", whole(value.max))
    for field, name in NUMBERS.items():
        sheet.add(me, f"dl:{name}", whole(getattr(figures, field)))
    sheet.add(me, "dl:outcome", exact(figures.outcome) if figures.outcome else None)

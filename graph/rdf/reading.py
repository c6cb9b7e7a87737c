"""The graph of one document, read back as a record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from pyoxigraph import NamedNode, Quad, Triple

from dateline.graph.errors import UsageError
from dateline.graph.model import (
    Actor,
    Claim,
    DateSource,
    Document,
    Form,
    Mention,
    Modality,
    Place,
    Record,
    Relation,
    RelationType,
    TimeSpan,
    Timex,
    TimexType,
    Trigger,
)
from dateline.graph.rdf.document import RELATIONS
from dateline.graph.rdf.nodes import Nodes, figures, nodes
from dateline.graph.rdf.normal import normal
from dateline.graph.vocabulary import ACTOR_KINDS, event_types, local_name


def read_document(quads: Iterable[Quad | Triple]) -> Record:
    """The record whose `document_quads` these are, in normal form; their order does not matter.

    Raises `UsageError` where they are not the graph of one document.
    """
    try:
        return normal(_record(nodes(quads)))
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise UsageError(f"these triples are not the graph of a document ({error!r})") from error


def _record(sheet: Nodes) -> Record:
    (me,) = sheet.typed("nif:Context")
    actors = {node: sheet.need(node, "dcterms:identifier") for node in sheet.typed("sem:Actor")}
    places = {node: sheet.need(node, "dcterms:identifier") for node in sheet.typed("sem:Place")}
    told = sheet.typed("dl:Claim")
    retold: dict[NamedNode, list[NamedNode]] = {}
    for node in told:
        for main in sheet.linked(node, "dl:restates"):
            retold.setdefault(main, []).append(node)
    claims = {node: sheet.need(node, "dcterms:identifier") for node in told if not sheet.linked(node, "dl:restates")}
    return Record(
        document=_document(sheet, me),
        times=tuple(_timex(sheet, n) for n in sheet.typed("dl:TimeExpression")),
        actors=tuple(_actor(sheet, node, id_) for node, id_ in actors.items()),
        places=tuple(_place(sheet, node, id_, places) for node, id_ in places.items()),
        events=tuple(_claim(sheet, n, id_, retold.get(n, []), actors, places) for n, id_ in claims.items()),
        relations=tuple(
            Relation(cast(RelationType, type_), id_, claims[target])
            for node, id_ in claims.items()
            for type_, property_ in RELATIONS.items()
            for target in sheet.linked(node, property_)
        ),
    )


def _document(sheet: Nodes, me: NamedNode) -> Document:
    return Document(
        id=sheet.need(me, "dcterms:identifier"),
        text=sheet.need(me, "nif:isString"),
        title=sheet.get(me, "dcterms:title"),
        url=sheet.get(me, "dcterms:source"),
        publisher=sheet.get(me, "dcterms:publisher"),
        date=sheet.day(me, "dcterms:issued"),
        date_source=cast(DateSource | None, sheet.get(me, "dl:dateSource")),
        boilerplate=tuple(sheet.span(node) for node in sheet.linked(me, "dl:boilerplate")),
        encoding=sheet.get(me, "dl:encoding"),
        also=tuple(sheet.all(me, "dl:copy")),
    )


def _timex(sheet: Nodes, node: NamedNode) -> Timex:
    start, end = sheet.span(node)
    return Timex(
        start=start,
        end=end,
        text=sheet.need(node, "nif:anchorOf"),
        type=cast(TimexType, sheet.need(node, "dl:timexType")),
        value=sheet.get(node, "dl:timexValue"),
        edtf=sheet.get(node, "dl:date"),
        span=TimeSpan(sheet.day(node, "dl:earliest"), sheet.day(node, "dl:latest")),
    )


def _mentions(sheet: Nodes, node: NamedNode, forms: bool = True) -> tuple[Mention, ...]:
    return tuple(
        Mention(
            *sheet.span(phrase),
            sheet.need(phrase, "nif:anchorOf"),
            cast(Form, (sheet.get(phrase, "dl:form") if forms else None) or "name"),
        )
        for phrase in sheet.linked(node, "dl:mention")
    )


def _actor(sheet: Nodes, node: NamedNode, id_: str) -> Actor:
    kinds = {local_name(class_) for class_ in sheet.linked(node, "rdf:type")} & ACTOR_KINDS
    return Actor(
        id=id_,
        name=sheet.need(node, "rdfs:label"),
        kind=min(kinds),
        country=sheet.get(node, "dl:country"),
        sector=sheet.get(node, "dl:sector"),
        links=tuple(sheet.all(node, "skos:exactMatch")),
        aliases=tuple(sheet.all(node, "skos:altLabel")),
        mentions=_mentions(sheet, node),
        written=sheet.get(node, "dl:writtenAs"),
        could_be=tuple(sheet.all(node, "dl:couldBe")),
    )


def _place(sheet: Nodes, node: NamedNode, id_: str, places: dict[NamedNode, str]) -> Place:
    return Place(
        id=id_,
        name=sheet.need(node, "rdfs:label"),
        kind=sheet.need(node, "dl:placeKind"),
        country=sheet.get(node, "dl:country"),
        lat=sheet.real(node, "wgs:lat"),
        lon=sheet.real(node, "wgs:long"),
        links=tuple(sheet.all(node, "skos:exactMatch")),
        within=tuple(places[around] for around in sheet.linked(node, "schema:containedInPlace")),
        mentions=_mentions(sheet, node, forms=False),
        written=sheet.get(node, "dl:writtenAs"),
        could_be=tuple(sheet.all(node, "dl:couldBe")),
    )


def _claim(
    sheet: Nodes,
    me: NamedNode,
    id_: str,
    retold: list[NamedNode],
    actors: dict[NamedNode, str],
    places: dict[NamedNode, str],
) -> Claim:
    named = event_types()[local_name(sheet.linked(me, "sem:eventType")[0])]
    denied = sheet.linked(me, "dl:denies")
    status = local_name((denied or sheet.linked(me, "dl:status"))[0])
    source = sheet.linked(me, "dl:attributedTo")
    times = sheet.linked(me, "dl:time")
    return Claim(
        id=id_,
        type=named.parent or named.name,
        subtype=named.name if named.parent else None,
        label=sheet.need(me, "rdfs:label"),
        mentions=tuple(_trigger(sheet, node) for node in [me, *retold]),
        agents=tuple(actors[node] for node in sheet.linked(me, "dl:agent")),
        patients=tuple(actors[node] for node in sheet.linked(me, "dl:patient")),
        participants=tuple(actors[node] for node in sheet.linked(me, "dl:participant")),
        instruments=tuple(sheet.all(me, "dl:instrument")),
        places=tuple(places[node] for node in sheet.linked(me, "sem:hasPlace")),
        begin=sheet.bounds(me, "Begin"),
        end=sheet.bounds(me, "End"),
        time=sheet.span(times[0]) if times else None,
        polarity="negative" if denied else "positive",
        modality=cast(Modality, status.lower()),
        source=actors[source[0]] if source else None,
        figures=figures(sheet, me),
        confidence=float(sheet.need(me, "dl:confidence")),
        rule=sheet.get(me, "dl:rule") or "",
        date_reason=sheet.get(me, "dl:dateReason") or "",
    )


def _trigger(sheet: Nodes, node: NamedNode) -> Trigger:
    start, end = sheet.span(node, "dl:triggerBegin", "dl:triggerEnd")
    return Trigger(start, end, sheet.need(node, "dl:trigger"), sheet.span(node))

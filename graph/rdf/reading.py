"""The graph of one document, read back as a record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from pyoxigraph import NamedNode, Quad, Triple

from dateline.graph.errors import UsageError
from dateline.graph.model import (
    Actor,
    Claim,
    DateSource,
    Document,
    Figures,
    Form,
    Mention,
    Modality,
    Place,
    Range,
    Record,
    Relation,
    RelationType,
    Span,
    TimeSpan,
    Timex,
    TimexType,
    Trigger,
)
from dateline.graph.rdf.document import RELATIONS
from dateline.graph.rdf.normal import normal
from dateline.graph.rdf.terms import Term, facts
from dateline.graph.vocabulary import ACTOR_KINDS, event_types, local_name, term


def read_document(quads: Iterable[Quad | Triple]) -> Record:
    """The record whose `document_quads` these are, in normal form; their order does not matter.

    Raises `UsageError` where they are not the graph of one document.
    """
    sheet = _Sheet({})
    try:
        for subject, predicate, object_ in facts(quads):
            sheet.nodes.setdefault(subject, {}).setdefault(predicate, []).append(object_)
        return normal(_record(sheet))
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise UsageError(f"these triples are not the graph of a document ({error!r})") from error


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Triples by subject and predicate."""

    nodes: dict[NamedNode, dict[NamedNode, list[Term]]]

    def all(self, node: NamedNode, predicate: str) -> list[str]:
        return [value.value for value in self.nodes[node].get(term(predicate), ())]

    def get(self, node: NamedNode, predicate: str) -> str | None:
        return next(iter(self.all(node, predicate)), None)

    def need(self, node: NamedNode, predicate: str) -> str:
        return self.all(node, predicate)[0]

    def linked(self, node: NamedNode, predicate: str) -> list[NamedNode]:
        return [o for o in self.nodes[node].get(term(predicate), ()) if isinstance(o, NamedNode)]

    def number(self, node: NamedNode, predicate: str) -> int | None:
        value = self.get(node, predicate)
        return None if value is None else int(value)

    def real(self, node: NamedNode, predicate: str) -> float | None:
        value = self.get(node, predicate)
        return None if value is None else float(value)

    def day(self, node: NamedNode, predicate: str) -> date | None:
        value = self.get(node, predicate)
        return None if value is None else date.fromisoformat(value)

    def span(self, node: NamedNode, begin: str = "nif:beginIndex", end: str = "nif:endIndex") -> Span:
        return Span(int(self.need(node, begin)), int(self.need(node, end)))

    def bounds(self, node: NamedNode, name: str) -> TimeSpan:
        earliest, latest = f"sem:hasEarliest{name}TimeStamp", f"sem:hasLatest{name}TimeStamp"
        return TimeSpan(self.day(node, earliest), self.day(node, latest))

    def typed(self, class_: str) -> list[NamedNode]:
        kind = term(class_)
        return [node for node, about in self.nodes.items() if kind in about.get(term("rdf:type"), ())]


def _record(sheet: _Sheet) -> Record:
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


def _document(sheet: _Sheet, me: NamedNode) -> Document:
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


def _timex(sheet: _Sheet, node: NamedNode) -> Timex:
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


def _mentions(sheet: _Sheet, node: NamedNode, forms: bool = True) -> tuple[Mention, ...]:
    return tuple(
        Mention(
            *sheet.span(phrase),
            sheet.need(phrase, "nif:anchorOf"),
            cast(Form, (sheet.get(phrase, "dl:form") if forms else None) or "name"),
        )
        for phrase in sheet.linked(node, "dl:mention")
    )


def _actor(sheet: _Sheet, node: NamedNode, id_: str) -> Actor:
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
    )


def _place(sheet: _Sheet, node: NamedNode, id_: str, places: dict[NamedNode, str]) -> Place:
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
    )


def _claim(
    sheet: _Sheet,
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
        figures=_figures(sheet, me),
        confidence=float(sheet.need(me, "dl:confidence")),
        rule=sheet.get(me, "dl:rule") or "",
        date_reason=sheet.get(me, "dl:dateReason") or "",
    )


def _trigger(sheet: _Sheet, node: NamedNode) -> Trigger:
    start, end = sheet.span(node, "dl:triggerBegin", "dl:triggerEnd")
    return Trigger(start, end, sheet.need(node, "dl:trigger"), sheet.span(node))


def _figures(sheet: _Sheet, me: NamedNode) -> Figures:
    return Figures(
        count=_range(sheet, me, "count"),
        fatalities=_range(sheet, me, "fatalities"),
        injured=_range(sheet, me, "injured"),
        crowd=_range(sheet, me, "crowd"),
        arrested=_range(sheet, me, "arrested"),
        votes_for=sheet.number(me, "dl:votesFor"),
        votes_against=sheet.number(me, "dl:votesAgainst"),
        votes_abstain=sheet.number(me, "dl:votesAbstain"),
        outcome=cast(Literal["passed", "failed"] | None, sheet.get(me, "dl:outcome")),
    )


def _range(sheet: _Sheet, me: NamedNode, name: str) -> Range | None:
    low, high = sheet.number(me, f"dl:{name}Min"), sheet.number(me, f"dl:{name}Max")
    return None if low is high is None else Range(low, high)

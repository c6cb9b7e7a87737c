"""The merged layer as it was before a change, read where it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from pyoxigraph import DefaultGraph, NamedNode, Quad

from dateline.graph.model import Actor, Place, Record, TimeSpan
from dateline.graph.rdf import read_document
from dateline.graph.rdf.terms import Term, value
from dateline.graph.rdf.timeline import RELATIONS
from dateline.graph.resolve.actors import bare_iri
from dateline.graph.store.interface import Store
from dateline.graph.vocabulary import ACTOR_KINDS, local_name, term


class Layer:
    """What the default graph tells of things by their IRIs, and the named graphs of documents."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.merged = cache(self._merged)
        self.place = cache(self._place)

    def record(self, document: str) -> Record:
        """What a document says."""
        return read_document(self._store.match(graph=NamedNode(document)))

    def about(self, things: Iterable[str]) -> set[Quad]:
        """All that is told of these things."""
        return {quad for iri in things for quad in self._match(subject=NamedNode(iri))}

    def related(self, events: Iterable[str]) -> set[Quad]:
        """The relations that others have to these events."""
        related = {term(name) for name in RELATIONS.values()}
        found = (quad for iri in events for quad in self._match(object_=NamedNode(iri)))
        return {quad for quad in found if quad.predicate in related}

    def members(self, thing: str) -> list[str]:
        """The documents' own actors or places that a merged one is made of."""
        return self._values(thing, "prov:wasDerivedFrom")

    def claims(self, event: str) -> list[str]:
        """The claims of an event."""
        return self._values(event, "dl:claim")

    def documents(self, event: str) -> list[str]:
        """The documents that tell of an event."""
        return self._values(event, "prov:wasDerivedFrom")

    def events(self, document: str) -> set[str]:
        """The events that a document tells of."""
        return set(self._subjects("prov:wasDerivedFrom", NamedNode(document)))

    def event(self, claim: str) -> str | None:
        """The event that a claim is of."""
        return next(self._subjects("dl:claim", NamedNode(claim)), None)

    def parts(self, event: str) -> list[str]:
        """The events that are part of an event."""
        return list(self._subjects(RELATIONS["part_of"], NamedNode(event)))

    def begin(self, event: str) -> TimeSpan:
        """The days on which an event may begin."""
        earliest, latest = (self._value(event, f"sem:has{side}BeginTimeStamp") for side in ("Earliest", "Latest"))
        return TimeSpan(*(date.fromisoformat(day) if day else None for day in (earliest, latest)))

    def actor(self, iri: str, base: str) -> Actor | None:
        """A merged actor, as far as its IRI is made from it, under the one that it has if no other has it."""
        kinds = {local_name(NamedNode(kind)) for kind in self._values(iri, "rdf:type")} & ACTOR_KINDS
        if not kinds:
            return None
        name, country = self._value(iri, "rdfs:label") or "", self._value(iri, "dl:country")
        links = tuple(sorted(self._values(iri, "skos:exactMatch")))
        return Actor(bare_iri(name, min(kinds), country, links, base), name, min(kinds), country, links=links)

    def called(self, name: Term) -> Iterator[str]:
        """What has a label."""
        return self._subjects("rdfs:label", name)

    def _merged(self, thing: str) -> str | None:
        """The merged actor or place that a document's own is a member of."""
        return next(self._subjects("prov:wasDerivedFrom", NamedNode(thing)), None)

    def _place(self, iri: str) -> Place:
        return Place(
            id=iri,
            name=self._value(iri, "rdfs:label") or "",
            kind=self._value(iri, "dl:placeKind") or "",
            country=self._value(iri, "dl:country"),
            within=tuple(self._values(iri, "schema:containedInPlace")),
        )

    def _values(self, iri: str, predicate: str) -> list[str]:
        return [value(quad.object) for quad in self._match(NamedNode(iri), term(predicate))]

    def _value(self, iri: str, predicate: str) -> str | None:
        return next(iter(self._values(iri, predicate)), None)

    def _subjects(self, predicate: str, object_: Term) -> Iterator[str]:
        return (value(quad.subject) for quad in self._match(None, term(predicate), object_))

    def _match(
        self, subject: NamedNode | None = None, predicate: NamedNode | None = None, object_: Term | None = None
    ) -> Iterator[Quad]:
        return self._store.match(subject, predicate, object_, DefaultGraph())

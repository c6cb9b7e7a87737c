"""The IRIs of what a record holds, made from the document's text and the offsets in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pyoxigraph import NamedNode

from dateline.graph.model import Actor, Place, Record
from dateline.graph.vocabulary import BASE, content_key, digest, mint


def document_key(text: str) -> str:
    """The key of a document: a hash of its text, so that one text under two names is one document."""
    return digest("document", text)


def _after(number: int) -> tuple[str, ...]:
    return (f"after {number}",) if number else ()


def document_iri(text: str, base: str = BASE) -> NamedNode:
    """The IRI of the document with this text, and the name of its graph."""
    return mint(base, "doc", document_key(text))


@dataclass(frozen=True)
class Names:
    """IRIs of a record's document, claims, actors and places, by their ids in the record.

    `said` is the record as it was read, where `record` is one that was corrected: IRIs are made from what was read.
    """

    record: Record
    base: str = BASE
    said: Record | None = None

    @cached_property
    def key(self) -> str:
        """The document's key."""
        return document_key(self.record.document.text)

    @cached_property
    def document(self) -> NamedNode:
        """The document's IRI."""
        return mint(self.base, "doc", self.key)

    @cached_property
    def actors(self) -> dict[str, NamedNode]:
        """IRIs of the record's own actors."""
        return self._things("actor", (self.said or self.record).actors)

    @cached_property
    def places(self) -> dict[str, NamedNode]:
        """IRIs of the record's own places."""
        read = (self.said or self.record).places
        known = {place.id for place in read}
        return self._things("place", (*read, *(place for place in self.record.places if place.id not in known)))

    @cached_property
    def mentions(self) -> dict[str, tuple[NamedNode, ...]]:
        """For each claim the IRIs of its mentions; the first is the claim's own.

        A key is a hash of document, trigger offsets and type; where several claims share all three, of how many came
        before too. Ids of the record are no part of it: they change with whatever else is found in the text.
        """
        taken = Counter[tuple[int, int, str]]()
        found = {}
        for claim in (self.said or self.record).events:
            keys = []
            for trigger in claim.mentions:
                told = (trigger.start, trigger.end, claim.subtype or claim.type)
                keys.append(digest(self.key, *told, *_after(taken[told])))
                taken[told] += 1
            found[claim.id] = tuple(mint(self.base, "claim", key) for key in keys)
        return found

    @cached_property
    def claims(self) -> dict[str, NamedNode]:
        """IRIs of the record's claims."""
        return {id_: iris[0] for id_, iris in self.mentions.items()}

    def _things(self, kind: Literal["actor", "place"], things: Iterable[Actor | Place]) -> dict[str, NamedNode]:
        """IRIs made from name and first mention, and where several share both, from how many came before."""
        taken = Counter[tuple[object, ...]]()
        found = {}
        for thing in things:
            at = [offset for mention in thing.mentions[:1] for offset in (mention.start, mention.end)]
            told = (thing.name, *at)
            found[thing.id] = mint(self.base, kind, content_key(thing.name, self.key, *at, *_after(taken[told])))
            taken[told] += 1
        return found

    def time(self, start: int, end: int) -> NamedNode:
        """The IRI of the time expression at these offsets."""
        return mint(self.base, "time", digest(self.key, start, end))

    def phrase(self, start: int, end: int) -> NamedNode:
        """The IRI of a stretch of the document, after RFC 5147 as NIF uses it."""
        return NamedNode(f"{self.document.value}#char={start},{end}")

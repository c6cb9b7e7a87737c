"""Corrections applied to the records of all documents: what is said otherwise, what belongs together, what apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.graph.corrections.model import Correction, Passage, Where
from dateline.graph.corrections.passages import Passages, folded
from dateline.graph.edtf import bounds
from dateline.graph.model import PLACED_BY, Actor, Claim, Place, Record
from dateline.graph.naming import Names
from dateline.graph.vocabulary import event_types

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Stale:
    """A correction that no longer applies, or not wholly, and why."""

    correction: Correction
    why: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """The records under the IRIs of what was read; pairs of claims' IRIs that are one event, and that are not, the
    lesser first, each with who says so and why; and what could not be applied."""

    names: tuple[Names, ...]
    together: dict[Pair, str] = field(default_factory=dict)
    apart: dict[Pair, str] = field(default_factory=dict)
    stale: tuple[Stale, ...] = ()


def apply(names: Sequence[Names], corrections: Sequence[Correction]) -> Corrected:
    """The records that `names` name after `corrections`, taken in their order.

    Passages are looked up in the records as read, so that one correction does not hide an event from the next.
    """
    work = _Work(names)
    for correction in corrections:
        if correction.kind == "rename":
            work.rename(correction)
        elif correction.kind in ("merge", "split"):
            work.link(correction)
        else:
            work.edit(correction)
    return Corrected(
        tuple(
            one if record is one.record else replace(one, record=record, said=one.record)
            for one, record in zip(names, work.records, strict=True)
        ),
        work.together,
        work.apart,
        tuple(work.stale),
    )


class _Work:
    """The records as they stand after the corrections so far."""

    def __init__(self, names: Sequence[Names]) -> None:
        self.names = names
        self.records = [one.record for one in names]
        self.passages = Passages(names)
        self.together: dict[Pair, str] = {}
        self.apart: dict[Pair, str] = {}
        self.stale: list[Stale] = []

    def link(self, correction: Correction) -> None:
        ours = [self.names[n].claims[id_].value for n, id_ in self._found(correction, correction.claims)]
        if correction.kind == "merge":
            if len(set(ours)) < 2:
                self._lost(correction, "fewer than two of its events are told")
            theirs, pairs = ours[:1], self.together
        else:
            theirs = [self.names[n].claims[id_].value for n, id_ in self._found(correction, correction.apart)]
            pairs = self.apart
        pairs |= {
            (min(one, other), max(one, other)): correction.because for one in ours for other in theirs if one != other
        }

    def edit(self, correction: Correction) -> None:
        for number, id_ in self._found(correction, correction.claims):
            record = self.records[number]
            claim = next((each for each in record.events if each.id == id_), None)
            if claim is None:
                self._lost(correction, "another correction rejects the event")
            elif correction.kind == "reject":
                self.records[number] = _without(record, id_)
            elif correction.place is None:
                self.records[number] = _with(record, _changed(claim, correction))
            elif place := self._place(record, correction.place):
                rule = f"{claim.rule.partition(PLACED_BY)[0]}; relocated by {correction.because}"
                placed = record if place in record.places else replace(record, places=(*record.places, place))
                label = _elsewhere(claim.label, (each.name for each in record.places if each.id in claim.places), place)
                self.records[number] = _with(placed, replace(claim, places=(place.id,), rule=rule, label=label))
            else:
                name = correction.place.name
                self._lost(correction, f"no document names a place {name!r}; add lat and lon, or a link")

    def rename(self, correction: Correction) -> None:
        only = correction.document
        numbers = range(len(self.records)) if only is None else self.passages.documents(only)
        before = [self.records[number] for number in numbers]
        for number, record in zip(numbers, before, strict=True):
            actors = tuple(_renamed(actor, correction) for actor in record.actors)
            if actors != record.actors:
                changed = {one.id: (one.name, other.name) for one, other in zip(record.actors, actors, strict=True)}
                events = tuple(_relabelled(claim, changed) for claim in record.events)
                self.records[number] = replace(record, actors=actors, events=events)
        if all(self.records[number] is record for number, record in zip(numbers, before, strict=True)):
            where = "any document" if only is None else f"a document {only!r}"
            self._lost(correction, f"no actor is called {correction.actor!r} in {where}")

    def _lost(self, correction: Correction, why: str) -> None:
        self.stale.append(Stale(correction, why))

    def _found(self, correction: Correction, passages: Iterable[Passage]) -> list[tuple[int, str]]:
        found = []
        for passage in passages:
            claim = self.passages.find(passage)
            if isinstance(claim, str):
                self._lost(correction, claim)
            else:
                found.append(claim)
        return found

    def _place(self, record: Record, where: Where) -> Place | None:
        """The place of that name: the record's own, else one with what the correction or another document tells."""
        fitting = (
            place
            for each in (record, *self.records)
            for place in each.places
            if folded(place.name) == folded(where.name) and where.country in (None, place.country)
        )
        known = next(fitting, None)
        if known in record.places:
            return known
        id_ = f"{where.name} (corrected)"
        if where.lat is not None or where.link:
            links = (where.link,) if where.link else ()
            return Place(id_, where.name, "point", where.country, where.lat, where.lon, links)
        return replace(known, id=id_, within=(), mentions=()) if known else None


def _renamed(actor: Actor, correction: Correction) -> Actor:
    if folded(actor.name) != folded(correction.actor or "") or not correction.name:
        return actor
    links = actor.links if correction.link is None else (correction.link,) if correction.link else ()
    aliases = tuple(alias for alias in actor.aliases if folded(alias) != folded(actor.name))
    return replace(actor, name=correction.name, aliases=aliases, links=links, could_be=())


def _relabelled(claim: Claim, changed: Mapping[str, tuple[str, str]]) -> Claim:
    """A claim whose label gives those who take part in it the second of the names that they have in `changed`."""
    label = claim.label
    for id_ in (*claim.agents, *claim.patients, *claim.participants):
        old, new = changed[id_]
        if old != new:
            label = new.join(re.split(rf"\b{re.escape(old)}\b", label))
    return replace(claim, label=label)


def _elsewhere(label: str, names: Iterable[str], place: Place) -> str:
    """A label that ends in `place` where it ended in one of the places of these names."""
    ending = next((f", {name}" for name in names if label.endswith(f", {name}")), "")
    return f"{label.removesuffix(ending)}, {place.name}" if ending else label


def _changed(claim: Claim, correction: Correction) -> Claim:
    """A claim retyped or redated."""
    if correction.type is None:
        reason = f"set to {correction.date} by {correction.because}"
        begin, end = bounds(correction.date or "")
        return replace(claim, begin=begin, end=end, time=None, date_reason=reason)
    type_ = event_types()[correction.type]
    rule = f"{claim.rule}; retyped by {correction.because}"
    return replace(claim, type=type_.parent or type_.name, subtype=type_.name if type_.parent else None, rule=rule)


def _with(record: Record, claim: Claim) -> Record:
    return replace(record, events=tuple(claim if each.id == claim.id else each for each in record.events))


def _without(record: Record, id_: str) -> Record:
    return replace(
        record,
        events=tuple(each for each in record.events if each.id != id_),
        relations=tuple(each for each in record.relations if id_ not in (each.source, each.target)),
    )

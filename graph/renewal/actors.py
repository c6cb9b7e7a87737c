"""The actors that a change of some documents and events puts together anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from dateline.graph.model import Actor
from dateline.graph.rdf.terms import label
from dateline.graph.renewal.index import Index
from dateline.graph.renewal.layer import Layer
from dateline.graph.renewal.near import Alike
from dateline.graph.resolve.actors import merged, same_part
from dateline.graph.resolve.claims import ROLES, Told
from dateline.graph.resolve.groups import Groups
from dateline.graph.resolve.identity import by_member

Unit = int | str
"""What is one actor whatever events tell: a set of facts, by the one that stands for it, or a thing by its IRI."""


@dataclass(frozen=True)
class Renewed:
    """`actors` as they are now; `actor_of` gives that of a document's own; `moved` are those whose actor has another
    IRI; `old` the IRIs of the actors before; `ties` what events, by the least IRI of their claims, make
    one: event, one, other."""

    actors: Sequence[Actor]
    actor_of: dict[str, str]
    moved: Collection[str]
    old: Collection[str]
    ties: Collection[tuple[str, str, str]]


class Players:
    """The actors put together anew, from documents' own that are involved in a change."""

    def __init__(self, index: Index, layer: Layer, alike: Alike, base: str) -> None:
        self._index, self._layer, self._alike, self._base = index, layer, alike, base
        self._old: dict[str, list[str]] = {}
        self._units: dict[Unit, list[str]] = {}
        self._facts: dict[str, int] = {}

    def renewed(
        self, events: Mapping[str, Sequence[Told]], gone: Collection[str], involved: Collection[str]
    ) -> Renewed:
        """Put together the actors of these documents' own, and whatever was one with them or is now.

        `events` are the claims of each event that is put together anew, by the least IRI of these, `gone` such IRIs of
        the events whose place they take; `involved` are all that may play another part, those that are gone too.
        """
        players = {iri for claims in events.values() for one in claims for iri in own_actors(one)}
        self._take({*involved, *players})
        local = self._local(players)
        ties = {
            (event, one, other)
            for event, claims in events.items()
            for one, other in same_part([claim.local for claim in claims], local)
        }
        while True:
            old = {tie for tie in self._index.ties(self._facts) if tie[0] not in gone}
            made = self._merged((one, other) for _, one, other in (*ties, *old))
            namesakes = [other for actor in self._bare(made) for other in self._namesakes(actor, made)]
            if not namesakes:
                break
            self._take({member for other in namesakes for member in self._layer.members(other)})
        actors = self._told_apart(made)
        actor_of = {member: actor.id for actor in actors for member in actor.members}
        moved = {m for old, members in self._old.items() for m in members if actor_of.get(m, old) != old}
        return Renewed(actors, actor_of, moved, self._old.keys(), {tie for tie in ties if self._tells(*tie[1:])})

    def _take(self, things: Collection[str]) -> None:
        """Take up documents' own actors, with all that they were one with before, or are one with by name."""
        ahead = set(things)
        while ahead:
            held = self._index.told_of(ahead)
            self._alike.know(held.values())
            self._facts |= held
            taken: set[str] = set()
            for old in filter(None, map(self._layer.merged, self._samples(ahead, held))):
                if old not in self._old:
                    self._old[old] = self._layer.members(old)
                    taken.update(self._old[old])
            for iri, fact in held.items():
                unit = self._unit(iri)
                if unit not in self._units:
                    self._units[unit] = (
                        [iri] if isinstance(unit, str) else list(self._index.members(self._alike.same(fact)))
                    )
                    taken.update(self._units[unit])
            ahead = taken - self._facts.keys()

    def _samples(self, things: Collection[str], held: dict[str, int]) -> Iterator[str]:
        """Enough of these to find all actors of before: of things of one fact, which were one, the first that was."""
        found: set[int] = set()
        for iri in things:
            fact = held.get(iri)
            if fact is None or self._alike.one(fact) is None:
                yield iri
            elif fact not in found and self._layer.merged(iri):
                found.add(fact)
                yield iri

    def _tells(self, one: str, other: str) -> bool:
        """Whether two that are one by an event are not already so by what is known of them."""
        fact = self._facts[one]
        return fact != self._facts[other] or self._alike.one(fact) is None

    def _unit(self, iri: str) -> Unit:
        fact = self._facts[iri]
        one = self._alike.one(fact)
        return iri if one is None else one

    def _merged(self, ties: Iterable[tuple[str, str]]) -> list[Actor]:
        """The actors, under IRIs that several may share."""
        own = {iri for members in self._units.values() for iri in members}
        local = self._local(own)
        groups = Groups(local)
        for first, *others in self._units.values():
            for other in others:
                groups.join(first, other)
        for one, other in ties:
            groups.join(one, other)
        return [merged(members, [local[iri] for iri in members], self._base) for members in groups.sets()]

    def _local(self, things: Collection[str]) -> dict[str, Actor]:
        """What the documents know of their actors."""
        held = self._index.told_of(things)
        self._alike.know(held.values())
        return {iri: like for iri, fact in held.items() if isinstance(like := self._alike.facts[fact].like, Actor)}

    def _bare(self, made: Iterable[Actor]) -> Iterator[Actor]:
        """The actors as they are now and as they were, each under the IRI that it has if no other has it."""
        yield from made
        for old in list(self._old):
            if actor := self._layer.actor(old, self._base):
                yield actor

    def _others(self, actor: Actor) -> list[str]:
        """At most two actors, of those that stay as they are, that would have the same IRI."""
        found = (iri for iri in self._layer.called(label(actor.name)) if iri not in self._old)
        same = (iri for iri in found if (other := self._layer.actor(iri, self._base)) and other.id == actor.id)
        return list(islice(same, 2))

    def _namesakes(self, actor: Actor, made: Sequence[Actor]) -> list[str]:
        """The one actor, if any, that gets another IRI because others of its name come or go."""
        others = self._others(actor)
        alone = len(others) + sum(one.id == actor.id for one in made) == 1
        return [iri for iri in others if len(others) == 1 and (iri == actor.id) != alone]

    def _told_apart(self, made: Sequence[Actor]) -> list[Actor]:
        times = Counter(actor.id for actor in made)
        return [
            by_member(actor, self._base, "actor") if times[actor.id] > 1 or self._others(actor) else actor
            for actor in made
        ]


def own_actors(one: Told) -> set[str]:
    """The document's own actors that play a part in a claim."""
    return {iri for role in ROLES for iri in one.local[role]}

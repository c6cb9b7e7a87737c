"""What a document says by itself that it may share with another: of actors and places, of claims, of its story."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from dateline.graph.model import Actor, Place
from dateline.graph.naming import Names
from dateline.graph.resolve import blocks
from dateline.graph.resolve.actors import actor_thing
from dateline.graph.resolve.blocks import sort
from dateline.graph.resolve.claims import Told, told
from dateline.graph.resolve.identity import Thing
from dateline.graph.resolve.places import place_thing
from dateline.graph.resolve.stories import Story


@dataclass(frozen=True)
class Fact:
    """What a document knows of an actor or a place, apart from where it says so: things that agree in all of it share a
    fact. `like` is the actor or place, without IRI and mentions; `thing` what its identity goes by."""

    id: int
    thing: Thing
    like: Actor | Place

    @property
    def names(self) -> frozenset[int]:
        """What another fact must share one of to be of the same actor or place."""
        kind = type(self.like).__name__
        told = [f"{kind} {self.thing.sort} {name}" for name in self.thing.names]
        return frozenset(map(_number, (*told, *(f"{kind} {link}" for link in self.thing.links))))


class Mark(NamedTuple):
    """Something that claims share which may be of one event, and the days on which this one may begin; `None` where
    it counts as undated."""

    mark: int
    first: int | None
    last: int | None
    document: str
    claim: str


def facts(names: Names) -> dict[str, Fact]:
    """What a document knows of each of its actors and places, by IRI."""
    actors = {names.actors[a.id].value: _fact(actor_thing("", a), a) for a in names.record.actors}
    return actors | {
        names.places[p.id].value: _fact(place_thing("", p), replace(p, within=())) for p in names.record.places
    }


def marks(one: Told, names: Names, known: Callable[[str], Collection[int]]) -> Iterator[Mark]:
    """The marks of a claim of the document `names`; `known` gives for the IRI of an actor or place of its own the names
    that another may share."""
    about = f"{sort(one.claim.type)} {one.family}"
    said = {f"{kind} {mark}" for kind, mark in blocks.marks(one) if "/" not in mark}
    things = {iri for local in one.local.values() for iri in local}
    things |= {names.places[id_].value for id_ in one.claim.places}
    found = {f"{about} {what}" for what in said} | {f"{about} {name}" for iri in things for name in known(iri)}
    first, last = one.begin.earliest, one.begin.latest
    days = (first.toordinal(), last.toordinal()) if one.dated and first and last else (None, None)
    yield from (Mark(_number(mark), days[0], days[1], one.document, one.iri) for mark in sorted(found))


def kept_story(of: Story) -> str:
    """What a document is about, as JSON."""
    told = {"issued": of.issued and of.issued.isoformat(), "names": sorted(of.names), "words": sorted(of.words)}
    return json.dumps(told, ensure_ascii=False)


def story_of(document: str, text: str) -> Story:
    """What a document is about, from its JSON."""
    told: dict[str, Any] = json.loads(text)
    issued = date.fromisoformat(told["issued"]) if told["issued"] else None
    return Story(document, issued, frozenset(told["names"]), frozenset(told["words"]))


def alone(names: Names) -> tuple[Told, ...]:
    """The claims of a document as if there were no other."""
    places = {
        names.places[p.id].value: replace(p, within=tuple(names.places[id_].value for id_ in p.within))
        for p in names.record.places
    }
    actors = {iri.value: iri.value for iri in names.actors.values()}
    return tuple(told(names, {iri: iri for iri in places}, places, actors))


def _fact(thing: Thing, like: Actor | Place) -> Fact:
    return Fact(_number(_written(thing, like)), thing, like)


def written(fact: Fact) -> str:
    """A fact as JSON; two that agree in all give the same."""
    return _written(fact.thing, fact.like)


def _written(thing: Thing, like: Actor | Place) -> str:
    bare = replace(like, id="", mentions=())
    known = {"sort": thing.sort, "names": sorted(thing.names), "country": thing.country, "links": sorted(thing.links)}
    return json.dumps({"kind": type(like).__name__, "thing": known, "like": asdict(bare)}, ensure_ascii=False)


def read(id_: int, text: str) -> Fact:
    """A fact from its JSON."""
    told: dict[str, Any] = json.loads(text)
    thing = told["thing"]
    like: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in told["like"].items()}
    made = Actor(**like) if told["kind"] == "Actor" else Place(**like)
    return Fact(
        id_,
        Thing(str(id_), thing["sort"], frozenset(thing["names"]), thing["country"], frozenset(thing["links"])),
        made,
    )


def _number(text: str) -> int:
    """A text as a whole number that SQLite can hold; that two texts share one is next to impossible."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)

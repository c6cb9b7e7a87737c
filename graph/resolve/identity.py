"""When two names are one thing: a shared link, or the same full name with nothing that speaks against it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal, TypeVar
from urllib.parse import urlsplit

from dateline.graph.model import Actor, Place
from dateline.graph.resolve.groups import Groups
from dateline.graph.vocabulary import content_key, mint

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ARTICLE = re.compile(r"^(the|a|an)\s+")


@dataclass(frozen=True, slots=True)
class Thing:
    """An actor or a place of one record, as far as its identity goes.

    `sort` is what things of one name must share (the kind of an actor), `names` are its names made alike, of which any
    may be shared; none where a name is too little to go by.
    """

    iri: str
    sort: str
    names: frozenset[str]
    country: str | None
    links: frozenset[str]


def same_name(name: str) -> str:
    """A name for comparison: case, accents, points, articles and invisible characters apart.

    Letters of other scripts stay as they are: a look-alike is not the same name.
    """
    plain = unicodedata.normalize("NFKD", _INVISIBLE.sub("", name)).casefold()
    bare = "".join(char for char in plain if not unicodedata.combining(char)).replace("'s ", " ").replace(".", "")
    return _ARTICLE.sub("", " ".join(re.findall(r"\w+", bare)))


def is_generic(actor: Actor) -> bool:
    """Whether the name is a common noun: too little to know one by elsewhere.

    A link makes it more than that, and so does a country, but for a single person ("an Egyptian man"). Capitals do not
    where the document never uses it as a name: headlines write every word so.
    """
    if actor.links or is_named(actor):
        return not actor.links and not actor.country and not _written_as_name(actor.name)
    if actor.kind == "Person":
        return True
    return not actor.country and (len(actor.name.split()) == 1 or not _written_as_name(actor.name))


def is_named(actor: Actor) -> bool:
    """Whether the document calls it by a name, or means one by an office; taken for so where mentions are not known."""
    return actor.written is not None or not actor.mentions or any(mention.form == "name" for mention in actor.mentions)


def _written_as_name(name: str) -> bool:
    return any(char.isupper() or char.isdigit() for char in name)


def identify(things: Sequence[Thing]) -> Groups:
    """Sets of IRIs of things that are one.

    Things that share a link are one. Things of one sort that share a name are one if no two of them are at odds: in two
    countries, or under two links of one authority. Where some are at odds, a name joins only those that agree in
    country and link.
    """
    groups = Groups(thing.iri for thing in things)
    by_link: dict[str, str] = {}
    for thing in things:
        for link in thing.links:
            groups.join(thing.iri, by_link.setdefault(link, thing.iri))
    by_iri = {thing.iri: thing for thing in things}
    linked = {members[0]: [by_iri[iri] for iri in members] for members in groups.sets()}
    by_name: dict[tuple[str, str], set[str]] = {}
    for least, members in linked.items():
        for thing in members:
            for name in thing.names:
                by_name.setdefault((thing.sort, name), set()).add(least)
    known = {least: _Known.of(members) for least, members in linked.items()}
    for _, group in sorted(by_name.items()):
        _join_by_name(sorted(group), known, groups)
    return groups


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a set of things that share links."""

    countries: frozenset[str]
    links: frozenset[str]

    @classmethod
    def of(cls, things: Iterable[Thing]) -> _Known:
        things = list(things)
        return cls(
            frozenset(thing.country for thing in things if thing.country),
            frozenset(link for thing in things for link in thing.links),
        )

    @property
    def identity(self) -> tuple[object, ...]:
        return (tuple(sorted(self.countries)), tuple(sorted(self.links)))

    def at_odds(self, other: _Known) -> bool:
        if self.countries and other.countries and self.countries.isdisjoint(other.countries):
            return True
        authorities = {urlsplit(link).netloc for link in self.links} & {urlsplit(link).netloc for link in other.links}
        return any(
            {link for link in self.links if urlsplit(link).netloc == authority}.isdisjoint(other.links)
            for authority in authorities
        )


def _join_by_name(group: Sequence[str], known: dict[str, _Known], groups: Groups) -> None:
    distinct = {known[least] for least in group}
    if any(one.at_odds(other) for one, other in combinations(distinct, 2)):
        firsts: dict[tuple[object, ...], str] = {}
        for least in group:
            groups.join(least, firsts.setdefault(known[least].identity, least))
    else:
        for least in group[1:]:
            groups.join(group[0], least)


def most_common(values: Iterable[str]) -> str:
    """The value told most often; among equals the longest, then the first of the alphabet."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], -len(v), v))


def still_open(things: Sequence[Actor] | Sequence[Place]) -> tuple[str, ...]:
    """What the name of these, which are one, could mean: nothing where any of them is linked or its text settles it."""
    if any(thing.links or not thing.could_be for thing in things):
        return ()
    return tuple(sorted({one for thing in things for one in thing.could_be}))


Merged = TypeVar("Merged", Actor, Place)


def tell_apart(things: Sequence[Merged], base: str, kind: Literal["actor", "place"]) -> list[Merged]:
    """The things, those whose name and facts are all alike under IRIs made from their first member."""
    times = Counter(thing.id for thing in things)
    return [thing if times[thing.id] == 1 else by_member(thing, base, kind) for thing in things]


def by_member(thing: Merged, base: str, kind: Literal["actor", "place"]) -> Merged:
    """The thing under an IRI made from its first member."""
    return replace(thing, id=mint(base, kind, content_key(thing.name, thing.members[0])).value)

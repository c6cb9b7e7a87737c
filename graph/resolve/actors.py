"""Actors of all records: merged by link, by full name, kind and country, and, where a word such as "the workers" names
a group, by the event that they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.graph.model import Actor
from dateline.graph.naming import Names
from dateline.graph.resolve.alike import SPELLED, reasons
from dateline.graph.resolve.claims import ROLES, Told
from dateline.graph.resolve.groups import Groups
from dateline.graph.resolve.identity import Thing, identify, is_generic, most_common, same_name, still_open, tell_apart
from dateline.graph.resolve.spelling import spelled
from dateline.graph.vocabulary import content_key, mint

_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof", "professor", "president", "chancellor"}
    | {"minister", "senator", "sen", "governor", "gov", "general", "gen", "colonel", "col", "major", "captain", "capt"}
    | {"lieutenant", "lt", "sergeant", "sgt", "admiral", "judge", "justice", "mayor", "king", "queen", "prince"}
    | {"princess", "pope", "bishop", "archbishop", "imam", "sheikh", "ayatollah", "rabbi", "ambassador", "prime"}
)
"""Words before a person's name that are no part of it."""


def local_actors(names: Sequence[Names]) -> dict[str, Actor]:
    """The actors of all records by IRI."""
    return {name.actors[actor.id].value: actor for name in names for actor in name.record.actors}


def same_actors(local: Mapping[str, Actor]) -> Groups:
    """Sets of the actors that are one by link or name."""
    return identify([actor_thing(iri, actor) for iri, actor in local.items()])


def resolve_actors(
    local: Mapping[str, Actor], groups: Groups, events: Sequence[Sequence[Told]], base: str
) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """The merged actors, and for the IRI of each record's actor that of the merged one.

    `groups` is what `same_actors` found, `events` the claims of each event: actors of one kind and one name that play
    the same part in one event are one.
    """
    for claims in events:
        for one, other in same_part([claim.local for claim in claims], local):
            groups.join(one, other)
    one_each = [merged(members, [local[iri] for iri in members], base) for members in groups.sets()]
    actors = sorted(tell_apart(one_each, base, "actor"), key=lambda actor: actor.id)
    told = tuple(replace(actor, reasons=_reasons({iri: local[iri] for iri in actor.members})) for actor in actors)
    return told, {member: actor.id for actor in actors for member in actor.members}


def _reasons(members: Mapping[str, Actor]) -> tuple[str, ...]:
    return reasons([actor_thing(*each) for each in members.items()], [*members.values()])


def same_part(told: Iterable[Mapping[str, Sequence[str]]], local: Mapping[str, Actor]) -> Iterator[tuple[str, str]]:
    """Pairs of actors of one kind and one name that play the same part in one event, of whose claims `told` gives the
    actors by role."""
    told = list(told)
    for role in ROLES:
        players: dict[tuple[str, str], str] = {}
        for iri in sorted({iri for roles in told for iri in roles[role]}):
            one = players.setdefault((local[iri].kind, same_name(local[iri].name)), iri)
            if one != iri and _agree(local[one], local[iri]):
                yield one, iri


def actor_thing(iri: str, actor: Actor) -> Thing:
    """An actor of one record as far as its identity goes."""
    names = {_untitled(same_name(name), actor) for name in (actor.name, *actor.aliases) if _tells(name, actor)}
    names |= {f"{SPELLED}{form}" for name in names if (form := spelled(name, actor.country))}
    return Thing(iri, actor.kind, frozenset(names - {""}), actor.country, frozenset(actor.links))


def _tells(name: str, actor: Actor) -> bool:
    """Whether a name is enough to know the actor by: no common noun, no single word of a person's name, no alias of one
    word unless it is an acronym."""
    words = _untitled(same_name(name), actor).split()
    if is_generic(actor) or (actor.kind == "Person" and len(words) < 2):
        return False
    return name == actor.name or (name.isupper() if len(words) < 2 else any(char.isupper() for char in name))


def _untitled(name: str, actor: Actor) -> str:
    """A person's name without the titles before it."""
    words = name.split()
    first = next((n for n, word in enumerate(words) if word not in _TITLES), len(words))
    return " ".join(words[first:]) if actor.kind == "Person" else name


def _agree(one: Actor, other: Actor) -> bool:
    return not one.country or not other.country or one.country == other.country


def merged(members: Sequence[str], actors: Sequence[Actor], base: str) -> Actor:
    """The actor that these are, without the reasons, under an IRI that a namesake may share (`identity.tell_apart`)."""
    name = most_common(actor.name for actor in actors)
    kind = most_common(actor.kind for actor in actors)
    countries = [actor.country for actor in actors if actor.country]
    sectors = [actor.sector for actor in actors if actor.sector]
    links = tuple(sorted({link for actor in actors for link in actor.links}))
    aliases = {alias for actor in actors for alias in (actor.name, *actor.aliases)} - {name}
    country = most_common(countries) if countries else None
    return Actor(
        id=bare_iri(name, kind, country, links, base),
        name=name,
        kind=kind,
        country=country,
        sector=most_common(sectors) if sectors else None,
        links=links,
        aliases=tuple(sorted(aliases)),
        members=tuple(sorted(members)),
        could_be=still_open(actors),
    )


def bare_iri(name: str, kind: str, country: str | None, links: Sequence[str], base: str) -> str:
    """The IRI of a merged actor that has no namesake alike in all this."""
    return mint(base, "actor", content_key(name, kind, country, *links[:1])).value

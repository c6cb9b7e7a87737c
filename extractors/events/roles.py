"""Who did it, to whom, with what and where: the arguments of a trigger as actors and places of the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.extractors.actors.together import joint
from dateline.extractors.events.arguments import (
    after_preposition,
    coordinated,
    is_passive,
    is_verb,
    noun_doer,
    objects,
)
from dateline.extractors.events.members import named
from dateline.extractors.events.slots import modifiers, slot
from dateline.extractors.events.targets import (
    addressees,
    aim,
    aims_at_owners,
    answerable,
    asked,
    called_upon,
    complained_of,
    employers,
    opposed,
    spoken_of,
)
from dateline.extractors.events.targets import owners as owners_of
from dateline.extractors.events.triggers import Match, Scene
from dateline.extractors.events.undergone import parties, undergoing
from dateline.extractors.events.whereabouts import POPULAR, places_told
from dateline.extractors.words import word_lists
from dateline.graph.model import Actor, Place

_MAX_HOPS = 4


@dataclass(frozen=True, slots=True)
class Roles:
    """Ids of actors and places, in text order; `instruments` are the document's words."""

    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()


Told = tuple[Match, Roles]
"""A trigger with who and where it names."""


def roles(scene: Scene, match: Match) -> Roles:
    """The roles that the entry's slots and the tree give; an actor fills one role only, agents first."""
    entry, i = match.entry, match.anchor
    phrase = set(match.tokens)
    if entry.pos == "adjective":
        agents, patients = _modified(scene, match)
        participants: tuple[str, ...] = ()
    else:
        slots = [s for s in entry.agent if s != "compound" or not _has_sufferer_before(scene, match)]
        agents = _fillers(scene, i, slots, phrase, entry.type) or _bearers(scene, match, phrase)
        if not agents and "subject" not in entry.agent and not is_verb(scene.annotation.tokens[i]) and entry.agent:
            agents = _fillers(scene, i, ("subject",), phrase, entry.type)
        if not agents and is_verb(scene.annotation.tokens[i]) and is_passive(scene.annotation, i):
            agents = _in_answer(scene, i) or _moved(scene, match, phrase)
        if not agents and not is_verb(scene.annotation.tokens[i]) and entry.type not in POPULAR:
            sides = (x for t in parties(scene.annotation, i) for x in actors_at(scene, t))
            agents = tuple(dict.fromkeys(x for x in sides if _takes_sides(scene.actors[x], entry.type)))
        patients = _fillers(scene, i, entry.patient, phrase, entry.type, owners=True)
        participants = _fillers(scene, i, entry.participant, phrase, entry.type)
        if not patients and not participants and entry.patient:
            patients = tuple(dict.fromkeys(x for t in undergoing(scene.annotation, i) for x in actors_at(scene, t)))
        if not patients:
            patients = _targets(scene, match)
        if not patients and not participants:
            usual = word_lists("syntax.toml").get(f"usual.{entry.type}", frozenset()).difference(entry.patient)
            patients = _fillers(scene, i, sorted(usual), phrase, entry.type, owners=True)
    if entry.type == "Attack" and not agents:
        agents = tuple(p for p in patients if _has_name_of_a_bomber(scene, p))
    patients = tuple(p for p in patients if p not in agents and not _mere_count(scene, p, entry.type))
    participants = tuple(p for p in participants if p not in agents and p not in patients)
    return Roles(agents, patients, participants, places_told(scene, match), _instruments(scene, i))


def _takes_sides(actor: Actor, event_type: str) -> bool:
    """Whether somebody who died in a clash may have fought in it: a person by name, or people under arms."""
    fighters = word_lists("sides.toml")
    armed = actor.sector in fighters["sectors.armed"] | fighters["sectors.police"]
    return event_type != "Attack" or actor.kind == "Person" or armed


def _has_sufferer_before(scene: Scene, match: Match) -> bool:
    """Whether whom it befell stands before the noun, so that what stands between names no doer: "his FBI arrest"."""
    return "poss" in match.entry.patient and bool(slot(scene.annotation, match.anchor, "poss"))


def _is_setting(scene: Scene, token: int, name: str, event_type: str) -> bool:
    """Whether a country's own name before an act of violence says where it was: "the Somalia attack", not "the U.S.
    attack", "the Israeli attack" or "the Russia-backed attack"."""
    word, after = scene.annotation.tokens[token], scene.annotation.tokens[token + 1 : token + 2]
    own_name = word.tag == "NNP" and word.text.isalpha() and word.text.istitle() and [t.text for t in after] != ["-"]
    return name == "compound" and event_type in ("Attack", "Abduct") and own_name


def _has_name_of_a_bomber(scene: Scene, actor: str) -> bool:
    """Whether somebody is called a bomber: "the bomber was killed in the blast" names no target."""
    bombers = word_lists("syntax.toml")["nouns.bomber"]
    return any(m.text.lower().split()[-1] in bombers for m in scene.actors[actor].mentions)


def _mere_count(scene: Scene, actor: str, event_type: str) -> bool:
    """ "Three people were hurt" names nobody; it is told by the event's figures."""
    lists = word_lists("syntax.toml")
    return event_type in lists["targets.counted"] and scene.actors[actor].name.lower() in lists["nouns.anybody"]


def _fillers(
    scene: Scene, i: int, slots: Iterable[str], phrase: set[int], event_type: str, owners: bool = False
) -> tuple[str, ...]:
    found: dict[str, None] = {}
    owned: dict[str, list[str]] = {}
    where = ("in", "at", *(("poss", "compound") if event_type in POPULAR else ()), *(() if owners else ("on",)))
    for name in slots:
        filled = [t for t in slot(scene.annotation, i, name) if t not in phrase or t in scene.actor_heads]
        if name == "as" and found:
            continue  # "elected Ann as its chair"
        if name == "by":
            filled = [t for t in filled if not _did_another_thing(scene, i, t)]
        for token in coordinated(scene.annotation, named(scene, filled)):
            actors = tuple(actors_at(scene, token, owners))
            if owners and not actors and aims_at_owners(event_type):
                owned.setdefault(name, []).extend(owners_of(scene, token))
            if name == "subject" and not actors:  # "a protest by students demanding …": the doer of the deed demands
                doers = (d for d in _doers(scene, token) if not _is_setting(scene, d, "compound", event_type))
                actors = tuple(x for doer in doers for x in actors_at(scene, doer))
            for actor in actors:
                if scene.actors[actor].kind == "Country" and (
                    name in where or _is_setting(scene, token, name, event_type)
                ):
                    continue  # "a vote in Iraq", "Colombia protests" name where; "a vote in parliament" names who
                found.setdefault(actor)
    beside = [x for name, whose in owned.items() if name != "object" for x in whose]  # "blamed the delay on his order"
    return tuple(found or dict.fromkeys(beside or owned.get("object", [])))


def _did_another_thing(scene: Scene, i: int, doer: int) -> bool:
    """Whether a "by" tells who did the thing that the act is about: "a protest against violations by the police"."""
    a = scene.annotation
    thing = a.head(a.tokens[doer].head)
    about = a.head(thing.i).lemma in ("against", "over", "about", "for", "at") and thing.dep == "pobj"
    return about and thing.i != i and thing.i not in {*scene.actor_heads, *scene.actor_at, *scene.place_at}


def _targets(scene: Scene, match: Match) -> tuple[str, ...]:
    """Whom the act is aimed at by what is demanded in it, or by whom its doers work for."""
    i, entry = match.anchor, match.entry
    a = scene.annotation
    against = [x for t in opposed(a, i) for x in actors_at(scene, t)] if "against" in entry.patient else []
    aims: list[int] = []
    if aims_at_owners(entry.type):  # "rejected the union's demand"
        phrase = (t for t in match.tokens if t != i and not (t in scene.actor_at and a.tokens[t].pos == "NOUN"))
        aims += [*phrase, *(objects(a, i) if is_verb(a.tokens[i]) else ())]
    if entry.type in ("Request", "Accuse"):
        aims += called_upon(scene, i)
        aims += complained_of(a, i)
        aims += addressees(a, i)
        aims += asked(scene, i) if entry.type == "Request" else ()
    if entry.subtype == "Investigation":
        aims += [t.i for clause in a.children(i, "ccomp") for t in a.children(clause.i, "nsubj")]
    if entry.type == "Protest":
        aims += aim(scene, i)
    if entry.type in word_lists("syntax.toml")["targets.content"]:
        aims += coordinated(a, spoken_of(scene, i))
    behind = answerable if entry.type == "Protest" else owners_of
    found = [x for t in aims for x in tuple(actors_at(scene, t)) or tuple(behind(scene, t))]
    if not found and entry.subtype == "Strike":
        workers = [t for name in entry.agent for t in slot(a, i, name)]
        found = [x for t in coordinated(a, workers) for x in employers(scene, t)]
    found = [x for x in found if scene.actors[x].kind != "Country" or entry.type != "Protest"]  # it says where
    return tuple(dict.fromkeys([*against, *found]))


def _doers(scene: Scene, noun: int) -> tuple[int, ...]:
    a = scene.annotation
    if a.tokens[noun].pos not in ("NOUN", "PROPN"):
        return ()
    return coordinated(a, noun_doer(a, noun) or modifiers(a, noun))


def _bearers(scene: Scene, match: Match, phrase: set[int]) -> tuple[str, ...]:
    """ "the protest movement led by students": a noun that the event only qualifies carries its doers, or is one."""
    token, slots = scene.annotation.tokens[match.anchor], match.entry.agent
    if token.dep != "compound" or not slots:
        return ()
    carried = _fillers(scene, token.head, (*slots, "subject"), {*phrase, match.anchor}, match.entry.type)
    return carried or tuple(actors_at(scene, token.head))


def actors_at(scene: Scene, token: int, owners: bool = False) -> Iterator[str]:
    """Actors that a noun stands for: itself, the people counted ("hundreds of"), or whom a thing belongs to."""
    a = scene.annotation
    for _ in range(_MAX_HOPS):
        together = joint(a, a.tokens[token])
        if together:
            yield from (actor for one in together for actor in actors_at(scene, one))
            return
        if token in scene.actor_at and not _mere_collection(scene, token):
            yield scene.actor_at[token]
            return
        if token in scene.place_at:
            yield from _nation(scene, scene.places[scene.place_at[token]])
            return
        lemma = a.tokens[token].lemma
        if lemma in word_lists("syntax.toml")["nouns.quantity"] or a.tokens[token].pos == "NUM":
            of = list(after_preposition(a, token, "of"))
            if not of:
                return
            token = of[0]
        elif owners and lemma in word_lists("syntax.toml")["nouns.property"]:
            yield from _owners(scene, token)
            return
        else:
            return


def _mere_collection(scene: Scene, token: int) -> bool:
    """ "A group of refugees": the refugees act, and "group" by itself names nobody."""
    a = scene.annotation
    noun = a.tokens[token]
    bare = scene.actors[scene.actor_at[token]].name.lower() == noun.lemma
    members = bare and noun.lemma in word_lists("syntax.toml")["nouns.quantity"]
    return members and any(t in scene.actor_at for t in after_preposition(a, token, "of"))


def _nation(scene: Scene, place: Place) -> Iterator[str]:
    """A country that acts under its name as a place: "the U.S.-led invasion"."""
    if place.kind == "country":
        named = (a.id for a in scene.actors.values() if a.kind == "Country" and a.country == place.country)
        yield from list(named)[:1]


def _owners(scene: Scene, thing: int) -> Iterator[str]:
    """ "the camps of the militia", "U.S. bases", "the car that had the leader in it"."""
    a = scene.annotation
    held = [c for c in a.children(thing, "relcl", "acl") if c.lemma in word_lists("syntax.toml")["nouns.holding"]]
    head = a.head(thing)
    if a.tokens[thing].dep == "nsubj" and head.lemma in word_lists("syntax.toml")["nouns.holding"]:
        held.append(head)
    for verb in held:
        inside = [t.i for t in a.children(verb.i, "dobj", "attr")]
        inside += [t for p in a.children(verb.i, "prep") for t in (c.i for c in a.children(p.i, "dobj", "appos"))]
        for token in coordinated(a, inside):
            yield from actors_at(scene, token)
            for other in a.children(token, "appos"):
                yield from actors_at(scene, other.i)
    nearby = [t.i for t in a.children(thing, "poss", "compound", "amod", "nmod")]
    nearby += after_preposition(a, thing, "of", "for", "belonging")
    for token in coordinated(a, nearby):
        if token in scene.actor_at:
            yield scene.actor_at[token]


def _modified(scene: Scene, match: Match) -> tuple[tuple[str, ...], tuple[str, ...]]:
    noun = scene.annotation.tokens[match.anchor].head
    whom = tuple(dict.fromkeys(actors_at(scene, noun)))
    by = _fillers(scene, match.anchor, ("by",), set(), match.entry.type)
    return (whom, ()) if match.entry.modified == "agent" else (by, whom)


def _moved(scene: Scene, match: Match, phrase: set[int]) -> tuple[str, ...]:
    moved = match.entry.type in word_lists("syntax.toml")["targets.moved"]
    return _fillers(scene, match.anchor, ("object",), phrase, match.entry.type) if moved else ()


def _in_answer(scene: Scene, verb: int) -> tuple[str, ...]:
    """ "were killed in the brutal response by the police": the doer hangs on the noun of the answer."""
    a = scene.annotation
    found: dict[str, None] = {}
    for noun in after_preposition(a, verb, "in", "during"):
        if a.tokens[noun].lemma in word_lists("syntax.toml")["support.answers"]:
            for token in coordinated(a, slot(a, noun, "by") or slot(a, noun, "poss")):
                found.update(dict.fromkeys(actors_at(scene, token)))
    return tuple(found)


def _instruments(scene: Scene, i: int) -> tuple[str, ...]:
    """Weapons and means: "with a knife", "using tear gas"."""
    a = scene.annotation
    found = []
    nouns = [n for n in after_preposition(a, i, "with") if is_verb(a.tokens[i])]
    for using in a.children(i, "advcl", "acl"):
        if using.lemma == "use":
            nouns += objects(a, using.i)
    for noun in nouns:
        if noun not in scene.actor_at and noun not in scene.place_at and a.tokens[noun].pos == "NOUN":
            words = [t.i for t in a.children(noun, "compound", "amod")] + [noun]
            if a.tokens[noun].lemma in word_lists("syntax.toml")["nouns.weapon"]:
                found.append(a.quote(min(words), max(words) + 1))
    return tuple(found)

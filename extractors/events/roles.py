"""Who did it, to whom, with what and where: the arguments of a trigger as actors and places of the record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.extractors.events.aiming import aimed_at
from dateline.extractors.events.arguments import (
    after_preposition,
    coordinated,
    is_passive,
    is_verb,
    noun_doer,
    objects,
    support_verb,
)
from dateline.extractors.events.instruments import instruments
from dateline.extractors.events.lexicon import Entry, entries_at
from dateline.extractors.events.members import named
from dateline.extractors.events.partaking import (
    attending,
    dealing,
    parties,
    planting,
    same_act,
    spoken_to,
    using,
    voicing,
)
from dateline.extractors.events.slots import across, modifiers, slot
from dateline.extractors.events.standing import actors_at, actors_of
from dateline.extractors.events.status import factuality
from dateline.extractors.events.targets import aims_at_owners
from dateline.extractors.events.targets import owners as owners_of
from dateline.extractors.events.things import only_where, things_hit, told_apart
from dateline.extractors.events.triggers import Match, Scene
from dateline.extractors.events.undergone import befallen, targeted, undergoing
from dateline.extractors.events.whereabouts import POPULAR, places_told
from dateline.extractors.syntax import Annotation
from dateline.extractors.words import word_lists
from dateline.graph.model import MUTUAL, Actor


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
    entry, phrase = match.entry, set(match.tokens)
    if _tells_sufferers(scene, match):
        return Roles((), (), (), places_told(scene, match), instruments(scene, match.anchor))
    if entry.pos == "adjective":
        agents, patients = _modified(scene, match)
        participants: tuple[str, ...] = ()
    else:
        agents = _agents(scene, match, phrase)
        participants = _fillers(scene, match.anchor, entry.participant, phrase, entry.type)
        patients = _patients(scene, match, phrase, alone=not participants)
    if entry.type == "Attack" and not agents:
        agents = tuple(p for p in patients if _has_name_of_a_bomber(scene, p))
    none = {*agents, *_own(scene, match)}
    patients = tuple(p for p in patients if p not in none)
    patients = told_apart(scene, match, patients)
    stands = entry.type == "Attack"  # "clinic violence": a building fights with nobody
    participants = tuple(
        p for p in participants if p not in agents and p not in patients and not (stands and _is_premises(scene, p))
    )
    return Roles(agents, patients, participants, places_told(scene, match), instruments(scene, match.anchor))


def _tells_sufferers(scene: Scene, match: Match) -> bool:
    """Whether a deed only tells what those suffered who are spoken of: "paid tribute to bombing victims"."""
    last = max(match.tokens)
    behind = scene.annotation.tokens[last + 1 : last + 2]
    fills = any(t.lemma in word_lists("syntax.toml")["nouns.sufferer"] for t in behind)
    harm = match.entry.type in ("Attack", "Abduct", "Crime") and match.entry.pos != "adjective"
    return harm and fills and last == match.anchor and not scene.annotation.children(last, "nsubj", "aux", "auxpass")


def _agents(scene: Scene, match: Match, phrase: set[int]) -> tuple[str, ...]:
    """Who does it: who fills the entry's slots, else whoever the construction around it makes its doer."""
    entry, i, a = match.entry, match.anchor, scene.annotation
    towards = _towards(scene, match)
    slots = [s for s in (*entry.agent, *_told_beside(scene, match)) if s not in ("compound", *towards)]
    before = () if _has_sufferer_before(scene, match) else _before(scene, match, phrase, hit=False)
    agents = (*_fillers(scene, i, slots, phrase, entry.type), *before) or _bearers(scene, match, phrase)
    if agents:
        return tuple(dict.fromkeys(agents))
    if is_verb(a.tokens[i]):
        if is_passive(a, i):
            return _in_answer(scene, i) or _moved(scene, match, phrase)
        return actors_of(scene, planting(a, i)) if entry.type == "Attack" else ()
    if entry.agent and (agents := _fillers(scene, i, ("subject",), phrase, entry.type)):
        return agents
    doers = attending(a, i, entry.type) or voicing(a, i, entry.type) or dealing(a, i, entry.type)
    if agents := actors_of(scene, coordinated(a, doers)):
        return agents
    if entry.type not in POPULAR:
        sides = actors_of(scene, parties(a, i))
        if agents := tuple(x for x in sides if _takes_sides(scene.actors[x], entry.type)):
            return agents
    return actors_of(scene, same_act(a, i, entry.type)[0])


def _patients(scene: Scene, match: Match, phrase: set[int], alone: bool) -> tuple[str, ...]:
    """Whom it is done to, likewise; `alone` where nobody merely takes part in it."""
    entry, i, a = match.entry, match.anchor, scene.annotation
    if entry.type not in MUTUAL and (hit := actors_of(scene, targeted(a, i))):
        return hit
    slots = [s for s in (*entry.patient, *_towards(scene, match)) if s not in ("compound", *_told_beside(scene, match))]
    patients = _fillers(scene, i, slots, phrase, entry.type, owners=True)
    patients = tuple(dict.fromkeys((*patients, *_before(scene, match, phrase, hit=True))))
    patients = patients or actors_of(scene, same_act(a, i, entry.type)[1])
    if not patients and alone and entry.patient:
        patients = actors_of(scene, undergoing(a, i) or spoken_to(a, i, entry.type))
    patients = patients or aimed_at(scene, match)
    if not patients and alone and entry.patient and entry.subtype != "ArmedClash":
        judges = ("COP", "JUD") if entry.type in ("Accuse", "Threaten") else ()  # "the court dismissed the complaint"
        hit = actors_of(scene, befallen(a, i, entry.type))
        patients = tuple(x for x in hit if scene.actors[x].sector not in judges)
    if not patients and alone:
        usual = word_lists("syntax.toml").get(f"usual.{entry.type}", frozenset()).difference(entry.patient)
        patients = _fillers(scene, i, sorted(usual), phrase, entry.type, owners=True)
    return patients or (things_hit(scene, match) if alone else ())


def _told_beside(scene: Scene, match: Match) -> tuple[str, ...]:
    """ "poss" where an owner who would else suffer the deed did it, as the text says whom it hit: "the army's killing
    of two nurses"."""
    both = {"of", "poss"} <= {*match.entry.patient} and bool(slot(scene.annotation, match.anchor, "poss"))
    hit = slot(scene.annotation, match.anchor, "of") if both else ()
    return ("poss",) if any(t in scene.actor_at for t in hit) else ()


def _towards(scene: Scene, match: Match) -> tuple[str, ...]:
    """ "of" where an owner is told to do it, and so not whom "of" names: "her endorsement of the senator"."""
    both = {"of", "poss"} <= {*match.entry.agent} and bool(slot(scene.annotation, match.anchor, "poss"))
    return ("of",) if both and "of" not in match.entry.patient else ()


def _takes_sides(actor: Actor, event_type: str) -> bool:
    """Whether somebody who died in a clash may have fought in it: a person by name, or people under arms."""
    fighters = word_lists("sides.toml")
    armed = actor.sector in fighters["sectors.armed"] | fighters["sectors.police"]
    return event_type != "Attack" or actor.kind == "Person" or armed


def _has_sufferer_before(scene: Scene, match: Match) -> bool:
    """Whether whom it befell stands before the noun, so that what stands between names no doer: "his FBI arrest"."""
    return "poss" in match.entry.patient and bool(slot(scene.annotation, match.anchor, "poss"))


def _is_setting(scene: Scene, token: int, name: str, event_type: str) -> bool:
    """Whether a country's own name before an event noun says where it was: "the Somalia attack", "the Malaysia visit",
    not "the U.S. attack", "the Israeli attack", "the Russia-backed attack" or "the India-Pakistan talks"."""
    word, after = scene.annotation.tokens[token], scene.annotation.tokens[token + 1 : token + 2]
    joined = "-" in [t.text for t in (*after, *scene.annotation.tokens[max(token - 1, 0) : token])]
    own_name = word.tag == "NNP" and word.text.isalpha() and word.text.istitle() and not joined
    return name == "compound" and event_type in ("Attack", "Abduct", "Consult") and own_name


def _before(scene: Scene, match: Match, phrase: set[int], hit: bool) -> tuple[str, ...]:
    """Who stands before an event noun and suffers the deed, or does it: "the hotel bombing", "the rebel bombing"."""
    entry = match.entry
    if "compound" not in (*entry.agent, *entry.patient) or (entry.type == "Disaster" and not hit):
        return ()
    found = _fillers(scene, match.anchor, ("compound",), phrase, entry.type, owners=hit)
    return tuple(x for x in found if _is_hit(scene, x, entry) == hit)


def _own(scene: Scene, match: Match) -> tuple[str, ...]:
    """Whom a state only moves to punish another: "recalled its ambassador"."""
    a, i = scene.annotation, match.anchor
    if match.entry.type != "Sanction" or not is_verb(a.tokens[i]):
        return ()
    return actors_of(scene, (t for t in objects(a, i) if any(p.tag == "PRP$" for p in a.children(t, "poss"))))


def _taken_as(scene: Scene, token: int) -> bool:
    """Whether a word only says as what people are held: "took two nurses hostage"."""
    word = scene.annotation.tokens[token]
    return (
        word.lemma in ("hostage", "captive", "prisoner")
        and word.tag == "NN"
        and not scene.annotation.children(token, "det", "poss", "nummod")
    )


def _is_hit(scene: Scene, actor: str, entry: Entry) -> bool:
    """Whether whoever stands before an event noun suffers it: "the Corner Cafe attack", "the Dolan inquiry", but not
    "the police attack", "the police inquiry"."""
    who, sectors = scene.actors[actor], word_lists("sides.toml")
    if entry.type == "Attack" and "compound" in entry.patient:
        return who.kind != "Country" and who.sector not in sectors["sectors.armed"] | sectors["sectors.police"]
    if entry.type == "Attack":
        return _is_premises(scene, who.id)
    if entry.type == "Judge":
        return who.kind == "Person" and who.sector not in ("COP", "JUD")
    if entry.type == "Vote":  # "the Senate race"
        return who.kind == "Person"
    if entry.type == "Disaster" and who.kind == "Organization" and all(m.form != "name" for m in who.mentions):
        return who.id in scene.thing_at.values()  # "a bus crash", not "an airline crash"
    return "compound" in entry.patient


def _is_premises(scene: Scene, actor: str) -> bool:
    """Whether an actor is told by a building or other place: "the Corner Cafe", "clinic"."""
    who, nouns = scene.actors[actor], word_lists("syntax.toml")
    return who.kind != "Group" and not nouns["nouns.premises"].isdisjoint(who.name.lower().split())


def _has_name_of_a_bomber(scene: Scene, actor: str) -> bool:
    """Whether somebody is called a bomber: "the bomber was killed in the blast" names no target."""
    bombers = word_lists("syntax.toml")["nouns.bomber"]
    return any(m.text.lower().split()[-1] in bombers for m in scene.actors[actor].mentions)


def _fillers(
    scene: Scene, i: int, slots: Iterable[str], phrase: set[int], event_type: str, owners: bool = False
) -> tuple[str, ...]:
    found: dict[str, None] = {}
    owned: dict[str, list[str]] = {}
    where = ("in", "at", *(("poss", "compound") if event_type in POPULAR else ()), *(() if owners else ("on",)))
    for name in slots:
        own = [t for t in slot(scene.annotation, i, name) if t not in phrase or _stands_for_itself(scene, t, owners)]
        filled = own or list(across(scene.annotation, i, phrase, name))
        filled = [t for t in filled if not _taken_as(scene, t)]
        if name == "as" and found:
            continue  # "elected Ann as its chair"
        if name == "by":
            filled = [t for t in filled if not _did_another_thing(scene, i, t)]
        if name == "subject":
            filled = [t for t in filled if not _suffered_what_did(scene, i, t)]
        if name in ("to", "for") and owned.get("object"):
            continue  # "praised the mayor's outreach to farmers" praises the mayor
        for token in coordinated(scene.annotation, named(scene, filled)):
            actors = tuple(actors_at(scene, token, owners))
            if owners and not actors and name != "subject" and aims_at_owners(event_type):
                owned.setdefault(name, []).extend(owners_of(scene, token))
            if name == "by" and not actors:  # "killed by a bomb planted by rebels"
                actors = actors_of(scene, using(scene.annotation, token, "support.wielding"))
            if name == "subject" and not actors:  # "a protest by students demanding …": the doer of the deed demands
                doers = (d for d in _doers(scene, token) if not _is_setting(scene, d, "compound", event_type))
                actors = tuple(x for doer in doers for x in actors_at(scene, doer))
            for actor in actors:
                if scene.actors[actor].kind == "Country" and (
                    name in where or _is_setting(scene, token, name, event_type)
                ):
                    continue  # "a vote in Iraq", "Colombia protests" name where; "a vote in parliament" names who
                if event_type == "Disaster" and token in scene.place_at and only_where(scene, i, name):
                    continue
                found.setdefault(actor)
    beside = [x for name, whose in owned.items() if name != "object" for x in whose]  # "blamed the delay on his order"
    return tuple(found or dict.fromkeys(beside or owned.get("object", [])))


def _stands_for_itself(scene: Scene, token: int, owners: bool) -> bool:
    """Whether a word of the phrase is somebody, or what stands for its owner."""
    return token in scene.actor_heads or (owners and _is_property(scene, token))


def _is_property(scene: Scene, token: int) -> bool:
    """Whether a noun names what stands for whoever is told to own it: "captured the rebels' last stronghold"."""
    a = scene.annotation
    owned = a.children(token, "poss") or any(after_preposition(a, token, "of"))
    return bool(owned) and a.tokens[token].lemma in word_lists("syntax.toml")["nouns.property"]


def _suffered_what_did(scene: Scene, verb: int, subject: int) -> bool:
    """Whether what killed or destroyed is the deed, and not what the deed hit: "the bombing of a clinic that killed two
    nurses"."""
    a = scene.annotation
    effects = word_lists("figures.toml")
    told = {*effects["effects.fatalities"], *effects["effects.injured"], "leave"}
    told |= word_lists("syntax.toml")["support.harming"]
    place = a.tokens[subject]
    while place.dep in ("appos", "conj") and a.head(place.i).pos in ("NOUN", "PROPN"):
        place = a.head(place.i)  # "the bombings in Lyon, the capital, and Nice, France, which left ten dead"
    link = a.head(place.i)
    clauses = {t.i for t in a.children(subject, "relcl") for t in (t, *a.children(t.i, "conj"))}
    thing = verb in clauses and not any(t.lemma == "who" for c in clauses for t in a.children(c, "nsubj"))
    under = link.lemma in ("of", "on", "against", "at", "in", "near") and _is_of(a.head(link.i).lemma, "Attack")
    return thing and a.tokens[verb].lemma in told and under and a.head(link.i).pos == "NOUN"


def _did_another_thing(scene: Scene, i: int, doer: int) -> bool:
    """Whether a "by" tells who did the thing that the act is about: "a protest against violations by the police"."""
    a = scene.annotation
    thing = a.head(a.tokens[doer].head)
    about = a.head(thing.i).lemma in ("against", "over", "about", "for", "at") and thing.dep == "pobj"
    return about and thing.i != i and thing.i not in {*scene.actor_heads, *scene.actor_at, *scene.place_at}


def _doers(scene: Scene, noun: int) -> tuple[int, ...]:
    a = scene.annotation
    if a.tokens[noun].pos not in ("NOUN", "PROPN") or only_said_of_them(a, noun):
        return ()
    written = a.tokens[noun].lemma in word_lists("syntax.toml")["targets.writings"]
    return (
        coordinated(a, after_preposition(a, noun, "from") if written else ())  # "a letter from the bank urges"
        or coordinated(a, noun_doer(a, noun))
        or using(a, noun, "support.wielding")
        or coordinated(a, modifiers(a, noun))
    )


def only_said_of_them(a: Annotation, anchor: int) -> bool:
    """Whether a fact's doers are only accused of it: "men suspected of carrying out the bombing"."""
    verb = None if is_verb(a.tokens[anchor]) else support_verb(a, anchor)
    return verb is not None and factuality(a, verb.i).settled


def _bearers(scene: Scene, match: Match, phrase: set[int]) -> tuple[str, ...]:
    """ "the protest movement led by students": a noun that the event only qualifies carries its doers, or is one."""
    token, slots = scene.annotation.tokens[match.anchor], match.entry.agent
    if token.dep != "compound" or not slots:
        return ()
    carried = _fillers(scene, token.head, (*slots, "subject"), {*phrase, match.anchor}, match.entry.type)
    return carried or tuple(actors_at(scene, token.head))


def _modified(scene: Scene, match: Match) -> tuple[tuple[str, ...], tuple[str, ...]]:
    a = scene.annotation
    noun = a.head(match.anchor)
    whom = tuple(dict.fromkeys(actors_at(scene, noun.i)))
    if not whom and noun.dep == "appos":  # "Ann Example, a convicted smuggler"
        whom = tuple(dict.fromkeys(actors_at(scene, noun.head)))
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
        if a.tokens[noun].lemma in word_lists("syntax.toml")["support.answers"] or _is_of(
            a.tokens[noun].lemma, "Attack"
        ):
            told = slot(a, noun, "by") or slot(a, noun, "poss")
            for token in coordinated(a, told or slot(a, noun, "compound")):
                found.update(dict.fromkeys(x for x in actors_at(scene, token) if told or _strikes(scene, token, x)))
    return tuple(found)


def _strikes(scene: Scene, token: int, who: str) -> bool:
    """Whether whoever stands before "attack" makes it: "rebel attacks", "Russian attacks"; not "the Mali attacks"."""
    if scene.actors[who].kind == "Country":
        return not _is_setting(scene, token, "compound", "Attack")
    sectors = word_lists("sides.toml")
    return scene.actors[who].sector in sectors["sectors.armed"] | sectors["sectors.police"]


def _is_of(noun: str, event_type: str) -> bool:
    """Whether a noun may tell of an event of a class."""
    return any(e.type == event_type and len(e.words) == 1 for e in entries_at("noun", noun))

"""Which actors a noun stands for: itself, those it counts, whoever it is said to be, or whose thing it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.extractors.actors.together import joint
from dateline.extractors.events.arguments import SUBJECTS, after_preposition, coordinated, grammatical_subject
from dateline.extractors.events.triggers import Scene
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists
from dateline.graph.model import Place

_MAX_HOPS = 4


def actors_of(scene: Scene, tokens: Iterable[int]) -> tuple[str, ...]:
    """The actors that the tokens stand for, each once, in the order of the tokens."""
    return tuple(dict.fromkeys(actor for token in tokens for actor in actors_at(scene, token)))


def actors_at(scene: Scene, token: int, owners: bool = False) -> Iterator[str]:
    """Actors that a noun stands for: itself, the people counted ("hundreds of"), or whom a thing belongs to."""
    a = scene.annotation
    for _ in range(_MAX_HOPS):
        together = joint(a, a.tokens[token])
        if together:
            yield from (actor for one in together for actor in actors_at(scene, one))
            return
        told = next(elided(a, token), _stood_for(a, token))
        if told in scene.actor_at and told != token:
            token = told
        if token in scene.actor_at and not _mere_collection(scene, token):
            yield scene.actor_at[token]
            return
        if token in scene.place_at:
            yield from _nation(scene, scene.places[scene.place_at[token]])
            return
        lemma = a.tokens[token].lemma
        if lemma in word_lists("syntax.toml")["nouns.quantity"] or a.tokens[token].pos == "NUM":
            of = [*after_preposition(a, token, "of"), *elided(a, token), *_body(scene, token)]
            if not of:
                return
            token = of[0]
        elif owners and lemma in word_lists("syntax.toml")["nouns.property"]:
            yield from _owners(scene, token)
            return
        else:
            return


def _body(scene: Scene, token: int) -> Iterator[int]:
    """The body right before the noun for its people: "Red Dawn members", not "Red Dawn service members"."""
    if scene.annotation.tokens[token].lemma == "member":
        near = scene.annotation.children(token, "compound", "nmod", "poss")
        yield from (t.i for t in near if t.i in scene.actor_at and (t.i == token - 1 or t.dep == "poss"))


def elided(a: Annotation, number: int) -> Iterator[int]:
    """The noun that a bare number leaves out: "attacked a hundred vessels and hijacked forty", "women, including three
    who sued"."""
    token, head = a.tokens[number], a.head(number)
    if token.pos != "NUM" or a.children(number, "prep"):
        return
    told: tuple[Token, ...] = ()
    if token.dep == "dobj" and head.dep == "conj":
        told = a.children(head.head, "dobj")
    elif (
        token.dep in SUBJECTS and head.dep == "conj" and not a.children(number, "det")
    ):  # "one of the rebels was killed and six were arrested"
        first = a.children(head.head, *SUBJECTS)
        told = (*first, *(t for one in first for p in a.children(one.i, "prep") for t in a.children(p.i, "pobj")))
    elif token.dep == "pobj" and head.lemma in ("include", "including"):
        above = a.head(head.i)
        told = (above,) if above.pos in ("NOUN", "PROPN") else a.children(above.i, "dobj", "nsubjpass")
    yield from (t.i for t in told if t.tag in ("NNS", "NNPS") and t.i < number)


def _stood_for(a: Annotation, token: int) -> int:
    """Who is said to be what the token names, if it is said: Ann in "Ann became the fifth coach fired"."""
    called = a.tokens[token]
    while called.dep == "conj" and called.pos == "NOUN":  # and not "the victims were Ann, Ben and Carl"
        called = a.head(called.i)  # "Ann is a nurse, a mother and a fighter who …"
    verb = a.head(called.i)
    copular = called.dep == "attr" and verb.lemma in ("be", "become", "remain")
    subjects = grammatical_subject(a, verb.i) if copular else ()
    return subjects[0] if len(subjects) == 1 else token


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

"""Whom an event befell where a later sentence says who they were.

"The victims were identified as Ann and Ivo", "police named the dead man as Ivo", "among the dead was a nurse", "the
hostages are Ann and Ivo": those named join the patients of the event whose people the sentence speaks of, the last one
told whose class such people are of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.extractors.events.arguments import after_preposition, is_passive, is_verb, objects
from dateline.extractors.events.standing import actors_at
from dateline.extractors.events.status import factuality
from dateline.extractors.events.triggers import Scene
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists
from dateline.graph.model import HAPPENED, Claim

_BACK = 6
"""Sentences after which no event's people are identified any more."""
_NAMING = frozenset({"identify", "name"})
_BEING = frozenset({"be", "include"})


def with_named(scene: Scene, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, those whose people are named later with them among their patients."""
    by_id = {c.id: c for c in claims}
    for whom, names in _namings(scene):
        found = tuple(x for t in names for x in actors_at(scene, t))
        told = _told_of(scene, whom, tuple(by_id.values()))
        if told is not None and scene.annotation.tokens[whom].lemma in word_lists("coreference.toml")["people.doing"]:
            by_id[told.id] = _done_by(scene, told, found)
        elif told is not None:
            by_id[told.id] = _befell(scene, told, whom, found)
    return tuple(by_id[c.id] for c in claims)


def _done_by(scene: Scene, claim: Claim, found: tuple[str, ...]) -> Claim:
    """The claim with those for doers who are said to be its gunmen or bombers, where nobody else is by name."""
    told = [scene.actors[i] for i in claim.agents]
    doing = word_lists("coreference.toml")["people.doing"]
    others = (x for x in told if x.kind == "Group" and doing.isdisjoint(x.name.lower().split()))
    if any(m.form == "name" for x in told for m in x.mentions) or any(others):
        return claim
    return replace(claim, agents=found, patients=tuple(x for x in claim.patients if x not in found))


def _befell(scene: Scene, claim: Claim, whom: int, found: tuple[str, ...]) -> Claim:
    """The claim with those beside its patients who are said to be its dead, its hostages or the like."""
    anybody = word_lists("syntax.toml")["nouns.anybody"]
    before = tuple(x for x in claim.patients if scene.actors[x].name.lower() not in anybody)
    if len(found) == 1 and scene.annotation.tokens[whom].tag in ("NN", "PRP"):  # the man is Ivo
        mine = {*actors_at(scene, whom), *_alone(scene, claim)}
        before = tuple(x for x in before if x not in mine)
    new = tuple(x for x in found if x not in claim.agents)
    return replace(claim, patients=tuple(dict.fromkeys((*before, *new))))


def _alone(scene: Scene, claim: Claim) -> set[str]:
    """The one person without a name whom an event befell: "the victim"."""
    one = [scene.actors[i] for i in claim.patients]
    nameless = len(one) == 1 and one[0].kind == "Person" and all(m.form != "name" for m in one[0].mentions)
    return {one[0].id} if nameless else set()


def _namings(scene: Scene) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Who is said to be whom: the noun for the people, and the tokens that name them."""
    a = scene.annotation
    for verb in a.tokens:
        if not is_verb(verb) or factuality(a, verb.i).settled or _revoked(a, verb):
            continue
        if verb.lemma in _NAMING:
            named = tuple(n for t in after_preposition(a, verb.i, "as") for n in _listed(scene, t, proper=True))
            whom = a.head(verb.i).i if verb.dep == "acl" else next(iter(objects(a, verb.i)), None)
            if named and whom is not None:
                yield whom, named
        elif verb.lemma == "give":
            named_of = (
                t for n in objects(a, verb.i) if a.tokens[n].lemma == "name" for t in after_preposition(a, n, "of")
            )
            for whom in named_of:
                behind = (*after_preposition(a, verb.i, "as"), *after_preposition(a, whom, "as"))
                yield whom, tuple(n for t in behind for n in _listed(scene, t, proper=True))
        elif verb.lemma in _BEING and not is_passive(a, verb.i):
            yield from _being(scene, verb)


def _revoked(a: Annotation, verb: Token) -> bool:
    """ "Wrongly named", "first identified": who was taken for somebody, and was not."""
    return any(t.lemma in word_lists("coreference.toml")["people.mistaken"] for t in a.children(verb.i, "advmod"))


def _being(scene: Scene, verb: Token) -> Iterator[tuple[int, tuple[int, ...]]]:
    """ "The dead were Ann and Ivo", "among the dead was Ann", "the dead included a nurse"."""
    a = scene.annotation
    among = [t for t in after_preposition(a, verb.i, "among") if t < verb.i]
    subjects = [t.i for t in a.children(verb.i, "nsubj", "attr", "dobj")]
    if among:
        yield among[0], tuple(n for t in subjects for n in _listed(scene, t))
        return
    whom = [t.i for t in a.children(verb.i, "nsubj")]
    proper = verb.lemma == "be"
    named = tuple(n for t in a.children(verb.i, "attr", "dobj") for n in _listed(scene, t.i, proper))
    if whom and named:
        yield whom[0], named


def _listed(scene: Scene, first: int, proper: bool = False) -> Iterator[int]:
    """A person and those listed beside them, with their ages or offices between; `proper` if the first must
    have a name."""
    a = scene.annotation
    person = first in scene.actor_at and scene.actors[scene.actor_at[first]].kind in ("Person", "Group")
    if person and (not proper or a.tokens[first].pos == "PROPN"):
        yield first
    for t in a.children(first, "conj", "appos"):
        yield from _listed(scene, t.i, proper=t.dep == "appos")


def _told_of(scene: Scene, whom: int, claims: tuple[Claim, ...]) -> Claim | None:
    """The last event before whose people a noun tells of: its own by reference, else one that has such people."""
    a = scene.annotation
    at = a.sentence_index(whom)
    who = set(actors_at(scene, whom))
    classes = _classes(a, a.tokens[whom])
    near = [
        (m.start, c)
        for c in claims
        for m in c.mentions
        if c.status in HAPPENED and m.start < a.tokens[whom].start and at - _sentence(a, m.start) <= _BACK
    ]
    near.sort(key=lambda pair: pair[0], reverse=True)
    violent = {x for xs in _people().values() for x in xs}
    meant = (c for _, c in near if c.type in violent and who & {*c.patients, *c.agents})
    return next(meant, None) or next((c for _, c in near if c.type in classes), None)


def _sentence(a: Annotation, start: int) -> int:
    return a.sentence_index(a.within(start, start + 1).start)


def _classes(a: Annotation, noun: Token) -> frozenset[str]:
    """Classes of what befalls the people that a noun tells of: "the hostages", "the dead men", "those killed"."""
    words = {noun.lemma, *(t.lemma for t in a.children(noun.i, "amod", "acl"))}
    definite = any(t.lemma in ("the", "those", "these", "both", "all") for t in a.children(noun.i, "det"))
    elsewhere = word_lists("coreference.toml")["people.elsewhere"]
    other = any(t.lemma in elsewhere for t in a.tokens[max(noun.i - 1, 0) : noun.i + 5])
    if other or (not definite and noun.lemma != "those"):
        return frozenset()
    return frozenset(
        c for key, classes in _people().items() if words & word_lists("coreference.toml")[key] for c in classes
    )


def _people() -> dict[str, tuple[str, ...]]:
    return {
        "people.dead": ("Attack", "Disaster"),
        "people.held": ("Abduct",),
        "people.arrested": ("Coerce",),
        "people.doing": ("Attack", "Abduct"),
    }

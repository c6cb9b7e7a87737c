"""Things that stand for nobody, and yet take part: what violence and accidents hit where nobody is told apart (craft,
vehicles and buildings, or a number of people), and papers that nobody is named for and that say what is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dateline.extractors.actors.numbers import is_number
from dateline.extractors.events.arguments import coordinated
from dateline.extractors.events.partaking import same_act
from dateline.extractors.events.slots import slot
from dateline.extractors.events.standing import elided
from dateline.extractors.events.triggers import Match, Scene
from dateline.extractors.events.undergone import befallen, undergoing
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists
from dateline.graph.model import Actor, Mention

_NAMED = ("FAC", "ORG", "GPE", "LOC")


def find(annotation: Annotation, taken: Collection[int], nouns: frozenset[str], letter: str) -> tuple[Actor, ...]:
    """The things that one of the `nouns` (lemmas) names, as organisations of no sector with ids such as "x1", where
    "x" is the `letter`, in text order.

    Tokens in `taken` belong to actors. A later "the bus" is the last bus told of before it.
    """
    groups: list[list[tuple[str, Token, int]]] = []
    for token in annotation.tokens:
        if token.lemma in nouns and token.pos in ("NOUN", "PROPN") and token.i not in taken:
            if _qualifies(token):
                continue
            name, first = _name(annotation, token)
            own = next((g for g in reversed(groups) if _same(annotation, g[0], name, token)), None)
            if own is None:
                groups.append([(name, token, first)])
            else:
                own.append((name, token, first))
    return tuple(
        Actor(
            id=f"{letter}{n}",
            name=max((name for name, _, _ in group), key=lambda name: len(name.split())),
            kind="Organization",
            mentions=tuple(_mention(annotation, token, first) for _, token, first in group),
        )
        for n, group in enumerate(groups, 1)
    )


def _qualifies(token: Token) -> bool:
    """Whether the noun stands before another that it only describes: "bus driver"."""
    return token.dep in ("compound", "nmod", "amod") and token.head > token.i


def _name(a: Annotation, token: Token) -> tuple[str, int]:
    """The noun with the nouns and names before it that say which, and its first token: "Thai trawler", "oil tanker"."""
    first = token.i
    for before in reversed(tuple(_left(a, token))):
        if before != first - 1:
            break
        first = before
    return " ".join(a.quote(first, token.i + 1).split()), first


def _left(a: Annotation, token: Token) -> Iterator[int]:
    entity = next((e for e in a.entities if e.first < token.i < e.last and e.label in _NAMED), None)
    inside = range(entity.first, token.i) if entity is not None else ()
    said = [t for t in a.children(token.i, "compound", "nmod", "amod") if t.i < token.i]
    opens = next((t.i for t in said if t.text[:1].isupper()), token.i)
    words = {*inside, *(t.i for t in said if t.dep != "amod" or t.i >= opens)}
    yield from (i for i in sorted(words) if i < token.i and a.tokens[i].tag not in ("DT", "PRP$", "CD"))


def _same(a: Annotation, other: tuple[str, Token, int], name: str, token: Token) -> bool:
    if (other[1].lemma, other[1].tag[-1]) != (token.lemma, token.tag[-1]):
        return False
    definite = any(t.lemma in ("the", "this", "that") for t in a.children(token.i, "det"))
    return other[0].lower() == name.lower() or (definite and " " not in name)


def _mention(a: Annotation, token: Token, first: int) -> Mention:
    return Mention(*a.span(first, token.i + 1), a.quote(first, token.i + 1), "nominal")


def things_hit(scene: Scene, match: Match) -> tuple[str, ...]:
    """The craft, vehicles and buildings that the act hits: "hijacked a tanker", "the bombing of the town hall"."""
    entry, i, a = match.entry, match.anchor, scene.annotation
    hit = {entry.type, f"{entry.type}.{entry.subtype}"} & word_lists("syntax.toml")["targets.things"]
    if not hit or entry.subtype == "Arrest":
        return ()
    where = {"poss", "compound", "in"} | {
        name for name in entry.patient if entry.type == "Protest" and name != "object"
    }
    seized = ("object",) if entry.subtype == "Seizure" else ()  # whose row names those from whom it is
    told = [t for name in (*entry.patient, *seized) if name not in where for t in slot(a, i, name)]
    told += [*same_act(a, i, entry.type)[1], *undergoing(a, i), *befallen(a, i, entry.type)]
    if entry.type == "Disaster":
        told = [t for t in told if t not in scene.place_at or not only_where(scene, i, a.head(t).lemma)]
    meant = [j for t in coordinated(a, told) for j in (t, *elided(a, t))]
    return tuple(dict.fromkeys(scene.thing_at[t] for t in meant if t in scene.thing_at))


def only_where(scene: Scene, disaster: int, name: str) -> bool:
    """Whether a preposition behind a disaster says only where it was: "an accident at Heathrow", "an outbreak in
    Canada"; but "a fire at a refinery" burns it."""
    happening = word_lists("syntax.toml")["nouns.happening"]
    return name == "in" or (name == "at" and scene.annotation.tokens[disaster].lemma in happening)


def told_apart(scene: Scene, match: Match, patients: tuple[str, ...]) -> tuple[str, ...]:
    """The patients without those of whom only the number is told ("three people were hurt"), unless it is all that the
    text says of whom violence hit."""
    event_type, lists = match.entry.type, word_lists("syntax.toml")
    if event_type not in lists["targets.counted"]:
        return patients
    mere = tuple(p for p in patients if scene.actors[p].name.lower() in lists["nouns.anybody"])
    told = tuple(p for p in patients if p not in mere)
    counted = event_type in lists["targets.things"] and any(_counted(scene, match.anchor, p) for p in mere)
    return told or (mere if counted else ())


def _counted(scene: Scene, anchor: int, actor: str) -> bool:
    """Whether the sentence says how many the people are: "17 people", "a number of people"."""
    a, sentence = scene.annotation, scene.annotation.sentence(anchor)
    heads = [i for i in range(sentence.first, sentence.last) if scene.actor_at.get(i) == actor]
    quantity = word_lists("syntax.toml")["nouns.quantity"]
    of_many = any(a.head(i).lemma == "of" and a.head(a.head(i).i).lemma in quantity for i in heads)
    return of_many or any(a.children(i, "nummod") or is_number(a.tokens[i]) for i in heads)

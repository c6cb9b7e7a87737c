"""Whom an act is aimed at where neither its own slots nor the construction around it tell whom it hits."""

from __future__ import annotations

from dateline.extractors.events.arguments import coordinated, is_verb, objects
from dateline.extractors.events.slots import slot
from dateline.extractors.events.standing import actors_at
from dateline.extractors.events.targets import (
    addressees,
    aim,
    aims_at_owners,
    answerable,
    asked,
    called_upon,
    complained_of,
    employers,
    helped,
    opposed,
    partners,
    spoken_of,
    warned,
)
from dateline.extractors.events.targets import owners as owners_of
from dateline.extractors.events.triggers import Match, Scene
from dateline.extractors.words import word_lists


def aimed_at(scene: Scene, match: Match) -> tuple[str, ...]:
    """Whom the act is aimed at by what is demanded in it, or by whom its doers work for."""
    i, entry = match.anchor, match.entry
    a = scene.annotation
    against = [x for t in opposed(a, i) for x in actors_at(scene, t)] if "against" in entry.patient else []
    aims: list[int] = []
    if aims_at_owners(entry.type):  # "rejected the union's demand"
        nouns = (t for t in match.tokens if t != i and a.tokens[t].pos in ("NOUN", "PROPN"))
        phrase = (t for t in nouns if t not in scene.actor_at or a.tokens[t].pos == "PROPN")
        gives = entry.type == "Aid" and a.tokens[i].lemma in word_lists("syntax.toml")["support.sending"]
        aims += [*phrase, *(objects(a, i) if is_verb(a.tokens[i]) and not gives else ())]
    if entry.type in ("Request", "Accuse"):
        aims += called_upon(scene, i)
        aims += complained_of(a, i) if entry.type == "Accuse" else ()
        aims += addressees(a, i)
        aims += asked(scene, i) if entry.type == "Request" else ()
    if entry.subtype in ("Investigation", "Ruling"):
        aims += [t.i for clause in a.children(i, "ccomp") for t in a.children(clause.i, "nsubj")]
    if entry.type in ("Threaten", "Sanction"):
        aims += warned(scene, i)
    if entry.type == "Aid" and not is_verb(a.tokens[i]):
        aims += helped(a, i)
    if entry.subtype == "Deal":
        aims += partners(a, i)
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

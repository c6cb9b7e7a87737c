"""Whether an attack has two armed sides: fighters against soldiers are a clash, against villagers none.

After ACLED's codebook (2023), which calls "a violent interaction between two organized armed groups" a battle, whoever
opened it.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.extractors.events.arguments import coordinated, modifiers, slot
from dateline.extractors.events.roles import Roles
from dateline.extractors.events.triggers import Match, Scene
from dateline.extractors.words import word_lists
from dateline.graph.model import Actor


def is_clash(scene: Scene, match: Match, told: Roles) -> bool:
    """Whether an attack of no told subtype is one of armed people on armed people of another side."""
    if match.entry.type != "Attack" or match.entry.subtype is not None:
        return False
    doers = [scene.actors[i] for i in told.agents]
    targets = [scene.actors[i] for i in told.patients]
    if any(_opposed(x, y) for x in doers for y in targets):
        return True
    return any(_sector(x) == "armed" for x in doers) and any(_is_post(scene, i) for i in _aims(scene, match))


def _opposed(x: Actor, y: Actor) -> bool:
    sides = {_sector(x), _sector(y)}
    return (sides == {"armed"} and (x.sector, x.country) != (y.sector, y.country)) or sides == {"armed", "police"}


def _sector(actor: Actor) -> str:
    lists = word_lists("sides.toml")
    return next((side for side in ("armed", "police") if actor.sector in lists[f"sectors.{side}"]), "")


def _aims(scene: Scene, match: Match) -> Iterable[int]:
    a = scene.annotation
    return coordinated(a, (i for name in match.entry.patient for i in slot(a, match.anchor, name)))


def _is_post(scene: Scene, noun: int) -> bool:
    """ "An army base", "a checkpoint"."""
    a, lists = scene.annotation, word_lists("sides.toml")
    lemma = a.tokens[noun].lemma
    if lemma in lists["targets.armed"]:
        return True
    holders = lists["targets.holders"]
    return lemma in lists["targets.held"] and any(a.tokens[i].lemma in holders for i in modifiers(a, noun))

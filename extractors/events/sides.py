"""What the sides of a fight make of it: fighters against soldiers are a clash, a crowd against the police a riot.

After ACLED's codebook (2023), which calls "a violent interaction between two organized armed groups" a battle, whoever
opened it, and takes the violence of crowds for riots.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.extractors.events.arguments import coordinated
from dateline.extractors.events.figures import effect
from dateline.extractors.events.roles import Roles, Told
from dateline.extractors.events.slots import modifiers, slot
from dateline.extractors.events.triggers import Match, Scene
from dateline.extractors.reporting import is_reporting
from dateline.extractors.words import word_lists
from dateline.graph.model import Actor

Kind = tuple[str, str | None]
_RIOT: Kind = ("Protest", "Riot")
_CLASH: Kind = ("Attack", "ArmedClash")


def by_sides(scene: Scene, told: Sequence[Told]) -> tuple[Kind, ...]:
    """Class and subtype of each event, as its sides tell them where it is a fight, else as its words do.

    A clash of which no armed side is told is the riot that a story calls by the same word, or that its sentence tells
    of as it speaks of protesters.
    """
    kinds = [_by_sides(scene, match, roles) for match, roles in told]
    lemmas = [scene.annotation.tokens[match.anchor].lemma for match, _ in told]
    riots = {lemma for lemma, kind in zip(lemmas, kinds, strict=True) if kind == _RIOT}
    return tuple(
        _RIOT
        if kind == _CLASH and not _has_arms(scene, roles) and (lemma in riots or _amid_protest(scene, match))
        else kind
        for (match, roles), kind, lemma in zip(told, kinds, lemmas, strict=True)
    )


def _amid_protest(scene: Scene, match: Match) -> bool:
    """Whether a clash stands in a sentence that speaks of protesters who do not merely tell of it, and of nobody armed
    but police."""
    a = scene.annotation
    if a.tokens[match.anchor].lemma not in word_lists("sides.toml")["fights.unarmed"]:
        return False
    sentence = a.sentence(match.anchor)
    within = range(sentence.first, sentence.last)
    armed = any(_sector(scene.actors[scene.actor_at[i]]) == "armed" for i in within if i in scene.actor_at)
    telling = {t.i for t in a.ancestors(match.anchor) if is_reporting(t)}
    crowds = (a.tokens[i] for i in within if a.tokens[i].lemma in word_lists("sides.toml")["crowds.protesting"])
    return not armed and any(a.head(one.i).i not in telling for one in crowds)


def _has_arms(scene: Scene, told: Roles) -> bool:
    return any(_sector(scene.actors[i]) == "armed" for i in (*told.agents, *told.patients, *told.participants))


def _by_sides(scene: Scene, match: Match, told: Roles) -> Kind:
    kind, subtype = match.entry.type, match.entry.subtype
    if kind == "Attack" and subtype is None and _is_clash(scene, match, told):
        return _CLASH
    if (kind, subtype) == _CLASH and _is_riot(scene, told):
        return _RIOT
    if kind == "Attack" and subtype is None and _is_rampage(scene, match, told):
        return _RIOT
    return kind, subtype


def _is_rampage(scene: Scene, match: Match, told: Roles) -> bool:
    """Whether a crowd attacks people or things and no words tell of dead or wounded: "a mob attacked the embassy"."""
    harmless = effect(scene.annotation.tokens[match.anchor]) is None
    return harmless and any(_are(scene.actors[i], "crowds.protesting") for i in told.agents)


def _is_clash(scene: Scene, match: Match, told: Roles) -> bool:
    """Whether an attack is one of armed people on armed people of another side."""
    doers = [scene.actors[i] for i in told.agents]
    targets = [scene.actors[i] for i in told.patients]
    if any(_opposed(x, y) for x in doers for y in targets):
        return True
    return any(_sector(x) == "armed" for x in doers) and any(_is_post(scene, i) for i in _aims(scene, match))


def _is_riot(scene: Scene, told: Roles) -> bool:
    """Whether one side of a clash are protesters, or other people without arms fight the police or each other."""
    sides = [scene.actors[i] for i in (*told.agents, *told.patients, *told.participants)]
    unarmed = [x for x in sides if _are(x, "crowds.unarmed")]
    others = [x for x in sides if x not in unarmed]
    by_kind = bool(unarmed) and all(_sector(x) == "police" for x in others)
    return by_kind or any(_are(x, "crowds.protesting") for x in sides)


def _are(actor: Actor, key: str) -> bool:
    words = word_lists("sides.toml")[key]
    return any(word in words or word.removesuffix("s") in words for word in actor.name.lower().split())


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

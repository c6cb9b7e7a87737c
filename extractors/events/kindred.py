"""Mentions of two classes that tell of one event: a riot and its "violence", a crash and whom it "hit" or "killed"."""

from __future__ import annotations

from dateline.extractors.events.profiles import Profile
from dateline.extractors.events.triggers import Scene
from dateline.extractors.words import word_lists

_ROLES = ("agents", "patients", "participants")
_WRECKS = frozenset({"Crash", "Accident"})
_ARMS = frozenset({"AirStrike", "Bombing", "Shooting", "SuicideAttack"})


def of_a_riot(p: Profile, q: Profile) -> bool:
    """Whether one is a riot, and the other no more than "violence" or "injuries" told beside it."""
    riot, bare = (p, q) if p.type == "Protest" else (q, p)
    return (
        riot.type == "Protest"
        and bare.type == "Attack"
        and any(c.subtype == "Riot" for c in riot.claims)
        and (bare.generic or bool(bare.toll))
        and not any(getattr(c, role) for c in bare.claims for role in _ROLES)
        and close_by(riot, bare)
    )


def of_a_crash(scene: Scene, p: Profile, q: Profile) -> bool:
    """Whether one is a crash or an accident, and the other tells only whom something hit, hurt or killed, or that a
    driver did, in the sentences around it or of the same victim."""
    crash, blow = (p, q) if p.type == "Disaster" else (q, p)
    kinds, sorts = ({c.subtype for c in x.claims} for x in (crash, blow))
    if crash.type != "Disaster" or blow.type != "Attack" or not _WRECKS & kinds or _ARMS & sorts:
        return False
    lists = word_lists("coreference.toml")
    if not all(word <= lists["blows.words"] for word in blow.words):
        return False
    doers = {scene.actors[i].name.split()[-1].lower() for c in blow.claims for i in c.agents}
    befallen, others = ({i for c in x.claims for i in c.patients} for x in (crash, blow))
    return doers <= lists["blows.doers"] and (close_by(crash, blow) or bool(befallen & others))


def close_by(p: Profile, q: Profile) -> bool:
    """Whether a mention stands within two sentences of another: a story goes on in new words."""
    return any(abs(m - n) <= 2 for m in p.sentences for n in q.sentences)

"""The body for which those who attack or abduct do it: "three FMLN guerrillas", "a commando of the Red Dawn Front".

Whoever looks for the deeds of an organisation finds those of its fighters: it stands among the doers beside them. Only
what the noun phrase itself says counts, nothing presumed, and one man's deed is his army's or police force's no more
than his own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.extractors.events.arguments import after_preposition
from dateline.extractors.events.triggers import Scene
from dateline.extractors.words import word_lists
from dateline.graph.model import Actor, Claim

_DEEPEST = 3
"""Phrases that may stand within one another: "members of a column of the Front"."""


def with_bands(scene: Scene, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, attacks and abductions with the bodies of their doers beside these."""
    return tuple(_with_bands(scene, c) if c.type in ("Attack", "Abduct") and c.agents else c for c in claims)


def _with_bands(scene: Scene, claim: Claim) -> Claim:
    known = {*claim.agents, *claim.patients, *claim.participants}
    found = dict.fromkeys(band for who in claim.agents for band in _bands(scene, claim, scene.actors[who]))
    return replace(claim, agents=(*claim.agents, *(x for x in found if x not in known)))


def _bands(scene: Scene, claim: Claim, who: Actor) -> Iterator[str]:
    """Bodies that the mentions of a doer name, those in the event's own sentences, or else all of them."""
    if who.kind not in ("Group", "Person"):
        return
    a = scene.annotation
    told = {m.sentence for m in claim.mentions}
    heads = [
        (any(s.start <= m.start < s.end for s in told), a.head_of(span.start, span.stop).i)
        for m in who.mentions
        if m.form == "nominal" and (span := a.within(m.start, m.end))
    ]
    near = [x for here, head in heads if here for x in _of(scene, who, head)]
    yield from near or dict.fromkeys(x for _, head in heads for x in _of(scene, who, head))


def _of(scene: Scene, who: Actor, noun: int, depth: int = 0) -> Iterator[str]:
    """Bodies that a noun phrase says its people are of."""
    a, lists = scene.annotation, word_lists("sides.toml")
    former = any(t.lemma in lists["bands.former"] for t in a.children(noun, "amod", "compound"))
    if former or a.tokens[noun].lemma in lists["bands.apart"] or _is_doubted(scene, noun):
        return
    near = [t.i for t in a.children(noun, "compound", "nmod", "poss", "appos")]
    behind = a.tokens[noun + 1 : noun + 2]  # "was shot by gunmen from the Front", wherever the parser hangs that
    loose = [t.i for p in behind if p.lemma in ("of", "from") for t in a.children(p.i, "pobj")]
    for token in dict.fromkeys((*near, *loose, *after_preposition(a, noun, "of", "from"))):
        band = scene.actors.get(scene.actor_at.get(token, ""))
        if band is not None and band.id != who.id and _fights_for(who, band):
            yield band.id
        elif depth < _DEEPEST and token not in near and (band is None or not _is_named(band)):
            yield from _of(scene, who, token, depth + 1)


def _is_doubted(scene: Scene, noun: int) -> bool:
    """ "Suspected Red Dawn militants"."""
    a, doubts = scene.annotation, word_lists("status.toml")["modifiers.possible"]
    before = (t for t in a.tokens[max(noun - 4, 0) : noun] if t.text.lower() in doubts)
    return any(noun in (above.i for above in a.ancestors(t.i)) for t in before)


def _fights_for(who: Actor, band: Actor) -> bool:
    lists = word_lists("sides.toml")
    if band.kind != "Organization" or not _is_named(band):
        return False
    if band.sector in (None, "CVL"):
        named = not lists["bands.names"].isdisjoint(band.name.lower().split())
        return named or who.sector in lists["bands.members"]
    official = band.sector in ("MIL", "COP")
    return band.sector in lists["bands.sectors"] and (who.kind == "Group" or not official)


def _is_named(actor: Actor) -> bool:
    return any(m.form == "name" for m in actor.mentions)

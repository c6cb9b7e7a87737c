"""The record put together: events numbered, actors and places that nobody needs left out."""

from __future__ import annotations

from dataclasses import replace

from dateline.extractors.events.triggers import Scene
from dateline.graph.model import Actor, Claim, Document, Record, Relation, Timex


def assemble(
    document: Document,
    times: tuple[Timex, ...],
    scene: Scene,
    claims: tuple[Claim, ...],
    relations: tuple[Relation, ...],
) -> Record:
    """The extraction record: claims in text order as "e1" …; actors that only a pronoun or a common noun names are
    kept where an event needs them."""
    order = sorted(claims, key=lambda c: (c.mentions[0].start, c.id))
    new_id = {claim.id: f"e{n}" for n, claim in enumerate(order, 1)}
    events = tuple(replace(c, id=new_id[c.id]) for c in order)
    needed = {i for c in events for i in (*c.agents, *c.patients, *c.participants, c.source) if i}
    return Record(
        document=document,
        times=times,
        actors=tuple(a for a in scene.actors.values() if a.id in needed or _is_named(a)),
        places=tuple(scene.places.values()),
        events=events,
        relations=tuple(Relation(r.type, new_id[r.source], new_id[r.target]) for r in relations),
    )


def _is_named(actor: Actor) -> bool:
    """Whether a person or organisation is called by name; a nation counts only where it acts."""
    return actor.kind in ("Person", "Organization") and any(m.form == "name" for m in actor.mentions)

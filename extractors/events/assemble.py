"""The record put together: events labelled and numbered, actors and places that nobody needs left out."""

from __future__ import annotations

from dataclasses import replace

from dateline.extractors.events.triggers import Scene
from dateline.graph.model import Actor, Claim, Document, Record, Relation, Timex

_AGAINST = frozenset({"Protest", "Attack", "Sanction", "Accuse", "Threaten", "Coerce", "Judge", "Reject", "Mobilize"})
_WITH = frozenset({"Consult", "Agree", "Cooperate"})


def assemble(
    document: Document,
    times: tuple[Timex, ...],
    scene: Scene,
    claims: tuple[Claim, ...],
    relations: tuple[Relation, ...],
) -> Record:
    """The extraction record: claims in text order as "e1" …, each with its label; actors that only a pronoun or a
    common noun names are kept where an event needs them."""
    order = sorted(claims, key=lambda c: (c.mentions[0].start, c.id))
    new_id = {claim.id: f"e{n}" for n, claim in enumerate(order, 1)}
    events = tuple(replace(c, id=new_id[c.id], label=label(scene, c)) for c in order)
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


def label(scene: Scene, claim: Claim) -> str:
    """One readable line, who did what to whom and where, in the text's own word for the event."""
    word = " ".join(claim.mentions[0].text.split())
    doers, others = _names(scene, claim.agents), _names(scene, claim.patients)
    equals = list(claim.participants)
    if not doers and equals:
        doers = _names(scene, (equals.pop(0),))
    others = others or _names(scene, tuple(equals))
    word = word.removesuffix(" with").removesuffix(" against")
    verbal = word.lower().endswith(("ed", "ing"))
    if not doers and verbal:
        parts = [others, word]
    elif not others or (verbal and not equals):
        parts = [doers, word, others]
    else:
        toward = "with" if equals or claim.type in _WITH else "against" if claim.type in _AGAINST else "of"
        parts = [doers, word, toward if doers else "of", others]
    where = next((scene.places[i].name for i in claim.places), "")
    line = " ".join(part for part in parts if part)
    return line + (f", {where}" if where and where not in line else "")


def _names(scene: Scene, ids: tuple[str, ...]) -> str:
    names = [scene.actors[i].name for i in ids]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

"""From triggers to draft claims, one a trigger: type, roles, status, source, figures; as yet undated."""

from __future__ import annotations

from math import exp, log

from dateline.extractors.events.arguments import SUBJECTS, is_passive, is_verb
from dateline.extractors.events.attribution import source
from dateline.extractors.events.causes import as_caused
from dateline.extractors.events.figures import figures
from dateline.extractors.events.owning import held_for
from dateline.extractors.events.partaking import teller
from dateline.extractors.events.roles import Roles, only_said_of_them, roles
from dateline.extractors.events.sides import Kind, by_sides
from dateline.extractors.events.slots import slot
from dateline.extractors.events.speech import spoken_acts
from dateline.extractors.events.standing import actors_of
from dateline.extractors.events.status import Factuality, factuality
from dateline.extractors.events.status.alleged import alleged
from dateline.extractors.events.triggers import Match, Scene
from dateline.extractors.events.weighing import status_weighed, weighed
from dateline.extractors.reporting import is_reporting
from dateline.extractors.syntax import Annotation
from dateline.extractors.words import word_lists
from dateline.graph.model import Actor, Claim, Span, Trigger


def drafts(scene: Scene) -> tuple[Claim, ...]:
    """One claim a trigger, in text order, with ids "e1" …; a phrase that no file lists must tell who or whom."""
    told = ((match, roles(scene, match)) for match in weighed(scene))
    found = tuple((m, r) for m, r in told if m.entry.listed or _names_somebody(scene.annotation, m, r))
    known = as_caused(scene, spoken_acts(scene, found))
    acts = frozenset(m.anchor for m, _ in known if m.entry.type != "State")
    kinds = by_sides(scene, known)
    return tuple(
        _draft(scene, match, roles_of, kind, acts, f"e{n}")
        for n, ((match, roles_of), kind) in enumerate(zip(known, kinds, strict=True), 1)
    )


def _names_somebody(a: Annotation, match: Match, told: Roles) -> bool:
    """Whether a phrase has a doer who is somebody, or, where its doer is left out, somebody whom it befell, as "died"
    befalls its subject."""
    acted = bool(told.agents or told.participants)
    verb = a.tokens[match.anchor]
    active = is_verb(verb) and not is_passive(a, verb.i) and "subject" not in match.entry.patient
    return acted or (not active and bool(told.patients))


def _draft(scene: Scene, match: Match, told: Roles, kind: Kind, acts: frozenset[int], claim_id: str) -> Claim:
    """The claim of one trigger of a class and subtype; `acts` are the anchors of all that tell of more than saying."""
    a = scene.annotation
    entry = match.entry
    found = status_weighed(scene, match, _attempted(match, factuality(a, teller(a, match.anchor, entry.type))))
    charged: tuple[str, ...] = ()
    if entry.type == "Crime" and (charge := alleged(a, match.anchor)):
        found = found if found.settled else charge
        charged = actors_of(scene, held_for(a, match.anchor)) if found.modality == "possible" else ()
    speaker = source(scene, match.anchor)
    agents = told.agents or charged or ((speaker,) if speaker and _speaks_of_itself(a, match) else ())
    if not found.settled and only_said_of_them(a, match.anchor):
        agents = ()
    if outlet := _reporting_outlet(scene, match, agents):
        speaker, agents = speaker or outlet, ()
    return Claim(
        id=claim_id,
        type=kind[0],
        subtype=kind[1],
        label="",
        mentions=(_trigger(a, match),),
        agents=agents,
        patients=told.patients,
        participants=told.participants,
        instruments=told.instruments,
        places=told.places,
        polarity=found.polarity,
        modality=found.modality,
        source=speaker,
        figures=figures(a, match),
        confidence=_confidence(a, match, found, acts),
        rule=entry.source + (f"; status by {found.sign!r}" if found.sign else ""),
    )


def _attempted(match: Match, found: Factuality) -> Factuality:
    """An attempt on a life is an attack: "tried to blow up the bridge"; a foiled one stays denied."""
    violent = match.entry.type in ("Attack", "Abduct")
    attempt = found.modality == "possible" and found.sign.lower() in word_lists("status.toml")["signs.attempt"]
    return Factuality(sign=found.sign) if violent and attempt and found.polarity == "positive" else found


_ASIDE = 0.7
"""What the weight of an event is worth that is not told by the main verb of its sentence."""
_UNREAL = 0.7
"""What it is worth where the text does not say that the event happened: no reader would call that the main event."""
_TOLD_SO, _TOLD_NOT = (0.73, 0.52), (1.07, 0.94)
"""Slope and shift from the log odds of an event's weight to those of its being right (Platt 1999), of what is told to
have happened and of what is not; `benchmarks/confidence.py` tells whether they still hold: slopes 1, shifts 0."""


def _confidence(a: Annotation, match: Match, found: Factuality, acts: frozenset[int]) -> float:
    """How likely it is that class and status are right, higher for what a sentence is mainly about. Acts of saying,
    which are always right and never the story, keep their small weight."""
    weight = match.entry.confidence * _centrality(a, match.anchor, acts) * (_UNREAL if found.settled else 1.0)
    if match.entry.type == "State":
        return round(weight, 2)
    held = min(max(weight, 0.01), 0.99)
    slope, shift = _TOLD_NOT if found.settled else _TOLD_SO
    return round(1 / (1 + exp(-slope * log(held / (1 - held)) - shift)), 2)


def _centrality(a: Annotation, anchor: int, acts: frozenset[int]) -> float:
    """Less than 1 for what a sentence mentions beside its main point, which is misread more often; what is done to an
    event is more to the point than the event: "rejected the demand"."""
    token = a.tokens[anchor]
    if token.dep in ("dobj", "nsubjpass") and not is_verb(token) and token.head in acts:
        return _ASIDE
    while token.head != token.i:
        head = a.head(token.i)
        main = token.dep in ("dobj", "nsubjpass", "nsubj", "attr", "conj", "xcomp") or (
            token.dep in ("ccomp", "parataxis") and is_reporting(head)
        )
        if not main:
            return _ASIDE
        token = head
    return 1.0


def _speaks_of_itself(a: Annotation, match: Match) -> bool:
    """Whether in reported speech the doer is the speaker: "we" or "I", or whoever says that people "are begged"."""
    subjects = slot(a, match.anchor, "subject") if "subject" in match.entry.agent else ()
    return any(a.tokens[i].lemma in ("we", "i") for i in subjects) or _urged_hereby(a, match)


_NEWS = frozenset({"Attack", "Abduct", "Coerce", "Disaster", "Judge", "Protest", "Vote"})
"""Classes of what papers and stations announce as news, and never do."""


def _reporting_outlet(scene: Scene, match: Match, agents: tuple[str, ...]) -> str | None:
    """The paper or station that says what happened, and so is a source and no doer: "state radio announced the arrest".
    What it says of itself, "the broadcaster said it would close", it does itself."""
    a, anchor, entry = scene.annotation, match.anchor, match.entry
    reported = entry.type in _NEWS and a.tokens[anchor].dep == "dobj" and is_reporting(a.head(anchor))
    if not (entry.subtype == "Announcement" or reported) or not all(
        _is_medium(scene.actors[agent]) for agent in agents
    ):
        return None
    content = (c for t in a.children(anchor, "ccomp") for c in a.children(t.i, *SUBJECTS))
    own = any(t.lemma in ("it", "we", "they") or scene.actor_at.get(t.i) in agents for t in content)
    return None if own or not agents else agents[0]


def _is_medium(actor: Actor) -> bool:
    return actor.kind == "Organization" and actor.sector == "MED"


def _urged_hereby(a: Annotation, match: Match) -> bool:
    """ "Divers are begged to stay ashore, the mayor said": to say so is to urge them."""
    present = any(t.tag in ("VBP", "VBZ") for t in a.children(match.anchor, "auxpass"))
    return match.entry.type == "Request" and present and is_passive(a, match.anchor)


def _trigger(a: Annotation, match: Match) -> Trigger:
    first, last = match.tokens[0], match.tokens[-1] + 1
    if last - first > len(match.tokens) + 2:  # a phrase drawn apart: the word that tells most of it is marked
        light = a.tokens[match.anchor].lemma in word_lists("syntax.toml")["support.verbs"]
        nouns = [i for i in match.tokens if light and a.tokens[i].pos == "NOUN"]
        first = nouns[0] if nouns else match.anchor
        last = first + 1
    start, end = a.span(first, last)
    sentence = a.sentence(match.anchor)
    return Trigger(start, end, a.text[start:end], Span(sentence.start, sentence.end))

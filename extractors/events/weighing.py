"""Trigger words weighed against what the fitted head makes of them: some fall, some are added, types and status agree.

The lexicon knows phrases, roles and senses, but not all words; the head (`proposals`) knows contexts, but errs alone.
A trigger word that the head takes for no event falls; a phrase that only the head sees becomes a match with the roles
usual for its part of speech; where both see an event, the lexicon tells its class, which it does better. The bounds
were first chosen on the marked examples, each third of them told by a head that was fitted on the others, and then
moved towards silence where whole articles, read against what was found in them, showed too much. Of a class that the
head was not fitted on, the lexicon alone tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import exp, log
from typing import Literal

from dateline.extractors.events.arguments import is_verb, support_verb
from dateline.extractors.events.lexicon import Pos, usual
from dateline.extractors.events.nameparts import names_no_event
from dateline.extractors.events.status import Factuality
from dateline.extractors.events.triggers import Match, Scene, content, find_triggers
from dateline.extractors.proposals import Outlook, Proposal, propose
from dateline.extractors.syntax import Token
from dateline.graph.model import Modality

VETO = 0.36
"""A trigger word that is less likely than this to tell of an event falls, if it tells of more than saying."""
VETO_PHRASE = 0.1
"""The bound for a phrase of several words, or one whose own object or subject shows its sense already."""
VETO_SPORT = 0.9
"""The bound in reports of matches and races, full of fights, defeats and protests that are none."""
_REAL_IN_SPORT = frozenset({"Crash", "Appointment", "Dismissal", "Resignation"})
"""What such reports tell in the words of all others: cars crash, and coaches come and go."""
_SHOWING = frozenset({"object", "subject", "clause"})
"""The filters by which a word shows its sense."""
ALONE = 0.7
"""From this probability on a phrase is an event although the lexicon does not know it, if its class is sure enough."""
ALONE_SURE = 0.55
"""The least confidence of such an event."""
SUBTYPE = 0.65
"""From this probability on the head names a subtype that the lexicon leaves open."""
DOUBT = 0.8
"""From this probability of not having happened on, an event falls out of the facts although no sign of it was found."""
RENAME = 0.6
"""From this probability on the head's way of not having happened stands for the rules'."""

_KNOWN = (0.19, 0.26, 0.62, 0.45)
_NEW = (0.34, 0.64, 0.0, -0.86)
"""Weights of three log odds (that of an event, that of the class, the phrase's own) and a constant: they tell the
confidence of a phrase of the lexicon's, and of one that only the head sees; logistic regressions on the examples."""


def weighed(scene: Scene) -> tuple[Match, ...]:
    """The triggers of lexicon and head together, in text order, with confidence from both."""
    seen = scene.outlook
    found, silenced = find_triggers(scene)
    if seen is None:
        return found
    sport = "sport" in scene.domains
    known = [
        _agreed(seen, m)
        for m in found
        if m.entry.type == "State" or not seen.knows(m.entry.type) or seen.event(_likelier(seen, m)) >= _bound(m, sport)
    ]
    taken = (
        scene.actor_heads
        | scene.time_words
        | silenced
        | {i for m in found for i in content(scene.annotation, m.tokens)}
    )
    taken |= {
        verb.i for m in found if (verb := support_verb(scene.annotation, m.anchor))
    }  # "staged" of "staged attacks"
    fresh = [
        m
        for p in propose(scene.annotation, seen, VETO_SPORT if sport else ALONE)
        for m in _fresh(scene, seen, p, taken)
    ]
    return tuple(sorted([*known, *fresh], key=lambda m: m.tokens))


def _bound(match: Match, sport: bool) -> float:
    """How likely a phrase must at least be to tell of an event."""
    if sport and match.entry.subtype not in _REAL_IN_SPORT:
        return VETO_SPORT
    shown = len(match.tokens) > 1 or not _SHOWING.isdisjoint(match.entry.filters)
    return VETO_PHRASE if shown else VETO


def _likelier(seen: Outlook, match: Match) -> int:
    """The word of a phrase that is likeliest to tell of an event."""
    return max(match.tokens, key=seen.event)


def _agreed(seen: Outlook, match: Match) -> Match:
    if not seen.knows(match.entry.type):
        return match
    i = _likelier(seen, match)
    entry = match.entry
    if entry.subtype is None:
        subtype, sure = seen.best_subtype(i, entry.type)
        entry = replace(entry, subtype=subtype if sure >= SUBTYPE else None)
    if entry.type != "State":  # to say something is a sure event, but of least weight
        entry = replace(entry, confidence=_confidence(seen, i, entry.type, entry.confidence, _KNOWN))
    return replace(match, entry=entry)


def _confidence(seen: Outlook, i: int, name: str, prior: float, weights: tuple[float, float, float, float]) -> float:
    odds = [_log_odds(seen.event(i)), _log_odds(seen.of_type(i, name)), _log_odds(prior), 1.0]
    return round(1 / (1 + exp(-sum(w * o for w, o in zip(weights, odds, strict=True)))), 3)


def _log_odds(probability: float) -> float:
    held = min(max(probability, 0.001), 0.999)
    return log(held / (1 - held))


def _fresh(scene: Scene, seen: Outlook, proposal: Proposal, taken: frozenset[int]) -> Iterator[Match]:
    """A match for a proposal, unless its words are spoken for, its class is too unsure, or it only says something."""
    tokens = scene.annotation.tokens
    anchor = next((i for i in proposal.tokens if tokens[i].head not in proposal.tokens), proposal.anchor)
    pos = _part_of_speech(tokens[anchor])
    sure = _confidence(seen, proposal.anchor, proposal.type, 0.5, _NEW)
    if pos is None or sure < ALONE_SURE or proposal.type == "State" or taken & set(proposal.tokens):
        return
    if pos == "noun" and names_no_event(scene, tokens[anchor]):
        return
    phrase = " ".join(tokens[i].lemma for i in proposal.tokens)
    undergone = tokens[anchor].tag == "VBN"
    entry = usual(pos, proposal.type, proposal.subtype, phrase, sure, undergone)
    yield Match(entry, anchor, proposal.tokens)


def _part_of_speech(token: Token) -> Pos | None:
    if token.dep == "amod" and token.tag in ("VBN", "VBG", "JJ"):
        return "adjective"
    if is_verb(token):
        return "verb"
    return {"NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}.get(token.pos)  # type: ignore[return-value]


def status_weighed(scene: Scene, match: Match, read: Factuality) -> Factuality:
    """What the rules read, unless the head is sure of what they have no sign of: an event that did not happen."""
    if scene.outlook is None:
        return read
    doubt, label, sure = _doubt(scene.outlook, match.anchor)
    if (sure if read.settled else doubt) < (RENAME if read.settled else DOUBT):
        return read
    if label == "denied":
        return read if read.polarity == "negative" else Factuality("negative", sign="likeness")
    modality: Modality = label
    return (
        read
        if read.modality == modality and read.polarity == "positive"
        else Factuality(modality=modality, sign="likeness")
    )


def _doubt(seen: Outlook, i: int) -> tuple[float, Modality | Literal["denied"], float]:
    """The probability that an event did not simply happen, the likeliest status of such, and its probability."""
    chances = {label: seen.status(i, label) for label in _UNREAL}
    label = max(_UNREAL, key=lambda each: chances[each])
    return sum(chances.values()), label, chances[label]


_UNREAL: tuple[Modality | Literal["denied"], ...] = ("planned", "possible", "hypothetical", "demanded", "denied")

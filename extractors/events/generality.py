"""Whether a mention tells of a kind of event, and of none that happened: "violence", "at rallies", "election fears"."""

from __future__ import annotations

from dateline.extractors.events.arguments import SUBJECTS, is_verb
from dateline.extractors.events.profiles import Profile
from dateline.extractors.events.status import is_definite
from dateline.extractors.events.tolls import anchor
from dateline.extractors.events.triggers import Scene
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists
from dateline.graph.model import HAPPENED, Claim, Figures

_OWN = ("det", "poss", "nummod", "amod", "compound", "nmod", "prep", "acl", "relcl", "appos")
"""What hangs on a noun that tells one event from others."""
_STATES_OF = frozenset({"under", "in"})
"""Prepositions that say how things stand: "under investigation", "in talks"."""


def says_nothing(scene: Scene, cluster: Profile) -> bool:
    """Whether only nouns name it, and none says who, whom, where, when or how many, nor which; of violence that is only
    feared or planned, whether nothing at all tells whose it would be."""
    if all(_is_nobodys(claim) for claim in cluster.claims):
        return True
    if cluster.new or cluster.indefinite:
        return False
    return all(_is_general(scene, claim) for claim in cluster.claims)


def _is_nobodys(claim: Claim) -> bool:
    """ "To prevent an attack", "will continue to fight"."""
    told = (claim.agents, claim.patients, claim.participants, claim.places, claim.figures != Figures())
    imagined = claim.polarity == "positive" and claim.status not in HAPPENED
    return claim.type in ("Attack", "Abduct") and imagined and not any(told)


def _is_general(scene: Scene, claim: Claim) -> bool:
    """ "Violence", "the war", "bombings"; but "this attack" is one that the reader knows."""
    told = (claim.agents, claim.patients, claim.participants, claim.figures != Figures())
    noun = anchor(scene.annotation, claim)
    state = claim.type == "Attack" and noun.lemma in word_lists("coreference.toml")["states.violent"]
    placed = claim.time or (claim.places and not (state and _stands(scene.annotation, noun)))
    if is_verb(noun) or any(told) or placed:
        return False
    if claim.type not in ("Attack", "Abduct"):
        return _is_aside(scene.annotation, noun)
    known = noun.tag == "NN" and is_definite(scene.annotation, noun.i)
    return state or not known


def _stands(a: Annotation, noun: Token) -> bool:
    """Whether violence is spoken of as a state of things, "the war in Bosnia", and not told: "fighting broke out"."""
    breaks_out = noun.dep in SUBJECTS and a.head(noun.i).lemma in word_lists("syntax.toml")["support.occurrence"]
    return not breaks_out


def _is_aside(a: Annotation, noun: Token) -> bool:
    """Whether a noun only colours another, or stands bare behind a preposition: "early voting days", "a threat of
    lawsuits"; a "series of crashes" and "months of talks" are told for themselves."""
    if noun.pos not in ("NOUN", "PROPN") or a.sentence(noun.i).headline:
        return False
    if noun.dep == "compound":
        return not any(t.lemma in word_lists("status.toml")["nouns.presupposing"] for t in [a.head(noun.i)])
    while noun.dep == "conj" and not a.children(noun.i, *_OWN):
        noun = a.head(noun.i)
    link = a.head(noun.i)
    if noun.dep != "pobj" or a.children(noun.i, *_OWN) or link.lemma in _STATES_OF:
        return False
    lists = word_lists("syntax.toml")
    return a.head(link.i).lemma not in lists["nouns.quantity"] | lists["nouns.span"]

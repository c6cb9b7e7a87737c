"""Events dated after their report: what a text of today says of tomorrow is a plan."""

from __future__ import annotations

from dataclasses import replace

from dateline.extractors.events.arguments import is_verb
from dateline.extractors.events.tolls import anchor
from dateline.extractors.syntax import Annotation
from dateline.graph.model import Claim, Document


def foreseen(document: Document, annotation: Annotation, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, those that an expression dates after the document as planned ("in a referendum next month")."""
    return tuple(_planned(document, annotation, claim) for claim in claims)


def _planned(document: Document, a: Annotation, claim: Claim) -> Claim:
    begin = claim.begin.earliest
    if claim.modality != "actual" or claim.polarity == "negative" or not (document.date and begin and claim.time):
        return claim
    if begin <= document.date or _is_past(a, claim):
        return claim
    return replace(claim, modality="planned", rule=f"{claim.rule}; status by its date")


def _is_past(a: Annotation, claim: Claim) -> bool:
    """Whether a verb in the past tense tells of it: "on 4 June voters elected a mayor", whichever June that was."""
    verb = anchor(a, claim)
    return is_verb(verb) and "VBD" in (verb.tag, *(t.tag for t in a.children(verb.i, "aux", "auxpass")))

"""Events dated after their report: what a text of today says of tomorrow is a plan."""

from __future__ import annotations

from dataclasses import replace

from dateline.graph.model import Claim, Document


def foreseen(document: Document, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, those that an expression dates after the document as planned ("in a referendum next month")."""
    return tuple(_planned(document, claim) for claim in claims)


def _planned(document: Document, claim: Claim) -> Claim:
    begin = claim.begin.earliest
    if claim.modality != "actual" or claim.polarity == "negative" or not (document.date and begin and claim.time):
        return claim
    if begin <= document.date:
        return claim
    return replace(claim, modality="planned", rule=f"{claim.rule}; status by its date")

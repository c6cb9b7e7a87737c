"""Give every claim its begin and end, the expression that dates it, and the reason in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dateline.extractors.dating.attach import distance, in_sentence, trigger_token
from dateline.extractors.syntax import Annotation
from dateline.graph.model import Claim, Document, Relation, Span, TimeSpan, Timex

NEWS_DAYS = 7
"""Days before the document date within which an undated event of a report's lead is taken to lie."""


def date_claims(
    annotation: Annotation, document: Document, times: tuple[Timex, ...], claims: tuple[Claim, ...]
) -> tuple[tuple[Claim, ...], tuple[Relation, ...]]:
    """The same claims in the same order, dated as well as the text allows, and the relations in time between them."""
    return tuple(_dated(annotation, document, times, claim) for claim in claims), ()


def _dated(annotation: Annotation, document: Document, times: tuple[Timex, ...], claim: Claim) -> Claim:
    trigger = claim.mentions[0]
    token = trigger_token(annotation, trigger.start, trigger.end)
    if token is None:
        return claim
    reach = []
    for timex in in_sentence(annotation, token, times):
        if timex.type in ("DATE", "TIME") and (timex.span.earliest or timex.span.latest):
            steps = distance(annotation, token, timex)
            if steps is not None:
                reach.append((steps, abs(timex.start - trigger.start), timex))
    if reach:
        timex = min(reach, key=lambda each: each[:2])[2]
        reason = f"{timex.text!r}" + (f", read on the document date {document.date}" if document.date else "")
        return replace(claim, begin=timex.span, end=timex.span, time=Span(timex.start, timex.end), date_reason=reason)
    return _bounded(annotation, document, claim, token.i)


def _bounded(annotation: Annotation, document: Document, claim: Claim, i: int) -> Claim:
    day = document.date
    if day is None:
        return replace(claim, date_reason="no time expression, and the document has no date")
    if claim.modality in ("planned", "possible", "demanded", "hypothetical"):
        reason = f"not yet done on the document date {day}"
        return replace(claim, begin=TimeSpan(day, None), end=TimeSpan(day, None), date_reason=reason)
    if annotation.sentence_index(i) <= 2:
        reason = f"told without a date at the head of a report of {day}: within the {NEWS_DAYS} days up to it"
        begin = TimeSpan(day - timedelta(days=NEWS_DAYS), day)
    else:
        reason = f"told without a date: not after the document date {day}"
        begin = TimeSpan(None, day)
    end = TimeSpan() if claim.modality == "ongoing" else begin
    return replace(claim, begin=begin, end=end, date_reason=reason)

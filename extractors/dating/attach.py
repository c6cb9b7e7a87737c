"""Which time expression of a sentence belongs to which word of it."""

from __future__ import annotations

from dateline.extractors.syntax import Annotation, Token
from dateline.graph.model import Timex

REPORTING = frozenset(
    "say tell report announce state add claim note declare confirm according quote acknowledge warn predict".split()
)
"""Verbs whose own time is not that of what they report."""


def trigger_token(annotation: Annotation, start: int, end: int) -> Token | None:
    """The token that governs the trigger's words; None where no token covers them."""
    indices = annotation.within(start, end)
    return annotation.head_of(indices.start, indices.stop) if indices else None


def in_sentence(annotation: Annotation, token: Token, times: tuple[Timex, ...]) -> list[Timex]:
    """The expressions in the sentence of `token`, in text order."""
    sentence = annotation.sentence(token.i)
    return [t for t in times if sentence.start <= t.start and t.end <= sentence.end]


def distance(annotation: Annotation, trigger: Token, timex: Timex) -> int | None:
    """Steps through the tree from the expression to the trigger; None where a clause of its own lies between.

    A clause boundary is a finite verb, other than the trigger's own, under which the expression hangs.
    """
    indices = annotation.within(timex.start, timex.end)
    if not indices:
        return None
    head = annotation.head_of(indices.start, indices.stop)
    path = [head, *annotation.ancestors(head.i)]
    mine = {t.i: n for n, t in enumerate([trigger, *annotation.ancestors(trigger.i)])}
    for steps, token in enumerate(path):
        if token.i in mine:
            down = mine[token.i]
            chain = [trigger, *annotation.ancestors(trigger.i)][:down]
            if token.lemma in REPORTING and token.i != trigger.i and any(t.pos in ("VERB", "AUX") for t in chain):
                return None
            return steps + 2 * down
        if token.pos in ("VERB", "AUX") and token.i != trigger.i:
            steps += 4
    return None

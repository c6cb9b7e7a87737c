"""Words that look like events, proposed by a small network fitted on the project's marked examples.

A frozen language model gives each word a vector (`encoder`), the head tells from it which class, subtype and status
the word has, if any (`head`); words of one phrase are put together here. `docs/proposer.md` tells how it is made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dateline.extractors.proposals.encoder import Matrix, encode
from dateline.extractors.proposals.features import candidates, features
from dateline.extractors.proposals.head import Head, fitted
from dateline.extractors.syntax import Annotation

LEAST = 0.5
"""The probability of an event from which a word is proposed."""
_MAX_GAP = 2
"""Words by which those of one phrase may lie apart ("opened heavy fire")."""


@dataclass(frozen=True)
class Outlook:
    """What the head tells of every token: one row a token, one column a label; words that cannot tell of an event
    have probability 1 of being none."""

    head: Head
    types: Matrix
    subtypes: Matrix
    statuses: Matrix

    def event(self, i: int) -> float:
        """The probability that token `i` tells of an event of any class."""
        return 1.0 - float(self.types[i, 0])

    def knows(self, name: str) -> bool:
        """Whether the head was fitted on the class `name`."""
        return name in self.head.labels["type"]

    def of_type(self, i: int, name: str) -> float:
        """The probability that token `i` tells of an event of the class `name`."""
        return float(self.types[i, self.head.labels["type"].index(name)])

    def best_type(self, i: int) -> str:
        """The likeliest class of token `i`, if it tells of an event."""
        return self.head.labels["type"][1 + int(self.types[i, 1:].argmax())]

    def best_subtype(self, i: int, name: str) -> tuple[str | None, float]:
        """The likeliest subtype of an event of the class `name` at token `i`, and its probability among those."""
        fit = self.head.subtypes_of(name)
        likely = max(fit, key=lambda n: float(self.subtypes[i, n]))
        label = self.head.labels["subtype"][likely].partition(".")[2]
        return label or None, float(self.subtypes[i, likely] / self.subtypes[i, fit].sum())

    def status(self, i: int, label: str) -> float:
        """The probability that an event at token `i` is told as `label`: actual, ongoing, planned, denied …"""
        return float(self.statuses[i, self.head.labels["status"].index(label)])

    def best_status(self, i: int) -> tuple[str, float]:
        """The likeliest status of an event at token `i`, and its probability."""
        n = int(self.statuses[i].argmax())
        return self.head.labels["status"][n], float(self.statuses[i, n])


@dataclass(frozen=True, slots=True)
class Proposal:
    """A phrase that looks like an event: `anchor` is its likeliest word, `probability` that it is an event at all."""

    tokens: tuple[int, ...]
    anchor: int
    type: str
    subtype: str | None
    status: str
    probability: float
    type_probability: float
    status_probability: float


def outlook(annotation: Annotation) -> Outlook:
    """What the fitted head tells of each token of a text."""
    head = fitted()
    at = candidates(annotation)
    told = {name: np.zeros((len(annotation.tokens), len(labels)), np.float32) for name, labels in head.labels.items()}
    told["type"][:, 0] = told["status"][:, 0] = told["subtype"][:, 0] = 1.0
    if at:
        rows = features(annotation, encode(annotation), at, head.grammar)
        for name, probabilities in head.tell(rows).items():
            told[name][at] = probabilities
    return Outlook(head, told["type"], told["subtype"], told["status"])


def propose(annotation: Annotation, seen: Outlook | None = None, least: float = LEAST) -> tuple[Proposal, ...]:
    """The phrases of a text that look like events with at least the probability `least`, in text order.

    `seen` is the text's outlook, where that is at hand.
    """
    seen = seen or outlook(annotation)
    return tuple(_proposal(seen, words) for words in _phrases(annotation, seen, least))


def _proposal(seen: Outlook, words: list[int]) -> Proposal:
    anchor = max(words, key=seen.event)
    name = seen.best_type(anchor)
    status, sure = seen.best_status(anchor)
    subtype, _ = seen.best_subtype(anchor, name)
    probability = seen.event(anchor)
    return Proposal(
        tuple(words), anchor, name, subtype, status, probability, seen.of_type(anchor, name) / probability, sure
    )


def _phrases(a: Annotation, seen: Outlook, least: float) -> Iterator[list[int]]:
    """Likely words, those of one class that govern each other and lie close by together."""
    phrase: list[int] = []
    for i in (t.i for t in a.tokens if seen.event(t.i) >= least):
        if phrase and _continues(a, seen, phrase, i):
            phrase.append(i)
        else:
            if phrase:
                yield phrase
            phrase = [i]
    if phrase:
        yield phrase


def _continues(a: Annotation, seen: Outlook, phrase: list[int], i: int) -> bool:
    last = phrase[-1]
    near = i - last <= _MAX_GAP and a.sentence_index(i) == a.sentence_index(last)
    if not near or a.tokens[i].dep == "conj" or seen.best_type(i) != seen.best_type(last):
        return False
    return any(i in _above(a, j) or j in _above(a, i) for j in phrase)


def _above(a: Annotation, i: int) -> tuple[int, int]:
    """The governor of a token, and its governor ("in" and "put" of "put in chains")."""
    head = a.tokens[i].head
    return head, a.tokens[head].head

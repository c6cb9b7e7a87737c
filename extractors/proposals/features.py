"""What the head looks at for each word: its vector, those of its neighbours, governor and sentence, and its grammar.

The dictionary form has a vector too, read by itself, so that words never met in the examples are known by their kin.

Grammar is told by three ones in a row of noughts: part of speech, tag and dependency, of the lists the head was fitted
with.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.extractors.proposals.encoder import Matrix, alone
from dateline.extractors.syntax import Annotation, Token

NEVER = frozenset({"DET", "ADP", "PART", "AUX", "PUNCT", "CCONJ", "SCONJ", "PRON", "NUM", "SYM", "SPACE"})
"""Parts of speech that tell of no event by themselves."""


def candidates(annotation: Annotation) -> list[int]:
    """The tokens that may tell of an event."""
    return [t.i for t in annotation.tokens if t.pos not in NEVER and any(letter.isalpha() for letter in t.text)]


def features(annotation: Annotation, vectors: Matrix, at: Sequence[int], labels: Sequence[str]) -> Matrix:
    """One row a token of `at`, at least one; `labels` are the grammar's, written as `grammar` gives them."""
    rows = np.asarray(at, dtype=np.intp)
    before, after, around = np.zeros_like(vectors), np.zeros_like(vectors), np.zeros_like(vectors)
    for s in annotation.sentences:
        before[s.first + 1 : s.last] = vectors[s.first : s.last - 1]
        after[s.first : s.last - 1] = vectors[s.first + 1 : s.last]
        around[s.first : s.last] = vectors[s.first : s.last].mean(axis=0)
    governors = np.array([annotation.tokens[i].head for i in at], dtype=np.intp)
    column = {label: number for number, label in enumerate(labels)}
    marks = np.zeros((len(rows), len(labels)), dtype=np.float32)
    for row, i in enumerate(at):
        for label in grammar(annotation.tokens[i]):
            if label in column:
                marks[row, column[label]] = 1.0
    words = np.stack([alone(annotation.tokens[i].lemma) for i in at])
    parts = [vectors[rows], before[rows], after[rows], vectors[governors], around[rows], words, marks]
    return np.concatenate(parts, axis=1)


def grammar(token: Token) -> tuple[str, str, str]:
    """What is told of a word's grammar."""
    return f"pos {token.pos}", f"tag {token.tag}", f"dep {token.dep}"

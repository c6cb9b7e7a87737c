"""The head: a network of two layers over a word's features, with three answers: class, subtype and status.

Its weights are data, `data/proposals/head.npz`, made by `tools/fit_proposer.py` from the marked examples. Each
answer is a row of probabilities, softened by the temperature at which held-back examples are told best (Guo et al.
2017), so that of all words told with 0.8, about 80 % are right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from dateline.extractors.datafiles import DATA
from dateline.extractors.proposals.encoder import Matrix
from dateline.graph.errors import DataError

FILE = "proposals/head.npz"
NONE = ""
"""The class of a word that tells of no event, and the subtype of an event that has none; others are "Vote.Election"."""
ANSWERS = ("type", "subtype", "status")


@dataclass(frozen=True)
class Head:
    """Weights and what their columns stand for: `labels` of each answer, `grammar` of the last features."""

    labels: Mapping[str, tuple[str, ...]]
    grammar: tuple[str, ...]
    hidden: tuple[Matrix, Matrix]
    outputs: Mapping[str, tuple[Matrix, Matrix]]
    temperatures: Mapping[str, float]

    def tell(self, rows: Matrix) -> dict[str, Matrix]:
        """For each answer the probabilities of its labels, one row a word."""
        weights, bias = self.hidden
        inner = np.maximum(rows @ weights + bias, 0.0)
        return {name: softmax((inner @ w + b) / self.temperatures[name]) for name, (w, b) in self.outputs.items()}

    def subtypes_of(self, name: str) -> list[int]:
        """The columns of the subtypes that an event of the class `name` may have, that of none among them."""
        return [n for n, label in enumerate(self.labels["subtype"]) if label == NONE or label.startswith(f"{name}.")]


def softmax(scores: Matrix) -> Matrix:
    """Scores as probabilities, row by row."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    told: Matrix = raised / raised.sum(axis=1, keepdims=True)
    return told


@cache
def fitted() -> Head:
    """The head that comes with the package; raises `DataError` where its file is damaged."""
    try:
        with (DATA / FILE).open("rb") as file, np.load(file, allow_pickle=False) as stored:
            kept = {name: stored[name] for name in stored.files}
        return Head(
            labels={name: tuple(str(x) for x in kept[f"{name} labels"]) for name in ANSWERS},
            grammar=tuple(str(x) for x in kept["grammar"]),
            hidden=(_floats(kept["hidden weights"]), _floats(kept["hidden bias"])),
            outputs={name: (_floats(kept[f"{name} weights"]), _floats(kept[f"{name} bias"])) for name in ANSWERS},
            temperatures={name: float(kept[f"{name} temperature"]) for name in ANSWERS},
        )
    except (OSError, KeyError, ValueError) as error:
        raise DataError(FILE, None, f"it cannot be read ({error})", "what tools/fit_proposer.py writes") from error


def _floats(stored: np.ndarray[tuple[int, ...], np.dtype[np.float16]]) -> Matrix:
    return stored.astype(np.float32)

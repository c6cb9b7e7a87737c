"""Fit the head that proposes events on the marked examples: `extractors/data/proposals/head.npz` anew.

    python -m tools.fit_proposer [--check]

Each example is parsed and read by the language model as a document would be; each word that may tell of an event is a
row. Two layers with dropout, all three answers at once, by Adam (Kingma and Ba 2015) with a falling rate, from a fixed
seed: the same examples give the same file on the same machine. Before that, each third of the examples, in blocks of
ten lines, is told by a head fitted on the others: from these answers come the temperatures and the figures that are
printed. `--check` prints the figures and writes nothing.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.extractors.annotate import annotator
from dateline.extractors.events.examples import STATUSES, Example, examples
from dateline.extractors.proposals.encoder import COMMON, Matrix, encode, rounded
from dateline.extractors.proposals.features import candidates, features, grammar
from dateline.extractors.proposals.head import ANSWERS, FILE, NONE, softmax
from dateline.extractors.syntax import Annotation
from dateline.graph.model import Document
from dateline.graph.vocabulary import event_types

OUT = Path(__file__).parent.parent / "extractors" / "data" / FILE
WITHOUT_SUBTYPES = frozenset({"articles.txt", "newswire.txt"})
"""Files whose events are marked with their class alone."""
HIDDEN = 256
EPOCHS = 10
BATCH = 256
RATE = 1e-3
DROPOUT, BLUR = 0.5, 0.3
"""Shares of inner cells and of features that are left out at each step."""
WEIGHT = {"type": 1.0, "subtype": 0.5, "status": 1.0}
FOLDS = 3
BLOCK = 10
RARE = 5
"""Times that a tag or dependency must be seen to be a feature."""

Numbers = NDArray[np.int64]
Weights = dict[str, Matrix]


@dataclass(frozen=True)
class Rows:
    """Features of the words of all examples, the right column of each answer (-1: not known), and each word's fold."""

    inputs: Matrix
    right: dict[str, Numbers]
    fold: Numbers

    def where(self, chosen: NDArray[np.bool_]) -> Rows:
        return Rows(self.inputs[chosen], {k: v[chosen] for k, v in self.right.items()}, self.fold[chosen])


class Read(NamedTuple):
    """An example, parsed, with its token vectors."""

    example: Example
    annotation: Annotation
    vectors: Matrix


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="print the figures and write nothing")
    options = parser.parse_args()
    labels = answers()
    read = [*read_examples()]
    marks = seen_grammar(read)
    rows = to_rows(read, labels, marks)
    held = held_back(rows, labels)
    temperatures = {name: temperature(held[name], rows.right[name]) for name in ANSWERS}
    report(rows, labels, held, temperatures)
    if not options.check:
        keep_words(read)
        write(fit(rows, labels), labels, marks, temperatures)


def answers() -> dict[str, tuple[str, ...]]:
    """The labels of each answer: classes and subtypes as the ontology has them, and the seven statuses."""
    known = event_types()
    classes = sorted(name for name, kind in known.items() if kind.parent is None)
    subtypes = sorted(f"{kind.parent}.{name}" for name, kind in known.items() if kind.parent is not None)
    return {"type": (NONE, *classes), "subtype": (NONE, *subtypes), "status": tuple(sorted(STATUSES))}


def read_examples() -> list[Read]:
    annotate = annotator()
    parsed = ((example, annotate(Document("example", example.text))) for example in examples())
    return [Read(example, annotation, encode(annotation)) for example, annotation in parsed]


def seen_grammar(read: Sequence[Read]) -> tuple[str, ...]:
    counts = Counter(label for r in read for i in candidates(r.annotation) for label in grammar(r.annotation.tokens[i]))
    return tuple(sorted(label for label, times in counts.items() if times >= RARE))


def to_rows(read: Sequence[Read], labels: Mapping[str, Sequence[str]], marks: Sequence[str]) -> Rows:
    inputs, right, folds = [], [], []
    for r in read:
        at = candidates(r.annotation)
        told = marked(r, labels)
        keep = [i for i in at if told[i] is not _BESIDE]
        if not keep:
            continue
        inputs.append(features(r.annotation, r.vectors, keep, marks))
        right.extend(told[i] for i in keep)
        block = f"{r.example.file} {r.example.line // BLOCK}"
        folds.extend([zlib.crc32(block.encode()) % FOLDS] * len(keep))
    columns = {name: np.array([row[n] for row in right], dtype=np.int64) for n, name in enumerate(ANSWERS)}
    return Rows(np.concatenate(inputs), columns, np.array(folds, dtype=np.int64))


_NOTHING = (0, -1, -1)
_BESIDE = (-1, -1, -1)


def marked(read: Read, labels: Mapping[str, Sequence[str]]) -> list[tuple[int, int, int]]:
    """The right class, subtype and status of each token; small words within a trigger are told neither way."""
    told = [_NOTHING] * len(read.annotation.tokens)
    may = set(candidates(read.annotation))
    for event in read.example.events:
        words = read.annotation.within(event.start, event.end)
        subtype = f"{event.type}.{event.subtype}" if event.subtype else NONE
        known = read.example.file not in WITHOUT_SUBTYPES or event.subtype
        answer = (
            labels["type"].index(event.type),
            labels["subtype"].index(subtype) if known else -1,
            labels["status"].index(event.status),
        )
        for i in words:
            told[i] = answer if i in may else _BESIDE
    return told


def fit(rows: Rows, labels: Mapping[str, Sequence[str]], seed: int = 0) -> Weights:
    """The weights after `EPOCHS` passes over the rows."""
    random = np.random.default_rng(seed)
    weights = {"hidden weights": _drawn(random, rows.inputs.shape[1], HIDDEN), "hidden bias": _noughts(HIDDEN)}
    for name in ANSWERS:
        weights[f"{name} weights"] = _drawn(random, HIDDEN, len(labels[name]))
        weights[f"{name} bias"] = _noughts(len(labels[name]))
    mean = {key: np.zeros_like(value) for key, value in weights.items()}
    square = {key: np.zeros_like(value) for key, value in weights.items()}
    batches = -(-len(rows.inputs) // BATCH)
    step = 0
    for _ in range(EPOCHS):
        order = random.permutation(len(rows.inputs))
        for at in range(0, len(order), BATCH):
            step += 1
            slopes = gradients(weights, rows, order[at : at + BATCH], random)
            rate = RATE * (1 - step / (EPOCHS * batches + 1))
            for key, slope in slopes.items():
                mean[key] = 0.9 * mean[key] + 0.1 * slope
                square[key] = 0.999 * square[key] + 0.001 * slope * slope
                size = np.sqrt(square[key] / (1 - 0.999**step)) + 1e-8
                weights[key] -= np.float32(rate / (1 - 0.9**step)) * mean[key] / size
    return weights


def _drawn(random: np.random.Generator, wide: int, deep: int) -> Matrix:
    """First weights (He et al. 2015)."""
    return random.standard_normal((wide, deep), dtype=np.float32) * np.float32(np.sqrt(2 / wide))


def _noughts(size: int) -> Matrix:
    return np.zeros(size, dtype=np.float32)


def gradients(weights: Weights, rows: Rows, batch: Numbers, random: np.random.Generator) -> Weights:
    """Slopes of the summed cross-entropies of all answers."""
    inputs = _dropped(rows.inputs[batch], BLUR, random)
    raw = inputs @ weights["hidden weights"] + weights["hidden bias"]
    kept = _dropped(np.ones_like(raw), DROPOUT, random) * (raw > 0)
    inner = raw * kept
    slopes: Weights = {}
    back = np.zeros_like(inner)
    for name in ANSWERS:
        right = rows.right[name][batch]
        error = softmax(inner @ weights[f"{name} weights"] + weights[f"{name} bias"])
        error[np.arange(len(batch)), np.maximum(right, 0)] -= 1.0
        error[right < 0] = 0.0
        error *= np.float32(WEIGHT[name] / len(batch))
        slopes[f"{name} weights"], slopes[f"{name} bias"] = inner.T @ error, error.sum(axis=0)
        back += error @ weights[f"{name} weights"].T
    back *= kept
    slopes["hidden weights"], slopes["hidden bias"] = inputs.T @ back, back.sum(axis=0)
    return slopes


def _dropped(values: Matrix, share: float, random: np.random.Generator) -> Matrix:
    kept: Matrix = values * (random.random(values.shape, dtype=np.float32) >= share) / np.float32(1 - share)
    return kept


def scores(weights: Weights, inputs: Matrix) -> Weights:
    inner = np.maximum(inputs @ weights["hidden weights"] + weights["hidden bias"], 0.0)
    return {name: inner @ weights[f"{name} weights"] + weights[f"{name} bias"] for name in ANSWERS}


def held_back(rows: Rows, labels: Mapping[str, Sequence[str]]) -> Weights:
    """Scores of each fold's words by a head fitted on the other folds."""
    found = {name: np.zeros((len(rows.inputs), len(labels[name])), dtype=np.float32) for name in ANSWERS}
    for fold in range(FOLDS):
        inside = rows.fold == fold
        for name, told in scores(fit(rows.where(~inside), labels), rows.inputs[inside]).items():
            found[name][inside] = told
    return found


def temperature(told: Matrix, right: Numbers) -> float:
    """By what the scores must be divided that the right labels get the highest likelihood."""
    known = right >= 0

    def loss(by: float) -> float:
        chances = softmax(told[known] / np.float32(by))
        return -float(np.log(chances[np.arange(known.sum()), right[known]] + 1e-9).mean())

    return min((round(0.5 + 0.05 * n, 2) for n in range(51)), key=loss)


def report(rows: Rows, labels: Mapping[str, Sequence[str]], held: Weights, temperatures: Mapping[str, float]) -> None:
    """How the held-back words were told, and how far the probabilities can be trusted."""
    told = {name: softmax(held[name] / np.float32(temperatures[name])) for name in ANSWERS}
    event, right = 1 - told["type"][:, 0], rows.right["type"]
    print(f"{len(right)} words, {(right > 0).sum()} of them in triggers; temperatures {temperatures}")
    for least in (0.3, 0.5, 0.7, 0.9):
        said, hit = event >= least, (event >= least) & (right > 0)
        type_right = (told["type"][:, 1:].argmax(axis=1) + 1 == right)[hit].mean()
        print(
            f"event from {least}: precision {hit.sum() / said.sum():.3f} recall {hit.sum() / (right > 0).sum():.3f}"
            f" class {type_right:.3f}"
        )
    for name in ("subtype", "status"):
        known = rows.right[name] >= 0
        print(f"{name} right: {(told[name].argmax(axis=1) == rows.right[name])[known].mean():.3f}")
    happened = np.isin(np.arange(len(labels["status"])), [labels["status"].index(s) for s in ("actual", "ongoing")])
    known = rows.right["status"] >= 0
    agree = happened[told["status"].argmax(axis=1)] == happened[rows.right["status"]]
    print(f"happened or not right: {agree[known].mean():.3f}")
    for low in np.arange(0, 1, 0.1):
        inside = (event >= low) & (event < low + 0.1)
        print(
            f"of {inside.sum()} words told with {low:.1f} to {low + 0.1:.1f}: {(right > 0)[inside].mean():.2f} events"
        )


def keep_words(read: Sequence[Read]) -> None:
    """Write the vectors of the dictionary forms that candidates have more than once."""
    counts = Counter(r.annotation.tokens[i].lemma for r in read for i in candidates(r.annotation))
    words = sorted(word for word, times in counts.items() if times > 1)
    path = OUT.parent / Path(COMMON).name
    np.savez_compressed(path, words=np.array(words), vectors=np.stack([rounded(word) for word in words]))
    print(f"wrote {path} ({len(words)} words, {path.stat().st_size} bytes)")


def write(
    weights: Weights,
    labels: Mapping[str, Sequence[str]],
    marks: Sequence[str],
    temperatures: Mapping[str, float],
) -> None:
    stored: dict[str, NDArray[np.generic]] = {key: value.astype(np.float16) for key, value in weights.items()}
    for name in ANSWERS:
        stored[f"{name} labels"] = np.array(labels[name])
        stored[f"{name} temperature"] = np.array(temperatures[name])
    stored["grammar"] = np.array(marks)
    OUT.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(OUT, allow_pickle=False, **stored)  # type: ignore[arg-type]
    print(f"wrote {OUT} ({OUT.stat().st_size} bytes)")


if __name__ == "__main__":
    main()

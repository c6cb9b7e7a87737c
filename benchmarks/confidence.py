"""Hold the confidence of records against what is right: of all events told with 0.8, eight of ten should be.

    python -m benchmarks.confidence [--examples FILE] [--svg FILE]

Reads marked sentences (the measuring sentences, unless told otherwise), extracts each as a document of its own, and
counts an event as right if it lies on a marked one of its class and tells alike whether that happened. Prints a
table by tenths, the expected calibration error (Naeini et al. 2015), and slope and shift of the logistic regression of
right on the log odds of the confidence (Cox 1958), for what is told to have happened and for the rest: 1 and 0 where it
is calibrated. `--svg` draws the diagram.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np

from dateline.extractors.annotate import Annotator, annotator
from dateline.extractors.events.examples import Example, parse
from dateline.extractors.extract import extract
from dateline.graph.model import HAPPENED, STATUS, Claim, Document

SENTENCES = Path(__file__).parent.parent / "tests/golden/sentences.txt"
DAY = date(2024, 5, 14)
"""The day of publication that each sentence gets."""


class Told(NamedTuple):
    """One event of a record: its confidence, whether it is right, and whether it is told to have happened."""

    confidence: float
    right: bool
    happened: bool


class Tenth(NamedTuple):
    """Events told with about the same confidence: how many, their mean confidence, and the share that is right."""

    events: int
    confidence: float
    right: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=Path, default=SENTENCES, help="marked sentences, one a line")
    parser.add_argument("--svg", type=Path, help="draw the diagram into this file")
    options = parser.parse_args()
    events = [*told(options.examples, annotator())]
    bins = tenths(events)
    for each in bins:
        print(f"{each.events:4} events told with {each.confidence:.2f} on average: {each.right:.2f} right")
    print(f"expected calibration error {error(bins):.3f}")
    for happened, name in ((True, "told to have happened"), (False, "others")):
        slope, shift = regression([e for e in events if e.happened == happened])
        print(f"{name}: slope {slope:.2f}, shift {shift:.2f}")
    if options.svg:
        options.svg.write_text(diagram(bins), "utf-8")


def told(path: Path, annotate: Annotator) -> Iterator[Told]:
    """Every event told of the marked sentences of a file, statements left out."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            example = parse(line, path.name, number)
            for claim in extract(Document(f"line {number}", example.text, date=DAY), annotate).events:
                if claim.type != "State":
                    yield Told(claim.confidence, is_right(claim, example), claim.status in HAPPENED)


def is_right(claim: Claim, example: Example) -> bool:
    """Whether a marked event of its class, happened or not as it tells, lies under one of its mentions."""
    return any(
        event.type == claim.type
        and (event.status != "denied" and STATUS[event.status] in HAPPENED) == (claim.status in HAPPENED)  # type: ignore[index]
        for event in example.events
        if any(m.start < event.end and event.start < m.end for m in claim.mentions)
    )


def tenths(events: Sequence[Told]) -> list[Tenth]:
    """The events by tenths of confidence, those that hold any."""
    groups = ([e for e in events if min(int(e.confidence * 10), 9) == n] for n in range(10))
    return [Tenth(len(g), sum(e.confidence for e in g) / len(g), sum(e.right for e in g) / len(g)) for g in groups if g]


def error(bins: Sequence[Tenth]) -> float:
    """The mean distance of confidence from truth, weighed by events."""
    return sum(b.events * abs(b.confidence - b.right) for b in bins) / sum(b.events for b in bins)


def regression(events: Sequence[Told]) -> tuple[float, float]:
    """Slope and shift of the logistic regression of right on the log odds of confidence, by Newton's method."""
    chance = np.clip([e.confidence for e in events], 0.001, 0.999)
    inputs = np.stack([np.log(chance / (1 - chance)), np.ones(len(events))], axis=1)
    right = np.array([e.right for e in events], dtype=float)
    weights = np.zeros(2)
    for _ in range(25):
        p = 1 / (1 + np.exp(-inputs @ weights))
        slopes = inputs.T @ (p - right)
        bends = (inputs * (p * (1 - p))[:, None]).T @ inputs
        weights -= np.linalg.solve(bends + 1e-6 * np.eye(2), slopes)
    return float(weights[0]), float(weights[1])


def diagram(bins: Sequence[Tenth]) -> str:
    """The reliability diagram as SVG: a dot a tenth, its area by its events; on the dashed line confidence is truth."""
    size, edge = 360, 45
    span = size - 2 * edge

    def at(x: float, y: float) -> tuple[float, float]:
        return round(edge + x * span, 1), round(size - edge - y * span, 1)

    (left, bottom), (right, top) = at(0, 0), at(1, 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="11">',
        "<title>Reliability of the confidence of events</title>",
        f'<rect width="{size}" height="{size}" fill="#fff"/>',
        f'<rect x="{left}" y="{top}" width="{span}" height="{span}" fill="none" stroke="#888"/>',
        f'<path d="M{left} {bottom}L{right} {top}" stroke="#888" stroke-dasharray="4 4"/>',
    ]
    for n in range(0, 11, 2):
        (x, _), (_, y) = at(n / 10, 0), at(0, n / 10)
        parts.append(f'<text x="{x}" y="{bottom + 15}" text-anchor="middle">{n / 10}</text>')
        parts.append(f'<text x="{left - 6}" y="{y + 4}" text-anchor="end">{n / 10}</text>')
    for b in bins:
        x, y = at(b.confidence, b.right)
        parts.append(f'<circle cx="{x}" cy="{y}" r="{round(2 + b.events**0.5, 1)}" fill="#1f6feb" fill-opacity="0.6"/>')
        parts.append(f'<text x="{x}" y="{round(y + 14 + b.events**0.5, 1)}" text-anchor="middle">{b.events}</text>')
    parts.append(f'<text x="{size / 2}" y="{size - 8}" text-anchor="middle">confidence told</text>')
    parts.append(f'<text transform="translate(12 {size / 2}) rotate(-90)" text-anchor="middle">share right</text>')
    return "\n".join([*parts, "</svg>", ""])


if __name__ == "__main__":
    main()

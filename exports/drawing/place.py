"""Where the boxes and lines of a picture lie, in pixels; names are cut to what fits a box."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.exports.drawing.parts import Parts
from dateline.exports.page import clean, layout

LETTER, PADDING, HEIGHT, GAP = 7.5, 10, 28, 12
"""Width of a letter, room beside the words, height of a box, and space between boxes."""
LONGEST = 34
"""Characters of a name, or of the words on a line."""
STRETCH_X, STRETCH_Y = 3.0, 1.6
"""How far the layout is drawn out: names are wider than high, and words stand on the lines."""
AT_EASE = 36
"""With more nodes than this, the layout is drawn out further."""
ROUNDS = 40


@dataclass(slots=True)
class Box:
    """A node's box by its middle; `whole` is shown when one points at it."""

    x: float
    y: float
    width: float
    words: str
    whole: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between the borders of two boxes, words at its middle; `whole` is shown when one points at it."""

    x1: float
    y1: float
    x2: float
    y2: float
    words: str
    whole: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is drawn, the height that all boxes have, and the size of the canvas."""

    boxes: Sequence[Box]
    edges: Sequence[Edge]
    tall: float
    width: float
    height: float


def picture(parts: Parts) -> Picture:
    """The same parts always lie in the same places."""
    numbers = {key: number for number, key in enumerate(parts.nodes)}
    points = layout.positions(len(numbers), ((numbers[source], numbers[target]) for source, target in parts.lines))
    boxes, further = [], max(1.0, math.sqrt(len(points) / AT_EASE))
    for (x, y), node in zip(points, parts.nodes.values(), strict=True):
        words = _cut(node.name)
        whole = "\n".join([clean.label(node.name), *map(clean.label, node.told)])
        boxes.append(
            Box(x * STRETCH_X * further, y * STRETCH_Y * further, len(words) * LETTER + 2 * PADDING, words, whole)
        )
    _apart(boxes)
    left = min(box.x - box.width / 2 for box in boxes) - GAP
    top = min(box.y for box in boxes) - HEIGHT
    for box in boxes:
        box.x, box.y = round(box.x - left, 1), round(box.y - top, 1)
    edges = [_edge(boxes[numbers[one]], boxes[numbers[other]], words) for (one, other), words in parts.lines.items()]
    width, height = max(box.x + box.width / 2 for box in boxes) + GAP, max(box.y for box in boxes) + HEIGHT
    return Picture(boxes, edges, HEIGHT, round(width), round(height))


def _apart(boxes: Sequence[Box]) -> None:
    """Push boxes that overlap apart, along the way that is shorter; what still overlaps then goes further down."""
    for _ in range(ROUNDS):
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                over_x, over_y = _overlap(one, other)
                if over_x <= 0 or over_y <= 0:
                    continue
                if over_y <= over_x:
                    push = over_y / 2 if other.y >= one.y else -over_y / 2
                    one.y, other.y = one.y - push, other.y + push
                else:
                    push = over_x / 2 if other.x >= one.x else -over_x / 2
                    one.x, other.x = one.x - push, other.x + push
    done: list[Box] = []
    for box in sorted(boxes, key=lambda box: (box.y, box.x)):
        while in_the_way := [other for other in done if min(_overlap(box, other)) > 0]:
            box.y = max(other.y for other in in_the_way) + HEIGHT + GAP
        done.append(box)


def _overlap(one: Box, other: Box) -> tuple[float, float]:
    """By how much two boxes and the space between them overlap, sideways and up and down."""
    wide = (one.width + other.width) / 2 + GAP - abs(other.x - one.x)
    return round(wide, 6), round(HEIGHT + GAP - abs(other.y - one.y), 6)


def _edge(one: Box, other: Box, told: Sequence[str]) -> Edge:
    words = ", ".join(told)
    x1, y1 = _border(one, other)
    x2, y2 = _border(other, one)
    return Edge(x1, y1, x2, y2, _cut(words), clean.label(words))


def _border(box: Box, towards: Box) -> tuple[float, float]:
    """Where the line from the middle of the box leaves it."""
    dx, dy = towards.x - box.x, towards.y - box.y
    share = min(
        box.width / 2 / abs(dx) if dx else float("inf"), HEIGHT / 2 / abs(dy) if dy else float("inf"), 1.0
    )  # fmt: skip
    return round(box.x + dx * share, 1), round(box.y + dy * share, 1)


def _cut(text: str) -> str:
    plain = clean.label(text)
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + "…"

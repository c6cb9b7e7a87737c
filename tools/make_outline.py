"""Make `exports/page/world.json`, the outline of the world on the page's map, anew from Natural Earth.

    npm pack world-atlas@2.0.2 && tar -xzf world-atlas-2.0.2.tgz
    python -m tools.make_outline package/countries-50m.json

world-atlas (ISC) holds Natural Earth's countries at 1:50 million (public domain) as TopoJSON: lines that neighbours
share are stored once. Lines are simplified after Douglas and Peucker (1973) and rounded; islands too small to be seen
are left out. The same input gives the same file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

OUT = Path(__file__).parent.parent / "exports" / "page" / "world.json"
UNIT = 20
"""Whole numbers of the result to a degree."""
TOLERANCE = 1.2
"""How far a simplified line may lie from the true one, in those units."""
SMALLEST = 10.0
"""Area of the smallest island that is kept, in squares of those units."""
SOUTH = -60.0
"""Antarctica, beyond this latitude, is left out."""

Line = NDArray[np.float64]
"""Points as rows of x and y."""


def outline(topology: dict[str, Any]) -> dict[str, Any]:
    """`land`: closed rings; `borders`: lines between countries. Each [x, y, dx, dy, dx, dy, ...], y to the north."""
    arcs = [_simple(_decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    countries = topology["objects"]["countries"]["geometries"]
    uses = Counter(number for country in countries for ring in _rings(country) for number in map(_arc, ring))
    land = (np.concatenate([_turned(arcs, number) for number in ring]) for ring in _rings(*_land(topology)))
    borders = (arcs[number] for number, n in sorted(uses.items()) if n > 1)
    return {
        "source": "Natural Earth 4.1, 1:50 million, public domain, through world-atlas 2.0.2; made by make_outline.py",
        "unit": UNIT,
        "land": [_steps(ring) for ring in land if _area(ring) >= SMALLEST and ring[:, 1].min() > SOUTH * UNIT],
        "borders": [_steps(line) for line in borders],
    }


def _land(topology: dict[str, Any]) -> list[dict[str, Any]]:
    return list(topology["objects"]["land"]["geometries"])


def _rings(*geometries: dict[str, Any]) -> Iterator[Sequence[int]]:
    for geometry in geometries:
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
        for polygon in polygons:
            yield from polygon


def _arc(number: int) -> int:
    """TopoJSON writes an arc that is run backwards as the complement of its number."""
    return ~number if number < 0 else number


def _turned(arcs: Sequence[Line], number: int) -> Line:
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _decoded(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Line:
    """Points of an arc in units of the result; TopoJSON holds them as steps of a grid."""
    steps: Line = np.array(list(accumulate(map(np.array, arc))), dtype=float)
    points: Line = (steps * transform["scale"] + transform["translate"]) * UNIT
    return points


def _simple(line: Line) -> Line:
    """Those points without which the line would stray by more than the tolerance; its ends stay."""
    keep = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        chord = line[last] - line[first]
        away = line[first + 1 : last] - line[first]
        length = np.hypot(*chord)
        off = np.abs(chord[0] * away[:, 1] - chord[1] * away[:, 0]) / length if length else np.hypot(*away.T)
        worst = int(off.argmax())
        if off[worst] > TOLERANCE:
            middle = first + 1 + worst
            keep.add(middle)
            waiting += [(first, middle), (middle, last)]
    simple: Line = line[sorted(keep)]
    return simple


def _area(ring: Line) -> float:
    x, y = ring.T
    return float(abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2)


def _steps(line: Line) -> list[int]:
    points = np.rint(line).astype(int)
    steps = np.diff(points, axis=0)
    moved = steps[np.any(steps != 0, axis=1)]
    return [int(value) for value in np.concatenate([points[:1], moved]).ravel()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("topology", type=Path, help="countries-50m.json of world-atlas")
    made = outline(json.loads(parser.parse_args().topology.read_text("utf-8")))
    OUT.write_text(json.dumps(made, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()

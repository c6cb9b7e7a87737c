"""Where the nodes of the page's graph lie, computed here once so that the browser need not simulate physics.

The most connected nodes are laid out after Kamada and Kawai (1989), or Fruchterman and Reingold (1991) where there
are many, one connected component at a time; components are packed in rows, largest first, so that none is flung to
the rim. All other nodes lie on a spiral round their neighbours. The page shows some tens of nodes at once and moves
overlapping boxes apart itself, since only it knows how wide the words are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import networkx as nx

CORE = 240
"""How many of the most connected nodes are laid out by force; the others follow their neighbours."""
EXACT = 80
"""Components up to this size are laid out after Kamada and Kawai, whose cost grows with the cube."""
UNIT = 20
"""Length of an edge in the units of the result."""

Point = tuple[float, float]


def positions(size: int, edges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Coordinates of the nodes 0 to `size` - 1; the same graph always gets the same ones."""
    graph = nx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(edges)
    ranked = sorted(graph, key=lambda node: (-graph.degree(node), node))
    placed = _pack([_component(part) for part in _parts(graph.subgraph(ranked[:CORE]))])
    _follow(graph, ranked, placed)
    return [(round(placed[node][0] * UNIT), round(placed[node][1] * UNIT)) for node in range(size)]


def _parts(graph: nx.Graph) -> list[nx.Graph]:
    """Connected components, largest first, each with its nodes in order (a subgraph's order is that of a set)."""
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    ordered = []
    for part in parts:
        copy = nx.Graph()
        copy.add_nodes_from(sorted(part))
        copy.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.subgraph(part).edges))
        ordered.append(copy)
    return ordered


def _component(graph: nx.Graph) -> dict[int, Point]:
    if len(graph) == 1:
        return dict.fromkeys(graph, (0.0, 0.0))
    exact = len(graph) <= EXACT
    raw = nx.kamada_kawai_layout(graph) if exact else nx.spring_layout(graph, seed=1, iterations=150)
    points = {node: (float(x), float(y)) for node, (x, y) in raw.items()}
    lengths = sorted(math.dist(points[a], points[b]) for a, b in graph.edges)
    scale = 1 / (lengths[len(lengths) // 2] or 1)
    return {node: (x * scale, y * scale) for node, (x, y) in points.items()}


def _pack(parts: Sequence[dict[int, Point]]) -> dict[int, Point]:
    """Components side by side in rows about as wide as all are high together."""
    boxes = [_box(part.values()) for part in parts]
    sizes = [(right - left + 1, bottom - top + 1) for left, top, right, bottom in boxes]
    width = max([math.sqrt(sum(w * h for w, h in sizes) * 1.6), *(w for w, _ in sizes)], default=0)
    placed: dict[int, Point] = {}
    x = y = row = 0.0
    for part, (left, top, _, _), (w, h) in zip(parts, boxes, sizes, strict=True):
        if x and x + w > width:
            x, y, row = 0.0, y + row, 0.0
        placed |= {node: (x + px - left, y + py - top) for node, (px, py) in part.items()}
        x, row = x + w, max(row, h)
    return placed


def _follow(graph: nx.Graph, ranked: Sequence[int], placed: dict[int, Point]) -> None:
    """Put every other node on a spiral (Vogel 1979) round the middle of its placed neighbours, the best known first."""
    _, _, right, bottom = _box(placed.values())
    turns: dict[Point, int] = {}
    waiting = [node for node in ranked if node not in placed]
    while waiting:
        ready = [node for node in waiting if any(other in placed for other in graph[node])]
        for node in ready or waiting:
            around = [placed[other] for other in graph[node] if other in placed]
            centre = _middle(around) if around else (right / 2, bottom + 3)
            turn = turns[centre] = turns.get(centre, 0) + 1
            radius, angle = 0.6 * math.sqrt(turn), turn * math.pi * (3 - math.sqrt(5))
            placed[node] = (centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle))
        waiting = [node for node in waiting if node not in placed]


def _middle(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _box(points: Iterable[Point]) -> tuple[float, float, float, float]:
    every = list(points) or [(0.0, 0.0)]
    xs, ys = [x for x, _ in every], [y for _, y in every]
    return min(xs), min(ys), max(xs), max(ys)

"""Who matters and who belongs together: plain functions from a graph of actors (`network`) to ranked tuples.

Scores are rounded and ties go by name, so that the same graph gives the same list on every machine.

References: L. C. Freeman, "Centrality in social networks", Social Networks 1 (1978); L. Page and others, "The PageRank
citation ranking" (1999); V. D. Blondel and others, "Fast unfolding of communities in large networks" (2008).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import networkx as nx

from dateline.graph.errors import UsageError

SEED = 1
DIGITS = 6


class Rank(NamedTuple):
    """A node, its label and its score."""

    id: str
    label: str
    score: float


def rank(graph: nx.Graph, by: str = "degree") -> tuple[Rank, ...]:
    """All nodes by the metric `by`, the highest first.

    Raises `UsageError` where there is no such metric.

    >>> graph = nx.Graph([("a", "b"), ("b", "c")])
    >>> [each.id for each in rank(graph, "degree")]
    ['b', 'a', 'c']
    """
    if by not in METRICS:
        raise UsageError(f"no metric {by!r}; there are {', '.join(METRICS)}")
    scores = METRICS[by](graph)
    ranks = (Rank(node, graph.nodes[node].get("label", node), round(score, DIGITS)) for node, score in scores.items())
    return tuple(sorted(ranks, key=lambda each: (-each.score, each.label, each.id)))


def degree(graph: nx.Graph) -> dict[str, float]:
    """With how many others a node is joined."""
    return {node: float(count) for node, count in graph.degree()}


def pagerank(graph: nx.Graph) -> dict[str, float]:
    """How often a walk along ties, the heavier the likelier, comes by; the scores sum to 1. Damping 0.85."""
    scores: dict[str, float] = nx.pagerank(graph, weight="weight") if graph else {}
    return scores


def betweenness(graph: nx.Graph) -> dict[str, float]:
    """On what part of the shortest paths between two others a node lies, from 0 to 1."""
    scores: dict[str, float] = nx.betweenness_centrality(graph)
    return scores


def communities(graph: nx.Graph) -> tuple[tuple[Rank, ...], ...]:
    """Groups of nodes more tied to each other than to the rest (Louvain, weighted), the largest first.

    Within a group nodes stand by their weighted degree. Nodes without ties are left out.
    """
    tied = graph.copy()
    tied.remove_nodes_from(list(nx.isolates(graph)))
    if not tied:
        return ()
    strength = dict(tied.degree(weight="weight"))
    groups = nx.community.louvain_communities(tied, weight="weight", seed=SEED)
    ranked = [
        tuple(
            sorted(
                (Rank(node, tied.nodes[node].get("label", node), float(strength[node])) for node in group),
                key=lambda each: (-each.score, each.label, each.id),
            )
        )
        for group in groups
    ]
    return tuple(sorted(ranked, key=lambda group: (-len(group), group[0].label, group[0].id)))


METRICS: Mapping[str, Callable[[nx.Graph], dict[str, float]]] = {
    "degree": degree,
    "pagerank": pagerank,
    "betweenness": betweenness,
}
"""Measures of a node's weight in a graph by name: graph -> score of each node."""

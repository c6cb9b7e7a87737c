from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from dateline.graph.analysis import METRICS, communities, rank
from dateline.graph.errors import UsageError
from dateline.graph.model import Timeline
from dateline.graph.network import involved, network, together

HERE = Path(__file__).parent


def names(graph: nx.Graph) -> dict[str, str]:
    return {node: data["label"] for node, data in graph.nodes(data=True)}


def test_events_are_nodes_and_roles_are_edges(timeline: Timeline) -> None:
    graph = network(timeline)
    labels = names(graph)
    edges = {(labels[a], data["label"], labels[b]) for a, b, data in graph.edges(data=True)}
    assert ("police", "agent", "Police arrest Ada Korrin") in edges
    assert ("Police arrest Ada Korrin", "patient", "Ada Korrin") in edges
    assert ("Dockers go on strike in Marenport", "place", "Marenport") in edges
    assert ("Dockers go on strike in Marenport", "causes", "Police clash with strikers") in edges


def test_what_did_not_happen_makes_no_tie(timeline: Timeline) -> None:
    kinds = {data["label"]: data["kind"] for _, data in network(timeline).nodes(data=True)}
    assert kinds["Dockers' Union plans a rally"] == "unrealised"
    assert kinds["Dockers go on strike in Marenport"] == "event"
    assert "Dockers' Union" not in names(involved(timeline)).values()


def test_actors_are_joined_by_the_events_they_share(timeline: Timeline) -> None:
    graph = involved(timeline)
    labels = names(graph)
    edges = {tuple(sorted((labels[a], labels[b]))): data["weight"] for a, b, data in graph.edges(data=True)}
    assert edges == {("Ada Korrin", "police"): 1, ("police", "strikers"): 1}
    assert {labels[node]: data["events"] for node, data in graph.nodes(data=True)}["Dockers"] == 2
    assert together(timeline).number_of_edges() == 0, "those on two sides do not act together"


@pytest.mark.parametrize("by", sorted(METRICS))
def test_the_highest_comes_first(timeline: Timeline, by: str) -> None:
    ranked = rank(involved(timeline), by)
    assert ranked[0].label == "police" and len(ranked) == 5
    assert [each.score for each in ranked] == sorted((each.score for each in ranked), reverse=True)
    assert rank(nx.Graph(), by) == ()


def test_known_values_of_the_metrics() -> None:
    path = nx.path_graph(["a", "b", "c"])
    assert [tuple(each) for each in rank(path, "degree")] == [("b", "b", 2.0), ("a", "a", 1.0), ("c", "c", 1.0)]
    assert [each.score for each in rank(path, "betweenness")] == [1.0, 0.0, 0.0]
    assert sum(each.score for each in rank(path, "pagerank")) == pytest.approx(1, abs=1e-5)


def test_communities_are_those_who_hang_together() -> None:
    graph = nx.disjoint_union(nx.complete_graph(4), nx.complete_graph(3))
    graph.add_edge(0, 4)
    graph.add_node(9)
    nx.set_edge_attributes(graph, 2, "weight")
    found = communities(graph)
    assert [sorted(each.id for each in group) for group in found] == [[0, 1, 2, 3], [4, 5, 6]]
    assert found[0][0].id == 0, "the best tied stands first"
    assert communities(nx.Graph()) == ()


def test_an_unknown_metric_is_told() -> None:
    with pytest.raises(UsageError, match="degree, pagerank, betweenness"):
        rank(nx.Graph(), "fame")


SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
import dockers, networkx as nx
from dateline.graph.analysis import METRICS, communities, rank
from dateline.graph.network import involved
from dateline.graph.rdf import timeline_quads
from dateline.graph.resolve import resolve

timeline = resolve(dockers.story())
graph = involved(timeline)
graph.add_edges_from((f"n{a}", f"n{b}", {"weight": 1}) for a, b in nx.gnm_random_graph(40, 90, seed=3).edges())
print(timeline, list(map(str, timeline_quads(timeline))), [rank(graph, by) for by in METRICS], communities(graph))
"""


def test_nothing_hangs_on_the_order_of_hashes() -> None:
    seen = set()
    for seed in ("0", "1", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(HERE)], capture_output=True, env=environment, check=True
        )
        seen.add(done.stdout)
    assert len(seen) == 1

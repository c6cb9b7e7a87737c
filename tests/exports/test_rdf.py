from __future__ import annotations

import json

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from dateline.exports import Export, render
from dateline.graph.rdf import document_quads, timeline_quads


def layers(export: Export) -> tuple[set[Quad], set[Quad]]:
    told = {quad for record in export.records for quad in document_quads(record, export.base)}
    return set(timeline_quads(export.timeline)), told


@pytest.mark.parametrize(("suffix", "syntax"), [(".ttl", RdfFormat.TURTLE), (".jsonld", RdfFormat.JSON_LD)])
def test_the_merged_layer_reads_back(suffix: str, syntax: RdfFormat, story: Export) -> None:
    merged, _ = layers(story)
    assert set(parse(render(suffix, story), syntax)) == merged


@pytest.mark.parametrize(("suffix", "syntax"), [(".trig", RdfFormat.TRIG), (".nq", RdfFormat.N_QUADS)])
def test_both_layers_read_back(suffix: str, syntax: RdfFormat, story: Export) -> None:
    merged, told = layers(story)
    assert merged and told
    assert set(parse(render(suffix, story), syntax)) == merged | told


def test_rdflib_reads_turtle_and_jsonld_alike(story: Export) -> None:
    import rdflib

    turtle = rdflib.Graph().parse(data=render(".ttl", story), format="turtle")
    linked = rdflib.Graph().parse(data=render(".jsonld", story), format="json-ld")
    assert len(turtle) == len(layers(story)[0])
    assert set(turtle) == set(linked)


def test_turtle_is_in_blocks_by_kind_and_date(story: Export) -> None:
    text = render(".ttl", story).decode()
    head, *blocks = text.rstrip("\n").split("\n\n")
    assert all(line.startswith("@prefix ") for line in head.splitlines())
    subjects = [block.split(" ", 1)[0] for block in blocks]
    assert len(subjects) == len(set(subjects))
    assert subjects[:6] == ["event:accord", "event:crane", "event:strike", "event:march", "event:arrest", "event:clash"]
    kinds = [subject.split(":")[0] for subject in subjects]
    assert list(dict.fromkeys(kinds)) == ["event", "actor", "place", "doc"]
    assert blocks[0].splitlines()[:2] == [
        "event:accord a sem:Event , dl:Agree , dl:Treaty ;",
        '    rdfs:label "Harbour Authority and union sign safety accord"@en ;',
    ]
    assert "dl:confidence 0.8 ;" in blocks[0]


def test_only_what_happened_is_an_event(story: Export) -> None:
    blocks = {block.split(" ")[0]: block for block in render(".ttl", story).decode().split("\n\n")}
    assert blocks["event:denied"].startswith("event:denied a dl:Unrealised ;")
    assert "dl:status dl:Denied" in blocks["event:denied"]


def test_nquads_are_sorted_and_single(story: Export) -> None:
    lines = render(".nq", story).splitlines()
    assert lines == sorted(set(lines))


def test_jsonld_needs_nothing_from_outside(story: Export) -> None:
    document = json.loads(render(".jsonld", story))
    assert isinstance(document["@context"], dict)
    assert "@import" not in document["@context"]
    assert all(isinstance(value, str | dict) for value in document["@context"].values())
    march = next(node for node in document["@graph"] if node["@id"] == "event:march")
    assert march["sem:hasBeginTimeStamp"] == "2021-03-03"
    assert march["dl:crowdMin"] == 4000

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
import rdflib
from pyoxigraph import Quad, RdfFormat, parse

from dateline.exports import Export, render
from dateline.graph.model import Timeline
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


def test_rdflib_reads_every_form_alike(story: Export) -> None:
    turtle = rdflib.Graph().parse(data=render(".ttl", story), format="turtle")
    linked = rdflib.Graph().parse(data=render(".jsonld", story), format="json-ld")
    assert len(turtle) == len(layers(story)[0])
    assert set(turtle) == set(linked)
    trig = rdflib.Dataset().parse(data=render(".trig", story), format="trig")
    quads = rdflib.Dataset().parse(data=render(".nq", story), format="nquads")
    assert set(trig.quads()) == set(quads.quads())
    assert len(set(quads.quads())) == sum(map(len, layers(story)))
    assert not any(isinstance(node, rdflib.BNode) for quad in quads.quads() for node in quad)


def parts(export: Export) -> list[str]:
    """The prefixes, then notes, headings and blocks of the Turtle file."""
    return render(".ttl", export).decode().rstrip("\n").split("\n\n")


def test_turtle_is_in_blocks_by_kind_and_date(story: Export) -> None:
    head, *rest = parts(story)
    assert all(line.startswith("@prefix ") for line in head.splitlines())
    blocks = [part for part in rest if not part.startswith("#")]
    subjects = [block.split(" ", 1)[0] for block in blocks]
    assert len(subjects) == len(set(subjects))
    assert subjects[:3] == ["doc:beacon", "doc:courier", "doc:wire"]
    events = [subject.removeprefix("event:") for subject in subjects if subject.startswith("event:")]
    assert events[:6] == ["accord", "crane", "strike", "march", "arrest", "clash"]
    assert list(dict.fromkeys(subject.split(":")[0] for subject in subjects)) == ["doc", "event", "actor", "place"]


def test_turtle_says_what_is_what(story: Export) -> None:
    notes = [part for part in parts(story) if part.startswith("#")]
    assert "not verified facts" in notes[0]
    assert notes[1:] == ["# Documents", "# Events, in date order; those without a date last", "# Actors", "# Places"]


def test_a_block_tells_first_what_then_when_then_who(story: Export) -> None:
    march = next(part for part in parts(story) if part.startswith("event:march "))
    assert march.splitlines()[:6] == [
        "event:march a sem:Event , dl:Demonstration , dl:Protest ;",
        '    rdfs:label "Thousands march through Port Selwyn"@en ;',
        "    sem:eventType dl:Demonstration ;",
        "    dl:eventClass dl:Protest ;",
        "    dl:status dl:Actual ;",
        '    dl:date "2021-03-03"^^edtf:EDTF ;',
    ]
    assert march.index("dl:agent") < march.index("sem:hasActor") < march.index("dl:claim")
    assert "    dl:confidence 0.9 ;" in march


def test_a_long_list_has_one_thing_on_each_line(story: Export) -> None:
    event = replace(story.timeline.events[0], reasons=tuple(f"reason {number} " + "x" * 60 for number in range(2)))
    long = replace(story, timeline=replace(story.timeline, events=(event,), relations=()))
    assert '    dl:mergeReason\n        "reason 0 ' in render(".ttl", long).decode()


def test_only_prefixes_that_are_used_are_declared(story: Export) -> None:
    event = replace(story.timeline.events[0], label="time: a word, not a prefix", agents=(), places=())
    head, *_ = parts(replace(story, timeline=Timeline(events=(event,))))
    assert "@prefix time:" not in head and "@prefix wgs:" not in head and "@prefix sem:" in head


def test_trig_writes_phrases_by_their_offsets(story: Export) -> None:
    text = render(".trig", story).decode()
    assert "@base <https://w3id.org/dateline/id/doc/" in text
    assert re.search(r"dl:mention <#char=\d+,\d+>", text)
    assert text.index("# Claims, in the order of the text") < text.index("# Phrases of the text")


def test_only_what_happened_is_an_event(story: Export) -> None:
    blocks = {block.split(" ")[0]: block for block in parts(story)}
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

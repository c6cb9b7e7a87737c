from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from dateline.graph.check import check, faults, shape_faults
from dateline.graph.errors import CheckFailed
from dateline.graph.model import Record
from dateline.graph.rdf import document_quads
from dateline.graph.resolve import resolve
from dateline.graph.store import open_store
from dateline.graph.store.oxigraph import OxigraphStore
from dateline.graph.vocabulary import term


@pytest.fixture
def store(records: list[Record]) -> Iterator[OxigraphStore]:
    with open_store(None) as store:
        assert isinstance(store, OxigraphStore)
        for record in records:
            store.put(record)
        store.put_timeline(resolve(store.records()))
        yield store


def test_a_whole_store_passes(store: OxigraphStore) -> None:
    check(store)


def test_words_that_are_not_at_their_offsets_are_found(store: OxigraphStore, records: list[Record]) -> None:
    record = records[0]
    first = record.events[0]
    wrong = replace(first.mentions[0], text="sailed")
    store.put(replace(record, events=(replace(first, mentions=(wrong,)), *record.events[1:])))
    store.put_timeline(resolve(store.records()))
    assert list(faults(store)) == ["herald: the trigger of e1 is 'sailed', but the text at 8-18 says otherwise"]
    with pytest.raises(CheckFailed, match="1 faults; build it anew"):
        check(store, shapes=False)


def test_a_merged_layer_that_is_out_of_date_is_found(store: OxigraphStore) -> None:
    store.remove("gazette")
    (fault,) = faults(store)
    assert "the merged layer is out of date" in fault


def test_a_text_that_was_tampered_with_is_found(store: OxigraphStore) -> None:
    (quad,) = [q for q in store.quads() if q.predicate == term("nif:isString") and "650" in str(q.object)]
    changed = Quad(quad.subject, quad.predicate, Literal(str(quad.object.value).replace("650", "950")), quad.graph_name)  # type: ignore[union-attr]
    store.inner.remove(quad)
    store.inner.add(changed)
    found = list(faults(store))
    assert any("its text is not the one its IRI was made from" in fault for fault in found)
    assert any("the quote is not the text at its offsets" in fault for fault in shape_faults(store))


EVENT = NamedNode("https://w3id.org/dateline/id/event/x")


@pytest.mark.parametrize(
    ("predicate", "value", "words"),
    [
        ("rdf:type", term("sem:Event"), "an event rests on a claim"),
        ("dl:status", term("dl:Certain"), "one of the seven"),
        ("sem:eventType", term("dl:Claim"), "no event type"),
        ("dl:confidence", Literal("7", datatype=term("xsd:decimal")), "Value is not <= Literal"),
        ("dl:date", Literal("yesterday"), "edtf:EDTF|EDTF"),
    ],
)
def test_shapes_find_what_is_outside_the_vocabulary(
    store: OxigraphStore, predicate: str, value: Any, words: str
) -> None:
    facts = [("rdf:type", term("sem:Event")), (predicate, value)]
    store.inner.extend(Quad(EVENT, term(p), v, DefaultGraph()) for p, v in facts)
    found = list(shape_faults(store))
    assert any(word in fault for word in words.split("|") for fault in found), found


def test_what_is_linked_and_yet_open_is_found(store: OxigraphStore) -> None:
    (linked,) = {q.subject for q in store.quads() if "wikidata" in str(q.object) and q.graph_name == DefaultGraph()}
    assert not list(shape_faults(store))
    store.inner.add(Quad(linked, term("dl:couldBe"), Literal("Ada Korrin (editor)", language="en"), DefaultGraph()))
    assert any("what is linked is settled" in fault for fault in shape_faults(store))


def test_a_rumour_typed_as_an_event_is_found(store: OxigraphStore) -> None:
    (planned,) = [
        q.subject for q in store.quads() if q.object == term("dl:Unrealised") and "demonstration" in str(q.subject)
    ]
    store.inner.add(Quad(planned, term("rdf:type"), term("sem:Event"), DefaultGraph()))
    assert any("only what is reported as happened" in fault for fault in shape_faults(store))


def test_every_record_of_the_story_is_written_in_the_vocabulary(records: list[Record]) -> None:
    assert all(document_quads(record) for record in records)

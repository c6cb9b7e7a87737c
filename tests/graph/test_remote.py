"""The graph on two real servers, and what is told of those that are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph
from servers import SERVERS, free

from dateline.graph.cookbook import questions
from dateline.graph.errors import LimitReached, QueryError, UsageError
from dateline.graph.model import Record
from dateline.graph.query import ask, ask_open
from dateline.graph.rdf import normal, timeline_quads
from dateline.graph.resolve import resolve
from dateline.graph.store import Store, open_store
from dateline.graph.store.http import Server
from dateline.graph.table import Limits, Table, Triples

FLAWED = {("virtuoso", "events-in-period")}
"""Virtuoso 7.2 loses rows where an answer is in the order of a variable that a FILTER compares."""
HOSTILE = "".join(map(chr, range(1, 0x21))) + "\"\\'} ; DROP ALL #\x7f\x85\u2028\u202e\U0001f600e\u0301"


@pytest.fixture(scope="module", params=SERVERS)
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with SERVERS[request.param](tmp_path_factory.mktemp(request.param)) as address:
        yield address


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with open_store(address) as store:
        yield store
        for document in list(store.documents()):
            store.remove(document)
        store.put_timeline(resolve([]))


def fill(store: Store, records: list[Record]) -> None:
    for record in records:
        store.put(record)
    store.put_timeline(resolve(store.records(), store.base))


def test_what_is_put_comes_back_and_again_changes_nothing(store: Store, records: list[Record]) -> None:
    assert [store.put(record) for record in (*records, *records)] == ["added"] * 3 + ["unchanged"] * 3
    assert not store.fresh
    store.put_timeline(resolve(store.records(), store.base))
    assert store.fresh
    assert {record.document.id: record for record in store.records()} == {r.document.id: normal(r) for r in records}


def test_changed_texts_copies_and_removals(store: Store, records: list[Record]) -> None:
    fill(store, records)
    herald = next(record for record in records if record.document.id == "herald")
    newer = replace(herald, document=replace(herald.document, text=herald.document.text + " Corrected."))
    copy = replace(newer, document=replace(newer.document, id="copy", date=None))
    assert [store.put(newer), store.put(copy)] == ["replaced", "joined"]
    assert not store.fresh
    assert sorted(store.documents().values()) == ["courier", "gazette", "herald"]
    assert store.remove("herald") and not store.remove("herald")
    assert sorted(store.documents().values()) == ["copy", "courier", "gazette"]


def test_another_process_finds_the_graph(store: Store, address: str, records: list[Record]) -> None:
    fill(store, records)
    assert ask(address, "ASK { ?e a dl:Vote }") is True
    with open_store(address, read_only=True) as reader:
        assert reader.fresh and len(reader.documents()) == 3
        with pytest.raises(UsageError, match="only to be read"):
            reader.remove("herald")
    with pytest.raises(UsageError, match="made with the base"):
        open_store(address, base="https://other.example/")


def test_hostile_words_come_back_as_they_were(store: Store, records: list[Record]) -> None:
    record = replace(records[0], document=replace(records[0].document, id=HOSTILE, publisher=HOSTILE))
    assert store.put(record) == "added"
    assert store.put(record) == "unchanged"
    assert store.remove(HOSTILE) and not store.documents()


def test_the_merged_layer_is_what_queries_read(store: Store, records: list[Record]) -> None:
    fill(store, records)
    merged = timeline_quads(resolve(records))
    assert sum(quad.graph_name == DefaultGraph() for quad in store.quads()) == len(merged)
    count = store.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    assert isinstance(count, Table) and int(count.rows[0][0].value) == len(merged)  # type: ignore[union-attr]
    votes = store.query("CONSTRUCT { ?e a dl:Vote } WHERE { ?e a dl:Vote }")
    assert isinstance(votes, Triples) and len(votes.triples) == 1
    with pytest.raises(LimitReached, match="more than 2 rows"):
        store.query("SELECT * WHERE { ?s ?p ?o }", limits=Limits(rows=2))
    with pytest.raises(QueryError, match="cannot carry out"):
        store.query("SELECT * WHERE { ?s ?p")


@pytest.mark.parametrize("name", SERVERS)
def test_the_cookbook_answers_as_the_store_here_does(name: str, tmp_path: Path, records: list[Record]) -> None:
    with SERVERS[name](tmp_path) as address, open_store(address) as there, open_store(None) as here:
        fill(there, records)
        fill(here, records)
        for question in (each for each in questions().values() if (name, each.name) not in FLAWED):
            given = {"actor": "ada korrin"} if any(param.name == "actor" for param in question.params) else {}
            wanted, got = ask_open(here, question, given), ask_open(there, question, given)
            assert isinstance(wanted, Table) and isinstance(got, Table)
            assert (got.columns, sorted(map(str, got.rows))) == (wanted.columns, sorted(map(str, wanted.rows)))


def test_a_data_set_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    triple = b"<http://x.example/s> <http://x.example/p> <http://x.example/o> ."
    with SERVERS["oxigraph"](tmp_path) as address:
        there = Server(address)
        there.graph(None, "PUT", triple)
        with pytest.raises(UsageError, match="not empty"):
            open_store(address)
        assert there.graph(None).content.strip() == triple
        there.graph(None, "DELETE")
        with pytest.raises(UsageError, match="no graph of Dateline's"):
            open_store(address, read_only=True)
        open_store(address).close()


def test_what_is_no_server_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no answer from http://localhost:.*start it"):
        open_store(f"http://name:secret@localhost:{free()}")
    with SERVERS["oxigraph"](tmp_path) as address, pytest.raises(UsageError, match=r"no SPARQL 1\.1 server"):
        open_store(f"{address}/nowhere")


def test_a_server_that_asks_for_a_password_is_told(tmp_path: Path) -> None:
    with SERVERS["virtuoso"](tmp_path) as address, pytest.raises(UsageError, match="USER:PASSWORD"):
        open_store(address.replace("dba:dba@", ""))


def test_a_server_that_goes_away_is_told(tmp_path: Path, records: list[Record]) -> None:
    with SERVERS["oxigraph"](tmp_path) as address:
        store = open_store(address)
    with pytest.raises(UsageError, match="no answer"):
        store.put(records[0])

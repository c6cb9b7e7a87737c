from __future__ import annotations

import os
import threading
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import dockers
import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from dateline.graph.errors import OutputError, QueryError, StoreInUse, UsageError
from dateline.graph.model import Record
from dateline.graph.rdf import document_quads, normal, timeline_quads
from dateline.graph.resolve import resolve
from dateline.graph.store import Store, as_rdflib, lock, open_store
from dateline.graph.store.base import BOOKS
from dateline.graph.store.oxigraph import OxigraphStore
from dateline.graph.vocabulary import term

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def renamed(record: Record, id_: str, **changes: object) -> Record:
    return replace(record, document=replace(record.document, id=id_, **changes))  # type: ignore[arg-type]


def retold(record: Record, more: str) -> Record:
    return replace(record, document=replace(record.document, text=record.document.text + more))


def test_what_is_put_comes_back(empty: Store, records: list[Record]) -> None:
    assert [empty.put(record) for record in records] == ["added"] * 3
    assert sorted(empty.documents().values()) == ["courier", "gazette", "herald"]
    assert {record.document.id: record for record in empty.records()} == {r.document.id: normal(r) for r in records}
    assert set(empty.quads()) == {quad for record in records for quad in document_quads(record)}


def test_a_document_put_again_changes_nothing(empty: Store, records: list[Record]) -> None:
    empty.put(records[0])
    before = set(empty.quads())
    assert empty.put(records[0]) == "unchanged"
    assert set(empty.quads()) == before


def test_a_changed_text_replaces_the_old_one(empty: Store, records: list[Record]) -> None:
    empty.put(records[0])
    newer = retold(records[0], " Corrected.")
    assert empty.put(newer) == "replaced"
    assert set(empty.quads()) == set(document_quads(newer))
    assert empty.put(records[0]) == "replaced"
    assert set(empty.quads()) == set(document_quads(records[0]))


def test_another_reading_of_the_same_text_replaces_the_old_one(empty: Store, records: list[Record]) -> None:
    empty.put(records[0])
    less = replace(records[0], events=records[0].events[:1], relations=())
    assert empty.put(less) == "replaced"
    assert list(empty.records()) == [normal(less)]


def test_the_same_text_under_two_names_is_one_document_with_two_sources(empty: Store, records: list[Record]) -> None:
    herald, courier = renamed(records[0], "a"), renamed(records[0], "b", url="https://b.example/", date=None)
    assert [empty.put(herald), empty.put(courier)] == ["added", "joined"]
    assert list(empty.documents().values()) == ["a"], "the dated one is shown"
    (record,) = empty.records()
    assert record.document.also == ("b", "https://b.example/")
    assert len(resolve([herald, courier]).documents) == 1
    assert resolve([herald, courier]) == resolve(empty.records())
    before = set(empty.quads())
    assert [empty.put(herald), empty.put(courier)] == ["unchanged", "unchanged"]
    assert set(empty.quads()) == before


def test_names_of_one_text_come_and_go_in_any_order(records: list[Record]) -> None:
    copies = [renamed(records[0], "a"), renamed(records[0], "b", date=None), renamed(records[0], "c")]
    seen = set()
    for order in permutations(copies):
        with open_store(None) as store:
            for record in order:
                store.put(record)
            seen.add(frozenset(store.quads()))
            store.remove("a")
            assert [r.document.id for r in store.records()] == ["c"]
            assert store.remove("c")
            assert list(store.records()) == [normal(copies[1])]
            assert store.remove("b") and not list(store.quads())
    assert len(seen) == 1


def test_what_each_record_was_made_from_goes_with_it(empty: Store, records: list[Record]) -> None:
    herald, courier = renamed(records[0], "the herald"), renamed(records[0], "a copy", date=None)
    for record, origin in ((herald, "one"), (courier, "two"), (records[1], None)):
        empty.put(record, origin)
    assert empty.origins() == {"the herald": "one", "a copy": "two"}
    empty.put_timeline(resolve(empty.records()))
    assert [empty.put(herald), empty.put(herald, "three")] == ["unchanged", "unchanged"]
    assert empty.origins() == {"the herald": "three", "a copy": "two"}
    assert empty.fresh, "nothing was told otherwise"
    empty.put(retold(courier, " Corrected."), "four")
    assert empty.origins() == {"the herald": "three", "a copy": "four"}
    empty.remove("the herald")
    assert empty.origins() == {"a copy": "four"}


def test_removing_takes_out_a_document_and_all_that_only_it_said(empty: Store, records: list[Record]) -> None:
    for record in records[:2]:
        empty.put(record)
    empty.put_timeline(resolve(empty.records()))
    one = set(empty.quads())
    empty.put(records[2])
    assert empty.remove("gazette") and not empty.remove("gazette")
    empty.put_timeline(resolve(empty.records()))
    assert set(empty.quads()) == one
    iri = next(iter(empty.documents()))
    assert empty.remove(iri) and iri not in empty.documents()


def test_the_merged_layer_is_fresh_until_a_document_changes(empty: Store, records: list[Record]) -> None:
    empty.put(records[0])
    assert not empty.fresh
    empty.put_timeline(resolve(empty.records()))
    assert empty.fresh
    empty.put(records[0])
    assert empty.fresh
    empty.put(records[1])
    assert not empty.fresh
    empty.put_timeline(resolve(empty.records()))
    merged = {quad for quad in empty.quads() if quad.graph_name == DefaultGraph()}
    assert empty.fresh and merged == set(timeline_quads(resolve(records[:2])))


def test_both_back_ends_hold_the_same_whatever_the_order(records: list[Record]) -> None:
    found = []
    for kind, order in (("oxigraph", records), ("memory", records), ("oxigraph", records[::-1])):
        with open_store(None, kind) as store:
            for record in order:
                store.put(record)
            store.put_timeline(resolve(store.records()))
            found.append(set(store.quads()))
    assert found[0] == found[1] == found[2]


def test_a_store_is_an_rdflib_dataset_too(filled: Store) -> None:
    dataset = as_rdflib(filled)
    rows = list(dataset.query("SELECT ?n WHERE { GRAPH ?g { ?g <http://purl.org/dc/terms/identifier> ?n } }"))
    assert sorted(str(row[0]) for row in rows) == ["courier", "gazette", "herald"]


def test_a_store_keeps_its_base(tmp_path: Path, records: list[Record]) -> None:
    with open_store(tmp_path / "s", base="https://x.example/id/") as store:
        store.put(records[0])
    with open_store(tmp_path / "s") as store:
        assert store.base == "https://x.example/id/"
        assert all(iri.startswith(store.base) for iri in store.documents())
    with pytest.raises(UsageError, match="made with the base"):
        open_store(tmp_path / "s", base="https://y.example/")
    with open_store(tmp_path / "s", base="https://x.example/id/", read_only=True) as store:
        assert len(store.documents()) == 1


def told(version: int) -> list[Quad]:
    """What a store of that version says of itself."""
    base = Literal("https://w3id.org/dateline/id/")
    facts = (("dl:schemaVersion", Literal(version)), ("dl:base", base))
    return [Quad(BOOKS, term(name), fact, BOOKS) for name, fact in facts]


@pytest.mark.parametrize("version", [1, 99])
def test_a_store_of_an_unknown_version_is_refused_with_the_mend(tmp_path: Path, version: int) -> None:
    with open_store(tmp_path / "s") as store:
        assert isinstance(store, OxigraphStore)
        store.replace({BOOKS: told(version)})
    for read_only in (False, True):
        with pytest.raises(UsageError, match=f"version {version}.*dateline build -o NEW"):
            open_store(tmp_path / "s", read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_store_of_the_version_before_is_brought_up_to_date(
    tmp_path: Path, records: list[Record], read_only: bool
) -> None:
    copy = renamed(records[0], "copy", date=None)
    with open_store(tmp_path / "s") as store:
        for record in (*records, copy):
            store.put(record)
        store.put_timeline(resolve(store.records()))
        now = set(store.quads())
        assert isinstance(store, OxigraphStore)
        everything = set(store.match())
        apart = {Quad(q.subject, q.predicate, q.object, BOOKS) for q in everything - now}
        old = {q for q in apart if q.predicate != term("dl:schemaVersion")} | set(told(2))
        by_graph = {NamedNode(iri): [q for q in now if q.graph_name == NamedNode(iri)] for iri in store.documents()}
        store.replace({**by_graph, BOOKS: list(old)})
        assert not list(store.match(predicate=term("dl:recordHash"), graph=next(iter(by_graph))))
    with open_store(tmp_path / "s", read_only=read_only) as store:
        assert isinstance(store, OxigraphStore)
        assert (set(store.match()), set(store.quads()), store.fresh) == (everything, now, True)
    with open_store(tmp_path / "s") as store:
        assert store.put(copy) == store.put(records[1]) == "unchanged"


def test_there_must_be_a_store_to_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="dateline build"):
        open_store(tmp_path / "nowhere", read_only=True)
    assert not (tmp_path / "nowhere").exists()
    with pytest.raises(UsageError, match="no store called"):
        open_store(tmp_path / "s", kind="papyrus")
    with pytest.raises(UsageError, match="in memory"):
        open_store(tmp_path / "s", kind="memory")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match="cannot open the store"):
        open_store(tmp_path / "file" / "store")


def test_a_second_writer_is_told_who_owns_the_store_and_readers_go_on(
    tmp_path: Path, records: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    path = tmp_path / "s"
    with open_store(path) as store:
        store.put(records[0])
        with pytest.raises(StoreInUse, match=f"process {os.getpid()} on"):
            open_store(path)
        with pytest.raises(StoreInUse, match="being made"):
            open_store(path, read_only=True)
    with open_store(path) as store:
        store.put(records[1])
        with open_store(path, read_only=True) as first, open_store(path, read_only=True) as second:
            assert list(first.documents().values()) == list(second.documents().values()) == ["herald"]
    assert not list((path / "snapshots").iterdir())
    with open_store(path, read_only=True) as reader:
        assert len(reader.documents()) == 2
        with pytest.raises(StoreInUse, match="being read"):
            open_store(path)


def test_a_writer_waits_for_readers(tmp_path: Path, records: list[Record]) -> None:
    open_store(tmp_path / "s").close()
    reader = open_store(tmp_path / "s", read_only=True)
    ending = threading.Timer(0.2, reader.close)
    ending.start()
    with open_store(tmp_path / "s") as store:
        assert store.put(records[0]) == "added"
    ending.join()


def test_a_snapshot_lives_as_long_as_it_is_read(tmp_path: Path, records: list[Record]) -> None:
    path = tmp_path / "s"
    with open_store(path) as store:
        store.put(records[0])
    writer = open_store(path)
    reader = open_store(path, read_only=True)
    writer.put(records[1])
    writer.close()
    with open_store(path) as again:
        again.put(records[2])
        assert list(reader.documents().values()) == ["herald"]
        with open_store(path, read_only=True) as later:
            assert sorted(later.documents().values()) == ["courier", "herald"]
    reader.close()
    open_store(path).close()
    assert not list((path / "snapshots").iterdir())


def test_a_reader_cannot_write(folder: Path, records: list[Record]) -> None:
    with open_store(folder, read_only=True) as store, pytest.raises(UsageError, match="only to be read"):
        store.put(retold(records[0], " More."))


def test_texts_cannot_break_out_of_a_write(empty: Store) -> None:
    hostile = '"} } ; DROP ALL ; INSERT DATA { <http://x> <http://x> "\\u0022 } #\n\\'
    record = dockers.herald()
    record = replace(record, document=replace(record.document, id=hostile, title=hostile, publisher=hostile))
    empty.put(record)
    empty.put(dockers.courier())
    assert [empty.remove(hostile) for _ in range(2)] == [True, False]
    assert list(empty.documents().values()) == ["courier"]
    empty.put_timeline(resolve(empty.records()))
    assert NamedNode("http://x") not in {quad.subject for quad in empty.quads()}


def test_a_query_that_cannot_be_read_is_told(filled: Store) -> None:
    with pytest.raises(QueryError):
        filled.query("SELECT nothing")

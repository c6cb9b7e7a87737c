"""The order in which documents come, and what came and went, leave no trace."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

from dockers import actor

from dateline.graph.model import Document, Record
from dateline.graph.rdf import timeline_quads
from dateline.graph.resolve import resolve
from dateline.graph.store import Store, open_store


def named(number: int, name: str, **more: object) -> Record:
    text = f"{name} spoke, document {number}."
    return Record(Document(f"n{number}", text), actors=(actor("a1", name, "Person", text, **more),))  # type: ignore[arg-type]


def many(records: list[Record]) -> list[Record]:
    """The story, with names that are one and two by turns."""
    people = [("Ada Korrin", None), ("Ada Korrin", "XMA"), ("Ada Korrin", "GBR"), ("President Ada Korrin", None)]
    return [*records, *(named(n, name, country=country) for n, (name, country) in enumerate(people))]


def written(records: Iterable[Record]) -> bytes:
    return "\n".join(sorted(map(str, timeline_quads(resolve(records))))).encode()


def merged(store: Store) -> set[str]:
    return {str(quad) for quad in store.quads()}


def put_together(store: Store) -> None:
    store.put_timeline(resolve(store.records(), store.base))


def test_ten_shuffles_give_the_same_bytes(records: list[Record]) -> None:
    told = many(records)
    first = written(told)
    for seed in range(10):
        random.Random(seed).shuffle(told)
        assert written(told) == first


def test_one_by_one_is_all_at_once_and_removing_undoes(records: list[Record]) -> None:
    told = many(records)
    with open_store(None) as at_once, open_store(None) as one_by_one:
        for record in reversed(told):
            at_once.put(record)
        put_together(at_once)
        for record in told:
            one_by_one.put(record)
            put_together(one_by_one)
        assert merged(one_by_one) == merged(at_once)
        extra = replace(told[0], document=replace(told[0].document, id="extra", text=told[0].document.text + " More."))
        one_by_one.put(extra)
        put_together(one_by_one)
        assert merged(one_by_one) != merged(at_once)
        one_by_one.remove("extra")
        put_together(one_by_one)
        assert merged(one_by_one) == merged(at_once)

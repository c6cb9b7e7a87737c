"""The invented story in both back ends, and on disk."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.graph.model import Record, Timeline
from dateline.graph.resolve import resolve
from dateline.graph.store import Store, open_store

sys.path.insert(0, str(Path(__file__).parent))
import dockers

IN_MEMORY = ("memory", "oxigraph")


@pytest.fixture(scope="session")
def records() -> list[Record]:
    return dockers.story()


@pytest.fixture(scope="session")
def timeline(records: list[Record]) -> Timeline:
    return resolve(records)


@pytest.fixture(scope="session", params=IN_MEMORY)
def filled(request: pytest.FixtureRequest, records: list[Record]) -> Iterator[Store]:
    """A store in memory that holds the story; only for reading."""
    with open_store(None, request.param) as store:
        for record in records:
            store.put(record)
        store.put_timeline(resolve(store.records(), store.base))
        yield store


@pytest.fixture(params=IN_MEMORY)
def empty(request: pytest.FixtureRequest) -> Iterator[Store]:
    with open_store(None, request.param) as store:
        yield store


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, records: list[Record]) -> Path:
    """A store on disk that holds the story; only for reading."""
    path = tmp_path_factory.mktemp("story") / "store"
    with open_store(path) as store:
        for record in records:
            store.put(record)
        store.put_timeline(resolve(store.records(), store.base))
    return path

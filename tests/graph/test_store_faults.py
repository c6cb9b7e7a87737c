"""A full disk, a folder that may not be written, and files that are damaged: told in words, and nothing lost."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from shutil import copytree

import pytest

from dateline.graph.errors import CheckFailed, OutputError
from dateline.graph.model import Record
from dateline.graph.query import ask
from dateline.graph.rdf import normal
from dateline.graph.resolve import resolve
from dateline.graph.store import open_store

NOBODY = 65534
MOST = 500_000
"""Bytes that a file may have where the disk is full."""


def numbered(record: Record, number: int) -> Record:
    document = record.document
    return replace(record, document=replace(document, id=f"d{number}", text=f"{document.text} {number}"))


@contextmanager
def full_disk() -> Iterator[None]:
    """Files cannot grow beyond `MOST` meanwhile: the system refuses as it does where no space is left."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def unprivileged() -> Iterator[None]:
    """Files can be read and written as their rights say, even where the tests run as root."""
    own = os.geteuid()
    if own == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(own)


def test_a_full_disk_loses_nothing_that_was_there(tmp_path: Path, records: list[Record]) -> None:
    path, put = tmp_path / "s", []
    with open_store(path) as store:
        put = [numbered(records[0], 0)]
        store.put(put[0])
        store.put_timeline(resolve(store.records()))
    with full_disk():
        with pytest.raises(OutputError, match=r"could not be written.*free space"), open_store(path) as store:
            for number in count(1):
                store.put(numbered(records[number % 3], number))
                put.append(numbered(records[number % 3], number))
        assert len(put) > 1
        with open_store(path, read_only=True) as store:
            assert len(store.documents()) >= len(put)
    with open_store(path) as store:
        held = {record.document.id: record for record in store.records()}
        assert all(held[record.document.id] == normal(record) for record in put)
        assert len(held) <= len(put) + 1
        store.put_timeline(resolve(store.records()))
        assert store.fresh


def test_what_all_say_together_stays_as_it_was_where_the_disk_is_full(tmp_path: Path, records: list[Record]) -> None:
    path = tmp_path / "s"
    with open_store(path) as store:
        for number in range(30):
            store.put(numbered(records[number % 3], number))
    with full_disk(), pytest.raises(OutputError), open_store(path) as store:
        for _ in range(50):
            store.put_timeline(resolve([]))
            store.put_timeline(resolve(store.records()))
    with open_store(path) as store:
        assert len(store.documents()) == 30
        store.put_timeline(resolve(store.records()))
        assert store.fresh


def test_a_folder_that_may_only_be_read_is_read_and_a_build_is_told(tmp_path: Path, records: list[Record]) -> None:
    path = tmp_path / "s"
    with open_store(path) as store:
        store.put(records[0])
        store.put_timeline(resolve(store.records()))
    for entry in (tmp_path.parent, tmp_path.parent.parent):
        entry.chmod(0o755)
    for entry in (tmp_path, path, path / "data"):
        entry.chmod(0o555)
    for entry in (path / "data").iterdir():
        entry.chmod(0o444)
    try:
        with unprivileged():
            with open_store(path, read_only=True) as store:
                assert store.fresh and len(store.documents()) == 1
            with pytest.raises(OutputError, match="check its rights"):
                open_store(path)
            with pytest.raises(OutputError, match="check its rights"):
                open_store(tmp_path / "new")
    finally:
        for entry in (tmp_path, path, path / "data"):
            entry.chmod(0o755)


def last(data: Path, pattern: str) -> Path:
    return sorted(data.glob(pattern))[-1]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: (data / "CURRENT").unlink(), id="file missing"),
        pytest.param(lambda data: (data / "CURRENT").write_bytes(b"garbage"), id="garbage"),
        pytest.param(lambda data: last(data, "MANIFEST*").write_bytes(bytes(200)), id="zeroes"),
        pytest.param(lambda data: last(data, "*.sst").unlink(), id="table missing"),
        pytest.param(lambda data: last(data, "*.sst").write_bytes(b""), id="table empty"),
    ],
)
def test_a_damaged_store_is_told_with_the_mend(folder: Path, tmp_path: Path, damage: Callable[[Path], object]) -> None:
    copytree(folder, tmp_path / "s")
    damage(tmp_path / "s/data")
    for read_only in (True, False):
        with pytest.raises(CheckFailed, match=r"damaged or missing.*dateline build -o NEW"):
            open_store(tmp_path / "s", read_only=read_only)
    with pytest.raises(CheckFailed, match="damaged or missing"):
        ask(tmp_path / "s", "ASK {}")

"""Who owns a store: one writer, or any number of readers; the operating system lets go when a process dies.

While a writer is at work, readers see the store as it was when the writer began: a snapshot of hard links, which costs
next to nothing. A snapshot is locked by its readers, and goes when its writer ends or, where it is still read or its
writer was killed, when the next one begins.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from dateline.graph.errors import StoreInUse

PATIENCE = 10.0
"""Seconds for which a writer waits for readers."""
TRIES = 10
"""How often a reader looks again when the writer ends just then."""


class FileLock:
    """A lock on the file at `path` until `release` or the end of the process; an exclusive one makes the file.

    Raises `BlockingIOError` where another holds it the other way.
    """

    def __init__(self, path: Path, exclusive: bool) -> None:
        self.path = path
        self._file: IO[str] = path.open("a+" if exclusive else "r", encoding="utf-8")
        try:
            fcntl.flock(self._file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            raise

    @property
    def valid(self) -> bool:
        """Whether the file is still the one at its path, not one that was deleted before it was locked."""
        return self.path.exists() and os.path.samestat(os.fstat(self._file.fileno()), self.path.stat())

    def write(self, text: str) -> None:
        """Make `text` the content of the file."""
        self._file.truncate(0)
        self._file.write(text)
        self._file.flush()

    def release(self) -> None:
        """Let go; a second time does nothing."""
        self._file.close()


class Writing:
    """The right to change the store in the folder `path`.

    Readers at work are waited for, `PATIENCE` at most. Raises `StoreInUse`, naming the owner, where another process
    writes it, or reads it for longer.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = _exclusive(path, time.monotonic() + PATIENCE)
        self._owner = {"pid": os.getpid(), "host": socket.gethostname()}
        self._lock.write(json.dumps(self._owner))
        self._snapshots = path / "snapshots"

    def offer(self, backup: Callable[[Path], None]) -> None:
        """Let readers see what `backup` puts into the folder that it is given."""
        self._snapshots.mkdir(exist_ok=True)
        self._tidy()
        number = next(n for n in range(1 << 30) if not (self._snapshots / f"{n}.lock").exists())
        (self._snapshots / f"{number}.lock").touch()
        backup(self._snapshots / str(number))
        self._lock.write(json.dumps({**self._owner, "snapshot": number}))

    def release(self) -> None:
        """Let go of the store, and take away the snapshot if nobody reads it."""
        self._lock.write("")
        self._tidy()
        self._lock.release()

    def _tidy(self) -> None:
        for mark in self._snapshots.glob("*.lock"):
            with contextlib.suppress(BlockingIOError):
                lock = FileLock(mark, exclusive=True)
                shutil.rmtree(mark.with_suffix(""), ignore_errors=True)
                mark.unlink()
                lock.release()


def _exclusive(path: Path, until: float) -> FileLock:
    while True:
        try:
            return FileLock(path / "lock", exclusive=True)
        except BlockingIOError as error:
            try:
                FileLock(path / "lock", exclusive=False).release()
            except BlockingIOError:
                raise StoreInUse(f"the store {path} is in use by {_owner(path)}; wait for it to end") from error
            if time.monotonic() > until:
                raise StoreInUse(f"the store {path} is being read; wait for that to end, and try again") from error
            time.sleep(0.05)


class Reading:
    """The right to read the store in the folder `path`; `data` is the folder to read.

    Raises `StoreInUse` where another process writes it and has no snapshot to offer.
    """

    def __init__(self, path: Path) -> None:
        for _ in range(TRIES):
            with contextlib.suppress(BlockingIOError):
                self._lock = FileLock(path / "lock", exclusive=False)
                self.data = path / "data"
                return
            with contextlib.suppress(BlockingIOError, OSError, ValueError, KeyError):
                snapshot = path / "snapshots" / str(_told(path)["snapshot"])
                self._lock = FileLock(snapshot.with_suffix(".lock"), exclusive=False)
                self.data = snapshot
                if snapshot.is_dir() and self._lock.valid:
                    return
                self._lock.release()
        raise StoreInUse(f"the store {path} is being made by {_owner(path)}; wait for it to end")

    def release(self) -> None:
        """Let go of the store."""
        self._lock.release()


def _told(path: Path) -> dict[str, object]:
    told: dict[str, object] = json.loads((path / "lock").read_text(encoding="utf-8"))
    return told


def _owner(path: Path) -> str:
    with contextlib.suppress(OSError, ValueError, KeyError):
        owner = _told(path)
        return f"process {owner['pid']} on {owner['host']}"
    return "processes that read it"

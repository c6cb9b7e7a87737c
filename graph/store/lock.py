"""Who owns a store: one writer, or any number of readers; the operating system lets go when a process dies."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import socket
from pathlib import Path
from typing import IO

from dateline.graph.errors import OutputError, StoreInUse


class Lock:
    """A lock on the file at `path`, exclusive for a writer, shared for readers.

    Raises `StoreInUse`, naming the owner, where another process holds it the other way, and `OutputError` where the
    file cannot be made.
    """

    def __init__(self, path: Path, exclusive: bool) -> None:
        self._file = _opened(path, exclusive)
        try:
            fcntl.flock(self._file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self._file.close()
            raise StoreInUse(f"the store {path.parent} is in use by {_owner(path)}; wait for it to end") from error
        if exclusive:
            self._file.truncate(0)
            json.dump({"pid": os.getpid(), "host": socket.gethostname()}, self._file)
            self._file.flush()

    def release(self) -> None:
        """Let go; a second time does nothing."""
        self._file.close()


def _opened(path: Path, exclusive: bool) -> IO[str]:
    try:
        return path.open("a+" if exclusive else "r", encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"cannot lock the store {path.parent}: {error.strerror}; check the folder's rights"
        ) from error


def _owner(path: Path) -> str:
    with contextlib.suppress(OSError, ValueError, KeyError):
        owner = json.loads(path.read_text(encoding="utf-8"))
        return f"process {owner['pid']} on {owner['host']}"
    return "other processes that read it"

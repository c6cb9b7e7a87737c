"""Which server keeps the graph of a folder: a line of text in DIR/store, where else the graph itself would be."""

from __future__ import annotations

from pathlib import Path

from dateline.graph.errors import UsageError


def address(folder: Path, given: str | None = None) -> str | None:
    """The address `given`, else the one that the folder remembers; `None` where the graph is in the folder.

    Raises `UsageError` where what is given is no address, or the folder belongs to another graph.
    """
    from dateline.graph.store import is_address
    from dateline.graph.store.http import without_password

    file = folder / "store"
    known = file.read_text("utf-8", "replace").strip() if file.is_file() else None
    if known is not None and not is_address(known):
        raise UsageError(f"{file} holds no address of a server; delete it, and name the server by --store")
    if given is None:
        return known
    if not is_address(given):
        raise UsageError(f"{given!r} is no address of a server; write http://HOST:PORT, or name a folder by -o")
    if file.is_dir() or known not in (None, without_password(given).rstrip("/")):
        held = f"the files of the graph at {known}" if known else "a graph of its own"
        raise UsageError(f"{folder} holds {held}; give those of {without_password(given)} another folder")
    return given


def remember(folder: Path, address: str) -> None:
    """Let later builds into the folder, and what is asked of it, go to the server at `address`; passwords are not kept.

    Raises `OutputError` where the folder cannot be written.
    """
    from dateline.exports import files
    from dateline.graph.store.http import without_password

    files.write(folder / "store", f"{without_password(address).rstrip('/')}\n".encode())

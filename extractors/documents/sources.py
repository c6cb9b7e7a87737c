"""Inputs as the user names them, one `Source` for each document: files, folders, globs, standard input, an index."""

from __future__ import annotations

import datetime as dt
import glob
import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.extractors.documents.limited import Limits
from dateline.extractors.documents.readers import READERS
from dateline.graph.errors import UsageError

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """Where one document comes from, with what its index says of it.

    Either `path` or `data` holds it; `suffix` is in lower case, without a `.gz`. A `problem` (reason, mend) stands for
    an input in which nothing can be read: it is raised when the source is read, so that the others go on.
    """

    id: str
    path: Path | None = None
    data: bytes | None = None
    suffix: str = ""
    date: dt.date | None = None
    title: str | None = None
    url: str | None = None
    problem: tuple[str, str] | None = None


def find(inputs: Sequence[str], index: Path | None = None, home: Path | None = None) -> Iterator[Source]:
    """The documents of `index`, in its order and under its ids, then those of `inputs` that it does not name.

    `inputs` are files, folders (searched through, sorted, known suffixes only, hidden files left out), globs, and `-`
    for standard input. The id of a file is its path: as given, or from the folder `home` if there is one, so that a
    file has one id however it is called and no two files share one. The id of standard input is made from what it
    holds. The same file is never yielded twice. Raises `UsageError` where the index itself cannot be read; whatever is
    wrong with one document is raised when that one is read.
    """
    seen: set[str] = set()
    if index:
        for source in _indexed(index):
            if source.path:
                seen.add(_place(source.path))
            yield source
    for source in _named(inputs):
        if source.path and home:
            source = replace(source, id=_from(source.path, home))
        key = _place(source.path) if source.path else source.id
        if key not in seen:
            seen.add(key)
            yield source


def _place(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links and take two names for one


def _from(path: Path, home: Path) -> str:
    return Path(os.path.relpath(path, home)).as_posix()


def _named(inputs: Iterable[str]) -> Iterator[Source]:
    for name in inputs:
        path = Path(name)
        if name == STDIN:
            data = sys.stdin.buffer.read(Limits().size + 1)
            yield Source(f"stdin-{hashlib.sha256(data).hexdigest()[:12]}", data=data)
        elif path.is_dir():
            yield from _folder(path)
        elif path.exists() or not glob.has_magic(name):
            yield _file(path)
        else:
            yield from _matched(name)


def _file(path: Path) -> Source:
    return Source(path.as_posix(), path, suffix=_suffix(path))


def _suffix(path: Path) -> str:
    suffixes = [each.lower() for each in path.suffixes]
    return "".join((suffixes[:-1] if suffixes[-1:] == [".gz"] else suffixes)[-1:])


def _folder(folder: Path) -> Iterator[Source]:
    """The files of known formats in `folder` and below, by path; links to folders are not followed."""
    found: list[Path] = []
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(Path(root, name) for name in files if not name.startswith("."))
    known = sorted((path for path in found if _suffix(path) in READERS), key=lambda path: path.parts)
    if not known:
        yield _unusable(folder.as_posix(), "no file in it can be read", f"give files of these kinds: {_kinds()}")
    yield from map(_file, known)


def _matched(pattern: str) -> Iterator[Source]:
    paths = sorted(map(Path, glob.glob(pattern, recursive=True)), key=lambda path: path.parts)  # noqa: PTH207
    known = [path for path in paths if path.is_dir() or _suffix(path) in READERS]
    if not known:
        yield _unusable(pattern, "no file that can be read matches it", f"give files of these kinds: {_kinds()}")
    for path in known:
        yield from _folder(path) if path.is_dir() else [_file(path)]


def _kinds() -> str:
    return ", ".join(sorted(READERS))


def _unusable(name: str, reason: str, mend: str) -> Source:
    return Source(name, problem=(reason, mend))


def _indexed(index: Path) -> Iterator[Source]:
    try:
        lines = index.read_text("utf-8-sig").split("\n")
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{index}: the index cannot be read ({error}); it is JSON Lines in UTF-8 with an id and a path on each line"
        ) from error
    ids: set[str] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        source = _entry(line, index, number)
        if source.id in ids:
            source = _unusable(
                f"{index.name}, line {number}", f"the id {source.id!r} stands twice", "give each its own"
            )
        ids.add(source.id)
        yield source


def _entry(line: str, index: Path, number: int) -> Source:
    where = f"{index.name}, line {number}"
    try:
        entry = json.loads(line)
    except ValueError as error:
        return _unusable(where, f"it is not JSON ({error})", 'write {"id": "…", "path": "…", "date": "YYYY-MM-DD"}')
    for key, problem in _mistakes(entry):
        return _unusable(where, f"{key} {problem}", 'write {"id": "…", "path": "…", "date": "YYYY-MM-DD"}')
    path = index.parent / entry["path"]
    day = dt.date.fromisoformat(entry["date"]) if entry.get("date") else None
    return Source(
        entry["id"],
        path,
        suffix=_suffix(path),
        date=day,
        title=entry.get("title") or None,
        url=entry.get("url") or None,
    )


def _mistakes(entry: object) -> Iterator[tuple[str, str]]:
    if not isinstance(entry, dict):
        yield "the line", "is no object"
        return
    for key in ("id", "path"):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            yield f'"{key}"', "is missing or no text"
    for key in ("date", "title", "url"):
        if not isinstance(entry.get(key), str | None):
            yield f'"{key}"', "is no text"
    if isinstance(entry.get("date"), str) and entry["date"] and not _is_day(entry["date"]):
        yield '"date"', f"is no day written YYYY-MM-DD: {entry['date']!r}"


def _is_day(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text)) and bool(dt.date.fromisoformat(text))
    except ValueError:
        return False

"""Graph to file, one format a file.

Every writer is a function `render(export: Export) -> bytes`, named in `FORMATS` by the suffix it serves. It is pure:
the same `Export` gives the same bytes, on any machine and day. To add a format, write one module with one such
function and add one line here; the command line, the documentation and the tests read this table.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from dateline.graph.errors import UsageError
from dateline.graph.model import Record, Timeline
from dateline.graph.vocabulary import BASE

FORMATS: dict[str, str] = {
    ".ttl": "dateline.exports.turtle:render",
    ".trig": "dateline.exports.trig:render",
    ".nq": "dateline.exports.nquads:render",
    ".jsonld": "dateline.exports.jsonld:render",
    ".html": "dateline.exports.page:render",
    ".graphml": "dateline.exports.networks:graphml",
    ".gexf": "dateline.exports.networks:gexf",
    ".csv": "dateline.exports.table:render",
    ".geojson": "dateline.exports.geojson:render",
    ".ics": "dateline.exports.calendar:render",
}
"""Suffix -> "module:function", imported when first used."""


@dataclass(frozen=True, slots=True)
class Export:
    """All that a writer may need.

    `timeline` is what all documents say together, `records` what each of them says (only the formats that hold both
    layers read it), `base` the IRI that minted IRIs begin with, `title` the heading of the page; without one it says
    whom the events are about.
    """

    timeline: Timeline
    records: tuple[Record, ...] = ()
    base: str = BASE
    title: str = ""


def suffix_of(path: str | os.PathLike[str]) -> str:
    """The format that a file name asks for.

    Raises `UsageError` where its suffix is none of `FORMATS`.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in FORMATS:
        raise UsageError(f"{os.fspath(path)}: no export format ends in {suffix!r}; use one of {' '.join(FORMATS)}")
    return suffix


def render(suffix: str, export: Export) -> bytes:
    """The file's content in the format of `suffix` (".ttl").

    Raises `UsageError` where the suffix is none of `FORMATS`.
    """
    module, function = FORMATS[suffix_of(f"export{suffix}")].split(":")
    writer = getattr(import_module(module), function)
    return cast(Callable[[Export], bytes], writer)(export)


def save(path: str | os.PathLike[str], export: Export) -> None:
    """Write the file `path` in the format of its suffix, whole or not at all.

    Raises `UsageError` for an unknown suffix and `OutputError` where the file cannot be written.
    """
    from dateline.exports import files

    files.write(path, render(suffix_of(path), export))

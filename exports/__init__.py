"""Graph to file, one format a file.

Every writer is a function `render(export: Export) -> bytes`, named in `FORMATS` by the suffix it serves, and before it
the shape of the content where a suffix alone does not tell. It is pure: the same `Export` gives the same bytes, on any
machine and day. To add a format, write one module with one such function and add one line here; the command line, the
documentation and the tests read this table.
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
    ".parquet": "dateline.exports.parquet:render",
    ".geojson": "dateline.exports.geojson:render",
    ".ics": "dateline.exports.calendar:render",
    "plover.tsv": "dateline.exports.codebooks.plover:render",
    "cameo.tsv": "dateline.exports.codebooks.cameo:render",
    "acled.csv": "dateline.exports.codebooks.acled:render",
    "gdelt.tsv": "dateline.exports.codebooks.gdelt:render",
    "ftm.json": "dateline.exports.codebooks.ftm:render",
    "timelinejs.json": "dateline.exports.timelinejs:render",
}
"""Shape, if any, and suffix -> "module:function", imported when first used."""


@dataclass(frozen=True, slots=True)
class Export:
    """All that a writer may need.

    `timeline` is what all documents say together, `records` what each of them says (only the formats that hold both
    layers read it), `base` the IRI that minted IRIs begin with, `title` the heading of the page; without one it says
    whom the events are about. `language` is that of the page's own words (`dateline.exports.page.strings`).
    """

    timeline: Timeline
    records: tuple[Record, ...] = ()
    base: str = BASE
    title: str = ""
    language: str = "en"


def shapes() -> dict[str, str]:
    """Shape -> the suffix that it is written with."""
    return {shape: f".{suffix}" for shape, _, suffix in (name.partition(".") for name in FORMATS) if shape}


def format_of(path: str | os.PathLike[str], shape: str = "") -> str:
    """The key of `FORMATS` that a file name, and the shape where one is given, ask for.

    Raises `UsageError` where there is no such format.
    """
    name, known = Path(path).suffix.lower(), shapes()
    if shape and shape not in known:
        raise UsageError(f"no shape {shape!r}; there are {', '.join(known)}")
    if shape and known[shape] != name:
        raise UsageError(f"{os.fspath(path)}: the shape {shape} is written to a file that ends in {known[shape]}")
    if shape + name not in FORMATS:
        plain = [each for each in FORMATS if each.startswith(".")]
        shaped = [f"--as {each}" for each, suffix in known.items() if suffix == name]
        raise UsageError(
            f"{os.fspath(path)}: no export format ends in {name!r}; use one of {', '.join([*shaped, *plain])}"
        )
    return shape + name


def render(name: str, export: Export) -> bytes:
    """The file's content in the format of `FORMATS` called `name` (".ttl", "acled.csv").

    Raises `UsageError` where there is none, or the format needs a package that is not installed.
    """
    if name not in FORMATS:
        raise UsageError(f"no export format {name!r}; there are {' '.join(FORMATS)}")
    module, function = FORMATS[name].split(":")
    writer = getattr(import_module(module), function)
    return cast(Callable[[Export], bytes], writer)(export)


def save(path: str | os.PathLike[str], export: Export, shape: str = "") -> None:
    """Write the file `path` in the format of its suffix, or in one of `shapes`, whole or not at all.

    Raises `UsageError` for an unknown format and `OutputError` where the file cannot be written.
    """
    from dateline.exports import files

    files.write(path, render(format_of(path, shape), export))

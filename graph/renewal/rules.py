"""By which rules documents are put together: what is kept for one version of them is of no use to another."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dateline.graph.vocabulary import digest

_FOLDERS = ("resolve", "renewal", "rdf")
_FILES = ("ontology.ttl", "model.py", "naming.py", "vocabulary.py", "copies.py", "edtf.py")


@cache
def version() -> int:
    """A number made from all that decides what is one and how that is written; not negative, less than 2**31."""
    graph = files("dateline.graph")
    parts = [each for folder in _FOLDERS for each in graph.joinpath(folder).iterdir()]
    code = [*parts, *(graph.joinpath(name) for name in _FILES)]
    return int(digest(*(each.read_text("utf-8") for each in sorted(code, key=str) if each.is_file()))[:7], 16)

"""Which function reads which format; a new format is one file and one line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from dateline.extractors.documents.reading import Reader

READERS: dict[str, str] = {
    ".txt": "dateline.extractors.documents.plain:read",
    ".text": "dateline.extractors.documents.plain:read",
    ".md": "dateline.extractors.documents.markdown:read",
    ".markdown": "dateline.extractors.documents.markdown:read",
    ".html": "dateline.extractors.documents.html:read",
    ".htm": "dateline.extractors.documents.html:read",
    ".xhtml": "dateline.extractors.documents.html:read",
    ".pdf": "dateline.extractors.documents.pdf:read",
}
"""Suffix in lower case to `module:function`, imported when the first file of the kind is read."""


def reader(suffix: str) -> Reader:
    """The function that reads files of `suffix`; raises `KeyError` where there is none."""
    module, _, function = READERS[suffix].partition(":")
    return cast("Reader", getattr(import_module(module), function))

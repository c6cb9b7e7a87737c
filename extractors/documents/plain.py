"""The reader of plain text and Markdown: the decoded file unchanged, with what its header block says.

A header block stands at the very start: mail headers (RFC 5322), the same written before a saved feed item, the front
matter of Markdown between lines of `---`, or the article's address on a line of its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.extractors.documents.days import day
from dateline.extractors.documents.decoding import decode
from dateline.extractors.documents.limited import Limits
from dateline.extractors.documents.reading import Reading
from dateline.extractors.documents.words import words
from dateline.graph.model import Span

MAX_LINES = 60
"""A longer header block is none."""

_FIELD = re.compile(r"([A-Za-z][\w-]{1,30}):(.*)")
_FENCE = re.compile(r"---[ \t]*\r?(?:\n|$)")
_ADDRESS = re.compile(r"\s*(https?://[^\s<>\"]+)[ \t\r]*(?:\n|$)")
_PLAIN_FIELDS = frozenset(
    ("from", "to", "cc", "reply-to", "subject", "date", "sent", "message-id", "newsgroups", "pubdate", "link", "guid")
)
"""Without fences, two of these make a header block."""


class _Header(NamedTuple):
    fields: dict[str, str]
    aside: tuple[Span, ...]


def read(data: bytes, limits: Limits) -> Reading:  # noqa: ARG001 - every reader takes the limits
    """`data` as text. Raises `Refused` where it is binary or in no encoding that is known."""
    text, encoding = decode(data)
    fields, aside = _header(text)
    address = _ADDRESS.match(text)
    if address:
        aside = (Span(*address.span(1)),)
    dates = (day(fields[key]) for key in words("header", "date") if key in fields)
    titles = (fields[key] for key in words("header", "title") if fields.get(key))
    return Reading(
        text,
        encoding,
        title=next(titles, None),
        url=address[1] if address else None,
        date=next((found for found in dates if found), None),
        aside=aside,
    )


def _header(text: str) -> _Header:
    fence = _FENCE.match(text)
    fields: dict[str, str] = {}
    aside: list[Span] = []
    at = fence.end() if fence else 0
    for line in text[at : at + 100 * MAX_LINES].split("\n")[:MAX_LINES]:
        if fence and _FENCE.match(line):
            return _Header(fields, (Span(0, at + len(line.rstrip())),))
        found = _FIELD.match(line)
        continued = bool(fields) and line[:1] in (" ", "\t") and bool(line.strip())
        if found:
            key = found[1].lower()
            fields.setdefault(key, found[2].strip(" \t\r\"'"))
            if key not in words("header", "title"):
                aside.append(Span(at, at + len(line.rstrip())))
        elif not fence and not continued:
            break
        at += len(line) + 1
    if not fence and len(_PLAIN_FIELDS & set(fields)) >= 2:
        return _Header(fields, tuple(aside))
    return _Header({}, ())

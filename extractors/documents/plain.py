"""The reader of plain text: the decoded file unchanged, with what its header block says.

A header block stands at the very start: mail headers (RFC 5322), the same written before a saved feed item, the front
matter of Markdown between lines of `---`, or the article's address on a line of its own.
"""

from __future__ import annotations

import datetime as dt
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


class Header(NamedTuple):
    """What a header block says; `aside` are its parts that are no story, and it ends at `end`."""

    title: str | None = None
    url: str | None = None
    date: dt.date | None = None
    aside: tuple[Span, ...] = ()
    end: int = 0


def read(data: bytes, limits: Limits) -> Reading:  # noqa: ARG001 - every reader takes the limits
    """`data` as text. Raises `Refused` where it is binary or in no encoding that is known."""
    text, encoding = decode(data)
    head = header(text)
    return Reading(text, encoding, title=head.title, url=head.url, date=head.date, aside=head.aside)


def header(text: str) -> Header:
    """The header block of `text`; an empty one where there is none."""
    address = _ADDRESS.match(text)
    if address:
        return Header(url=address[1], aside=(Span(*address.span(1)),), end=address.end())
    fields, aside, end = _block(text)
    dates = (day(fields[key]) for key in words("header", "date") if key in fields)
    titles = (fields[key] for key in words("header", "title") if fields.get(key))
    urls = (fields[key] for key in words("header", "url") if fields.get(key, "").startswith(("http://", "https://")))
    return Header(next(titles, None), next(urls, None), next((found for found in dates if found), None), aside, end)


def _block(text: str) -> tuple[dict[str, str], tuple[Span, ...], int]:
    fence = _FENCE.match(text)
    fields: dict[str, str] = {}
    aside: list[Span] = []
    at = fence.end() if fence else 0
    for line in text[at : at + 100 * MAX_LINES].split("\n")[:MAX_LINES]:
        if fence and _FENCE.match(line):
            end = at + len(line.rstrip())
            return fields, (Span(0, end),), end
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
    if not fence and len(fields.keys() & words("header", "plain")) >= 2:
        return fields, tuple(aside), at
    return {}, (), 0

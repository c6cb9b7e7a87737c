"""One source in, one `Document` out: bytes, format, text, boilerplate, date."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from dateline.extractors.annotate import paragraphs
from dateline.extractors.documents.boilerplate import boilerplate
from dateline.extractors.documents.datelines import day_of_text, is_credit
from dateline.extractors.documents.days import day_of_url
from dateline.extractors.documents.decoding import without_surrogates
from dateline.extractors.documents.formats import suffix_of
from dateline.extractors.documents.limited import MEBIBYTE, Limits, Refused
from dateline.extractors.documents.readers import reader
from dateline.extractors.documents.sources import Source
from dateline.graph.errors import UnreadableDocument
from dateline.graph.model import DateSource, Document, Span

DEFAULT_LIMITS = Limits()
HEAD = 2000
"""Code points within which a headline is looked for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a file. `date` is of its metadata, `visible_date` one that the page shows outside its
    article; `aside` are parts of `text` that the format itself marks as no story (mail headers)."""

    text: str
    encoding: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    date: dt.date | None = None
    visible_date: dt.date | None = None
    aside: tuple[Span, ...] = ()


Reader = Callable[[bytes, Limits], Reading]
"""Reads the bytes of one format; raises `Refused`."""


def read(source: Source, date: dt.date | None = None, *, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document at `source`.

    Its date is the source's own (an index names it), else `date`, else that of its metadata or address, else what
    the text says of itself, else unknown. Raises `UnreadableDocument`, with the reason and the mend in plain words,
    for whatever cannot be read within `limits`.
    """
    try:
        if source.problem:
            raise Refused(*source.problem)
        data = _data(source, limits)
        reading = reader(suffix_of(data, source.suffix))(data, limits)
    except Refused as error:
        raise UnreadableDocument(source.id, error.reason, error.mend) from error
    text = without_surrogates(reading.text)
    spans = boilerplate(text, aside=reading.aside)
    url = source.url or reading.url
    found, date_source = _date(source.date or date, reading, url, text)
    return Document(
        id=source.id,
        text=text,
        title=source.title or reading.title or _headline(text, spans),
        url=url,
        publisher=reading.publisher,
        date=found,
        date_source=date_source,
        boilerplate=spans,
        encoding=reading.encoding,
    )


def _headline(text: str, spans: tuple[Span, ...]) -> str | None:
    """The first paragraph of the story if it is set as a title: short, no full stop, a longer one below.

    Lines that say who wrote it and when are no part of the story.
    """
    told = (text[start:end] for start, end in paragraphs(Document(id="", text=text[:HEAD], boilerplate=spans)))
    story = list(islice((each for each in told if not is_credit(each)), 2))
    if len(story) < 2:
        return None
    first, second = story
    title = " ".join(first.lstrip("#* ").split())
    is_title = 2 <= len(title.split()) <= 25 and title[-1] not in ".,:;…" and len(second) > len(first) / 2
    return title if is_title else None


def _date(
    given: dt.date | None, reading: Reading, url: str | None, text: str
) -> tuple[dt.date | None, DateSource | None]:
    if given:
        return given, "given"
    if found := reading.date or (day_of_url(url) if url else None):
        return found, "metadata"
    if found := reading.visible_date or day_of_text(text):
        return found, "text"
    return None, None


def _data(source: Source, limits: Limits) -> bytes:
    data = source.data if source.data is not None else _file(source, limits)
    if data.startswith(b"\x1f\x8b"):
        data = _unpacked(data, limits)
    if len(data) > limits.size:
        raise Refused(f"it is larger than {limits.size // MEBIBYTE} MB unpacked", "split it into single articles")
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise Refused("it is empty", "give a file that holds text")
    return data


def _file(source: Source, limits: Limits) -> bytes:
    if source.path is None:
        raise Refused("there is nothing to read", "name a file")
    place = "" if source.path.as_posix() == source.id else f": {source.path}"
    try:
        with source.path.open("rb") as file:
            return file.read(limits.size + 1)
    except FileNotFoundError as error:
        raise Refused(f"there is no such file{place}", "check the path") from error
    except IsADirectoryError as error:
        raise Refused(f"it is a folder{place}", "name a file in it, or give the folder itself as input") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise Refused(f"it cannot be opened ({reason}){place}", "check the path and your rights to read it") from error


def _unpacked(data: bytes, limits: Limits) -> bytes:
    """The content of a gzip file, unpacked no further than one byte beyond the limit."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            return file.read(limits.size + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Refused(f"its gzip packing is damaged ({error})", "pack it anew, or give it unpacked") from error

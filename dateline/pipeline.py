"""The steps joined: read, extract, store, put together, write. One bad document never stops a run."""

from __future__ import annotations

import datetime as dt
import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.graph.errors import DatelineError, NothingRead, UnreadableDocument, UsageError
from dateline.graph.model import Document, Record

if TYPE_CHECKING:
    from dateline.extractors.annotate import Annotator
    from dateline.extractors.documents import Source
    from dateline.story import Story

Name = str | os.PathLike[str]
Watch = Callable[[int, int, str], object]
"""Told before each input: how many are done, of how many, and the name of the next."""

Changed = Callable[[str, str], object]
"""Told after each document: its name, and what storing it did (`graph.store.Change`)."""

EXAMPLES = Path(__file__).parent / "examples/index.jsonl"
"""The index of the bundled articles."""


def read(source: Name, *, date: dt.date | None = None) -> Document:
    """The text of one file (or "-", standard input), with its date, title and boilerplate.

    `date` is the day it was written; where none is given it is looked for in the file. Raises `UnreadableDocument`
    where there is no text to be had, `UsageError` where `source` is a folder or pattern of several files.
    """
    from dateline.extractors import documents

    found = _sources([source])
    if len(found) != 1:
        raise UsageError(f"{os.fspath(source)} is {len(found)} documents; name one file, or `build` from all")
    return documents.read(found[0], date)


def extract(document: Document | str, *, date: dt.date | None = None, model: str | None = None) -> Record:
    """All that one document says: its times, actors, places and events.

    `document` is what `read` gives, or the text itself, then with `date` as the day it was written.
    """
    from dateline.extractors.extract import extract as steps

    if isinstance(document, str):
        document = Document("text", document, date=date, date_source="given" if date else None)
    return steps(document, _annotator(model))


def records(
    inputs: Name | Sequence[Name] = (),
    *,
    date: dt.date | None = None,
    index: Name | None = None,
    model: str | None = None,
    watch: Watch | None = None,
) -> Iterator[Record | UnreadableDocument]:
    """The record of each input in turn, or why there is none; a file's id is its path as given.

    See `build` for the other arguments and what is raised.
    """
    sources = _sources(inputs, index)
    annotate = _annotator(model)
    return (_record(source, date, annotate) for source in _watched(sources, watch))


def build(
    inputs: Name | Sequence[Name] = (),
    folder: Name = "dateline-out",
    *,
    date: dt.date | None = None,
    index: Name | None = None,
    model: str | None = None,
    base: str | None = None,
    store: str | None = None,
    language: str | None = None,
    files: bool = True,
    watch: Watch | None = None,
    changed: Changed | None = None,
) -> Story:
    """Read `inputs` into the graph in `folder`, which is made or added to, and write its files anew.

    `inputs` are files, folders, patterns, or "-" for standard input; `index` names more: JSON Lines of {id, path, date,
    title, url}, paths relative to it. `date` is the day all were written, where the index tells no other; without it
    each document's own is looked for. A file goes by its path from the folder that `folder` is in: files of one name
    in two folders are two documents, and a file that changed replaces what it said before. `model` is another spaCy
    pipeline for English. `base` is what IRIs begin with; a graph keeps the one that it was begun with. `store` is the
    address of a SPARQL 1.1 server that keeps the graph instead of the folder. `language` is what the page speaks, from
    now on: a code such as "es", or a file of strings (docs/page.md). Without `files` the graph alone is changed, at the
    cost of what is added and what that touches; the files stay as they are until `Story.write`.

    An input that the graph holds is read anew only if it changed, or what is said of it, or Dateline itself. What
    cannot be read is skipped, and listed with its reason in `Story.skipped`. Each document is stored before the next is
    read, so that a run that was interrupted can be taken up. Raises `UsageError` where there is nothing to read,
    `NothingRead` where none of it can be read and there is no graph yet, `StoreInUse` where another process is writing,
    `OutputError` where the folder cannot be written.
    """
    from dateline import server
    from dateline.extractors.annotate import DEFAULT_MODEL
    from dateline.origin import origin as origin_of
    from dateline.story import Story

    if language is not None and not files:
        raise UsageError("the language is that of the page, which is not written without the files")
    address = server.address(Path(folder), store)
    story = Story(folder, address, language)
    annotate = _annotator(model)
    sources = _watched(_sources(inputs, index, home=Path(folder).absolute().parent), watch)
    skipped: list[UnreadableDocument] = []
    first: Record | None = None
    if not story.exists:
        first, sources = _from_the_first_that_can_be_read(sources, date, annotate, skipped)
    with story.changing(base, skipped, files) as graph:
        if address:
            server.remember(Path(folder), address)
        held = graph.origins()
        for source in sources:
            origin = origin_of(source, date, model or DEFAULT_MODEL)
            change = "unchanged"
            if origin is None or origin != held.get(source.id):
                made, first = first or _record(source, date, annotate), None
                if isinstance(made, UnreadableDocument):
                    skipped.append(made)
                    continue
                change = graph.put(made, origin)
            if changed:
                changed(source.id, change)
    return story


def _from_the_first_that_can_be_read(
    sources: Iterator[Source], date: dt.date | None, annotate: Annotator, skipped: list[UnreadableDocument]
) -> tuple[Record, Iterator[Source]]:
    for source in sources:
        made = _record(source, date, annotate)
        if isinstance(made, Record):
            return made, chain([source], sources)
        skipped.append(made)
    raise NothingRead(skipped)


def _watched(sources: Sequence[Source], watch: Watch | None) -> Iterator[Source]:
    for number, source in enumerate(sources):
        if watch:
            watch(number, len(sources), source.id)
        yield source


def _sources(inputs: Name | Sequence[Name], index: Name | None = None, home: Path | None = None) -> list[Source]:
    from dateline import plugins
    from dateline.extractors.documents import sources

    plugins.load()
    names = [os.fspath(name) for name in ([inputs] if isinstance(inputs, str | os.PathLike) else inputs)]
    found = list(sources.find(names, Path(index) if index else None, home))
    if not found:
        raise UsageError("there is nothing to read; name a file, a folder, a pattern, - or --index FILE")
    return found


def _record(source: Source, date: dt.date | None, annotate: Annotator) -> Record | UnreadableDocument:
    from dateline.extractors import documents
    from dateline.extractors.extract import extract as steps

    try:
        return steps(documents.read(source, date), annotate)
    except UnreadableDocument as error:
        return error
    except DatelineError:
        raise
    except Exception as error:  # one document must not take the others down with it
        if os.environ.get("DATELINE_TRACEBACK"):
            raise
        where = traceback.extract_tb(error.__traceback__)[-1]
        fault = f"{type(error).__name__}: {error}, {Path(where.filename).name}:{where.lineno}"
        reason = f"a fault of Dateline's own met it ({fault})"
        return UnreadableDocument(source.id, reason, "please report it, with the document if you may share it")


def _annotator(model: str | None) -> Annotator:
    from dateline.extractors.annotate import DEFAULT_MODEL, annotator

    return annotator(model or DEFAULT_MODEL)

"""Tables on standard output, talk and progress on standard error."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager

Cell = str | int | float | bool | None
Watch = Callable[[int, int, str], object]
"""Told before each input: how many are done, of how many, and the name of the next."""

WHOLE = ("date", "key")
"""Columns that are never broken into lines, to be copied from the terminal."""

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def table(
    columns: Sequence[str], rows: Sequence[Sequence[Cell]], as_json: bool = False, hidden: Container[str] = ()
) -> None:
    """Print rows: as a list of objects for `as_json`, drawn on a terminal, else tab-separated below a header.

    `hidden` are columns that a terminal has no room for.
    """
    if as_json:
        values([dict(zip(columns, row, strict=True)) for row in rows])
    elif sys.stdout.isatty():
        shown = [number for number, column in enumerate(columns) if column not in hidden]
        _drawn([columns[number] for number in shown], [[row[number] for number in shown] for row in rows])
    else:
        print("\t".join(columns))
        for row in rows:
            print("\t".join(" ".join(_cell(cell).split()) for cell in row))


def values(data: object) -> None:
    """Print `data` as JSON."""
    print(json.dumps(data, ensure_ascii=False, indent=1))


def plain(text: str) -> str:
    """`text` without control characters and marks of direction, which could rewrite what a terminal shows."""
    return _UNSEEN.sub("", text)


def counted(number: int, words: str) -> str:
    """`number` of what the first word names: "1 event that happened", "2 events that happened"."""
    thing, *rest = words.split(" ")
    return " ".join([f"{number} {thing}" + ("" if number == 1 else "s"), *rest])


def talk(text: str) -> None:
    """Say something to the user; never part of the data."""
    print(plain(text), file=sys.stderr)


@contextmanager
def progress(what: str) -> Iterator[Watch | None]:
    """A bar on standard error while inputs are worked through; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def watch(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=escape(plain(name)[-60:]))

        yield watch


def _drawn(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, header_style="bold", pad_edge=False)
    for number, column in enumerate(columns):
        figures = any(isinstance(row[number], int | float) for row in rows)
        whole = column in WHOLE
        drawn.add_column(column, justify="right" if figures else "left", overflow="fold", no_wrap=whole)
    for row in rows:
        drawn.add_row(*(Text(_cell(cell)) for cell in row))
    Console().print(drawn)


def _cell(cell: Cell) -> str:
    return "" if cell is None else f"{cell:.4g}" if isinstance(cell, float) else plain(str(cell))


def as_before(folder: str) -> None:
    """Say that the files of a graph do not show what was changed in it."""
    talk(f"the files stay as they are until `dateline export -s {folder}`")

"""Tables on standard output, talk and progress on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

Cell = str | int | float | bool | None
Watch = Callable[[int, int, str], None]
"""Told after each input: how many are done, of how many, and the name of the next."""


def table(columns: Sequence[str], rows: Sequence[Sequence[Cell]], as_json: bool = False) -> None:
    """Print rows: as a list of objects for `as_json`, drawn on a terminal, else as tab-separated lines with a header."""
    if as_json:
        keyed = [dict(zip(columns, row, strict=True)) for row in rows]
        print(json.dumps(keyed, ensure_ascii=False, indent=1))
    elif sys.stdout.isatty():
        _drawn(columns, rows)
    else:
        print("\t".join(columns))
        for row in rows:
            print("\t".join(" ".join(_text(cell).split()) for cell in row))


def talk(text: str) -> None:
    """Say something to the user; never part of the data."""
    print(text, file=sys.stderr)


@contextmanager
def progress(what: str) -> Iterator[Watch]:
    """A bar on standard error while inputs are worked through, drawn on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda done, total, name: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total, name: bar.update(task, completed=done, total=total, description=escape(name[-60:]))


def _drawn(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, header_style="bold", pad_edge=False)
    for number, column in enumerate(columns):
        right = any(isinstance(row[number], int | float) for row in rows)
        drawn.add_column(column, justify="right" if right else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(_text(cell)) for cell in row))
    Console().print(drawn)


def _text(cell: Cell) -> str:
    return "" if cell is None else f"{cell:.4g}" if isinstance(cell, float) else str(cell)

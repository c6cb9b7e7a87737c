"""The API's functions that begin with a graph or its folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.graph.errors import UsageError
from dateline.story import Analysis, Name, Story

if TYPE_CHECKING:
    from dateline.graph.table import Answer


def open(folder: Name = "dateline-out") -> Story:
    """The graph that `build` made in `folder`, or on the server at that address ("http…").

    Raises `UsageError` where there is none.
    """
    from dateline import server
    from dateline.graph.store import is_address

    if is_address(folder):
        return Story(None, str(folder))
    story = Story(folder, server.address(Path(folder)))
    if not story.exists:
        raise UsageError(f"no graph in {os.fspath(folder)}; `dateline build -o {os.fspath(folder)} INPUT` makes one")
    return story


def analyse(story: Story | Name, by: str = "degree") -> Analysis:
    """Rank and group the actors of `story` (or its folder); see `Story.analyse`."""
    return _story(story).analyse(by)


def query(story: Story | Name, question: Name, **values: str) -> Answer:
    """Ask the graph of `story` (or its folder); see `Story.query`."""
    return _story(story).query(question, **values)


def export(story: Story | Name, path: Name, shape: str = "", language: str | None = None) -> None:
    """Write the graph of `story` (or its folder) to the file `path`; see `Story.export`."""
    _story(story).export(path, shape, language)


def _story(story: Story | Name) -> Story:
    return story if isinstance(story, Story) else open(story)

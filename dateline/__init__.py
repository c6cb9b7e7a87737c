"""News text in, an event timeline knowledge graph out.

>>> import dateline
>>> story = dateline.build("articles/", "story")  # doctest: +SKIP
>>> for event in story.timeline(type="Protest"):  # doctest: +SKIP
...     print(event.date, event.label)

Names are loaded when first used, so that `import dateline` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.front import analyse, export, open, query
    from dateline.graph.errors import DatelineError
    from dateline.graph.model import Event
    from dateline.pipeline import build, extract, read
    from dateline.story import Story

__version__ = "0.1.0"
__all__ = ["DatelineError", "Event", "Story", "analyse", "build", "export", "extract", "open", "query", "read"]

_HOMES = {
    "DatelineError": "dateline.graph.errors",
    "Event": "dateline.graph.model",
    "Story": "dateline.story",
    "analyse": "dateline.front",
    "build": "dateline.pipeline",
    "export": "dateline.front",
    "extract": "dateline.pipeline",
    "open": "dateline.front",
    "query": "dateline.front",
    "read": "dateline.pipeline",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__

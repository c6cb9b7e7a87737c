"""Papers that tell of one strike, each in its own way."""

from __future__ import annotations

from datetime import date
from typing import Any

import dockers
from dockers import MONDAY, actor, claim, day

from dateline.graph.model import Document, Event, Record
from dateline.graph.resolve import resolve


def events(*records: Record) -> tuple[Event, ...]:
    return resolve(records).events


def strike(paper: str, text: str = "", **changes: Any) -> Record:
    """A paper's one claim: dockers strike in Marenport on Monday."""
    text = text or f"Dockers began a strike in Marenport, says the {paper}."
    told: dict[str, Any] = {"when": day(MONDAY), "agents": ("a1",), "places": ("p1",), **changes}
    word = told.pop("word", "strike")
    type_ = told.pop("type", "Protest/Strike")
    return Record(
        Document(paper, text, date=date(2021, 3, 2)),
        actors=(actor("a1", "Dockers", "Group", text),),
        places=dockers.places(text),
        events=(claim("e1", type_, f"Strike, says the {paper}", text, word, **told),),
    )


def merged(one: Record, other: Record) -> bool:
    return len(events(one, other)) == 1

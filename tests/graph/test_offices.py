"""Who is called by an office of state is whoever else is told to hold it, where both tell of one day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from dockers import MONDAY, actor, claim, day, find

from dateline.graph.model import Actor, Document, Mention, Record
from dateline.graph.resolve import resolve
from dateline.graph.resolve.offices import office


def visit(paper: str, whom: str, who: Actor, text: str, when: date = MONDAY) -> Record:
    """A paper's claim that someone condemned something."""
    told: dict[str, Any] = {"when": day(when), "agents": ("a1",)}
    return Record(
        Document(paper, text), actors=(who,), events=(claim("e1", "Accuse/Condemn", whom, text, "condemned", **told),)
    )


def condemned(paper: str, called: str, name: str | None = None, when: date = MONDAY, country: str = "XMA") -> Record:
    """What a paper tells of one who is called so, and by name too where `name` is given."""
    text = f"The {called} condemned it, says the {paper}." + (f" It was {name}." if name else "")
    mentions = [Mention(*find(text, called), called, "nominal")]
    if name:
        mentions.append(Mention(*find(text, name), name))
    return visit(
        paper, called, Actor("a1", name or called, "Person", country, "GOV", mentions=tuple(mentions)), text, when
    )


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (condemned("Courier", "president"), 1),
        (condemned("Courier", "Marenian president"), 1),
        (condemned("Courier", "president", country="XQU"), 2),
        (condemned("Courier", "prime minister"), 2),
        (condemned("Courier", "former president"), 2),
        (condemned("Courier", "president of the senate"), 2),
        (condemned("Courier", "president", when=date(2021, 3, 2)), 2),
        (condemned("Courier", "President", "Bo Lund"), 2),
    ],
)
def test_an_office_is_whose_it_is_on_that_day(other: Record, count: int) -> None:
    assert len(resolve([condemned("Herald", "Marenian President", "Ada Korrin"), other]).events) == count


@pytest.mark.parametrize(
    ("called", "held"),
    [
        ("Marenian foreign minister", "foreign minister@XMA"),
        ("prime minister", "prime minister@XMA"),
        ("vice president", "vice president@XMA"),
        ("deputy prime minister", None),
        ("minister", None),
        ("Senate president", None),
        ("general", None),
    ],
)
def test_offices_of_state(called: str, held: str | None) -> None:
    text = f"The {called} spoke."
    person = Actor("a1", called, "Person", "XMA", mentions=(Mention(*find(text, called), called, "nominal"),))
    assert office(person) == held
    assert office(actor("a1", "Marenia", "Country", "Marenia", "XMA")) is None

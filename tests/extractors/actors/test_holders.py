"""Offices of state that stand for who held them on the day of the text. Persons are of public fact."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extractors import actors, places
from dateline.extractors.actors import lexicon
from dateline.extractors.annotate import annotator
from dateline.graph.model import Actor, Document

_ANNOTATE = annotator()


def found(text: str, day: date | None = date(2021, 3, 4)) -> tuple[Actor, ...]:
    annotation = _ANNOTATE(Document("d", text))
    return actors.find(annotation, places.find(annotation), day)


def names(text: str, day: date | None = date(2021, 3, 4)) -> list[str]:
    return [actor.name for actor in found(text, day) if actor.kind == "Person"]


def test_an_office_alone_means_who_held_it_then() -> None:
    text = "The French president met union leaders in Lyon."
    (holder,) = [actor for actor in found(text) if actor.kind == "Person"]
    assert (holder.name, holder.written, holder.country) == ("Emmanuel Macron", "French president", "FRA")
    assert holder.links and [mention.text for mention in holder.mentions] == ["French president"]
    assert "Emmanuel Macron" in names("France's new president met union leaders.")
    assert names(text, date(2010, 5, 4)) == ["Nicolas Sarkozy"]


def test_he_is_one_with_himself_by_name() -> None:
    told = "The French president met union leaders. Emmanuel Macron returned to Paris on Tuesday."
    assert names(told) == ["Emmanuel Macron"]


@pytest.mark.parametrize(
    "text",
    [
        "The former French president met union leaders.",
        "A French president may resign.",
        "The next French president will visit Warsaw.",
        "In 1998 the French president visited Warsaw.",
        "The president of the bank met union leaders.",
        "The late French president met union leaders.",
        "The then French president met union leaders.",
        "The would-be French president met union leaders.",
        "The self-proclaimed French president met union leaders.",
        "If elected French president, she will visit Berlin.",
    ],
)
def test_another_holder_is_not_he(text: str) -> None:
    assert "Emmanuel Macron" not in names(text)


def test_nobody_is_meant_where_the_day_does_not_tell_who() -> None:
    text = "The French president met union leaders in Lyon."
    offices = [o for form in lexicon.leaders() if form.text == "Emmanuel Macron" for o in form.known.offices]
    began = next(office.begin for office in offices if office.noun == "president")
    assert names(text, None) == names(text, began) == names(text, date(2090, 1, 1)) == ["French president"]

"""One of eleven attacks is no other report of the eleven, but part of them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from dockers import MONDAY, actor, claim, day, exactly, places

from dateline.graph.model import Document, Figures, Record, Timeline
from dateline.graph.resolve import resolve


def attack(paper: str, words: str, figures: Figures, **told: Any) -> Record:
    text = f"Rebels and {words} in Marenport, says the {paper}."
    values = {"when": day(MONDAY), "places": ("p1",), "agents": ("a1",), **told}
    rebels = actor("a1", "Rebels", "Group", text)
    return Record(
        Document(paper, text),
        actors=(rebels,),
        places=places(text),
        events=(claim("e1", "Attack/Bombing", paper, text, words, figures=figures, **values),),
    )


def story(words: str, figures: Figures, **told: Any) -> Timeline:
    eleven = Figures(count=exactly(11), fatalities=exactly(95))
    return resolve([attack("Herald", "bombings", eleven), attack("Courier", words, figures, **told)])


def test_a_single_one_hangs_on_the_several() -> None:
    timeline = story("bombing", Figures(fatalities=exactly(12)))
    labels = {event.id: event.label for event in timeline.events}
    (relation,) = timeline.relations
    assert (relation.type, labels[relation.source], labels[relation.target]) == ("part_of", "Courier", "Herald")


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("bombings", Figures()),
        ("bombings", Figures(count=exactly(11))),
        ("bombing", Figures(fatalities=exactly(95))),
    ],
)
def test_the_same_several_told_again_are_one_event(words: str, figures: Figures) -> None:
    timeline = story(words, figures)
    assert len(timeline.events) == 1 and timeline.relations == ()


def test_what_anything_else_keeps_apart_is_no_part() -> None:
    planned = story("bombing", Figures(), modality="planned")
    assert len(planned.events) == 2 and planned.relations == ()
    later = story("bombing", Figures(), when=day(MONDAY + timedelta(1)))
    assert len(later.events) == 2 and later.relations == ()

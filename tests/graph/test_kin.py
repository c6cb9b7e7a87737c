"""Types that different reports use for one event."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from dockers import MONDAY, actor, claim, day

from dateline.graph.model import Document, Figures, Record
from dateline.graph.resolve import resolve
from dateline.graph.vocabulary import event_types, kin


def report(paper: str, type_: str, **told: Any) -> Record:
    text = f"Maren Parliament and Guild of Pilots, a deed, says the {paper}."
    actors = (
        actor("a1", "Maren Parliament", "Organization", text, "XMA"),
        actor("a2", "Guild of Pilots", "Organization", text, "XMA"),
    )
    values = {"when": day(MONDAY), "agents": ("a1",), "patients": ("a2",), **told}
    return Record(Document(paper, text), actors=actors, events=(claim("e1", type_, paper, text, "deed", **values),))


def events(*records: Record) -> int:
    return len(resolve(records).events)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Consult/Talks", "Consult/Meeting", 1),
        ("Vote/LegislativeVote", "Legislate/Law", 1),
        ("Sanction/Embargo", "Coerce/Ban", 1),
        ("Agree/Truce", "Retreat/Ceasefire", 1),
        ("Attack", "Attack/Bombing", 1),
        ("Attack/Bombing", "Attack/Torture", 2),
        ("Vote/Election", "Legislate/Law", 2),
        ("Coerce/Arrest", "Coerce/Ban", 2),
    ],
)
def test_kinds_of_one_event(one: str, other: str, count: int) -> None:
    assert events(report("Herald", one), report("Courier", other)) == count
    assert events(report("Courier", one), report("Herald", other)) == count


def test_kinship_is_mutual_and_of_types_that_exist() -> None:
    assert set(kin()) == set(event_types())
    assert all(name in kin()[other] for name, others in kin().items() for other in others)
    assert all(name not in others for name, others in kin().items())


def test_the_subtype_is_one_of_the_type() -> None:
    (event,) = resolve([report("Herald", "Sanction/Embargo"), report("Courier", "Coerce/Ban")]).events
    assert (event.type, event.subtype) in {("Sanction", "Embargo"), ("Coerce", "Ban")}


def test_who_meets_whom_is_all_one_and_who_strikes_whom_is_not() -> None:
    turned = {"agents": ("a2",), "patients": ("a1",)}
    assert events(report("Herald", "Consult/Talks"), report("Courier", "Consult/Talks", **turned)) == 1
    assert events(report("Herald", "Attack/Arson"), report("Courier", "Attack/Arson", **turned)) == 2


def test_one_tally_is_one_vote_whichever_number_is_said_to_be_for() -> None:
    def vote(paper: str, votes_for: int, votes_against: int, outcome: Any) -> Record:
        figures = Figures(votes_for=votes_for, votes_against=votes_against, outcome=outcome)
        return report(paper, "Vote/LegislativeVote", patients=(), figures=figures)

    assert events(vote("Herald", 52, 40, "passed"), vote("Courier", 40, 52, "failed")) == 1
    assert events(vote("Herald", 52, 40, "passed"), vote("Courier", 40, 51, "failed")) == 2


def test_a_victim_under_a_title_is_the_same_and_one_surname_is_not() -> None:
    def arrest(paper: str, victim: str) -> Record:
        text = f"{victim} was arrested by the Harbour Police, says the {paper}."
        actors = (actor("a1", victim, "Person", text), actor("a2", "Harbour Police", "Organization", text, "XMA"))
        told = claim("e1", "Coerce/Arrest", paper, text, "arrested", when=day(MONDAY), agents=("a2",), patients=("a1",))
        return Record(Document(paper, text), actors=actors, events=(told,))

    assert events(arrest("Herald", "Ada Korrin"), arrest("Courier", "Editor Ada Korrin")) == 1
    assert events(arrest("Herald", "Ada Korrin"), arrest("Courier", "Korrin")) == 1
    assert events(arrest("Herald", "Ada Korrin"), arrest("Courier", "Bo Korrin")) == 2
    assert events(arrest("Herald", "Paul Korrin"), arrest("Courier", "Paula Korrin")) == 2
    assert events(arrest("Herald", "Ada Korrin"), arrest("Courier", "Ada Kerrin")) == 2


def test_an_end_that_nobody_tells_keeps_nothing_apart() -> None:
    one = report("Herald", "Protest/Strike")
    going_on = replace(one.events[0], end=replace(one.events[0].end, latest=None, earliest=day(MONDAY).latest))
    other = report("Courier", "Protest/Strike")
    assert events(replace(one, events=(going_on,)), other) == 1


def test_what_one_thinks_possible_and_another_tells_is_one_deed_no_surer_for_it() -> None:
    told, thought = report("Herald", "Coerce/Raid"), report("Courier", "Coerce/Raid", modality="possible")
    (event,) = resolve([told, thought]).events
    assert (event.status, event.label, event.confidence) == ("Actual", "Herald", 0.8)
    (alone,) = resolve([thought]).events
    assert alone.status == "Possible" and not alone.happened
    assert events(told, report("Courier", "Coerce/Raid", modality="planned")) == 2

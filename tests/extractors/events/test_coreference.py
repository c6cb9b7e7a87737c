"""One event told several times is one; what differs stays apart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dateline.graph.model import Range, Record

Read = Callable[[str], list[Any]]


def words(told: Any) -> list[str]:
    return [m.text for m in told.claim.mentions]


def test_a_definite_noun_takes_up_its_verb(read_story: Read) -> None:
    told = [
        t
        for t in read_story("Rebels attacked a barracks in Gao on Monday. The attack lasted an hour.")
        if t.claim.type == "Attack"
    ]
    assert [words(t) for t in told] == [["attacked", "attack"]]


def test_what_two_do_together_is_one_whichever_is_named_first(read_story: Read) -> None:
    text = "Germany held talks with France in Lyon on Monday. France's talks with Germany lasted an hour."
    (told,) = [t for t in read_story(text) if t.claim.type == "Consult"]
    assert (told.agents, told.patients) == (["Germany", "France"], [])


def test_a_plan_takes_no_day_of_what_was(read_record: Callable[[str], Record]) -> None:
    text = "The rebels will be brought to justice. The investigation began in January 2020."
    planned = [c for c in read_record(text).events if c.status == "Planned"]
    assert [(c.begin.earliest, len(c.mentions)) for c in planned] == [(date(2021, 6, 16), 2)]


def test_a_toll_belongs_to_its_event(read_story: Read) -> None:
    (told,) = [
        t
        for t in read_story("Jets bombed a camp of the rebels, killing 24 and wounding 50.")
        if t.claim.type == "Attack"
    ]
    assert told.claim.figures.fatalities == Range(24, 24)
    assert told.claim.figures.injured == Range(50, 50)
    assert len(told.claim.mentions) == 3


def test_those_who_died_before_an_act_are_no_toll_of_it(read_story: Read) -> None:
    told = read_story("Miners went on strike on Tuesday after 14 men died in an explosion at the pit.")
    assert [words(t) for t in told if t.claim.type == "Protest"] == [["went on strike"]]


def test_other_days_are_other_events(read_story: Read) -> None:
    text = "Rebels attacked Gao on June 7, 2021. Rebels attacked Gao on June 14, 2021."
    assert len([t for t in read_story(text) if t.claim.type == "Attack"]) == 2


def test_other_places_are_other_events(read_story: Read) -> None:
    text = "Teachers marched in Lyon on Monday. Teachers marched in Marseille on Monday."
    assert len([t for t in read_story(text) if t.claim.type == "Protest"]) == 2


def test_another_is_another(read_story: Read) -> None:
    text = "Rebels attacked a convoy. Another attack hit a barracks."
    assert len([t for t in read_story(text) if t.claim.type == "Attack"]) == 2


def test_a_member_hangs_on_its_whole(read_record: Callable[[str], Record]) -> None:
    record = read_record("Rebels staged 11 attacks on army posts in May. One of those attacks killed a guard.")
    attacks = [c for c in record.events if c.type == "Attack"]
    assert len(attacks) == 2
    assert ("part_of", attacks[1].id, attacks[0].id) in [(r.type, r.source, r.target) for r in record.relations]


def test_a_denied_event_is_not_one_that_happened(read_story: Read) -> None:
    text = "Rebels attacked a convoy near Gao. The army did not attack the village of Tessit."
    assert sorted(t.claim.status for t in read_story(text) if t.claim.type == "Attack") == ["Actual", "Denied"]


def test_names_and_nouns_for_people_are_no_events(read_story: Read) -> None:
    text = "Protesters met riot police in March. Ban Ki-moon was in Geneva with strike leaders."
    assert [t.claim.type for t in read_story(text)] == ["Consult"]


def test_violence_in_general_is_no_event(read_story: Read) -> None:
    assert not read_story("Violence is on many lips, and talk of war is cheap.")
    assert not read_story("Nobody wants the war. The war is on many lips.")
    assert [t.claim.type for t in read_story("The motive for the attack is not known.")] == ["Attack"]
    (told,) = read_story("Violence shook Lyon on Monday.")
    assert told.claim.type == "Attack"

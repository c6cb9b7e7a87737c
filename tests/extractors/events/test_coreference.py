"""One event told several times is one; what differs stays apart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

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


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("A navy ship rammed a trawler on Monday. Manila regretted the ramming.", ["rammed", "ramming"]),
        ("Israel bombed a school in Sela on Monday. Egypt regretted the bombing.", ["bombed", "bombing"]),
        ("Ann Ekman won a rerun of the election on Monday.", ["won", "rerun", "election"]),
    ],
)
def test_a_noun_of_the_verb_and_what_a_verb_does_are_one(read_story: Read, text: str, together: list[str]) -> None:
    assert together in [words(t) for t in read_story(text)]


def test_a_definite_noun_with_a_day_of_its_own_is_of_that_day(read_story: Read) -> None:
    text = "Ann Ekman won the election on Monday. Last year's election was calm."
    assert len([t for t in read_story(text) if t.claim.type == "Vote"]) == 2


def test_no_army_harms_itself_by_another_mention(read_story: Read) -> None:
    text = "Two Ukrainian soldiers were killed in Sela. Ukrainian forces shelled the town, rebels said."
    assert [(t.agents, t.patients) for t in read_story(text) if t.claim.type == "Attack"] == [
        ([], ["Ukrainian soldiers"]),
        (["Ukrainian forces"], []),
    ]


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


def test_a_war_somewhere_is_a_state_of_things_and_one_that_breaks_out_an_event(read_story: Read) -> None:
    assert not read_story("The war in Bosnia worries the markets.")
    assert [t.claim.type for t in read_story("Fighting raged in Bosnia.")] == ["Attack"]


def test_violence_that_nobody_is_said_to_plan_is_none(read_story: Read) -> None:
    assert not read_story("An attack is possible, the mayor fears.")
    assert [t.claim.status for t in read_story("Rebels may attack.")] == ["Possible"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The clerk counts early voting days.", []),
        ("He spoke of an atmosphere of trials.", []),
        ("The cup was lost by accident.", []),
        ("A series of strikes shut the port.", ["Protest"]),
        ("They agreed after months of negotiations.", ["Agree", "Consult"]),
        ("The matter is under investigation.", ["Judge"]),
        ("He spoke of trials in Lyon.", ["Judge"]),
    ],
)
def test_a_bare_noun_beside_the_point_names_a_kind_of_event(read_story: Read, text: str, types: list[str]) -> None:
    assert [t.claim.type for t in read_story(text)] == types


@pytest.mark.parametrize(
    ("text", "blow"),
    [
        ("A woman died in a hit-and-run crash in Gdynia. Police say Ewa Nowak was hit while walking to work.", "hit"),
        ("A motorist struck and killed a woman in Gdynia. The crash closed Dock Street for hours.", "killed"),
    ],
)
def test_whom_a_driver_hit_is_told_of_the_crash(read_story: Read, text: str, blow: str) -> None:
    (told,) = [t for t in read_story(text) if t.claim.type != "State"]
    assert (told.claim.type, told.claim.subtype) == ("Disaster", "Crash")
    assert blow in words(told)


def test_a_gunman_at_a_crash_attacks(read_story: Read) -> None:
    text = "A bus crash near Gdynia hurt two women on Friday. Hours later a gunman killed the driver."
    told = [t for t in read_story(text) if t.claim.type in ("Attack", "Disaster")]
    assert [t.claim.type for t in told] == ["Disaster", "Attack"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a judge in Gao on Tuesday, the third such attack in a week.",
        "Gunmen attacked a court in Gao on Tuesday. It was the second attack in the town this month.",
        "The union's leader was arrested on Tuesday, the union's second such arrest in a month.",
    ],
)
def test_the_last_of_several_is_the_one_just_told(read_story: Read, text: str) -> None:
    told = [t for t in read_story(text) if t.claim.type in ("Attack", "Coerce")]
    assert [len(t.claim.mentions) for t in told] == [2]


def test_the_second_of_two_is_not_the_first(read_story: Read) -> None:
    text = "Gunmen attacked a court in Gao on Tuesday. The second attack of the day hit a school."
    assert len([t for t in read_story(text) if t.claim.type == "Attack"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Georgians reject peace accord\n\nTBILISI - Georgian voters rejected a peace accord on Sunday.",
        "Georgia blames Ossetian rebels\n\nTBILISI - The Georgian government blamed the rebels on Sunday.",
    ],
)
def test_a_lead_tells_its_headline_again(read_story: Read, text: str) -> None:
    told = [t for t in read_story(text) if t.claim.type in ("Reject", "Accuse")]
    assert [len(t.claim.mentions) for t in told] == [2]


def test_others_who_say_the_same_later_are_others(read_story: Read) -> None:
    text = "Georgian voters rejected a peace accord on Sunday. The rebels rejected a peace accord on Monday."
    assert len([t for t in read_story(text) if t.claim.type == "Reject"]) == 2


def test_in_a_clash_either_side_may_be_hurt(read_story: Read) -> None:
    text = "Ukrainian forces clashed with rebels in Sela. A Ukrainian soldier was wounded in the fighting."
    assert len([t for t in read_story(text) if t.claim.type == "Attack"]) == 1


def test_a_definite_noun_of_last_year_is_not_what_was_just_told(read_story: Read) -> None:
    text = "Ann Ekman won the election by ten points. The election in May 2019 was calm."
    assert len([t for t in read_story(text) if t.claim.type == "Vote"]) == 2


def test_a_rocket_near_a_crash_is_no_part_of_it(read_story: Read) -> None:
    told = read_story("A plane crashed near Kabul on Monday. A rocket struck a school in the city.")
    assert sorted(t.claim.type for t in told) == ["Attack", "Disaster"]


def test_who_was_killed_is_not_who_was_hurt(read_story: Read) -> None:
    told = read_story("Two men were wounded and one woman was killed in an attack in Lyon.")
    assert [sorted(t.patients) for t in told] == [["men", "woman"]]


def test_an_act_told_with_its_own_doer_is_not_the_one_told_before(read_story: Read) -> None:
    text = "The murder of six priests shocked Lyon. The offensive launched by the rebels failed."
    told = [t for t in read_story(text) if t.claim.type == "Attack"]
    assert [t.agents for t in told] == [[], ["rebels"]]


def test_two_who_condemn_one_are_told_apart(read_story: Read) -> None:
    text = "Anna Holm criticised the mayor on Monday. Peter Marsh also criticised the mayor."
    assert [t.agents for t in read_story(text) if t.claim.type == "Accuse"] == [["Anna Holm"], ["Peter Marsh"]]


def test_two_nations_invade_twice(read_story: Read) -> None:
    text = "A Turkish invasion of Syria was feared for months. The U.S. invasion of Syria came first."
    assert all(len(t.agents) < 2 for t in read_story(text) if t.claim.type == "Attack")


def test_a_name_that_is_no_actor_acts_for_itself(read_story: Read) -> None:
    text = "The Arizona Republic endorsed a senator. Ann Hill endorsed the same senator on Monday."
    assert ["Ann Hill"] not in [t.agents for t in read_story(text) if "Republic" in t.claim.label]
    assert len([t for t in read_story(text) if t.claim.type == "Support"]) == 2

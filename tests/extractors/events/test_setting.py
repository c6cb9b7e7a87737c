"""Where events happened whose own words name no place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], list[Any]]


def where(read_story: Read, text: str, word: str) -> tuple[list[str], str]:
    """The places of the event that `word` tells of, and why it was put there."""
    (told,) = [t for t in read_story(text) if word in t.claim.mentions[0].text]
    return told.places[:1], told.claim.place_reason


@pytest.mark.parametrize(
    "text",
    [
        "Guerrillas attacked the town of Ica at dawn.",
        "Jets bombed Ica on Monday.",
        "The shelling of Ica killed ten people.",
    ],
)
def test_a_place_that_is_struck_is_where_it_happens(read_story: Read, text: str) -> None:
    told = read_story(text)
    assert [t.places for t in told if t.claim.type == "Attack"][:1] == [["Ica"]]


def test_a_country_named_by_its_adjective_only_is_the_setting(read_story: Read) -> None:
    text = (
        "The Danish army closed the bridge. Danish police and the Danish government were silent. "
        "On Tuesday gunmen killed three farmers."
    )
    assert where(read_story, text, "killed") == (["Denmark"], "the setting of the story")


def test_where_towns_of_one_land_are_told_of_it_is_the_setting_though_nobody_names_it(read_story: Read) -> None:
    text = (
        "Dockers in Marseille went on strike on Monday. Teachers in Lyon marched on Tuesday. "
        "Their union called the offer an insult. On Thursday the company dismissed ten workers."
    )
    assert where(read_story, text, "dismissed") == (["France"], "the setting of the story")


def test_a_spot_of_no_known_land_is_no_setting(read_story: Read) -> None:
    text = (
        "LIMA (AP) — Police fired on students at Kellermann Avenue on Monday. Students in Callao marched. "
        "On Thursday gunmen killed three farmers."
    )
    assert where(read_story, text, "killed") == (["Peru"], "the setting of the story")


def test_where_somebody_is_stationed_is_not_where_he_is_attacked(read_story: Read) -> None:
    text = "Soldiers stationed at Palmerola base in Honduras were attacked on Monday."
    assert "Palmerola base" not in where(read_story, text, "attacked")[0]


def test_a_land_of_whose_towns_the_text_speaks_is_the_setting_without_a_lead_that_says_so(read_story: Read) -> None:
    text = (
        "The union is angry. Its members are poor. Dockers marched in Marseille. Teachers marched in Lyon and Nantes. "
        "On Thursday the company dismissed ten workers."
    )
    assert where(read_story, text, "dismissed") == (["France"], "the setting of the story")


def test_an_event_at_a_spot_of_no_known_land_takes_the_story_nowhere(read_story: Read) -> None:
    text = (
        "Dockers in Peru went on strike on Monday. Police fired on students at Kellermann Avenue on Tuesday. "
        "Gunmen killed three farmers."
    )
    assert where(read_story, text, "killed") == (["Peru"], "the setting of the story")


def test_where_towns_of_two_lands_are_told_of_and_no_land_is_named_none_is_the_setting(read_story: Read) -> None:
    text = (
        "Dockers in Marseille went on strike on Monday. Teachers in Turin marched on Tuesday. "
        "Their union called the offer an insult. On Thursday the company dismissed ten workers."
    )
    assert where(read_story, text, "dismissed") == ([], "")


def test_a_speaker_s_place_is_not_that_of_what_he_tells(read_story: Read) -> None:
    text = "An officer said in Nairobi on Monday that gunmen had killed three farmers."
    assert where(read_story, text, "killed")[1] != "its sentence"


def test_a_place_in_front_of_the_sentence_holds_for_all_of_it(read_story: Read) -> None:
    text = "In Nairobi, an officer said on Monday that gunmen had killed three farmers."
    assert where(read_story, text, "killed") == (["Nairobi"], "its sentence")


def test_a_place_told_of_in_passing_is_not_that_of_the_event(read_story: Read) -> None:
    text = "A reporter whose office is in Vienna said that soldiers had shot ten miners."
    assert where(read_story, text, "shot")[1] != "its sentence"


def test_a_country_that_is_spoken_of_but_none_of_whose_towns_is_named_is_not_the_setting(read_story: Read) -> None:
    text = (
        "The Danish ambassador praised the Danish army. Danish advisers and Danish officers train soldiers, "
        "the Danish government said. Their road leads to Kampala. On Tuesday gunmen killed three farmers."
    )
    assert where(read_story, text, "killed")[0] == []


def test_what_people_are_born_as_is_not_the_setting(read_story: Read) -> None:
    text = "The Dutchman was cheered. A Dutchman led the march. On Tuesday gunmen killed three farmers."
    assert where(read_story, text, "killed") == ([], "")


def test_what_is_spoken_of_does_not_say_where_it_is_said(read_story: Read) -> None:
    text = "The minister, speaking in London, condemned the attack in Nairobi."
    assert where(read_story, text, "condemned")[0] == []
    assert where(read_story, text, "attack")[0] == ["Nairobi"]


def test_a_parliament_of_another_state_does_not_vote_where_the_story_plays(read_story: Read) -> None:
    text = "Israel's Knesset passed the law. The Bundestag rejected the bill."
    assert where(read_story, text, "passed")[0] == ["Israel"]
    assert where(read_story, text, "rejected")[0] == []


def test_where_soldiers_are_based_is_not_where_they_attack(read_story: Read) -> None:
    assert where(read_story, "Soldiers based in Mosul attacked a camp.", "attacked") == ([], "")

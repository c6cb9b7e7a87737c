"""Who is meant where one rule alone decides it. Sentences are invented, and so are the persons."""

from __future__ import annotations

import pytest

from dateline.extractors import actors
from dateline.extractors.actors import lexicon
from dateline.extractors.annotate import annotator
from dateline.graph.model import Document

_ANNOTATE = annotator()


def found(text: str) -> dict[str, list[str]]:
    """The mentions of each actor, by its name."""
    return {actor.name: [m.text for m in actor.mentions] for actor in actors.find(_ANNOTATE(Document("d", text)), ())}


@pytest.mark.parametrize(
    ("text", "who", "pronoun"),
    [
        ("Ruth Vogel said no. Anna Stern waited. She added that it stayed so.", "Ruth Vogel", "She"),
        (
            '"They are unsafe," said Carl Muster. Tom Stern met Paul Vogel. He added that nobody sailed.',
            "Carl Muster",
            "He",
        ),
        ("The union said they were unsafe. The port met the ministry. It added that nobody sailed.", "union", "It"),
    ],
)
def test_who_adds_is_who_spoke_last(text: str, who: str, pronoun: str) -> None:
    assert pronoun in found(text)[who]


def test_who_spoke_last_is_not_she_where_he_spoke() -> None:
    text = "Carl Muster said the bridge was shut. Anna Stern waited. She added that it stayed so."
    assert "She" not in found(text)["Carl Muster"]


@pytest.mark.parametrize("name", ["Victor Field", "Lily Field", "Daisy Field"])
def test_a_person_who_acts_is_one_though_the_name_ends_like_a_spot(name: str) -> None:
    """The language model marks these as a spot or a building."""
    assert name in found(f"{name} wept in court.")


def test_a_person_is_owned_by_nobody_but_his_followers() -> None:
    assert "coordinator" in found("The coordinator of Ruth Vogel resigned.")
    assert "supporter of Ruth Vogel" in found("A supporter of Ruth Vogel was arrested.")


@pytest.mark.parametrize(
    ("noun", "gender"), [("fisherman", "m"), ("policewoman", "f"), ("chairman", None), ("nun", "f"), ("German", None)]
)
def test_a_noun_tells_the_gender_by_its_end_or_its_row(noun: str, gender: str | None) -> None:
    known = lexicon.nouns().get(noun)
    assert (known[0].gender if known else None) == gender


def test_she_is_not_the_fisherman() -> None:
    assert "She" not in found("The fisherman met a nurse. She wept.")["fisherman"]


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ("The company offered to take back the workers after their strike.", "their", "workers"),
        ("The company said they would pay.", "they", "company"),
        ("The union met in Gao. It was driven off.", "It", None),
        ("Kyra Vogel's lawyer said she had left Gao.", "she", "Kyra Vogel"),
        ("The army and the police said they would stay.", "they", None),
        ("Tom Clint announced days before votes were cast that he was reopening the case.", "he", "Tom Clint"),
    ],
)
def test_whom_a_pronoun_means_in_what_others_say_or_do(text: str, pronoun: str, who: str | None) -> None:
    assert [name for name, pronouns in found(text).items() if pronoun in pronouns] == ([who] if who else [])


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Ministry of Defence said three men had died.", "GBR"),
        ("British troops left. The Ministry of Defence said three men had died.", "GBR"),
        ("Indian troops left. The Ministry of Defence said three men had died.", None),
    ],
)
def test_a_ministry_of_another_state_is_not_the_best_known_one(text: str, country: str | None) -> None:
    found = actors.find(_ANNOTATE(Document("d", text)), ())
    assert [a.country for a in found if a.name == "Ministry of Defence"] == [country]


def test_a_person_may_be_named_like_a_spot() -> None:
    assert found("Ann Hill and her brother Tom Hill were arrested.").keys() >= {"Ann Hill", "Tom Hill"}
    assert not any("Park" in name for name in found("Victoria Park was closed on Monday."))


def test_the_town_of_a_dateline_is_no_government() -> None:
    assert "Peru" not in found("LIMA, June 3 - Gunmen fired at a bus on Monday.")
    assert "Peru" in found("Lima fired the general on Monday - and hired another.")
    assert "Russia" in found("Moscow – an ally of Syria – vetoed the resolution.")

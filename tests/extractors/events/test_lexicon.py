"""Trigger files: what is read, what defaults, and what a mistake gets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dateline.extractors.events.lexicon import Entry, parse, types_in_use, usual
from dateline.graph.errors import DataError
from dateline.graph.vocabulary import event_types


def rows(body: str) -> list[Entry]:
    return list(parse('class = "Protest"\n' + body, "protest.toml"))


def test_a_phrase_becomes_an_entry_with_default_roles() -> None:
    verb, noun = rows('[[trigger]]\nsubtype = "SitIn"\nverbs = ["stage sit-in"]\nnouns = ["sit-in"]\n')
    assert (verb.type, verb.subtype, verb.words, verb.anchor) == ("Protest", "SitIn", ("stage", "sit", "-in"), 0)
    assert verb.agent == ("subject", "by")
    assert noun.agent == ("poss", "by", "compound")


def test_a_filter_may_name_a_list_that_others_share() -> None:
    (entry,) = rows('[[trigger]]\nverbs = ["march"]\nnot_near = ["@campaign", "band"]\n')
    assert {"nominee", "band"} <= entry.filters["not_near"]


def test_the_head_of_a_noun_phrase_stands_last_or_before_a_preposition() -> None:
    last, before = rows('[[trigger]]\nnouns = ["hunger strike", "act of protest"]\n')
    assert last.words[last.anchor] == "strike"
    assert before.words[before.anchor] == "act"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ('[[trigger]]\nverb = ["march"]\n', "unknown key 'verb'"),
        ('[[trigger]]\nsubtype = "Riot"\n', "a trigger without words"),
        ('[[trigger]]\nadjectives = ["striking"]\nmodified = "victim"\n', "modified = 'victim'"),
        ('[[trigger]]\nverbs = ["march"]\nnot_near = ["@parade"]\n', "no list '@parade'"),
        ("[[trigger]\n", "protest.toml"),
    ],
)
def test_a_mistake_is_named_with_its_file(body: str, says: str) -> None:
    with pytest.raises(DataError, match=r"protest\.toml") as raised:
        rows(body)
    assert says in str(raised.value)


def test_the_line_of_a_mistake_is_told() -> None:
    with pytest.raises(DataError) as raised:
        rows('[[trigger]]\nverbs = ["march"]\n\n[[trigger]]\nsubtype = "Riot"\n')
    assert raised.value.line == 5


def test_every_class_and_subtype_that_triggers_name_is_defined() -> None:
    known = event_types()
    for name, subtype in types_in_use():
        assert name in known
        assert subtype is None or known[subtype].parent == name


def test_every_defined_class_has_triggers() -> None:
    used = {name for pair in types_in_use() for name in pair if name}
    assert set(event_types()) <= used


@pytest.mark.parametrize("text", ["Students began a sit-in in Lyon.", "The walk-out in Lyon ended on Monday."])
def test_a_noun_that_ends_in_a_hyphened_particle_is_found(read_drafts: Callable[[str], list[Any]], text: str) -> None:
    assert [t.claim.type for t in read_drafts(text)] == ["Protest"]


@pytest.mark.parametrize(
    "text",
    [
        "The quarterback fired a bullet to the end zone.",
        "Actors rehearse an execution scene.",
        "The crossword killed an hour.",
        "The trial of the new drug was suspended.",
    ],
)
def test_sport_scenes_and_trials_of_drugs_are_no_events(read_drafts: Callable[[str], list[Any]], text: str) -> None:
    assert read_drafts(text) == []


def test_what_happens_at_a_match_is_an_event(read_drafts: Callable[[str], list[Any]]) -> None:
    told = read_drafts("Gunmen attacked a goalkeeper and killed two guards in Lyon.")
    assert [t.claim.type for t in told] == ["Attack", "Attack"]


def test_a_phrase_with_an_object_of_its_own_needs_no_other(read_drafts: Callable[[str], list[Any]]) -> None:
    assert [t.claim.type for t in read_drafts("Unions pledged solidarity with the miners.")] == ["Support"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Reporters asked the mayor if he knew.", []),
        ("The union asked the government for help.", ["Request"]),
        ("The archive released a tape on Monday.", []),
        ("The army released three soldiers on Monday.", ["Retreat"]),
    ],
)
def test_a_sense_is_told_by_the_clause_or_the_object(
    read_drafts: Callable[[str], list[Any]], text: str, types: list[str]
) -> None:
    assert [told.claim.type for told in read_drafts(text)] == types


@pytest.mark.parametrize(
    ("text", "subtype"),
    [("Warplanes dropped bombs on an airfield.", "AirStrike"), ("Rebels dropped grenades on a truck.", "Bombing")],
)
def test_what_drops_it_tells_an_air_strike_from_a_bombing(
    read_drafts: Callable[[str], list[Any]], text: str, subtype: str
) -> None:
    assert [told.claim.subtype for told in read_drafts(text)] == [subtype]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The police seized on Thursday a cache of rifles.", ["Coerce"]),
        ("Critics seized on the remark.", []),
        ("The mayor was jailed for nine years over bribes.", ["Judge"]),
        ("Troops found dozens of grenades in Mirpur.", ["Coerce"]),
        ("Teachers demonstrated in Mirpur.", ["Protest"]),
        ("The navy demonstrated great skill.", []),
        ("Police cordoned off the square.", []),
        ("The army controls the city.", []),
        ("Gunmen shot a former baseball player in Mirpur.", ["Attack"]),
        ("Protesters hurled insults at the minister.", ["Accuse"]),
        ("The study demonstrated how bees dance.", []),
        ("The figures demonstrated there was no fault.", []),
        ("Journalists have been camping outside the station.", []),
        ("Kenya is opposed to the plan.", ["Reject"]),
        ("The minister reneged on the agreement with the nurses.", ["Reject", "Agree"]),
        ("The man walked away from the crowd.", []),
        ("Kenya complained to the United Nations.", ["Accuse"]),
        ("The army has set up a number of barracks near the border.", ["Mobilize"]),
        ("The firm has set up an office near the border.", []),
        ("Two jets were scrambled over Mirpur.", ["Mobilize"]),
        ("Rebels gained ground in the north of Mirpur.", ["Attack"]),
        ("The club gained ground on its rivals.", []),
        ("Kenya opened its borders to refugees.", ["Aid"]),
        ("Kenya opened its eyes to the crisis.", []),
        ("Kenya is providing intelligence to Uganda.", ["Aid"]),
        ("The king received a delegation from Kenya.", ["Consult"]),
        ("The singer received a prize.", ["Award"]),
        ("Workers surrounded the office of the director.", ["Protest"]),
        ("Walls surrounded the office of the director.", []),
        ("Protesters torched a van.", ["Protest"]),
        ("Firemen were called to a farm.", []),
        ("Students want the senate to act.", ["Request"]),
        ("The students want to sleep.", []),
        ("The president told the rebels to lay down their arms.", ["Request", "Retreat"]),
        ("The president told the rebels a story.", []),
        ("The Greens came out for the treaty bill.", ["Support"]),
        ("The cats came out for a walk.", []),
        ("The bloc stayed away from the ballot.", ["Protest"]),
        ("The council called on drivers to stay at home.", ["Request"]),
    ],
)
def test_words_tell_of_events_in_one_sense_only(
    read_drafts: Callable[[str], list[Any]], text: str, types: list[str]
) -> None:
    assert [t.claim.type for t in read_drafts(text)] == types


@pytest.mark.parametrize(
    ("verb", "kind", "undergone", "role"),
    [
        ("ban", "Coerce", True, "patient"),
        ("whip", "Attack", True, "patient"),
        ("resign", "Lead", True, "agent"),
        ("riot", "Protest", False, "agent"),
    ],
)
def test_a_participle_tells_what_its_noun_underwent_unless_only_subjects_do_that(
    verb: str, kind: str, undergone: bool, role: str
) -> None:
    assert usual("adjective", kind, None, verb, 0.7, undergone).modified == role

"""Who is named as the one who says so: statements and the sources of what they tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.graph.model import Record


def speakers(record: Record) -> list[tuple[str, list[str]]]:
    """The words of each act of telling with the names of who tells."""
    names = {a.id: a.name for a in record.actors}
    told = (c for c in record.events if c.type == "State")
    return [(c.mentions[0].text, [names[x] for x in c.agents] or [names.get(c.source or "", "")]) for c in told]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The minister lamented that nobody had come.", "minister"),
        ("The captain boasted that he was the best sailor.", "captain"),
        ('"The harvest is lost," the farmer exclaimed.', "farmer"),
        ("The governor expressed concern about the dam.", "governor"),
        ("The union made clear that it would not yield.", "union"),
        ("The dam broke on Monday, according to the governor.", "governor"),
    ],
)
def test_reporting_verbs_name_their_speaker(read_record: Callable[[str], Record], text: str, speaker: str) -> None:
    assert [speaker] in [who for _, who in speakers(read_record(text))]


@pytest.mark.parametrize(
    ("text", "doers", "sources"),
    [
        ("Reuters reported that the bridge had burnt.", [], ["Reuters"]),
        ("The bridge burnt on Monday, the BBC said.", [], ["BBC"]),
        ("The BBC said it would close two studios.", ["BBC"], []),
        ("The governor said the BBC had lied.", ["governor"], []),
        ("State television announced the arrest of the general.", [], ["State television", "State television"]),
    ],
)
def test_papers_and_stations_are_sources_and_no_doers(
    read_record: Callable[[str], Record], text: str, doers: list[str], sources: list[str]
) -> None:
    record = read_record(text)
    names = {a.id: a.name for a in record.actors}
    told = [c for c in record.events if c.type in ("State", "Coerce")]
    assert [names[x] for c in told for x in c.agents] == doers
    assert [names[c.source] for c in told if c.source] == sources


@pytest.mark.parametrize(
    ("text", "thinker"),
    [
        ("The governor fears that the dam will burst.", "governor"),
        ("The union hopes the mayor will resign.", "union"),
        ("The union hopes to hire a lawyer.", "union"),
        ("Farmers considered the tax an insult.", "Farmers"),
        ("The minister was confident that the bridge would hold.", "minister"),
    ],
)
def test_what_somebody_thinks_has_its_thinker(read_record: Callable[[str], Record], text: str, thinker: str) -> None:
    assert [thinker] in [who for _, who in speakers(read_record(text))]


def test_what_is_feared_is_no_fact(read_record: Callable[[str], Record]) -> None:
    record = read_record("The governor fears that rebels will attack the town.")
    assert [e.status for e in record.events if e.type == "Attack"] == ["Possible"]


@pytest.mark.parametrize(
    "text",
    [
        "The carpenter joined two boards.",
        "The guard showed his passport.",
        "It rained, and the river rose.",
        "The guard saw a fox.",
        "The mayor did not respond.",
        "The farmer felt cold.",
    ],
)
def test_other_verbs_report_nothing(read_record: Callable[[str], Record], text: str) -> None:
    assert speakers(read_record(text)) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A study by the Institute for Dams found that rebels had killed a guard.", "Institute for Dams"),
        ("Rebels killed a guard, according to an FBI memo.", "Federal Bureau of Investigation"),
        ("The ministry released a statement saying that rebels had killed a guard.", "ministry"),
        ('Karl Muster, farmer: "I saw it. Rebels killed a guard."', "Karl Muster"),
        ('The mayor said: "It is bad. We are afraid. Rebels killed a guard." The union said that it left.', "mayor"),
    ],
)
def test_a_paper_or_a_label_speaks_for_somebody(read_record: Callable[[str], Record], text: str, speaker: str) -> None:
    record = read_record(text)
    names = {a.id: a.name for a in record.actors}
    assert [names.get(e.source or "") for e in record.events if e.type == "Attack"] == [speaker]


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("A survey of farmers shows that rebels killed a guard.", "survey"),
        ("According to phone records, rebels killed a guard.", "phone records"),
        ("A guard died in May. The report said that rebels killed a guard.", "report"),
    ],
)
def test_a_paper_that_nobody_is_named_for_speaks_for_itself(
    read_record: Callable[[str], Record], text: str, paper: str
) -> None:
    record = read_record(text)
    names = {a.id: a.name for a in record.actors}
    assert paper in [names.get(e.source or "") for e in record.events if e.type == "Attack"]


def test_a_paper_that_says_nothing_is_no_actor(read_record: Callable[[str], Record]) -> None:
    record = read_record("The data was confirmed by the mayor. Rebels burnt the report and killed a guard.")
    assert not {"data", "report"} & {a.name for a in record.actors}


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania: Rebels killed a guard on Monday.",
        '"It is bad. Rebels killed a guard." The union said that it left.',
    ],
)
def test_where_and_of_whom_are_no_source(read_record: Callable[[str], Record], text: str) -> None:
    assert [e.source for e in read_record(text).events if e.type == "Attack"] == [None]


def test_what_somebody_is_called_is_said_of_him(read_record: Callable[[str], Record]) -> None:
    assert speakers(read_record('The mayor called the plan "a disaster".')) == [("called", ["mayor"])]
    assert speakers(read_record("The mayor called the plan a disaster.")) == [("called", ["mayor"])]
    assert speakers(read_record("The mayor called the police.")) == []


def test_who_says_that_people_are_urged_urges_them(read_record: Callable[[str], Record]) -> None:
    record = read_record("Divers are begged to stay ashore, the police said. Sailors were begged to wait, they added.")
    names = {a.id: a.name for a in record.actors}
    assert [[names[x] for x in e.agents] for e in record.events if e.type == "Request"] == [["police"], []]

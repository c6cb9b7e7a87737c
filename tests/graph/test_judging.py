"""What each rule of identity weighs: words of rank, the names that tell a story, common nouns, people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from dockers import MONDAY, actor, claim, day, places

from dateline.graph.model import Document, Mention, Record, TimeSpan
from dateline.graph.resolve import resolve
from dateline.graph.resolve.stories import FOREMOST

MARCH = TimeSpan(date(2021, 3, 1), date(2021, 3, 20))


def strike(paper: str, before: str = "the", when: TimeSpan = MARCH) -> Record:
    text = f"Dockers began {before} strike in Marenport, says the {paper}."
    told = claim("e1", "Protest/Strike", paper, text, "strike", when=when, agents=("a1",), places=("p1",))
    return Record(
        Document(paper, text), actors=(actor("a1", "Dockers", "Group", text),), places=places(text), events=(told,)
    )


def count(*records: Record) -> int:
    return len(resolve(records).events)


RANKS = "another second third fourth fifth sixth seventh eighth ninth tenth new fresh further separate similar previous"


@pytest.mark.parametrize("word", RANKS.split())
def test_one_more_of_a_kind_is_another_unless_a_day_tells(word: str) -> None:
    assert count(strike("Herald"), strike("Courier")) == 1
    assert count(strike("Herald"), strike("Courier", f"a {word}")) == 2
    assert count(strike("Herald", f"a {word}"), strike("Courier", f"the {word} long")) == 1
    assert count(strike("Herald", when=day(MONDAY)), strike("Courier", f"a {word}", day(MONDAY))) == 1


def about(paper: str, names: list[str], word: str = "strike", **more: Any) -> Record:
    """An undated strike in an article that names organisations, each once less than the one before."""
    body = " ".join(f"{name}. " * (len(names) - n) for n, name in enumerate(names))
    text = f"The {word} began, says the {paper}. {body}"
    actors = []
    for number, name in enumerate(names):
        starts = [at for at in range(len(text)) if text.startswith(f"{name}. ", at)]
        mentions = tuple(Mention(at, at + len(name), name) for at in starts)
        actors.append(replace(actor(f"a{number}", name, "Organization", text), mentions=mentions))
    told = claim("e1", "Protest/Strike", paper, text, word, agents=("a0",), **more)
    return Record(Document(paper, text, date=date(2021, 3, 2)), actors=tuple(actors), events=(told,))


GUILDS = [
    f"{name} Guild" for name in ("Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Maple", "Oak", "Pine")
]


def test_two_names_and_a_shared_doer_make_one_undated_event() -> None:
    assert count(about("Herald", GUILDS[:2]), about("Courier", GUILDS[:2])) == 1
    assert count(about("Herald", GUILDS[:2]), about("Courier", [GUILDS[0], GUILDS[2]])) == 2


def test_two_names_need_more_than_the_word() -> None:
    def silent(record: Record) -> Record:
        return replace(record, events=(replace(record.events[0], agents=()),))

    assert count(silent(about("Herald", GUILDS[:3])), silent(about("Courier", GUILDS[:3]))) == 1
    assert count(silent(about("Herald", GUILDS[:2])), silent(about("Courier", GUILDS[:2]))) == 2


def test_only_the_foremost_names_tell_a_story() -> None:
    others = [f"{name} Union" for name in ("Anchor", "Beacon", "Compass", "Dock", "Engine", "Ferry", "Galley", "Hull")]
    last = [*others[: FOREMOST - 1], GUILDS[0]]
    assert FOREMOST == 8
    assert count(about("Herald", [GUILDS[1], *last[:-1], GUILDS[0]]), about("Courier", [GUILDS[0], GUILDS[1]])) == 2
    assert count(about("Herald", [GUILDS[1], *last[1:]]), about("Courier", [GUILDS[1], GUILDS[0]])) == 1


def test_documents_of_one_story_come_out_within_a_fortnight() -> None:
    one, other = about("Herald", GUILDS[:3]), about("Courier", GUILDS[:3])
    for on, events in ((date(2021, 3, 16), 1), (date(2021, 3, 17), 2)):
        assert count(one, replace(other, document=replace(other.document, date=on))) == events


def report(paper: str, agent: tuple[str, str], patient: tuple[str, str] | None = None, word: str = "hit") -> Record:
    """Someone of a kind does something on Monday, in no place."""
    parts = [part for part in (agent, patient) if part]
    text = f"{agent[0]} {word} {patient[0] if patient else ''}, says the {paper}."
    actors = tuple(actor(f"a{n}", name, kind, text) for n, (name, kind) in enumerate(parts))
    roles = {"agents": ("a0",), "patients": ("a1",) if patient else ()}
    return Record(
        Document(paper, text),
        actors=actors,
        events=(claim("e1", "Attack", paper, text, word, when=day(MONDAY), **roles),),
    )


def test_the_last_word_of_a_common_noun_is_shared() -> None:
    armed, masked = ("masked gunmen", "Group"), ("gunmen", "Group")
    assert count(report("Herald", armed), report("Courier", masked)) == 1
    assert count(report("Herald", armed), report("Courier", ("rebels", "Group"))) == 2


def test_other_people_weigh_against() -> None:
    body = ("Guild of Pilots", "Organization")
    assert (
        count(report("Herald", body, ("Ada Korrin", "Person")), report("Courier", body, ("Ada Korrin", "Person"))) == 1
    )
    one = report("Herald", ("Ada Korrin", "Person"), body)
    assert count(one, report("Courier", ("Ada Korrin", "Person"), body)) == 1
    assert count(one, report("Courier", ("Bo Lind", "Person"), body)) == 2

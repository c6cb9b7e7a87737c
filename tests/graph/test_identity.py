"""When two names of several documents are one actor."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from dockers import actor, courier, herald

from dateline.graph.model import Actor, Document, Mention, Record, Timeline
from dateline.graph.resolve import resolve
from dateline.graph.resolve.identity import same_name


def people(*names: str, kind: str = "Person", **more: Any) -> Timeline:
    def record(number: int, name: str) -> Record:
        text = f"{name} spoke, document {number}."
        return Record(Document(str(number), text), actors=(actor("a1", name, kind, text, **more),))

    return resolve([record(number, name) for number, name in enumerate(names)])


@pytest.mark.parametrize("name", ["Ada Korrin", "ADA  KORRIN", "Ada\u200b Korrin", "Áda Korrin"])
def test_a_full_name_is_one_person(name: str) -> None:
    assert len(people("Ada Korrin", name).actors) == 1


@pytest.mark.parametrize(
    "names", [("Korrin", "Korrin"), ("Korrin", "Ada Korrin"), ("Mr Korrin", "Mr Korrin"), ("Bo Korrin", "Ada Korrin")]
)
def test_a_surname_alone_never_makes_one_person(names: tuple[str, str]) -> None:
    assert len(people(*names).actors) == 2


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Kasem Suleimani", "Qassem Soleimani", "IRN"),
        ("Mohammed Daoud", "Muhammad Daoud", "IRQ"),
        ("Oleksandr Verenskyy", "Oleksandr Verensky", "UKR"),
        ("Hussein al-Karrin", "Husein el-Karrin", None),
    ],
)
def test_spellings_of_a_name_from_another_script_are_one(one: str, other: str, country: str | None) -> None:
    assert len(people(one, other, country=country).actors) == 1


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Peter Jensen", "Peter Jansen", "DNK"),
        ("Peter Jensen", "Peter Jansen", None),
        ("Omar Suleimani", "Qassem Suleimani", "IRN"),
        ("Amina Daoud", "Amina Daouda", "MAR"),
        ("Nura Korrin", "Nora Korrin", "IRQ"),
        ("Suleimani", "Soleimani", "IRN"),
    ],
)
def test_names_that_are_merely_alike_are_two(one: str, other: str, country: str | None) -> None:
    assert len(people(one, other, country=country).actors) == 2


def test_a_body_in_two_spellings_is_one() -> None:
    names = ("Hashed al-Shaabi", "Hashd al-Shaabi")
    assert len(people(*names, kind="Organization", country="IRQ").actors) == 1
    assert len(people(*names, kind="Organization").actors) == 1


def test_a_title_is_no_part_of_a_name_and_no_name() -> None:
    assert len(people("President Ada Korrin", "Ada Korrin", "Prime Minister Ada Korrin").actors) == 1
    assert len(people("General Korrin", "General Korrin").actors) == 2


def test_look_alike_letters_are_another_name() -> None:
    assert len(people("Ada Korrin", "Аda Korrin").actors) == 2
    assert same_name("Аda") != same_name("Ada")


def test_a_link_is_one_actor_under_any_name_and_two_links_are_two() -> None:
    one, other = ("http://www.wikidata.org/entity/Q1",), ("http://www.wikidata.org/entity/Q2",)
    same = people("Ada Korrin", "A. Korrin", links=one)
    assert len(same.actors) == 1 and len(same.actors[0].members) == 2
    text = "Ada Korrin and Ada Korrin."
    two = (actor("a1", "Ada Korrin", "Person", text, links=one), actor("a2", "Ada Korrin", "Person", text, links=other))
    assert len(resolve([Record(Document("d", text), actors=two)]).actors) == 2


def test_an_open_name_stays_open_until_a_document_settles_it() -> None:
    def unions(*told: dict[str, Any]) -> list[tuple[str, ...]]:
        records = [
            Record(
                Document(str(n), f"The Maren Union met, document {n}."),
                actors=(actor("a1", "Maren Union", "Organization", "The Maren Union", **more),),
            )
            for n, more in enumerate(told)
        ]
        return [each.could_be for each in resolve(records).actors]

    two, three = {"could_be": ("One", "Two")}, {"could_be": ("Three", "One")}
    assert unions(two, three) == [("One", "Three", "Two")]
    assert unions(two, {"links": ("http://www.wikidata.org/entity/Q1",)}) == [()]
    assert unions(two, {"country": "XMA"}) == [()]


def test_a_word_for_a_group_is_known_only_within_its_event() -> None:
    assert len(people("protesters", "protesters", kind="Group").actors) == 2
    assert len(people("protesters", "protesters", kind="Group", country="XMA").actors) == 1


def test_a_name_in_two_countries_is_two_and_without_country_neither() -> None:
    text = "The Labour Party, the Labour Party and the Labour Party."
    parties = tuple(actor(f"a{n}", "Labour Party", "Organization", text, c) for n, c in enumerate(["GBR", "NZL", None]))
    assert len(resolve([Record(Document("d", text), actors=parties)]).actors) == 3
    assert len(resolve([Record(Document("d", text), actors=parties[1:])]).actors) == 1


def test_an_acronym_that_is_an_alias_joins() -> None:
    first = actor("a1", "National Harbour Union", "Organization", "National Harbour Union", aliases=("NHU",))
    second = actor("a1", "NHU", "Organization", "NHU")
    records = [Record(Document(r.name, r.name), actors=(r,)) for r in (first, second)]
    (one,) = resolve(records).actors
    assert (one.name, one.aliases) == ("National Harbour Union", ("NHU",))


def test_a_common_noun_in_capitals_is_no_name() -> None:
    text = "Woman Arrested. The woman was arrested."
    woman = Actor("a1", "Woman", "Person", mentions=(Mention(0, 5, "Woman", "nominal"),))
    records = [Record(Document(paper, f"{text} {paper}"), actors=(woman,)) for paper in ("Herald", "Courier")]
    assert len(resolve(records).actors) == 2
    police = replace(woman, name="Police", kind="Organization")
    assert len(resolve([replace(record, actors=(police,)) for record in records]).actors) == 2


@pytest.mark.parametrize(
    ("names", "more", "told"),
    [
        (["Ada Korrin"], {}, ()),
        (["Ada Korrin", "President Ada Korrin"], {}, ("the same full name, “Ada Korrin”",)),
        (
            ["Ada Korrin", "Korrin"],
            {"links": ("https://people.example/k",)},
            ("the same link, https://people.example/k",),
        ),
        (
            ["Kasem Suleimani", "Qassem Soleimani"],
            {"country": "IRN"},
            ("spellings of one name, “Kasem Suleimani”, “Qassem Soleimani”",),
        ),
        (["Ada Korrin"], {"aliases": ("Korrin",)}, ("“Korrin” stands for “Ada Korrin” where a document has both",)),
    ],
)
def test_an_actor_says_why_its_names_are_one(names: list[str], more: dict[str, Any], told: tuple[str, ...]) -> None:
    (one,) = people(*names, **more).actors
    assert one.reasons == told


def test_who_plays_the_same_part_in_one_event_says_so() -> None:
    (strikers,) = (each for each in resolve([herald(), courier()]).actors if each.name == "strikers")
    assert strikers.reasons == ("the same name in the same part of one event",)

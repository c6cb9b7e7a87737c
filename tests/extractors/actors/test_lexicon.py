"""The data files of actors: what they hold, and what a mistake in one of them says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.extractors import datafiles
from dateline.extractors.actors import lexicon
from dateline.extractors.places import gazetteer
from dateline.graph.errors import DataError

ISO = gazetteer.countries().keys() - {"XKX"}
"""The codes of ISO 3166-1: all of the table of places but Kosovo's."""
UNINHABITED = {"ATA", "ATF", "BVT", "CCK", "CXR", "HMD", "IOT", "NFK", "PCN", "SGS", "SJM", "SPM", "TKL", "UMI"}
SHARED_NAMES = {"BES", "BLM", "JEY", "MAF", "SXM"}


def uses(code: str, use: str) -> set[str]:
    return {form.text for form in lexicon.states() if form.known.country == code and form.use == use}


def test_every_inhabited_country_of_iso_3166_is_there() -> None:
    codes = {form.known.country for form in lexicon.states()}
    assert ISO - codes == UNINHABITED | SHARED_NAMES


def test_only_dissolved_states_and_kosovo_are_outside_iso_3166() -> None:
    codes = {form.known.country for form in lexicon.states()}
    assert codes - ISO == {"SUN", "YUG", "CSK", "DDR", "XKX"}


@pytest.mark.parametrize(
    ("code", "adjective", "people"),
    [
        ("GBR", "British", "Britons"),
        ("ESP", "Spanish", "Spaniard"),
        ("DNK", "Danish", "Dane"),
        ("IRQ", "Iraqi", "Iraqis"),
        ("NER", "Nigerien", "Nigeriens"),
        ("NGA", "Nigerian", "Nigerians"),
        ("CHE", "Swiss", "Swiss"),
        ("PHL", "Philippine", "Filipinos"),
        ("KGZ", "Kyrgyz", "Kyrgyz"),
        ("BFA", "Burkinabe", "Burkinabes"),
        ("NLD", "Dutch", "Dutchmen"),
        ("MMR", "Burmese", "Burmese"),
    ],
)
def test_adjective_and_people_of_a_state(code: str, adjective: str, people: str) -> None:
    assert adjective in uses(code, "adjective")
    assert people in uses(code, "people")


@pytest.mark.parametrize(
    ("form", "noun", "plural"),
    [
        ("policemen", "policeman", True),
        ("spies", "spy", True),
        ("attorneys general", "attorney general", True),
        ("troops", "troops", True),
        ("police", "police", False),
        ("wives", "wife", True),
    ],
)
def test_nouns_know_their_plural(form: str, noun: str, plural: bool) -> None:
    entry, many = lexicon.nouns()[form]
    assert (entry.noun, many) == (noun, plural)


def test_every_spelling_means_one_organisation() -> None:
    owners: dict[str, str] = {}
    for form in lexicon.organisations():
        assert owners.setdefault(form.text, form.known.name) == form.known.name


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("noun,kind,sector,flags,plural\nbaker,Human,LAB,,\n", "line 2: kind 'Human'; allowed: Person"),
        ("noun,kind,sector,flags,plural\n# x\nbaker,Person,XXX,,\n", "line 3: sector 'XXX'; allowed: GOV"),
        ("noun,kind,sector,flags,plural\nbaker,Person\n", "line 2: 2 cells; allowed: 5"),
        ("noun,kind\nbaker,Person\n", "line 1: columns noun,kind; allowed: noun,kind,sector"),
        ("noun,kind,sector,flags,many\n", "line 1: columns"),
        ("noun,kind,sector,flags,plural\ncook,Person,,,\ncook,Person,,,\n", "line 3: 'cook' stands here twice"),
    ],
)
def test_a_mistake_names_file_line_and_what_is_allowed(
    content: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "nouns.csv").write_text(content, encoding="utf-8")
    monkeypatch.setattr(datafiles, "DATA", tmp_path)
    with pytest.raises(DataError, match=r"nouns\.csv") as error:
        lexicon.nouns.__wrapped__()
    assert says in str(error.value)


def test_of_an_office_known_by_the_year_nobody_is_said_to_be_out_who_may_have_been_in() -> None:
    office = lexicon._office("actors/leaders.csv", 2, "mayor 2008/2016-05-09")
    assert (office.begin, office.end) == (date(2008, 1, 1), date(2016, 5, 9))


@pytest.mark.parametrize(
    ("offices", "says"),
    [
        ("president 201/2021", "line 2: 'president 201/2021'"),
        ("wizard 2017-01-20/..", "line 2: office 'wizard'; allowed: a noun of nouns.csv"),
    ],
)
def test_an_office_without_noun_or_days_is_a_mistake(
    offices: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lexicon.nouns()
    (tmp_path / "actors").mkdir()
    header = "name,country,sector,gender,aliases,wikidata,offices"
    content = f"{header}\nAnn Example,USA,GOV,f,,,{offices}\n"
    (tmp_path / "actors" / "leaders.csv").write_text(content, encoding="utf-8")
    monkeypatch.setattr(datafiles, "DATA", tmp_path)
    with pytest.raises(DataError, match=r"leaders\.csv") as error:
        lexicon.leaders.__wrapped__()
    assert says in str(error.value)

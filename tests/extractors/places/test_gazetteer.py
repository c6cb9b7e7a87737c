"""The gazetteer: names and their keys, lookups, containment, distances."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extractors.places import gazetteer
from dateline.extractors.places.gazetteer import Candidate, distance, inside, lookup
from dateline.extractors.places.names import fold


def first(name: str) -> Candidate:
    return lookup(name)[0]


@given(st.text(max_size=40))
def test_a_key_is_its_own_key_and_holds_nothing_but_plain_letters(name: str) -> None:
    key = fold(name)
    assert fold(key) == key
    assert key == key.strip()
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("São Paulo", "sao paulo"),
        ("Cap-Haïtien", "cap haitien"),
        ("N'Djamena", "ndjamena"),
        ("Saint Petersburg", "st petersburg"),
        ("St. Petersburg", "st petersburg"),
        ("Mount Hermon", "mt hermon"),
        ("Łódź", "lodz"),
        ("U.S.", "us"),
        ("", ""),
    ],
)
def test_keys_level_the_spellings_of_a_name(name: str, key: str) -> None:
    assert fold(name) == key


@pytest.mark.parametrize(
    ("name", "geonames"),
    [
        ("Iraq", 99237),
        ("Baghdad", 98182),
        ("Nasiriyah", 98854),
        ("Kiev", 703448),
        ("Kyiv", 703448),
        ("Catalonia", 3336901),
        ("Crimea", 703883),
        ("Africa", 6255146),
        ("Manhattan", 5125771),
    ],
)
def test_a_name_leads_to_its_geonames_id(name: str, geonames: int) -> None:
    assert f"https://sws.geonames.org/{geonames}/" in {place.link for place in lookup(name)}


def test_unknown_names_lead_nowhere() -> None:
    assert lookup("Qarmulesh") == ()
    assert lookup("") == ()
    assert lookup("#") == ()


def test_a_place_of_our_own_table_and_of_the_gazetteer_is_one() -> None:
    links = [place.link for place in lookup("Xinjiang")]
    assert len(links) == len(set(links))
    assert first("Xinjiang").own
    assert inside(first("Urumqi"), first("Xinjiang"))


def test_short_forms_of_regions() -> None:
    (oregon,) = gazetteer.abbreviated("Ore.")
    assert (oregon.region, oregon.country) == ("US.OR", "USA")
    assert gazetteer.abbreviated("Baghdad") == ()
    for form in gazetteer.abbreviations():
        assert len(gazetteer.abbreviated(form)) == 1, form


def test_spellings_lead_to_places_of_the_gazetteer() -> None:
    for spelling in ("Deir el-Zour", "Hassakeh", "Hodeidah", "Zaporizhia"):
        assert lookup(spelling), spelling
    assert {place.country for place in lookup("Deir el-Zour")} == {"SYR"}


def test_demonyms_and_capitals() -> None:
    assert gazetteer.demonyms()["iraqis"] == ("IRQ",)
    assert gazetteer.demonyms()["congolese"] == ("COD", "COG")
    assert {"baghdad", "washington", "kyiv"} <= gazetteer.capitals().keys()


def test_every_country_has_a_code_and_a_link() -> None:
    assert len(gazetteer.countries()) == 250
    assert all(place.country == code and place.link for code, place in gazetteer.countries().items())


@pytest.mark.parametrize(
    ("name", "code"), [("USSR", "RUS"), ("East Germany", "DEU"), ("Tobago", "TTO"), ("Congo", "COD")]
)
def test_former_states_and_parts_of_states_are_where_they_were(name: str, code: str) -> None:
    assert code in {place.country for place in lookup(name) if place.level == "country"}


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("Baghdad", "Iraq"),
        ("Austin", "Texas"),
        ("Texas", "United States"),
        ("Laurel County", "Kentucky"),
        ("Heathrow", "United Kingdom"),
        ("Kenya", "Africa"),
        ("Nairobi", "Africa"),
        ("Green Zone", "Baghdad"),
    ],
)
def test_containment(inner: str, outer: str) -> None:
    assert any(inside(place, around) for place in lookup(inner) for around in lookup(outer))
    assert not any(inside(around, place) for place in lookup(inner) for around in lookup(outer))


def test_a_place_is_not_inside_itself_or_another_land() -> None:
    assert not inside(first("Iraq"), first("Iraq"))
    assert not inside(first("Baghdad"), first("Iran"))
    assert not inside(first("Nairobi"), first("Europe"))


def test_distances() -> None:
    baghdad, basra = first("Baghdad"), first("Basra")
    assert distance(baghdad, baghdad) == 0
    assert distance(baghdad, basra) == pytest.approx(distance(basra, baghdad))
    assert distance(baghdad, basra) == pytest.approx(445, abs=15)
    assert distance(first("Fiji"), first("Samoa")) < 1500

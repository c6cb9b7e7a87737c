"""Where places are named, and which they are, as `places.find` tells it. Sentences are invented."""

from __future__ import annotations

from functools import cache

import pytest

from dateline.extractors import places
from dateline.extractors.annotate import annotator
from dateline.extractors.syntax import Annotation
from dateline.graph.model import Document, Place

_ANNOTATE = annotator()


@cache
def annotation(text: str) -> Annotation:
    return _ANNOTATE(Document("d", text))


@cache
def found(text: str) -> tuple[Place, ...]:
    return places.find(annotation(text))


def names(text: str) -> list[str]:
    return [place.name for place in found(text)]


def of(text: str, words: str) -> Place:
    """The place that `words` mention in `text`."""
    (place,) = [p for p in found(text) if any(m.text == words for m in p.mentions)]
    return place


def around(text: str, words: str) -> list[str]:
    by_id = {place.id: place.name for place in found(text)}
    return [by_id[number] for number in of(text, words).within]


REPORT = (
    "NASIRIYAH, Iraq (AP) — Protesters blocked a bridge in Nasiriyah on Sunday.\n\n"
    "Iraqi troops closed Baghdad airport and moved to Basra. In Baghdad, crowds left the city's main square."
)


def test_one_place_for_each_real_place_in_order_of_first_mention() -> None:
    assert [place.id for place in found(REPORT)] == [f"p{n}" for n in range(1, len(found(REPORT)) + 1)]
    assert names(REPORT) == ["Nasiriyah", "Iraq", "Baghdad airport", "Baghdad", "Basra"]
    assert [m.text for m in of(REPORT, "Nasiriyah").mentions] == ["NASIRIYAH", "Nasiriyah"]


def test_mentions_point_into_the_text_in_text_order() -> None:
    for place in found(REPORT):
        starts = [m.start for m in place.mentions]
        assert starts == sorted(starts)
        assert all(REPORT[m.start : m.end] == m.text for m in place.mentions)


def test_a_town_has_coordinates_a_country_and_its_geonames_id() -> None:
    town = of(REPORT, "Nasiriyah")
    assert (town.kind, town.country, town.links) == ("city", "IRQ", ("https://sws.geonames.org/98854/",))
    assert town.lat == pytest.approx(31.06, abs=0.1)
    assert town.lon == pytest.approx(46.26, abs=0.1)
    assert around(REPORT, "Nasiriyah") == ["Iraq"]


def test_a_country_has_its_code_and_its_geonames_id() -> None:
    land = of(REPORT, "Iraq")
    assert (land.kind, land.country, land.links) == ("country", "IRQ", ("https://sws.geonames.org/99237/",))


def test_the_same_text_gives_the_same_places() -> None:
    assert places.find(annotation(REPORT)) == places.find(_ANNOTATE(Document("d", REPORT)))


def test_a_text_without_places_has_none() -> None:
    assert found("The price of bread rose by a tenth.") == ()
    assert found("") == ()


def test_the_people_of_a_country_are_no_place() -> None:
    assert names("Iraqi soldiers and two Syrians met the Ukrainian envoy.") == []


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The U.S. sent aid.", "U.S.", "USA"),
        ("Talks between the US and the UK failed.", "US", "USA"),
        ("Talks between the US and the UK failed.", "UK", "GBR"),
        ("Floods hit Burma.", "Burma", "MMR"),
        ("He flew to Ivory Coast.", "Ivory Coast", "CIV"),
        ("Rebels from eastern Congo fled to Rwanda.", "Rwanda", "RWA"),
        ("Iraq's parliament met in Baghdad.", "Iraq", "IRQ"),
        ("The DRC closed its border.", "DRC", "COD"),
    ],
)
def test_countries_by_the_names_of_the_news(text: str, words: str, country: str) -> None:
    place = of(text, words)
    assert (place.kind, place.country) == ("country", country)


def test_the_word_us_is_no_country() -> None:
    assert names("They told us to leave.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton smiled.",
        "Sen. Lincoln and Mr. Houston spoke.",
        "The Chicago Tribune reported it.",
        "Reading is fun, and mobile phones are nice.",
        "Washington said it would respond.",
        "Moscow rejected the plan and warned Kyiv.",
        "Scotland Yard is looking into it.",
        "The West Nile virus has spread.",
        "The army and Hamas agreed to a truce.",
        "He paid US$ 15 for it.",
        "In Parliament and in Congress, members of HIV groups spoke.",
    ],
)
def test_what_looks_like_a_place_and_is_none(text: str) -> None:
    assert names(text) == []


def test_a_surname_stays_a_person_but_a_town_of_the_name_stays_a_town() -> None:
    assert names("Anna Lincoln spoke first. Lincoln then left.") == []
    assert names("Anna Lincoln lives in Lincoln, Nebraska. Lincoln spoke.") == ["Lincoln", "Nebraska"]


@pytest.mark.parametrize(
    ("text", "words", "country", "lat"),
    [
        ("He lives in Paris, Texas.", "Paris", "USA", 33.7),
        ("He lives in Paris.", "Paris", "FRA", 48.9),
        ("A man from Salem, Ore., was held.", "Salem", "USA", 44.9),
        ("A fire broke out in London, Ontario.", "London", "CAN", 43.0),
        ("A fire broke out in Cambridge, England.", "Cambridge", "GBR", 52.2),
        ("The Syrian town of Azaz was shelled.", "Azaz", "SYR", 36.6),
        ("A bomb went off in Libya's Tripoli.", "Tripoli", "LBY", 32.9),
        ("Lebanese troops entered Tripoli and Sidon. Lebanon is calm.", "Tripoli", "LBN", 34.4),
        ("Floods hit Valencia and Murcia in Spain.", "Valencia", "ESP", 39.5),
        ("Floods hit Valencia and Maracay in Venezuela.", "Valencia", "VEN", 10.2),
        ("Police in Hyderabad and Karachi, in Pakistan's Sindh province, made arrests.", "Hyderabad", "PAK", 25.4),
        ("A quake shook Córdoba and Mendoza in Argentina.", "Córdoba", "ARG", -31.4),
    ],
)
def test_the_text_tells_towns_of_one_name_apart(text: str, words: str, country: str, lat: float) -> None:
    place = of(text, words)
    assert place.country == country
    assert place.lat == pytest.approx(lat, abs=0.3)


OPEN = """Springfield Franklin Clinton Greenville Fairview Centerville Salem Burlington Ashland Dover Milton Newport
Monroe Lancaster Gloucester Worcester Troy Jackson Aurora Hamilton"""


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("President Trump visited Lyon on Monday.", "Lyon"),
        ("Rebels captured Bukavu on Monday.", "Bukavu"),
        ("The army shelled Homs.", "Homs"),
    ],
)
def test_a_town_is_visited_or_taken_whatever_the_tagger_says(text: str, town: str) -> None:
    assert town in names(text)


def test_who_is_visited_may_be_a_person() -> None:
    assert names("Guards attacked Jackson. He fled.") == []


def test_the_only_land_that_the_text_speaks_of_tells_which_town() -> None:
    (place,) = found("The Lebanese army clashed with gunmen in Tripoli.")
    assert place.country == "LBN"


@pytest.mark.parametrize("town", OPEN.split())
def test_a_name_of_many_towns_stays_open_where_nothing_tells_which(town: str) -> None:
    text = f"A fire broke out in {town} on Sunday."
    place = of(text, town)
    assert (place.lat, place.lon, place.links) == (None, None, ())


def test_a_town_that_no_gazetteer_knows_is_kept_without_coordinates() -> None:
    place = of("The village of Qarmulesh near Mosul was burnt.", "Qarmulesh")
    assert (place.kind, place.lat, place.links) == ("city", None, ())


def test_a_land_and_a_state_of_one_name() -> None:
    text = "Police fired on a crowd in Tbilisi, Georgia. In Atlanta, Georgia, fans marched."
    lands = [(p.name, p.kind, p.country) for p in found(text) if p.name == "Georgia"]
    assert lands == [("Georgia", "country", "GEO"), ("Georgia", "region", "USA")]


def test_states_in_a_list_are_states() -> None:
    text = "Cases were found in Ohio, Washington, Oregon and Utah."
    assert [p.kind for p in found(text)] == ["region"] * 4


@pytest.mark.parametrize(
    ("text", "words", "name", "kind"),
    [
        ("Troops left Anbar province.", "Anbar province", "Anbar", "region"),
        ("Shelling went on in the Donetsk region.", "Donetsk region", "Donetsk", "region"),
        ("Shelling went on in Donetsk.", "Donetsk", "Donetsk", "city"),
        ("Deputies searched Laurel County, Kentucky.", "Laurel County", "Laurel County", "region"),
        ("Texas Gov. Ann Example spoke.", "Texas", "Texas", "region"),
        ("Storms hit New York. The New York governor spoke.", "New York", "New York", "region"),
    ],
)
def test_regions(text: str, words: str, name: str, kind: str) -> None:
    (place, *_) = [p for p in found(text) if p.kind == kind and any(m.text == words for m in p.mentions)]
    assert place.name == name


def test_counties_of_a_list_share_their_noun() -> None:
    text = "Storms hit Navarro, Ellis and Hill counties in Texas."
    assert [of(text, word).kind for word in ("Navarro", "Ellis", "Hill")] == ["region"] * 3
    assert {of(text, word).country for word in ("Navarro", "Ellis", "Hill")} == {"USA"}


def test_a_part_of_a_land_is_an_area_within_it() -> None:
    text = "Fighting went on in southern Iraq. Iraq closed its border."
    part, land = of(text, "southern Iraq"), of(text, "Iraq")
    assert (part.name, part.kind, part.country, part.within) == ("southern Iraq", "area", "IRQ", (land.id,))
    assert part.lat is not None
    assert land.lat is not None
    assert part.lat < land.lat


def test_a_part_of_a_town_is_the_town() -> None:
    assert names("Crowds gathered in central London and east London.") == ["London"]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Tankers left the Strait of Hormuz.", "Strait of Hormuz", "water"),
        ("The ship sank in the Black Sea.", "Black Sea", "water"),
        ("Troops crossed the Euphrates.", "Euphrates", "water"),
        ("Boats searched the Tallow River.", "Tallow River", "water"),
        ("Peace in the Middle East is far.", "Middle East", "area"),
        ("Drought spread through the Sahel.", "Sahel", "area"),
        ("Aid reached the Gaza Strip.", "Gaza Strip", "region"),
        ("Settlers live in the West Bank.", "West Bank", "region"),
        ("Shells fell on the Donbas.", "Donbas", "area"),
        ("Soldiers clashed in Kashmir.", "Kashmir", "area"),
        ("Migrants come from Africa.", "Africa", "continent"),
    ],
)
def test_lands_and_waters_without_a_border(text: str, words: str, kind: str) -> None:
    assert of(text, words).kind == kind


@pytest.mark.parametrize(
    ("text", "words", "town"),
    [
        ("Rockets hit Baghdad airport.", "Baghdad airport", "Baghdad"),
        ("A mob stormed the U.S. Embassy in Baghdad.", "U.S. Embassy", "Baghdad"),
        ("Police closed Rustaveli Avenue in Tbilisi.", "Rustaveli Avenue", "Tbilisi"),
        ("Two men were taken to Kirkuk hospital from Mosul.", "Kirkuk hospital", "Kirkuk"),
    ],
)
def test_a_site_lies_in_its_town(text: str, words: str, town: str) -> None:
    site, seat = of(text, words), of(text, town)
    assert (site.kind, site.country, site.lat, site.lon) == ("point", seat.country, seat.lat, seat.lon)
    assert site.within[0] == seat.id
    assert site.links == ()


def test_an_embassy_is_not_in_the_land_that_sent_it() -> None:
    assert names("The U.S. Embassy in Baghdad was closed.") == ["U.S. Embassy", "Baghdad"]
    (embassy,) = found("The U.S. Embassy was closed.")
    assert (embassy.kind, embassy.country, embassy.lat) == ("point", None, None)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Thousands of Iraqis marched in Tahrir Square.", "Tahrir Square", "IRQ"),
        ("Thousands of Egyptians marched in Tahrir Square.", "Tahrir Square", "EGY"),
        ("A rocket hit the Green Zone in Baghdad.", "Green Zone", "IRQ"),
        ("He was held in Evin prison in Tehran.", "Evin prison", "IRN"),
        ("Jets took off from Hmeimim air base.", "Hmeimim air base", "SYR"),
        ("Refugees live in the Zaatari refugee camp in Jordan.", "Zaatari refugee camp", "JOR"),
    ],
)
def test_squares_bases_and_camps(text: str, words: str, country: str) -> None:
    place = of(text, words)
    assert (place.kind, place.country) == ("point", country)
    assert place.lat is not None


@pytest.mark.parametrize("road", ["Highway 19", "Interstate 64", "Oak Street", "Herman Melville Boulevard"])
def test_a_road_is_a_point_of_its_own(road: str) -> None:
    text = f"A car crashed on {road} on Friday."
    place = of(text, road)
    assert (place.kind, place.lat) == ("point", None)


def test_a_list_makes_places_of_its_members() -> None:
    assert names("Clashes broke out in Hasakah, Deir el-Zour and Raqqa provinces.") == [
        "Hasakah",
        "Deir el-Zour",
        "Raqqa",
    ]


def test_rare_names_are_places_where_their_country_is_named() -> None:
    assert "Goma" in names("The rebels in Congo seized Goma.")
    assert "Khan Younis" in names("Israeli jets struck Khan Younis in Gaza.")


def test_text_in_capitals() -> None:
    text = "TALCA, IN SOUTHERN CHILE, WAS WITHOUT POWER."
    assert of(text, "TALCA").country == "CHL"
    assert all(place.country == "CHL" for place in found(text))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NAIROBI, Kenya (AP) — Police fired on a crowd in Mombasa.", "Nairobi"),
        ("CAIRO (Reuters) - Police fired on a crowd in Giza.", "Cairo"),
        ("Crowd dispersed\n\nKABUL, Afghanistan, March 3 — Police fired on a crowd in Herat.", "Kabul"),
        ("BEIRUT: Police fired on a crowd in Tripoli.", "Beirut"),
        ("LIMA, 8 DEC 89 (DPA) -- Police fired on a crowd in Callao.", "Lima"),
        ("LIMA (PERU), 8 DEC 89 (DPA) -- Police fired on a crowd in Callao.", "Lima"),
        ("SALEM, Ore. (AP) — Police fired on a crowd in Portland.", "Salem"),
    ],
)
def test_the_dateline(text: str, place: str) -> None:
    number = places.dateline_place(annotation(text), found(text))
    assert [p.name for p in found(text) if p.id == number] == [place]


@pytest.mark.parametrize(
    "text", ["Police fired on a crowd in Mombasa.", "Kenya said on Monday that it would vote.", "Paris is calm."]
)
def test_no_dateline(text: str) -> None:
    assert places.dateline_place(annotation(text), found(text)) is None


def test_tokens_know_their_place_and_the_innermost_wins() -> None:
    text = "Rockets hit Baghdad airport in Iraq."
    words = {t.text: t.i for t in annotation(text).tokens}
    at = places.by_token(annotation(text), found(text))
    assert at[words["Baghdad"]] == of(text, "Baghdad").id
    assert at[words["airport"]] == of(text, "Baghdad airport").id
    assert at[words["Iraq"]] == of(text, "Iraq").id
    assert words["hit"] not in at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guerrillas attacked the town of Ica at dawn.", ["Ica"]),
        ("Clashes erupted in Chad of Sudanese refugees.", ["Chad"]),
        ("They entered the Hall of Fame.", []),
    ],
)
def test_names_that_taggers_miss_or_run_together(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "name", "written"),
    [
        ("Floods hit the UK. The UK asked for help, and Britain got it.", "UK", "United Kingdom", "UK"),
        ("Floods hit northern Syria.", "northern Syria", "northern Syria", None),
        ("Rain fell on Fresno, Calif., and floods followed.", "Calif.", "California", "Calif."),
    ],
)
def test_a_place_keeps_the_name_that_the_text_gives_it_most(
    text: str, words: str, name: str, written: str | None
) -> None:
    place = of(text, words)
    assert (place.name, place.written) == (name, written)


def test_capitals_keep_the_usual_names_of_states() -> None:
    assert of("THE USSR PROTESTED IN THE USSR.", "USSR").written == "USSR"


def test_what_is_named_after_a_part_is_a_place_of_its_own() -> None:
    assert names("Fighting spread in central America. Rain fell in southern Iraq.") == [
        "Central America",
        "southern Iraq",
    ]


def test_a_name_of_several_places_says_which_it_fits() -> None:
    place = of("A fire broke out in Springfield on Monday.", "Springfield")
    assert (place.links, place.lat, len(place.could_be)) == ((), None, 5)
    assert "Springfield, Illinois, United States (GeoNames 4250542)" in place.could_be


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A fire broke out in Springfield, Illinois.", "Springfield"),
        ("A fire broke out in Springfield. Illinois sent help to Chicago and Springfield, Illinois.", "Springfield"),
        ("A fire broke out in Paris.", "Paris"),
    ],
)
def test_a_place_that_the_text_or_its_size_settles_is_not_open(text: str, words: str) -> None:
    place = of(text, words)
    assert place.links and not place.could_be

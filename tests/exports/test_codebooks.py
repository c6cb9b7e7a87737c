"""Rows in the shapes of other code-books, read by readers that are not ours."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dateline.exports import Export, render
from dateline.exports.codebooks import acled, cameo, gdelt, plover, tables
from dateline.exports.codebooks.rows import dyads
from dateline.exports.dates import certain
from dateline.graph.codes import codes
from dateline.graph.model import Event, Figures, Place, Range, Timeline, TimeSpan
from dateline.graph.vocabulary import event_types

FTM = json.loads(Path(__file__).with_name("ftm.schema.json").read_text("utf-8"))


def read(export: Export, shape: str, columns: tuple[str, ...] | None = None) -> list[dict[str, str]]:
    suffix, delimiter = (".csv", ",") if shape == "acled" else (".tsv", "\t")
    text = io.StringIO(render(shape + suffix, export).decode(), newline="")
    return list(csv.DictReader(text, columns, delimiter=delimiter, strict=True))


def told(row: dict[str, str], *columns: str) -> tuple[str, ...]:
    return tuple(row[column] for column in columns)


def with_event(story: Export, key: str, **changes: object) -> Export:
    """The story, one event of it changed."""
    events = [replace(e, **changes) if e.id.endswith(f"/{key}") else e for e in story.timeline.events]
    return replace(story, timeline=replace(story.timeline, events=tuple(events)))


def test_each_type_has_the_code_that_fits_best() -> None:
    assert codes("cameo")["Strike"].notation == "143"  # a close match goes before the broad one of its class
    assert codes("plover")["Strike"].top.name == "material conflict"
    assert codes("acled")["SitIn"].above == codes("acled")["Protest"]
    assert codes("cameo")["Talks"].notation == codes("cameo")["Consult"].notation


def test_an_event_of_one_with_itself_has_a_row(story: Export) -> None:
    actors = {actor.id: actor for actor in story.timeline.actors}
    one = story.timeline.actors[0]
    event = replace(story.timeline.events[0], agents=(one.id,), patients=(one.id,), participants=())
    assert dyads(event, actors) == [(one, None)]


def test_what_no_code_fits_has_none() -> None:
    assert "Acquittal" not in codes("plover")  # a court that lets go does not coerce
    assert not {"Vote", "LegislativeVote", "Disaster"} & set(codes("plover"))
    assert not {"Deployment", "Surrender", "Raid", "Vote"} & set(codes("acled"))


def test_every_cameo_code_that_can_come_out_has_its_weight_and_quad() -> None:
    for code in codes("cameo").values():
        assert -10 <= tables.goldstein(code.notation) <= 10
        assert tables.quad(code.notation) == tables.quad(code.top.notation)
        assert code.notation.startswith(code.top.notation)
    assert [tables.quad(codes("cameo")[name].notation) for name in ("Agree", "Aid", "Accuse", "Protest")] == [
        1,
        2,
        3,
        4,
    ]


def test_codes_of_countries() -> None:
    assert [tables.country("DEU", column) for column in ("iso2", "numeric", "fips", "name")] == [
        "DE",
        "276",
        "GM",
        "Germany",
    ]
    assert tables.country("KES", "name") == tables.country(None, "name") == ""


def test_plover_has_a_row_for_each_pair_of_actor_and_recipient(story: Export) -> None:
    rows = read(story, "plover")
    assert tuple(rows[0]) == plover.COLUMNS and len(plover.COLUMNS) == 40
    names = (
        "Event ID",
        "Event Date",
        "Event Type",
        "Quad Code",
        "Actor Name",
        "Primary Actor Sector",
        "Recipient Name",
    )
    assert [told(row, *names) for row in rows] == [
        ("strike", "2021-03-01", "PROTEST", "MATERIAL CONFLICT", "Dock Workers' Union", "LAB", "Harbour Authority"),
        ("march", "2021-03-03", "PROTEST", "MATERIAL CONFLICT", "marchers", "CVL", ""),
        ("clash", "2021-03-04", "ASSAULT", "MATERIAL CONFLICT", "riot police", "COP", "pickets"),
    ]


def test_what_did_not_happen_and_what_has_no_known_day_stays_out(story: Export) -> None:
    for shape, columns in (("plover", None), ("cameo", None), ("gdelt", gdelt.COLUMNS), ("acled", None)):
        text = " ".join(" ".join(row.values()) for row in read(story, shape, columns))
        assert "Torvane" not in text and "soldiers" not in text and "Kestrian Assembly" not in text
    assert "accord" not in {row["event_id_cnty"] for row in read(story, "acled")}


def test_cameo_in_the_columns_of_icews(story: Export) -> None:
    rows = read(story, "cameo")
    assert tuple(rows[0]) == cameo.COLUMNS and len(cameo.COLUMNS) == 20
    assert told(rows[2], "Source Name", "Event Text", "CAMEO Code", "Intensity", "Target Name", "City") == (
        "riot police",
        "Fight with small arms and light weapons",
        "193",
        "-10.0",
        "pickets",
        "Port Selwyn",
    )


def test_those_on_no_side_are_paired_both_ways(story: Export) -> None:
    strike = next(event for event in story.timeline.events if event.id.endswith("/strike"))
    both = with_event(story, "strike", agents=(), patients=(), participants=(*strike.agents, *strike.patients))
    pairs = [told(row, "Source Name", "Target Name") for row in read(both, "cameo") if row["Event ID"] == "strike"]
    assert pairs == [("Dock Workers' Union", "Harbour Authority"), ("Harbour Authority", "Dock Workers' Union")]


def test_gdelt_has_its_61_columns_and_no_header(story: Export) -> None:
    lines = render("gdelt.tsv", story).decode().splitlines()
    assert {line.count("\t") for line in lines} == {60} and len(gdelt.COLUMNS) == 61
    clash = read(story, "gdelt", gdelt.COLUMNS)[2]
    names = ("SQLDATE", "FractionDate", "Actor1Code", "Actor2Code", "EventCode", "EventBaseCode", "EventRootCode")
    assert told(clash, *names) == ("20210304", "2021.2575", "KESCOP", "CVL", "193", "193", "19")
    numbers = ("QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "DATEADDED")
    assert told(clash, *numbers) == ("4", "-10.0", "2", "2", "2", "20210305000000")
    assert 0 < int(clash["GLOBALEVENTID"]) < 2**63
    assert told(clash, "ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_Lat") == (
        "4",
        "Selwyn container terminal",
        "48.23",
    )
    assert clash["SOURCEURL"] == "https://courier.example/port-strike"


def test_gdelt_has_its_own_codes_of_countries(story: Export) -> None:
    places = tuple(replace(place, country="USA") for place in story.timeline.places)
    row = read(replace(story, timeline=replace(story.timeline, places=places)), "gdelt", gdelt.COLUMNS)[1]
    named = told(row, "ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode")
    assert named == ("3", "Port Selwyn, United States", "US")


def test_acled_has_a_row_an_event_and_says_how_precise_its_date_is(story: Export) -> None:
    rows = {row["event_id_cnty"]: row for row in read(story, "acled")}
    assert tuple(rows["strike"]) == acled.COLUMNS and len(acled.COLUMNS) == 31
    names = ("event_date", "time_precision", "disorder_type", "event_type", "sub_event_type", "interaction")
    assert told(rows["clash"], *names) == (
        *("2021-03-04", "1", "Political violence", "Battles", "Armed clash"),
        "State forces-Civilians",
    )
    assert told(rows["strike"], "actor1", "inter1", "sub_event_type") == ("Dock Workers' Union", "Protesters", "")
    assert told(rows["arrest"], "event_date", "time_precision") == ("2021-03-04", "2")


@pytest.mark.parametrize(
    ("last", "expected"),
    [("2021-03-01", ("2021-03-01", "1")), ("2021-03-31", ("2021-03-16", "3")), ("2021-04-01", None)],
)
def test_acled_dates_to_the_middle_of_at_most_a_month(
    last: str, expected: tuple[str, str] | None, story: Export
) -> None:
    span = TimeSpan(date(2021, 3, 1), date.fromisoformat(last))
    rows = {row["event_id_cnty"]: row for row in read(with_event(story, "clash", begin=span, end=span), "acled")}
    assert (told(rows["clash"], "event_date", "time_precision") if "clash" in rows else None) == expected


def test_acled_gives_the_lowest_toll_and_none_where_none_is_told(story: Export) -> None:
    toll = with_event(story, "clash", figures=Figures(fatalities=Range(24, 25)), type="Attack", subtype="Shooting")
    rows = {row["event_id_cnty"]: row for row in read(toll, "acled")}
    assert told(rows["clash"], "fatalities", "civilian_targeting") == ("24", "Civilian targeting")
    assert rows["strike"]["fatalities"] == ""


def test_no_cell_is_a_formula_or_breaks_the_row(story: Export) -> None:
    actors = tuple(replace(actor, name='=HYPERLINK("x")\t\nb') for actor in story.timeline.actors)
    hostile = replace(story, timeline=replace(story.timeline, actors=actors))
    for shape, columns in (("plover", None), ("cameo", None), ("gdelt", gdelt.COLUMNS), ("acled", None)):
        rows = read(hostile, shape, columns)
        assert rows and not any(cell.startswith("=") for row in rows for cell in row.values())
        assert all(None not in row and None not in row.values() for row in rows)


def entities(export: Export) -> list[dict[str, object]]:
    return [json.loads(line) for line in render("ftm.json", export).splitlines()]


def test_followthemoney_entities_fit_its_schemata(story: Export, crowd: Export) -> None:
    validator = Draft202012Validator(FTM)
    for export in (story, crowd):
        found = entities(export)
        assert [problem.message for entity in found for problem in validator.iter_errors(entity)] == []
        assert len({entity["id"] for entity in found}) == len(found)


def test_followthemoney_itself_reads_the_entities(story: Export) -> None:
    model = pytest.importorskip("followthemoney", reason="needs followthemoney, which needs ICU").model
    for entity in entities(story):
        proxy = model.get_proxy(entity)
        proxy.schema.validate(entity)
        assert {name: proxy.get(name) for name in entity["properties"]} == entity["properties"]


def test_followthemoney_links_events_to_articles_and_actors(story: Export) -> None:
    found = {entity["id"]: entity for entity in entities(story)}
    crane, clash = found["event-crane"]["properties"], found["event-clash"]["properties"]
    assert crane["startDate"] == ["2019-10"] and crane["keywords"] == ["Disaster", "Accident"]
    assert clash["involved"] == ["actor-police", "actor-pickets"] and clash["proof"] == ["doc-courier", "doc-beacon"]
    schemata = {id_: found[id_]["schema"] for id_ in ("actor-authority", "actor-pickets", "actor-union", "doc-wire")}
    assert [*schemata.values()] == ["PublicBody", "LegalEntity", "Organization", "Article"]
    assert "event-denied" not in found and "actor-torvane" not in found


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2019-10-05", "2019-10-05", "2019-10-05"),
        ("2019-10-01", "2019-10-31", "2019-10"),
        ("2019-10-30", "2019-11-02", "2019"),
        ("2019-10-05", "2019-11-05", "2019"),
        ("2019-12-31", "2020-01-01", None),
        ("2019-10-05", None, None),
    ],
)
def test_a_date_is_cut_to_what_is_certain(first: str, last: str | None, expected: str | None) -> None:
    assert certain(TimeSpan(date.fromisoformat(first), date.fromisoformat(last) if last else None)) == expected


def test_every_type_can_be_written_in_every_shape() -> None:
    day = TimeSpan(date(2021, 3, 1), date(2021, 3, 1))
    place = Place("https://x.example/place/a", "A", "continent")
    events = tuple(
        Event(f"https://x.example/event/{name}", type_.parent or name, name if type_.parent else None, name, "Actual",
              begin=day, end=day, places=(place.id,))
        for name, type_ in event_types().items()
    )  # fmt: skip
    export = Export(Timeline(events=events, places=(place,)))
    for shape, scheme in (("plover", "plover"), ("cameo", "cameo"), ("acled", "acled")):
        assert len(read(export, shape)) == len(codes(scheme))

"""CSV, Parquet, GraphML, GEXF, GeoJSON, iCalendar and TimelineJS, each read by a reader that is not ours."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import replace
from datetime import date

import geojson
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from jsonschema import Draft202012Validator
from pyarrow import parquet

from dateline.exports import Export, render
from dateline.exports.table import COLUMNS, safe
from dateline.graph.errors import UsageError
from dateline.graph.model import Timeline


def read_csv(export: Export) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(".csv", export).decode("utf-8-sig"), newline="")))


def test_csv_has_one_row_an_event_in_order(story: Export) -> None:
    rows = read_csv(story)
    assert [row["id"] for row in rows] == [event.id for event in story.timeline.events]
    assert list(rows[0]) == list(COLUMNS)


def test_csv_cells(story: Export) -> None:
    vote = next(row for row in read_csv(story) if row["id"].endswith("/vote"))
    expected = {
        "happened": "true",
        "status": "Actual",
        "date": "2021-03-05",
        "begin_earliest": "2021-03-05",
        "end_latest": "2021-03-05",
        "type": "Vote",
        "subtype": "LegislativeVote",
        "agents": "Kestrian Assembly",
        "patients": "",
        "place": "Marrow Bay",
        "lon": "-3.1",
        "votes_for": "61",
        "outcome": "passed",
        "crowd_min": "",
        "sources": "Dockers' strike shuts Port Selwyn; Talks open on Kestrian port dispute",
        "quote": "On Friday the Kestrian Assembly voted 61 to 39 to cut the port tariff.",
    }
    assert {key: vote[key] for key in expected} == expected


def test_csv_keeps_what_is_unsure_unsure(story: Export) -> None:
    rows = {row["id"].rpartition("/")[2]: row for row in read_csv(story)}
    assert (rows["crane"]["begin_earliest"], rows["crane"]["begin_latest"]) == ("2019-10-01", "2019-10-31")
    assert rows["strike"]["end_latest"] == ""
    assert (rows["denied"]["happened"], rows["denied"]["status"]) == ("false", "Denied")
    assert (rows["march"]["crowd_min"], rows["march"]["crowd_max"]) == ("4000", "5500")


@pytest.mark.parametrize("text", ["=1+1", "+49", "-2", "@SUM(A1)", "\t=1", "\r=1", " =HYPERLINK(1)", "＝1"])
def test_formulas_are_quoted(text: str) -> None:
    assert safe(text) == f"'{text}"


@given(st.text())
def test_no_text_becomes_a_formula(text: str) -> None:
    assert safe(text).lstrip()[:1] not in set("=+-@＝＋－＠")


def test_numbers_are_left_alone() -> None:
    assert [safe(value) for value in (-3.1, 7, None, True)] == ["-3.1", "7", "", "true"]


@pytest.mark.parametrize(("suffix", "reader"), [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf)])
def test_networks_read_back(suffix: str, reader: object, story: Export) -> None:
    timeline = story.timeline
    graph = reader(io.BytesIO(render(suffix, story)))  # type: ignore[operator]
    assert set(graph) == {each.id for each in (*timeline.actors, *timeline.places, *timeline.events)}
    kinds = {node.rpartition("/")[2]: data["kind"] for node, data in graph.nodes(data=True)}
    assert (kinds["vote"], kinds["denied"], kinds["union"], kinds["selwyn"]) == (
        "event",
        "unrealised",
        "actor",
        "place",
    )
    base = story.base
    roles = {(source, target): data["label"] for source, target, data in graph.edges(data=True)}
    assert roles[f"{base}actor/assembly", f"{base}event/vote"] == "agent"
    assert roles[f"{base}event/strike", f"{base}actor/authority"] == "patient"


def test_gexf_has_no_day_of_writing(story: Export) -> None:
    assert b"lastmodifieddate" not in render(".gexf", story)


def test_networks_leave_out_what_xml_forbids(story: Export) -> None:
    event = replace(story.timeline.events[0], label="a\x00b\x0bc\ud800\uffff<&>")
    for suffix in (".graphml", ".gexf"):
        assert b"abc&lt;&amp;&gt;" in render(suffix, Export(Timeline(events=(event,))))


def test_parquet_holds_the_table_with_its_types(story: Export) -> None:
    read = parquet.read_table(io.BytesIO(render(".parquet", story)))
    assert read.column_names == list(COLUMNS)
    rows = {row["id"].rpartition("/")[2]: row for row in read.to_pylist()}
    names = ("happened", "begin_earliest", "begin_latest", "lat", "fatalities_min", "end_latest")
    assert [rows["crane"][name] for name in names[:5]] == [True, date(2019, 10, 1), date(2019, 10, 31), 48.23, 3]
    assert rows["strike"]["end_latest"] is None and rows["denied"]["happened"] is False
    assert len(rows) == len(story.timeline.events)


def test_parquet_without_pyarrow_says_how_to_get_it(story: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'dateline\[parquet\]'"):
        render(".parquet", story)


def test_geojson_is_valid(story: Export) -> None:
    read = geojson.loads(render(".geojson", story))
    assert read.is_valid and not read.errors()


def test_geojson_shows_what_happened_where_it_is_known(story: Export) -> None:
    features = json.loads(render(".geojson", story))["features"]
    names = [feature["id"].rpartition("/")[2] for feature in features]
    assert names == ["crane", "strike", "march", "clash", "arrest", "vote", "talks"]
    vote = features[names.index("vote")]
    assert vote["geometry"] == {"type": "Point", "coordinates": [-3.1, 47.9]}
    assert vote["properties"]["actors"] == ["Kestrian Assembly"]


TIMELINEJS = {
    "type": "object",
    "required": ["events"],
    "additionalProperties": False,
    "properties": {"events": {"type": "array", "items": {"$ref": "#/$defs/slide"}}},
    "$defs": {
        "slide": {
            "type": "object",
            "required": ["start_date", "text"],
            "additionalProperties": False,
            "properties": {
                "start_date": {"$ref": "#/$defs/date"},
                "end_date": {"$ref": "#/$defs/date"},
                "text": {"type": "object", "properties": {"headline": {"type": "string"}, "text": {"type": "string"}}},
                **{name: {"type": "string"} for name in ("unique_id", "group", "display_date")},
            },
        },
        "date": {
            "type": "object",
            "required": ["year"],
            "dependentRequired": {"day": ["month"]},
            "additionalProperties": False,
            "properties": {
                "year": {"type": "integer"},
                "month": {"type": "integer", "minimum": 1, "maximum": 12},
                "day": {"type": "integer", "minimum": 1, "maximum": 31},
            },
        },
    },
}
"""What TimelineJS 3 documents of its JSON, as far as we use it."""


def test_timelinejs_has_slides_of_what_happened_and_no_markup_of_others(story: Export) -> None:
    events = tuple(replace(event, label="<img src=x onerror=alert(1)>") for event in story.timeline.events)
    for export in (story, replace(story, timeline=replace(story.timeline, events=events))):
        document = json.loads(render("timelinejs.json", export))
        Draft202012Validator(TIMELINEJS).validate(document)
        assert "<img" not in json.dumps(document)
    slides = {slide["unique_id"]: slide for slide in json.loads(render("timelinejs.json", story))["events"]}
    assert slides["crane"]["start_date"] == {"year": 2019, "month": 10}
    assert (slides["arrest"]["start_date"], slides["arrest"]["display_date"]) == (
        {"year": 2021, "month": 3},
        "between 4 March 2021 and 5 March 2021",
    )
    assert not {"denied", "signing", "accuse"} & set(slides)


def test_calendar_has_only_days_that_are_known(story: Export) -> None:
    calendar = Calendar.from_ical(render(".ics", story))
    days = {
        str(entry["uid"]).rpartition("/")[2]: (entry.decoded("dtstart").isoformat(), entry.decoded("dtend").isoformat())
        for entry in calendar.walk("VEVENT")
    }
    assert days == {
        "strike": ("2021-03-01", "2021-03-02"),
        "march": ("2021-03-03", "2021-03-04"),
        "clash": ("2021-03-04", "2021-03-05"),
        "vote": ("2021-03-05", "2021-03-06"),
    }

"""Whatever the texts and names hold, every format is read by a reader that is not ours, and says the same."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import chance
import geojson
import networkx as nx
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from jsonschema import Draft202012Validator
from pyarrow import parquet
from pyoxigraph import RdfFormat, parse

from dateline.exports import FORMATS, Export, render
from dateline.exports.codebooks import acled, cameo, gdelt, plover
from dateline.graph.model import TimeSpan
from dateline.graph.rdf import document_quads, timeline_quads
from dateline.graph.resolve import resolve

FTM = Draft202012Validator(json.loads(Path(__file__).with_name("ftm.schema.json").read_text("utf-8")))


DAY = TimeSpan(date(2021, 3, 1), date(2021, 3, 1))


@st.composite
def exports(draw: st.DrawFn) -> Export:
    records = tuple(draw(st.lists(chance.records(), min_size=1, max_size=2, unique_by=lambda r: r.document.text)))
    timeline = resolve(records)
    if draw(st.booleans()):  # chance rarely gives a day that is known
        events = tuple(replace(event, status="Actual", begin=DAY, end=DAY) for event in timeline.events)
        timeline = replace(timeline, events=events)
    return Export(timeline, records)


def triples(export: Export, data: bytes, syntax: RdfFormat, name: str) -> None:
    merged = set(timeline_quads(export.timeline))
    assert set(parse(data, syntax)) == merged
    assert len(rdflib.Graph().parse(data=data, format=name)) == len(merged)


def quads(export: Export, data: bytes, syntax: RdfFormat, name: str) -> None:
    told = {quad for record in export.records for quad in document_quads(record, export.base)}
    both = told | set(timeline_quads(export.timeline))
    assert set(parse(data, syntax)) == both
    assert len(set(rdflib.Dataset().parse(data=data, format=name).quads())) == len(both)


def network(export: Export, data: bytes, read: Callable[[io.BytesIO], nx.Graph]) -> None:
    timeline = export.timeline
    assert set(read(io.BytesIO(data))) == {
        each.id for each in (*timeline.actors, *timeline.places, *timeline.events)
    }  # fmt: skip


def table(export: Export, data: bytes) -> None:
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    told = [(event.id, event.label.replace("\x00", "")) for event in export.timeline.events]
    assert [(row["id"], re.sub(r"\A'(?=\s*[=+\-@＝＋－＠]|[\t\r\n])", "", row["label"])) for row in rows] == told


def typed(export: Export, data: bytes) -> None:
    rows = parquet.read_table(io.BytesIO(data)).to_pylist()
    assert [(row["label"], row["begin_earliest"]) for row in rows] == [
        (event.label, event.begin.earliest) for event in export.timeline.events
    ]


def features(_: Export, data: bytes) -> None:
    assert geojson.loads(data).is_valid


def calendar(export: Export, data: bytes) -> None:
    entries = {str(entry["uid"]): str(entry["summary"]) for entry in Calendar.from_ical(data).walk("VEVENT")}
    labels = {event.id: event.label for event in export.timeline.events}
    assert all(" ".join(summary.split()) == shown(labels[uid]) for uid, summary in entries.items())


def shown(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", text).split())


def rows(columns: tuple[str, ...], delimiter: str, header: bool = True) -> Callable[[Export, bytes], None]:
    def read(_: Export, data: bytes) -> None:
        found = list(csv.reader(io.StringIO(data.decode(), newline=""), delimiter=delimiter, strict=True))
        assert not header or found[0] == list(columns)
        assert all(len(row) == len(columns) for row in found)
        assert not any(re.match(r"\s*[=+@]", cell) for row in found[header:] for cell in row)

    return read


def entities(_: Export, data: bytes) -> None:
    for line in data.decode().split("\n")[:-1]:
        FTM.validate(json.loads(line))


def slides(export: Export, data: bytes) -> None:
    told = json.loads(data)["events"]
    assert len({slide["unique_id"] for slide in told}) == len(told) <= len(export.timeline.events)
    assert not any("<b>" in slide["text"]["headline"] for slide in told)


READERS: dict[str, Callable[[Export, bytes], None]] = {
    ".ttl": lambda export, data: triples(export, data, RdfFormat.TURTLE, "turtle"),
    ".jsonld": lambda export, data: triples(export, data, RdfFormat.JSON_LD, "json-ld"),
    ".trig": lambda export, data: quads(export, data, RdfFormat.TRIG, "trig"),
    ".nq": lambda export, data: quads(export, data, RdfFormat.N_QUADS, "nquads"),
    ".graphml": lambda export, data: network(export, data, nx.read_graphml),
    ".gexf": lambda export, data: network(export, data, nx.read_gexf),
    ".csv": table,
    ".parquet": typed,
    ".geojson": features,
    ".ics": calendar,
    "plover.tsv": rows(plover.COLUMNS, "\t"),
    "cameo.tsv": rows(cameo.COLUMNS, "\t"),
    "acled.csv": rows(acled.COLUMNS, ","),
    "gdelt.tsv": rows(gdelt.COLUMNS, "\t", header=False),
    "ftm.json": entities,
    "timelinejs.json": slides,
}


def test_each_format_has_a_reader() -> None:
    assert set(READERS) | {".html"} == set(FORMATS)  # the page has a browser of its own


@pytest.mark.parametrize("name", READERS)
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(export=exports())
def test_hostile_names_and_texts_are_read_back(name: str, export: Export) -> None:
    READERS[name](export, render(name, export))

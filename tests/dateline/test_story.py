from __future__ import annotations

import json
from pathlib import Path

import pytest
from markupsafe import escape

import dateline
from dateline.graph.errors import UsageError
from dateline.graph.table import Table


def test_a_folder_without_a_graph_is_no_story(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no graph"):
        dateline.open(tmp_path)
    with pytest.raises(UsageError, match="build"):
        _ = dateline.Story(tmp_path).report
    assert list(tmp_path.iterdir()) == []


def test_a_story_tells_what_it_holds(demo: Path) -> None:
    story = dateline.open(demo)
    assert repr(story) == f"Story({str(demo)!r})"
    holds = story.report["holds"]
    assert holds == {
        "documents": len(story.documents),
        "events": len(story.events),
        "happened": len([event for event in story.events if event.happened]),
        "actors": len(story.actors),
        "places": len(story.places),
    }
    assert json.loads((demo / "report.json").read_text("utf-8")) == story.report


def test_functions_take_a_story_or_its_folder(demo: Path, tmp_path: Path) -> None:
    asked = "SELECT ?e WHERE { ?e a dl:Bombing } ORDER BY ?e"
    answer = dateline.query(demo, asked)
    assert isinstance(answer, Table)
    assert answer == dateline.query(dateline.open(demo), asked)
    assert answer.rows
    dateline.export(demo, tmp_path / "story.csv")
    assert (tmp_path / "story.csv").read_bytes() == (demo / "events.csv").read_bytes()


def test_an_event_is_found_by_iri_key_and_beginning(demo: Path) -> None:
    story = dateline.open(demo)
    event = story.timeline(type="Bombing")[0]
    key = event.id.rpartition("/")[2]
    assert story.event(event.id) == story.event(key) == story.event(key[:-2]) == event
    with pytest.raises(UsageError, match="no events are called"):
        story.event("nothing at all")


def test_explanations_rest_on_the_words(demo: Path) -> None:
    story = dateline.open(demo)
    for event in story.timeline():
        for each in story.explain(event.id).evidence:
            assert each.quotes
            assert all(quote.text in each.document.text for quote in each.quotes)


def test_a_notebook_shows_the_page_in_a_sandbox(demo: Path) -> None:
    shown = dateline.open(demo)._repr_html_()
    assert shown.startswith('<iframe sandbox="allow-scripts allow-downloads"')
    assert "<script" not in shown
    frame, table = shown.split("</iframe>")
    assert frame.count('"') % 2 == 0 and "<!DOCTYPE" not in frame  # the page is all inside the attribute
    assert all(escape(event.label) in table for event in dateline.open(demo).events)

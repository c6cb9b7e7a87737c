from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape

import dateline
from dateline.filters import key
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


def test_what_the_merged_layer_tells_is_what_all_documents_put_together_anew_do(demo: Path) -> None:
    anew = dateline.open(demo).whole.timeline
    assert dateline.open(demo).timeline(everything=True) == anew.events
    ids = [event.id for event in anew.events]
    assert [event.id for event in dateline.open(demo).outline.events] == ids
    for event in anew.events:
        assert dateline.open(demo).event(event.id) == event


VERBS = {
    "timeline": ["--all", "--json"],
    "timeline --story": ["{key}"],
    "rank": ["--communities"],
    "list actors": [],
    "list places": [],
    "list documents": [],
    "explain": ["{key}"],
    "explain --json": ["{key}", "{other}"],
    "diff": ["{folder}"],
}


@pytest.mark.parametrize("verb", VERBS)
def test_what_is_asked_of_a_graph_does_not_read_all_documents(
    run: Any, demo: Path, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = dateline.open(demo).timeline()[:2]
    given = [word.format(key=key(one), other=key(other), folder=demo) for word in VERBS[verb]]
    words = [*verb.split(), *given, "-s", demo]
    anew = pytest.MonkeyPatch()
    anew.setattr("dateline.graph.store.base.QuadStore.fresh", False)
    told = run(*words)
    anew.undo()
    monkeypatch.setattr("dateline.graph.store.base.QuadStore.records", lambda _: pytest.fail("documents were read"))
    assert run(*words) == told
    assert told.code == 0 and told.out


def test_a_graph_that_was_changed_meanwhile_is_not_mixed_with_what_it_was(demo: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(demo, tmp_path / "copy"))
    first, second, third = (dateline.open(folder) for _ in range(3))
    one, other = first.outline.events[:2]
    assert second.outline == third.outline == first.outline
    dateline.open(folder).remove(one.claims[0][0], files=False)
    with pytest.raises(UsageError, match="open it again"):
        first.timeline(everything=True)
    with pytest.raises(UsageError, match="open it again"):
        second.event(one.id)
    with pytest.raises(UsageError, match="open it again"):
        third.compare(one.id, other.id)


def test_two_events_are_compared_by_what_their_claims_are_called(demo: Path) -> None:
    one, other = dateline.open(demo).timeline()[:2]
    found = dateline.open(demo).compare(one.id, other.id)
    assert {each.labels for each in found} == {(a.label, b.label) for _, a in one.claims for _, b in other.claims}


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

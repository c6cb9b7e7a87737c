"""What can be said of the page without a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.exports import Export, page, render
from dateline.exports.page import clean, data, layout, network
from dateline.exports.page.strings import table
from dateline.graph.model import Event, Timeline

HERE = Path(page.__file__).parent
TEMPLATES = "".join(path.read_text("utf-8") for path in sorted(HERE.glob("*.html")))
SOURCES = sorted((HERE / "script").glob("*.js"))


@pytest.fixture(scope="module")
def html(story: Export) -> str:
    return render(".html", story).decode()


def story_of(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="story">(.*?)</script>', html, re.S)
    assert found
    return json.loads(found.group(1))  # type: ignore[no-any-return]


def test_the_policy_allows_these_scripts_and_no_request(html: str) -> None:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert found
    policy = found.group(1).replace("&#39;", "'")
    assert "default-src 'none'" in policy
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        for text in re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.S):
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy


def test_nothing_is_loaded_from_anywhere(html: str) -> None:
    assert not re.search(r"<(?:script|img|iframe|link|object|embed)\b[^>]*(?:src|href)=\"(?!data:)", html)


def test_without_a_title_the_page_says_whom_it_is_about(story: Export) -> None:
    strings = table()
    assert page.heading(story, strings) == "Port Selwyn"
    untitled = replace(story, title="")
    told = page.heading(untitled, strings)
    assert told == "Event timeline: Dock Workers' Union, Harbour Authority, pickets"
    alone = replace(story.timeline, documents=story.timeline.documents[:1])
    assert page.heading(Export(alone), strings) == "Dockers' strike shuts Port Selwyn"
    assert page.heading(Export(Timeline()), strings) == "Event timeline"


def test_data_cannot_end_its_element(story: Export) -> None:
    first = story.timeline.events[0]
    hostile = replace(first, label="</script><script>alert(1)</script><!--")
    html = render(".html", Export(Timeline(events=(hostile,)), title="</title><script>alert(1)</script>")).decode()
    assert "alert(1)</script>" not in html
    assert story_of(html)


def test_only_the_needed_sentences_are_in_the_page(story: Export, html: str) -> None:
    strings = story_of(html)["strings"]
    assert isinstance(strings, list)
    assert "Police arrested 23 pickets." in strings
    document = story.timeline.documents[0][1]
    assert "Dockers' strike shuts Port Selwyn\n\nPORT SELWYN" in document.text
    assert not any("PORT SELWYN, March 6" in text and "Late on Thursday" in text for text in strings)


def test_offsets_count_as_javascript_does(html: str) -> None:
    told = story_of(html)
    strings: list[str] = told["strings"]  # type: ignore[assignment]
    quotes = [quote for event in told["events"] for claim in event[12] for quote in claim[8]]  # type: ignore[attr-defined]
    breaking = next(quote for quote in quotes if strings[quote[0]].startswith("𝐁"))
    units = strings[breaking[0]].encode("utf-16-le")
    marked = [units[2 * a : 2 * b].decode("utf-16-le") for a, b in zip(breaking[1::3], breaking[2::3], strict=True)]
    assert marked == ["marched", "on Wednesday"]


def test_every_string_of_the_page_stands_in_the_table() -> None:
    strings = table()
    code = "\n".join(path.read_text("utf-8") for path in SOURCES)
    keys = set(re.findall(r"\bt\('([\w.]+)'", code)) | set(re.findall(r"\bt\['([\w.]+)'\]", TEMPLATES))
    keys |= {f"{key}.{n}" for key in re.findall(r"\bcount\('([\w.]+)'", code) for n in ("one", "other")}
    assert keys <= set(strings)
    said = code + TEMPLATES + (HERE / "when.py").read_text("utf-8")
    parts = re.split(r"[^\w.]+", said)
    stems = {part.rstrip(".") for part in parts}
    unused = {
        key for key in strings if key not in stems and not any(key.startswith(f"{stem}.") for stem in stems if stem)
    }
    assert unused == set()


def test_scripts_are_small_and_write_no_markup() -> None:
    assert {path.stem for path in SOURCES} == set(page.SCRIPTS)
    for path in SOURCES:
        text = path.read_text("utf-8")
        assert len(text.splitlines()) < 400
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setAttribute\('style", text
        )


def test_every_type_of_the_ontology_has_a_family() -> None:
    from dateline.graph.vocabulary import event_types

    known = {type_ for family in data.families().values() for type_ in family["types"]}
    assert {name for name, each in event_types().items() if each.parent is None} <= known


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\u202eb", "ab"), ("a\n\tb", "a b"), ("a\x00\x1bb", "a b"), ("\u2066x\u2069", "x"), ("\ud800", "")],
)
def test_labels_cannot_hide_or_turn_text(text: str, expected: str) -> None:
    assert clean.label(text) == expected


def test_layout_is_packed_and_repeats() -> None:
    edges = [(0, i) for i in range(1, 9)] + [(10, 11), (12, 13)]
    first = layout.positions(20, edges)
    assert first == layout.positions(20, list(reversed(edges)))
    assert len(set(first)) == 20
    hub = max(abs(x - first[0][0]) + abs(y - first[0][1]) for x, y in first)
    assert hub < 12 * layout.UNIT  # isolates lie beside the others, not on a rim


def test_layout_of_many_follows_the_core(crowd: Export) -> None:
    shown = network.build(crowd.timeline)
    nodes = shown.network.nodes
    assert len(nodes) == len(shown.events) + len(shown.actors) + len(shown.places)
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in nodes)


def test_actors_without_an_event_are_left_out(story: Export) -> None:
    shown = network.build(story.timeline)
    assert "Interior Ministry" not in {actor.name for actor in shown.actors}
    assert all(isinstance(event, Event) for event in shown.events)

"""The page in a real browser: its views, their legends, and what they are saved and printed as."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from browsing import Opener
from pypdf import PdfReader

from dateline.exports import Export, render
from dateline.graph.model import Span, Trigger


def test_the_table_is_complete_and_sorts(opened: Opener, crowd: Export) -> None:
    shown = opened(crowd, "#view=table&status=all")
    assert shown.page.get_attribute("#table", "aria-rowcount") == "1001"
    first = shown.text("#table-body tr:not(.gap) >> nth=0")
    shown.page.get_by_role("button", name="Date").click()
    assert shown.text("#table-body tr:not(.gap) >> nth=0") != first
    shown.page.get_by_role("button", name="Confidence").click()
    shown.page.evaluate("document.querySelector('#table-holder').scrollTop = 1e6")
    shown.page.wait_for_selector('#table-body tr[aria-rowindex="1001"]')
    rows = shown.page.locator("#table-body tr:not(.gap) td.c-confidence").all_inner_texts()
    assert rows == sorted(rows)


def test_an_empty_view_says_why_and_offers_the_way_back(opened: Opener, story: Export) -> None:
    shown = opened(story, "#text=zeppelin")
    for view in ("graph", "timeline", "map", "table"):
        shown.page.click(f"#tab-{view}")
        assert shown.text("#nothing") == "No event passes these filters."
    shown.page.click("#reset")
    assert not shown.page.locator("#empty").is_visible()
    assert shown.page.locator("#table-body tr:not(.gap)").count() == 9
    told = story.timeline
    plans = replace(told, events=tuple(event for event in told.events if not event.happened), relations=())
    for events, words in (
        (plans, "Nothing here is reported as having happened"),
        (replace(plans, events=()), "No events"),
    ):
        shown = opened(Export(events))
        assert words in shown.text("#nothing")
        assert not shown.page.locator("#reset").is_visible()


def test_every_source_has_its_say_at_first_sight(opened: Opener, crowd: Export) -> None:
    told = crowd.timeline
    (loud, _), (quiet, _) = told.documents[:2]
    events = [event for event in told.events if event.happened and event.patients][:300]
    acts = Counter(actor for event in events for actor in (*event.agents, *event.patients))
    rare = min(events, key=lambda event: acts[event.agents[0]] + acts[event.patients[0]])
    heard = tuple(replace(event, claims=((quiet if event is rare else loud, event.claims[0][1]),)) for event in events)
    shown = opened(Export(replace(told, documents=told.documents[:2], events=heard)))
    assert int(shown.text("#hidden").split()[0]) > 100
    drawn = ElementTree.fromstring(shown.saved("#save-svg"))
    names = {actor.id: actor.name for actor in told.actors}
    assert names[rare.agents[0]] in {node.text for node in drawn.iter("{http://www.w3.org/2000/svg}text")}


def test_a_large_story_opens_on_a_part_that_grows(opened: Opener, crowd: Export) -> None:
    shown = opened(crowd)
    hidden = int(shown.text("#hidden").split()[0].replace(",", ""))
    assert hidden > 800
    drawn = ElementTree.fromstring(shown.saved("#save-svg"))
    room = shown.page.locator("#canvas").bounding_box()
    assert room
    for side in ("width", "height"):  # all of it at a scale at which words can be read
        assert float(drawn.attrib[side]) * 0.75 < room[side]
    shown.page.click("#more")
    assert int(shown.text("#hidden").split()[0].replace(",", "")) < hidden
    assert shown.said == []


def test_csv_is_what_the_command_line_writes(opened: Opener, story: Export) -> None:
    shown = opened(story, "#status=all")
    ours = shown.saved("#save-csv").decode("utf-8-sig")
    theirs = render(".csv", story).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(ours))) == list(csv.reader(io.StringIO(theirs)))


def test_the_map_marks_places_and_owns_what_it_does_not_know(opened: Opener, story: Export) -> None:
    port, terminal, bay = story.timeline.places
    places = (port, terminal, replace(bay, kind="region"))
    shown = opened(replace(story, timeline=replace(story.timeline, places=places)), "#view=map")
    mark = shown.page.locator("#marks button")
    assert mark.evaluate_all("marks => marks.map(mark => mark.ariaLabel)") == [
        "Selwyn container terminal and 1 more: 5 events",
        "somewhere in Marrow Bay: 2 events",
    ]
    assert shown.text("#unplaced") == "2 without a place on the map"
    shown.page.click("#unplaced")
    assert shown.page.locator("#card dt", has_text="Where").count() == 0
    shown.page.keyboard.press("Escape")
    mark.first.focus()
    shown.page.keyboard.press("Enter")  # comes so close that the two places part
    assert mark.evaluate_all("marks => marks.map(mark => mark.ariaLabel)")[:2] == [
        "Selwyn container terminal: 3 events",
        "Port Selwyn: 2 events",
    ]
    box = mark.nth(1).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    shown.page.mouse.move(x, y)
    shown.page.mouse.down()
    shown.page.mouse.move(x + 1, y)  # a hand moves while it clicks
    shown.page.mouse.up()
    assert shown.text("#card-title") == "Port Selwyn"
    for key in ("ArrowLeft", "ArrowUp", "-", "+"):
        shown.page.focus("#map")
        before = mark.evaluate_all("marks => marks.map(mark => mark.style.left + mark.style.top)")
        shown.page.keyboard.press(key)
        assert mark.evaluate_all("marks => marks.map(mark => mark.style.left + mark.style.top)") != before
    assert (shown.said, shown.asked) == ([], [])


@pytest.mark.parametrize("view", ["graph", "timeline", "map"])
def test_views_are_saved_as_pictures(view: str, opened: Opener, story: Export) -> None:
    shown = opened(story, f"#view={view}&show=event/vote")
    png = shown.saved("#save-png")
    assert png.startswith(b"\x89PNG")
    assert min(int.from_bytes(png[at : at + 4]) for at in (16, 20)) > 500  # its width and height
    svg = ElementTree.fromstring(shown.saved("#save-svg"))
    told = [node.text for node in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert told[:2] == ["Port Selwyn", "9 of 13 events · Claims as reported by their sources, not verified facts."]
    assert len(told) > 4
    assert (shown.said, shown.asked) == ([], [])


def test_the_timeline_has_lanes_by_actor_too(opened: Opener, story: Export) -> None:
    shown = opened(story, "#view=timeline")
    by_type = ElementTree.fromstring(shown.saved("#save-svg"))
    shown.page.click("#lanes-actor")
    assert "lanes=actor" in shown.page.url
    by_actor = ElementTree.fromstring(shown.saved("#save-svg"))
    words = [{node.text for node in svg.iter("{http://www.w3.org/2000/svg}text")} for svg in (by_type, by_actor)]
    assert "Protest" in words[0] - words[1]
    assert {actor.name for actor in story.timeline.actors} & (words[1] - words[0])
    before = shown.text("#before") if shown.page.is_visible("#before") else ""
    shown.page.focus("#lanes")
    for _ in range(4):
        shown.page.keyboard.press("ArrowRight")
    assert shown.text("#before") != before


def test_print_has_the_open_card_and_the_complete_table(opened: Opener, crowd: Export) -> None:
    shown = opened(crowd, "#status=all&type=Vote", color_scheme="dark")
    shown.page.keyboard.press("j")
    printed = PdfReader(io.BytesIO(shown.page.pdf()))
    told = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in printed.pages))
    assert "Claims as reported by their sources" in told
    assert "Copy as citation" in told
    votes = [event.label for event in crowd.timeline.events if event.type == "Vote"]
    assert len(votes) > 60  # more than are ever drawn on the screen
    assert all(label in told for label in votes)


def test_words_from_right_to_left_keep_their_direction(opened: Opener, story: Export) -> None:
    told = story.timeline
    arabic = "نقابة عمال الميناء"
    quote = "أضرب عمال الميناء يوم الأربعاء"
    document = replace(told.documents[0][1], text=quote, title=arabic)
    trigger = Trigger(0, 4, quote[:4], Span(0, len(quote)))
    claim = replace(told.events[0].claims[0][1], mentions=(trigger,), time=None)
    actor = replace(told.actors[0], name=arabic)
    event = replace(told.events[0], label=arabic, agents=(actor.id,), claims=((told.documents[0][0], claim),))
    one = replace(told, documents=((told.documents[0][0], document),), actors=(actor,), events=(event,), relations=())
    shown = opened(Export(one, title=arabic))
    shown.page.keyboard.press("j")
    direction = "each => getComputedStyle(each).direction"
    assert shown.page.locator("#card blockquote").first.evaluate(direction) == "rtl"
    assert shown.page.locator("#card mark.trigger").all_inner_texts() == [quote[:4]]
    assert shown.page.locator("#card-title").evaluate(direction) == "ltr"  # the page's own words keep theirs
    for words in ("h1 bdi", "#list .label", "#card-title bdi", "#card .source bdi"):
        assert shown.page.locator(words).first.evaluate("each => getComputedStyle(each).unicodeBidi") == "isolate"
        assert shown.page.locator(words).first.evaluate(direction) == "rtl"


def test_without_scripts_there_is_a_table(opened: Opener, story: Export) -> None:
    shown = opened(story, scripts=False)
    rows = shown.page.locator(".static tbody tr")
    assert rows.count() == 13
    assert "Police arrested 23 pickets." in rows.nth(5).inner_text() + rows.nth(4).inner_text()
    assert not shown.page.locator("header").is_visible()
    assert shown.asked == []

"""The page in a real browser: its views, its filters, and what they say."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from browsing import Opener, expect
from pypdf import PdfReader

from dateline.exports import Export, render
from dateline.graph.model import Span, TimeSpan, Trigger

Days = tuple[str | None, str | None]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_opens_offline_in_silence(theme: str, opened: Opener, story: Export) -> None:
    shown = opened(story, color_scheme=theme)
    assert "9 of 13 events" in shown.text("#shown")
    assert "not verified facts" in shown.text(".banner")
    assert shown.labels()[:2] == [
        "Harbour Authority and union sign safety accord",
        "Crane collapses at the terminal, three workers killed",
    ]
    for key in ("j", "2", "j", "3", "j", "4", "j", "1", "e", "f", "h"):
        shown.page.keyboard.press(key)
    shown.page.click("#theme")
    assert (shown.said, shown.asked) == ([], [])


DAY, MONTH = ("2019-10-05", "2019-10-05"), ("2019-10-01", "2019-10-31")
NEVER = (None, None)


@pytest.mark.parametrize(
    ("begin", "end", "status", "said"),
    [
        (DAY, DAY, "Actual", "5 Oct 2019"),
        (MONTH, MONTH, "Actual", "Oct 2019"),
        (MONTH, NEVER, "Ongoing", "since Oct 2019"),
        (MONTH, NEVER, "Actual", "Oct 2019"),
        (MONTH, ("2020-01-05", None), "Actual", "since Oct 2019"),
        (MONTH, ("2020-01-05", "2020-01-05"), "Actual", "about 1 Oct 2019 – 5 Jan 2020"),
        (DAY, ("2019-10-07", "2019-10-07"), "Actual", "5–7 Oct 2019"),
        (("2019-10-05", None), ("2019-10-05", None), "Planned", "on or after 5 Oct 2019"),
        (NEVER, DAY, "Actual", "until 5 Oct 2019"),
    ],
)
def test_short_dates_claim_no_more_than_is_known(
    begin: Days, end: Days, status: str, said: str, opened: Opener, story: Export
) -> None:
    low, high = (TimeSpan(*(day and date.fromisoformat(day) for day in days)) for days in (begin, end))
    event = replace(story.timeline.events[0], begin=low, end=high, status=status)
    shown = opened(replace(story, timeline=replace(story.timeline, events=(event,), relations=())), "#status=all")
    shown.page.keyboard.press("4")
    assert shown.page.locator("#table-body td").first.inner_text() == said


def test_an_event_shows_its_sentences_with_the_words_marked(opened: Opener, story: Export) -> None:
    shown = opened(story)
    shown.page.get_by_text("Thousands march through Port Selwyn").click()
    assert shown.page.locator("#card mark.trigger").all_inner_texts() == ["marched", "marched"]
    assert shown.page.locator("#card mark.time").all_inner_texts() == ["On Wednesday", "on Wednesday"]
    card = shown.text("#card")
    for words in (
        "3 March 2021",
        "“On Wednesday” before Saturday 6 March 2021",
        "Dockers' strike shuts Port Selwyn",
        "The Selwyn Beacon",
        "marchers",
        "at least 5,500",
        "sources differ",
    ):
        assert words in card
    link = shown.page.locator("#card .source a").first
    assert link.get_attribute("href") == "https://courier.example/port-strike"
    assert "noreferrer" in (link.get_attribute("rel") or "")


def test_clicking_the_graph_shows_the_sentence(opened: Opener, story: Export) -> None:
    shown = opened(story, "#show=event/vote")
    box = shown.page.locator("#canvas").bounding_box()
    assert box
    shown.page.keyboard.press("Escape")
    found = set()
    for x in range(60, int(box["width"]), 120):  # look for boxes as a person does, by clicking about
        for y in range(90, int(box["height"]), 45):
            shown.page.mouse.click(box["x"] + x, box["y"] + y)
            if shown.page.locator("#card").is_visible():
                found.add(shown.text("#card-title"))
        if len(found) > 5:
            break
    assert len(found) > 2
    assert shown.said == []


def test_the_timeline_is_clicked_too(opened: Opener, story: Export) -> None:
    shown = opened(story)
    box = shown.page.locator("#lanes-canvas").bounding_box()
    assert box
    for share in range(20, 100):  # along the first row, as a person tries one bar and the next
        shown.page.mouse.click(box["x"] + box["width"] * share / 100, box["y"] + 12)
        if shown.page.locator("#card").is_visible():
            break
    assert shown.text("#card-title") == "Riot police clash with pickets at the north gate"


def test_filters_by_type_actor_and_date(opened: Opener, story: Export) -> None:
    shown = opened(story)
    shown.page.locator("#facet-type label", has_text="Protest").click()
    assert shown.labels() == [
        "Dock Workers' Union strikes at the container terminal",
        "Thousands march through Port Selwyn",
    ]
    shown.page.locator("#facet-actor label", has_text="Dock Workers").click()
    assert shown.labels() == ["Dock Workers' Union strikes at the container terminal"]
    shown.page.get_by_role("button", name="Reset all").click()
    assert len(shown.labels()) == 9
    shown.page.fill("#from", "2021-03-04")
    shown.page.fill("#to", "2021-03-05")
    assert [label.split()[0] for label in shown.labels()] == ["Dock", "Riot", "Police", "Kestrian"]
    assert "1 without a date hidden" in shown.text("#shown")
    shown.page.fill("#to", "2019-12-31")
    shown.page.fill("#from", "2019-10-20")
    assert shown.labels() == ["Crane collapses at the terminal, three workers killed"]


def test_the_brush_filters_by_date(opened: Opener, story: Export) -> None:
    shown = opened(story)
    shown.page.click("#whole")
    box = shown.page.locator("#ruler").bounding_box()
    assert box
    middle = box["y"] + box["height"] - 15
    shown.page.mouse.move(box["x"] + box["width"] * 0.43, middle)
    shown.page.mouse.down()
    shown.page.mouse.move(box["x"] + box["width"] * 0.6, middle, steps=4)
    shown.page.mouse.up()
    expect(shown.page.locator("#from")).not_to_have_value("")
    first, last = shown.page.input_value("#from"), shown.page.input_value("#to")
    assert first[-2:] == "01"  # whole columns, here months
    assert first < last
    assert 0 < len(shown.labels()) < 9
    shown.page.focus("#brush-from")
    shown.page.keyboard.press("ArrowLeft")
    expect(shown.page.locator("#from")).not_to_have_value(first)
    earlier = shown.page.input_value("#from")
    assert earlier[-2:] == "01" and earlier < first
    shown.page.keyboard.press("ArrowRight")
    expect(shown.page.locator("#from")).to_have_value(first)
    shown.page.focus("#brush-to")
    shown.page.keyboard.press("PageUp")
    expect(shown.page.locator("#to")).not_to_have_value(last)
    assert shown.page.input_value("#to").endswith("12-31")
    shown.page.keyboard.press("End")
    expect(shown.page.locator("#to")).to_have_value("")
    assert str(shown.page.get_attribute("#brush-from", "aria-valuetext")).startswith("1 ")


def test_what_did_not_happen_is_one_click_away_and_says_so(opened: Opener, story: Export) -> None:
    shown = opened(story)
    assert "Officers shoot at the pickets" not in shown.labels()
    shown.page.click("#unreal")
    assert len(shown.labels()) == 13
    shown.page.get_by_text("Officers shoot at the pickets").click()
    assert "a source says that it did not happen" in shown.text("#card .warning")
    assert "Interior Ministry" in shown.text("#card")


def test_mere_statements_are_hidden_until_asked_for(opened: Opener, story: Export) -> None:
    told = story.timeline
    said = replace(told.events[0], id=f"{story.base}event/said", type="State", subtype=None, label="A minister speaks")
    shown = opened(Export(replace(told, events=(*told.events, said))))
    assert "A minister speaks" not in shown.labels()
    shown.page.click("#aside")
    assert "A minister speaks" in shown.labels()
    shown.page.click("#aside")
    shown.page.click("#facet-type .quiet")  # they stand last
    shown.page.locator("#facet-type label", has_text="State").click()
    assert shown.labels() == ["A minister speaks"]


def test_search_by_keyboard_opens_the_vote(opened: Opener, story: Export) -> None:
    shown = opened(story)
    shown.page.keyboard.press("/")
    shown.page.keyboard.type("assembly")
    assert "Kestrian Assembly" in shown.text("#suggestions li >> nth=0")
    shown.page.keyboard.press("Enter")
    assert shown.text("#card-title") == "Kestrian Assembly"
    assert "the Assembly" in shown.text("#card")
    shown.page.locator("#card .events").get_by_role("button", name="Kestrian Assembly votes").click()
    assert shown.page.locator("#card mark.trigger").first.inner_text() == "voted"
    shown.page.keyboard.press("/")
    shown.page.keyboard.type("strike-breakers")
    shown.page.keyboard.press("ArrowUp")
    shown.page.keyboard.press("Enter")
    assert shown.labels() == ["Union accuses Harbour Authority of hiring strike-breakers"]


def test_search_suggests_what_is_shown_before_what_the_filters_hide(opened: Opener, story: Export) -> None:
    told = story.timeline
    said = replace(told.events[0], id=f"{story.base}event/said", type="State", subtype=None, label="Police speak")
    shown = opened(Export(replace(told, events=(said, *told.events)), title="Port Selwyn"))
    shown.page.fill("#search", "police")
    assert shown.page.locator("#suggestions .label").all_inner_texts() == [
        "riot police",
        "Riot police clash with pickets at the north gate",
        "Police arrest 23 pickets",
        "Police speak",
        "Only events whose words contain “police”",
    ]
    assert "hidden by the filters" in shown.text("#suggestions li >> nth=3")


def test_an_actors_card_says_why_its_names_are_one(opened: Opener, story: Export) -> None:
    told, why = story.timeline, ("the same link, https://people.example/torvane", "the same full name, “Torvane”")
    actors = tuple(replace(actor, reasons=why) if actor.name == "Ilma Torvane" else actor for actor in told.actors)
    shown = opened(replace(story, timeline=replace(told, actors=actors)), "#show=actor/torvane")
    assert shown.page.locator("#card .reasons li").all_inner_texts() == list(why)
    assert "Why these names are one actor" in shown.text("#card")
    shown.page.goto(shown.page.url.replace("torvane", "union"))
    assert shown.page.locator("#card .reasons").count() == 0


def test_keys_step_through_the_events(opened: Opener, story: Export) -> None:
    shown = opened(story)
    shown.page.keyboard.press("j")
    shown.page.keyboard.press("j")
    assert shown.text("#card-title").startswith("Crane collapses")
    shown.page.keyboard.press("k")
    assert shown.text("#card-title").startswith("Harbour Authority and union")
    shown.page.keyboard.press("Enter")
    assert shown.page.evaluate("document.activeElement.id") == "card-title"
    shown.page.keyboard.press("Escape")
    assert not shown.page.locator("#card").is_visible()
    focused = shown.page.locator(":focus")
    assert "Harbour Authority and union" in focused.inner_text()  # back where the card was opened
    shown.page.keyboard.press("Enter")
    assert focused.get_attribute("id") == "card-title"
    shown.page.get_by_role("button", name="Copy as citation").click()
    expect(shown.page.get_by_role("button", name="Copied")).to_be_visible()


def test_the_address_holds_the_state(opened: Opener, story: Export) -> None:
    shown = opened(story, "#view=table&show=event/vote&type=Vote&theme=dark")
    assert shown.text("#card-title") == "Kestrian Assembly votes to cut the port tariff"
    assert shown.page.locator("#table tbody tr:not(.gap)").count() == 1
    assert shown.page.evaluate("document.documentElement.dataset.theme") == "dark"
    shown.page.click("#close-card")
    assert "show=" not in shown.page.url


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

"""The page in a real browser: its filters, search and cards, and what they say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from browsing import Opener, expect

from dateline.exports import Export
from dateline.graph.model import TimeSpan

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


def test_a_card_says_whom_an_open_name_fits(opened: Opener, story: Export) -> None:
    told, fits = story.timeline, ("Union of <b>Docks</b>", "Dockers (Wikidata Q1)")
    actors = tuple(replace(each, could_be=fits) if each.name == "Dock Workers' Union" else each for each in told.actors)
    places = tuple(replace(each, could_be=fits) if each.name == "Marrow Bay" else each for each in told.places)
    shown = opened(replace(story, timeline=replace(told, actors=actors, places=places)), "#show=actor/union")
    says = "Not linked; the name fits\nUnion of <b>Docks</b>; Dockers (Wikidata Q1)"
    assert says in shown.text("#card")
    shown.page.goto(re.sub("show=.*", "show=place/marrow-bay", shown.page.url))
    assert says in shown.text("#card")
    shown.page.goto(re.sub("show=.*", "show=actor/torvane", shown.page.url))
    assert "Not linked" not in shown.text("#card")


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

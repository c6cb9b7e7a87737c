"""What a person does on the page of the demo, by mouse and by keyboard alone, held against the store."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from browsing import CHROMIUM, FLAGS, Opened, Opener, expect, sync_api

import dateline
from dateline.graph.model import Actor, Event

MONTH = (date(2019, 1, 1), date(2019, 1, 31))
KIND, WORDS = "Accuse", "Accusation"


class Plan(NamedTuple):
    """Whom to search, which vote to open, and the words that must be marked in it."""

    actor: Actor
    vote: Event
    marked: list[str]


@pytest.fixture(scope="module")
def story(demo: Path) -> dateline.Story:
    return dateline.open(demo)


@pytest.fixture(scope="module")
def plan(story: dateline.Story) -> Plan:
    actors = {actor.id: actor for actor in story.actors}
    vote = next(each for each in story.events if each.type == "Vote" and each.happened and each.agents)
    words = [mention.text for _, claim in vote.claims for mention in claim.mentions]
    return Plan(actors[vote.agents[0]], vote, words)


def within(events: Iterable[Event], first: date, last: date) -> list[str]:
    """IRIs of the events that can have been going on between two days and are shown without being asked for."""
    found = []
    for event in events:
        days = (event.begin.earliest, event.begin.latest, event.end.earliest, event.end.latest)
        open_ended = event.end.latest is None and (event.status == "Ongoing" or event.end.earliest is not None)
        low = event.begin.earliest or date.min
        high = date.max if open_ended else event.end.latest or event.begin.latest or event.begin.earliest or date.max
        if event.happened and event.type != "State" and any(days) and low <= last and high >= first:
            found.append(event.id)
    return found


def iris(data: bytes) -> list[str]:
    return [row["id"] for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))]


def heading(event: Event) -> str:
    """The event's label as the page writes it."""
    return event.label[:1].upper() + event.label[1:]


def tab_to(shown: Opened, selector: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(300):
        if shown.page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
        shown.page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {selector}")


def read_the_vote(shown: Opened, plan: Plan) -> None:
    assert shown.text("#card-title") == heading(plan.vote)
    assert shown.page.locator("#card mark.trigger").all_inner_texts() == plan.marked


def take_away(shown: Opened, story: dateline.Story, data: bytes) -> None:
    """What is saved is what the store holds of that month and kind, and what the list shows."""
    chosen = [event for event in story.events if event.type == KIND]
    assert iris(data) == within(chosen, *MONTH) != []
    labels = {event.id: heading(event) for event in chosen}
    assert [labels[iri] for iri in iris(data)] == shown.labels()


def click_the_month(shown: Opened) -> None:
    """Click columns of the histogram until the one of the month is hit, as the eye would by its labels."""
    box = shown.page.locator("#ruler").bounding_box()
    assert box
    low, high = box["x"] + 140, box["x"] + box["width"]
    for _ in range(12):
        middle = (low + high) / 2
        shown.page.mouse.click(middle, box["y"] + 40)
        expect(shown.page.locator("#from")).not_to_have_value("")
        hit = date.fromisoformat(shown.page.input_value("#from"))
        if hit == MONTH[0]:
            return
        low, high = (middle, high) if hit < MONTH[0] else (low, middle)
        shown.page.get_by_role("button", name="Reset all").click()
    raise AssertionError("no column is that month")


def test_by_mouse(opened: Opener, demo: Path, story: dateline.Story, plan: Plan) -> None:
    shown = opened(demo / "graph.html")
    page = shown.page
    page.click("#search")
    page.keyboard.type(plan.actor.name[:12])
    page.locator("#suggestions li", has_text=plan.actor.name).first.click()
    assert shown.text("#card-title") == plan.actor.name
    page.locator("#card .events").get_by_role("button", name=heading(plan.vote), exact=True).first.click()
    read_the_vote(shown, plan)
    page.click("#close-card")
    click_the_month(shown)
    assert page.input_value("#to") == str(MONTH[1])
    assert len(shown.labels()) == min(len(within(story.events, *MONTH)), page.locator("#list .row").count())
    page.locator("#facet-type label", has_text=WORDS).click()
    for view in ("timeline", "map", "table", "graph"):
        page.click(f"#tab-{view}")
        assert page.get_attribute(f"#tab-{view}", "aria-selected") == "true"
    take_away(shown, story, shown.saved("#save-csv"))
    page.get_by_role("button", name="Reset all").click()
    hidden = shown.text("#hidden")
    page.locator("#list button").first.click()
    page.locator("#card .facts .item").first.click()
    page.get_by_role("button", name="Expand in graph").click()
    assert shown.text("#hidden") != hidden
    assert (shown.said, shown.asked) == ([], [])


def test_by_keyboard_alone(opened: Opener, demo: Path, story: dateline.Story, plan: Plan) -> None:
    shown = opened(demo / "graph.html")
    page = shown.page
    press = page.keyboard.press
    press("/")
    page.keyboard.type(plan.actor.name)
    press("Enter")
    assert shown.text("#card-title") == plan.actor.name
    tab_to(shown, f"#card .events [data-key$='{plan.vote.id.rpartition('/')[2]}']")
    press("Enter")
    read_the_vote(shown, plan)
    press("Escape")
    tab_to(shown, "#brush-from")
    while shown.page.input_value("#from") < str(MONTH[0]):
        press("PageUp")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    tab_to(shown, "#brush-to")
    press("PageDown")
    press("ArrowRight")
    expect(page.locator("#to")).to_have_value(str(MONTH[1]))
    assert page.input_value("#from") == str(MONTH[0])
    tab_to(shown, "#facet-type label:nth-of-type(1) input")
    for _ in range(30):
        if WORDS in page.evaluate("document.activeElement.closest('label')?.textContent ?? ''"):
            break
        press("Tab")
    press("Space")
    for key, view in (("2", "timeline"), ("3", "map"), ("4", "table"), ("1", "graph")):
        press(key)
        assert page.get_attribute(f"#tab-{view}", "aria-selected") == "true"
    tab_to(shown, "#save-csv")
    take_away(shown, story, shown.saved("#save-csv", "Enter"))
    tab_to(shown, "#chips .quiet")
    press("Enter")
    hidden = shown.text("#hidden")
    press("j")
    press("e")
    press("h")
    assert shown.text("#hidden") != hidden
    assert (shown.said, shown.asked) == ([], [])


@pytest.mark.parametrize("scripts", [True, False])
def test_a_notebook_shows_the_page_and_the_plain_table(
    scripts: bool, opened: Opener, story: dateline.Story, tmp_path: Path
) -> None:
    cell = tmp_path / "cell.html"
    cell.write_text(f"<!DOCTYPE html><meta charset=utf-8>{story._repr_html_()}", "utf-8")
    shown = opened(cell, scripts=scripts, wait=False)
    if scripts:
        expect(shown.page.frame_locator("iframe").locator("#list .label").first).to_be_visible()
    shown.page.click("summary")
    assert shown.page.locator("body > details tbody tr").count() == len(story.events)
    assert shown.said == []


@pytest.mark.skipif(not shutil.which("unshare"), reason="needs unshare of util-linux")
def test_in_a_network_namespace_that_is_empty(playwright: sync_api.Playwright, demo: Path, tmp_path: Path) -> None:
    alone = ["unshare", "--map-root-user", "--net"]
    if subprocess.run([*alone, "true"], capture_output=True).returncode:
        pytest.skip("this machine gives no network namespaces")
    wrapper = tmp_path / "chromium"
    wrapper.write_text(f'#!/bin/sh\nexec {" ".join(alone)} {CHROMIUM} "$@"\n')
    wrapper.chmod(0o755)
    browser = playwright.chromium.launch(executable_path=wrapper, args=FLAGS)
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((demo / "graph.html").as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.locator("#list .label").count() > 5
    assert said == []
    browser.close()

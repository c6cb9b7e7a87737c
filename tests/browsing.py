"""Pages in a real browser, for the tests; none where there is no Chromium. Name one with CHROMIUM=/path/to/it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dateline.exports import Export, render

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu"]
try:
    from playwright import sync_api
except ImportError:
    sync_api = None
expect = sync_api and sync_api.expect


@dataclass
class Opened:
    """A page in the browser, with all that it said and asked for."""

    page: sync_api.Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def text(self, selector: str) -> str:
        return str(self.page.locator(selector).inner_text())

    def labels(self) -> list[str]:
        return list(self.page.locator("#list .label").all_inner_texts())

    def saved(self, selector: str, key: str = "") -> bytes:
        """The file that a click on the button, or a key pressed on it, saves."""
        with self.page.expect_download() as download:
            self.page.locator(selector).press(key) if key else self.page.click(selector)
        return Path(download.value.path()).read_bytes()


Opener = Callable[..., Opened]
"""Opens an `Export`, or a file, at a fragment of its address."""


@pytest.fixture(scope="session")
def playwright() -> Iterator[sync_api.Playwright]:
    if sync_api is None or CHROMIUM is None:
        pytest.skip("the browser tests need playwright and Chromium; set CHROMIUM to its path")
    with sync_api.sync_playwright() as found:
        yield found


@pytest.fixture(scope="session")
def browser(playwright: sync_api.Playwright) -> Iterator[sync_api.Browser]:
    found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield found
    found.close()


@pytest.fixture
def opened(browser: sync_api.Browser, tmp_path: Path) -> Iterator[Opener]:
    contexts = []

    def open_page(
        told: Export | Path, fragment: str = "", scripts: bool = True, wait: bool = True, **options: object
    ) -> Opened:
        file = told if isinstance(told, Path) else tmp_path / "graph.html"
        if not isinstance(told, Path):
            file.write_bytes(render(".html", told))
        settings = {"viewport": {"width": 1440, "height": 900}, "java_script_enabled": scripts, "offline": True}
        context = browser.new_context(**{**settings, **options})
        contexts.append(context)
        shown = Opened(context.new_page())
        shown.page.set_default_timeout(60000)  # busy machines are slow, and time is not what is tested
        shown.page.on("console", lambda message: shown.said.append(message.text))
        shown.page.on("pageerror", lambda error: shown.said.append(str(error)))
        shown.page.on("dialog", lambda dialog: (shown.said.append("dialog"), dialog.dismiss()))
        shown.page.on("request", lambda request: shown.asked.append(request.url))
        shown.page.goto(file.as_uri() + fragment)
        if scripts and wait:
            shown.page.wait_for_selector("html[data-ready]", state="attached")
        assert shown.asked.pop(0).split("#")[0] == file.as_uri()
        return shown

    yield open_page
    for context in contexts:
        context.close()

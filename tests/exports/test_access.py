"""The page for everybody: assistive technology, contrast, small and enlarged windows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browsing import Opener

from dateline.exports import Export, page

SEVERE = ("serious", "critical")
OUTSIDE = """(width) => [...document.querySelectorAll('button, input, [role=slider]')]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .filter((each) => !each.closest('#table-holder, #marks, #ruler'))
  .filter((each) => { const { left, right } = each.getBoundingClientRect(); return left < 0 || right > width; })
  .map((each) => each.id || each.textContent)"""
"""The controls that stand out of the window to the side."""
STYLE = (Path(page.__file__).parent / "style.css").read_text("utf-8")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_any_view(theme: str, opened: Opener, story: Export) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    shown = opened(story, "#status=all", color_scheme=theme)
    for keys in (("j",), ("Escape", "2"), ("3",), ("4",), ("?",)):
        for key in keys:
            shown.page.keyboard.press(key)
        found = axe.run(shown.page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in SEVERE] == []


THEMES = [dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in re.findall(r":root[^{]*\{([^}]*)\}", STYLE)]
"""Variables of the style sheet: the light theme, then what is dark by the system's wish, and by the reader's."""


def colours(theme: str) -> dict[str, str]:
    """The style sheet's variables in one theme."""
    light, dark, _ = THEMES
    return light if theme == "light" else light | dark


def test_dark_is_the_same_by_the_systems_wish_and_by_the_readers() -> None:
    _, wished, chosen = THEMES
    assert wished == chosen
    assert len(chosen) > 10


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2 between two colours "#rrggbb"."""

    def luminance(colour: str) -> float:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_on_canvases_have_the_contrast_that_axe_cannot_see(theme: str) -> None:
    found = colours(theme)
    for ink in ("ink", "muted"):
        for ground in ("page", "panel"):
            assert contrast(found[ink], found[ground]) >= 4.5, (ink, ground)
    for ink, ground in (("actor-ink", "actor"), ("accent-ink", "accent"), ("accent", "panel")):
        assert contrast(found[ink], found[ground]) >= 4.5, (ink, ground)


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [pytest.param(360, 740, 3, id="360 pixels"), pytest.param(720, 450, 2, id="200 % of 1440")],
)
def test_narrow_windows_are_usable(width: int, height: int, scale: int, opened: Opener, story: Export) -> None:
    shown = opened(story, viewport={"width": width, "height": height}, device_scale_factor=scale)
    page = shown.page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.fill("#search", "assembly")
    page.keyboard.press("Enter")
    assert shown.text("#card-title") == "Kestrian Assembly"
    box = page.locator("#card-title").bounding_box()
    assert box and 0 <= box["y"] < height and box["x"] + box["width"] <= width
    page.click("#close-card")
    page.click("#open-filters")
    page.locator("#facet-type label", has_text="Protest").click()
    assert len(shown.labels()) == 2
    for view in ("timeline", "map", "table", "graph"):
        page.click(f"#tab-{view}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(OUTSIDE, width) == []

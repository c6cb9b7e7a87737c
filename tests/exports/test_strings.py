"""The page in other languages: one file of strings, checked before it is used."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import translated
from browsing import Opener

from dateline.exports import Export
from dateline.exports.page.strings import shipped, table, type_words
from dateline.graph.errors import DataError, UsageError
from dateline.graph.vocabulary import event_types


def test_what_is_shipped_is_whole() -> None:
    english = table()
    places = {key: set(re.findall(r"\{\w+\}", words)) for key, words in english.items()}
    for language in shipped():
        strings = table(language)
        assert strings["lang"] == language
        assert set(english) <= set(strings)
        assert all(set(re.findall(r"\{\w+\}", strings[key])) == places[key] for key in english), language
        if language != "en":
            assert {f"type.{name}" for name in event_types()} <= set(strings)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"card.back": None}, "it lacks card.back"),
        ({"card.bakc": "x"}, "card.bakc is no key"),
        ({"type.Regatta": "x"}, "type.Regatta is no key"),
        ({"card.back": 1}, "card.back is no string"),
        ({"when.since": "since {hour}"}, "when.since has places {hour}; allowed: {day}"),
        ({"dir": "up"}, "dir is 'up'; allowed: ltr or rtl"),
        ({"lang": "pt_BR"}, "lang is 'pt_BR'; allowed: a tag such as"),
    ],
)
def test_a_table_with_a_mistake_is_refused(change: dict[str, Any], told: str, tmp_path: Path) -> None:
    file = tmp_path / "words.json"
    words = {key: value for key, value in (translated.words() | change).items() if value is not None}
    file.write_text(json.dumps(words), "utf-8")
    with pytest.raises(DataError, match=re.escape(told)):
        table(str(file))


def test_what_is_no_table_or_not_there_is_refused(tmp_path: Path) -> None:
    for name, text, told in (("a.json", '{"a": 1,\n}', "line 2: no JSON"), ("b.json", "[]", "no table of strings")):
        (tmp_path / name).write_text(text, "utf-8")
        with pytest.raises(DataError, match=told):
            table(str(tmp_path / name))
    with pytest.raises(UsageError, match="cannot read"):
        table(str(tmp_path / "none.json"))
    with pytest.raises(UsageError, match=r"does not speak 'tlh'; it speaks .*en"):
        table("tlh")


def test_types_are_named_by_the_table_or_as_the_ontology_labels_them() -> None:
    assert type_words("SitIn", table()) == "Sit-in"
    assert type_words("Lead", table()) == "Change of leadership"
    assert type_words("Regatta", table()) == "Regatta"
    assert type_words("Vote", {"type.Vote": "wybory"}) == "Wybory"


def test_a_page_from_right_to_left(opened: Opener, story: Export, tmp_path: Path) -> None:
    shown = opened(replace(story, language=translated.write(tmp_path)), "#view=timeline&show=event/vote")
    page = shown.page
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    assert "تصويت" in shown.text("#facet-type")
    side, filters = (page.locator(part).bounding_box() for part in ("#side", "#filters"))
    assert side and filters and side["x"] < filters["x"]  # mirrored
    for view in ("graph", "timeline", "map", "table"):
        page.click(f"#tab-{view}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    for own in ("#help-title", "#shown", "#unreal", "#tab-map", "#facet-status h2", ".banner", "#close-card"):
        assert "ألف" in str(page.locator(own).first.text_content()), own
    assert page.locator("#card-title bdi").evaluate("each => getComputedStyle(each).direction") == "ltr"
    assert (shown.said, shown.asked) == ([], [])

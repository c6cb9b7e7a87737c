"""The page's language: asked for when a graph is built, kept for all its pages, another for one file."""

from __future__ import annotations

import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.graph.errors import UsageError

sys.path.insert(0, str(Path(__file__).parents[1] / "exports"))
import translated

TEXT = "LISBON, May 4, 2021 — Tram drivers went on strike in Lisbon on Monday.\n"


def test_all_ways_to_the_page_show_the_same(demo: Path, tmp_path: Path) -> None:
    story = dateline.open(demo)
    built = (demo / "graph.html").read_text("utf-8")
    story.export(tmp_path / "story.html")
    assert (tmp_path / "story.html").read_text("utf-8") == built
    cell = story._repr_html_()
    assert unescape(cell.partition('srcdoc="')[2].partition('"')[0]) == built


def test_a_folder_keeps_the_language_it_was_built_in(run: Any, tmp_path: Path) -> None:
    (tmp_path / "tram.txt").write_text(TEXT, "utf-8")
    folder, words = tmp_path / "story", translated.write(tmp_path)
    assert run("build", tmp_path / "tram.txt", "-o", folder, "--language", words).code == 0
    page = folder / "graph.html"
    assert '<html lang="ar" dir="rtl">' in page.read_text("utf-8")
    story = dateline.open(folder)
    assert story.language == str(folder / "strings.json")
    Path(words).unlink()
    assert 'lang="ar"' in unescape(story._repr_html_())
    story.remove(story.documents[0].id)
    assert '<html lang="ar"' in page.read_text("utf-8")
    assert run("export", "-s", folder, tmp_path / "one.html", "--language", "en").code == 0
    assert '<html lang="en"' in (tmp_path / "one.html").read_text("utf-8")


def test_a_language_that_is_not_there_changes_nothing(run: Any, tmp_path: Path) -> None:
    (tmp_path / "tram.txt").write_text(TEXT, "utf-8")
    done = run("build", tmp_path / "tram.txt", "-o", tmp_path / "story", "--language", "tlh")
    assert (done.code, (tmp_path / "story/store").exists()) == (2, False)
    assert "does not speak 'tlh'" in done.err
    with pytest.raises(UsageError):
        dateline.build(tmp_path / "tram.txt", tmp_path / "story", language=str(tmp_path / "none.json"))

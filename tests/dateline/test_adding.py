"""A document added or taken out without the files: the graph is what all documents at once give, the files stay."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.exports import render
from dateline.graph.check import faults
from dateline.graph.store import open_store

FILES = ("graph.html", "graph.ttl", "events.csv", "report.json")
ARTICLE = "Unions in Bogota went on strike on Thursday over pensions. Police in Bogota arrested three students."


@pytest.fixture
def graph(demo: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(demo, tmp_path / "story"))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "more.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def contents(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in FILES]


def turtle(folder: Path) -> bytes:
    return render(".ttl", dateline.open(folder).whole)


def whole(folder: Path) -> None:
    with open_store(folder / "store", read_only=True) as store:
        assert store.fresh and list(faults(store)) == []


def test_an_article_is_added_and_taken_out_without_the_files(run: Any, graph: Path, article: Path) -> None:
    before, told = contents(graph), turtle(graph)
    done = run("build", article, "-o", graph, "--date", "2019-11-22", "--no-files")
    assert done.code == 0 and "1 added" in done.err and "dateline export" in done.err
    assert contents(graph) == before
    whole(graph)
    assert ARTICLE in {document.text for document in dateline.open(graph).documents}
    assert run("export", "-s", graph).code == 0
    assert (graph / "graph.ttl").read_bytes() == turtle(graph) != told
    assert run("remove", "more.txt", "-s", graph, "--no-files").code == 0
    whole(graph)
    assert turtle(graph) == told
    assert run("export", "-s", graph).code == 0 and contents(graph) == before


def test_it_is_not_put_together_anew(graph: Path, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = dateline.open(graph)
    monkeypatch.setattr("dateline.kept.Kept.put_together", lambda *_: pytest.fail("all documents were read"))
    dateline.build(article, graph, files=False)
    story.remove("more.txt", files=False)
    whole(graph)


@pytest.mark.parametrize("harm", ["lost", "damaged", "of another state", "by other rules"])
def test_without_its_index_it_is_put_together_anew(graph: Path, article: Path, harm: str) -> None:
    index = graph / "store" / "index.sqlite"
    if harm == "lost":
        index.unlink()
    elif harm == "damaged":
        index.write_bytes(b"no database" * 1000)
    elif harm == "by other rules":
        with sqlite3.connect(index) as base:
            base.executescript("PRAGMA user_version = 1; DROP TABLE thing; DELETE FROM mark")
    else:
        with sqlite3.connect(index) as base:
            base.execute("UPDATE stamp SET value = 'another'")
    dateline.build(article, graph, files=False)
    whole(graph)
    assert len(dateline.open(graph).documents) == 6


def test_corrections_are_followed(graph: Path, article: Path) -> None:
    story = dateline.open(graph)
    gone = story.events[0]
    claim = gone.claims[0][1].mentions[0].text
    told = next(document.id for iri, document in story.whole.timeline.documents if iri == gone.claims[0][0])
    text = f'[[reject]]\nclaims = [{{ document = "{told}", words = "{claim}" }}]\nreason = "r"\nauthor = "a"\n'
    (graph / "corrections.toml").write_text(text, "utf-8")
    dateline.build(article, graph, files=False)
    story = dateline.open(graph)
    story.check()
    (graph / "corrections.toml").unlink()
    story.remove("more.txt", files=False)
    whole(graph)

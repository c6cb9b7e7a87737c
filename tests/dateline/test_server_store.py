"""The same graph on a SPARQL server: built, asked and changed by the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.graph.errors import UsageError
from dateline.graph.server import serve

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))
from servers import oxigraph

FILES = ("graph.html", "graph.ttl", "events.csv", "report.json")
ARTICLE = "LYON, June 8, 2021 — Bus drivers went on strike in Lyon on Monday.\n"
CORRECTION = '[[rename]]\nactor = "bus drivers"\nname = "drivers of Lyon"\nreason = "so named"\nauthor = "A"\n'
RENAME = ("rename", "drivers of Lyon", "drivers", "--reason", "shorter", "--author", "A")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with oxigraph(tmp_path_factory.mktemp("server")) as address:
        yield address


def test_a_graph_on_a_server_is_the_graph_in_a_folder(run: Any, address: str, tmp_path: Path) -> None:
    (tmp_path / "strike.txt").write_text(ARTICLE, "utf-8")
    here, there = tmp_path / "here", tmp_path / "there"
    assert run("build", str(tmp_path / "strike.txt"), "-o", str(here)).code == 0
    built = run("build", str(tmp_path / "strike.txt"), "-o", str(there), "--store", address)
    assert built.code == 0, built.err
    assert f"timeline -s {address}" in built.err
    assert (there / "store").read_text("utf-8") == f"{address}\n"
    assert all((there / name).read_bytes() == (here / name).read_bytes() for name in FILES)
    for words in (["timeline", "--all"], ["query", "timeline"], ["list", "actors"], ["rank"]):
        asked = run(*words, "-s", address)
        assert (asked.code, asked.out) == (0, run(*words, "-s", str(here)).out), asked.err
    assert run("check", "-s", address).code == 0
    assert run("export", "-s", address, str(tmp_path / "all.nq")).code == 0
    assert run("export", "-s", str(here), str(tmp_path / "own.nq")).code == 0
    assert (tmp_path / "all.nq").read_bytes() == (tmp_path / "own.nq").read_bytes()
    again = run("build", str(tmp_path / "strike.txt"), "-o", str(there))
    assert "1 unchanged" in again.err
    assert run("timeline", "-s", str(there)).out == run("timeline", "-s", address).out
    for folder in (here, there):
        (folder / "corrections.toml").write_text(CORRECTION, "utf-8")
        run("build", str(tmp_path / "strike.txt"), "-o", str(folder))
    assert "drivers of Lyon" in run("list", "actors", "-s", address).out
    assert dateline.query(address, "ASK { ?a rdfs:label 'drivers of Lyon'@en }") is True
    assert "corrected where it is built" in run("correct", *RENAME, "-s", address).err
    assert run("remove", "-s", address, "strike.txt").code == 0
    assert run("list", "documents", "-s", address, "--json").out.strip() == "[]"


def test_what_a_server_cannot_have_is_told(run: Any, address: str, demo: Path, tmp_path: Path) -> None:
    assert "no address" in run("build", str(tmp_path), "-o", str(tmp_path / "x"), "--store", "server").err
    assert "a graph of its own" in run("build", str(tmp_path), "-o", str(demo), "--store", address).err
    with pytest.raises(UsageError, match="asked there"):
        serve(tmp_path / "elsewhere/store", tmp_path / "graph.html")
    served = run("serve", "-s", address)
    assert (served.code, "no files here" in served.err) == (2, True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/store").write_text("http://localhost:9\n", "utf-8")
    other = run("build", str(tmp_path), "-o", str(tmp_path / "elsewhere"), "--store", address)
    assert (other.code, "graph at http://localhost:9; give" in other.err) == (2, True)
    assert "no answer from http://localhost:9" in run("build", str(tmp_path), "-o", str(tmp_path / "elsewhere")).err
    gone = run("timeline", "-s", "http://localhost:9")
    assert (gone.code, "no answer from http://localhost:9" in gone.err) == (2, True)
    with pytest.raises(UsageError, match="no files here"):
        _ = dateline.open(address).report

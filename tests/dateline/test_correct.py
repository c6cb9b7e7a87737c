"""The verb `correct`, on the bundled articles."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.filters import key

Run = Callable[..., Any]


@pytest.fixture
def graph(run: Run, tmp_path: Path) -> Path:
    text = (
        "Dockers in Gdansk began a strike on Monday over pay. Police arrested the editor Ada Korrin in Lyon on Tuesday."
    )
    other = "Some 650 dockers went on strike in Gdansk on Monday, the port authority said."
    (tmp_path / "one.txt").write_text(text, "utf-8")
    (tmp_path / "two.txt").write_text(other, "utf-8")
    assert (
        run("build", tmp_path / "one.txt", tmp_path / "two.txt", "--date", "2021-03-03", "-o", tmp_path / "g").code == 0
    )
    return tmp_path / "g"


WHY = ("--reason", "the union says so", "--author", "Bo Lind")


def strike(graph: Path) -> dateline.Event:
    return next(event for event in dateline.open(graph).events if event.subtype == "Strike")


def test_a_correction_is_written_applied_and_kept_when_the_texts_are_read_again(
    run: Callable[..., Any], graph: Path
) -> None:
    event = strike(graph)
    assert len(event.claims) == 2
    done = run("correct", "-s", graph, "split", key(event), "two.txt", *WHY)
    assert done.code == 0 and "1 correction applied" in done.err
    assert "[[split]]" in (graph / "corrections.toml").read_text("utf-8")
    assert [len(e.claims) for e in dateline.open(graph).events if e.subtype == "Strike"] == [1, 1]
    (graph.parent / "two.txt").write_text((graph.parent / "two.txt").read_text("utf-8") + " Ships wait.", "utf-8")
    assert run("build", graph.parent / "two.txt", "--date", "2021-03-03", "-o", graph).code == 0
    assert [len(e.claims) for e in dateline.open(graph).events if e.subtype == "Strike"] == [1, 1]
    assert run("check", "-s", graph).code == 0


def test_each_verb_changes_what_is_shown(run: Run, graph: Path) -> None:
    def corrected(*words: str) -> str:
        done = run("correct", words[0], *words[1:], "-s", graph, *WHY)
        assert done.code == 0, done.err
        return run("timeline", "-s", graph, "--all").out

    arrest = next(key(event) for event in dateline.open(graph).events if event.subtype == "Arrest")
    assert "2021-02-28" in corrected("redate", arrest, "2021-02-28")
    assert "Gdansk" in corrected("relocate", arrest, "Gdansk").split("Arrest")[1].split("\n")[0]
    assert "Raid" in corrected("retype", arrest, "Raid")
    raid = next(key(event) for event in dateline.open(graph).events if event.subtype == "Raid")
    corrected("rename", "Ada Korrin", "Ada Corrin")
    assert "Ada Corrin" in run("list", "actors", "-s", graph).out
    merged = corrected("merge", raid, key(strike(graph)))
    assert ("Raid" in merged) != ("Strike" in merged)
    assert "Bo Lind: the union says so" in (graph / "graph.ttl").read_text("utf-8")
    first = next(key(e) for e in dateline.open(graph).events)
    assert first in merged and first not in corrected("reject", first)


def test_a_correction_that_cannot_apply_is_refused_and_not_written(run: Run, graph: Path) -> None:
    done = run("correct", "relocate", key(strike(graph)), "Atlantis", "-s", graph, *WHY)
    assert done.code == 2 and "nothing was corrected: no document names a place 'Atlantis'" in done.err
    done = run("correct", "rename", "Nobody Else", "Ada Corrin", "-s", graph, *WHY)
    assert done.code == 2 and "no actor is called 'Nobody Else'" in done.err
    assert not (graph / "corrections.toml").exists()
    assert run("correct", "rename", "Ada Korrin", "Ada Corrin", "-s", graph, *WHY).code == 0
    assert run("correct", "rename", "Ada Corrin", "Eda Corrin", "-s", graph, *WHY).code == 0
    assert "Eda Corrin" in run("list", "actors", "-s", graph).out


def test_labels_say_what_was_put_right(run: Run, graph: Path) -> None:
    def label(subtype: str) -> str:
        return next(event.label for event in dateline.open(graph).events if event.subtype == subtype)

    before = label("Strike")
    assert before.endswith(", Gdansk") and label("Arrest") == "Police arrested Ada Korrin"
    assert run("correct", "relocate", key(strike(graph)), "Lyon", "-s", graph, *WHY).code == 0
    assert run("correct", "rename", "Ada Korrin", "Ada Corrin", "-s", graph, *WHY).code == 0
    assert label("Strike") == before.replace(", Gdansk", ", Lyon") and label("Arrest") == "Police arrested Ada Corrin"


def test_what_does_not_apply_is_told_by_every_build(run: Run, graph: Path) -> None:
    (graph / "corrections.toml").write_text(
        '[[reject]]\nclaims = [{document = "gone.txt", words = "strike"}]\nreason = "r"\nauthor = "a"\n', "utf-8"
    )
    for words in (("correct", "-s", graph), ("build", graph.parent / "one.txt", "-o", graph)):
        assert "line 1: the reject by a does not apply in full: there is no document 'gone.txt'" in run(*words).err
    (stale,) = json.loads((graph / "report.json").read_text("utf-8"))["corrections"]["stale"]
    assert (stale["line"], stale["why"]) == (1, "there is no document 'gone.txt'")
    (graph / "corrections.toml").write_text(
        '[[merge]]\nclaims = [{document = "gone.txt", words = "strike"}, {document = "lost.txt", words = "strike"}]\n'
        'reason = "r"\nauthor = "a"\n',
        "utf-8",
    )
    done = run("correct", "-s", graph)
    assert done.err.count("line 1: the merge by a") > 1 and "1 correction, 1 of them not in full" in done.err


def test_a_mistake_in_the_file_stops_what_reads_it_and_changes_nothing(run: Run, graph: Path) -> None:
    before = (graph / "graph.ttl").read_bytes()
    (graph / "corrections.toml").write_text("[[marge]]\n", "utf-8")
    for words in (("timeline",), ("query", "timeline"), ("check",), ("correct", "reject", "x", *WHY)):
        done = run(*words, "-s", graph)
        assert done.code == 2 and "corrections.toml, line 1" in done.err and "[[merge]]" in done.err
    assert run("build", graph.parent / "one.txt", "-o", graph).code == 2
    assert (graph / "graph.ttl").read_bytes() == before


def test_a_question_is_answered_by_the_corrections_of_now(run: Run, graph: Path) -> None:
    event = strike(graph)
    both = ", ".join(f'{{document = "{name}", words = "strike"}}' for name in ("one.txt", "two.txt"))
    (graph / "corrections.toml").write_text(
        f'[[redate]]\nclaims = [{both}]\ndate = "1999-09-09"\nreason = "r"\nauthor = "a"\n', "utf-8"
    )
    assert event.date == "2021-03-01"
    assert "1999-09-09" in run("query", "timeline", "-s", graph).out


def test_two_events_are_told_apart_and_states_compared(run: Run, graph: Path) -> None:
    shutil.copytree(graph, graph.with_name("before"))
    event = strike(graph)
    arrest = next(key(each) for each in dateline.open(graph).events if each.subtype == "Arrest")
    assert "one is Strike, the other Arrest" in run("explain", "-s", graph, key(event), arrest).out
    (compared, *_) = json.loads(run("explain", "-s", graph, "--json", key(event), arrest).out)
    assert compared["points"] == 0 and compared["forbidden"]
    assert run("diff", graph.with_name("before"), "-s", graph).out.count("\n") == 1
    run("correct", "redate", arrest, "2021-02-28", "-s", graph, *WHY)
    (change,) = json.loads(run("diff", graph.with_name("before"), "-s", graph, "--json").out)
    assert (change["change"], change["details"]) == ("changed", "date: 2021-03-02 → 2021-02-28")
    assert "strike" in run("timeline", "-s", graph, "--story", key(event)).out
    assert run("rank", "-s", graph, "--dyads").out.startswith("month\twho\tto whom")

"""The verbs, from end to end, on the bundled articles."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph

import dateline
from dateline.asking import TURTLE
from dateline.graph.model import Range
from dateline.listing import LISTS, STORY_LISTS

ARTICLE = """Dockers strike in Antwerp

ANTWERP, March 4, 2021 — Dockers went on strike in Antwerp on Wednesday. Police arrested 12 people on Thursday.
"""


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_demo_makes_all_files(demo: Path) -> None:
    assert {path.name for path in demo.iterdir()} == {"store", "graph.html", "graph.ttl", "events.csv", "report.json"}
    report = json.loads((demo / "report.json").read_text("utf-8"))
    assert report["skipped"] == []
    assert [document["date"] for document in sorted(report["documents"], key=lambda d: d["id"])] == [
        "2016-09-27",
        "2016-10-03",
        "2019-01-17",
        "2019-01-18",
        "2019-11-23",
    ]
    assert report["holds"]["happened"] >= 25


def test_building_talks_on_standard_error_only(run: Any, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    done = run("build", str(tmp_path / "article.txt"), "-o", str(tmp_path / "out"))
    assert (done.code, done.out) == (0, "")
    assert "graph.html" in done.err
    assert json.loads(run("build", str(tmp_path / "article.txt"), "-o", str(tmp_path / "out"), "--json").out)["holds"]


def test_what_a_build_did_is_told(run: Any, tmp_path: Path) -> None:
    article, out = tmp_path / "article.txt", str(tmp_path / "out")
    article.write_text(ARTICLE, "utf-8")
    told = run("build", str(article), "-o", out).err
    assert re.match(r"1 document, \d+ events that happened, \d+ actors \(1 added\)", told)
    assert "(1 unchanged)" in run("build", str(article), "-o", out).err
    article.write_text(ARTICLE.replace("12 people", "one man"), "utf-8")
    assert "replaced article.txt" in run("build", str(article), "-o", out).err
    missing = run("build", str(tmp_path / "mistyped.txt"), "-o", str(tmp_path / "new"))
    assert missing.code == 3
    assert "mistyped.txt" in missing.err
    assert not (tmp_path / "new").exists()


def test_texts_from_standard_input_do_not_replace_one_another(run: Any, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    for text in (ARTICLE, ARTICLE.replace("Antwerp", "Ghent"), ARTICLE):
        assert run("build", "-", "-o", out, stdin=text).code == 0
    names = [row["document"] for row in rows(run("list", "documents", "-s", out).out)]
    assert len(names) == 2
    assert all(name.startswith("stdin-") for name in names)


def test_the_timeline_is_in_date_order_and_shows_what_happened(run: Any, demo: Path) -> None:
    shown = rows(run("timeline", "-s", str(demo)).out)
    assert {row["status"] for row in shown} <= {"Actual", "Ongoing"}
    begins = [begin[1] for row in shown if (begin := re.match(r"\[?(\d{4}[\d-]*)", row["date"] or ""))]
    days = [begin + "-01-01"[len(begin) - 4 :] for begin in begins]
    assert days == sorted(days)
    told = {(row["date"], row["type"]) for row in shown}
    assert {("2019-01-17", "Bombing"), ("2019-01-18", "Arrest"), ("2019-11-21", "Strike")} <= told


def test_the_timeline_can_show_everything_and_be_narrowed(run: Any, demo: Path) -> None:
    everything = rows(run("timeline", "-s", str(demo), "--all").out)
    assert {"Planned", "Demanded"} <= {row["status"] for row in everything}
    attacks = rows(run("timeline", "-s", str(demo), "--type", "attack", "--from", "2019-11-22", "--to", "2019").out)
    assert "2019-11-22" in {row["date"] for row in attacks}
    assert "2019-01-17" not in {row["date"] for row in attacks}
    of_norway = rows(run("timeline", "-s", str(demo), "--actor", "Norway").out)
    assert of_norway
    assert all("Norway" in row["event"] for row in of_norway)
    assert rows(run("timeline", "-s", str(demo), "--place", "Santander de Quilichao").out)
    assert json.loads(run("timeline", "-s", str(demo), "--type", "Bombing", "--json").out)[0]["type"] == "Bombing"


@pytest.mark.parametrize("option", [("--type", "Picnic"), ("--from", "yesterday"), ("--to", "2019-02-30")])
def test_a_filter_that_cannot_be_is_a_mistake_of_use(run: Any, demo: Path, option: tuple[str, str]) -> None:
    done = run("timeline", "-s", str(demo), *option)
    assert (done.code, done.out) == (2, "")
    assert option[1] in done.err


def test_a_period_that_ends_before_it_begins_is_a_mistake_of_use(run: Any, demo: Path) -> None:
    done = run("timeline", "-s", str(demo), "--from", "2019-02", "--to", "2019-01-31")
    assert (done.code, done.out) == (2, "")
    assert "2019-02" in done.err
    assert "2019-01-31" in done.err
    assert run("timeline", "-s", str(demo), "--from", "2019-02-03", "--to", "2019-02").code == 0


def test_reports_of_one_event_that_disagree_stand_side_by_side(run: Any, demo: Path) -> None:
    attacks = dateline.open(demo).timeline(type="Attack", begin="2019-01-17", end="2019-01-17")
    bombing = max(attacks, key=lambda event: len(event.claims))
    assert len({document for document, _ in bombing.claims}) == 3
    assert bombing.figures.fatalities == Range(10, None)
    explained = run("explain", "-s", str(demo), bombing.id).out
    assert "at least 10 dead" in explained
    assert "20 dead" in explained
    assert "22 dead" in explained
    assert "Taken for one event" in explained


def test_explain_quotes_the_documents(run: Any, demo: Path) -> None:
    texts = {document.id: document.text for document in dateline.open(demo).documents}
    (strike,) = (row for row in rows(run("timeline", "-s", str(demo), "--type", "Strike").out) if row["date"])
    told = json.loads(run("explain", "-s", str(demo), strike["key"], "--json").out)
    assert told["type"] == "Protest"
    for claim in told["claims"]:
        assert claim["rule"]
        assert claim["date_reason"]
        assert all(quote in texts[claim["document"]] for quote in claim["quotes"])
    assert "[[strike]]" in run("explain", "-s", str(demo), strike["key"]).out


def test_an_event_that_is_not_there_or_not_one_is_a_mistake_of_use(run: Any, demo: Path) -> None:
    assert run("explain", "-s", str(demo), "no-such-event").code == 2
    several = run("explain", "-s", str(demo), "")
    assert several.code == 2
    assert "events are called" in several.err


def test_query_answers_text_files_standard_input_and_questions(run: Any, demo: Path, tmp_path: Path) -> None:
    text = "SELECT ?date WHERE { ?e a dl:Attack ; dl:date ?date } ORDER BY ?date"
    (tmp_path / "bombings.rq").write_text(text, "utf-8")
    asked = [
        run("query", "-s", str(demo), "-e", text, "--format", "csv"),
        run("query", "-s", str(demo), str(tmp_path / "bombings.rq"), "--format", "csv"),
        run("query", "-s", str(demo), "-", "--format", "csv", stdin=text),
    ]
    assert len(set(asked)) == 1
    assert asked[0].code == 0
    assert "2019-11-22" in asked[0].out.split()
    for row in rows(run("list", "queries").out):
        assert run("query", "-s", str(demo), row["query"]).code == 0, row


def test_an_answer_is_tab_separated_in_a_pipe_and_drawn_when_asked_for(run: Any, demo: Path) -> None:
    text = "SELECT ?type (COUNT(?e) AS ?n) WHERE { ?e sem:eventType ?type } GROUP BY ?type ORDER BY ?type"
    shown = rows(run("query", "-s", str(demo), "-e", text).out)
    assert {"dl:Bombing"} < {row["type"] for row in shown}
    assert all(row["n"].isdecimal() for row in shown)
    assert run("query", "-s", str(demo), "-e", text, "--format", "table").out.splitlines()[1].startswith("----")


def test_an_answer_is_drawn_into_a_page(run: Any, demo: Path, tmp_path: Path) -> None:
    page = tmp_path / "who.html"
    done = run("query", "-s", str(demo), "who-against-whom", "--html", str(page))
    assert (done.code, done.out) == (0, "")
    assert "<svg" in page.read_text("utf-8") and ">FARC</text>" in page.read_text("utf-8")
    assert run("query", "-s", str(demo), "timeline", "--html", str(page), "--format", "csv").code == 2


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("-e", "SELECT ?x WHERE { ?x a dl:Vote }", "name"),
        ("no-such-question",),
        ("no-such-file.rq",),
        ("-e", "SELECT nonsense"),
        ("-e", "DELETE WHERE { ?s ?p ?o }"),
        ("-e", "ASK {}", "--format", "nonsense"),
    ],
)
def test_a_query_that_cannot_be_asked_is_a_mistake_of_use(run: Any, demo: Path, words: tuple[str, ...]) -> None:
    done = run("query", "-s", str(demo), *words)
    assert (done.code, done.out) == (2, "")
    assert done.err


def test_export_writes_by_suffix_and_shape(run: Any, demo: Path, tmp_path: Path) -> None:
    for row in rows(run("list", "formats").out):
        target = tmp_path / f"story{row['shape']}{row['suffix']}"
        assert run("export", "-s", str(demo), str(target), "--as", row["shape"]).code == 0, row
        assert target.stat().st_size > 100
    assert (tmp_path / "story.ttl").read_bytes() == (demo / "graph.ttl").read_bytes()
    assert run("export", "-s", str(demo), str(tmp_path / "story.docx")).code == 2
    assert run("export", "-s", str(demo), str(tmp_path / "missing/story.ttl")).code == 4


@pytest.mark.parametrize("what", [*LISTS, *STORY_LISTS])
def test_list_shows_what_exists(run: Any, demo: Path, what: str) -> None:
    done = run("list", what, "-s", str(demo))
    assert done.code == 0
    assert len(rows(done.out)) == len(json.loads(run("list", what, "-s", str(demo), "--json").out)) > 0


@pytest.mark.parametrize("what", TURTLE)
def test_list_prints_the_vocabulary_as_turtle(run: Any, what: str) -> None:
    assert len(Graph().parse(data=run("list", what).out, format="turtle")) > 100


def test_actors_of_one_name_are_told_apart(run: Any, tmp_path: Path) -> None:
    for town, day in (("Lima", 4), ("Quito", 18)):
        text = f"{town.upper()}, March {day + 1}, 2021 — Police arrested protesters in {town} on March {day}, 2021.\n"
        (tmp_path / f"{town}.txt").write_text(text, "utf-8")
    out = str(tmp_path / "out")
    run("build", str(tmp_path / "Lima.txt"), str(tmp_path / "Quito.txt"), "-o", out)
    for verb in (("rank",), ("rank", "--communities"), ("list", "actors")):
        names = [row["actor"] for row in rows(run(*verb, "-s", out).out)]
        assert len([name for name in names if name.startswith("protesters (")]) == 2
        assert len(set(names)) == len(names)


def test_remove_takes_out_what_only_that_document_said(run: Any, demo: Path, tmp_path: Path) -> None:
    story = tmp_path / "story"
    shutil.copytree(demo, story)
    assert run("remove", "-s", str(story), "2019-11-23-national-strike").code == 0
    assert [
        row for row in rows(run("timeline", "-s", str(story), "--all").out) if row["date"].startswith("2019-11")
    ] == []
    assert "Quilichao" not in (story / "graph.html").read_text("utf-8")
    assert run("remove", "-s", str(story), "2019-11-23-national-strike").code == 2
    assert len(rows(run("list", "documents", "-s", str(story)).out)) == 4


def test_extract_prints_records_in_the_order_and_under_the_ids_of_the_index(run: Any, tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text(f"{ARTICLE}{name}", "utf-8")
    index = tmp_path / "index.jsonl"
    index.write_text('{"id": "two", "path": "b.txt", "date": "2021-03-05"}\n{"id": "one", "path": "a.txt"}\n', "utf-8")
    done = run("extract", "--index", str(index))
    records = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 0
    assert [(r["id"], r["date"], r["date_source"]) for r in records] == [
        ("two", "2021-03-05", "given"),
        ("one", "2021-03-04", "text"),
    ]
    assert records[0]["text"] == f"{ARTICLE}b"
    assert {event["type"] for event in records[0]["events"]} >= {"Protest", "Coerce"}


def test_extract_reads_standard_input_and_writes_utf_8_in_any_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "extract", "-", "--date", "2021-03-05"],
        input="Dockers went on strike in Malmö on Thursday.".encode(),
        capture_output=True,
        env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        check=True,
    )
    record = json.loads(done.stdout.decode("utf-8"))
    assert record["text"] == "Dockers went on strike in Malmö on Thursday."
    assert record["events"][0]["begin"] == {"earliest": "2021-03-04", "latest": "2021-03-04"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("nonsense",), 2),
        (("build",), 2),
        (("build", "--date", "5 March", "x.txt"), 2),
        (("extract", "--model", "xx_not_installed", "-"), 2),
        (("timeline", "-s", "/nonexistent/graph"), 2),
        (("--help",), 0),
        (("build", "--help"), 0),
        (("--version",), 0),
    ],
)
def test_exit_codes_of_use(run: Any, words: tuple[str, ...], code: int, tmp_path: Path) -> None:
    if words[:1] == ("build",):
        words = (*words, "-o", str(tmp_path / "out"))
    assert run(*words, stdin="Dockers went on strike.").code == code
    assert not (tmp_path / "out").exists()


def test_a_store_in_use_is_told(run: Any, tmp_path: Path) -> None:
    from dateline.graph.store import open_store

    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    with open_store(tmp_path / "out/store"):
        done = run("build", str(tmp_path / "article.txt"), "-o", str(tmp_path / "out"))
    assert done.code == 6
    assert str(os.getpid()) in done.err


def test_a_fault_of_our_own_is_told_in_a_sentence(run: Any, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(folder: str) -> None:
        raise ZeroDivisionError(folder)

    monkeypatch.setattr(dateline, "open", broken)
    done = run("timeline", "-s", str(demo))
    assert done.code == 1
    assert "ZeroDivisionError" in done.err
    assert "Traceback" not in done.err


def test_an_interrupt_says_how_to_go_on(tmp_path: Path) -> None:
    (tmp_path / "first.txt").write_text(ARTICLE, "utf-8")
    os.mkfifo(tmp_path / "second.txt")  # it waits here for a writer that never comes
    command = [sys.executable, "-m", "dateline", "extract", str(tmp_path / "first.txt"), str(tmp_path / "second.txt")]
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs do not hear it
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=heard
    ) as child:
        assert child.stdout is not None
        assert json.loads(child.stdout.readline())["text"] == ARTICLE
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert "goes on from there" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("verb", ["timeline --all", "query -e 'SELECT * WHERE { ?s ?p ?o }'", "list actors --json"])
def test_output_that_is_cut_short_is_no_fault(demo: Path, verb: str) -> None:
    command = f"{sys.executable} -m dateline {verb} -s '{demo}' | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("verb", ["timeline --all", "query -e 'SELECT * WHERE { ?s ?p ?o }'", "list actors --json"])
@pytest.mark.parametrize("out", [">/dev/full", ">&-"])
def test_output_that_cannot_be_written_is_told_in_a_sentence(demo: Path, verb: str, out: str) -> None:
    command = f"{sys.executable} -m dateline {verb} -s '{demo}' {out}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert done.returncode == 4
    assert done.stderr.startswith("dateline: standard output")
    assert len(done.stderr.splitlines()) == 1


def test_without_standard_error_data_alone_is_printed(demo: Path) -> None:
    command = f"{sys.executable} -m dateline check -s '{demo}' 2>&-"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

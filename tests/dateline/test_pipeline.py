"""Reading, extracting and building through the API: bad input, the same input twice, the same bytes each time."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dateline
from dateline.graph.errors import NothingRead, UnreadableDocument, UsageError
from dateline.graph.model import Document, Record
from dateline.pipeline import EXAMPLES, records

STRIKE = "LYON, June 8, 2021 — Bus drivers went on strike in Lyon on Monday. They returned to work on Tuesday.\n"
VOTE = "PRAGUE, June 9, 2021 — The Czech parliament voted against the bill on Tuesday.\n"
PAGE = "<html><body><nav><a href='#'>Home</a></nav><form><input name='q'></form></body></html>"
UNREADABLE = {
    "empty.txt": b"",
    "picture.txt": bytes(range(256)) * 40,
    "menu.html": PAGE.encode(),
    "broken.pdf": b"%PDF-1.7\nnot really",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "strike.txt").write_text(STRIKE, "utf-8")
    (folder / "vote.txt").write_bytes(VOTE.encode("utf-16"))
    return folder


def hashes(folder: Path) -> dict[str, str]:
    files = (folder / name for name in ("graph.ttl", "graph.html", "events.csv", "report.json"))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_reading_and_extracting_one_document(articles: Path) -> None:
    document = dateline.read(articles / "strike.txt")
    assert (document.text, document.date, document.date_source) == (STRIKE, dt.date(2021, 6, 8), "text")
    (strike,) = (event for event in dateline.extract(document).events if event.subtype == "Strike")
    assert strike.begin.earliest == dt.date(2021, 6, 7)
    given = dateline.read(articles / "strike.txt", date=dt.date(2021, 6, 10))
    assert (given.date, given.date_source) == (dt.date(2021, 6, 10), "given")


def test_extracting_from_a_text() -> None:
    undated = dateline.extract("Bus drivers went on strike in Lyon on Monday.")
    assert undated.document.date is None
    assert [(event.begin.earliest, event.begin.latest) for event in undated.events] == [(None, None)]
    dated = dateline.extract("Bus drivers went on strike in Lyon on Monday.", date=dt.date(2021, 6, 8))
    assert [event.begin.earliest for event in dated.events] == [dt.date(2021, 6, 7)]


def test_reading_several_documents_as_one_is_refused(articles: Path) -> None:
    with pytest.raises(UsageError, match="2 documents"):
        dateline.read(articles)
    with pytest.raises(UnreadableDocument, match="no such file"):
        dateline.read(articles / "missing.txt")


def test_a_bad_document_is_skipped_with_reason_and_mend_and_the_others_go_on(articles: Path, tmp_path: Path) -> None:
    for name, data in UNREADABLE.items():
        (articles / name).write_bytes(data)
    story = dateline.build(articles, tmp_path / "story")
    skipped = {Path(each["name"]).name: each for each in story.report["skipped"]}
    assert set(skipped) == set(UNREADABLE)
    assert all(each["reason"] and each["mend"] for each in skipped.values())
    assert {Path(document.id).name for document in story.documents} == {"strike.txt", "vote.txt"}
    assert {document.encoding for document in story.documents} == {"utf-8", "utf-16-le"}


def test_a_fault_in_one_document_does_not_stop_the_run(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.extractors import documents

    read = documents.read

    def faulty(source: documents.Source, date: dt.date | None) -> Document:
        return read(source, date) if "vote" in source.id else {}[source.id]

    monkeypatch.setattr(documents, "read", faulty)
    first, second = records(articles)
    assert isinstance(first, UnreadableDocument)
    assert "KeyError" in first.reason
    assert isinstance(second, Record)


def test_nothing_to_read_is_a_mistake_of_use_and_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to read"):
        dateline.build([], tmp_path / "story")
    assert not (tmp_path / "story").exists()


def test_building_again_adds_and_the_same_document_adds_nothing(articles: Path, tmp_path: Path) -> None:
    story = dateline.build(articles / "strike.txt", tmp_path / "story")
    assert len(story.documents) == 1
    story = dateline.build(articles, tmp_path / "story")
    assert len(story.documents) == 2
    before = hashes(tmp_path / "story")
    assert hashes(dateline.build([articles / "vote.txt", articles], tmp_path / "story").folder) == before


def test_one_text_under_two_names_is_one_document_with_two_sources(articles: Path, tmp_path: Path) -> None:
    (articles / "copy.txt").write_text(STRIKE, "utf-8")
    story = dateline.build([articles / "strike.txt", articles / "copy.txt"], tmp_path / "story")
    (document,) = story.documents
    assert {Path(name).name for name in (document.id, *document.also)} == {"strike.txt", "copy.txt"}
    assert [len(event.claims) for event in story.timeline(type="Strike")] == [1]


def test_files_of_one_name_in_two_folders_are_two_documents(tmp_path: Path) -> None:
    for folder, text in (("one", STRIKE), ("two", VOTE)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "article.txt").write_text(text, "utf-8")
    changes: list[tuple[str, str]] = []

    def build(folder: str) -> list[str]:
        with contextlib.chdir(tmp_path / folder):
            story = dateline.build("article.txt", "../story", changed=lambda *change: changes.append(change))
            return sorted(document.id for document in story.documents)

    assert build("one") == ["one/article.txt"]
    assert build("two") == build("two") == ["one/article.txt", "two/article.txt"]
    (tmp_path / "two/article.txt").write_text(VOTE.replace("bill", "budget"), "utf-8")
    assert build("two") == ["one/article.txt", "two/article.txt"]
    assert changes == [
        ("one/article.txt", "added"),
        ("two/article.txt", "added"),
        ("two/article.txt", "unchanged"),
        ("two/article.txt", "replaced"),
    ]


def test_nothing_that_can_be_read_makes_no_graph(articles: Path, tmp_path: Path) -> None:
    (articles / "empty.txt").write_bytes(b"")
    with pytest.raises(NothingRead, match=r"mistyped\.txt: there is no such file") as caught:
        dateline.build([tmp_path / "mistyped.txt", articles / "empty.txt"], tmp_path / "story")
    assert len(caught.value.skipped) == 2
    assert not (tmp_path / "story").exists()
    story = dateline.build([tmp_path / "mistyped.txt", articles], tmp_path / "story")
    assert len(story.report["skipped"]) == 2
    assert len(dateline.build(tmp_path / "mistyped.txt", tmp_path / "story").documents) == 2


def test_a_graph_keeps_its_base(articles: Path, tmp_path: Path) -> None:
    base = "https://example.org/story/"
    story = dateline.build(articles / "strike.txt", tmp_path / "story", base=base)
    assert all(event.id.startswith(base) for event in story.events)
    again = dateline.build(articles / "vote.txt", tmp_path / "story")
    assert all(event.id.startswith(base) for event in again.events)
    with pytest.raises(UsageError, match=base):
        dateline.build(articles, tmp_path / "story", base="https://example.org/other/")


def test_what_is_rumoured_denied_planned_asked_or_demanded_is_not_told_as_done(tmp_path: Path) -> None:
    text = (
        "LYON, June 8, 2021 — Bus drivers plan to strike in Lyon on Friday. The union demanded the release of two "
        "drivers. The company denied that police had attacked the drivers. Will the army invade the depot? If talks "
        "fail, farmers could block the roads.\n"
    )
    (tmp_path / "article.txt").write_text(text, "utf-8")
    story = dateline.build(tmp_path / "article.txt", tmp_path / "story")
    shown = {event.subtype or event.type for event in story.timeline()}
    assert shown.isdisjoint({"Strike", "Release", "Attack", "Invasion", "Blockade"})
    assert {"Planned", "Demanded"} <= {event.status for event in story.timeline(everything=True)}
    assert dateline.query(story, "ASK { ?e a dl:Strike }") is False


def test_a_place_by_the_setting_of_the_story_is_told_as_inferred(tmp_path: Path) -> None:
    text = "LYON, June 8, 2021 — Bus drivers went on strike in Lyon on Monday. Police arrested two on Tuesday.\n"
    (tmp_path / "article.txt").write_text(text, "utf-8")
    story = dateline.build(tmp_path / "article.txt", tmp_path / "story")
    (strike,), (arrest,) = story.timeline(type="Strike"), story.timeline(type="Arrest")
    assert strike.places == arrest.places
    assert "placed by" not in str(story.explain(strike.id))
    assert "placed by:   the setting of the story (inferred)" in str(story.explain(arrest.id))
    story.export(tmp_path / "map.geojson")
    points = json.loads((tmp_path / "map.geojson").read_text("utf-8"))["features"]
    inferred = {point["id"]: point["properties"]["place_inferred"] for point in points}
    assert (inferred[strike.id], inferred[arrest.id]) == (False, True)
    told = story.query("SELECT ?why WHERE { GRAPH ?g { ?claim dl:placeReason ?why } }")
    assert "the setting of the story" in str(told)


def test_a_build_that_was_stopped_is_put_together_at_the_next_question(articles: Path, tmp_path: Path) -> None:
    from dateline.graph.store import open_store

    with open_store(tmp_path / "story/store") as store:
        for made in records(articles):
            assert isinstance(made, Record)
            store.put(made)
    story = dateline.open(tmp_path / "story")
    assert story.query("ASK { ?e a dl:Strike }") is True
    assert story.timeline(type="Strike")


def test_the_same_articles_give_the_same_bytes_in_any_order_and_under_any_hash_seed(tmp_path: Path) -> None:
    lines = EXAMPLES.read_text("utf-8").splitlines()
    made = []
    for seed, order in (("1", lines), ("2", lines[::-1])):
        index = tmp_path / f"index{seed}.jsonl"
        entries = [json.loads(line) for line in order]
        rows = [json.dumps(e | {"path": str(EXAMPLES.parent / e["path"])}) for e in entries]
        index.write_text("\n".join(rows), "utf-8")
        target = tmp_path / f"story{seed}"
        command = [sys.executable, "-m", "dateline", "build", "--index", str(index), "-o", str(target)]
        subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True)
        made.append(hashes(target))
    assert made[0] == made[1]


def test_what_is_held_is_read_anew_only_where_something_changed(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    steps = dateline.extractors.extract.extract
    monkeypatch.setattr(dateline.extractors.extract, "extract", lambda d, a: seen.append(d.id) or steps(d, a))

    def read_anew(**settings: object) -> list[str]:
        seen.clear()
        dateline.build(articles, tmp_path / "story", **settings)  # type: ignore[arg-type]
        return [Path(name).name for name in seen]

    later = dt.date(2021, 6, 11)
    strike, vote = articles / "strike.txt", articles / "vote.txt"
    assert read_anew() == ["strike.txt", "vote.txt"]
    assert read_anew() == []
    vote.write_text(VOTE.replace("bill", "budget"), "utf-8")
    assert read_anew() == ["vote.txt"]
    strike.write_bytes(b"\xef\xbb\xbf" + STRIKE.encode())  # other bytes, the same text
    assert read_anew() == ["strike.txt"]
    assert read_anew() == []
    assert read_anew(date=later) == ["strike.txt", "vote.txt"]
    dateline.open(tmp_path / "story").remove("articles/vote.txt")
    assert read_anew(date=later) == ["vote.txt"]
    assert len(dateline.open(tmp_path / "story").documents) == 2
    monkeypatch.setattr("dateline.origin._reader", lambda _: "a later version")
    assert read_anew(date=later) == ["strike.txt", "vote.txt"]


def test_what_can_be_read_but_once_and_what_is_no_path_are_met_as_ever(articles: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    entries = [{"id": "null", "path": "a\0b.txt"}, {"id": "strike", "path": str(articles / "strike.txt")}]
    index = tmp_path / "index.jsonl"
    index.write_text("".join(json.dumps(entry) + "\n" for entry in entries), "utf-8")
    for _ in range(2):
        writer = subprocess.Popen(["sh", "-c", 'cat "$0" > "$1"', articles / "vote.txt", pipe])
        story = dateline.build(pipe, tmp_path / "story", index=index)
        assert writer.wait(timeout=30) == 0
        assert sorted(document.id for document in story.documents) == ["pipe.txt", "strike"]
        assert [each.name for each in story.skipped] == ["null"]

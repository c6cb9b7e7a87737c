"""Inputs as users name them."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from pathlib import Path

import pytest

from dateline.extractors.documents import Source, find, read
from dateline.graph.errors import UnreadableDocument, UsageError


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Dockers struck at {name}.", "utf-8")


def ids(*inputs: str, index: Path | None = None) -> list[str]:
    return [source.id for source in find(inputs, index)]


def test_a_folder_gives_its_known_files_sorted_and_no_hidden_ones(here: Path) -> None:
    write(here, "in/b.txt", "in/a.HTML", "in/deep/c.md", "in/d.docx", "in/.hidden.txt", "in/.git/e.txt", "in/f.txt.gz")
    assert ids("in") == ["in/a.HTML", "in/b.txt", "in/deep/c.md", "in/f.txt.gz"]


def test_ids_are_the_paths_as_given(here: Path) -> None:
    write(here, "in/a.txt")
    assert ids("in/a.txt") == ["in/a.txt"]
    assert ids("./in") == ["in/a.txt"]
    assert ids(str(here / "in")) == [(here / "in" / "a.txt").as_posix()]


def test_from_a_home_each_file_has_one_id_and_no_two_share_one(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, "in/a.txt", "out/a.txt")
    for name in ("in", "./in/a.txt", "in/*.txt", str(here / "in")):
        assert [source.id for source in find([name], home=here)] == ["in/a.txt"]
    monkeypatch.chdir(here / "in")
    assert [source.id for source in find(["a.txt", "../out/a.txt"], home=here)] == ["in/a.txt", "out/a.txt"]
    assert [source.id for source in find(["a.txt"], home=here / "out")] == ["../in/a.txt"]


def test_globs_follow_the_rules_of_folders(here: Path) -> None:
    write(here, "in/b.txt", "in/a.txt", "in/x.docx", "in/deep/c.txt")
    assert ids("in/*") == ["in/a.txt", "in/b.txt", "in/deep/c.txt"]
    assert ids("in/**/*.txt") == ["in/a.txt", "in/b.txt", "in/deep/c.txt"]


def test_a_file_whose_name_looks_like_a_glob_is_a_file(here: Path) -> None:
    write(here, "a[1].txt", "a1.txt")
    assert ids("a[1].txt") == ["a[1].txt"]


def test_the_same_file_comes_once(here: Path) -> None:
    write(here, "in/a.txt", "in/b.txt")
    assert ids("in/b.txt", "in", "in/*.txt", "./in/a.txt") == ["in/b.txt", "in/a.txt"]


def test_suffixes_are_those_of_the_format(here: Path) -> None:
    write(here, "a.TXT", "b.html.gz", "c", "d.2020")
    assert [source.suffix for source in find(["a.TXT", "b.html.gz", "c", "d.2020"])] == [".txt", ".html", "", ".2020"]


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Café workers struck.".encode())))
    (source,) = find(["-"])
    assert (source.data, source.suffix) == ("Café workers struck.".encode(), "")
    assert re.fullmatch(r"stdin-[0-9a-f]{12}", source.id)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("none.txt", "there is no such file"), ("*.txt", "no file that can be read matches"), ("empty", "no file in it")],
)
def test_what_is_not_there_is_told_when_read_and_stops_nothing(here: Path, name: str, reason: str) -> None:
    write(here, "in/a.txt")
    (here / "empty").mkdir()
    bad, good = find([name, "in"])
    assert good.id == "in/a.txt"
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        read(bad)
    assert caught.value.name == name
    assert caught.value.mend


def test_an_index_names_dates_titles_and_ids(here: Path) -> None:
    write(here, "data/b.txt", "data/a.txt")
    entries: list[dict[str, object]] = [
        {"id": "second", "path": "b.txt", "date": "2020-01-05", "title": "A strike", "url": "https://example.org/1"},
        {"id": "first", "path": "a.txt", "date": None, "title": None, "note": "kept out"},
    ]
    index = here / "data" / "index.jsonl"
    index.write_text("\n\n".join(map(json.dumps, entries)) + "\n", "utf-8-sig")
    path = here / "data"
    assert list(find([], index)) == [
        Source("second", path / "b.txt", None, ".txt", date(2020, 1, 5), "A strike", "https://example.org/1"),
        Source("first", path / "a.txt", None, ".txt"),
    ]
    document = read(next(find([], index)), date(1999, 9, 9))
    assert (document.id, document.date, document.date_source) == ("second", date(2020, 1, 5), "given")
    assert (document.title, document.url) == ("A strike", "https://example.org/1")


def test_inputs_beside_an_index_add_what_it_does_not_name(here: Path) -> None:
    write(here, "a.txt", "b.txt")
    (here / "index.jsonl").write_text('{"id": "one", "path": "a.txt"}\n', "utf-8")
    assert ids("a.txt", "b.txt", index=Path("index.jsonl")) == ["one", "b.txt"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is not JSON"),
        ("[1]", "the line is no object"),
        ('{"path": "a.txt"}', '"id" is missing'),
        ('{"id": 3, "path": "a.txt"}', '"id" is missing or no text'),
        ('{"id": "x"}', '"path" is missing'),
        ('{"id": "x", "path": "a.txt", "date": "January 2020"}', "no day written YYYY-MM-DD"),
        ('{"id": "x", "path": "a.txt", "date": "2020-02-31"}', "no day written YYYY-MM-DD"),
        ('{"id": "x", "path": "a.txt", "title": 7}', '"title" is no text'),
        ('{"id": "good", "path": "a.txt"}', "'good' stands twice"),
    ],
)
def test_a_bad_line_of_an_index_is_one_bad_input(here: Path, line: str, reason: str) -> None:
    write(here, "a.txt")
    (here / "index.jsonl").write_text('{"id": "good", "path": "a.txt"}\n' + line + "\n", "utf-8")
    good, bad = find([], Path("index.jsonl"))
    assert good.problem is None
    with pytest.raises(UnreadableDocument) as caught:
        read(bad)
    assert caught.value.name == "index.jsonl, line 2"
    assert reason in caught.value.reason


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_an_index_that_cannot_be_read_is_a_mistake_of_usage(here: Path, content: bytes | None) -> None:
    if content:
        (here / "index.jsonl").write_bytes(content)
    with pytest.raises(UsageError, match="JSON Lines"):
        list(find([], Path("index.jsonl")))

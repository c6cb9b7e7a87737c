from __future__ import annotations

import json

import pytest

from dateline import show

ROWS = [("Strike\tin \x1b[31mWeir", 3, None), ("Vote", 0.25, True)]


def test_a_table_that_is_no_terminal_s_is_tab_separated(capsys: pytest.CaptureFixture[str]) -> None:
    show.table(("event", "number", "flag"), ROWS)
    assert capsys.readouterr().out == "event\tnumber\tflag\nStrike in [31mWeir\t3\t\nVote\t0.25\tTrue\n"


def test_json_keeps_the_values(capsys: pytest.CaptureFixture[str]) -> None:
    show.table(("event", "number", "flag"), ROWS, as_json=True)
    assert [list(row.values()) for row in json.loads(capsys.readouterr().out)] == [list(row) for row in ROWS]


def test_on_a_terminal_a_table_is_drawn(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    show.table(("event", "number", "flag"), ROWS)
    out = capsys.readouterr().out
    assert "Strike" in out
    assert "\x1b[31m" not in out


def test_talk_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    show.talk("done \u202ekcab")
    assert capsys.readouterr() == ("", "done kcab\n")


def test_progress_says_nothing_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with show.progress("Reading") as watch:
        assert watch is None
    assert capsys.readouterr() == ("", "")


def test_progress_is_drawn_on_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with show.progress("Reading") as watch:
        assert watch is not None
        watch(1, 3, "articles/[bold]one.txt")
    assert capsys.readouterr().out == ""

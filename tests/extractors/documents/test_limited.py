"""Hostile work in a child process."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.extractors.documents.limited import MEBIBYTE, Limits, Refused, call

HOSTILE = """
import os, sys, time
from dateline.extractors.documents.limited import Refused

def fine(data): print("noise on standard output"); return {"length": len(data), "text": "caf\\u00e9 \\ud800"}
def refuses(data): raise Refused("it is a test", "stop testing")
def sleeps(data): time.sleep(60)
def eats(data): return len(bytearray(1 << 31))
def recurses(data): return recurses(data)
def dies(data): os.abort()
def stumbles(data): raise ValueError("a bug")
def name(data): return os.path.abspath(os.curdir)
"""


@pytest.fixture(autouse=True)
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hostile.py").write_text(HOSTILE, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)


def test_a_value_comes_back_whatever_the_function_prints() -> None:
    assert call("hostile:fine", b"12345", Limits()) == {"length": 5, "text": "café \ud800"}


def test_a_refusal_comes_back_as_itself() -> None:
    with pytest.raises(Refused) as caught:
        call("hostile:refuses", b"", Limits())
    assert (caught.value.reason, caught.value.mend) == ("it is a test", "stop testing")


@pytest.mark.parametrize(
    ("function", "limits", "reason"),
    [
        ("sleeps", Limits(seconds=0.5), "longer than 0.5 s"),
        ("eats", Limits(memory=512 * MEBIBYTE), "more than 512 MB of memory"),
        ("recurses", Limits(), "nested too deeply"),
        ("dies", Limits(), "its reader crashed"),
        ("stumbles", Limits(), "its reader crashed"),
    ],
)
def test_limits_and_crashes_are_told_in_plain_words(function: str, limits: Limits, reason: str) -> None:
    with pytest.raises(Refused, match=reason) as caught:
        call(f"hostile:{function}", b"x" * 100_000, limits)
    assert caught.value.mend


def test_files_in_the_working_folder_do_not_shadow_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "json.py").write_text("raise SystemExit(9)", "utf-8")
    monkeypatch.chdir(elsewhere)
    assert call("hostile:name", b"", Limits()) == str(elsewhere)

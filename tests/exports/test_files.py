from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exports import files
from dateline.graph.errors import OutputError


def test_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(b"old")
    files.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_link_is_replaced_and_its_target_kept(tmp_path: Path) -> None:
    target = tmp_path / "precious.txt"
    target.write_bytes(b"precious")
    link = tmp_path / "out.csv"
    link.symlink_to(target)
    files.write(link, b"data")
    assert target.read_bytes() == b"precious"
    assert link.read_bytes() == b"data"
    assert not link.is_symlink()


def test_failing_midway_leaves_the_old_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "graph.html"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"graph\.html could not be written \(No space left") as caught:
        files.write(path, b"new")
    assert caught.value.exit_code == 4
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["graph.html"]


def test_missing_folder_and_folder_as_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="choose a folder"):
        files.write(tmp_path / "nowhere" / "a.csv", b"")
    with pytest.raises(OutputError, match="no regular file"):
        files.write(tmp_path, b"")


def test_new_files_have_the_usual_rights(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    files.write(tmp_path / "ours", b"")
    assert stat.S_IMODE((tmp_path / "ours").stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


@given(st.text())
def test_slugs_are_plain_names(name: str) -> None:
    slug = files.slug(name)
    assert slug == Path(slug).name
    assert 0 < len(slug) <= files.MAX_SLUG
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")

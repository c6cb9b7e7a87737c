"""From a source to a document, whatever the format."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dateline.extractors.documents import READERS, Limits, Source, read
from dateline.extractors.documents.limited import MEBIBYTE
from dateline.extractors.documents.readers import reader
from dateline.graph.errors import UnreadableDocument
from dateline.graph.model import Document

Given = Callable[..., Document]

STORY = (
    "Dockers win ten-day strike\r\n\r\nPORT SELWYN, Jan. 5, 2020 — Dockers in Port Selwyn went back to work on Sunday, "
    "both sides said.\r\n\r\n© 2011 The Selwyn Post\r\n"
)


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_every_reader_of_the_table_can_be_called(suffix: str) -> None:
    assert callable(reader(suffix))


def test_plain_text_stays_as_it_was_written(given: Given) -> None:
    document = given("\ufeff" + STORY)
    assert document.text == STORY
    assert (document.title, document.encoding) == ("Dockers win ten-day strike", "utf-8")
    assert [document.text[start:end] for start, end in document.boilerplate] == ["© 2011 The Selwyn Post"]


def test_where_the_date_comes_from(given: Given) -> None:
    def dated(**known: object) -> tuple[date | None, str | None]:
        document = read(Source("a", data=STORY.encode(), **known))  # type: ignore[arg-type]
        return document.date, document.date_source

    assert dated() == (date(2020, 1, 5), "text")
    assert dated(url="https://example.org/2020/01/06/strike") == (date(2020, 1, 6), "metadata")
    assert dated(date=date(2020, 1, 7)) == (date(2020, 1, 7), "given")
    document = read(Source("a", data=STORY.encode(), date=date(2020, 1, 7)), date(1999, 9, 9))
    assert document.date == date(2020, 1, 7)
    assert given(STORY, date=date(1999, 9, 9)).date == date(1999, 9, 9)
    undated = given("Dockers went back to work on Sunday.\n\n© 2011 The Selwyn Post")
    assert (undated.date, undated.date_source) == (None, None)


def test_what_the_index_says_is_kept() -> None:
    document = read(Source("x", data=STORY.encode(), title="T", url="https://example.org/a"))
    assert (document.id, document.title, document.url) == ("x", "T", "https://example.org/a")


@pytest.mark.parametrize(
    "text", ["He came. He saw.", "One line without an end", "Short.\n\nAnother paragraph that is longer."]
)
def test_no_title_is_made_up(given: Given, text: str) -> None:
    assert given(text).title is None


def test_packed_files_are_read(given: Given) -> None:
    assert given(gzip.compress(STORY.encode())).text == STORY
    with pytest.raises(UnreadableDocument, match="gzip packing is damaged"):
        given(gzip.compress(os.urandom(5000))[:400])


def test_a_gzip_bomb_is_unpacked_no_further_than_the_limit(given: Given) -> None:
    bomb = gzip.compress(gzip.compress(bytes(200 * MEBIBYTE)))  # 200 kB, packed once more
    with pytest.raises(UnreadableDocument, match="larger than 1 MB unpacked"):
        given(gzip.decompress(bomb), limits=Limits(size=MEBIBYTE))


def test_large_files_are_refused(given: Given) -> None:
    with pytest.raises(UnreadableDocument, match="larger than 1 MB"):
        given("a word " * 200_000, limits=Limits(size=MEBIBYTE))


@pytest.mark.parametrize("data", [b"", b" \n\r\n", b"\xef\xbb\xbf\n", b"\xff\xfe"])
def test_empty_files_are_refused(given: Given, data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="it is empty"):
        given(data)


@pytest.mark.parametrize(
    ("data", "suffix", "reason"),
    [
        (b"PK\x03\x04" + bytes(200), ".txt", "a zip archive or an office document"),
        (b"{\\rtf1 text}", ".txt", "an RTF file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), ".html", "a picture"),
        (bytes(range(256)) * 20, ".txt", "a binary file"),
        (b"\x00\x01\x02\x03" * 100, "", "a binary file"),
        (b"Dockers struck.", ".docx", "no reader for .docx"),
        (b'{"text": "Dockers struck."}', ".json", "no reader for .json"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", ".txt", "it is XML"),
        (b"<rss version='2.0'><channel/></rss>", ".html", "it is XML"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><html><p>&b;</html>', ".html", "it declares XML entities"),
    ],
)
def test_what_is_no_text_is_refused_in_plain_words(given: Given, data: bytes, suffix: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        given(data, suffix)
    assert reason in caught.value.reason
    assert caught.value.mend
    assert str(caught.value).startswith("story")


def test_a_file_without_a_suffix_is_what_it_holds(given: Given) -> None:
    assert given(STORY, "").text == STORY
    assert given(STORY, ".2020").text == STORY


def test_utf16_is_text(given: Given) -> None:
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        document = given(STORY.encode(encoding))
        assert (document.text, document.date) == (STORY, date(2020, 1, 5))


def test_lone_surrogates_are_replaced_and_control_characters_kept(given: Given) -> None:
    assert given(b"Dockers \xed\xa0\x80 struck\x07 on Sunday.").text == "Dockers \ufffd struck\x07 on Sunday."


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="it is a folder"):
        read(Source("x", tmp_path, suffix=".txt"))
    with pytest.raises(UnreadableDocument, match="no such file"):
        read(Source("x", tmp_path / "none.txt", suffix=".txt"))
    with pytest.raises(UnreadableDocument, match="cannot be opened"):
        read(Source("x", Path("a\0b"), suffix=".txt"))


def test_nothing_depends_on_the_day_the_zone_or_the_hash_seed(tmp_path: Path) -> None:
    """Read twice in processes that share nothing but the file."""
    (tmp_path / "a.txt").write_text(STORY.replace("Jan. 5, 2020 ", "Jan. 5 "), "utf-8")
    path = os.pathsep.join(sys.path)
    program = f"from dateline.extractors.documents import *; print(read(next(find([{str(tmp_path / 'a.txt')!r}]))))"
    seen = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env={
                **os.environ,
                "PYTHONPATH": path,
                "PYTHONHASHSEED": seed,
                "TZ": zone,
                "LC_ALL": "C",
            },
        ).stdout
        for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Lima"))
    }
    assert len(seen) == 1
    assert b"date=None" in seen.pop()


def test_a_long_text_is_read_whole(given: Given) -> None:
    text = "The council of Port Selwyn met on Monday and rose at nine.\n\n" * 17_500
    assert given(text).text == text
    sentence = "and the dockers " * 10_000
    assert given(sentence).text == sentence

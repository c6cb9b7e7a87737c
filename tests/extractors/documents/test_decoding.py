"""Bytes to text."""

from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extractors.documents.decoding import decode, without_surrogates
from dateline.extractors.documents.limited import Refused

QUOTED = "The mayor said the café would close; “we can’t stay open,” she said – for now.\r\n"
FRENCH = "Le ministre a déclaré que la grève était finie; près de l'hôtel, les marcheurs ont crié.\n"
POLISH = "Związkowcy zażądali wyższych płac; strajk w Przykładowie trwał do świtu, powiedział rzecznik.\n"
RUSSIAN = "Президент сказал, что забастовка закончилась вчера вечером на площади.\n"


@pytest.mark.parametrize(
    ("text", "written", "encoding"),
    [
        (QUOTED, "utf-8", "utf-8"),
        (QUOTED, "utf-8-sig", "utf-8"),
        (QUOTED, "utf-16", "utf-16-le"),
        (codecs.BOM_UTF16_BE.decode("utf-16-be") + QUOTED, "utf-16-be", "utf-16-be"),
        (QUOTED, "utf-16-le", "utf-16-le"),
        (QUOTED, "utf-16-be", "utf-16-be"),
        (QUOTED, "utf-32", "utf-32-le"),
        (QUOTED, "cp1252", "cp1252"),
        (QUOTED, "mac-roman", "mac-roman"),
        (FRENCH, "latin-1", "cp1252"),
        (POLISH, "cp1250", "cp1250"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        ("plain\n", "ascii", "utf-8"),
    ],
)
def test_each_encoding_is_told_and_recorded(text: str, written: str, encoding: str) -> None:
    assert decode(text.encode(written)) == (text.removeprefix("\ufeff"), encoding)


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufeff", exclude_categories=["Cc"])))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()).text == text


def test_newlines_are_left_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\n\n\td ").text == "a\r\nb\rc\n\n\td "


def test_a_declaration_in_markup_is_heeded() -> None:
    page = '<meta charset="iso-8859-2"><p>Strajk zakończył się w środę.</p>'
    assert decode(page.encode("iso-8859-2"), markup=True) == (page, "iso8859-2")
    xml = "<?xml version='1.0' encoding='windows-1251'?><html>Забастовка</html>"
    assert decode(xml.encode("cp1251"), markup=True) == (xml, "cp1251")
    http = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>“Café”</p>'
    assert decode(http.encode("cp1252"), markup=True) == (http, "cp1252")


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-16", "unicode_escape", "rot13", "no-such-thing", "ascii"])
def test_a_wrong_or_dangerous_declaration_spoils_nothing(declared: str) -> None:
    page = f'<meta charset="{declared}"><p>The café’s workers struck.</p>'
    assert decode(page.encode(), markup=True) == (page, "utf-8")


def test_a_page_that_calls_itself_utf8_and_is_not_is_detected() -> None:
    page = f'<meta charset="utf-8"><p>{FRENCH * 3}</p>'
    assert decode(page.encode("cp1252"), markup=True) == (page, "cp1252")


def test_a_few_broken_bytes_do_not_make_utf8_something_else() -> None:
    data = (QUOTED * 10).encode().replace(b"for now", b"for \xff now", 1)
    text, encoding = decode(data)
    assert encoding == "utf-8"
    assert text.count("\ufffd") == 1
    assert "“we can’t stay open,”" in text


def test_lone_surrogates_become_the_replacement_character() -> None:
    assert decode(b"a \xed\xa0\x80 b").text == "a \ufffd b"
    assert (
        decode(codecs.BOM_UTF16_LE + "a".encode("utf-16-le") + b"\x00\xd8" + "b".encode("utf-16-le")).text == "a\ufffdb"
    )
    assert without_surrogates("a\udc00b") == "a\ufffdb"


def test_single_control_characters_are_kept() -> None:
    text = "The council met.\x00 It rose at nine.\x0c\x1b" * 3
    assert decode(text.encode()).text == text


def test_binary_data_is_refused() -> None:
    noise = random.Random(5)
    for size in (300, 5000, 70_000):
        with pytest.raises(Refused, match="binary"):
            decode(bytes(noise.randrange(256) for _ in range(size)))

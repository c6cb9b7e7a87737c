"""PDFs, made by hand."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from datetime import date

import pytest

from dateline.extractors.documents import Limits
from dateline.extractors.documents.layout import Line, paragraphs
from dateline.extractors.documents.limited import MEBIBYTE
from dateline.graph.errors import UnreadableDocument
from dateline.graph.model import Document

Given = Callable[..., Document]
PDF = Callable[..., bytes]


def set_lines(*texts: str, top: float = 700, size: float = 11) -> list[tuple[float, float, float, str]]:
    """Lines below one another; an empty one leaves a gap."""
    return [(72, top - 14 * number, size, text) for number, text in enumerate(texts) if text]


FIRST = (
    "PORT SELWYN, Jan. 5, 2020 - Dockers in Port Selwyn went back to work on",
    "Sunday after the harbour board agreed to raise their pay by six per",
    "cent, both sides said in a statement that was read out at the har-",
    "bour gate.",
)
SECOND = ("The board had said that it would not pay. A set-", "tlement was signed at nine.")


def test_lines_become_paragraphs(given: Given, pdf: PDF) -> None:
    title = [(72, 740, 20, "Dockers win ten-day strike")]
    document = given(pdf(title + set_lines(*FIRST, "", *SECOND)), ".pdf")
    assert document.text == (
        "Dockers win ten-day strike\n\n"
        "PORT SELWYN, Jan. 5, 2020 - Dockers in Port Selwyn went back to work on Sunday after the harbour board agreed "
        "to raise their pay by six per cent, both sides said in a statement that was read out at the harbour gate.\n\n"
        "The board had said that it would not pay. A settlement was signed at nine."
    )
    assert (document.date, document.date_source) == (date(2020, 1, 5), "text")
    assert document.title == "Dockers win ten-day strike"


def test_running_titles_and_page_numbers_go_and_broken_paragraphs_are_joined(given: Given, pdf: PDF) -> None:
    header = (72.0, 780.0, 9.0, "The Selwyn Post 5")
    pages = [
        [header, *set_lines(*FIRST[:2]), (300.0, 40.0, 9.0, "1")],
        [(72.0, 780.0, 9.0, "The Selwyn Post 6"), *set_lines(*FIRST[2:]), (300.0, 40.0, 9.0, "Page 2 of 2")],
    ]
    assert given(pdf(*pages), ".pdf").text == " ".join(FIRST).replace("har- bour", "harbour")


def test_a_pdf_under_another_name_is_a_pdf(given: Given, pdf: PDF) -> None:
    data = pdf(set_lines(*FIRST))
    assert given(data, ".txt").text == given(data, ".html").text == given(data, "").text


def test_the_file_s_own_dates_are_not_the_article_s(given: Given, pdf: PDF) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(set_lines("Dockers went back to work on Sunday.")))))
    writer.add_metadata(
        {"/Title": "Dockers win", "/CreationDate": "D:20110303000000Z", "/ModDate": "D:20110303000000Z"}
    )
    out = io.BytesIO()
    writer.write(out)
    document = given(out.getvalue(), ".pdf")
    assert (document.title, document.date, document.date_source) == ("Dockers win", None, None)


def encrypted(data: bytes, password: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_encrypted_files(given: Given, pdf: PDF) -> None:
    data = pdf(set_lines(*FIRST))
    assert given(encrypted(data, ""), ".pdf").text == given(data, ".pdf").text
    with pytest.raises(UnreadableDocument, match="it is encrypted") as caught:
        given(encrypted(data, "secret"), ".pdf")
    assert "password" in caught.value.mend


@pytest.mark.parametrize("data", [b"%PDF-1.4\nnothing here", b"%PDF-1.7\n" + bytes(range(256)) * 9, b"Dockers struck."])
def test_broken_files(given: Given, data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="it is a broken PDF"):
        given(data, ".pdf")


def test_a_file_cut_short(given: Given, pdf: PDF) -> None:
    data = pdf(set_lines(*FIRST))
    with pytest.raises(UnreadableDocument, match=r"broken PDF|holds no text"):
        given(data[: len(data) // 3], ".pdf")


def test_files_without_text(given: Given, pdf: PDF) -> None:
    with pytest.raises(UnreadableDocument, match="only pictures of pages") as caught:
        given(pdf([]), ".pdf")
    assert "OCR" in caught.value.mend
    with pytest.raises(UnreadableDocument, match="do not say which letters"):
        given(pdf(set_lines("#$%&/*+#$%&/*+ 12 #$%&/ 345")), ".pdf")


def test_a_bomb_of_packed_content_is_refused(given: Given, pdf_of_streams: Callable[..., bytes]) -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"BT /F 9 Tf (a) Tj ET " * 50_000) for _ in range(300)) + packer.flush()
    bomb = pdf_of_streams([packed], b"/Filter/FlateDecode")
    assert len(bomb) < 2 * MEBIBYTE
    with pytest.raises(UnreadableDocument, match=r"more than any article needs|MB of memory|longer than"):
        given(bomb, ".pdf", limits=Limits(seconds=5, memory=512 * MEBIBYTE))


def test_a_file_that_keeps_its_reader_busy_is_stopped(given: Given, pdf_of_streams: Callable[..., bytes]) -> None:
    slow = pdf_of_streams([b"BT /F 9 Tf (a) Tj ET\n" * 40_000] * 8)
    with pytest.raises(UnreadableDocument, match=r"longer than 0\.8 s"):
        given(slow, ".pdf", limits=Limits(seconds=0.8))


def lines(*texts: str) -> list[Line]:
    return [Line(text, 72, 700 - 14 * number, 11) for number, text in enumerate(texts)]


def test_hyphens_at_line_ends() -> None:
    assert list(paragraphs([lines("The parlia-", "ment met in the parliament house.")])) == [
        "The parliament met in the parliament house."
    ]
    assert list(paragraphs([lines("The Norland-", "backed and Norland-backed men")])) == [
        "The Norland-backed and Norland-backed men"
    ]
    assert list(paragraphs([lines("on the Newland-", "Norland border")])) == ["on the Newland- Norland border"]


def test_indents_and_bullets_begin_paragraphs() -> None:
    body = "This line is as long as the others and it ends here."
    indented = [Line(body, 72, 700, 11), Line("And here another begins.", 90, 686, 11)]
    assert list(paragraphs([indented])) == [body, "And here another begins."]
    assert list(paragraphs([lines("They asked for", "• bread", "• water")])) == ["They asked for", "• bread", "• water"]


def test_no_lines_no_paragraphs() -> None:
    assert list(paragraphs([])) == list(paragraphs([[], []])) == []

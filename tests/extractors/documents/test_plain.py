"""Header blocks of plain text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.graph.model import Document

Given = Callable[..., Document]
BODY = "\nDockers in Port Selwyn went back to work on Sunday, both sides said.\n"
FIFTH = (date(2020, 1, 5), "metadata")


def test_mail_headers(given: Given) -> None:
    head = (
        "From: Jane Roe <jane@post.example>\nTo: list@post.example\nSubject: Dockers win\n"
        "Date: Sun, 5 Jan 2020 23:10:00 -0500\nReceived: from a\n\tby b; Mon, 6 Jan 2020\n"
    )
    document = given(head + BODY)
    assert (document.date, document.date_source) == FIFTH
    assert document.title == "Dockers win"
    gone = "".join(document.text[start:end] for start, end in document.boilerplate)
    assert "jane@post.example" in gone
    assert "Dockers" not in gone


def test_a_feed_item_written_out(given: Given) -> None:
    document = given(
        "title: Dockers win\nlink: https://post.example/1\npubDate: Sun, 05 Jan 2020 10:00:00 GMT\n" + BODY
    )
    assert (document.date, document.date_source) == FIFTH


def test_an_address_on_the_first_line(given: Given) -> None:
    document = given("https://post.example/2020/01/05/dockers-win\n" + BODY)
    assert document.url == "https://post.example/2020/01/05/dockers-win"
    assert (document.date, document.date_source) == FIFTH
    assert [document.text[start:end] for start, end in document.boilerplate] == [document.url]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_front_matter(given: Given, newline: str) -> None:
    head = '---\ntitle: "Dockers win"\ndate: 2020-01-05\ntags:\n  - strike\n---\n'
    document = given((head + BODY).replace("\n", newline))
    assert (document.date, document.date_source) == FIFTH
    assert document.title == "Dockers win"
    assert [document.text[start:end] for start, end in document.boilerplate] == [head.replace("\n", newline).rstrip()]


@pytest.mark.parametrize(
    "text",
    [
        "Quill: We will not go back.\nRoe: When will you?\nDate: 3 March 2011" + BODY,
        "---\nA rule, and no front matter." + BODY,
        "---\ndate: 2011-03-03" + BODY,
        "Subject: strike" + BODY,
        "https://post.example/2011/03/03/quake was the first to say so." + BODY,
        "A word. From: x\nTo: y" + BODY,
    ],
)
def test_what_only_looks_like_one(given: Given, text: str) -> None:
    document = given(text)
    assert document.date_source != "metadata"
    assert document.boilerplate == ()

"""Markdown: its words, without its marks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.graph.model import Document

Given = Callable[..., Document]

PAGE = """# Dockers win ten-day strike

Posted by admin on 5 January 2020

> "We have **won**," the union's secretary, [Ada Quill](https://example.org/quill "a name"), told
> the crowd in *Port&nbsp;Selwyn*.

![A docker](a.png) The dockers went back to work on Sunday.\\
Ferries sail again from <b>Monday</b>.

- The board agreed to raise their pay.
- It had refused 2 \\* 3 offers.

***

[The Selwyn Post](https://example.org)
"""


def test_the_words_are_read_without_the_marks(given: Given) -> None:
    document = given(PAGE, ".md")
    assert document.text.split("\n\n") == [
        "Dockers win ten-day strike",
        "Posted by admin on 5 January 2020",
        '"We have won," the union\'s secretary, Ada Quill, told the crowd in Port\u00a0Selwyn.',
        "The dockers went back to work on Sunday.\nFerries sail again from Monday.",
        "The board agreed to raise their pay.",
        "It had refused 2 * 3 offers.",
        "The Selwyn Post",
    ]
    assert document.title == "Dockers win ten-day strike"
    assert (document.date, document.date_source) == (date(2020, 1, 5), "text")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_front_matter_is_no_part_of_the_text(given: Given, newline: str) -> None:
    head = '---\ntitle: "Dockers win"\ndate: 2020-01-06\nurl: https://example.org/win\n---\n'
    document = given((head + PAGE).replace("\n", newline), ".md")
    assert document.text == given(PAGE, ".md").text
    assert (document.title, document.url) == ("Dockers win", "https://example.org/win")
    assert (document.date, document.date_source) == (date(2020, 1, 6), "metadata")


def test_text_without_marks_stays_as_it_is(given: Given) -> None:
    text = "Dockers struck on Sunday.\n\nThe board: 3 < 4, a_b_c and 5 * 6."
    assert given(text, ".markdown").text == text


def test_the_credit_above_a_headline_is_no_title(given: Given) -> None:
    body = "\n\nThe dockers went back to work on Sunday, both sides said.\n"
    assert given("Posted by admin on 5 January 2020\n\nDockers win" + body).title == "Dockers win"
    assert given("By Ada Quill, The Selwyn Post" + body).title is None
    assert given("By Sunday the dockers had won" + body).title == "By Sunday the dockers had won"

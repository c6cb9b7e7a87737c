"""Web pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.extractors.documents import Limits
from dateline.extractors.documents import html as reader
from dateline.extractors.documents.limited import MEBIBYTE
from dateline.graph.errors import UnreadableDocument
from dateline.graph.model import Document

Given = Callable[..., Document]

STORY = [
    "Dockers in Port Selwyn went back to work on Sunday after the harbour board agreed to raise their pay.",
    "The strike had closed the harbour for ten days, and ships lay at anchor as far out as the lighthouse.",
    "“We have won,” the union's secretary, Ada Quill, told the crowd at the gate of the old harbour.",
]
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Dockers win ten-day strike | The Selwyn Post</title>
<meta property="og:title" content="Dockers win ten-day strike"><meta property="og:site_name" content="The Selwyn Post">
<link rel="canonical" href="https://post.example.org/harbour/dockers-win">
<style>@media print {{ .lead {{ display: none }} }} .offer, #modal {{ color: red; display:none }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<div class="menu"><a href="/a">News</a> <a href="/b">Sport</a></div>
<article><h1>Dockers win ten-day strike</h1><p class="byline">By Jane Roe</p>
<figure><img src="a.jpg">
<figcaption>A docker waves a flag at the gate of the old harbour on Sunday.</figcaption></figure>
<p class="lead">{}</p>
<p style="color: red; DISPLAY : none">Nobody sees that the minister resigned on Monday, for it is hidden.</p>
<p style="visibility:hidden">Nobody sees that the bishop resigned on Monday, for it is hidden.</p>
<div hidden><p>Nobody sees that the mayor resigned on Monday, for it is hidden.</p></div>
<div aria-hidden="true"><p>Nobody sees that the judge resigned on Monday, for it is hidden.</p></div>
<div class="box offer"><p>Nobody sees that the king resigned on Monday, for it is hidden.</p></div>
<div id="modal"><p>Nobody sees that the queen resigned on Monday, for it is hidden.</p></div>
<template><p>Nobody sees that the pope resigned on Monday, for it is hidden.</p></template>
<p>{}</p><p>{}</p>
<p>Please consider a donation to support our work.</p></article>
<aside><h3>Related</h3><a href="/c">Ferries stay in port for a third day</a></aside>
<footer>© 2011 The Selwyn Post. All rights reserved.</footer></body></html>""".format(*STORY)


def test_the_article_is_read_out(given: Given) -> None:
    document = given(PAGE, ".html")
    paragraphs = document.text.split("\n\n")
    assert [line for line in paragraphs if line in STORY] == STORY
    assert "A docker waves a flag at the gate of the old harbour on Sunday." in paragraphs
    assert document.title == "Dockers win ten-day strike"
    assert document.publisher == "The Selwyn Post"
    assert document.url == "https://post.example.org/harbour/dockers-win"
    assert (document.date, document.encoding) == (None, "utf-8")


def test_what_a_browser_does_not_show_and_menus_are_not_read(given: Given) -> None:
    text = given(PAGE, ".html").text
    for gone in ("Nobody", "Home", "World", "Sport", "Ferries", "2011"):
        assert gone not in text


def test_an_appeal_in_the_article_is_boilerplate(given: Given) -> None:
    document = given(PAGE, ".html")
    assert [document.text[start:end] for start, end in document.boilerplate] == [
        "Please consider a donation to support our work."
    ]


@pytest.mark.parametrize("suffix", [".txt", ".pdf", ""])
def test_a_page_under_another_name_is_a_page(given: Given, suffix: str) -> None:
    assert given(PAGE, suffix).text == given(PAGE, ".html").text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(given: Given, encoding: str) -> None:
    page = PAGE.replace('<meta charset="utf-8">', "")
    document = given(page.encode(encoding), ".html")
    assert document.text == given(PAGE, ".html").text


def test_a_page_that_lies_about_its_encoding(given: Given) -> None:
    document = given(PAGE.encode("cp1252"), ".html")
    assert document.encoding == "cp1252"
    assert STORY[2] in document.text


def test_a_short_page_is_an_article(given: Given) -> None:
    sentence = "Dockers in Port Selwyn went back to work on Sunday."
    assert given(f"<html><head><title>x</title></head><body><p>{sentence}</p></body></html>", ".html").text == sentence


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><script>var a = 'He came, he saw, he won the war.'</script></body></html>",
        "<html><body><nav><a href=x>Home</a><a href=y>News</a></nav></body></html>",
        "<html><body><p>We use cookies to give you the best experience on our site.</p></body></html>",
        "<html><body><ul><li><a href=1>Dockers win</a><li><a href=2>Ferries stay in port</a></ul></body></html>",
        "<html><body><img src=a></body></html>",
        "<html>",
    ],
)
def test_a_page_without_an_article_is_refused(given: Given, page: str) -> None:
    with pytest.raises(UnreadableDocument, match="no article text"):
        given(page, ".html")


def test_control_characters_and_nul_do_not_cut_the_page(given: Given) -> None:
    assert STORY[2] in given(PAGE.replace(STORY[0], STORY[0] + "\0\x01"), ".html").text


def unclosed(tags: int) -> str:
    return PAGE.replace("</article>", "<p>a " * tags + "</article>")


def attributes(count: int) -> str:
    return PAGE + "<div " + " ".join(f"a{i}=1" for i in range(count)) + ">"


@pytest.mark.parametrize("page", [unclosed(350_000), attributes(500_000)])
def test_endless_markup_is_stopped_at_the_limit(given: Given, page: str) -> None:
    with pytest.raises(UnreadableDocument, match="longer than 1 s"):
        given(page, ".html", limits=Limits(seconds=1))


def test_deep_nesting_is_refused_not_cut(given: Given) -> None:
    with pytest.raises(UnreadableDocument, match="nested too deeply"):
        given(PAGE.replace(STORY[0], "<div>" * 3000 + STORY[0]), ".html")


def test_large_pages_are_refused(given: Given) -> None:
    with pytest.raises(UnreadableDocument, match="larger than 1 MB"):
        given(PAGE + "<!-- -->" * 200_000, ".html", limits=Limits(markup=MEBIBYTE))


def test_ordinary_pages_are_read_here_and_suspicious_ones_elsewhere(
    given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    real = reader.call

    def counted(*arguments: object) -> object:
        calls.append(arguments[0])
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "call", counted)
    here = given(PAGE, ".html")
    assert calls == []
    there = given(attributes(1000), ".html")
    assert calls == ["dateline.extractors.documents.html:extract"]
    assert there.text == here.text


def test_dates_of_a_page(given: Given) -> None:
    def dated(old: str, new: str) -> tuple[date | None, str | None]:
        document = given(PAGE.replace(old, new), ".html")
        return document.date, document.date_source

    meta = '<meta property="article:published_time" content="2020-01-05T23:30:00-05:00">'
    assert dated("</head>", meta + "</head>") == (date(2020, 1, 5), "metadata")
    assert dated("/harbour/dockers-win", "/2020/01/05/dockers-win") == (date(2020, 1, 5), "metadata")
    shown = '<div class="info">Published: 5 January 2020</div>'
    assert dated('<p class="byline">', shown + '<p class="byline">') == (date(2020, 1, 5), "text")
    assert dated(STORY[0], "PORT SELWYN, Jan. 5, 2020 — " + STORY[0]) == (date(2020, 1, 5), "text")
    assert dated(STORY[0], STORY[0] + " On March 3, 2011, a quake struck the harbour.") == (None, None)

"""When a page says it was published."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html

from dateline.extractors.documents.metadata import address, published, shown

FIFTH = date(2020, 1, 5)


def page(head: str = "", body: str = "") -> html.HtmlElement:
    return html.document_fromstring(f"<html><head><title>x</title>{head}</head><body>{body}<p>Text.</p></body></html>")


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


ARTICLE = '{"@type": "NewsArticle", "headline": "Dockers strike", %s}'
PLACE = '"url": "https://news.example/strike"'


@pytest.mark.parametrize(
    ("json", "found"),
    [
        (ARTICLE % PLACE, True),
        (ARTICLE % '"mainEntityOfPage": {"@type": "WebPage", "@id": "https://news.example/strike"}', True),
        (
            f'[{ARTICLE % PLACE}, {{"@type": "NewsArticle", "headline": "Other", "url": "https://x.example/2"}}]',
            True,
        ),
        (f'[{{"@type": "Article", "url": "https://x.example"}}, {{"@type": "Article", {PLACE}}}]', False),
        (ARTICLE % '"url": "/strike"', False),
        (f'{{"@type": "Organization", {PLACE}}}', False),
    ],
)
def test_the_address_of_a_page_is_that_of_its_article(json: str, found: bool) -> None:
    assert address(page(ld(json)), "Dockers strike") == ("https://news.example/strike" if found else None)


@pytest.mark.parametrize(
    "head",
    [
        ld('{"@type": "NewsArticle", "datePublished": "2020-01-05T08:00:00Z", "dateModified": "2020-02-01"}'),
        ld('{"@type": ["Article", "Thing"], "datePublished": "2020-01-05"}'),
        ld('{"@graph": [{"@type": "WebSite"}, {"@type": "BlogPosting", "datePublished": "2020-01-05"}]}'),
        ld('[{"@type": "BreadcrumbList"}, {"@type": "ReportageNewsArticle", "datePublished": ["2020-01-05"]}]'),
        ld('{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "datePublished": "2020-01-05"}}'),
        ld('{"@type": "WebPage", "datePublished": "January 5, 2020"}'),
        ld('<!-- {"@type": "NewsArticle", "datePublished": "20200105T100000Z", "x": "a\nb"} -->'),
        ld("{broken") + '<meta name="date" content="2020-01-05">',
        ld("[" * 100_000) + '<meta name="date" content="2020-01-05">',
        '<meta property="article:published_time" content="2020-01-05T10:00:00+09:00">',
        '<meta name="DC.date.issued" content="2020-01-05">',
        '<meta name="pubdate" content="Sun, 05 Jan 2020 10:00:00 GMT">',
        '<meta itemprop="datePublished" content="2020-01-05">',
        '<meta name="sailthru.date" content="2020-01-05 10:00">'
        '<meta property="article:modified_time" content="2021-01-01">',
        '<meta property="article:modified_time" content="2020-01-05">',
    ],
)
def test_of_the_head(head: str) -> None:
    assert published(page(head), None, None) == FIFTH


@pytest.mark.parametrize(
    "body",
    [
        '<article><time datetime="2020-01-05">5 Jan</time></article>',
        "<article><time>January 5, 2020</time></article>",
        '<time class="entry-date published" datetime="2020-01-05"></time><time datetime="2011-03-03"></time>',
        '<article><time class="updated" datetime="2021-01-01"></time><time datetime="2020-01-05"></time></article>',
        '<span itemprop="datePublished" content="2020-01-05"></span><time datetime="2011-03-03"></time>',
        '<span itemprop="dateModified" content="2021-01-05"></span><time datetime="2020-01-05"></time>',
        '<div class="related"><time datetime="2011-03-03"></time></div><time datetime="2020-01-05"></time>',
        '<aside><time datetime="2011-03-03"></time></aside><time datetime="2020-01-05"></time>',
        "<item><pubdate>Sun, 05 Jan 2020 10:00:00 GMT</pubdate></item>",
    ],
)
def test_of_the_body(body: str) -> None:
    assert published(page(body=body), None, None) == FIFTH


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", ""),
        ('<meta name="copyright" content="© 2011">', "<footer><time datetime='2011-03-03'></time></footer>"),
        ('<meta name="date" content="2020">', ""),
        ('<meta name="date" content="2020-13-45">', ""),
        ('<meta name="date" content="01/02/2020">', ""),
        (ld('{"@type": "VideoObject", "uploadDate": "2020-01-05"}'), ""),
        (ld('{"@type": "Event", "startDate": "2020-01-05", "datePublished": "soon"}'), ""),
        ("", "<time datetime='2020-01-05'></time><time datetime='2020-01-06'></time>"),
        ("", "<div class='comments'><article><time datetime='2020-01-05'></time></article></div>"),
    ],
)
def test_no_date_is_made_up(head: str, body: str) -> None:
    assert published(page(head, body), None, None) is None


def test_among_several_articles_the_page_s_own_counts() -> None:
    other = '{"@type": "NewsArticle", "headline": "Ferries", "datePublished": "2011-03-03"}'
    own = '{"@type": "NewsArticle", "headline": "Dockers", "url": "https://a.example/1", "datePublished": "2020-01-05"}'
    tree = page(ld(f"[{other}, {own}]"))
    assert published(tree, "Dockers", None) == FIFTH
    assert published(tree, None, "https://a.example/1") == FIFTH
    assert published(tree, None, None) is None


@pytest.mark.parametrize(
    "body",
    [
        "<p>Published: <b>5 January 2020</b></p>",
        "<div>Posted on January 5, 2020 by admin</div>",
        '<span class="entry-date">January 5, 2020</span>',
        '<div class="article-meta"><span>By Jane Roe</span> | January 5, 2020</div>',
        '<p class="date">3 March 2011 © Post</p><p class="date">5 January 2020</p>',
        '<div class="sidebar"><p class="date">3 March 2011</p></div><p class="date">5 January 2020</p>',
        '<p class="date">3 March 2011</p><p>Published: 5 January 2020</p>',
    ],
)
def test_the_date_shown(body: str) -> None:
    assert shown(page(body=body)) == FIFTH


@pytest.mark.parametrize(
    "body",
    [
        "<p>On March 3, 2011, the quake struck.</p>",
        '<p class="date">March 2011</p>',
        "<footer><p>Published: 3 March 2011</p></footer>",
        '<div class="copyright"><span class="date">3 March 2011</span></div>',
        '<p class="date">' + "word " * 40 + "3 March 2011</p>",
    ],
)
def test_other_dates_shown(body: str) -> None:
    assert shown(page(body=body)) is None

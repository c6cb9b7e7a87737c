"""Answers drawn as graphs: what becomes a node and a line, that boxes do not overlap, that nothing can run."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from browsing import Opener
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from dateline.exports import drawing
from dateline.exports.drawing.parts import MOST, parts
from dateline.exports.drawing.place import GAP, HEIGHT, picture
from dateline.graph.table import Answer, Cell, Table, Triples
from dateline.graph.vocabulary import term

POLICE, STRIKERS = (NamedNode(f"https://x.example/actor/{name}") for name in ("police", "strikers"))
ONE = Literal(1)


def rows(*cells: tuple[Cell, ...]) -> Table:
    return Table(tuple(f"c{number}" for number in range(len(cells[0]))), cells)


def name(text: str) -> Literal:
    return Literal(text, language="en")


def test_the_first_and_the_last_name_of_a_row_are_joined_and_the_rest_is_on_the_line() -> None:
    made = parts(rows((name("police"), term("dl:Attack"), name("strikers"), ONE)))
    assert [node.name for node in made.nodes.values()] == ["police", "strikers"]
    assert list(made.lines.values()) == [["dl:Attack · 1"]]


def test_a_row_with_one_name_is_a_node_that_tells_the_rest() -> None:
    (node,) = parts(rows((Literal("2021-03-01", datatype=term("xsd:date")), name("strike"), None))).nodes.values()
    assert (node.name, node.told) == ("strike", ["2021-03-01"])


def test_what_is_told_between_a_thing_and_itself_is_told_of_it() -> None:
    made = parts(rows((name("police"), ONE, name("police"))))
    (node,) = made.nodes.values()
    assert (made.lines, len(node.told)) == ({}, 1)


def test_a_sentence_is_told_on_the_line() -> None:
    made = parts(rows((name("clash"), ONE, name("herald"), name("Two were hurt. " * 7))))
    assert [node.name for node in made.nodes.values()] == ["clash", "herald"]
    assert next(iter(made.lines.values()))[0].startswith("1 · Two were hurt.")


def test_triples_are_lines_and_labels_are_names() -> None:
    made = parts(
        Triples(
            (
                Triple(POLICE, term("rdf:type"), term("sem:Actor")),
                Triple(POLICE, term("dl:patient"), STRIKERS),
                Triple(POLICE, term("sem:hasActor"), STRIKERS),
                Triple(STRIKERS, term("rdfs:label"), name("the strikers")),
                Triple(POLICE, term("dl:country"), Literal("XMA")),
            )
        )
    )
    assert [node.name for node in made.nodes.values()] == ["police", "the strikers"]
    assert list(made.lines.values()) == [["sem:hasActor", "dl:patient"]]
    assert made.nodes[str(POLICE)].told == ["rdf:type: sem:Actor", "dl:country: XMA"]


def test_what_there_is_no_room_for_is_told() -> None:
    many = rows(*((name("hub"), name(f"n{number}")) for number in range(MOST + 20)))
    assert (len(parts(many).nodes), parts(many).left_out) == (MOST, 21)
    assert "21 more rows in the table alone" in drawing.render(many).decode()
    assert parts(rows((ONE, ONE))).left_out == 1


@pytest.mark.parametrize("hubs", [7, 1])
def test_boxes_do_not_overlap_and_lie_the_same_each_time(hubs: int) -> None:
    made = parts(rows(*((name(f"a long name {i % hubs}"), name(f"another name {i}")) for i in range(60))))
    drawn = picture(made)
    for number, one in enumerate(drawn.boxes):
        assert one.width / 2 <= one.x <= drawn.width - one.width / 2 and HEIGHT / 2 < one.y < drawn.height
        for other in drawn.boxes[number + 1 :]:
            apart = abs(one.x - other.x) >= (one.width + other.width) / 2 or abs(one.y - other.y) >= HEIGHT
            assert apart, (one, other, GAP)
    assert picture(made) == drawn


@pytest.mark.parametrize("answer", [True, Table(("a",), ()), Triples(())])
def test_what_has_no_names_is_a_table_alone(answer: Answer) -> None:
    page = drawing.render(answer).decode()
    assert "<svg" not in page and "<table>" in page


def svg(page: str) -> ElementTree.Element:
    found = re.search("<svg.*</svg>", page, re.S)
    assert found
    return ElementTree.fromstring(found[0])


HOSTILE = [
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "&lt;b&gt;",
    "\u202egnihton",
    "]]>",
    "'\"",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_as_they_are(text: str) -> None:
    graph = Triples((Triple(BlankNode("b"), NamedNode(f"https://x.example/p?{'x' * 20}"), Literal(text)),))
    for answer in (rows((name(text), name(f"{text} 2"))), graph):
        page = drawing.render(answer, text).decode()
        assert not re.search(r"<(?!/?(?:html|head|meta|title|style|body|h1|p|div|svg|defs|marker|path|g|line|text|rect|"
                             r"table|thead|tbody|tr|th|td|bdi)\b|!DOCTYPE)", page)  # fmt: skip
        policy = re.search('Content-Security-Policy" content="([^"]*)"', page)
        assert policy and unescape(policy[1]).startswith("default-src 'none'; style-src 'sha256-")
        assert "script-src" not in policy[1]
        words = " ".join(element.text or "" for element in svg(page).iter())
        assert text.replace("\u202e", "")[:20] in words


def test_a_browser_shows_it_offline_in_silence(opened: Opener, tmp_path: Path) -> None:
    page = tmp_path / "answer.html"
    page.write_bytes(drawing.render(rows(*((name(text), name("police")) for text in HOSTILE)), HOSTILE[1]))
    shown = opened(page, wait=False)
    assert shown.page.locator("rect").count() == len(HOSTILE) + 1
    assert shown.page.title() == HOSTILE[1]
    assert (shown.said, shown.asked) == ([], [])


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.text(), st.text(), st.integers()), min_size=1, max_size=8))
def test_any_answer_can_be_drawn(cells: list[tuple[str, str, int]]) -> None:
    page = drawing.render(rows(*((_text(a), _text(b), Literal(c)) for a, b, c in cells)))
    assert svg(page.decode()).tag == "svg"


def _text(text: str) -> Literal:
    return Literal(text.encode("utf-8", "replace").decode())

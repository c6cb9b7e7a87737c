from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, QuerySolutions, Triple, parse_query_results

from dateline.graph.errors import QueryError
from dateline.graph.results import FORMS, write
from dateline.graph.table import Table, Triples
from dateline.graph.vocabulary import term

ROWS = Table(
    ("who", "what"),
    (
        (term("dl:Vote"), Literal("61", datatype=term("xsd:integer"))),
        (NamedNode("http://x.example/a"), Literal('a\t"b"\nc', language="en")),
        (None, Literal("=HYPERLINK(1)")),
        (BlankNode("b"), Literal("-5", datatype=term("xsd:integer"))),
    ),
)
GRAPH = Triples((Triple(NamedNode("http://x.example/a"), term("rdf:type"), term("dl:Vote")),))


def test_a_table_for_people() -> None:
    assert write(ROWS, "table").splitlines() == [
        "who                 what",
        "------------------  -------------",
        "dl:Vote             61",
        'http://x.example/a  a "b" c',
        "                    =HYPERLINK(1)",
        "_:b                 -5",
    ]


def test_csv_quotes_what_a_spreadsheet_would_run() -> None:
    rows = list(csv.reader(io.StringIO(write(ROWS, "csv"), newline="")))
    assert rows[0] == ["who", "what"]
    assert [row[1] for row in rows[1:]] == ["61", 'a\t"b"\nc', "'=HYPERLINK(1)", "-5"]


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\t=1", " =1", "\r=1", "＝1"])
def test_every_way_to_begin_a_formula_is_quoted(cell: str) -> None:
    (row,) = list(csv.reader(io.StringIO(write(Table(("c",), ((Literal(cell),),)), "csv"), newline="")))[1:]
    assert row == [f"'{cell}"]


@pytest.mark.parametrize(
    ("form", "format_"),
    [("json", QueryResultsFormat.JSON), ("tsv", QueryResultsFormat.TSV), ("xml", QueryResultsFormat.XML)],
)
def test_other_readers_read_our_results(form: str, format_: QueryResultsFormat) -> None:
    read = parse_query_results(write(ROWS, form), format_)
    assert isinstance(read, QuerySolutions)
    assert [tuple(row)[:2] for row in list(read)[:3]] == [row[:2] for row in ROWS.rows[:3]]


def test_xml_holds_what_xml_forbids_as_a_replacement() -> None:
    text = write(Table(("a",), ((Literal("<b>\x01 &\n\ufffe"),),)), "xml")
    (cell,) = ElementTree.fromstring(text).iter("{http://www.w3.org/2005/sparql-results#}literal")
    assert cell.text == "<b>\ufffd &\n\ufffd"
    assert "<boolean>false</boolean>" in write(False, "xml")


def test_a_web_page_shows_texts_literally() -> None:
    page = write(
        Table(("<i>",), ((Literal("<script>alert(1)</script>"),), (NamedNode("http://x.example/'a"),))), "html"
    )
    assert "<script" not in page and "&lt;script&gt;" in page and "&lt;i&gt;" in page
    assert 'title="http://x.example/&#x27;a"' in page


def test_json_of_a_yes() -> None:
    assert json.loads(write(True, "json")) == {"head": {}, "boolean": True}
    assert write(False, "table").split() == ["answer", "------", "no"]


def test_turtle_of_a_graph() -> None:
    assert set(rdflib.Graph().parse(data=write(GRAPH, "ttl"), format="turtle").objects()) == {
        rdflib.URIRef("https://w3id.org/dateline/ns#Vote")
    }
    assert "@prefix dl:" in write(GRAPH, "ttl")
    assert write(GRAPH, "csv").splitlines()[0] == "subject,predicate,object"


@pytest.mark.parametrize(("form", "parser"), [("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml")])
def test_a_graph_is_the_same_in_each_form(form: str, parser: str) -> None:
    label = Triple(NamedNode("http://x.example/a"), term("rdfs:label"), Literal('<b> & "c"\n', language="en"))
    graph = Triples((*GRAPH.triples, label, label))
    assert len(rdflib.Graph().parse(data=write(graph, form), format=parser)) == 2
    assert write(graph, form) == write(Triples(graph.triples[::-1]), form)


def test_rdf_xml_tells_what_it_cannot_hold() -> None:
    subject = NamedNode("http://x.example/a")
    assert "a\ufffdb" in write(Triples((Triple(subject, term("rdfs:label"), Literal("a\x01b")),)), "rdf")
    with pytest.raises(QueryError, match="cannot hold the property"):
        write(Triples((Triple(subject, NamedNode("http://x.example/1"), subject),)), "rdf")


def test_a_form_that_cannot_hold_the_answer_is_told() -> None:
    with pytest.raises(QueryError, match="CONSTRUCT"):
        write(ROWS, "ttl")
    with pytest.raises(QueryError, match=", ".join(FORMS)):
        write(ROWS, "papyrus")

from __future__ import annotations

import csv
import io
import json

import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, QuerySolutions, Triple, parse_query_results

from dateline.graph.errors import QueryError
from dateline.graph.results import WRITERS, write
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


@pytest.mark.parametrize(("form", "format_"), [("json", QueryResultsFormat.JSON), ("tsv", QueryResultsFormat.TSV)])
def test_other_readers_read_our_results(form: str, format_: QueryResultsFormat) -> None:
    read = parse_query_results(write(ROWS, form), format_)
    assert isinstance(read, QuerySolutions)
    assert [tuple(row)[:2] for row in list(read)[:3]] == [row[:2] for row in ROWS.rows[:3]]


def test_json_of_a_yes() -> None:
    assert json.loads(write(True, "json")) == {"head": {}, "boolean": True}
    assert write(False, "table").split() == ["answer", "------", "no"]


def test_turtle_of_a_graph() -> None:
    assert set(rdflib.Graph().parse(data=write(GRAPH, "ttl"), format="turtle").objects()) == {
        rdflib.URIRef("https://w3id.org/dateline/ns#Vote")
    }
    assert "@prefix dl:" in write(GRAPH, "ttl")
    assert write(GRAPH, "csv").splitlines()[0] == "subject,predicate,object"


def test_a_form_that_cannot_hold_the_answer_is_told() -> None:
    with pytest.raises(QueryError, match="CONSTRUCT"):
        write(ROWS, "ttl")
    with pytest.raises(QueryError, match=", ".join(WRITERS)):
        write(ROWS, "papyrus")

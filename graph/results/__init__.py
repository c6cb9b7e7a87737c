"""Answers of queries as text: tables for people, SPARQL 1.1 results, triples; one form a name in a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from dateline.graph.errors import QueryError
from dateline.graph.results import markup, tables, triples
from dateline.graph.results.tables import plain, plain_table, table
from dateline.graph.table import Answer

__all__ = ["FORMS", "Form", "plain", "plain_table", "table", "write"]


class Form(NamedTuple):
    """How an answer is written, and the media type of that; all are UTF-8."""

    media: str
    write: Callable[[Answer], str]


FORMS: Mapping[str, Form] = {
    "table": Form("text/plain", tables.write_table),
    "csv": Form("text/csv", tables.write_csv),
    "tsv": Form("text/tab-separated-values", tables.write_tsv),
    "json": Form("application/sparql-results+json", tables.write_json),
    "xml": Form("application/sparql-results+xml", markup.write_xml),
    "html": Form("text/html", markup.write_html),
    "ttl": Form("text/turtle", triples.write_turtle),
    "nt": Form("application/n-triples", triples.write_ntriples),
    "rdf": Form("application/rdf+xml", triples.write_rdfxml),
}
"""Forms of results by the name that the command line knows."""


def write(answer: Answer, form: str) -> str:
    """The answer in one of `FORMS`.

    Raises `QueryError` where there is no such form, or it cannot hold this answer.
    """
    if form not in FORMS:
        raise QueryError(f"no result format {form!r}; there are {', '.join(FORMS)}")
    return FORMS[form].write(answer)

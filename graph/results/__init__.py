"""Answers of queries as text: tables for people, SPARQL 1.1 results, triples; one form a name in a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dateline.graph.errors import QueryError
from dateline.graph.results import markup, tables, triples
from dateline.graph.results.tables import plain, plain_table, table
from dateline.graph.table import Answer

__all__ = ["MEDIA", "WRITERS", "plain", "plain_table", "table", "write"]

WRITERS: Mapping[str, Callable[[Answer], str]] = {
    "table": tables.write_table,
    "csv": tables.write_csv,
    "tsv": tables.write_tsv,
    "json": tables.write_json,
    "xml": markup.write_xml,
    "html": markup.write_html,
    "ttl": triples.write_turtle,
    "nt": triples.write_ntriples,
    "rdf": triples.write_rdfxml,
}
"""Forms of results by the name that the command line knows."""

MEDIA: Mapping[str, str] = {
    "table": "text/plain",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "html": "text/html",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
"""The media type of each form; all are UTF-8."""


def write(answer: Answer, form: str) -> str:
    """The answer in one of `WRITERS`.

    Raises `QueryError` where there is no such form, or it cannot hold this answer.
    """
    if form not in WRITERS:
        raise QueryError(f"no result format {form!r}; there are {', '.join(WRITERS)}")
    return WRITERS[form](answer)

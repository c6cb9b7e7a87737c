"""The triples of a CONSTRUCT or DESCRIBE as RDF, sorted, so that the same graph is the same text."""

from __future__ import annotations

import re
from itertools import chain

from pyoxigraph import RdfFormat, Triple, serialize

from dateline.graph.errors import QueryError
from dateline.graph.results.markup import legal
from dateline.graph.table import Answer, Triples
from dateline.graph.vocabulary import PREFIXES

_LOCAL = re.compile(r"[^\W\d][\w.-]*\Z")
"""The end of an IRI that XML can take for the name of an element."""


def write_turtle(answer: Answer) -> str:
    """Turtle with those of our prefixes that it uses.

    Raises `QueryError` where the answer is no graph, as the other forms here do.
    """
    triples = _sorted(answer)
    text = "".join(map(str, chain.from_iterable((t.subject, t.predicate, t.object) for t in triples)))
    used = {prefix: namespace for prefix, namespace in PREFIXES.items() if namespace in text}
    return (serialize(triples, format=RdfFormat.TURTLE, prefixes=used) or b"").decode()


def write_ntriples(answer: Answer) -> str:
    """N-Triples, one a line."""
    return (serialize(_sorted(answer), format=RdfFormat.N_TRIPLES) or b"").decode()


def write_rdfxml(answer: Answer) -> str:
    """RDF/XML; characters that XML forbids become U+FFFD.

    Raises `QueryError` too where a property's IRI has no end that XML can take for a name.
    """
    triples = _sorted(answer)
    for triple in triples:
        if not _LOCAL.search(triple.predicate.value):
            raise QueryError(f"RDF/XML cannot hold the property {triple.predicate}; ask for Turtle")
    prefixes = {prefix: space for prefix, space in PREFIXES.items() if prefix != "rdf"}
    return legal((serialize(triples, format=RdfFormat.RDF_XML, prefixes=prefixes) or b"").decode())


def _sorted(answer: Answer) -> list[Triple]:
    if not isinstance(answer, Triples):
        raise QueryError(
            "Turtle and other RDF hold the triples of a CONSTRUCT or DESCRIBE; "
            "for this query use table, csv, tsv, json, xml or html"
        )
    return sorted(set(answer.triples), key=str)

"""What the endpoint tells of itself, after SPARQL 1.1 Service Description (W3C, 2013)."""

from __future__ import annotations

from pyoxigraph import NamedNode, Triple

from dateline.graph.table import Triples
from dateline.graph.vocabulary import term

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
_WRITTEN = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
)


def description(endpoint: str) -> Triples:
    """The service at this address: SPARQL 1.1 Query, its result formats, one dataset."""
    a = term("rdf:type")
    service, dataset, graph = (NamedNode(endpoint + end) for end in ("", "#dataset", "#together"))
    return Triples(
        (
            Triple(service, a, _sd("Service")),
            Triple(service, _sd("endpoint"), service),
            Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
            *(Triple(service, _sd("resultFormat"), NamedNode(FORMATS + name)) for name in _WRITTEN),
            Triple(service, _sd("defaultDataset"), dataset),
            Triple(dataset, a, _sd("Dataset")),
            Triple(dataset, _sd("defaultGraph"), graph),
            Triple(graph, a, _sd("Graph")),
        )
    )


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)

"""Two engines that share no code, rdflib and Oxigraph, give one answer to each query, or one of them is wrong."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator

import pytest
from pyoxigraph import Literal

from dateline.graph.cookbook import questions
from dateline.graph.model import Record
from dateline.graph.query import ask_open
from dateline.graph.resolve import resolve
from dateline.graph.store import Store, open_store
from dateline.graph.table import Answer, Table

GENERATED = 60
STARTS = (
    "?e a sem:Event .",
    "?e a dl:Protest .",
    "?e a ?type ; dl:status ?status .",
    "?e sem:eventType ?type .",
    "{ ?e a dl:Vote } UNION { ?e a dl:Strike }",
    "{ ?e a sem:Event } UNION { ?e a dl:Unrealised }",
    "VALUES ?type { dl:Strike dl:LegislativeVote dl:Arrest } ?e sem:eventType ?type .",
)
STEPS = {
    "?label": "?e rdfs:label ?label .",
    "?name": "?e sem:hasActor ?a . ?a rdfs:label ?name .",
    "?agent": "?e dl:agent ?agent .",
    "?patient": "?e dl:patient|dl:participant ?patient .",
    "?where": "?e sem:hasPlace ?p . ?p rdfs:label ?where .",
    "?around": "?e sem:hasPlace/schema:containedInPlace* ?around .",
    "?begin": "?e sem:hasEarliestBeginTimeStamp ?begin .",
    "?end": "?e sem:hasLatestEndTimeStamp ?end .",
    "?dead": "?e dl:fatalitiesMin ?dead .",
    "?sure": "?e dl:confidence ?sure .",
    "?sources": "?e dl:documentCount ?sources .",
    "?sentence": "?e dl:claim ?claim . GRAPH ?doc { ?claim nif:anchorOf ?sentence }",
    "?issued": "?e prov:wasDerivedFrom ?from . ?from dcterms:issued ?issued .",
    "?speaker": "?e dl:claim ?said . GRAPH ?g { ?said dl:attributedTo ?speaker }",
}
FILTERS = {
    "?label": ('CONTAINS(LCASE(?label), "strike")', 'LANG(?label) = "en"', "STRLEN(?label) > 26"),
    "?name": ('?name != "Ada Korrin"@en', 'REGEX(?name, "^[AD]")', 'STRSTARTS(STR(?name), "D")'),
    "?where": ('?where = "Marenport"@en', 'STR(?where) < "N"'),
    "?begin": ('?begin >= "2021-03-01"^^xsd:date', '?begin < "2021-03-02"^^xsd:date', "YEAR(xsd:dateTime(?begin)) > 1"),
    "?end": ('?end <= "2021-03-10"^^xsd:date', '?end != "2021-03-01"^^xsd:date'),
    "?dead": ("?dead > 1", "?dead * 2 <= 4"),
    "?sure": ("?sure > 0.5", "?sure + 0.1 < 1.0"),
    "?sources": ("?sources = 1", "?sources IN (2, 3)"),
    "?issued": ('?issued > "2021-03-02"^^xsd:date',),
}
COMPARED = ("?begin", "?end", "?dead", "?sure", "?sources", "?issued")
WAYS = ("{}", "{}", "OPTIONAL {{ {} }}", "MINUS {{ {} }}", "FILTER EXISTS {{ {} }}", "FILTER NOT EXISTS {{ {} }}")


def generated(seed: int) -> str:
    """A query by chance: some facts of events, each asked for, optional or excluded; filters; rows or counts."""
    chance = random.Random(seed)
    shown, parts = ["?e"], [chance.choice(STARTS)]
    for variable in chance.sample(sorted(STEPS), chance.randint(1, 4)):
        way = chance.choice(WAYS)
        parts.append(way.format(STEPS[variable]))
        if way in ("{}", "OPTIONAL {{ {} }}"):
            shown.append(variable)
            if variable in FILTERS and chance.random() < 0.6:
                test = chance.choice(FILTERS[variable])
                parts.append(f"FILTER({f'!BOUND({variable}) || ' if way != '{}' else ''}{test})")
    where = "\n  ".join(parts)
    kind = chance.choice(("rows", "distinct", "groups", "ask", "inner"))
    if kind == "ask":
        return f"ASK {{ {where} }}"
    if kind == "groups":
        by, last = shown[min(1, len(shown) - 1)], shown[-1]
        least = [f"MIN({last})", f"MAX({last})"] if last in COMPARED else []  # SPARQL has no order among IRIs
        counted = chance.choice(["COUNT(*)", "COUNT(DISTINCT ?e)", *least])
        return f"SELECT {by} ({counted} AS ?n) WHERE {{\n  {where}\n}} GROUP BY {by}"
    if kind == "inner":
        return f"SELECT ?e ?of WHERE {{ {{ SELECT DISTINCT ?e WHERE {{ {where} }} }} ?e rdfs:label ?of }}"
    return f"SELECT {'DISTINCT ' if kind == 'distinct' else ''}{' '.join(shown)} WHERE {{\n  {where}\n}}"


@pytest.fixture(scope="module")
def engines(records: list[Record]) -> Iterator[tuple[Store, Store]]:
    with open_store(None, "memory") as one, open_store(None, "oxigraph") as other:
        for store in (one, other):
            for record in records:
                store.put(record)
            store.put_timeline(resolve(store.records(), store.base))
        yield one, other


def plain(answer: Answer) -> object:
    """An answer without the order of its rows, numbers by their value.

    Rows of nothing are left out: rdflib gives one where there is no group, SPARQL 1.1 (18.5.1) none.
    """
    if not isinstance(answer, Table):
        return answer
    return answer.columns, Counter(tuple(map(value, row)) for row in answer.rows if any(row))


def value(cell: object) -> str:
    if isinstance(cell, Literal) and cell.datatype.value.endswith(("#integer", "#decimal", "#double")):
        return f"{float(cell.value):g}"
    return str(cell)


@pytest.mark.parametrize("name", questions())
def test_the_cookbook(engines: tuple[Store, Store], name: str) -> None:
    one, other = (plain(ask_open(store, questions()[name])) for store in engines)
    assert one == other


@pytest.mark.parametrize("seed", range(GENERATED))
def test_a_query_by_chance(engines: tuple[Store, Store], seed: int) -> None:
    text = generated(seed)
    one, other = (plain(ask_open(store, text)) for store in engines)
    assert one == other, text


def test_the_queries_by_chance_find_something(engines: tuple[Store, Store]) -> None:
    answers = [ask_open(engines[1], generated(seed)) for seed in range(GENERATED)]
    assert sum(bool(answer.rows) if isinstance(answer, Table) else True for answer in answers) > GENERATED / 2
    assert len({generated(seed) for seed in range(GENERATED)}) == GENERATED

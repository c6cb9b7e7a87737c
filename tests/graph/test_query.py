from __future__ import annotations

import ast
import contextlib
import socket
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal

import dateline.graph
from dateline.graph import guard
from dateline.graph.cookbook import question, read
from dateline.graph.errors import DataError, LimitReached, QueryError, StoreInUse, UsageError
from dateline.graph.query import ask, ask_open
from dateline.graph.store import Store, open_store
from dateline.graph.table import Limits, Table, Triples

EVERYTHING = "SELECT * WHERE { ?s ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"

OUTWARD = [
    "SELECT * WHERE { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * WHERE { service silent <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * WHERE { VALUES ?x { <http://127.0.0.1:PORT/> } SERVICE ?x { ?s ?p ?o } }",
    "SELECT * WHERE { { SELECT ?s WHERE { ?s ?p ?o OPTIONAL { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } } } } }",
    "SELECT * WHERE { ?s ?p ?o FILTER NOT EXISTS { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } } }",
    "SELECT * WHERE { ?s ?p ?o FILTER(?a<?b)SERVICE<http://127.0.0.1:PORT/>{?s ?p ?o} }",
    "SELECT * WHERE { ?s ?p 1SERVICE<http://127.0.0.1:PORT/>{?s ?p ?o} }",
    "SELECT * WHERE { \\u0053ERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    'SELECT * WHERE { ?s ?p "\\u0022 . SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } # " }',
    "SELECT * WHERE { ?s ?p '''a''b''' . # '''\n SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * FROM <http://127.0.0.1:PORT/x.ttl> WHERE { ?s ?p ?o }",
    "SELECT * FROM NAMED <http://127.0.0.1:PORT/x.ttl> WHERE { GRAPH ?g { ?s ?p ?o } }",
    "PREFIX : <http://127.0.0.1:PORT/> SELECT * FROM:x { ?s ?p ?o }",
    "SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
    "ASK FROM <file:///etc/passwd> { ?s ?p ?o }",
]
CHANGES = [
    "INSERT DATA { <http://x> <http://x> <http://x> }",
    "DELETE WHERE { ?s ?p ?o }",
    "LOAD <http://127.0.0.1:PORT/x.ttl>",
    "CLEAR ALL",
    "DROP ALL",
    "WITH <http://g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "PREFIX select: <http://x/> INSERT DATA { <http://x> <http://x> <http://x> }",
    "SELECT * WHERE { ?s ?p ?o } ; DROP ALL",
    "",
    "# nothing",
]


@pytest.fixture(scope="module")
def listener() -> socket.socket:
    """A port of this machine; whoever connects is counted."""
    server = socket.create_server(("127.0.0.1", 0))
    server.setblocking(False)
    return server


@pytest.mark.parametrize("query", OUTWARD)
def test_a_query_that_reaches_out_is_refused_before_it_runs(filled: Store, listener: socket.socket, query: str) -> None:
    with pytest.raises(QueryError, match="is refused"):
        ask_open(filled, query.replace("PORT", str(listener.getsockname()[1])))
    with pytest.raises(BlockingIOError):
        listener.accept()


@pytest.mark.parametrize("query", CHANGES)
def test_a_query_that_changes_the_store_is_refused(filled: Store, query: str) -> None:
    before = len(set(filled.quads()))
    with pytest.raises(QueryError):
        ask_open(filled, query)
    assert len(set(filled.quads())) == before


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?service ?from WHERE { ?service ?from "SERVICE <http://x> FROM" }',
        "SELECT * WHERE { ?s ?p <http://x.example/service/from> } # SERVICE",
        "PREFIX x: <http://x.example/> SELECT * WHERE { ?s x:service x:from-there }",
        "SELECT * WHERE { ?s ?p ?o FILTER(?o > 1 && ?o < 3) }",
        'SELECT * WHERE { ?s ?p \'\'\'it\'s "service"\'\'\' . ?s ?q """FROM""" }',
        "PREFIX insert: <http://x/> DESCRIBE <http://x>",
    ],
)
def test_words_that_only_look_so_pass(query: str) -> None:
    guard.check(query)


@given(st.text(max_size=80))
def test_the_guard_takes_any_text(text: str) -> None:
    with contextlib.suppress(QueryError):
        guard.check(f"SELECT * WHERE {{ ?s ?p ?o }} {text}")


@pytest.mark.parametrize("filler", ["'", '"', "<", "\\", "'''", '"""', "@a", "a:", "1.", "?", "#\n", "\\u0041"])
def test_the_guard_gets_through_the_longest_query(filler: str) -> None:
    guard.check("SELECT * WHERE { " + filler * (guard.MOST // len(filler) - 20))


def test_a_query_that_is_too_long_or_too_deep_is_refused() -> None:
    with pytest.raises(QueryError, match="characters"):
        guard.check("SELECT" + " " * guard.MOST)
    with pytest.raises(QueryError, match="nested too deeply"):
        guard.check("SELECT * " + "{" * 1000)


def test_answers_come_from_a_process_of_their_own(folder: Path) -> None:
    answer = ask(folder, "PREFIX dl: <https://w3id.org/dateline/ns#> SELECT (COUNT(?e) AS ?n) WHERE { ?e a dl:Vote }")
    assert answer == Table(("n",), ((Literal(1),),))
    assert ask(folder, "ASK { ?s ?p ?o }") is True
    graph = ask(folder, "CONSTRUCT { ?e a ?t } WHERE { ?e a <https://w3id.org/dateline/ns#Vote>, ?t }")
    assert isinstance(graph, Triples) and len(graph.triples) == 3


def test_an_endless_query_ends_at_the_limit(folder: Path) -> None:
    with pytest.raises(LimitReached, match="after 1 seconds"):
        ask(folder, ENDLESS, seconds=1)


@pytest.mark.parametrize("verb", ["SELECT *", "ASK", "CONSTRUCT { ?s ?p ?o }", "DESCRIBE ?s"])
def test_the_guard_tells_what_a_query_does(verb: str) -> None:
    text = f"PREFIX ask: <http://x.example/> # construct\n{verb} WHERE {{ ?s ?p ?o }}"
    assert guard.check(text) == verb.split()[0].lower()


def test_a_large_answer_ends_at_the_limit(folder: Path, filled: Store) -> None:
    with pytest.raises(LimitReached, match="more than 10 rows"):
        ask(folder, EVERYTHING, limits=Limits(rows=10))
    with pytest.raises(LimitReached, match="longer than 500 characters"):
        ask(folder, EVERYTHING, limits=Limits(size=500))
    with pytest.raises(LimitReached, match="more than 10 rows"):
        ask_open(filled, EVERYTHING, limits=Limits(rows=10))


def test_a_query_that_needs_too_much_memory_ends_at_the_limit(folder: Path) -> None:
    greedy = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?c))) AS ?s) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with pytest.raises(LimitReached, match="memory"):
        ask(folder, greedy, seconds=60, memory=450 << 20)


def test_a_query_that_overflows_the_parser_is_an_error_of_the_query(folder: Path) -> None:
    with pytest.raises(QueryError, match="nested too deeply"):
        ask(folder, "SELECT * WHERE { ?s ?p ?o FILTER(" + "!" * 15_000 + "true) }")


def test_what_is_wrong_with_a_query_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="line 1, column 15"):
        ask(folder, "SELECT nothing")
    with pytest.raises(UsageError, match="no store"):
        ask(tmp_path / "nowhere", EVERYTHING)
    with open_store(tmp_path / "new"), pytest.raises(StoreInUse):
        ask(tmp_path / "new", EVERYTHING)


PARAMETRIC = """# question: who?
# param name: a name (default any)
# param since: a day (default 2021-01-01)
SELECT ?label ?name ?since WHERE {
  ?e <http://semanticweb.cs.vu.nl/2009/11/sem/hasBeginTimeStamp> ?day .
  ?e <http://www.w3.org/2000/01/rdf-schema#label> ?label
  FILTER(?day >= COALESCE(?since, ?day) && COALESCE(?name, "") IN ("", STR(?label)))
}
"""


def labels(answer: object) -> set[str]:
    assert isinstance(answer, Table) and answer.columns == ("label",)
    return {row[0].value for row in answer.rows if isinstance(row[0], Literal)}


def test_parameters_are_bound(filled: Store) -> None:
    question = read("who", PARAMETRIC)
    assert len(labels(ask_open(filled, question))) == 5
    assert labels(ask_open(filled, question, {"since": "2021-03-15"})) == {"Dockers strike again in Marenport"}
    assert labels(ask_open(filled, PARAMETRIC, {"name": "Dockers' Union plans a rally"})) == {
        "Dockers' Union plans a rally"
    }


@pytest.mark.parametrize(
    "hostile", ['x" || true || "', "x') } #", "\\u0022 || true", "} } ; DROP ALL #", "<x>", "?label"]
)
def test_a_parameter_cannot_become_part_of_the_query(filled: Store, hostile: str) -> None:
    before = len(set(filled.quads()))
    assert labels(ask_open(filled, PARAMETRIC, {"name": hostile})) == set()
    assert len(set(filled.quads())) == before


@pytest.mark.parametrize(
    ("given_", "words"),
    [({"nobody": "x"}, "no parameter 'nobody'; there are name, since"), ({"since": "soon"}, "must be YYYY-MM-DD")],
)
def test_parameters_that_are_wrong_are_told(filled: Store, given_: dict[str, str], words: str) -> None:
    with pytest.raises(QueryError, match=words):
        ask_open(filled, PARAMETRIC, given_)


def test_a_date_that_does_not_exist_is_told(filled: Store) -> None:
    with pytest.raises(QueryError, match="must be YYYY-MM-DD"):
        ask_open(filled, PARAMETRIC, {"since": "2021-02-31"})


def test_mistakes_in_a_question_file_are_told_with_their_line() -> None:
    with pytest.raises(DataError, match=r"x\.rq, line 1: no question"):
        read("x", EVERYTHING)
    with pytest.raises(DataError, match=r"x\.rq, line 2: unreadable"):
        read("x", "# question: who?\n# param name a name\n" + EVERYTHING)


def test_many_may_ask_at_once(folder: Path) -> None:
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(ask(folder, "ASK { ?s ?p ?o }"))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 3


def test_no_query_is_ever_built_from_strings() -> None:
    """Only the store's own writer puts text together, from terms that Oxigraph wrote."""
    root = Path(dateline.graph.__file__).resolve().parent.parent
    built = []
    for file in sorted(path for folder in ("graph", "exports", "dateline") for path in (root / folder).glob("**/*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                spliced = isinstance(node.args[0], ast.JoinedStr | ast.BinOp | ast.Call)
                if node.func.attr in {"query", "update", "ask", "ask_open"} and spliced:
                    built.append(file.name)
    assert set(built) <= {"oxigraph.py"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SELECT ?x WHERE {\n  ?x a dl:Vote ;", "line 2, column 17, after 'SELECT ?x WHERE { ?x a dl:Vote ;'"),
        ("SELECT ?x WERE { ?x a dl:Vote }", "line 1, column 16, after 'SELECT ?x WERE'"),
        ("SELECT ?x WHERE {\n  ?x a dl:Vote ; foo:bar 1 }", "the prefix foo: is not declared"),
    ],
)
def test_a_mistake_is_told_with_its_place_in_the_text_as_written(folder: Path, text: str, told: str) -> None:
    with pytest.raises(QueryError, match="the query cannot be read: line") as caught:
        ask(folder, text)
    assert told in str(caught.value)


def test_prefixes_of_ours_are_known_and_can_be_declared_otherwise(folder: Path, filled: Store) -> None:
    for text, is_there in (("ASK { ?e a dl:Vote }", True), ("PREFIX dl: <http://x/> ASK { ?e a dl:Vote }", False)):
        assert ask(folder, text) is ask_open(filled, text) is is_there


@pytest.mark.parametrize(
    ("name", "near"), [("who-against", "who-against-whom"), ("timelin", "timeline"), ("disputd", "disputed")]
)
def test_a_question_that_is_not_there_is_told_with_those_near_it(name: str, near: str) -> None:
    with pytest.raises(QueryError, match=f"near it are: .*{near}"):
        question(name)
    with pytest.raises(QueryError, match=r"neither SPARQL nor a question of the cookbook; there are: .*who-says"):
        question("SELEKT")

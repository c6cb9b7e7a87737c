"""The endpoint as programs meet it: a server in a process of its own, asked over HTTP."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import anyio
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from dateline.graph.child import Ready, Task
from dateline.graph.cookbook import questions
from dateline.graph.errors import LimitReached, UsageError
from dateline.graph.query import prepare
from dateline.graph.server import serve, turns
from dateline.graph.server.app import LIMITS, MEMORY
from dateline.graph.server.protocol import FORMS, Refused, form_for
from dateline.graph.server.turns import AT_ONCE, LONG, Turns

VOTES = "SELECT ?e WHERE { ?e a dl:Vote }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
START = (
    "import sys; from pathlib import Path; from dateline.graph.server import serve; "
    "serve(Path(sys.argv[1]), Path(sys.argv[2]), port=0, seconds=float(sys.argv[3]), "
    "ready=lambda at: print(at, flush=True))"
)
PATIENT, SHORT = 60.0, 3.0
"""Seconds that a query may take where the answer matters, and where the limit does."""


class Got(NamedTuple):
    status: int
    kind: str
    text: str


Get = Callable[..., Got]


@contextmanager
def served(folder: Path, page: Path, seconds: float) -> Iterator[str]:
    """The address of a server that runs meanwhile."""
    page.write_text("<title>The story</title>", "utf-8")
    command = [sys.executable, "-c", START, str(folder), str(page), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def address(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(folder, tmp_path_factory.mktemp("page") / "graph.html", PATIENT) as address:
        yield address


@pytest.fixture(scope="module")
def get(address: str) -> Get:
    return asking(address)


def asking(address: str) -> Get:
    """What asks the server at this address."""

    def get(path: str, data: bytes | None = None, headers: dict[str, str] | None = None, **fields: str) -> Got:
        where = address + path + (f"?{urllib.parse.urlencode(fields)}" if fields else "")
        request = urllib.request.Request(where, data, headers or {})
        try:
            with urllib.request.urlopen(request, timeout=2 * PATIENT) as reply:
                return Got(reply.status, reply.headers["Content-Type"], reply.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            return Got(error.code, error.headers["Content-Type"], error.read().decode("utf-8"))

    return get


def test_the_three_ways_to_ask_give_one_answer(get: Get) -> None:
    form = urllib.parse.urlencode({"query": VOTES}).encode()
    answers = {
        get("sparql", query=VOTES),
        get("sparql", form, FORM),
        get("sparql", VOTES.encode(), {"Content-Type": "application/sparql-query; charset=utf-8"}),
    }
    (answer,) = answers
    assert (answer.status, answer.kind) == (200, "application/sparql-results+json")
    assert len(json.loads(answer.text)["results"]["bindings"]) == 1


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        (VOTES, "application/sparql-results+xml", "application/sparql-results+xml"),
        (VOTES, "text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (VOTES, "text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
        ("ASK {}", "application/json", "application/sparql-results+json"),
        ("CONSTRUCT WHERE { ?e a dl:Vote }", "*/*", "text/turtle; charset=utf-8"),
        ("DESCRIBE ?e WHERE { ?e a dl:Vote }", "application/rdf+xml", "application/rdf+xml"),
    ],
)
def test_the_answer_is_of_the_kind_asked_for(get: Get, query: str, accept: str, kind: str) -> None:
    assert get("sparql", headers={"Accept": accept}, query=query)[:2] == (200, kind)


def test_a_client_that_is_not_ours_can_ask(address: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{address}sparql"))
    assert len(list(graph.query("SELECT ?e WHERE { ?e a <https://w3id.org/dateline/ns#Vote> }"))) == 1


def test_the_service_describes_itself(get: Get, address: str) -> None:
    told = rdflib.Graph().parse(data=get("sparql").text, format="turtle")
    (endpoint,) = told.objects(None, rdflib.URIRef("http://www.w3.org/ns/sparql-service-description#endpoint"))
    assert str(endpoint) == f"{address}sparql"


@pytest.mark.parametrize(
    ("fields", "data", "headers", "status", "told"),
    [
        ({"query": "SELECT nothing"}, None, {}, 400, "cannot be read: line 1"),
        ({"query": "SELECT * WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"}, None, {}, 400, "SERVICE is refused"),
        ({"query": "DROP ALL"}, None, {}, 400, "only SELECT"),
        ({"update": "DROP ALL"}, None, {}, 403, "only reads"),
        ({"query": VOTES, "default-graph-uri": "http://x.example/"}, None, {}, 400, "write GRAPH"),
        ({}, b"query=ASK{}&query=ASK{}", FORM, 400, "not several"),
        ({}, b"", FORM, 400, "no query"),
        ({}, b"query=%ff", FORM, 400, "cannot be read"),
        ({}, b"DROP ALL", {"Content-Type": "application/sparql-update"}, 403, "only reads"),
        ({}, b"\xff", {"Content-Type": "application/sparql-query"}, 400, "UTF-8"),
        ({}, b"{}", {"Content-Type": "application/json"}, 415, "application/sparql-query"),
        pytest.param({}, b"x" * 200_001, {"Content-Type": "application/sparql-query"}, 413, "longer", id="too long"),
        ({"query": VOTES}, None, {"Accept": "image/png"}, 406, "text/csv"),
        ({"query": VOTES}, None, {"Host": "evil.example"}, 400, "host"),
        ({"query": VOTES}, None, {"Sec-Fetch-Site": "cross-site"}, 403, "another site"),
        ({"query": "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }"}, None, {}, 503, "more than 50000 rows"),
    ],
)
def test_what_cannot_be_done_is_told(
    get: Get, fields: dict[str, str], data: bytes | None, headers: dict[str, str], status: int, told: str
) -> None:
    got = get("sparql", data, headers, **fields)
    assert (got.status, got.kind) == (status, "text/plain; charset=utf-8")
    assert told in got.text


def test_a_host_of_this_machine_is_answered_at_any_port(get: Get) -> None:
    for host in ("localhost", "127.0.0.1:1", "[::1]:80"):
        assert get("sparql", headers={"Host": host}, query="ASK {}").status == 200


def test_a_hostile_query_ends_at_the_limit(folder: Path, tmp_path: Path) -> None:
    with served(folder, tmp_path / "graph.html", SHORT) as address:
        get = asking(address)
        got = get("sparql", query=ENDLESS)
        assert (got.status, "after 3 seconds" in got.text) == (503, True)
        assert "at most\n3 seconds" in get("query").text


def test_hostile_queries_hold_up_nobody(folder: Path, tmp_path: Path) -> None:
    with served(folder, tmp_path / "graph.html", 4 * SHORT) as address, ThreadPoolExecutor(AT_ONCE) as pool:
        get = asking(address)
        hostile = [pool.submit(get, "sparql", query=ENDLESS) for _ in range(AT_ONCE)]
        assert any(get("sparql", query=VOTES).status == 200 for _ in range(10))
        assert {each.result().status for each in hostile} == {503}
        assert any("after 12 seconds" in each.result().text for each in hostile)


@pytest.fixture
def task(folder: Path) -> Task:
    return Task(folder, prepare("ASK {}"), "json", LIMITS, MEMORY, PATIENT)


def at_once(turns: Turns, tasks: Sequence[Task]) -> list[bytes | str]:
    """What came of tasks that were begun together; of those refused, why."""
    found: list[bytes | str] = []

    async def one(task: Task) -> None:
        try:
            found.append(await turns.run(task))
        except (Refused, LimitReached) as error:
            found.append(str(error))

    async def all_() -> None:
        async with anyio.create_task_group() as group:
            for task in tasks:
                group.start_soon(one, task)

    with ThreadPoolExecutor(1) as aside:  # a browser's tests leave a loop running in this thread
        aside.submit(anyio.run, all_).result()
    return found


def test_a_query_that_takes_long_is_begun_anew_and_answered(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "QUICK", 0.001)
    with Ready(1) as ready:
        answers = at_once(Turns(ready, PATIENT), [task] * (AT_ONCE + 1))
    assert [b"true" in answer for answer in answers] == [True] * (AT_ONCE + 1)


def test_a_few_queries_go_on_for_long_and_the_others_are_told_to_come_again(task: Task) -> None:
    endless = replace(task, asked=prepare(ENDLESS), seconds=8.0)
    with Ready(AT_ONCE) as ready:
        answers = at_once(Turns(ready, 4.0), [endless] * AT_ONCE)
    assert sorted(str(answer).partition(";")[0] for answer in answers) == [
        *["the query was stopped after 8 seconds"] * LONG,
        *["too many queries are running"] * (AT_ONCE - LONG),
    ]


def test_the_cookbook_is_asked_by_name_with_values(get: Get) -> None:
    got = get("cookbook/events-of-actor", actor="ada korrin", format="csv")
    assert (got.status, len(got.text.splitlines())) == (200, 3)
    assert get("cookbook/events-of-actor", actor="", format="csv").text.count("\n") > 3
    assert get("cookbook/no-such-question").status == 404
    assert get("cookbook/near", km="far").status == 400


def test_the_form_holds_the_cookbook_and_the_root_the_page(get: Get) -> None:
    form = get("query", question="votes").text
    assert all(f'action="/cookbook/{name}"' in form for name in questions())
    assert "SELECT ?date ?vote" in form and "<script" not in form
    assert get("sparql", headers={"Accept": "text/html"}).text.startswith("<!DOCTYPE html>")
    assert "The story" in get("").text


@pytest.mark.parametrize(
    ("accept", "wished", "form"),
    [
        ("", None, "json"),
        ("*/*", "csv", "csv"),
        ("text/csv", "sparql-results+json", "csv"),
        ("text/*;q=0.2, application/json;q=0.1", None, "csv"),
        ("text/html;q=0, text/*", None, "csv"),
        ("application/sparql-results+json;q=0.3, application/xml;q=0.9", None, "xml"),
        ("nonsense;;q=, ,*/*;q=0.1", None, "json"),
    ],
)
def test_the_form_that_a_client_likes_best(accept: str, wished: str | None, form: str) -> None:
    assert form_for(FORMS["select"], accept, wished) == form


def test_a_form_that_no_answer_has_is_not_acceptable() -> None:
    with pytest.raises(Refused, match="text/turtle") as caught:
        form_for(FORMS["construct"], "text/csv, */*;q=0")
    assert caught.value.status == 406


def test_an_address_that_cannot_be_had_is_told(address: str, folder: Path) -> None:
    port = urllib.parse.urlsplit(address).port or 0
    with pytest.raises(UsageError, match=f"port {port}.*port 0"):
        serve(folder, folder, port=port)


def test_a_name_with_a_star_would_let_anyone_in(folder: Path) -> None:
    with pytest.raises(UsageError, match="no host name"):
        serve(folder, folder, names=["*"])


def test_the_extra_is_named_where_it_is_missing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(UsageError, match=r"dateline\[serve\]"):
        serve(folder, folder)

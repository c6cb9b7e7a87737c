"""The processes that queries run in."""

from __future__ import annotations

import os
import pickle
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.graph import child
from dateline.graph.child import LEAST, Ready, TakesLong, Task, run, start, start_aside
from dateline.graph.cookbook import question
from dateline.graph.errors import LimitReached, QueryError
from dateline.graph.query import prepare
from dateline.graph.table import Limits

ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"


@pytest.fixture
def task(folder: Path) -> Task:
    return Task(folder, prepare("ASK { ?e a dl:Vote }"), "json", Limits(), 4 << 30, seconds=60)


@pytest.fixture
def endless(task: Task) -> Task:
    return replace(task, asked=prepare(ENDLESS))


def test_an_answer_is_written_in_the_process_too(task: Task) -> None:
    assert run(task, start()) == b'{"head": {}, "boolean": true}\n'
    wanted = prepare(question("events-at-place"), {"place": "marenport"})
    assert run(replace(task, asked=wanted, form="csv"), start()).decode().splitlines()[0] == "where,date,event,begin"
    with pytest.raises(QueryError, match="CONSTRUCT"):
        run(replace(task, form="ttl"), start())


def test_a_query_ends_when_it_has_had_its_time(endless: Task) -> None:
    with pytest.raises(LimitReached, match="after 1 seconds"):
        run(replace(endless, seconds=1), start())


def test_a_query_ends_when_it_has_had_its_time_of_the_processor(task: Task, endless: Task) -> None:
    with pytest.raises(TakesLong):
        run(replace(endless, quick=0.1), start())
    assert run(replace(task, quick=60), start())


def test_the_process_ends_at_the_limit_without_whoever_started_it(endless: Task) -> None:
    with start() as started:
        started.communicate(pickle.dumps(replace(endless, seconds=1)), timeout=20)
    assert started.returncode == -signal.SIGALRM


def test_a_process_that_is_never_told_a_task_ends_with_whoever_started_it() -> None:
    with start() as started:
        assert started.communicate(timeout=20) == (b"", b"")
    assert started.returncode == 0


def test_processes_are_ready_one_after_another(task: Task) -> None:
    with Ready(1) as ready:
        assert ready.run(task) and ready.run(task)


def test_a_process_that_died_waiting_is_passed_over(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    dead = start()
    dead.kill()
    dead.wait()
    first = [dead]
    monkeypatch.setattr(child, "start", lambda: first.pop() if first else start())
    with Ready(1) as ready:
        assert ready.run(task)


def test_a_process_set_aside_gives_way(task: Task) -> None:
    aside = start_aside()
    assert os.getpriority(os.PRIO_PROCESS, aside.pid) == LEAST
    assert run(task, aside)

"""Records as lines of JSON: what their keys say, and that nothing is lost."""

from __future__ import annotations

import json

import chance
import pytest
from hypothesis import HealthCheck, given, settings

from dateline.graph.errors import UsageError
from dateline.graph.model import Actor, Document, Place, Record
from dateline.graph.rdf import normal
from dateline.graph.record import dumps, loads

RECORD = Record(
    Document("d", "The FBI and Ann Example left the UK."),
    actors=(
        Actor("a1", "Federal Bureau of Investigation", "Organization", written="FBI"),
        Actor("a2", "Ann Example", "Person"),
    ),
    places=(Place("p1", "United Kingdom", "country", "GBR", written="UK"),),
)


@given(chance.records())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_line_read_back_is_the_record(record: Record) -> None:
    assert normal(loads(dumps(record))) == normal(record)


def test_a_thing_bears_the_name_of_the_text_and_the_known_one() -> None:
    told = json.loads(dumps(RECORD))
    assert [(a["name"], a["label"]) for a in told["actors"]] == [
        ("FBI", "Federal Bureau of Investigation"),
        ("Ann Example", "Ann Example"),
    ]
    assert [(p["name"], p["label"]) for p in told["places"]] == [("UK", "United Kingdom")]


def test_a_record_without_labels_is_read_by_its_names() -> None:
    told = json.loads(dumps(RECORD))
    for thing in (*told["actors"], *told["places"]):
        del thing["label"]
    assert [(a.name, a.written) for a in loads(json.dumps(told)).actors] == [("FBI", None), ("Ann Example", None)]


def test_a_line_that_is_no_record_is_refused() -> None:
    with pytest.raises(UsageError, match="not an extraction record"):
        loads('{"id": 1}')

"""The measures of who and where, held against records made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks import identity

JSON = dict[str, Any]


def actor(name: str, country: str | None, sector: str | None) -> JSON:
    return {"id": name, "name": name, "country": country, "sector": sector, "mentions": []}


def event(confidence: float, agents: list[str], patients: list[str]) -> JSON:
    roles = {"agents": agents, "patients": patients, "participants": []}
    return {"confidence": confidence, "mentions": [{}], **roles}


def test_of_the_main_event_s_actors_country_and_sector_are_held_against_the_gold() -> None:
    gold = {
        "source": [{"actorText": "the army", "code": "KEN", "sector": "MILabc"}],
        "target": {"actorText": "Example Relief", "code": "NGO", "sector": None},
    }
    record = {
        "id": "d",
        "actors": [
            actor("Kenyan army", "KEN", "MIL"),
            actor("Example Relief", "KEN", "NGO"),
            actor("army", None, None),
        ],
        "events": [event(0.9, ["Kenyan army"], ["Example Relief"]), event(0.3, ["army"], [])],
    }
    found = identity.actors([{"id": "d", "gold": gold}], [record])
    assert found["actor_country_right"] == {"value": 0.5, "details": "1 of 2 that were found"}
    assert found["actor_sector_right"] == {"value": 1.0, "details": "2 of 2 that were found"}


def test_where_nothing_is_found_there_is_no_share() -> None:
    gold = {"source": [{"actorText": "the army", "code": "KEN", "sector": "MIL"}]}
    assert identity.actors([{"id": "d", "gold": gold}], [])["actor_sector_right"]["value"] is None


def entity(start: int, end: int, name: str, kind: str = "PER") -> JSON:
    return {"start": start, "end": end, "entity": name, "etype": kind}


def thing(name: str, *spans: tuple[int, int]) -> JSON:
    return {"id": name, "mentions": [{"start": start, "end": end} for start, end in spans]}


@pytest.mark.parametrize(
    ("actors", "value"),
    [
        ([thing("a", (0, 10), (20, 24), (40, 50))], 1.0),
        ([thing("a", (0, 10), (20, 24)), thing("b", (40, 50))], 0.5),  # one pair of three: P 1, R 1/3
        ([thing("a", (0, 10), (60, 64))], 0.0),
        ([thing("a", (0, 10), (20, 24), (40, 50), (90, 99))], 1.0),  # what the gold has no mention for is neutral
    ],
)
def test_pairs_of_mentions_are_held_against_those_of_the_gold(actors: list[JSON], value: float) -> None:
    nested = [entity(0, 15, "x"), entity(0, 10, "x")]
    products = [entity(70, 75, "p", "PRO"), entity(80, 85, "p", "PRO")]
    gold = [*nested, entity(20, 24, "x"), entity(40, 50, "x"), entity(60, 64, "y"), *products]
    row = {"id": "d", "annotated_end": 88, "gold": {"entities": gold}}
    found = identity.mentions([row], [{"id": "d", "actors": actors, "places": []}])
    assert found["coreference_pairs_f1"]["value"] == pytest.approx(value)

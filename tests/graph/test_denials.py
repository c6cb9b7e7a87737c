"""What one source denies of what another tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dockers import MONDAY, actor, claim, day

from dateline.graph.model import Document, Event, Record
from dateline.graph.resolve import resolve
from dateline.graph.resolve.denials import denials
from dateline.graph.resolve.gather import comparable
from dateline.graph.vocabulary import BASE


def raid(paper: str, **told: Any) -> Record:
    text = f"Harbour Police raided the Guild of Pilots, says the {paper}."
    actors = (
        actor("a1", "Harbour Police", "Organization", text, "XMA"),
        actor("a2", "Guild of Pilots", "Organization", text, "XMA"),
    )
    values = {"when": day(MONDAY), "agents": ("a1",), "patients": ("a2",), **told}
    return Record(
        Document(paper, text), actors=actors, events=(claim("e1", "Coerce/Raid", paper, text, "raided", **values),)
    )


def against(records: list[Record], status: str) -> list[Event]:
    timeline = resolve(records)
    event = next(each for each in timeline.events if each.status == status)
    return [*denials(event, timeline, lambda _: comparable(records, BASE))]


def test_a_denial_stands_beside_what_it_denies_and_the_other_way_round() -> None:
    records = [raid("Herald"), raid("Courier", polarity="negative")]
    assert [each.status for each in against(records, "Actual")] == ["Denied"]
    assert [each.status for each in against(records, "Denied")] == ["Actual"]


def test_another_day_another_target_and_a_plan_deny_nothing() -> None:
    assert against([raid("Herald"), raid("Courier", polarity="negative", when=day(date(2021, 3, 9)))], "Actual") == []
    assert against([raid("Herald"), raid("Courier", modality="planned")], "Actual") == []
    other = raid("Courier", polarity="negative")
    swapped = replace(other.events[0], agents=("a2",), patients=("a1",))
    assert against([raid("Herald"), replace(other, events=(swapped,))], "Actual") == []


def test_any_document_may_tell_who_it_is_that_a_denial_speaks_of() -> None:
    def raided(paper: str, whom: str, *aliases: str, **told: Any) -> Record:
        text = f"{whom} was raided, says the {paper}."
        guild = replace(actor("a1", whom, "Organization", text, "XMA"), aliases=aliases)
        one = claim("e1", "Coerce/Raid", paper, text, "raided", patients=("a1",), **{"when": day(MONDAY), **told})
        return Record(Document(paper, text), actors=(guild,), events=(one,))

    told, denied = raided("Herald", "Guild of Pilots"), raided("Courier", "GPM", polarity="negative")
    assert against([told, denied], "Actual") == []
    third = raided("Gazette", "Guild of Pilots", "GPM", when=day(date(2020, 1, 1)))
    assert [each.status for each in against([told, denied, third], "Denied")] == ["Actual"]

"""Renewed from its neighbourhood, the merged layer is what all documents put together anew give."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import Any

from dockers import claim, exactly
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph

from dateline.graph.model import Actor, Document, Figures, Mention, Place, Range, Record, Relation, TimeSpan
from dateline.graph.rdf import timeline_quads
from dateline.graph.renewal import Index, keep, renew, told_by
from dateline.graph.resolve import resolve
from dateline.graph.resolve.gather import Comparable, comparable
from dateline.graph.resolve.obstacles import obstacles
from dateline.graph.resolve.score import judge
from dateline.graph.store.oxigraph import open_store

FIRST = date(2021, 3, 1)
TEXT = (
    "Report {}: Police, Workers, Ada Korrin, Ada, Maren Union, MU, Kestria in Port, Maren, Kestria struck and struck."
)
ACTORS: dict[str, dict[str, Any]] = {
    "Police": {"kind": "Organization"},
    "Workers": {"kind": "Group"},
    "Ada Korrin": {"kind": "Person"},
    "Ada": {"kind": "Person"},
    "Maren Union": {"kind": "Organization"},
    "MU": {"kind": "Organization"},
    "Kestria": {"kind": "Country"},
}
LINKS = ("http://www.wikidata.org/entity/Q1", "http://www.wikidata.org/entity/Q2")


@st.composite
def actors(draw: st.DrawFn, text: str) -> tuple[Actor, ...]:
    names = draw(st.lists(st.sampled_from(sorted(ACTORS)), unique=True, max_size=4))
    return tuple(
        Actor(
            f"a{number}",
            name,
            ACTORS[name]["kind"],
            country=draw(st.sampled_from([None, None, "XKE", "XMA"])),
            sector=draw(st.sampled_from([None, "LAB"])),
            links=tuple(draw(st.lists(st.sampled_from(LINKS), unique=True, max_size=1))) if draw(st.booleans()) else (),
            aliases=tuple(draw(st.lists(st.sampled_from(["MU", "Maren Union", "Korrin"]), unique=True, max_size=1))),
            could_be=tuple(draw(st.sampled_from([(), ("One",), ("One", "Two")]))),
            mentions=(
                Mention(
                    text.index(name), text.index(name) + len(name), name, draw(st.sampled_from(["name", "nominal"]))
                ),
            ),
        )
        for number, name in enumerate(names)
    )


@st.composite
def places(draw: st.DrawFn) -> tuple[Place, ...]:
    kinds = {"Port": "city", "Maren": "region", "Kestria": "country"}
    names = [name for name in kinds if draw(st.booleans())]
    return tuple(
        Place(
            f"p{number}",
            name,
            draw(st.sampled_from([kinds[name], kinds[name], "city"])),
            country=draw(st.sampled_from([None, "XKE", "XKE", "XMA"])),
            lat=draw(st.sampled_from([None, 10.0, 20.0])),
            lon=30.0,
            links=tuple(draw(st.lists(st.sampled_from(LINKS), unique=True, max_size=1))) if draw(st.booleans()) else (),
            within=tuple(f"p{other}" for other in range(number + 1, len(names)) if draw(st.booleans())),
            could_be=tuple(draw(st.sampled_from([(), ("One",), ("One", "Two")]))),
        )
        for number, name in enumerate(names)
    )


@st.composite
def reports(draw: st.DrawFn, number: int) -> Record:
    text = TEXT.format(number)
    who, where = draw(actors(text)), draw(places())

    def some(ids: list[str]) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(ids), unique=True, max_size=2))) if ids else ()

    told = []
    for at in range(draw(st.integers(0, 3))):
        first = FIRST + timedelta(draw(st.integers(0, 2)))
        span = draw(st.sampled_from([TimeSpan(), TimeSpan(first, first), TimeSpan(first, first + timedelta(20))]))
        count = draw(st.sampled_from([None, None, None, exactly(11)]))
        told.append(
            claim(
                f"e{at}",
                draw(st.sampled_from(["Protest/Strike", "Protest", "Attack/Bombing"])),
                f"Report {number}, {at}",
                text,
                "struck",
                when=span,
                agents=some([each.id for each in who]),
                patients=some([each.id for each in who]),
                places=some([each.id for each in where]),
                source=draw(st.sampled_from([None, *(each.id for each in who)])),
                polarity=draw(st.sampled_from(["positive", "positive", "positive", "negative"])),
                figures=Figures(count=count, fatalities=draw(st.sampled_from([None, Range(3, 3), Range(30, 30)]))),
            )
        )
    relations = tuple(
        Relation(draw(st.sampled_from(["before", "after", "causes", "simultaneous"])), f"e{a}", f"e{b}")
        for a in range(len(told))
        for b in range(len(told))
        if a != b and draw(st.booleans())
    )
    issued = draw(st.sampled_from([None, FIRST, FIRST + timedelta(20)]))
    return Record(Document(f"d{number}", text, date=issued), (), who, where, tuple(told), relations)


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[bool, list[Record | str]]]:
    """Steps of one or more changes each: a document comes (or comes anew, told otherwise), or goes; and whether all is
    put together anew after them."""
    numbers = draw(st.lists(st.integers(0, 5), min_size=2, max_size=9))
    changes: list[Record | str] = [
        f"d{number}" if draw(st.integers(0, 3)) == 0 else draw(reports(number)) for number in numbers
    ]
    cuts = sorted(draw(st.sets(st.integers(1, len(changes) - 1), min_size=1))) if len(changes) > 1 else []
    steps = [changes[a:b] for a, b in zip([0, *cuts], [*cuts, len(changes)], strict=True)]
    return [(draw(st.integers(0, 3)) == 0, step) for step in steps]


def merged(store: Any) -> set[str]:
    return {str(quad) for quad in store.match(graph=DefaultGraph())}


def judged(told: Comparable) -> dict[tuple[str, str], tuple[str, ...]]:
    """What forbids that two claims are one, and what speaks for it, of all pairs."""
    pairs = combinations(sorted(told.claims), 2)
    both = ((a, b, told.claims[a], told.claims[b]) for a, b in pairs)
    return {
        (a, b): (*obstacles(one, other, told.places), str(judge(one, other, told.places))) for a, b, one, other in both
    }


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(histories())
def test_documents_that_come_and_go_leave_what_all_at_once_gives(
    history: list[tuple[bool, list[Record | str]]],
) -> None:
    with open_store(None) as store:
        index = Index()
        store.put_timeline(resolve([]))
        keep(store, index, [], resolve([]))
        for anew, step in history:
            for change in step:
                store.remove(change) if isinstance(change, str) else store.put(change)
            told = resolve(store.records(), store.base)
            if anew:
                store.put_timeline(told)
                keep(store, index, store.records(), told)
            else:
                assert renew(store, index, most=1)
            assert judged(told_by(store, index, store.documents())) == judged(comparable(store.records(), store.base))
            assert merged(store) == {str(quad) for quad in timeline_quads(told)}

"""Events before, during and at the time of others."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extractors.dating import reconciled
from dateline.extractors.dating.relations import ALL, closed, composed
from dateline.graph.model import Claim, Relation, Span, TimeSpan, Trigger


def test_a_connective_bounds_what_has_no_date(dated, show):
    claims, _ = dated("Police [[searched]] homes while crowds [[marched]] in December.")
    assert show(claims[0].begin) == "2019-12-01..2019-12-31"
    assert "at the time of 'marched'" in claims[0].date_reason
    (fled, attacked), _ = dated("The guards [[fled]] before rebels [[attacked]] the base last week.")
    assert fled.begin.latest == attacked.begin.latest == date(2020, 1, 5)


@pytest.mark.parametrize(
    ("marked", "relation"),
    [
        ("The guards [[fled]] after rebels [[attacked]] the prison.", ("before", "e2", "e1")),
        ("The guards [[fled]] on Friday after an [[attack]] on the prison.", ("before", "e2", "e1")),
        ("The bomb [[exploded]] before the talks [[began]].", ("before", "e1", "e2")),
        ("Rioters [[burned]] cars while police [[searched]] the market.", ("simultaneous", "e1", "e2")),
        ("Two people were [[killed]] during the [[protest]].", ("during", "e1", "e2")),
    ],
)
def test_connectives_relate_events(dated, marked, relation):
    assert [(r.type, r.source, r.target) for r in dated(marked)[1]] == [relation]


def claim(name: str, begin: date | None = None, end: date | None = None) -> Claim:
    return Claim(
        name,
        "Attack",
        None,
        "",
        (Trigger(0, 1, name, Span(0, 1)),),
        begin=TimeSpan(begin, begin),
        end=TimeSpan(end, end),
    )


def test_relations_are_closed():
    claims = tuple(claim(name) for name in "abc")
    found, notes = closed(claims, [Relation("before", "a", "b"), Relation("before", "b", "c")])
    assert Relation("before", "a", "c") in found
    assert notes == {}


def test_during_what_is_before_is_before():
    claims = tuple(claim(name) for name in "abc")
    found, _ = closed(claims, [Relation("during", "a", "b"), Relation("before", "b", "c")])
    assert Relation("before", "a", "c") in found


def test_a_contradiction_is_dropped_with_a_note():
    claims = tuple(claim(name) for name in "abc")
    cycle = [Relation("before", "a", "b"), Relation("before", "b", "c"), Relation("before", "c", "a")]
    found, notes = closed(claims, cycle)
    assert Relation("before", "c", "a") not in found
    assert "contradicts" in notes["c"]


def test_dates_outrank_connectives():
    claims = (claim("a", date(2020, 1, 5), date(2020, 1, 5)), claim("b", date(2020, 1, 2), date(2020, 1, 2)))
    found, notes = closed(claims, [Relation("before", "a", "b")])
    assert found == ()
    assert set(notes) == {"a"}


def test_what_contradicts_dates_learnt_later_is_dropped_with_a_note():
    claims = (claim("a", date(2020, 1, 5), date(2020, 1, 5)), claim("b", date(2020, 1, 2), date(2020, 1, 2)))
    noted, found = reconciled(claims, (Relation("before", "a", "b"), Relation("part_of", "b", "a")))
    assert found == (Relation("part_of", "b", "a"),)
    assert "contradicts the dates and was dropped" in noted[0].date_reason


BASES = st.sampled_from(sorted(ALL))
SETS = st.frozensets(BASES, min_size=1)


@given(SETS)
def test_equality_changes_nothing(first):
    assert composed(first, frozenset({"e"})) == first == composed(frozenset({"e"}), first)


@given(BASES, BASES, BASES)
def test_composition_is_associative(one, two, three):
    a, b, c = frozenset({one}), frozenset({two}), frozenset({three})
    assert composed(composed(a, b), c) == composed(a, composed(b, c))


@given(st.permutations(range(3)))
def test_order_of_claims_is_kept(dated, order):
    marked = ["Rebels [[fled]] on Monday.", "The bridge [[fell]] on Friday.", "The mayor [[resigned]]."]
    claims, _ = dated(" ".join(marked[k] for k in order))
    assert [c.id for c in claims] == ["e1", "e2", "e3"]

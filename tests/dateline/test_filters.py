from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.filters import Filter, select
from dateline.graph.edtf import days
from dateline.graph.errors import UsageError
from dateline.graph.model import Actor, Event, Place, Timeline, TimeSpan

MARCH = TimeSpan(date(2021, 3, 1), date(2021, 3, 31))
MAY_2 = TimeSpan(date(2021, 5, 2), date(2021, 5, 2))
UNION = Actor("x:union", "Harbour Union", "Organization", aliases=("HU",))
STATE = Actor("x:state", "Harbour State", "Country")
TOWN = Place("x:town", "Weir", "city", within=("x:land",))
LAND = Place("x:land", "Marland", "country")


def event(id_: str, **fields: Any) -> Event:
    return Event(id_, **{"type": "Protest", "subtype": "Strike", "label": id_, "status": "Actual"} | fields)


STRIKE = event("strike", agents=(UNION.id,), places=(TOWN.id,), begin=MARCH)
VOTE = event("vote", type="Vote", subtype=None, participants=(STATE.id,), begin=MAY_2)
PLAN = event("plan", status="Planned", patients=(UNION.id,))
SINCE = event("since", status="Ongoing", begin=TimeSpan(None, date(2020, 12, 31)), end=TimeSpan(date(2021, 4, 1), None))
TIMELINE = Timeline(actors=(UNION, STATE), places=(TOWN, LAND), events=(SINCE, STRIKE, VOTE, PLAN))


def shown(**wanted: Any) -> list[str]:
    return [event.id for event in select(TIMELINE, Filter(**wanted))]


def test_only_what_happened_is_shown_unless_everything_is_asked_for() -> None:
    assert shown() == ["since", "strike", "vote"]
    assert shown(everything=True) == ["since", "strike", "vote", "plan"]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({"type": "strike"}, ["since", "strike"]),
        ({"type": "Vote"}, ["vote"]),
        ({"actor": "HU"}, ["strike"]),
        ({"actor": "harbour union", "everything": True}, ["strike", "plan"]),
        ({"actor": "harbour"}, ["strike", "vote"]),
        ({"actor": "x:union"}, []),
        ({"actor": "nobody"}, []),
        ({"place": "Weir"}, ["strike"]),
        ({"place": "Marland"}, ["strike"]),
        ({"begin": date(2021, 3, 20)}, ["since", "strike", "vote"]),
        ({"begin": date(2021, 4, 2)}, ["vote"]),
        ({"end": date(2021, 3, 1)}, ["since", "strike"]),
        ({"begin": date(2021, 4, 2), "end": date(2021, 4, 3)}, []),
        ({"actor": "Harbour State", "type": "Protest"}, []),
    ],
)
def test_all_that_is_asked_for_must_hold(wanted: dict[str, Any], ids: list[str]) -> None:
    assert shown(**wanted) == ids


def test_acts_of_telling_are_shown_only_when_asked_for() -> None:
    told = Timeline(events=(event("said", type="State", subtype="Announcement"),))
    assert select(told, Filter()) == ()
    assert select(told, Filter(type="announcement")) == select(told, Filter(everything=True)) == told.events


def test_an_undated_event_is_in_no_period() -> None:
    assert "plan" not in shown(everything=True, begin=date(1, 1, 1))


@given(st.dates())
def test_a_day_is_itself_and_lies_in_its_month_and_year(day: date) -> None:
    assert days(day.isoformat()) == TimeSpan(day, day)
    for wider in (days(f"{day:%Y}".zfill(4)), days(f"{day.year:04}-{day.month:02}")):
        assert wider.earliest is not None
        assert wider.latest is not None
        assert wider.earliest <= day <= wider.latest


@pytest.mark.parametrize("text", ["", "20", "2021-3", "2021-02-30", "2021-13", "0000", "next week", "2021-01-01T10:00"])
def test_anything_else_is_no_date(text: str) -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        days(text)

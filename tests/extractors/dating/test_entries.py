"""Dates that stand by themselves: of chronicles, of photographs, and of the report itself."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extractors.annotate import annotator
from dateline.extractors.extract import extract
from dateline.graph.model import Document


@pytest.mark.parametrize(
    ("marked", "begins"),
    [
        (
            "3 January: Rebels [[seized]] the port. 4 January: The army [[shelled]] the town.",
            ["2020-01-03", "2020-01-04"],
        ),
        (
            "2015: Miners [[strike]] in the north. 2016: The army [[shoots]] five miners.",
            ["2015-01-01..2015-12-31", "2016-01-01..2016-12-31"],
        ),
        (
            "The revolt\n\n3 January 2019\n\nRebels [[seize]] the port. Two days later they [[burn]] it.\n\n"
            "14 March 2019\n\nThe army [[shells]] the town. The mayor had [[fled]].\n",
            ["2019-01-03", "2019-01-05", "2019-03-14", "..2019-03-14"],
        ),
        (
            "- Jan. 3 - Rebels [[seize]] the port\n- Jan. 4 - The army [[shells]] the town\n\nThe mayor [[resigned]].",
            ["2020-01-03", "2020-01-04", "2020-01-04..2020-01-08"],
        ),
    ],
)
def test_entries_of_a_chronicle_stand_under_their_own_date(dated, show, marked, begins):
    assert [show(claim.begin) for claim in dated(marked)[0]] == begins


def test_the_last_entry_within_running_text_ends_with_its_sentence(dated, show):
    marked = (
        "It began slowly. 5 May 2015: Miners [[strike]]. 6 May 2015: Police [[fire]]. The mayor [[resigned]] today."
    )
    assert [show(c.begin) for c in dated(marked)[0]] == ["2015-05-05", "2015-05-06", "2020-01-08"]


def test_a_weekday_before_an_event_is_not_one_of_this_week(dated):
    (claim,), _ = dated("He [[told]] lawmakers the Sunday before the election that all was well.")
    assert claim.time is None


def test_a_dateline_gives_the_day_from_which_weekdays_count_where_the_document_has_none(show):
    def begin(text: str) -> list[str]:
        document = Document("test", text)
        return [show(e.begin) for e in extract(document, annotator()).events if e.type == "Attack"]

    assert begin("SELA, 5 March 2018 -- Rebels attacked the base on Friday.") == ["2018-03-02"]
    assert begin("Rebels attack base\n\nMarch 5, 2018\n\nRebels attacked the base on Friday.")[-1:] == ["2018-03-02"]
    assert begin("Rebels attacked the base on Friday.") == [".."]
    assert begin("On 5 March 2018 the king died. Rebels attacked the base on Friday.") == [".."]


def test_an_event_of_a_photo_caption_is_of_the_day_of_the_photo(dated, show):
    (claim,), _ = dated("Protesters [[march]] in Sela, January 4, 2020. Jane Doe/Harbour News\n\nThe mayor resigned.")
    assert show(claim.begin) == "2020-01-04"


def test_the_day_that_a_text_gives_itself_is_its_day_throughout():
    text = "6 March 2018\n\nUpdated yesterday\n\nRebels attacked the base, and two men were killed."
    (claim,) = (c for c in extract(Document("test", text), annotator()).events if c.type == "Attack")
    assert claim.begin.earliest == claim.begin.latest == date(2018, 3, 6)


def test_the_date_of_the_report_itself_dates_nothing(dated, show):
    (claim,), _ = dated("PORT SELA, Jan. 7 (Harbour News) -- The bridge [[fell]] on Sunday.")
    assert show(claim.begin) == "2020-01-05"
    (claim,), _ = dated("Bridge falls\n\nJanuary 8, 2020\n\nThe bridge [[fell]] on Sunday.")
    assert show(claim.begin) == "2020-01-05"


def test_whole_dates_before_colons_head_entries_where_full_stops_were_left_out(dated, show):
    claims, _ = dated(
        "It began so 3 January 2019: Rebels [[seized]] the port 4 January 2019: They [[burned]] it "
        "5 January 2019: They [[fled]]."
    )
    assert [show(c.begin) for c in claims] == ["2019-01-03", "2019-01-04", "2019-01-05"]

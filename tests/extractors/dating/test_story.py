"""What the story says of events told without a date of their own."""

from __future__ import annotations

import pytest


def test_the_next_day_counts_from_the_story_not_from_the_report(dated, show):
    marked = (
        "Rebels [[seized]] the port on 3 January. The next day, they [[burned]] it. Two days later, it was [[retaken]]."
    )
    claims, _ = dated(marked)
    assert [show(claim.begin) for claim in claims] == ["2020-01-03", "2020-01-04", "2020-01-06"]


def test_the_next_day_after_an_interval_is_an_interval(dated, show):
    marked = "In the last few days of 2019 rockets [[fell]] on the town. The next day, the army [[answered]]."
    claims, _ = dated(marked)
    assert show(claims[1].begin) == "2019-12-26..2020-01-01"


@pytest.mark.parametrize(
    ("marked", "begin", "reason"),
    [
        ("Rebels [[attacked]] a base.", "2020-01-08", "of that day"),
        ("The guards [[fled]]. Rebels took the base on Monday.", "2020-01-06", "events of 2020-01-06"),
        ("The minister [[said]] the road was safe.", "2020-01-08", "a statement"),
        ("The rebels had [[attacked]] the base.", "..2020-01-08", "something earlier"),
        ("The previous [[attack]] failed.", "..2020-01-08", "something earlier"),
        ("The senate will [[planned:vote]] on the bill.", "2020-01-08..", "not yet done"),
        ("Police are [[ongoing:searching]] the market.", "..2020-01-08", "going on"),
    ],
)
def test_without_a_date_tense_and_place_bound_the_event(dated, show, marked, begin, reason):
    (claim,), _ = dated(marked)
    assert show(claim.begin) == begin
    assert reason in claim.date_reason
    assert claim.time is None


@pytest.mark.parametrize(
    "marked",
    [
        "[[Charges]] have previously been brought against him.",
        "Charges have previously been [[brought]] against him.",
        "The original [[negotiations]] failed.",
        "The now-cancelled [[deal]] was praised.",
        "The former [[deal]] was praised.",
        "He has been silent since [[conceding]] the election.",
        "Rebels have [[attacked]] the base before.",
        "Police have already [[arrested]] two men.",
        "The court heard the appeal of a man who [[killed]] two people.",
        "He was accused of [[possible:killing]] two people.",
        "The men they have [[seized]] are to be freed.",
        "The bloc, which [[imposed]] a fine after the coup, welcomed the vote.",
        "Crowds marked the anniversary of the [[killing]] of nine men.",
        "The bloc, which has a [[treaty]] with the island, sent a ship.",
    ],
)
def test_what_is_marked_as_earlier_is_not_of_the_day_of_the_report(dated, show, marked):
    (claim,), _ = dated(marked)
    assert show(claim.begin) == "..2020-01-08"
    assert "something earlier" in claim.date_reason


def test_the_body_is_exact_only_where_the_story_goes_on(dated, show):
    filler = " ".join(["The town lies on a river."] * 8)
    marked = f"Rebels [[seized]] the port on Monday. They [[burned]] a ship.\n\n{filler}\n\nThe mayor [[resigned]]."
    begins = [show(claim.begin) for claim in dated(marked)[0]]
    assert begins == ["2020-01-06", "2020-01-06", "2019-12-31..2020-01-08"]


def test_words_said_along_with_a_deed_share_its_day(dated, show):
    claims, _ = dated(
        "The mayor [[opened]] the bridge on Monday. She then [[praised]] the builders, [[saying]] all is well."
    )
    assert {show(claim.begin) for claim in claims} == {"2020-01-06"}


def test_a_past_event_named_again_keeps_its_date(dated, show):
    claims, _ = dated("Anger over the 2003 [[invasion]] grew. The [[invasion]] split the country.")
    assert {show(c.begin) for c in claims} == {"2003-01-01..2003-12-31"}
    claims, _ = dated("The [[vote]] is close. The 2003 [[vote]] was closer. The [[vote]] went on.")
    assert show(claims[2].begin) == "2020-01-08"


def test_without_a_document_date_the_head_may_give_the_day_of_the_story(dated, show):
    marked = (
        "On Monday, 5 March 2018, rebels [[attacked]] the base. They [[shelled]] the town. "
        "The base had been [[closed]]. They will [[planned:march]]. The mayor [[said]] so."
    )
    begins = [show(claim.begin) for claim in dated(marked, None)[0]]
    assert begins == ["2018-03-05", "2018-03-05", "..2018-03-05", "2018-03-05..", ".."]
    (claim,), _ = dated("SELA, 5 March 2018 -- Rebels [[attacked]] the base.", None)
    assert show(claim.begin) == "2018-03-05"


def test_a_relative_date_without_a_document_date_is_not_the_day_of_the_story(dated, show):
    claims, _ = dated("On Monday, 5 March 2018, rebels [[attacked]] the base. On Friday they [[shelled]] it.", None)
    assert [show(c.begin) for c in claims] == ["2018-03-05", ".."]


def test_the_body_of_a_long_report_tells_by_nouns_and_in_the_perfect_of_any_time_before(dated, show):
    filler = " ".join(["The town lies on a river."] * 16)
    claims, _ = dated(f"{filler}\n\nShops suffered from the [[strike]]. Rebels have [[burned]] ships. Men [[fled]].")
    assert [show(claim.begin) for claim in claims] == ["..2020-01-08", "..2020-01-08", "2020-01-02..2020-01-08"]


def test_a_statement_after_the_deed_is_not_of_the_day_of_the_deed(dated, show):
    (claim,), _ = dated("The bridge fell on Monday. The mayor [[said]] all is well.")
    assert show(claim.begin) == "2020-01-06..2020-01-08"


def test_the_next_day_does_not_count_from_the_day_on_which_something_was_said(dated, show):
    (claim,), _ = dated("The mine closed on 3 January, police said on Tuesday. The next day rebels [[attacked]] it.")
    assert show(claim.begin) == "2020-01-04"


def test_a_headline_in_the_present_tells_of_the_day_of_the_story_if_it_tells_a_deed(dated, show):
    claims, _ = dated("Rebels [[take]] base\n\nRebels took a base on Monday.")
    assert show(claims[0].begin) == "2020-01-06"
    claims, _ = dated("Army [[blames]] rebels\n\nRebels took a base on Monday.")
    assert show(claims[0].begin) == "2020-01-06..2020-01-08"


def test_a_paragraph_that_goes_back_takes_what_follows_along_but_not_one_that_reaches_up_to_today(dated, show):
    claims, _ = dated("Rebels [[seized]] the port in May 2019. They [[burned]] a ship.")
    assert show(claims[1].begin) == "2019-05-01..2020-01-08"
    claims, _ = dated("Men have been [[ongoing:killed]] there since 2004. The king [[sent]] troops.")
    assert show(claims[1].begin) == "2020-01-08"


def test_what_a_clause_beside_the_story_dates_is_not_its_day(dated, show):
    claims, _ = dated("Gunmen on Tuesday [[freed]] girls [[seized]] from a school four days earlier. Parents [[wept]].")
    assert [show(c.begin) for c in claims] == ["2020-01-07", "2020-01-03", "2020-01-07"]
    claims, _ = dated("The [[strike]] by dockers in Gdynia, which began on Monday, stopped all cranes.")
    assert [show(c.begin) for c in claims] == ["2020-01-06"]


@pytest.mark.parametrize(
    "marked",
    [
        "A man was arrested on Sunday for the [[bombing]] of a mosque.",
        "A court on Sunday convicted two officers of the [[murder]] of a judge.",
        "Police on Sunday arrested a man in connection with the [[kidnapping]] of a doctor.",
        "Victims of the [[bombing]] were buried on Sunday.",
        "The trial over the [[bombing]] opened on Sunday.",
        "Three people suspected of taking part in the [[attack]] were freed on Sunday.",
        "Two guards [[wounded]] in the raid were flown out on Sunday.",
    ],
)
def test_what_is_only_recalled_does_not_take_the_day_of_what_is_told(dated, show, marked):
    (claim,), _ = dated(marked)
    assert show(claim.begin) == "..2020-01-05"


@pytest.mark.parametrize(
    "marked",
    [
        "He was the victim of an [[attack]] on Sunday.",
        "The army confirmed reports that two guards were [[wounded]] on Sunday.",
        "The blast left two guards [[wounded]] on Sunday.",
    ],
)
def test_what_is_told_by_the_same_words_keeps_its_day(dated, show, marked):
    (claim,), _ = dated(marked)
    assert show(claim.begin) == "2020-01-05"

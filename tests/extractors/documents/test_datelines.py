"""The day of writing as the text itself says it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extractors.documents.datelines import day_of_line, day_of_text

FIFTH = date(2020, 1, 5)
BODY = "\n\nThe council of Port Selwyn voted on Monday to raise the fees, its chair said.\n\nNo more was said.\n"


@pytest.mark.parametrize(
    "start",
    [
        "BAGHDAD, Jan. 5, 2020 — Lawmakers voted.",
        "BAGHDAD, 5 January 2020 (Example News) -- Lawmakers voted.",
        "PORT SELWYN, Newland (EN) — January 5, 2020",
        "PORT SELWYN -- January 5, 2020 -- Dockers went back to work.",
        "SPRINGFIELD, Ill., January 5, 2020 – Dockers went back.",
        "(PORT SELWYN) – January 5, 2020 – Dockers went back.",
        "Strike ends By Jane Roe PORT SELWYN, Jan. 5, 2020 (Example News) - Dockers went back.",
        "Port Selwyn, 5 January 2020 – Dockers in the harbour went back to work on Sunday after a week on strike.",
        "Port Selwyn, 5 January 2020. Dockers in the harbour went back to work on Sunday after a week on strike.",
        "GENEVA (5 January 2020) – Experts said",
        "5 January 2020 – PORT SELWYN – Dockers",
        "January 5, 2020 (PORT SELWYN) – Dockers",
        "Sunday, January 5, 2020 (PORT SELWYN) — Dockers",
        "PORT SELWYN, 5 JAN 20 (EXAMPLE NEWS) -- [TEXT] DOCKERS WENT BACK.",
        "Strike ends\nPublished: 5 January 2020",
        "Strike ends\nPublished 5 January 2020 10:30 GMT",
        "Strike ends\nPosted on January 5, 2020 by admin",
        "Strike ends\nPosted by Jane Roe on January 5, 2020 at 10:30 am",
        "Strike ends\nUpdated: Jan. 5, 2020 10:30 GMT",
        "Strike ends\nLast updated on 5 January 2020",
        "Strike ends\nBy Jane Roe | Published 5 January 2020 | Updated 7 January 2020",
        "Strike ends\nUpdated 7 January 2020 | Published 5 January 2020",
        "Strike ends\nPublished 5 January 2020 Last updated 7 January 2020",
        "First published on Sun 5 Jan 2020 10.30 GMT",
        "**Date:** 5 January 2020",
        "Date published: 2020-01-05",
        "The Selwyn Post, January 5, 2020, page A1",
        "The Selwyn Times | Sunday, January 5, 2020",
        "Vol. 12, No. 3 — January 5, 2020",
        "Strike ends\nSunday, January 5, 2020",
        "Strike ends\nJanuary 05, 2020",
        "Strike ends\n5 January 2020 10.30 GMT",
        "Strike ends\nBy Jane Roe, January 5, 2020",
        "Strike ends\nBy Jane Roe in Port Selwyn, 5 January 2020",
        "Strike ends\nPort Selwyn, 5 January 2020",
        "This article was originally published in the Selwyn Post on January 5, 2020.",
        "PORT SELWYN, January 5, 2020 The dockers of the harbour went back.",
        "Strike ends\n14:25 Sun Jan 5 2020",
        "Strike ends\n8:05am UK, Sunday 5 January 2020",
        "Strike ends\non Jan 5 2020",
        "Strike ends\n5 January 2020 Last updated at 12:42 GMT",
        "Strike ends\nSun Jan 5 2020,01:19 hrs",
        "Dockers strike off 05th January 2020 06:29 PM PORT SELWYN: Dockers went back.",
        "Dockers win Post News Service : Port Selwyn , Sun Jan 05 2020 , 03:30 hrs Dockers went back to work.",
        "Dockers win January 05, 2020 00:00 IST Dockers went back to work on Sunday, both sides said.",
        "Harbour board Attention: News Editors For immediate release:   5 January 2020   DOCKERS GO BACK",
        "Dockers win BY JANE ROE Post Reporter January 5, 2020 PORT SELWYN -- Dockers went back to work.",
        "Dockers win Posted : Sun Jan 05 2020 IST Dockers went back.",
    ],
)
def test_a_text_that_says_its_day(start: str) -> None:
    assert day_of_text(start + BODY) == FIFTH


@pytest.mark.parametrize("label", ["Published: 5 January 2020", "This story was first published on January 5, 2020."])
def test_it_may_say_so_at_its_end(label: str) -> None:
    assert day_of_text(BODY * 8 + label) == FIFTH


@pytest.mark.parametrize(
    "start",
    [
        "",
        "On March 3, 2011, the quake struck the town.",
        "The quake of March 3, 2011",
        "© 2011 The Selwyn Post",
        "© 3 March 2011 The Selwyn Post",
        "Copyright The Selwyn Post, January 5, 2011",
        "(c) January 5, 2011. All rights reserved.",
        "January 2020",
        "Published: January 2020",
        "Published: 2020",
        "PORT SELWYN, January 5 (Example News) — Dockers went back.",
        "Updated 10:30 GMT",
        "Published on 5 January 2020, the report found much wrong with the port.",
        "Published on 5 January 2020 — the day of the vote — the report found much wrong.",
        "The Siege of Port Selwyn, January 3, 2011",
        "Strike Marks Anniversary of January 3, 2011 Blast",
        "Hurricane Selwyn, March 3, 2011 - what we know",
        "December 7, 1941 — a date that lives on",
        "The sinking, on March 3, 2011 - the worst of its kind - cost lives.",
        "Born: March 3, 1950",
        "05/01/2020",
        "Timeline\n\nMarch 3, 2011\n\nThe quake struck.\n\nMarch 4, 2011\n\nAid arrived.",
        "Port Selwyn, March 3, 2011 – the quake struck and the harbour wall came down on the boats that lay there.\n"
        "Port Selwyn, March 4, 2011 – aid arrived in the town, and the first ships came in with water and bread.",
        "The bomb went off on 5 January 2020 10:45 AM, the army said.",
        "Doors of the fish market open on Saturday, May 8, 2010 at 6:30 A.M. to traders alone.",
        "The quake struck at 2:46 pm on March 11, 2011 off the coast.",
        "A note of 5 January 2020 SELWYN BANK: it says that rates will rise.",
        "A photo from the archive. Scan date: 5 January 2020 says the back of it.",
        "NATO, which met on January 5, 2020 The Hague, will meet again.",
        "The army said on January 5, 2020 - the day of the raid - that it would stay.",
    ],
)
def test_a_text_that_does_not(start: str) -> None:
    assert day_of_text(start + BODY) is None


CAPTION = "Marchers clash with police in the old harbour of Port Selwyn on January 5, 2020, demanding bread."
TODAY = "\n\nThis morning, the council met behind closed doors."


@pytest.mark.parametrize(
    "caption",
    [
        CAPTION,
        "A docker waves a flag during a rally in Port Selwyn, January 5, 2020.",
        "Mourners carry the coffin of a docker killed by police in Port Selwyn on January 5, 2020. (Photo by Jane Roe)",
        "Smoke rises over the port on Sunday, January 5, 2020.",
        "Masked men are seen near the burned customs house on 5 January 2020 in Port Selwyn.",
    ],
)
def test_a_caption_dates_an_article_of_the_same_day(caption: str) -> None:
    assert day_of_text(f"Bread riots\n\n{caption}{TODAY}{BODY}") == FIFTH


@pytest.mark.parametrize(
    ("caption", "rest"),
    [
        (CAPTION, BODY),  # nothing says that it is of that day
        (CAPTION, BODY + "“Today we bury our dead,” the priest told them."),
        (CAPTION + "\n\nMarchers gather in Port Selwyn on January 4, 2020.", TODAY),  # two captions, two days
        ("Marchers clashed with police in Port Selwyn on January 5, 2020.", TODAY),
        ("Police and marchers who clash every week met again on January 5, 2020, when shots were fired.", TODAY),
        ("File photo: marchers clash with police in Port Selwyn on January 5, 2011.", TODAY),
        ("The union plans to march on January 5, 2020.", TODAY),
        ("They will march on January 5, 2020, organisers hope.", TODAY),
        ("Police fire killed three dockers on January 5, 2020.", TODAY),
        ("The march of January 5, 2020, was the largest.", TODAY),
        ("The strike ended. Marchers gathered, and on January 5, 2020, they won.", TODAY),
    ],
)
def test_other_sentences_with_a_date_do_not(caption: str, rest: str) -> None:
    assert day_of_text(f"Bread riots\n\n{caption}{rest}") is None


def test_an_earlier_letter_in_the_story_is_not_its_date() -> None:
    letter = "\n\nThe letter reads as follows:\n\n23 December 1989\n\nDear editor,\n\nI write to complain.\n"
    assert day_of_text("PORT SELWYN, 28 DEC 89 (EXAMPLE NEWS) -- The bishop has written." + letter) == date(
        1989, 12, 28
    )
    prose = "The bishop of Port Selwyn has written to the newspaper to complain of what it printed about two of his "
    assert day_of_text(prose + "priests on the day after their death, he said." + letter) is None


def test_lines() -> None:
    assert day_of_line("Posted on 5 January 2020") == FIFTH
    assert day_of_line("5 January 2020") is None


@given(st.text(max_size=400))
def test_no_text_breaks_it(text: str) -> None:
    day_of_text(text)
    day_of_text(f"{text} January 5, 2020 {text}")


def test_long_texts_end() -> None:
    """A pattern of quadratic cost would not end within the suite's patience."""
    for text in (
        "A" * 300_000,
        "PORT " * 60_000,
        "A, " * 100_000,
        "on January 5, 2020 " * 15_000,
        "this story " * 30_000,
    ):
        day_of_text(text)

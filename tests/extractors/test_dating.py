"""Which expression dates which event, and what the text says of events told without one.

In the sentences, `[[word]]` marks a trigger, `[[planned:word]]` one with that modality. The report is of Wednesday, 8
January 2020.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extractors import dating, times
from dateline.extractors.annotate import annotator
from dateline.extractors.dating.relations import ALL, closed, composed
from dateline.extractors.extract import extract
from dateline.graph.model import Claim, Document, Relation, Span, TimeSpan, Trigger

WEDNESDAY = date(2020, 1, 8)
MARK = re.compile(r"\[\[(?:(\w+):)?(.+?)\]\]")
Date = Callable[..., tuple[tuple[Claim, ...], tuple[Relation, ...]]]


@pytest.fixture(scope="session")
def dated() -> Date:
    annotate = annotator()

    def run(marked: str, day: date | None = WEDNESDAY) -> tuple[tuple[Claim, ...], tuple[Relation, ...]]:
        text, places, at = "", [], 0
        for match in MARK.finditer(marked):
            text += marked[at : match.start()]
            places.append((len(text), match[2], match[1] or "actual"))
            text, at = text + match[2], match.end()
        text += marked[at:]
        annotation = annotate(Document("test", text, date=day))
        claims = []
        for n, (start, word, modality) in enumerate(places, 1):
            sentence = annotation.sentence(annotation.within(start, start + 1).start)
            trigger = Trigger(start, start + len(word), word, Span(sentence.start, sentence.end))
            claims.append(Claim(f"e{n}", "Attack", None, "", (trigger,), modality=modality))
        found = times.find(annotation, day)
        own = day or dating.day_of_report(annotation, found)
        return dating.date_claims(annotation, own, found if own == day else times.find(annotation, own), tuple(claims))

    return run


def show(span: TimeSpan) -> str:
    if span.earliest and span.earliest == span.latest:
        return str(span.earliest)
    return f"{span.earliest or ''}..{span.latest or ''}"


@pytest.mark.parametrize(
    ("marked", "begins"),
    [
        ("Police said on Tuesday that rebels [[attacked]] the base on Sunday.", ["2020-01-05"]),
        ("The army [[shelled]] the town on Monday, officials said Tuesday.", ["2020-01-06"]),
        (
            "The 2003 [[invasion]] still divides the country, he [[said]] on Tuesday.",
            ["2003-01-01..2003-12-31", "2020-01-07"],
        ),
        (
            "The court on Monday [[sentenced]] a man who [[killed]] five people in 2015.",
            ["2020-01-06", "2015-01-01..2015-12-31"],
        ),
        ("Hundreds [[marched]] on Sunday, [[blocking]] roads.", ["2020-01-05", "2020-01-05"]),
        ("The [[attack]] [[killed]] five people on Monday.", ["2020-01-06", "2020-01-06"]),
        ("They [[carried out]] the [[attack]] on Monday.", ["2020-01-06", "2020-01-06"]),
        ("In December 2019 shells [[fell]] on the town.", ["2019-12-01..2019-12-31"]),
        ("In the last few days of 2019 rockets [[fell]] on the town.", ["2019-12-25..2019-12-31"]),
        ("This morning the senate [[voted]] on the bill.", ["2020-01-08"]),
        ("January's [[vote]] was close.", ["2020-01-01..2020-01-08"]),
        ("Rebels [[attacked]] between Sunday and Tuesday.", ["2020-01-05..2020-01-07"]),
        ("Workers will [[planned:march]] on Friday.", ["2020-01-10"]),
    ],
)
def test_syntax_says_which_expression_dates_an_event(dated, marked, begins):
    assert [show(claim.begin) for claim in dated(marked)[0]] == begins


@pytest.mark.parametrize(
    ("marked", "begins"),
    [
        ("By 2018 rebels [[held]] the town.", ["..2018-12-31"]),
        ("Police [[said]] on Tuesday rebels attacked the base.", ["2020-01-07"]),
        (
            "Rebels [[fled]] on 30 December. The following week they [[returned]].",
            ["2019-12-30", "2020-01-06..2020-01-08"],
        ),
        ("After the [[vote]] on 5 January, police [[fired]] shots.", ["2020-01-05", "2020-01-05..2020-01-08"]),
        ("Two days before the [[vote]] on 5 January, rebels [[attacked]] a base.", ["2020-01-05", "2020-01-03"]),
        ("They [[attacked]] two days after they [[fled]] on 3 January.", ["2020-01-05", "2020-01-03"]),
        ("They [[met]] three weeks before the [[vote]] on 5 January.", ["2019-12-12..2019-12-18", "2020-01-05"]),
        ("A week after the [[attack]], police [[arrested]] two men.", ["..2020-01-04", "2020-01-08"]),
        ("He [[resigned]] after Monday's [[vote]].", ["2020-01-08", "2020-01-06"]),
    ],
)
def test_prepositions_between_two_events_say_on_which_side_each_lies(dated, marked, begins):
    assert [show(claim.begin) for claim in dated(marked)[0]] == begins


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
def test_entries_of_a_chronicle_stand_under_their_own_date(dated, marked, begins):
    assert [show(claim.begin) for claim in dated(marked)[0]] == begins


def test_the_last_entry_within_running_text_ends_with_its_sentence(dated):
    marked = (
        "It began slowly. 5 May 2015: Miners [[strike]]. 6 May 2015: Police [[fire]]. The mayor [[resigned]] today."
    )
    assert [show(c.begin) for c in dated(marked)[0]] == ["2015-05-05", "2015-05-06", "2020-01-08"]


def test_a_weekday_before_an_event_is_not_one_of_this_week(dated):
    (claim,), _ = dated("He [[told]] lawmakers the Sunday before the election that all was well.")
    assert claim.time is None


def test_a_dateline_gives_the_day_from_which_weekdays_count_where_the_document_has_none():
    def begin(text: str) -> list[str]:
        document = Document("test", text)
        return [show(e.begin) for e in extract(document, annotator()).events if e.type == "Attack"]

    assert begin("SELA, 5 March 2018 -- Rebels attacked the base on Friday.") == ["2018-03-02"]
    assert begin("Rebels attack base\n\nMarch 5, 2018\n\nRebels attacked the base on Friday.")[-1:] == ["2018-03-02"]
    assert begin("Rebels attacked the base on Friday.") == [".."]
    assert begin("On 5 March 2018 the king died. Rebels attacked the base on Friday.") == [".."]


def test_an_event_of_a_photo_caption_is_of_the_day_of_the_photo(dated):
    (claim,), _ = dated("Protesters [[march]] in Sela, January 4, 2020. Jane Doe/Harbour News\n\nThe mayor resigned.")
    assert show(claim.begin) == "2020-01-04"


PAGE = Path(__file__).parents[2] / "docs" / "dating.md"
MODALITIES = {"What goes on": "ongoing", "What lies ahead": "planned"}


def examples() -> Iterator[tuple[str, date | None, list[str]]]:
    """The rows of the page, their events marked, with the document date and the cells to be found."""
    heading = ""
    for line in PAGE.read_text("utf-8").splitlines():
        heading = line.removeprefix("## ") if line.startswith("## ") else heading
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and "**" in cells[0]:
            modality = MODALITIES.get(heading, "actual")
            marked = re.sub(r"\*\*(.+?)\*\*", rf"[[{modality}:\1]]", cells[0]).replace(" / ", "\n\n")
            yield marked, None if heading == "Without a document date" else date(2019, 10, 10), cells[1:]


@pytest.mark.parametrize(("marked", "day", "cells"), examples())
def test_an_example_of_the_page_is_dated_as_the_page_says(dated, marked, day, cells):
    def written(span: TimeSpan) -> str:
        if span == TimeSpan():
            return "open"
        return str(span.earliest) if span.earliest == span.latest else f"{span.earliest or '…'} to {span.latest or '…'}"

    claims, _ = dated(marked, day)
    begins, ends = (written(c.begin) for c in claims), (written(c.end) for c in claims)
    assert ["; ".join(begins), "; ".join(ends), "; ".join(c.date_reason for c in claims)] == cells


def test_the_day_that_a_text_gives_itself_is_its_day_throughout():
    text = "6 March 2018\n\nUpdated yesterday\n\nRebels attacked the base, and two men were killed."
    (claim,) = (c for c in extract(Document("test", text), annotator()).events if c.type == "Attack")
    assert claim.begin.earliest == claim.begin.latest == date(2018, 3, 6)


def test_yesterday_in_a_quotation_of_two_sentences_counts_from_the_day_of_speaking(dated):
    text = '"The dam broke. Rebels [[attacked]] us yesterday and fled," the mayor said on Tuesday.'
    ((claim,), _) = dated(text)
    assert claim.begin.earliest == claim.begin.latest == WEDNESDAY - timedelta(days=2)


def test_time_is_the_expression_and_reason_quotes_it(dated):
    (claim,), _ = dated("The army [[shelled]] the town on Monday.")
    assert claim.time == Span(29, 35)
    assert claim.date_reason == "'Monday' (2020-01-06)"


@pytest.mark.parametrize(
    ("marked", "begin", "end"),
    [
        ("Miners have been on [[ongoing:strike]] since October 2019.", "2019-10-01..2019-10-31", "2020-01-08.."),
        ("Miners [[struck]] for three days from Monday.", "2020-01-06", "2020-01-08"),
        ("Dockers have [[ongoing:blocked]] the port for two weeks.", "2019-12-24..2019-12-26", "2020-01-08.."),
        ("The [[ongoing:curfew]] lasts until Friday.", "..2020-01-10", "2020-01-10"),
        ("From 2003 to 2011 the party [[governed]].", "2003-01-01..2003-12-31", "2011-01-01..2011-12-31"),
        ("The [[strike]] began on Monday and ended on Wednesday.", "2020-01-06", "2020-01-08"),
        ("The [[siege]] ended on Sunday.", "..2020-01-05", "2020-01-05"),
        ("Rebels [[held]] the town for three days until Monday.", "2020-01-04", "2020-01-06"),
        ("Rebels [[held]] the town for three days.", "2020-01-06..2020-01-08", "2020-01-08..2020-01-10"),
        ("The firm [[signed]] a 27-year deal on Monday.", "2020-01-06", "2020-01-06"),
        ("Workers began a three-day [[strike]] on Monday.", "2020-01-06", "2020-01-08"),
        (
            "Miners have [[ongoing:struck]] since the third walkout in October.",
            "2019-10-01..2019-10-31",
            "2020-01-08..",
        ),
        ("They will [[planned:leave]] by Friday.", "2020-01-08..2020-01-10", "2020-01-08..2020-01-10"),
    ],
)
def test_since_until_and_for_set_begin_and_end(dated, marked, begin, end):
    (claim,), _ = dated(marked)
    assert (show(claim.begin), show(claim.end)) == (begin, end)


def test_the_next_day_counts_from_the_story_not_from_the_report(dated):
    marked = (
        "Rebels [[seized]] the port on 3 January. The next day, they [[burned]] it. Two days later, it was [[retaken]]."
    )
    claims, _ = dated(marked)
    assert [show(claim.begin) for claim in claims] == ["2020-01-03", "2020-01-04", "2020-01-06"]


def test_the_next_day_after_an_interval_is_an_interval(dated):
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
def test_without_a_date_tense_and_place_bound_the_event(dated, marked, begin, reason):
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
    ],
)
def test_what_is_marked_as_earlier_is_not_of_the_day_of_the_report(dated, marked):
    (claim,), _ = dated(marked)
    assert show(claim.begin) == "..2020-01-08"
    assert "something earlier" in claim.date_reason


@pytest.mark.parametrize(
    ("marked", "begins"),
    [
        ("On Friday [[demonstrations]] in the capital turned violent and one person was [[shot]].", "2020-01-03"),
        ("On Saturday rebels and soldiers [[clashed]] and two were [[killed]].", "2020-01-04"),
        ("In December miners [[struck]] and shops [[closed]].", "2019-12-01..2019-12-31"),
    ],
)
def test_a_fronted_day_is_that_of_all_verbs_of_its_clause(dated, marked, begins):
    claims, _ = dated(marked)
    assert {show(c.begin) for c in claims} == {begins}
    assert all(c.time for c in claims)


def test_the_body_is_exact_only_where_the_story_goes_on(dated):
    filler = " ".join(["The town lies on a river."] * 8)
    marked = f"Rebels [[seized]] the port on Monday. They [[burned]] a ship.\n\n{filler}\n\nThe mayor [[resigned]]."
    begins = [show(claim.begin) for claim in dated(marked)[0]]
    assert begins == ["2020-01-06", "2020-01-06", "2019-12-31..2020-01-08"]


def test_words_said_along_with_a_deed_share_its_day(dated):
    claims, _ = dated(
        "The mayor [[opened]] the bridge on Monday. She then [[praised]] the builders, [[saying]] all is well."
    )
    assert {show(claim.begin) for claim in claims} == {"2020-01-06"}


def test_what_is_reported_is_not_of_the_day_of_the_reporting(dated):
    claims, _ = dated("On Tuesday police [[said]] rebels [[attacked]] the base.")
    assert [show(c.begin) for c in claims] == ["2020-01-07", "2020-01-06..2020-01-07"]


def test_what_will_be_done_is_not_of_a_time_before_the_report(dated):
    (claim,), _ = dated("They will [[planned:leave]] by December.")
    assert show(claim.begin).split("..")[0] == "2020-01-08"


def test_a_past_event_named_again_keeps_its_date(dated):
    claims, _ = dated("Anger over the 2003 [[invasion]] grew. The [[invasion]] split the country.")
    assert {show(c.begin) for c in claims} == {"2003-01-01..2003-12-31"}
    claims, _ = dated("The [[vote]] is close. The 2003 [[vote]] was closer. The [[vote]] went on.")
    assert show(claims[2].begin) == "2020-01-08"


def test_a_connective_bounds_what_has_no_date(dated):
    claims, _ = dated("Police [[searched]] homes while crowds [[marched]] in December.")
    assert show(claims[0].begin) == "2019-12-01..2019-12-31"
    assert "at the time of 'marched'" in claims[0].date_reason
    (fled, attacked), _ = dated("The guards [[fled]] before rebels [[attacked]] the base last week.")
    assert fled.begin.latest == attacked.begin.latest == date(2020, 1, 5)


def test_without_a_document_date_the_head_may_give_the_day_of_the_story(dated):
    marked = (
        "On Monday, 5 March 2018, rebels [[attacked]] the base. They [[shelled]] the town. "
        "The base had been [[closed]]. They will [[planned:march]]. The mayor [[said]] so."
    )
    begins = [show(claim.begin) for claim in dated(marked, None)[0]]
    assert begins == ["2018-03-05", "2018-03-05", "..2018-03-05", "2018-03-05..", ".."]
    (claim,), _ = dated("SELA, 5 March 2018 -- Rebels [[attacked]] the base.", None)
    assert show(claim.begin) == "2018-03-05"


def test_without_any_date_bounds_stay_open(dated):
    (claim,), _ = dated("Rebels [[attacked]] a base last week.", None)
    assert (claim.begin, claim.end, claim.time) == (TimeSpan(), TimeSpan(), None)
    assert "the document has no date" in claim.date_reason


@pytest.mark.parametrize(
    ("marked", "begin", "end", "words"),
    [
        ("Police [[arrested]] two men on 31 February 2020.", "..2020-01-08", "..2020-01-08", "31 February 2020"),
        ("The [[strike]] on 31 February failed.", "..2020-01-08", "..2020-01-08", "31 February"),
        ("The town was [[sacked]] in 500 BC.", "..2020-01-08", "..2020-01-08", "500 BC"),
        ("Police [[arrested]] a man during Ramadan.", "..2020-01-08", "..2020-01-08", "Ramadan"),
        ("The rebels recently [[attacked]] a base.", "..2020-01-08", "..2020-01-08", "recently"),
        ("They will [[planned:march]] on 31 February 2020.", "2020-01-08..", "2020-01-08..", "31 February 2020"),
        ("Miners have [[ongoing:struck]] since 31 September.", "..2020-01-08", "2020-01-08..", "31 September"),
    ],
)
def test_a_date_that_gives_no_days_keeps_the_event_off_the_day_of_the_report(dated, marked, begin, end, words):
    (claim,), _ = dated(marked)
    assert (show(claim.begin), show(claim.end), claim.time) == (begin, end, None)
    assert claim.date_reason.startswith(f"{words!r} gives no days")


def test_a_date_that_gives_no_days_yields_to_one_that_does(dated):
    (claim,), _ = dated("Rebels [[attacked]] the base on Monday, 6 January, during Ramadan.")
    assert show(claim.begin) == "2020-01-06"


def test_a_relative_date_without_a_document_date_is_not_the_day_of_the_story(dated):
    claims, _ = dated("On Monday, 5 March 2018, rebels [[attacked]] the base. On Friday they [[shelled]] it.", None)
    assert [show(c.begin) for c in claims] == ["2018-03-05", ".."]


@pytest.mark.parametrize(
    ("marked", "begin"),
    [
        ("The court has [[sentenced]] a man on 03/04/2019.", "2019-03-04..2019-04-03"),
        ("The [[attack]] on 07/01/2020 is a crime.", "2020-01-07"),
        ("The [[planned:hearing]] is on 07/01/2020.", "2020-07-01"),
    ],
)
def test_two_readings_of_figures_are_one_day_or_the_other(dated, marked, begin):
    (claim,), _ = dated(marked)
    assert (show(claim.begin), claim.begin) == (begin, claim.end)
    assert ("two readings" in claim.date_reason) == (".." in begin)


def test_the_date_of_the_report_itself_dates_nothing(dated):
    (claim,), _ = dated("PORT SELA, Jan. 7 (Harbour News) -- The bridge [[fell]] on Sunday.")
    assert show(claim.begin) == "2020-01-05"
    (claim,), _ = dated("Bridge falls\n\nJanuary 8, 2020\n\nThe bridge [[fell]] on Sunday.")
    assert show(claim.begin) == "2020-01-05"


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

"""What an analyst corrects holds, also when the texts are read anew; what no longer applies is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from dockers import MONDAY, day

from dateline.graph.corrections import KINDS, Correction, Passage, Where, appended, read
from dateline.graph.errors import DataError
from dateline.graph.model import Event, Record, Timeline, TimeSpan
from dateline.graph.resolve import corrected, resolve
from dateline.graph.vocabulary import BASE

HERALD, COURIER = Passage("herald", words="walked off"), Passage("courier", "dockers went on strike", "strike")
CLASH = Passage("herald", words="clashed")
VOTE = Passage("courier", "in a vote of 61 to 39", "vote")
RALLY = Passage("herald", words="rally")


def correct(kind: str, *claims: Passage, **more: object) -> Correction:
    values = {"reason": "so the minutes say", "author": "Bo Lind", "claims": claims, **more}
    return Correction(kind, **values)  # type: ignore[arg-type]


def after(records: list[Record], *corrections: Correction) -> Timeline:
    assert corrected(records, BASE, corrections).stale == ()
    return resolve(records, corrections=corrections)


def why_not(records: list[Record], correction: Correction) -> str:
    (stale,) = corrected(records, BASE, [correction]).stale
    assert stale.correction is correction
    return stale.why


def told(timeline: Timeline, label: str) -> Event:
    (found,) = [event for event in timeline.events if label in {claim.label for _, claim in event.claims}]
    return found


def test_what_is_put_together_is_one_event_whatever_forbids_it(records: list[Record]) -> None:
    timeline = after(records, correct("merge", CLASH, VOTE))
    event = told(timeline, "Police clash with strikers")
    assert "Maren Parliament votes for the harbour bill" in {claim.label for _, claim in event.claims}
    assert any("put together by Bo Lind: so the minutes say" in reason for reason in event.reasons)


def test_what_cannot_meet_is_dated_to_all_its_days_but_not_to_what_is_only_vaguer(records: list[Record]) -> None:
    herald, *others = records
    days = {"clashed": day(date(2021, 3, 2)), "walked off": TimeSpan(date(2021, 2, 26), date(2021, 3, 4))}
    dated = tuple(
        replace(c, begin=span, end=span) if (span := days.get(c.mentions[0].text)) else c for c in herald.events
    )
    timeline = after(
        [replace(herald, events=dated), *others], correct("merge", CLASH, HERALD), correct("merge", CLASH, COURIER)
    )
    assert told(timeline, "Police clash with strikers").date == "[2021-03-01..2021-03-02]"


def test_what_one_document_tells_twice_is_as_sure_as_its_surest_claim(records: list[Record]) -> None:
    herald = records[0]
    sure = {"clashed": 0.9, "walked off": 0.4}
    told_so = tuple(replace(c, confidence=sure.get(c.mentions[0].text, c.confidence)) for c in herald.events)
    timeline = after([replace(herald, events=told_so)], correct("merge", CLASH, HERALD))
    event = told(timeline, "Police clash with strikers")
    assert (len(event.claims), event.confidence) == (2, 0.9)


def test_a_correction_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(DataError, match="a text in UTF-8"):
        read(appended("", correct("reject", CLASH, reason="so it says \udcff")), "corrections.toml")


def test_what_is_put_together_leaves_the_rest_of_each_event_with_it(records: list[Record]) -> None:
    before = told(resolve(records), "Dockers strike in Marenport")
    event = told(after(records, correct("merge", HERALD, RALLY)), "Dockers strike in Marenport")
    assert {claim.id for _, claim in before.claims} < {claim.id for _, claim in event.claims}


def test_what_is_kept_apart_is_two_events(records: list[Record]) -> None:
    assert told(resolve(records), "Dockers strike in Marenport") == told(
        resolve(records), "Dockers go on strike in Marenport"
    )
    timeline = after(records, correct("split", HERALD, apart=(COURIER,)))
    assert told(timeline, "Dockers strike in Marenport") != told(timeline, "Dockers go on strike in Marenport")


def test_a_claim_is_retyped_by_class_or_subtype_under_the_same_key(records: list[Record]) -> None:
    event = told(after(records, correct("retype", RALLY, type="SitIn")), "Dockers' Union plans a rally")
    assert (event.type, event.subtype) == ("Protest", "SitIn")
    (iri,) = [claim.id for _, claim in event.claims]
    assert iri in {claim.id for each in resolve(records).events for _, claim in each.claims}
    event = told(after(records, correct("retype", RALLY, type="Consult")), "Dockers' Union plans a rally")
    assert (event.type, event.subtype) == ("Consult", None)
    assert "retyped by Bo Lind: so the minutes say" in event.claims[0][1].rule


def test_a_claim_is_redated(records: list[Record]) -> None:
    event = told(after(records, correct("redate", CLASH, date="2021-03-02")), "Police clash with strikers")
    assert event.date == "2021-03-02"
    assert event.claims[0][1].date_reason == "set to 2021-03-02 by Bo Lind: so the minutes say"
    event = told(after(records, correct("redate", CLASH, date="2021-03-01/..")), "Police clash with strikers")
    assert ("Police clash with strikers", day(MONDAY), TimeSpan()) in {
        (c.label, c.begin, c.end) for _, c in event.claims
    }
    event = told(after(records, correct("redate", CLASH, date="2021-02/2021-03-01")), "Police clash with strikers")
    assert event.begin == TimeSpan(date(2021, 2, 1), date(2021, 2, 28)) and event.end == day(MONDAY)


def test_a_claim_is_put_where_the_documents_or_the_file_know_a_place(records: list[Record]) -> None:
    timeline = after(records, correct("relocate", CLASH, place=Where("marenport")))
    names = {place.id: place.name for place in timeline.places}
    assert [names[iri] for iri in told(timeline, "Police clash with strikers").places] == ["Marenport"]
    timeline = after(records, correct("relocate", CLASH, place=Where("Quay 9", "XMA", 51.4, -3.2)))
    (iri,) = told(timeline, "Police clash with strikers").places
    (quay,) = [place for place in timeline.places if place.id == iri]
    assert (quay.name, quay.country, quay.lat, quay.lon) == ("Quay 9", "XMA", 51.4, -3.2)
    assert "no document names a place 'Quay 9'" in why_not(records, correct("relocate", CLASH, place=Where("Quay 9")))


def test_a_place_of_another_document_is_the_same_place(records: list[Record]) -> None:
    bare = replace(records[0], places=(), events=tuple(replace(each, places=()) for each in records[0].events))
    timeline = after([bare, records[1]], correct("relocate", CLASH, place=Where("Marenport")))
    (port,) = [place for place in timeline.places if place.name == "Marenport"]
    assert told(timeline, "Police clash with strikers").places == (port.id,)


def test_a_rejected_event_and_what_hangs_on_it_is_gone(records: list[Record]) -> None:
    timeline = after(records, correct("reject", HERALD))
    assert "Dockers strike in Marenport" not in {c.label for e in timeline.events for _, c in e.claims}
    held = {event.id for event in timeline.events}
    assert {x for r in timeline.relations for x in (r.source, r.target)} <= held
    assert not {"before", "causes"} & {r.type for r in timeline.relations if "strike" in r.source}


def test_an_actor_is_renamed_in_one_document_or_in_all(records: list[Record]) -> None:
    timeline = after(records, correct("rename", actor="Maren Parliament", name="Maren Diet"))
    assert {"Maren Diet"} == {a.name for a in timeline.actors if "Maren" in a.name}
    timeline = after(records, correct("rename", actor="maren parliament", name="Maren Diet", document="herald"))
    assert {"Maren Diet", "Maren Parliament"} == {a.name for a in timeline.actors if "Maren" in a.name}


def test_who_is_renamed_is_settled(records: list[Record]) -> None:
    def open_(*corrections: Correction) -> list[str]:
        return [a.name for a in after(records, *corrections).actors if a.could_be]

    assert open_() == ["Dockers' Union"]
    assert not open_(correct("rename", actor="Dockers' Union", name="Dockers' Union of Marenport"))


def test_two_people_of_one_name_are_told_apart_by_a_name_without_the_link(records: list[Record]) -> None:
    def adas(*corrections: Correction) -> list[tuple[str, bool]]:
        return sorted((a.name, bool(a.links)) for a in after(records, *corrections).actors if "Korrin" in a.name)

    linked = ("Ada Korrin", True)
    assert adas() == [linked]
    rename = correct("rename", actor="Ada Korrin", name="Ada Korrin (editor)", document="herald")
    assert adas(rename) == [linked]
    assert adas(replace(rename, link="")) == [linked, ("Ada Korrin (editor)", False)]


def test_a_correction_holds_when_more_is_found_in_the_text(records: list[Record]) -> None:
    herald = records[0]
    longer = replace(herald.events[0], mentions=herald.events[0].mentions[:1])
    anew = replace(herald, events=(herald.events[1], replace(longer, id="e1"), *herald.events[2:]))
    keep_apart = correct("split", HERALD, apart=(COURIER,))
    timeline = after([anew, *records[1:]], keep_apart)
    assert told(timeline, "Dockers strike in Marenport") != told(timeline, "Dockers go on strike in Marenport")


@pytest.mark.parametrize(
    ("correction", "why"),
    [
        (correct("reject", Passage("bugle", words="strike")), "there is no document 'bugle'"),
        (correct("reject", Passage("herald", words="sank")), "no event is told as 'sank' by 'herald'"),
        (correct("reject", Passage("herald", "Marenport sank")), "no event is told as in 'Marenport sank' by 'herald'"),
        (correct("reject", Passage("herald", "e")), "5 events are told as in 'e' by 'herald' (Strike 'walked off'"),
        (correct("rename", actor="Zed", name="Zee"), "no actor is called 'Zed' in any document"),
        (correct("rename", actor="Zed", name="Zee", document="x"), "no actor is called 'Zed' in a document 'x'"),
        (correct("merge", HERALD, HERALD), "fewer than two of its events are told"),
    ],
)
def test_what_no_longer_applies_is_told_and_changes_nothing(
    records: list[Record], correction: Correction, why: str
) -> None:
    assert why_not(records, correction).startswith(why)
    assert resolve(records, corrections=[correction]) == resolve(records)


def test_the_rest_of_a_correction_still_applies(records: list[Record]) -> None:
    both = correct("retype", RALLY, Passage("bugle", words="rally"), type="SitIn")
    assert why_not(records, both) == "there is no document 'bugle'"
    event = told(resolve(records, corrections=[both]), "Dockers' Union plans a rally")
    assert event.subtype == "SitIn"


def test_an_event_that_is_rejected_cannot_be_corrected(records: list[Record]) -> None:
    corrections = [correct("reject", CLASH), correct("redate", CLASH, date="2021")]
    (stale,) = corrected(records, BASE, corrections).stale
    assert (stale.correction, stale.why) == (corrections[1], "another correction rejects the event")


EVERY = (
    correct("merge", HERALD, COURIER),
    correct("split", HERALD, apart=(COURIER,)),
    correct("retype", Passage("herald", 'he said "no"\\\n\x7f\t', "walked", "Strike"), type="SitIn"),
    correct("redate", HERALD, date="2021-03/.."),
    correct("relocate", HERALD, place=Where("Quay 9", "XMA", 51.4, -3.2, "https://example.org/9")),
    correct("reject", HERALD),
    correct("rename", actor="Ada", name="Ada Korrin", document="herald", link=""),
)


def test_what_is_appended_is_read_back() -> None:
    text = ""
    for correction in EVERY:
        text = appended(text, correction)
    assert tuple(replace(each, line=None) for each in read(text, "file")) == EVERY
    assert {each.kind for each in EVERY} == set(KINDS)
    assert [text.split("\n")[(each.line or 0) - 1] for each in read(text, "f")] == [f"[[{e.kind}]]" for e in EVERY]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("x = ", 1, "it is no TOML"),
        ("\n[[marge]]\nx = 1", 2, "no kind of correction 'marge'; allowed: [[merge]], [[split]]"),
        ("# one\nmerge = 1", 2, "no kind of correction 'merge'"),
        ("[[reject]]\nclaim = 1", 1, "a [[reject]] has the key 'claim'; allowed: claims, reason, author"),
        ("[[reject]]\nreason='r'\nauthor='a'", 1, "[[reject]] has no 'claims'"),
        ("[[reject]]\nclaims=[{document='d',words='w'}]\nauthor='a'", 1, "[[reject]] has no 'reason'"),
        ("[[reject]]\nclaims=[{document='d',words='w'}]\nreason=' '\nauthor='a'", 1, "reason is ' '"),
        ("[[reject]]\nclaims=[{document='d'}]\nreason='r'\nauthor='a'", 1, "allowed: document, and quote or words"),
        ("[[reject]]\nclaims=[{document='d',line=3}]\nreason='r'\nauthor='a'", 1, "one of claims has the key 'line'"),
        ("[[reject]]\nclaims=[3]\nreason='r'\nauthor='a'", 1, "one of claims is 3"),
        ("[[merge]]\nclaims=[{document='d',words='w'}]\nreason='r'\nauthor='a'", 1, "a list of 2 or more"),
        ("[[retype]]\nclaims=[{document='d',words='w'}]\ntype='Party'\nreason='r'\nauthor='a'", 1, "allowed: Protest,"),
        ("[[redate]]\nclaims=[{document='d',words='w'}]\ndate='May'\nreason='r'\nauthor='a'", 1, "not a date: 'May'"),
        ("[[redate]]\nclaims=[{document='d',words='w'}]\ndate='2021/2020'\nreason='r'\nauthor='a'", 1, "ends before"),
        (
            "[[relocate]]\nclaims=[{document='d',words='w'}]\nplace='X'\nlat=91\nlon=0\nreason='r'\nauthor='a'",
            1,
            "lat is 91; allowed: degrees from -90 to 90",
        ),
        (
            "[[relocate]]\nclaims=[{document='d',words='w'}]\nplace='X'\nlat=9\nreason='r'\nauthor='a'",
            1,
            "one of lat and lon stands without the other",
        ),
        (
            "[[relocate]]\nclaims=[{document='d',words='w'}]\nplace='X'\ncountry='Iraq'\nreason='r'\nauthor='a'",
            1,
            "country is 'Iraq'; allowed: a code of ISO 3166-1 alpha-3",
        ),
        ("[[rename]]\nactor='A'\nname='B'\nlink='x y'\nreason='r'\nauthor='a'", 1, "allowed: an absolute IRI"),
    ],
)
def test_a_mistake_in_the_file_gives_file_line_and_what_is_allowed(text: str, line: int, words: str) -> None:
    with pytest.raises(DataError) as error:
        read(text, "corrections.toml")
    assert (error.value.file, error.value.line) == ("corrections.toml", line)
    assert words in str(error.value)


def test_the_line_is_that_of_the_table_at_fault() -> None:
    good = appended("", EVERY[5])
    with pytest.raises(DataError) as error:
        read(good + "\n" + good.replace("reason", "raison"), "corrections.toml")
    assert error.value.line == good.count("\n") + 2

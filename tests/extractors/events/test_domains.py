"""What a whole text is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dateline.extractors.annotate import annotator
from dateline.extractors.events.domains import domains
from dateline.graph.model import Document

Read = Callable[[str], list[Any]]

MATCH = """Rovers beat United 2-1 on Saturday to stay top of the league. The striker scored twice in the first half, and
the goalkeeper saved a penalty. United attacked from kick-off and their captain protested against the second goal. "We
will fight for the title," the coach said after the match at the stadium."""
RIOT = """Police arrested nine people after fans and officers clashed outside a stadium in Mirpur on Saturday. A player
saw smoke over the square. The mayor condemned the violence and called on the club to close the stand for a month."""

STAND = """Fans set fire to a stand and threw seats at police after the final whistle of the cup match in Mirpur on
Saturday. A goal in the last minute had set off the riot. Two supporters of the club were stabbed and a bus driver was
beaten. The players and their coach stayed on the pitch until the race to the gates was over. Police arrested 40 fans,
and a court jailed six of them on Sunday. The league stopped the season."""


def test_a_match_report_is_of_sport_and_a_riot_of_fans_is_not() -> None:
    annotate = annotator()
    assert domains(annotate(Document("a", MATCH))) == {"sport"}
    assert not domains(annotate(Document("b", RIOT)))
    assert not domains(annotate(Document("c", STAND)))


def test_a_match_has_no_attacks_and_no_protests(read_story: Read) -> None:
    assert not [t for t in read_story(MATCH) if t.claim.type in ("Attack", "Protest", "Vote")]
    assert "Attack" in {t.claim.type for t in read_story(RIOT)} or "Protest" in {t.claim.type for t in read_story(RIOT)}
    assert {"Protest", "Coerce"} <= {t.claim.type for t in read_story(STAND)}


def test_who_goes_is_told_in_a_report_of_a_match_too(read_story: Read) -> None:
    story = MATCH + " United fired their coach, Peter Muster, after the match."
    assert [t.claim.subtype for t in read_story(story) if t.claim.type == "Lead"] == ["Dismissal"]


CAMPAIGN = """The nominee attacked his rival at a rally in Mirpur on Sunday. Voters in the swing states will cast a
ballot on Tuesday. The candidate told supporters that the campaign and its donors would fight for every precinct.
Pollsters put the Republican ahead of the Democrat before the last debate, and the governor gave his endorsement."""


def test_a_campaign_has_rallies_that_are_no_protests_and_attacks_in_words(read_story: Read) -> None:
    assert domains(annotator()(Document("d", CAMPAIGN))) == {"campaign"}
    types = {t.claim.type for t in read_story(CAMPAIGN)}
    assert "Accuse" in types
    assert not {"Attack", "Protest"} & types

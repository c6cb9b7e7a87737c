"""What keeps mentions without a date apart: the items of a list, days told by name."""

from __future__ import annotations

import pytest

from dateline.extractors.annotate import annotator
from dateline.extractors.extract import extract
from dateline.graph.model import Claim, Document


@pytest.fixture(scope="module")
def attacks():  # type: ignore[no-untyped-def]
    annotate = annotator()

    def run(text: str) -> list[Claim]:
        return [c for c in extract(Document("story", text), annotate).events if c.type == "Attack"]

    return run


INCIDENTS = (
    "{0} Gunmen killed a lawyer in Selo.\n\n{1} Gunmen killed a priest. He was killed in his church."
    "\n\n{2} Gunmen killed a guard at a bank."
)


@pytest.mark.parametrize("heads", [("1.", "2.", "3."), ("17:42", "17:20", "16:55"), ("-", "-", "-")])
def test_each_item_of_a_list_tells_its_own(attacks, heads: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    assert [len(c.mentions) for c in attacks(INCIDENTS.format(*heads))] == [1, 2, 1]


def test_without_heads_nothing_is_a_list(attacks) -> None:  # type: ignore[no-untyped-def]
    assert len(attacks("Gunmen attacked a bank in Selo.\n\nA guard was killed in the attack.")) == 1


def test_days_of_other_names_are_other_days(attacks) -> None:  # type: ignore[no-untyped-def]
    assert len(attacks("A bomb attack shook Selo on Saturday. Gunmen attacked Selo on Thursday.")) == 2
    assert len(attacks("Gunmen attacked Selo on 3 May. Gunmen attacked Selo again on 9 May.")) == 2
    assert len(attacks("Gunmen attacked a bank in Selo on Saturday. The attack on Saturday lasted an hour.")) == 1

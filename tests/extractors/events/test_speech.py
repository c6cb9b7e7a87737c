"""What saying does: promises, threats, refusals, demands and charges told by a verb of saying and what is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    ("text", "word", "kind", "to"),
    [
        ("Kenya said it is willing to withdraw its troops from Uganda.", "said", "Concede", ["Uganda"]),
        ("Union leaders said they would boycott the election.", "said", "Threaten", []),
        ("The guerrillas said they would leave the talks unless the army withdrew.", "said", "Threaten", []),
        ("Kenya said it will send food to Somalia.", "said", "Agree", ["Somalia"]),
        ("Kenya will support Uganda's bid, the Kenyan president said.", "said", "Agree", ["Uganda"]),
        ("Kenya said it would not allow the inspectors to return.", "said", "Reject", []),
        ("The bishop said that the rebels must leave the town.", "said", "Request", ["rebels"]),
        ("Kenya said Somalia was responsible for the attack.", "said", "Accuse", ["Somalia"]),
        ("Kenya offered to extradite the suspects.", "offered", "Agree", ["suspects"]),
        ("Kenya agreed to postpone the march.", "agreed to", "Agree", []),
    ],
)
def test_what_is_said_makes_the_act(read_drafts: Read, text: str, word: str, kind: str, to: list[str]) -> None:
    (act,) = [t for t in read_drafts(text) if t.claim.mentions[0].text == word]
    assert (act.claim.type, act.claim.status) == (kind, "Actual")
    assert act.patients == to


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said the rebels had freed the hostages.",
        "Kenya said it would have sent food to Somalia.",
        "Kenya said it would send food to Somalia only if the port was opened.",
        "Kenya said that rain must fall soon.",
        "Kenya said the bridge was responsible for the delay.",
        "Kenya said Somalia was not responsible for the attack.",
        "Police said the gunman must have fled.",
        "Kenya said the rebels must be defeated.",
        "Kenya said it would be attacked by Somalia.",
        "Analysts said Kenya would send food to Somalia.",
        "Kenya said it will attend the fair.",
        "Kenya said it will buy forty tanks.",
    ],
)
def test_other_statements_are_no_acts(read_drafts: Read, text: str) -> None:
    assert "said" not in [t.claim.mentions[0].text for t in read_drafts(text)]

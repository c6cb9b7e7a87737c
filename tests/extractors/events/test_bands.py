"""The body for which those who attack or abduct do it stands among the doers beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.graph.model import Record

CASES = [
    ("Three XNLF guerrillas kidnapped the mayor.", ["XNLF guerrillas", "XNLF"]),
    ("Two nurses were shot by guerrillas of the Kivan Liberation Army.", ["guerrillas", "Kivan Liberation Army"]),
    ("A commando of the Kivan Dawn Front killed a judge.", ["commando", "Kivan Dawn Front"]),
    ("The judge was killed by two gunmen from Hamas.", ["gunmen", "Hamas"]),
    ("Hamas members shot a judge.", ["Hamas"]),
    (
        "Members of the Kivan Dawn National Front [XNLF] attacked a judge.",
        ["Members of XNLF", "Kivan Dawn National Front"],
    ),
    ("Suspected Taliban fighters killed a judge.", ["Suspected Taliban fighters"]),
    ("Guerrillas presumed to be members of the Kivan Liberation Army killed a judge.", ["Guerrillas"]),
    ("A soldier of the Kenya Army killed a judge.", ["soldier"]),
    ("Hostages of the Taliban killed a guard.", ["Hostages"]),
    ("Former members of the Taliban killed a guard.", ["Former members of Taliban"]),
    ("A member of the Conservative Party shot a judge.", ["member of Conservative Party"]),
]


@pytest.mark.parametrize(("text", "agents"), CASES)
def test_a_body_acts_by_its_fighters(text: str, agents: list[str], read_record: Callable[[str], Record]) -> None:
    record = read_record(text)
    names = {actor.id: actor.name for actor in record.actors}
    (event,) = (e for e in record.events if e.type in ("Attack", "Abduct"))
    assert [names[i] for i in event.agents] == agents

"""Who does what an event noun names that only another word ties to its clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], list[Any]]

CASES = [
    ("Rebels launched a series of attacks on the police.", "attacks", ["Rebels"], ["police"]),
    ("The junta waged a campaign of arrests against journalists.", "arrests", ["junta"], ["journalists"]),
    ("Three soldiers died in a series of explosions.", "explosions", [], ["soldiers"]),
    ("The senator faces a string of accusations from the union.", "accusations", ["union"], ["senator"]),
    ("Accusations were levelled against the senator.", "Accusations", [], ["senator"]),
    ("The army led the regime to launch an attack on rebels.", "attack", ["regime"], ["rebels"]),
    ("The colonel masterminded the bombing of the embassy.", "bombing", ["colonel"], ["embassy"]),
    ("Police responded with the arrest of thirty demonstrators.", "arrest", ["Police"], ["demonstrators"]),
    ("A deputy was involved in the murder of two nurses.", "murder", ["deputy"], ["nurses"]),
    ("The general confessed to the murder of the priest.", "murder", ["general"], ["priest"]),
    ("The mayor admitted his part in the murder of the priest.", "murder", ["mayor"], ["priest"]),
    ("The army admitted the murder of the priest by rebels.", "murder", ["rebels"], ["priest"]),
    ("The mayor did not admit his part in the murder of the priest.", "murder", [], ["priest"]),
    ("A court found the mayor guilty of the murder of the priest.", "murder", ["mayor"], ["priest"]),
    ("A court found the mayor guilty of killing the priest.", "killing", ["mayor"], ["priest"]),
    ("Ada Crole was arrested on suspicion of drunk driving.", "drunk driving", ["Ada Crole"], []),
    ("Ada Crole's arrest for drunk driving came as a surprise.", "drunk driving", ["Ada Crole"], []),
    ("Ada Crole faces drunk driving charges.", "drunk driving", ["Ada Crole"], []),
    ("Prosecutors charged Ada Crole with drunk driving.", "drunk driving", ["Ada Crole"], []),
    ("Ada Crole was cleared of drunk driving.", "drunk driving", [], []),
    ("Ada Crole was charged with the murder of two nurses.", "murder", [], ["nurses"]),
    ("Renault negotiated the purchase of two jets.", "purchase", ["Renault"], []),
    ("Envoys negotiated the release of two nurses.", "release", [], ["nurses"]),
    ("Two nurses survived the attack on the clinic.", "attack", [], ["clinic"]),
    ("A guard was killed by a bomb planted by rebels.", "killed", ["rebels"], ["guard"]),
    ("Police freed a ship that pirates were trying to hijack.", "hijack", ["pirates"], ["ship"]),
    ("One of the rebels was killed and six were arrested.", "arrested", [], ["rebels"]),
    ("The army captured the rebels' last stronghold.", "captured", ["army"], ["rebels"]),
    ("Nurses at the hospital went on strike against the ministry.", "went on strike", ["Nurses"], ["ministry"]),
    ("Ada Crole, a convicted smuggler, spoke in Lyon.", "convicted", [], ["Ada Crole"]),
    ("A worker opened fire at an office Christmas party and killed a guard.", "opened fire at", ["worker"], []),
    ("France suspended all types of relations with Germany.", "suspended", ["France"], ["Germany"]),
    ("We take seriously all allegations of fraud, said the board of the bank.", "allegations", [], []),
    ("The Malaysia visit began on Monday.", "visit", [], []),
    ("The clash has left at least one student injured.", "left", [], ["student"]),
    ("Police sealed off the road. They arrested two students.", "arrested", ["Police"], ["students"]),
    ("Police arrested two students. They were later released.", "released", [], ["students"]),
    ("Two men are charged with taking part in the bombing, which killed a guard.", "killed", [], ["guard"]),
    ("The victims, two nurses, were kidnapped by rebels.", "kidnapped", ["rebels"], ["nurses"]),
    ("Twitter users condemned the minister.", "condemned", ["Twitter users"], ["minister"]),
]


@pytest.mark.parametrize(("text", "trigger", "agents", "patients"), CASES)
def test_roles(read_drafts: Read, text: str, trigger: str, agents: list[str], patients: list[str]) -> None:
    (told,) = [t for t in read_drafts(text) if t.claim.mentions[0].text.startswith(trigger)]
    assert (told.agents, told.patients) == (agents, patients)


def test_a_deed_committed_is_done(read_drafts: Read) -> None:
    told = read_drafts("The militia committed acts of torture against prisoners.")
    assert [(t.agents, t.claim.modality) for t in told if t.claim.subtype == "Torture"] == [(["militia"], "actual")]

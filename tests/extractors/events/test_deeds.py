"""Acts upon another event are aimed at whoever did it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], list[Any]]

CASES = [
    ("Rebels attacked a school on Monday. The bishop condemned the attack.", "Accuse", ["Rebels"]),
    ("Rebels attacked a school on Monday. The bishop condemned the incident.", "Accuse", ["Rebels"]),
    ("Renault workers went on strike in Lyon, demanding higher pay.", "Request", ["Renault"]),
    ("The union rejected the offer. The company offered its workers a bonus.", "Reject", ["company"]),
    ("Police banned a rally by students in Lyon.", "Coerce", ["students"]),
    ("The company offered its workers a bonus. The union rejected the offer.", "Reject", ["company"]),
    ("The company offered its workers a bonus. The union rejected an offer.", "Reject", []),
    ("Rebels attacked a school on Monday. The bishop blamed the attack on poverty.", "Accuse", []),
]


@pytest.mark.parametrize(("text", "kind", "patients"), CASES)
def test_who_did_it_is_the_target(read_story: Read, text: str, kind: str, patients: list[str]) -> None:
    (told,) = [t for t in read_story(text) if t.claim.type == kind]
    assert told.patients == patients

"""The project's example sentences: text with its events and roles marked inline, as data, documentation and test.

    {agent|Miners at the Kansanka shaft} [[Protest.Strike:ongoing|downed tools]] {time|on Monday}.
    {agent 1|Jets} [[Attack.AirStrike:actual 1|bombed]] the camp, [[Attack:actual 2|killing]] {patient 2|two guards}.

A trigger is `[[Class.Subtype:status number|words]]`, a role `{role number,number|words}`; subtype and numbers may be
left out where a sentence has one event. A role may hold triggers and roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from dateline.graph.errors import DataError

ROLES = frozenset({"agent", "patient", "participant", "place", "time", "source", "instrument"})
STATUSES = frozenset({"actual", "ongoing", "planned", "possible", "hypothetical", "demanded", "denied"})

_TRIGGER = re.compile(r"\[\[(?P<type>[A-Z]\w+)(?:\.(?P<subtype>\w+))?:(?P<status>\w+)(?: (?P<number>\d+))?\|")
_ROLE = re.compile(r"\{(?P<role>[a-z]+)(?: (?P<numbers>[\d,]+))?\|")


@dataclass(frozen=True, slots=True)
class MarkedEvent:
    """A marked trigger: `start`, `end` in the example's text."""

    start: int
    end: int
    type: str
    subtype: str | None
    status: str
    number: int


@dataclass(frozen=True, slots=True)
class MarkedRole:
    """A marked argument of the events with `numbers`."""

    start: int
    end: int
    role: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence or short text; `line` is where it stands in `file`."""

    text: str
    events: tuple[MarkedEvent, ...]
    roles: tuple[MarkedRole, ...]
    file: str
    line: int


def examples() -> Iterator[Example]:
    """Every example of `extractors/data/examples/*.txt`, file by file.

    Raises `DataError` at the first line whose marks cannot be read.
    """
    folder = files("dateline.extractors").joinpath("data", "examples")
    for path in sorted((p for p in folder.iterdir() if p.name.endswith(".txt")), key=lambda p: p.name):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line.strip() and not line.startswith("#"):
                yield parse(line.strip(), path.name, number)


def parse(line: str, file: str, number: int) -> Example:
    """One marked line.

    Raises `DataError` where a mark is not closed, or names a role or status that does not exist.
    """
    text: list[str] = []
    events: list[MarkedEvent] = []
    roles: list[MarkedRole] = []
    open_marks: list[tuple[int, re.Match[str]]] = []
    at = 0
    while at < len(line):
        opening = _TRIGGER.match(line, at) or _ROLE.match(line, at)
        if opening:
            open_marks.append((len(text), opening))
            at = opening.end()
        elif open_marks and line.startswith(_closing(open_marks[-1][1]), at):
            start, mark = open_marks.pop()
            at += len(_closing(mark))
            if mark.re is _TRIGGER:
                events.append(_event(mark, start, len(text), file, number))
            else:
                roles.append(_role(mark, start, len(text), file, number))
        else:
            text.append(line[at])
            at += 1
    if open_marks:
        raise DataError(file, number, f"a mark that is not closed: {open_marks[-1][1][0]!r}")
    return Example("".join(text), tuple(sorted(events, key=lambda e: e.start)), tuple(roles), file, number)


def _closing(mark: re.Match[str]) -> str:
    return "]]" if mark.re is _TRIGGER else "}"


def _event(mark: re.Match[str], start: int, end: int, file: str, line: int) -> MarkedEvent:
    if mark["status"] not in STATUSES:
        raise DataError(file, line, f"unknown status {mark['status']!r}", ", ".join(sorted(STATUSES)))
    return MarkedEvent(start, end, mark["type"], mark["subtype"], mark["status"], int(mark["number"] or 1))


def _role(mark: re.Match[str], start: int, end: int, file: str, line: int) -> MarkedRole:
    if mark["role"] not in ROLES:
        raise DataError(file, line, f"unknown role {mark['role']!r}", ", ".join(sorted(ROLES)))
    numbers = tuple(int(n) for n in (mark["numbers"] or "1").split(",") if n)
    return MarkedRole(start, end, mark["role"], numbers)

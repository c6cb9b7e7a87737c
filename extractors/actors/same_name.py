"""Names of one actor within a text: full form, surname, acronym, short form of a firm, alias in parentheses."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from dateline.extractors.actors.found import Found, words
from dateline.extractors.actors.groups import Groups
from dateline.extractors.actors.phrases import pieces
from dateline.extractors.actors.reading import Reading

_SUFFIXES = {"inc", "corp", "co", "ltd", "llc", "plc", "company", "corporation", "jr", "sr"}

Spelled = tuple[str, ...]


def join(reading: Reading, groups: Groups) -> None:
    """Put names together that mean one actor; a short name that two longer ones have stays on its own."""
    names = [n for n, one in enumerate(groups.found) if one.form == "name"]
    spelled = {n: _spelled(reading, groups.found[n]) for n in names}
    _same_key(groups)
    _same_words(groups, names, spelled)
    _acronyms(reading, groups, names)
    _short(groups, names, spelled)


def _spelled(reading: Reading, one: Found) -> Spelled:
    parts = [p for p in pieces(words(reading.annotation, one.first, one.last)) if p not in ("the", "s")]
    while len(parts) > 1 and parts[-1] in _SUFFIXES:
        parts.pop()
    return tuple(parts)


def _same_key(groups: Groups) -> None:
    first: dict[str, int] = {}
    for n, one in enumerate(groups.found):
        if one.key:
            groups.join(first.setdefault(one.key, n), n)


def _same_words(groups: Groups, names: list[int], spelled: dict[int, Spelled]) -> None:
    first: dict[Spelled, int] = {}
    for n in names:
        groups.join(first.setdefault(spelled[n], n), n)


def _acronyms(reading: Reading, groups: Groups, names: list[int]) -> None:
    """An acronym in parentheses means the name before it, for all of this text; else the one name with its initials."""
    tokens = reading.annotation.tokens
    for a, b in pairwise(names):
        long, short = groups.found[a], groups.found[b]
        gap = [t.text for t in tokens[long.last : short.first]]
        if gap == ["("] and short.last < len(tokens) and tokens[short.last].text == ")" and _bodies(long, short):
            groups.join(a, b)
    for b in names:
        word = words(reading.annotation, groups.found[b].first, groups.found[b].last).replace(".", "")
        if groups.found[b].key or not (2 <= len(word) <= 6 and word.isupper()):
            continue
        full = {groups.of(a): a for a in names if _initials(groups.found[a].name) == word}
        if len(full) == 1:
            groups.join(next(iter(full.values())), b)


def _bodies(one: Found, other: Found) -> bool:
    return one.kind == other.kind == "Organization"


def _initials(name: str) -> str:
    capitals = [w[0] for w in name.replace("-", " ").split() if w[:1].isupper()]
    return "".join(capitals) if len(capitals) > 1 else ""


def _short(groups: Groups, names: list[int], spelled: dict[int, Spelled]) -> None:
    """A surname, a name without the middle, the first words of a name: if one longer name only has them."""
    full = [n for n in names if len(spelled[n]) > 1 and groups.found[n].kind != "Country"]
    for n in names:
        own, one = spelled[n], groups.found[n]
        if one.key or not own:
            continue
        for rule in _RULES:
            longer = {
                groups.of(m): m
                for m in full
                if len(spelled[m]) > len(own)
                and rule(groups.found[m], spelled[m], own)
                and (one.kind == groups.found[m].kind or not one.sure or not groups.found[m].sure)
            }
            longer.pop(groups.of(n), None)
            if len(longer) == 1:
                groups.join(next(iter(longer.values())), n)
            if longer:
                break


def _surname(other: Found, long: Spelled, own: Spelled) -> bool:
    return other.kind == "Person" and long[-len(own) :] == own


def _without_middle(other: Found, long: Spelled, own: Spelled) -> bool:
    """ "Donald Trump" for "Donald J. Trump"."""
    return other.kind == "Person" and len(own) > 1 and long[0] == own[0] and long[-1] == own[-1]


def _beginning(other: Found, long: Spelled, own: Spelled) -> bool:
    """ "Northrop" for "Northrop Grumman"; not for names that the data knows in all their forms."""
    return long[: len(own)] == own and (other.kind == "Person" or not other.key)


_RULES: tuple[Callable[[Found, Spelled, Spelled], bool], ...] = (_surname, _without_middle, _beginning)

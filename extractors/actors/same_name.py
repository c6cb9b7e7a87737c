"""Names of one actor within a text: full form, surname, acronym, short form of a firm, alias in parentheses.

A last name alone means whoever of that name the text has told of so far. Where a second person of the name appears it
goes on to mean the first, if it has before; otherwise it stays an actor of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from dateline.extractors.actors import lexicon
from dateline.extractors.actors.found import Found, words
from dateline.extractors.actors.groups import Groups
from dateline.extractors.actors.phrases import pieces, short_names
from dateline.extractors.actors.reading import Reading
from dateline.extractors.words import word_lists

_JUNIOR = {"jr", "sr"}

Spelled = tuple[str, ...]


def join(reading: Reading, groups: Groups) -> None:
    """Put names together that mean one actor, and tell whom a famous last name alone means."""
    names = [n for n, one in enumerate(groups.found) if one.form == "name"]
    spelled = {n: _spelled(reading, groups.found[n]) for n in names}
    _same_key(groups)
    contested = _contested(groups, spelled)
    _same_words(groups, [n for n in names if spelled[n] not in contested], spelled)
    _acronyms(reading, groups, names)
    _short(groups, names, spelled)
    _same_words(groups, [n for n in names if len(groups.members(n)) == 1], spelled)
    _surnames(groups, names, spelled)
    _recognise(groups, names, spelled, reading.day)


def _surnames(groups: Groups, names: list[int], spelled: Mapping[int, Spelled]) -> None:
    """A last name alone is of a person, also where two bear it and the model took it for a body."""
    bearers = {spelled[n][-1:] for n in names if len(spelled[n]) > 1 and groups.found[n].kind == "Person"}
    for n in names:
        one = groups.found[n]
        if spelled[n] in bearers and not one.sure and one.kind == "Organization":
            groups.replace(n, replace(one, kind="Person"))


def _spelled(reading: Reading, one: Found) -> Spelled:
    parts = [p for p in pieces(words(reading.annotation, one.first, one.last)) if p not in ("the", "s")]
    while len(parts) > 1 and parts[-1] in lexicon.company_words() | _JUNIOR:
        parts.pop()
    return tuple(parts)


def _same_key(groups: Groups) -> None:
    first: dict[str, int] = {}
    for n, one in enumerate(groups.found):
        if one.key:
            groups.join(first.setdefault(one.key, n), n)


def _contested(groups: Groups, spelled: Mapping[int, Spelled]) -> frozenset[Spelled]:
    """Last names that two persons of the text have."""
    bearers: dict[Spelled, set[str]] = {}
    for n, long in spelled.items():
        if len(long) > 1 and groups.found[n].kind == "Person":
            bearers.setdefault(long[-1:], set()).add(groups.found[n].key or long[0])
    return frozenset(name for name, persons in bearers.items() if len(persons) > 1)


def _same_words(groups: Groups, names: list[int], spelled: Mapping[int, Spelled]) -> None:
    first: dict[Spelled, int] = {}
    for n in names:
        groups.join(first.setdefault(spelled[n], n), n)


def _acronyms(reading: Reading, groups: Groups, names: list[int]) -> None:
    """An acronym in parentheses means the name before it, for all of this text; else the one name with its initials."""
    tokens = reading.annotation.tokens
    for a, b in pairwise(names):
        long, short = groups.found[a], groups.found[b]
        gap = [t.text for t in tokens[long.last : short.first]]
        closed = short.last < len(tokens) and tokens[short.last].text == ")"
        if gap == ["("] and closed and long.kind == short.kind == "Organization":
            groups.join(a, b)
    by_initials: dict[str, list[int]] = {}
    for a in _firsts(groups, names):
        by_initials.setdefault(_initials(groups.found[a].name), []).append(a)
    for b in names:
        word = words(reading.annotation, groups.found[b].first, groups.found[b].last).replace(".", "")
        if not groups.found[b].key and 2 <= len(word) <= 6 and word.isupper():
            full = by_initials.get(word, [])
            if _one(groups, full):
                groups.join(full[0], b)


def _firsts(groups: Groups, names: list[int]) -> list[int]:
    """Of each spelling in each group the first mention."""
    return list({(groups.of(n), groups.found[n].name): n for n in reversed(names)}.values())[::-1]


def _initials(name: str) -> str:
    capitals = [w[0] for w in name.replace("-", " ").split() if w[:1].isupper()]
    return "".join(capitals) if len(capitals) > 1 else ""


def _short(groups: Groups, names: list[int], spelled: Mapping[int, Spelled]) -> None:
    """A surname, a name without the middle, the first words of a name: to the one longer name that has them."""
    by_word: dict[str, list[int]] = {}
    for m in _firsts(groups, names):
        if len(spelled[m]) > 1 and groups.found[m].kind != "Country":
            for word in dict.fromkeys((spelled[m][0], spelled[m][-1])):
                by_word.setdefault(word, []).append(m)
    settled: dict[Spelled, int] = {}
    for n in names:
        own = spelled[n]
        if groups.found[n].key or not own:
            continue
        if own in settled and groups.join(settled[own], n):
            continue
        full = sorted({*by_word.get(own[0], ()), *by_word.get(own[-1], ())})
        for rule in _RULES:
            longer = [m for m in full if len(spelled[m]) > len(own) and rule(groups, (n, own), (m, spelled[m]))]
            told = longer if _one(groups, longer) else [m for m in longer if m < n]
            if _one(groups, told):
                groups.join(told[0], n)
                settled[own] = told[0]
            if longer:
                break


def _one(groups: Groups, mentions: list[int]) -> bool:
    """Whether all of `mentions` are of one actor."""
    return len({groups.of(m) for m in mentions}) == 1


def _surname(groups: Groups, short: tuple[int, Spelled], long: tuple[int, Spelled]) -> bool:
    (n, own), (m, whole) = short, long
    return groups.found[m].kind == "Person" and whole[-len(own) :] == own and groups.compatible(n, m)


def _without_middle(groups: Groups, short: tuple[int, Spelled], long: tuple[int, Spelled]) -> bool:
    """ "Donald Trump" for "Donald J. Trump"."""
    (n, own), (m, whole) = short, long
    ends = len(own) > 1 and whole[0] == own[0] and whole[-1] == own[-1]
    return ends and groups.found[m].kind == "Person" and groups.compatible(n, m)


def _beginning(groups: Groups, short: tuple[int, Spelled], long: tuple[int, Spelled]) -> bool:
    """ "Northrop" for "Northrop Grumman"; a first name only after the full one and without a title of its own.

    Of bodies that the data knows only firms are called so: the first word of a party is many another's too.
    """
    (n, own), (m, whole) = short, long
    if whole[: len(own)] != own or not groups.compatible(n, m):
        return False
    if groups.found[m].kind == "Person":
        return m < n and not groups.found[n].nouns
    if not word_lists("actors/words.toml")["bodies.parts"].isdisjoint(whole[len(own) :]):
        return False  # "the House" is not its ways and means committee
    return not groups.found[m].key or groups.found[m].sector == "BUS"


_RULES: tuple[Callable[[Groups, tuple[int, Spelled], tuple[int, Spelled]], bool], ...] = (
    _surname,
    _without_middle,
    _beginning,
)


def _recognise(groups: Groups, names: list[int], spelled: Mapping[int, Spelled], day: date | None) -> None:
    """A person of whom the text has a last name only is the leader whom that name means the world over."""
    known = short_names()
    bearers: dict[Spelled, set[Spelled]] = {}
    for n in names:
        if len(spelled[n]) > 1 and groups.found[n].kind == "Person":
            bearers.setdefault(spelled[n][-1:], set()).add(spelled[n])
    for n in names:
        leader = known.get(spelled[n])
        if leader is None or bearers.get(spelled[n][-1:], set()) - {spelled[n]} or groups.told(n).keys:
            continue
        told = groups.told(n)
        same_state = told.countries <= {leader.country}
        if told.kinds <= {"Person"} and same_state and told.genders <= {leader.gender}:
            for m in groups.members(n):
                if groups.found[m].form == "name":
                    groups.replace(
                        m,
                        replace(
                            groups.found[m],
                            name=leader.name,
                            kind="Person",
                            country=leader.country,
                            sector=leader.sector_on(day),
                            links=leader.links,
                            key=f"known:{leader.name}",
                            gender=leader.gender,
                        ),
                    )
    _same_key(groups)

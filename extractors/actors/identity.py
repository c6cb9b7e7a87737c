"""Which mentions of a text mean one actor: full and short names, acronyms, appositions, "the militia", pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dateline.extractors.actors.found import Found
from dateline.extractors.actors.phrases import pieces
from dateline.extractors.actors.reading import Reading

_SUFFIXES = {"inc", "corp", "co", "ltd", "llc", "plc", "company", "corporation", "jr", "sr"}


_BODY_REACH = 3
"""How many sentences back a body may be meant by its sort alone, this one included."""

_ANY_BODY = {"group", "organization", "organisation", "association", "federation", "league", "alliance", "network"}
_STATE = {"GOV", "LEG", "JUD", "MIL", "COP"}
_UNMARKED = {"BUS", "NGO", "MED", "EDU", "PTY", "LAB", "REB"}


class Groups:
    """Mentions in disjoint groups (union-find), with the rule for which groups may ever meet."""

    def __init__(self, found: Sequence[Found]) -> None:
        self.found = found
        self._parent = list(range(len(found)))

    def of(self, n: int) -> int:
        """The representative of mention `n`: the first mention of its group."""
        while self._parent[n] != n:
            n = self._parent[n]
        return n

    def members(self, n: int) -> list[int]:
        """All mentions in the group of `n`, in text order."""
        root = self.of(n)
        return [m for m in range(len(self.found)) if self.of(m) == root]

    def join(self, a: int, b: int) -> bool:
        """Put two groups together if nothing forbids it; whether they are one now."""
        if self.of(a) == self.of(b):
            return True
        if not self.compatible(a, b):
            return False
        low, high = sorted((self.of(a), self.of(b)))
        self._parent[high] = low
        return True

    def compatible(self, a: int, b: int) -> bool:
        """Whether no two members contradict: two known identities, two full names, two sure kinds, two genders."""
        ours, theirs = self.members(a), self.members(b)
        keys = {self.found[n].key for n in ours + theirs if self.found[n].key}
        kinds = {self.found[n].kind for n in ours + theirs if self.found[n].sure}
        genders = {self.found[n].gender for n in ours + theirs if self.found[n].gender}
        return len(keys) <= 1 and len(kinds) <= 1 and len(genders) <= 1


def group(reading: Reading, found: Sequence[Found]) -> Groups:
    """Names first, wherever they stand; then appositions; then definite nominals to what came before them."""
    groups = Groups(found)
    _same_key(groups)
    _same_name(groups)
    _defined_acronyms(reading, groups)
    _short_names(groups)
    _appositions(reading, groups)
    _nominals(reading, groups)
    return groups


def _names(groups: Groups) -> list[int]:
    return [n for n, one in enumerate(groups.found) if one.form == "name"]


def _same_key(groups: Groups) -> None:
    first: dict[str, int] = {}
    for n, one in enumerate(groups.found):
        if one.key and one.kind != "Person":
            groups.join(first.setdefault(one.key, n), n)


def _spelled(one: Found) -> tuple[str, ...]:
    parts = [p for p in pieces(one.name) if p != "the"]
    while len(parts) > 1 and parts[-1] in _SUFFIXES:
        parts.pop()
    return tuple(parts)


def _same_name(groups: Groups) -> None:
    first: dict[tuple[str, ...], int] = {}
    for n in _names(groups):
        if not groups.found[n].key:
            groups.join(first.setdefault(_spelled(groups.found[n]), n), n)


def _defined_acronyms(reading: Reading, groups: Groups) -> None:
    """ "Kurdistan Workers' Party (PKK)" makes PKK that party in this text; else initials of one name only."""
    names = _names(groups)
    tokens = reading.annotation.tokens
    for a, b in pairwise(names):
        long, short = groups.found[a], groups.found[b]
        gap = [t.text for t in tokens[long.last : short.first]]
        if gap == ["("] and short.last < len(tokens) and tokens[short.last].text == ")":
            groups.join(a, b)
    for b in names:
        word = groups.found[b].name.replace(".", "")
        if groups.found[b].key or not (2 <= len(word) <= 6 and word.isupper()):
            continue
        full = {groups.of(a): a for a in names if _initials(groups.found[a].name) == word}
        if len(full) == 1:
            groups.join(next(iter(full.values())), b)


def _initials(name: str) -> str:
    capitals = [w[0] for w in name.replace("-", " ").split() if w[:1].isupper()]
    return "".join(capitals) if len(capitals) > 1 else ""


def _short_names(groups: Groups) -> None:
    """A surname, a first name or the first words of a firm's name, if one longer name only has them."""
    names = _names(groups)
    spelled = {n: _spelled(groups.found[n]) for n in names}
    full = [n for n in names if len(spelled[n]) > 1 and groups.found[n].kind != "Country"]
    for n in names:
        own, one = spelled[n], groups.found[n]
        if one.key or not own:
            continue
        for rule in (_ends_with, _is_shortened, _begins_with):
            longer = {groups.of(m): m for m in full if len(spelled[m]) > len(own) and rule(groups, m, spelled[m], own)}
            longer = {root: m for root, m in longer.items() if _can_mean(groups, n, m)}
            if len(longer) == 1:
                groups.join(next(iter(longer.values())), n)
            if longer:
                break


def _can_mean(groups: Groups, short: int, long: int) -> bool:
    one, other = groups.found[short], groups.found[long]
    return one.kind == other.kind or not one.sure or not other.sure


def _ends_with(groups: Groups, m: int, long: tuple[str, ...], own: tuple[str, ...]) -> bool:
    return groups.found[m].kind == "Person" and long[-len(own) :] == own


def _is_shortened(groups: Groups, m: int, long: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """ "Donald Trump" for "Donald J. Trump"."""
    return groups.found[m].kind == "Person" and len(own) > 1 and long[0] == own[0] and long[-1] == own[-1]


def _begins_with(groups: Groups, m: int, long: tuple[str, ...], own: tuple[str, ...]) -> bool:
    return long[: len(own)] == own and groups.found[m].key == ""


def _appositions(reading: Reading, groups: Groups) -> None:
    """ "Kataeb Hezbollah, a militia"; "the militia, Kataeb Hezbollah"; "the leader of the union, Ann Example"."""
    by_head = {one.head: n for n, one in enumerate(groups.found)}
    after = {one.first: n for n, one in enumerate(groups.found) if one.form == "name"}
    for n, one in enumerate(groups.found):
        if one.form == "nominal" and one.last in after and set(one.nouns) <= set(groups.found[after[one.last]].nouns):
            groups.join(n, after[one.last])
    for token in reading.annotation.tokens:
        if token.dep != "appos" or token.i not in by_head:
            continue
        other = by_head.get(token.head)
        if other is None:
            continue
        mine = by_head[token.i]
        if not _apposed(groups, mine, other):
            governor = reading.annotation.head(token.head)
            leader = by_head.get(governor.head) if governor.dep == "prep" else None
            if leader is not None and groups.found[mine].form == "name":
                _apposed(groups, mine, leader)


def _apposed(groups: Groups, mine: int, other: int) -> bool:
    a, b = groups.found[mine], groups.found[other]
    if a.form == "name" and b.form == "name":
        return False
    name, noun = (a, b) if a.form == "name" else (b, a)
    if name.form == noun.form or (name.sure and name.kind != noun.kind) or name.kind == "Country":
        return False
    return groups.join(mine, other)


def _nominals(reading: Reading, groups: Groups) -> None:
    """Bare and definite nominals: to the last group that had this noun, this role or this sort of body."""
    for n, one in enumerate(groups.found):
        if one.form != "nominal" or groups.of(n) != n or len(groups.members(n)) > 1:
            continue
        article = _article(reading, one)
        if article == "indefinite":
            continue
        antecedent = _antecedent(groups, n, one, article)
        if antecedent is None and article == "definite":
            antecedent = _body(reading, groups, n, one)
        if antecedent is not None:
            groups.join(antecedent, n)


def _article(reading: Reading, one: Found) -> str:
    """definite ("the", "that", "this"), indefinite (a, two, some, other), owned ("his") or bare."""
    sentence = reading.annotation.sentence(one.first)
    before = [t.text.lower() for t in reading.annotation.tokens[max(sentence.first, one.first - 3) : one.first]]
    children = [t for t in reading.annotation.children(one.head) if t.i < one.first or t.tag in ("CD", "DT")]
    words = {t.text.lower() for t in children}
    if any(t.tag == "CD" or t.text.lower() in ("a", "an", "another", "some", "other", "several") for t in children):
        return "indefinite"
    if before[-1:] == ["of"] and len(before) > 1:
        return "indefinite"
    if words & {"the", "this", "that", "these", "those"}:
        return "definite"
    return "owned" if any(t.dep == "poss" for t in children) else "bare"


def _antecedent(groups: Groups, n: int, one: Found, article: str) -> int | None:
    """The latest earlier group that `one` can mean; only one that fits, where it is a matter of role or sort."""
    earlier = range(n - 1, -1, -1)
    same = [m for m in earlier if _same_noun(groups.found[m], one)]
    roots = list(dict.fromkeys(groups.of(m) for m in same))
    fit = [root for root in roots if _qualifies(groups, root, one, article)]
    if fit and (article == "definite" or len(fit) == 1 or one.plural):
        return fit[0]
    return None


def _body(reading: Reading, groups: Groups, n: int, one: Found) -> int | None:
    """The named body that "the company" or "the group" means: the only one of its sort in this sentence and the two
    before, else the only subject among them in the nearest sentence that has any."""
    if one.kind != "Organization" or one.country or len(one.name.split()) > 1:
        return None
    sentence = reading.annotation.sentence_index(one.first)
    fits = [m for m in range(n) if _of_sort(groups, m, one)]
    for back in range(_BODY_REACH):
        near = [m for m in fits if reading.annotation.sentence_index(groups.found[m].first) == sentence - back]
        subjects = [m for m in near if reading.annotation.tokens[groups.found[m].head].dep in ("nsubj", "nsubjpass")]
        for choice in (near, subjects):
            if len({groups.of(m) for m in choice}) == 1:
                return choice[-1]
        if near:
            return None
    return None


def _of_sort(groups: Groups, m: int, one: Found) -> bool:
    """Whether mention `m` is of a named body that the noun of `one` can be said of."""
    other = groups.found[m]
    if other.kind != "Organization" or other.form == "pronoun":
        return False
    together = [groups.found[k] for k in groups.members(m)]
    if all(each.form != "name" for each in together):
        return False
    sectors = {each.sector for each in together if each.sector}
    if one.sector is None:
        return one.nouns[-1] in _ANY_BODY and not sectors & _STATE
    return one.sector in sectors or (not sectors and one.sector in _UNMARKED)


def _same_noun(other: Found, one: Found) -> bool:
    noun = one.nouns[-1]
    return any(noun == each or each.endswith(" " + noun) for each in other.nouns)


def _qualifies(groups: Groups, root: int, one: Found, article: str) -> bool:
    members = [groups.found[m] for m in groups.members(root)]
    if any(m.plural for m in members) != one.plural:
        return False
    countries = {m.country for m in members if m.country}
    if one.country and countries and one.country not in countries:
        return False
    bare = one.name.lower() == one.name and " " not in one.name
    names = {m.name.lower() for m in members}
    if article == "definite" and bare:
        return True
    return one.name.lower() in names or (bare and not countries)


def members(groups: Groups, n: int) -> list[Found]:
    """The mentions that mean the same actor as mention `n`, in text order."""
    return [groups.found[m] for m in groups.members(n)]

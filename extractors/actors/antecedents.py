"""What a nominal goes back to: its apposition, the same noun before it, or the one body of its sort nearby."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from typing import Literal

from dateline.extractors.actors import lexicon
from dateline.extractors.actors.found import Found
from dateline.extractors.actors.groups import Groups
from dateline.extractors.actors.reading import Reading

Article = Literal["definite", "indefinite", "counted", "owned", "bare"]

_BODY_REACH = 3
"""How many sentences back a body may be meant by its sort alone, this one included."""

_ANY_BODY = {"group", "organization", "organisation", "association", "federation", "league", "alliance", "network"}
_LEAD = 2
"""Sentences below a headline that tell it again."""
_NO_MORE = {"former", "ex", "late", "then", "deputy", "vice", "elect", "ousted", "deposed"}
"""Words that say that somebody does not hold the office which they stand before."""
_STATE = {"GOV", "LEG", "JUD", "MIL", "COP"}
_UNMARKED = {"BUS", "NGO", "MED", "EDU", "PTY", "LAB", "REB"}
_CROWD_WORDS = {"hundreds", "thousands", "dozens", "tens", "scores", "millions"}
_SOME = {"another", "other", "some", "several", "more", "many", "few", "most"}


def join_appositions(reading: Reading, groups: Groups) -> None:
    """ "Kataeb Hezbollah, a militia"; "the militia, Kataeb Hezbollah"; "the leader of the union, Ann Example"."""
    by_head = {one.head: n for n, one in enumerate(groups.found)}
    after = {one.first: n for n, one in enumerate(groups.found) if one.form == "name"}
    for n, one in enumerate(groups.found):
        name = after.get(one.last)
        if one.form == "nominal" and name is not None and one.nouns and set(one.nouns) <= set(groups.found[name].nouns):
            groups.join(n, name)
    for token in reading.annotation.tokens:
        if token.dep != "appos" or token.i not in by_head:
            continue
        mine, other = by_head[token.i], by_head.get(token.head)
        short = reading.annotation.tokens[token.i - 1].text in ("(", "[")  # "leaders of the Red Dawn Front (RDF)"
        if other is None or (not apposed(groups, mine, other) and not short):
            governor = reading.annotation.head(token.head)
            leader = by_head.get(governor.head) if governor.dep == "prep" else None
            if leader is not None and groups.found[mine].form == "name":
                apposed(groups, mine, leader)


def apposed(groups: Groups, mine: int, other: int) -> bool:
    """Put a name and a nominal that are said to be one together; whether they are."""
    a, b = groups.found[mine], groups.found[other]
    if a.form == b.form:
        return False
    name, noun = (a, b) if a.form == "name" else (b, a)
    if (name.sure and name.kind != noun.kind) or name.kind == "Country":
        return False
    return groups.join(mine, other)


def join_nominals(reading: Reading, groups: Groups) -> None:
    """Definite and bare nominals to the group before them that they mean, in text order."""
    articles = [_article(reading, one) for one in groups.found]
    earlier: dict[str, dict[int, None]] = {}
    for n, one in enumerate(groups.found):
        if one.form == "nominal" and len(groups.members(n)) == 1:
            antecedent = _same(reading, groups, n, articles, earlier)
            if antecedent is None and articles[n] == "definite":
                antecedent = _alike(groups, n, articles, earlier)
            if antecedent is None and articles[n] == "definite":
                antecedent = _body(reading, groups, n, one)
            if antecedent is not None:
                groups.join(antecedent, n)
        for noun in _said(one):
            latest = earlier.setdefault(noun, {})
            latest.pop(groups.of(n), None)
            latest[groups.of(n)] = None


def join_headlined(reading: Reading, groups: Groups) -> None:
    """A headline's office to the only one in the text whom a name below it gives that office: "President dissolves
    parliament" above "President Ann Example dissolved …"."""
    named = [m for m, each in enumerate(groups.found) if each.form == "name" and each.kind == "Person"]
    for n, one in enumerate(groups.found):
        alone = one.form == "nominal" and one.kind == "Person" and not one.plural and len(groups.members(n)) == 1
        if not alone or one.sector is None or not one.nouns or not reading.annotation.sentence(one.first).headline:
            continue
        holders = {groups.of(m) for m in named if one.nouns[-1] in _said(groups.found[m])}
        if len(holders) == 1 and _led(reading, groups, one, named) and _article(reading, one) in ("bare", "definite"):
            (root,) = holders
            if _fits(groups, root, one, loose=True) and not _NO_MORE & _described(groups, root):
                groups.join(root, n)


def _led(reading: Reading, groups: Groups, one: Found, named: list[int]) -> bool:
    """Whether a name of the lead comes with the very office: no prime minister is the "minister" of a headline."""
    index = reading.annotation.sentence_index
    lead = [groups.found[m] for m in named if index(groups.found[m].first) - index(one.first) <= _LEAD]
    return any(one.nouns[-1] in each.nouns for each in lead)


def _described(groups: Groups, root: int) -> set[str]:
    """All words by which nouns tell of a group."""
    return {word for each in groups.together(root) if each.form == "nominal" for word in each.name.lower().split()}


def _said(one: Found) -> set[str]:
    """The nouns of a mention and what they may be cut to: "foreign minister" is a minister."""
    return {" ".join(noun.split()[k:]) for noun in one.nouns for k in range(len(noun.split()))}


def _article(reading: Reading, one: Found) -> Article:
    """How a nominal is introduced; hundreds or thousands of people are a crowd, not a count."""
    before = [t for t in reading.annotation.children(one.head) if t.i < one.head]
    words = {t.text.lower() for t in before}
    governor = reading.annotation.head(one.head)
    quantity = reading.annotation.head(governor.i) if governor.dep == "prep" and governor.text == "of" else None
    if quantity is not None and (quantity.tag == "CD" or quantity.text.lower() in _SOME | {"number", "group"}):
        return "counted"
    if any(t.tag == "CD" and t.text.lower() not in _CROWD_WORDS for t in before) or words & _SOME:
        return "counted"
    if words & {"a", "an"}:
        return "indefinite"
    if words & {"the", "this", "that", "these", "those"}:
        return "definite"
    return "owned" if any(t.dep == "poss" for t in before) else "bare"


def _same(
    reading: Reading, groups: Groups, n: int, articles: list[Article], earlier: Mapping[str, Mapping[int, None]]
) -> int | None:
    """The latest of the groups `earlier` with this noun, or of a person in this office, that fits."""
    one, article = groups.found[n], articles[n]
    if article == "bare" and one.kind == "Person" and not one.plural:
        return None
    roots = list(earlier.get(one.nouns[-1], ())) if one.nouns else []
    for root in reversed(roots):
        if article in ("indefinite", "owned", "counted") and not _headlined(reading, groups, root):
            continue
        if article == "bare" and all(articles[m] == "counted" for m in groups.members(root)):
            continue
        if _of_another(reading, groups, root, one):
            continue
        if _fits(groups, root, one, loose=article == "definite" or one.sector is not None):
            return root
    return None


def _of_another(reading: Reading, groups: Groups, root: int, one: Found) -> bool:
    """Whether somebody is said to be of something else: no "commissioner for works" is the "commissioner of police"."""
    mine = _fields(reading, one)
    others = [fields for each in groups.together(root) if (fields := _fields(reading, each))]
    return one.kind == "Person" and bool(mine and others) and all(mine.isdisjoint(fields) for fields in others)


def _fields(reading: Reading, one: Found) -> set[str]:
    """What common nouns behind "of" or "for" say of an office: "works", "police"."""
    links = [t for t in reading.annotation.children(one.head, "prep") if t.lemma in ("of", "for")]
    owners = (t for link in links for t in reading.annotation.children(link.i, "pobj"))
    return {t.lemma for t in owners if t.pos == "NOUN"} if one.form == "nominal" else set()


def _alike(groups: Groups, n: int, articles: list[Article], earlier: Mapping[str, Mapping[int, None]]) -> int | None:
    """The one group `earlier` that goes by another word for the same: "a gunman … the attacker"."""
    one = groups.found[n]
    if " " in one.name or not one.nouns:
        return None
    words = lexicon.synonyms().get(one.nouns[-1], frozenset())
    roots = {root for word in words for root in earlier.get(word, ())}
    fits = [
        r for r in roots if _fits(groups, r, one, loose=True) and any(articles[m] != "owned" for m in groups.members(r))
    ]
    return fits[0] if len(roots) == 1 and fits else None


def _headlined(reading: Reading, groups: Groups, root: int) -> bool:
    """Whether only the headline had the group, so that "a gunman" or "its envoy" below it is that one."""
    return all(reading.annotation.sentence(one.first).headline for one in groups.together(root))


def _fits(groups: Groups, root: int, one: Found, loose: bool) -> bool:
    """Whether number, state and description agree; where `loose`, a noun alone fits a described one."""
    told, mine = groups.told(root), one.name.lower()
    if told.plural != one.plural or (one.country and told.countries and one.country not in told.countries):
        return False
    return not told.nominals or mine in told.nominals or (loose and (" " not in mine or mine in one.nouns))


def _body(reading: Reading, groups: Groups, n: int, one: Found) -> int | None:
    """The named body that "the company" or "the group" means: the only one of its sort in this sentence and the two
    before, else the only subject among them in the nearest sentence that has any."""
    if one.kind != "Organization" or one.country or len(one.name.split()) > 1:
        return None
    annotation = reading.annotation
    sentence = annotation.sentence_index(one.first)
    start = annotation.sentences[max(sentence - _BODY_REACH + 1, 0)].first
    reach = takewhile(lambda m: groups.found[m].first >= start, range(n - 1, -1, -1))
    fits = [m for m in reach if _of_sort(groups, m, one)]
    for back in range(_BODY_REACH):
        near = [m for m in fits if annotation.sentence_index(groups.found[m].first) == sentence - back]
        subjects = [m for m in near if annotation.tokens[groups.found[m].head].dep in ("nsubj", "nsubjpass")]
        for choice in (near, subjects):
            if len({groups.of(m) for m in choice}) == 1:
                return choice[0]
        if near:
            return None
    return None


def _of_sort(groups: Groups, m: int, one: Found) -> bool:
    """Whether mention `m` is of a named body that the noun of `one` can be said of."""
    told = groups.told(m)
    if groups.found[m].kind != "Organization" or not told.named:
        return False
    sectors = told.sectors
    if one.sector is None:
        return one.nouns[-1] in _ANY_BODY and not sectors & _STATE
    return one.sector in sectors or (not sectors and one.sector in _UNMARKED)

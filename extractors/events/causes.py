"""Who dies of what: a toll told without a doer belongs to the class of the accident that took it.

"Seven were killed when a boiler burst" tells of no attack, though "kill" mostly does; and an explosion in a story of an
accident that knows of no bomb is that accident, and "the strikes" behind air raids are no walkout, as a word mostly
keeps one sense through a text (Gale et al. 1992).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.extractors.events.arguments import SUBJECTS, is_verb
from dateline.extractors.events.roles import Roles, Told
from dateline.extractors.events.status.nouns import is_definite
from dateline.extractors.events.triggers import Match, Scene
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

_CAUSAL = frozenset({"in", "by", "from", "during", "after", "of"})
_BLASTS = frozenset({"Bombing", "SuicideAttack"})
_WHEN = frozenset({"when", "after", "as", "because"})


def as_caused(scene: Scene, told: tuple[Told, ...]) -> tuple[Told, ...]:
    """The triggers in the same order, tolls and explosions of an accident or disaster with its class."""
    told = _of_one_strike(scene.annotation, _of_one_blast(scene.annotation, told))
    by_word = {i: match for match, _ in told for i in match.tokens if match.entry.type == "Disaster"}
    return tuple((_caused(scene.annotation, match, roles, by_word), roles) for match, roles in told)


def _of_one_blast(a: Annotation, told: tuple[Told, ...]) -> tuple[Told, ...]:
    blasts = word_lists("figures.toml")["effects.blasts"]
    bombs = [m for m, _ in told if m.entry.subtype in _BLASTS]
    accident = next((m for m, _ in told if m.entry.type == "Disaster" and a.tokens[m.anchor].lemma in blasts), None)
    if accident is None or any(len(m.tokens) > 1 or a.tokens[m.anchor].lemma not in blasts for m in bombs):
        return told
    return tuple((_as(m, accident) if m in bombs else m, roles) for m, roles in told)


def _of_one_strike(a: Annotation, told: tuple[Told, ...]) -> tuple[Told, ...]:
    """ "Warplanes struck a camp … condemned the strikes" are from the air too, but behind "went on strike"."""
    last: Match | None = None
    read = []
    for match, roles in told:
        walkout = (match.entry.type, match.entry.subtype) == ("Protest", "Strike")
        if walkout and last and len(match.tokens) == 1 and _is_strike(a, match) and is_definite(a, match.anchor):
            match = _as(match, last)
        elif walkout:
            last = None
        elif match.entry.type == "Attack" and _is_strike(a, match):
            last = match
        read.append((match, roles))
    return tuple(read)


def _is_strike(a: Annotation, match: Match) -> bool:
    return match.entry.subtype == "AirStrike" or a.tokens[match.anchor].lemma == "strike"


def _as(match: Match, cause: Match) -> Match:
    entry = cause.entry
    return replace(match, entry=replace(match.entry, type=entry.type, subtype=entry.subtype, source=entry.source))


def _caused(a: Annotation, match: Match, roles: Roles, disasters: Mapping[int, Match]) -> Match:
    tolls = word_lists("figures.toml")
    lemma = a.tokens[match.anchor].lemma
    is_toll = lemma in tolls["effects.fatalities"] or lemma in tolls["effects.injured"]
    by = [t.i for p in a.children(match.anchor, "agent") for t in a.children(p.i, "pobj")]
    if match.entry.type != "Attack" or roles.agents or not is_toll or any(i not in disasters for i in by):
        return match
    cause = next((disasters[i] for i in _causes(a, a.tokens[match.anchor]) if i in disasters), None)
    if cause is None:
        return match
    return _as(match, cause)


def _causes(a: Annotation, toll: Token) -> Iterator[int]:
    """Words that may say what took a toll: "in a crash", "when a boiler burst", "a blast killed", "…, killing"."""
    for phrase in a.children(toll.i, "prep", "agent"):
        if phrase.lemma in _CAUSAL:
            yield from (t.i for t in a.children(phrase.i, "pobj", "pcomp"))
    for clause in a.children(toll.i, "advcl"):
        if any(t.lemma in _WHEN for t in a.children(clause.i, "mark", "advmod")):
            yield clause.i
            yield from (t.i for t in a.children(clause.i, *SUBJECTS))
    if is_verb(toll):
        yield from (t.i for t in a.children(toll.i, *SUBJECTS) if t.dep != "nsubjpass")
    if toll.dep in ("advcl", "acl", "relcl") and toll.tag in ("VBG", "VBD", "VBN"):
        yield toll.head
        yield from (t.i for t in a.children(toll.head, *SUBJECTS))

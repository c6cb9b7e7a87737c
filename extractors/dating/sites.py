"""Where time expressions hang: the verb or noun that each modifies, and in what role ("since", "until", "by" …)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dateline.extractors.dating.clauses import has_own_subject, is_verb, words
from dateline.extractors.syntax import Annotation, Token
from dateline.graph.model import Timex

Role = Literal["at", "since", "until", "by", "before", "after", "for", "start", "end"]
_ROLES: tuple[Role, ...] = ("since", "until", "by", "before", "after", "for", "start")
_MODIFIERS = frozenset({"poss", "compound", "nmod", "amod", "nummod", "det", "npadvmod", "appos"})


@dataclass(frozen=True, slots=True)
class Site:
    """Where an expression hangs; `before` if as a modifier before a noun ("Monday's attack", "the 2003 invasion");
    `clause` the verb of a sentence that opens with it, where the parser took it for a part of the subject."""

    token: Token
    role: Role
    before: bool = False
    clause: Token | None = None


Sites = Mapping[int, Site]
"""By the offset at which an expression begins."""


def sites(annotation: Annotation, times: Iterable[Timex]) -> Sites:
    """The sites of the expressions of a text; none for one that modifies nothing."""
    covered = {t.start: annotation.within(t.start, t.end) for t in times}
    taken = frozenset(i for indices in covered.values() for i in indices)
    found = {start: _site(annotation, indices, taken) for start, indices in covered.items() if indices}
    return {start: site for start, site in found.items() if site is not None}


def _site(annotation: Annotation, indices: range, taken: frozenset[int]) -> Site | None:
    """What the expression at the tokens `indices` modifies, past prepositions and other expressions (`taken` are the
    tokens of all)."""
    head = annotation.head_of(indices.start, indices.stop)
    role, before, below = _first_role(annotation, indices), False, head
    if (verb := _clause_after(annotation, head)) is not None:
        return Site(verb, role)
    above = _preposition(annotation, indices, head)
    for token in (above, *annotation.ancestors(above.i)) if above else annotation.ancestors(head.i):
        if token.i in taken:
            below = token
            continue
        if token.pos in ("ADP", "SCONJ", "PART") or (token.pos == "ADV" and token.dep in ("advmod", "prep")):
            role = role_of(token) if role == "at" else role
            below = token
            continue
        if token.tag == "VBG" and token.dep == "prep":  # "following", "starting"
            role = role_of(token) if role == "at" else role
            below = token
            continue
        if token.dep in ("aux", "auxpass"):
            token = annotation.head(token.i)
        if below.dep in _MODIFIERS and token.pos in ("NOUN", "PROPN"):
            before = below.i < token.i or _in_name(below, token)
            role = "at" if below.dep == "poss" else role  # "after Monday's attack" is after the attack
        return Site(token, role, before, _clause_of_fronted(annotation, indices, head))
    return Site(head, role) if is_verb(head) else None


def _clause_after(annotation: Annotation, head: Token) -> Token | None:
    """The verb of a sentence that opens with the expression, where the parser took the sentence for a relative clause
    of it: "The following week the army returned"."""
    clauses = annotation.children(head.i, "relcl") if head.dep == "ROOT" else []
    return clauses[0] if clauses and clauses[0].pos in ("VERB", "AUX") else None


def _preposition(annotation: Annotation, indices: range, head: Token) -> Token | None:
    """The preposition before an expression that the parser gave to the noun after it: "by 2018 rebels held the town",
    "said on Tuesday rebels attacked"."""
    noun = annotation.head(head.i)
    if indices.start == 0 or head.dep not in _MODIFIERS or noun.pos not in ("NOUN", "PROPN"):
        return None
    before = annotation.tokens[indices.start - 1]
    if before.pos != "ADP" or noun.i < indices.stop:
        return None
    if noun.i not in [t.i for t in annotation.children(before.i, "pobj")]:
        return before if noun.dep in ("nsubj", "nsubjpass") else None
    after = annotation.tokens[noun.i + 1] if noun.i + 1 < len(annotation.tokens) else None
    stolen = after and is_verb(after) and after.dep == "ccomp" and not has_own_subject(annotation, after)
    return before if stolen else None


def _clause_of_fronted(annotation: Annotation, indices: range, head: Token) -> Token | None:
    """The verb of a sentence that opens with the expression, where the parser took it for a part of the subject: "On
    Friday demonstrations in the capital turned violent"."""
    first = annotation.sentence(indices.start).first
    noun = annotation.head(head.i)
    above = annotation.head(noun.i)
    fronted = first == indices.start - 1 == above.i and above.pos == "ADP" and noun.dep == "pobj"
    verb = annotation.head(above.i)
    return verb if fronted and noun.i >= indices.stop and is_verb(verb) and verb.i > noun.i else None


def _in_name(year: Token, noun: Token) -> bool:
    """ "the Valley Games 2010": a year that closes a name."""
    return year.i == noun.i + 1 and noun.pos == "PROPN" and year.text.isdigit()


def role_of(token: Token) -> Role:
    """The role that a preposition, conjunction or participle gives to what it leads to."""
    return next((role for role in _ROLES if token.lemma in words(f"roles.{role}")), "at")


def _first_role(annotation: Annotation, indices: range) -> Role:
    """The role that a preposition directly before the expression gives it, whatever the tree says."""
    if indices.start == 0:
        return "at"
    token = annotation.tokens[indices.start - 1]
    return role_of(token) if token.pos in ("ADP", "SCONJ") or token.tag == "VBG" else "at"

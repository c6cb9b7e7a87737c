"""Which time expressions of a sentence say when an event was, and in what role ("since", "until", "by" …).

An expression hangs on a site, the verb or noun that it modifies. It dates the event at that site, and those that the
site shares its time with: subject and objects of a verb that says no more than that they happened, coordinated verbs,
participles; never what a reporting verb reports, nor another clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import Literal

from dateline.extractors.reporting import is_reporting
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists
from dateline.graph.model import Timex

Role = Literal["at", "since", "until", "by", "before", "after", "for", "start", "end"]
_ROLES: tuple[Role, ...] = ("since", "until", "by", "before", "after", "for", "start")
_MODIFIERS = frozenset({"poss", "compound", "nmod", "amod", "nummod", "det", "npadvmod", "appos"})
_OWN_CLAUSE = frozenset({"relcl", "ccomp", "csubj", "parataxis"})


@dataclass(frozen=True, slots=True)
class Attachment:
    """An expression that dates an event: its role, and how many steps of the tree lie between; `until` is the end of a
    run that it begins, "from 2003 to 2011", "between Sunday and Tuesday"."""

    timex: Timex
    role: Role
    steps: int
    until: Timex | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """Where an expression hangs; `before` if as a modifier before a noun ("Monday's attack", "the 2003 invasion")."""

    token: Token
    role: Role
    before: bool


def words(key: str) -> frozenset[str]:
    """A list of `data/dating.toml`."""
    return word_lists("dating.toml")[key]


def reports(token: Token) -> bool:
    """Whether the token is a verb of saying, whose time is not that of what is said."""
    return token.pos == "VERB" and is_reporting(token)


def is_verb(token: Token) -> bool:
    """Whether the token heads a clause."""
    return token.pos in ("VERB", "AUX")


def trigger_token(annotation: Annotation, start: int, end: int) -> Token | None:
    """The token that governs the words of a trigger; None where no token covers them."""
    indices = annotation.within(start, end)
    return annotation.head_of(indices.start, indices.stop) if indices else None


def site(annotation: Annotation, timex: Timex, taken: frozenset[int]) -> Site | None:
    """What the expression modifies, past prepositions and other expressions (`taken` are all their tokens)."""
    indices = annotation.within(timex.start, timex.end)
    if not indices:
        return None
    head = annotation.head_of(indices.start, indices.stop)
    role, before, below = _first_role(annotation, indices), False, head
    if (verb := _clause_after(annotation, head)) is not None:
        return Site(verb, role, False)
    above = _preposition(annotation, indices, head)
    for token in (above, *annotation.ancestors(above.i)) if above else annotation.ancestors(head.i):
        if token.i in taken:
            below = token
            continue
        if token.pos in ("ADP", "SCONJ", "PART") or (token.pos == "ADV" and token.dep in ("advmod", "prep")):
            role = _role(token) if role == "at" else role
            below = token
            continue
        if token.tag == "VBG" and token.dep == "prep":  # "following", "starting"
            role = _role(token) if role == "at" else role
            below = token
            continue
        if token.dep in ("aux", "auxpass"):
            token = annotation.head(token.i)
        if below.dep in _MODIFIERS and token.pos in ("NOUN", "PROPN"):
            before = below.i < token.i or _in_name(below, token)
            role = "at" if below.dep == "poss" else role  # "after Monday's attack" is after the attack
        return Site(token, role, before)
    return Site(head, role, False) if is_verb(head) else None


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
    stolen = after and is_verb(after) and after.dep == "ccomp" and not _has_own_subject(annotation, after)
    return before if stolen else None


def _clause_of_fronted(annotation: Annotation, timex: Timex) -> Token | None:
    """The verb of a sentence that opens with the expression, where the parser took it for a part of the subject: "On
    Friday demonstrations in the capital turned violent"."""
    indices = annotation.within(timex.start, timex.end)
    first = annotation.sentence(indices.start).first
    noun = annotation.head(annotation.head_of(indices.start, indices.stop).i)
    above = annotation.head(noun.i)
    fronted = first == indices.start - 1 == above.i and above.pos == "ADP" and noun.dep == "pobj"
    verb = annotation.head(above.i)
    return verb if fronted and noun.i >= indices.stop and is_verb(verb) and verb.i > noun.i else None


def _in_name(year: Token, noun: Token) -> bool:
    """ "the Valley Games 2010": a year that closes a name."""
    return year.i == noun.i + 1 and noun.pos == "PROPN" and year.text.isdigit()


def _role(token: Token) -> Role:
    return next((role for role in _ROLES if token.lemma in words(f"roles.{role}")), "at")


def _first_role(annotation: Annotation, indices: range) -> Role:
    """The role that a preposition directly before the expression gives it, whatever the tree says."""
    if indices.start == 0:
        return "at"
    token = annotation.tokens[indices.start - 1]
    return _role(token) if token.pos in ("ADP", "SCONJ") or token.tag == "VBG" else "at"


def reach(annotation: Annotation, trigger: Token, at: Site) -> int | None:
    """Steps from the site to the event at `trigger`; None where the site's time is not the event's."""
    here = at.token
    if here.i == trigger.i:
        return 0
    if at.before and not _names_it(annotation, here, trigger):
        return None
    up = [t.i for t in annotation.ancestors(here.i)]
    if trigger.i in up:
        return _upward(annotation, here, trigger)
    if here.i in [t.i for t in annotation.ancestors(trigger.i)]:
        return _downward(annotation, trigger, here)
    return _sideways(annotation, trigger, here)


def _names_it(annotation: Annotation, noun: Token, trigger: Token) -> bool:
    """Whether the noun that a date stands before tells of the event itself: "Monday's bomb attack"."""
    return annotation.head(trigger.i).i == noun.i and trigger.dep in ("compound", "amod", "nmod")


def _upward(annotation: Annotation, here: Token, trigger: Token) -> int | None:
    """The site lies within the event's own phrase: its object, its place, a participle of it."""
    steps, token = 1, here
    while token.i != trigger.i:
        if is_verb(token) and (token.dep in _OWN_CLAUSE or token.dep == "advcl" or _has_own_subject(annotation, token)):
            marked = annotation.children(token.i, "mark", "advmod", "nsubj", "nsubjpass")
            if token.tag != "VBG" or marked or token.dep in _OWN_CLAUSE:
                return None
        if is_verb(token) and token.dep in ("acl", "xcomp") and token.tag == "VB":
            return None
        if is_verb(token) and token.dep == "acl" and annotation.head(token.i).i != trigger.i:
            return None  # "arrested a man suspected of killing two people in March"
        steps, token = steps + 1, annotation.head(token.i)
    return steps


def _downward(annotation: Annotation, trigger: Token, here: Token) -> int | None:
    """The event lies below the site: a noun or a clause of the verb that is dated."""
    steps, token = 1, trigger
    while token.i != here.i:
        head = annotation.head(token.i)
        cost = _edge(annotation, token, head)
        if cost is None:
            return None
        steps, token = steps + cost, head
    return steps


def _edge(annotation: Annotation, token: Token, head: Token) -> int | None:
    """What it costs a date to pass from a verb or noun down to its dependent; None where it does not pass."""
    if is_verb(token):
        return _clause_edge(annotation, token, head)
    if token.pos == "ADP":
        stative = token.lemma in ("on", "under") and head.lemma in words("verbs.being")  # "are on strike"
        return 1 if token.lemma in words("roles.inward") or stative else None
    if token.dep in ("dobj", "nsubjpass") and is_verb(head):
        if head.lemma in words("verbs.happening"):
            return 1
        return None if reports(head) or _is_definite(annotation, token) else 2
    if token.dep == "nsubj" and is_verb(head):
        return None if reports(head) else 2
    if token.dep in ("compound", "amod", "conj", "appos", "attr", "pobj", "nmod"):
        return 1
    return None


def _clause_edge(annotation: Annotation, verb: Token, head: Token) -> int | None:
    if verb.dep == "conj" and is_verb(head):
        return 4 if _has_own_subject(annotation, verb) else 2
    if verb.dep in ("xcomp", "pcomp") and (head.lemma in words("verbs.sharing") or verb.dep == "pcomp"):
        return 1
    if verb.dep == "advcl":
        marks = annotation.children(verb.i, "mark", "advmod")
        if verb.tag in ("VBG", "VBN") and not any(t.pos in ("SCONJ", "ADP") for t in marks):
            return 2
        return 4 if any(t.lemma in words("relations.simultaneous") for t in marks) else None
    if verb.dep == "acl" and verb.tag in ("VBG", "VBN"):
        return 2
    return None


def _sideways(annotation: Annotation, trigger: Token, here: Token) -> int | None:
    """Site and event under one head: two nouns of a verb ("clashes in the town on Monday left five dead")."""
    mine = [trigger, *annotation.ancestors(trigger.i)]
    theirs = [here, *annotation.ancestors(here.i)]
    common = next((t for t in mine if t.i in {o.i for o in theirs}), None)
    if common is None:
        return None
    down = mine[: [t.i for t in mine].index(common.i)]
    if any(is_verb(t) for t in theirs[: [t.i for t in theirs].index(common.i)]):
        return None
    cost = 2
    for token in down:
        edge = _edge(annotation, token, annotation.head(token.i))
        if edge is None:
            return None
        cost += edge
    return cost + 1


def _has_own_subject(annotation: Annotation, verb: Token) -> bool:
    return bool(annotation.children(verb.i, "nsubj", "nsubjpass", "expl", "csubj"))


def _is_definite(annotation: Annotation, noun: Token) -> bool:
    definite = ("the", "this", "that", "these", "those")
    return any(t.lemma in definite for t in annotation.children(noun.i, "det")) or bool(
        annotation.children(noun.i, "poss")
    )


def attachments(annotation: Annotation, trigger: Token, here: list[Timex]) -> list[Attachment]:
    """Those of the expressions of its sentence (`here`) that date the event, the nearest first."""
    taken = frozenset(i for t in here for i in annotation.within(t.start, t.end))
    if (antecedent := _antecedent(annotation, trigger, here)) is not None:
        return [Attachment(antecedent, "at", 0)]
    found = [_paired(annotation, here, each) for each in _found(annotation, trigger, here, taken)]
    if _is_superlative(annotation, trigger):
        found = [each for each in found if each.role != "since"]
    return sorted(found, key=lambda a: (a.steps, abs(a.timex.start - trigger.start)))


def _antecedent(annotation: Annotation, trigger: Token, here: list[Timex]) -> Timex | None:
    """The expression that a clause with "when" hangs on: "since February 2003, when rebels bombed the club"."""
    verb = trigger
    while verb.dep == "conj" and not _has_own_subject(annotation, verb):
        verb = annotation.head(verb.i)
    if verb.dep != "relcl" or not any(t.lemma == "when" for t in annotation.children(verb.i, "advmod", "mark")):
        return None
    noun = annotation.head(verb.i)
    return next((t for t in here if t.start <= noun.start < t.end), None)


def _is_superlative(annotation: Annotation, trigger: Token) -> bool:
    """ "The deadliest attack since 2003" is of now: what it is measured against is no date of its own."""
    return any(t.tag == "JJS" or t.lemma in ("first", "only") for t in annotation.children(trigger.i, "amod"))


def _found(annotation: Annotation, trigger: Token, here: list[Timex], taken: frozenset[int]) -> Iterator[Attachment]:
    for timex in here:
        at = site(annotation, timex, taken)
        if at is None or timex.type == "SET":
            continue
        steps = reach(annotation, trigger, at)
        if steps is None and (clause := _clause_of_fronted(annotation, timex)) is not None:
            steps = reach(annotation, trigger, replace(at, token=clause, before=False))
        if steps is not None:
            yield Attachment(timex, _role_on_the_way(annotation, trigger, at), steps)
        elif _ends(annotation, trigger, at.token):
            yield Attachment(timex, "end", 3)


def _role_on_the_way(annotation: Annotation, trigger: Token, at: Site) -> Role:
    """The role of a site's time for the event, by what lies between: "fled after the attack on Monday", "the strike
    ended on Monday"."""
    above = {trigger.i} | {t.i for t in annotation.ancestors(trigger.i)}
    if at.role == "at" and at.token.i not in above:
        between = takewhile(lambda t: t.i not in above, annotation.ancestors(at.token.i))
        roles = [_role(t) for t in between if t.pos in ("ADP", "SCONJ")]
        return next((role for role in roles if role in ("since", "until", "before", "after")), "at")
    ended = trigger.i != at.token.i and at.token.lemma in words("verbs.ending") and not is_verb(trigger)
    return "end" if at.role == "at" and ended else at.role


def _ends(annotation: Annotation, trigger: Token, verb: Token) -> bool:
    """Whether the verb tells the end of what began with the verb before it: "began on Monday and ended on Friday"."""
    if verb.dep != "conj" or verb.lemma not in words("verbs.ending") or _has_own_subject(annotation, verb):
        return False
    return trigger.dep in ("nsubj", "nsubjpass") and annotation.head(trigger.i).i == annotation.head(verb.i).i


def lengths(annotation: Annotation, trigger: Token, here: list[Timex]) -> list[Timex]:
    """The lengths in days that stand before an event noun: "a three-day strike"; in longer ones ("a ten-year sentence",
    "a 20-year contract") it is mostly what was decided that lasts."""
    days = [t for t in here if t.type == "DURATION" and re.fullmatch(r"P\d+[DW]", t.value or "")]
    durations = [t for t in days if t.start < trigger.start and not is_verb(trigger)]
    return [t for t in durations if any(annotation.tokens[i].head == trigger.i for i in _heads(annotation, t))]


def _heads(annotation: Annotation, timex: Timex) -> list[int]:
    indices = annotation.within(timex.start, timex.end)
    return [annotation.head_of(indices.start, indices.stop).i] if indices else []


def _paired(annotation: Annotation, here: list[Timex], found: Attachment) -> Attachment:
    """The attachment with the other end of its run, whichever end hangs on the event."""
    for first, second in pairwise(here):
        if found.timex in (first, second):
            between = annotation.text[first.end : second.start].strip().lower()
            before = annotation.text[: first.start].rstrip().rpartition(" ")[2].lower()
            if before == "from" and between in words("runs.from"):
                return Attachment(first, "start", found.steps, second)
            if before == "between" and between == "and":
                return Attachment(first, "at", found.steps, second)
    return found

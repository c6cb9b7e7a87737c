"""Which time expressions of a sentence date an event, and in what role ("since", "until", "by" …)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from dateline.extractors.dating.clauses import has_own_subject, is_verb, words
from dateline.extractors.dating.reach import reach
from dateline.extractors.dating.sites import Role, Site, Sites, role_of
from dateline.extractors.syntax import Annotation, Token
from dateline.graph.model import Timex


@dataclass(frozen=True, slots=True)
class Attachment:
    """An expression that dates an event: its role, and how many steps of the tree lie between; `until` is the end of a
    run that it begins, "from 2003 to 2011", "between Sunday and Tuesday"."""

    timex: Timex
    role: Role
    steps: int
    until: Timex | None = None


def attachments(annotation: Annotation, sites: Sites, trigger: Token, here: list[Timex]) -> list[Attachment]:
    """Those of the expressions of its sentence, `here`, that date the event, the nearest first. What is told in the
    simple past was not done since then: "the FARC, since 2017 a party, condemned the bombing"."""
    if (antecedent := _antecedent(annotation, trigger, here)) is not None:
        return [Attachment(antecedent, "at", 0)]
    found = [_paired(annotation, here, each) for each in _found(annotation, sites, trigger, here)]
    if _is_superlative(annotation, trigger) or trigger.tag == "VBD":
        found = [each for each in found if each.role != "since"]
    return sorted(found, key=lambda a: (a.steps, abs(a.timex.start - trigger.start)))


def _antecedent(annotation: Annotation, trigger: Token, here: list[Timex]) -> Timex | None:
    """The expression that a clause with "when" hangs on: "since February 2003, when rebels bombed the club"."""
    verb = trigger
    while verb.dep == "conj" and not has_own_subject(annotation, verb):
        verb = annotation.head(verb.i)
    if verb.dep != "relcl" or not any(t.lemma == "when" for t in annotation.children(verb.i, "advmod", "mark")):
        return None
    noun = annotation.head(verb.i)
    return next((t for t in here if t.start <= noun.start < t.end), None)


def _is_superlative(annotation: Annotation, trigger: Token) -> bool:
    """ "The deadliest attack since 2003" is of now: what it is measured against is no date of its own."""
    return any(t.tag == "JJS" or t.lemma in ("first", "only") for t in annotation.children(trigger.i, "amod"))


def _found(annotation: Annotation, sites: Sites, trigger: Token, here: list[Timex]) -> Iterator[Attachment]:
    for timex in here:
        at = sites.get(timex.start)
        if at is None or timex.type == "SET":
            continue
        steps = reach(annotation, trigger, at)
        if steps is None and at.clause is not None:
            steps = reach(annotation, trigger, replace(at, token=at.clause, before=False))
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
        roles = [role_of(t) for t in between if t.pos in ("ADP", "SCONJ")]
        return next((role for role in roles if role in ("since", "until", "before", "after")), "at")
    ended = trigger.i != at.token.i and at.token.lemma in words("verbs.ending") and not is_verb(trigger)
    return "end" if at.role == "at" and ended else at.role


def _ends(annotation: Annotation, trigger: Token, verb: Token) -> bool:
    """Whether the verb tells the end of what began with the verb before it: "began on Monday and ended on Friday"."""
    if verb.dep != "conj" or verb.lemma not in words("verbs.ending") or has_own_subject(annotation, verb):
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

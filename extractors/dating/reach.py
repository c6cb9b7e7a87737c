"""How far the event at a trigger lies from where a time expression hangs, if it shares its time at all.

Subject and objects of a verb that says no more than that they happened do, coordinated verbs, participles; never what a
reporting verb reports, nor another clause.
"""

from __future__ import annotations

from dateline.extractors.dating.clauses import has_own_subject, is_definite, is_verb, reports, words
from dateline.extractors.dating.recalled import recalls
from dateline.extractors.dating.sites import Site
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

_OWN_CLAUSE = frozenset({"relcl", "ccomp", "csubj", "parataxis"})


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
        if annotation.head(token.i).i == trigger.i and _unfolds(annotation, token) and not _undone(annotation, trigger):
            return steps + 1
        if is_verb(token) and (token.dep in _OWN_CLAUSE or token.dep == "advcl" or has_own_subject(annotation, token)):
            marked = annotation.children(token.i, "mark", "advmod", "nsubj", "nsubjpass")
            if token.tag != "VBG" or marked or token.dep in _OWN_CLAUSE:
                return None
        if is_verb(token) and token.dep in ("acl", "xcomp") and token.tag == "VB":
            return None
        if is_verb(token) and token.dep == "acl" and annotation.head(token.i).i != trigger.i:
            return None  # "arrested a man suspected of killing two people in March"
        if token.lemma in words("roles.aside"):
            return None  # "banned the firm because of a crash in May"
        steps, token = steps + 1, annotation.head(token.i)
    return steps


def _unfolds(annotation: Annotation, verb: Token) -> bool:
    """Whether a clause tells how the event came about whose noun it hangs on: "an attack that killed five on Monday",
    "a blast in which five died", "a vote that will be held"; not what came of it, "a deal that expired"."""
    beside = ("verbs.judging", "verbs.ending")
    if verb.dep != "relcl" or reports(verb) or any(verb.lemma in words(key) for key in beside):
        return False
    ahead = any(t.tag == "MD" for t in annotation.children(verb.i, "aux"))
    if ahead and not (verb.lemma in words("verbs.happening") and annotation.children(verb.i, "nsubjpass")):
        return False
    subjects = annotation.children(verb.i, "nsubj", "nsubjpass")
    within = [t for p in annotation.children(verb.i, "prep") for t in annotation.children(p.i, "pobj")]
    return any(t.tag == "WDT" for t in (*subjects, *within))


def _undone(annotation: Annotation, noun: Token) -> bool:
    """Whether the event may be that its noun came to nothing: "the talks, which began in May, were suspended"."""
    return (
        noun.dep in ("dobj", "nsubjpass") and annotation.head(noun.i).lemma in word_lists("status.toml")["verbs.denied"]
    )


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
    if recalls(annotation, token):
        return None
    if is_verb(token):
        return _clause_edge(annotation, token, head)
    if token.pos == "ADP":
        stative = token.lemma in ("on", "under") and head.lemma in words("verbs.being")  # "are on strike"
        return 1 if token.lemma in words("roles.inward") or stative else None
    if token.dep in ("dobj", "nsubjpass") and is_verb(head):
        if head.lemma in words("verbs.happening"):
            return 1
        if head.lemma in words("verbs.judging"):
            return None
        return None if reports(head) or is_definite(annotation, token) else 2
    if token.dep == "nsubj" and is_verb(head):
        return None if reports(head) else 2
    if token.dep in ("compound", "amod", "conj", "appos", "attr", "pobj", "nmod"):
        return 1
    return None


def _clause_edge(annotation: Annotation, verb: Token, head: Token) -> int | None:
    if verb.dep == "conj" and is_verb(head):
        return 4 if has_own_subject(annotation, verb) else 2
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

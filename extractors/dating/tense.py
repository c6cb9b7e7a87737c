"""What tense and the words around it say of when an event lies: of now, behind what is told, or ahead of it."""

from __future__ import annotations

from typing import Literal

from dateline.extractors.dating.clauses import is_verb, reports, words
from dateline.extractors.dating.recalled import is_recalled
from dateline.extractors.syntax import Annotation, Token

Tense = Literal["now", "before", "past", "noun", "known"]
"""Perfect and present, pluperfect, past, or an event that a noun names without a verb that would tell, or with one that
takes it for known ("condemned the attack", "arrested for the attack")."""


def has_will(annotation: Annotation, token: Token) -> bool:
    """Whether it is told with "will"."""
    return any(t.lemma in ("will", "shall") for t in annotation.children(token.i, "aux"))


def looks_back(annotation: Annotation, token: Token) -> bool:
    """Whether what may be so or not is told of the past: "reportedly fled", "may have fled", "accused of killing"."""
    verb = token if is_verb(token) else annotation.head(token.i)
    if not is_verb(verb) or not (is_verb(token) or token.dep in ("dobj", "nsubj", "nsubjpass")):
        return False
    if _is_charge(annotation, verb):
        return True
    helpers = annotation.children(verb.i, "aux", "auxpass")
    if any(t.tag == "MD" or t.lemma == "to" for t in helpers):
        return any(t.lemma == "have" for t in helpers)
    return "VBD" in (verb.tag, *(t.tag for t in helpers)) or any(t.lemma == "have" for t in helpers)


def is_earlier(annotation: Annotation, token: Token) -> bool:
    """Whether the event is marked as earlier than what is told: "had fled", "the previous attack"."""
    return tense_of(annotation, token) == "before" or _is_old(annotation, token)


def tense_of(annotation: Annotation, token: Token) -> Tense:
    """The tense in which an event is told."""
    if is_recalled(annotation, token):
        return "known"
    verb = token
    if not is_verb(token):
        head = annotation.head(token.i)
        if token.dep not in ("dobj", "nsubj", "nsubjpass", "attr") or not is_verb(head) or reports(head):
            return "noun"
        if token.dep in ("dobj", "nsubjpass") and head.lemma in words("verbs.judging"):
            return "known"
        if head.tag == "VB":  # "to oppose an invasion"
            return "noun"
        verb = head
    helpers = annotation.children(verb.i, "aux", "auxpass")
    texts = {t.text.lower() for t in helpers}
    if "had" in texts:
        above = annotation.head(verb.i)
        return "past" if reports(above) and above.i != verb.i else "before"
    if texts & {"has", "have", "'ve", "is", "are", "'s", "'re"} or verb.tag in ("VBZ", "VBP"):
        return "now"
    if not texts and verb.tag in ("VBG", "VBN", "VB") and verb.dep in ("advcl", "conj", "xcomp", "acl", "pcomp"):
        above = annotation.head(verb.i)
        return tense_of(annotation, above) if is_verb(above) and above.i != verb.i else "past"
    return "past"


def _is_old(annotation: Annotation, token: Token) -> bool:
    """ "the previous attack", "the recently announced plan", "the now-cancelled deal", "charges have previously
    been brought", "silent since conceding": what such words mark lies before the story."""
    if token.dep == "amod" and is_verb(token):
        return bool(annotation.children(token.i, "advmod", "npadvmod"))
    above = annotation.head(token.i)
    marks = list(annotation.children(token.i, "amod", "advmod"))
    if token.dep in ("nsubj", "nsubjpass", "dobj") and is_verb(above) and not reports(above):
        marks += annotation.children(above.i, "advmod")
    adjectives = annotation.children(token.i, "amod")
    undone = any(t.lemma == "now" for mark in adjectives for t in annotation.children(mark.i, "advmod"))
    since = token.dep == "pcomp" and above.lemma == "since"
    held = token.dep == "dobj" and above.lemma == "have" and above.tag in ("VBZ", "VBP")  # "has a treaty with"
    kept = token.dep == "pobj" and above.lemma == "of" and annotation.head(above.i).lemma == "anniversary"
    marked = undone or since or held or kept or any(t.lemma in words("background.past") for t in marks)
    deed = above if token.dep == "dobj" else token
    return marked or _is_charge(annotation, token) or _tells_who(annotation, token) or _reminds(annotation, deed)


def _is_charge(annotation: Annotation, token: Token) -> bool:
    """Whether somebody is held to account for it: "accused of killing", "jailed for spying"."""
    link = annotation.head(token.i)
    charged = link.lemma in ("of", "for", "with") and annotation.head(link.i).lemma in words("verbs.charging")
    return token.dep == "pcomp" and charged


def _tells_who(annotation: Annotation, token: Token) -> bool:
    """ "the trial of a man who killed two people", "the men they have seized": a deed by which somebody is told from
    others, without a comma, lies before what the sentence tells."""
    subject = next(iter(annotation.children(token.i, "nsubj", "nsubjpass")), None)
    if token.dep != "relcl" or token.tag not in ("VBD", "VBN") or subject is None or subject.i == 0:
        return False
    before = annotation.tokens[subject.i - 1]
    perfect = any(t.lemma == "have" for t in annotation.children(token.i, "aux"))
    bare = perfect and before.i == token.head
    return (
        (subject.lemma == "who" or bare) and before.text != "," and (perfect or tense_of(annotation, token) == "past")
    )


def _reminds(annotation: Annotation, verb: Token) -> bool:
    """ "The bloc, which imposed sanctions after the coup, welcomed the vote": a deed that the text recalls of the doer
    before it tells what the doer did now."""
    doer = annotation.head(verb.i)
    recalled = verb.dep == "relcl" and verb.tag == "VBD" and doer.dep == "nsubj" and doer.head > verb.i
    return recalled and any(t.tag in ("WDT", "WP") for t in annotation.children(verb.i, "nsubj"))

"""What fills a slot of an event word: its subject, object, possessor, compound or a prepositional phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.extractors.events.arguments import (
    SUBJECTS,
    after_preposition,
    done_in,
    grammatical_subject,
    is_passive,
    is_verb,
    lent_subject,
    objects,
    sufferance,
    support_verb,
)
from dateline.extractors.events.lexicon import befalls
from dateline.extractors.events.owning import owning_up
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

_TOWARDS = frozenset({"against", "at", "to", "on"})
"""Prepositions that lead to whom an act is aimed at."""
_SIDES = frozenset({"between", "among", "with", "against"})
"""Prepositions that name a side although they hang on the verb by which an event noun is said to happen."""


def modifiers(a: Annotation, noun: int) -> Iterator[int]:
    """Words set before a noun: compounds, adjectives, and the doer in "U.S.-led"."""
    for child in a.children(noun, "compound", "amod", "nmod"):
        if is_opposed(a, child.i):
            continue
        if child.i > 1 and a.tokens[child.i - 1].text == "-":  # "the India-Pakistan talks"
            yield from (t.i for t in a.children(child.i, "compound", "nmod") if t.i == child.i - 2 and t.pos == "PROPN")
        yield child.i
        if child.lemma in ("lead", "led", "back", "backed", "orchestrate", "sponsor"):
            yield from (t.i for t in a.children(child.i, "npadvmod", "compound", "nmod", "amod", "nsubj"))


def is_opposed(a: Annotation, i: int) -> bool:
    """Whether "anti-" stands before a word: it names whom a thing is against, and never who does it."""
    return i > 1 and a.tokens[i - 1].text == "-" and a.tokens[i - 2].lemma == "anti"


def slot(a: Annotation, i: int, name: str) -> tuple[int, ...]:
    """Tokens in one slot of the verb or noun `i`: subject, object, poss, compound, or a preposition."""
    token = a.tokens[i]
    verbal = is_verb(token)
    if name == "subject":
        if verbal:
            return () if is_passive(a, i) else grammatical_subject(a, i)
        return lent_subject(a, i) or owning_up(a, i)
    if name == "object":
        return objects(a, i) if verbal else ()
    if name == "poss":
        return tuple(t.i for t in a.children(i, "poss"))
    if name == "compound":
        return tuple(modifiers(a, i))
    if name == "by" and verbal and not is_passive(a, i):
        return ()  # "banned the rally by students": the parser hangs the doers of the rally on who banned it
    if name == "on" and token.dep == "dobj" and a.head(i).lemma in ("blame", "pin"):
        return ()  # "blamed the attack on the rebels" tells who made it, and not whom it hit
    found = tuple(after_preposition(a, i, name))
    if found:
        return found
    above = a.head(i)
    verbs = word_lists("syntax.toml")
    reached = name == "between" and above.lemma in verbs["support.verbs"]
    if name in _SIDES and token.dep in SUBJECTS and (reached or above.lemma in verbs["support.occurrence"]):
        return tuple(after_preposition(a, above.i, name))  # "a dialogue resumed between the two"
    if name in _TOWARDS and not verbal:  # "the accusations that Ann leveled at Ben", "a promise she made to farmers"
        names = ("against", "at") if name == "against" else (name,)
        if hit := tuple(j for clause in done_in(a, i) for j in after_preposition(a, clause.i, *names)):
            return hit
    if name in _SIDES and not verbal:  # "an agreement reached between the two", "an order for jets with the firm"
        held = [c.i for c in a.children(i, "acl") if c.lemma in word_lists("syntax.toml")["support.verbs"]]
        if sides := tuple(j for t in held for j in after_preposition(a, t, name)):
            return sides
    if name == "by" and not verbal and (doers := _hung_higher(a, token)):
        return doers
    if name == "by" and (
        not verbal or is_passive(a, i)
    ):  # "a protest at the court by students": the parser hangs the doers on the court
        phrases = [t.i for p in a.children(i, "prep") for t in a.children(p.i, "pobj")]
        if within := tuple(j for noun in phrases for j in after_preposition(a, noun, "by")):
            return within
    if name == "of" and not verbal:  # "the killing in May 1993 of the mayor", "the arrest by the army of two nurses"
        between = [t for p in a.children(i, "prep") for t in a.children(p.i, "pobj") if p.lemma == "by" or _dates(a, t)]
        if late := tuple(j for noun in between for j in after_preposition(a, noun.i, "of")):
            return late
    if name == "by" and token.dep == "pobj" and above.lemma == "behind" and not is_verb(a.head(above.i)):
        return (above.head,)  # "the group behind the bombing"
    if verbal:  # "opened fire on", "staged attacks against": the parser hangs the phrase on the object
        held = [o.i for o in a.children(i, "dobj", "nsubjpass")]
        series = [o for o in held if a.tokens[o].lemma in verbs["nouns.series"]]  # "all types of relations with Rome"
        held += [j for o in series for j in after_preposition(a, o, "of")]
        beside = (j for o in held for j in after_preposition(a, o, name))
        return () if name in ("of", "by") else tuple(beside)  # "rejected calls by Rome": Rome called, and rejected not
    verb = support_verb(a, i) or sufferance(a, i)
    return tuple(after_preposition(a, verb.i, name)) if verb is not None and name != "by" else ()


def across(a: Annotation, i: int, phrase: set[int], name: str) -> tuple[int, ...]:
    """The other party that the parser hangs on a noun of the phrase of event word `i`, or behind "with" on what that
    is about: "went on strike against Vale", "is in talks with Rome", "placed an order for two jets with the maker"."""
    nouns = [t for t in sorted(phrase | {i}) if a.tokens[t].pos == "NOUN"]
    if name == "on" and a.tokens[i].lemma == "blame" and is_verb(a.tokens[i]):
        return tuple(_deep(a, objects(a, i), "on"))  # "blamed her defeat in the vote on the mayor"
    if name in ("against", "by") and not is_verb(a.tokens[i]):
        return tuple(_deep(a, (i,), name))  # "charges of tampering with a grave against Ann"
    if name in ("against", "on", "over", "to") and is_verb(a.tokens[i]):  # "went on strike against the ministry"
        return tuple(j for noun in nouns for j in after_preposition(a, noun, name))
    if name == "object" and is_verb(a.tokens[i]):  # "overturned the conviction of Ann Example"
        held = [(noun, s) for noun in nouns if noun != i for s in ("of", "poss") if _is_of_a_sufferer(a, noun, s)]
        return tuple(j for noun, s in held for j in slot(a, noun, s))
    if name in ("for", "against", "to") and len(phrase) > 1:  # "a statement of support for the nurses"
        return tuple(j for noun in nouns if noun != i for j in after_preposition(a, noun, name))
    if name != "with":
        return ()
    about = [t.i for noun in nouns for p in a.children(noun, "prep") for t in a.children(p.i, "pobj")]
    return tuple(j for noun in (*nouns, *about) for j in after_preposition(a, noun, name) if j > i)


def _harms(noun: str) -> bool:
    return noun in word_lists("syntax.toml")["nouns.harm"] or befalls(noun, "against")


def _deep(a: Annotation, nouns: Iterable[int], name: str) -> Iterator[int]:
    """Nouns behind a preposition that the parser hangs on a noun further down; what befalls women is another act in
    "charges of violence against women"."""
    todo = list(nouns)
    while todo:
        token = todo.pop()
        for child in a.children(token, "prep", "pobj", "pcomp", "dobj", "appos"):
            if child.lemma != name:
                todo.append(child.i)
            elif name != "against" or not _harms(a.tokens[token].lemma):
                yield from (t.i for t in a.children(child.i, "pobj"))


def _is_of_a_sufferer(a: Annotation, noun: int, name: str) -> bool:
    """ "Claimed the lives of two nurses", "overturned his conviction"."""
    lemma = a.tokens[noun].lemma
    return lemma in word_lists("syntax.toml")["nouns.lives"] or befalls(lemma, name)


def _hung_higher(a: Annotation, noun: Token) -> tuple[int, ...]:
    """Doers behind "by" that the parser hangs on the active verb above their noun: "banned the rally by students",
    "began with a protest by students"."""
    verb = a.head(a.tokens[noun.head].head) if noun.dep == "pobj" else a.head(noun.i)
    if noun.dep not in ("dobj", "pobj") or not is_verb(verb) or is_passive(a, verb.i):
        return ()
    return tuple(j for j in after_preposition(a, verb.i, "by") if j > noun.i)


def _dates(a: Annotation, noun: Token) -> bool:
    calendar = word_lists("case.toml")
    named = noun.lemma.lower() in calendar["calendar.names"] | calendar["calendar.doubtful"]
    return named or noun.pos == "NUM" or any(t.pos == "NUM" for t in a.children(noun.i, "nummod"))

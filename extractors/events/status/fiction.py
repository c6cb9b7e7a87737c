"""Events of stories: what a film shows or a novel tells did not happen, whatever its words say."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extractors.events.arguments import is_verb
from dateline.extractors.events.status.signs import is_sign
from dateline.extractors.syntax import Annotation, Token

_PRESENT = frozenset({"VBZ", "VBP"})


def work_of_fiction(a: Annotation, anchor: int) -> str:
    """The noun of the work that tells of the event at `anchor`, empty where none does: "the novel tells how an army
    invades", "a thriller about a coup", "in the film, a banker is kidnapped"."""
    above = [*_upwards(a, anchor)]
    for token in above:
        if token.dep == "prep" and is_sign(token, "fiction.about") and _is_work(a.head(token.i)):
            return a.head(token.i).text
        teller = next((t for t in a.children(token.i, "nsubj") if _is_work(t)), None)
        if teller and token.i != anchor and is_sign(token, "fiction.tells") and _is_present(a, token):
            return teller.text
    verbs = [t for t in above if is_verb(t)]
    finite = next((t for t in verbs if t.dep != "conj"), None)
    if finite is None or not _is_present(a, finite):
        return ""
    return next((t.text for v in verbs for t in _settings(a, v)), "")


def _is_present(a: Annotation, verb: Token) -> bool:
    """Plots are told in the present tense; "the film showed police beating a man" is a recording."""
    return any(t.tag in _PRESENT for t in (verb, *a.children(verb.i, "aux", "auxpass")))


def _is_work(token: Token) -> bool:
    return token.pos == "NOUN" and is_sign(token, "fiction.works")


def _upwards(a: Annotation, i: int) -> Iterator[Token]:
    """The token and what governs it, up to the root of its sentence."""
    token = a.tokens[i]
    yield token
    while token.head != token.i:
        token = a.head(token.i)
        yield token


def _settings(a: Annotation, verb: Token) -> Iterator[Token]:
    """The work in which a verb says that something is so: plots are told in the present tense."""
    for preposition in a.children(verb.i, "prep"):
        if preposition.lemma == "in":
            yield from (t for t in a.children(preposition.i, "pobj") if _is_work(t))

"""Whom the text names as the one who says that an event happened: reported speech, quotations, "according to"."""

from __future__ import annotations

from dateline.extractors.events.arguments import coordinated, grammatical_subject, is_verb
from dateline.extractors.events.roles import actors_at
from dateline.extractors.events.triggers import Scene
from dateline.extractors.quotations import is_quoted
from dateline.extractors.syntax import Token
from dateline.extractors.words import word_lists

_CLAUSES = ("ccomp", "parataxis", "advcl", "xcomp")


def source(scene: Scene, anchor: int) -> str | None:
    """Id of the actor to whom the text attributes what it says at token `anchor`; None where it speaks itself."""
    a = scene.annotation
    at = anchor
    while a.tokens[at].head != at:
        token, head = a.tokens[at], a.head(at)
        if is_verb(head) and _is_report(head) and token.dep in (*_CLAUSES, "dobj", "pobj") and head.i != anchor:
            speaker = _speaker(scene, head)
            if speaker:
                return speaker
        if (told := _according_to(scene, head.i)) and head.i != anchor:
            return told
        at = head.i
    return _according_to(scene, anchor) or _inserted(scene, anchor) or _quotation(scene, anchor)


def _is_report(token: Token) -> bool:
    return token.lemma in word_lists("reporting.toml")["verbs.say"]


def _speaker(scene: Scene, verb: Token) -> str | None:
    a = scene.annotation
    for subject in coordinated(a, grammatical_subject(a, verb.i)):
        for actor in actors_at(scene, subject):
            return actor
    return None


def _according_to(scene: Scene, i: int) -> str | None:
    """ "according to X", "in the words of X" hanging on token `i`."""
    a = scene.annotation
    for child in a.children(i, "prep", "advcl"):
        if child.lemma in ("accord", "according"):
            for inner in a.children(child.i, "prep"):
                for noun in coordinated(a, (t.i for t in a.children(inner.i, "pobj"))):
                    for actor in actors_at(scene, noun):
                        return actor
    return None


def _inserted(scene: Scene, anchor: int) -> str | None:
    """ "Rebels, the minister said, had shelled the town": the report stands inside the clause."""
    a = scene.annotation
    at = anchor
    while True:
        for child in a.children(at, "parataxis", "ccomp"):
            if _is_report(child) and child.i != anchor and not a.children(child.i, "ccomp", "dobj"):
                speaker = _speaker(scene, child)
                if speaker:
                    return speaker
        if a.tokens[at].head == at:
            return None
        at = a.tokens[at].head


def _quotation(scene: Scene, anchor: int) -> str | None:
    """The speaker of a quotation that the anchor stands in, named in its own sentence, behind it while the quotation
    goes on, or before it where it takes up again what was quoted there."""
    a = scene.annotation
    if not is_quoted(a, anchor):
        return None
    here = a.sentence_index(anchor)
    goes_on = is_quoted(a, min(a.sentences[here].last, len(a.tokens) - 1))
    for near in (here, here + 1, here - 1) if goes_on else (here, here - 1, here + 1):
        if 0 <= near < len(a.sentences) and a.sentences[near].paragraph == a.sentences[here].paragraph:
            sentence = a.sentences[near]
            for token in a.tokens[sentence.first : sentence.last]:
                if is_verb(token) and _is_report(token) and not is_quoted(a, token.i):
                    speaker = _speaker(scene, token)
                    if speaker:
                        return speaker
    return None

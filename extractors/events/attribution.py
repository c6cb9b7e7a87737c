"""Whom the text names as the one who says that an event happened: reported speech, quotations, "according to"."""

from __future__ import annotations

from dateline.extractors.events.arguments import (
    after_preposition,
    coordinated,
    grammatical_subject,
    is_passive,
    is_verb,
)
from dateline.extractors.events.standing import actors_at
from dateline.extractors.events.triggers import Scene
from dateline.extractors.quotations import is_quoted, telling
from dateline.extractors.reporting import is_reporting
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

_CLAUSES = ("ccomp", "parataxis", "advcl", "xcomp", "relcl")
"""How what is said hangs on a verb of telling; a relative clause of a verb is a complement that the parser took so."""
_ACCORDING = ("accord", "according")
_LABEL_WORDS = 12
"""The most words that may stand before the colon behind a speaker's name."""


def source(scene: Scene, anchor: int) -> str | None:
    """Id of the actor to whom the text attributes what it says at token `anchor`; None where it speaks itself.

    Where the anchor is itself a word of telling whose subject is a paper ("the ministry's report says"), the one who
    issued the paper.
    """
    a = scene.annotation
    at = anchor
    while a.tokens[at].head != at:
        token, head = a.tokens[at], a.head(at)
        if head.i != anchor and _reports(head, token):
            speaker = _speaker(scene, head)
            if speaker:
                return speaker
        if (told := _according_to(scene, head.i)) and head.i != anchor:
            return told
        at = head.i
    return (
        _according_to(scene, anchor)
        or _inserted(scene, anchor)
        or _quotation(scene, anchor)
        or _label(scene, anchor)
        or _behind(scene, anchor)
    )


def _reports(verb: Token, below: Token) -> bool:
    """Whether a verb reports what hangs on it: "said that …", "denied the attack", "found that …"."""
    if not is_verb(verb):
        return False
    found = below.dep == "ccomp" and verb.lemma in word_lists("reporting.toml")["verbs.find"]
    return found or (is_reporting(verb) and below.dep in (*_CLAUSES, "dobj", "pobj"))


def _speaker(scene: Scene, verb: Token) -> str | None:
    a = scene.annotation
    subjects = coordinated(a, grammatical_subject(a, verb.i))
    return next((who for subject in subjects if (who := _voice(scene, subject))), None)


def _voice(scene: Scene, noun: int) -> str | None:
    """Who speaks where a noun says something: the actor that it names, who issued the paper that it names, or, where
    nobody is named for it, the paper."""
    actor = next(iter(actors_at(scene, noun)), None)
    return actor or _issuer(scene, noun) or scene.paper_at.get(noun)


def _behind(scene: Scene, anchor: int) -> str | None:
    """For a word of telling that a paper is the subject of: who issued the paper, or the paper."""
    a = scene.annotation
    token = a.tokens[anchor]
    if not (is_verb(token) and (is_reporting(token) or token.lemma in word_lists("reporting.toml")["verbs.find"])):
        return None
    if token.lemma in _ACCORDING:
        papers = [t.i for to in a.children(anchor, "prep") for t in a.children(to.i, "pobj")]
    else:
        papers = [] if is_passive(a, anchor) else list(grammatical_subject(a, anchor))
    return next((who for p in papers if (who := _issuer(scene, p) or scene.paper_at.get(p))), None)


def _issuer(scene: Scene, paper: int) -> str | None:
    """Who speaks through a paper: "the ministry's report", "a statement by the union", "an FBI memo", "the office
    released a statement"."""
    a = scene.annotation
    lists = word_lists("reporting.toml")
    if paper in scene.actor_at or a.tokens[paper].lemma not in lists["nouns.documents"]:
        return None
    owners = [t.i for t in a.children(paper, "poss")]
    owners += after_preposition(a, paper, "by", "from")
    for clause in a.children(paper, "acl", "relcl"):
        if clause.lemma in lists["verbs.issue"]:
            owners += after_preposition(a, clause.i, "by")
    verb = a.head(paper)
    if a.tokens[paper].dep == "dobj" and verb.lemma in lists["verbs.issue"]:
        owners += grammatical_subject(a, verb.i)
    for owner in coordinated(a, owners):
        for actor in actors_at(scene, owner, owners=True):
            return actor
    names = (scene.actor_at.get(t.i) for t in a.children(paper, "compound", "nmod"))
    return next((who for who in names if who and scene.actors[who].kind == "Organization"), None)


def _according_to(scene: Scene, i: int) -> str | None:
    """ "according to X", "in the words of X" hanging on token `i`."""
    a = scene.annotation
    for child in a.children(i, "prep", "advcl"):
        if child.lemma in _ACCORDING:
            for inner in a.children(child.i, "prep"):
                for noun in coordinated(a, (t.i for t in a.children(inner.i, "pobj"))):
                    if who := _voice(scene, noun):
                        return who
    return None


def _inserted(scene: Scene, anchor: int) -> str | None:
    """ "Rebels, the minister said, had shelled the town": the report stands inside the clause."""
    a = scene.annotation
    at = anchor
    while True:
        for child in a.children(at, "parataxis", "ccomp"):
            if is_reporting(child) and child.i != anchor and not a.children(child.i, "ccomp", "dobj"):
                speaker = _speaker(scene, child)
                if speaker:
                    return speaker
        if a.tokens[at].head == at:
            return None
        at = a.tokens[at].head


def _quotation(scene: Scene, anchor: int) -> str | None:
    """The speaker of a quotation that the anchor stands in."""
    if not is_quoted(scene.annotation, anchor):
        return None
    return next((who for verb in telling(scene.annotation, anchor) if (who := _speaker(scene, verb))), None)


def _label(scene: Scene, anchor: int) -> str | None:
    """The speaker whose name and a colon open the paragraph ("Ann Example, farmer: …"), or close a headline
    ("Dam will hold: minister"). A state's name there says where."""
    a = scene.annotation
    first = _opening(a, anchor)
    for colon in range(first + 1, min(first + _LABEL_WORDS, anchor)):
        if a.tokens[colon].text == ":":
            return _named(scene, range(first, colon))
    sentence = a.sentence(anchor)
    colons = [i for i in range(anchor, sentence.last) if a.tokens[i].text == ":"]
    return _named(scene, range(colons[-1] + 1, sentence.last)) if sentence.headline and colons else None


def _opening(a: Annotation, i: int) -> int:
    """The first token of the paragraph of token `i`."""
    at = a.sentence_index(i)
    while at > 0 and a.sentences[at - 1].paragraph == a.sentences[at].paragraph:
        at -= 1
    return a.sentences[at].first


def _named(scene: Scene, words: range) -> str | None:
    """The actor whose name or noun opens `words`, if no verb stands among them."""
    a = scene.annotation
    if not words or any(is_verb(a.tokens[i]) for i in words):
        return None
    ahead = a.head_of(words.start, next((i for i in words if a.tokens[i].text == ","), words.stop)).i
    who = scene.actor_at.get(ahead)
    return who if who and scene.actors[who].kind != "Country" else None

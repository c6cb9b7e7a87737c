"""Mentions of an event as comparison sees them, alone and in clusters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extractors.events.arguments import is_verb, objects
from dateline.extractors.events.figures import effect
from dateline.extractors.events.status import is_definite
from dateline.extractors.events.tolls import anchor
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists
from dateline.graph.model import Claim

_NEW = frozenset(
    {"another", "other", "second", "third", "fourth", "new", "further", "separate", "similar", "previous", "earlier"}
)
_COUNTED = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "latest", "such"})
"""Words by which one more of a kind is told as the last that happened."""


@dataclass(frozen=True)
class Profile:
    """A cluster of mentions as comparison sees it.

    `objects` are the lemmas of what its verbs act on, `nouns` those of the nouns that name it; `linked` are ids of its
    tolls and means, that belong to another; `resumes` tells that it takes up what its sentence, or the one before, has
    just told.
    """

    claims: tuple[Claim, ...]
    words: frozenset[frozenset[str]]
    objects: frozenset[str]
    nouns: frozenset[str]
    definite: bool
    generic: bool
    new: bool
    indefinite: bool
    sentences: frozenset[int]
    member: bool
    number: frozenset[str]
    weak: frozenset[str]
    toll: frozenset[str]
    linked: frozenset[str]
    resumes: bool

    @property
    def type(self) -> str:
        """The class that all its mentions have."""
        return self.claims[0].type

    @property
    def ids(self) -> frozenset[str]:
        """Ids of its mentions' drafts."""
        return frozenset(c.id for c in self.claims)


def profile(a: Annotation, claim: Claim) -> Profile:
    """A draft claim as a cluster of one."""
    token = anchor(a, claim)
    mention = claim.mentions[0]
    words = [a.tokens[i] for i in a.within(mention.start, mention.end)]
    determiners = {t.lemma for t in a.children(token.i, "det", "amod", "nummod", "advmod")}
    noun = not is_verb(token)
    nouns = [t for t in words if t.pos in ("NOUN", "PROPN")]
    return Profile(
        claims=(claim,),
        words=frozenset({frozenset(_stem(t.lemma) for t in words if t.pos in ("NOUN", "PROPN", "VERB", "ADJ"))}),
        objects=frozenset(a.tokens[i].lemma for i in objects(a, token.i)) if not noun else frozenset(),
        nouns=frozenset({token.lemma} if noun else ()),
        definite=any(is_definite(a, t.i) for t in (token, *nouns)),
        generic=any(t.lemma in word_lists("coreference.toml").get(f"generic.{claim.type}", ()) for t in nouns)
        and not _told_by_itself(a, token),
        new=noun and bool(determiners & _NEW),
        indefinite=noun and bool(determiners & {"a", "an"}) and not a.sentence(token.i).headline,
        sentences=frozenset({a.sentence_index(token.i)}),
        weak=frozenset({claim.id} if is_definite(a, token.i) and claim.modality == "actual" else ()),
        member=noun and _is_member(a, token),
        number=frozenset({"plural" if token.tag in ("NNS", "NNPS") else "singular"} if noun else ()),
        toll=frozenset({told} if (told := effect(token)) else ()),
        linked=frozenset(),
        resumes=noun and _resumes(a, token),
    )


def _told_by_itself(a: Annotation, noun: Token) -> bool:
    """ "The offensive launched by the rebels", "the raid that the army carried out": a clause says which one is meant,
    and not what was told before."""
    clauses = (c for c in a.children(noun.i, "acl", "relcl") if c.i > noun.i and "," not in _between(a, noun, c))
    return any(
        a.children(c.i, "agent") or any(t.pos in ("NOUN", "PROPN") for t in a.children(c.i, "nsubj")) for c in clauses
    )


def _between(a: Annotation, first: Token, last: Token) -> set[str]:
    return {t.text for t in a.tokens[first.i : last.i]}


def _stem(lemma: str) -> str:
    """Enough of a word to hold a verb and its noun together ("assassinate", "assassination"; "ram", "ramming")."""
    bare = lemma.removesuffix("ing") if len(lemma) > 5 else lemma
    doubled = bare != lemma and bare[-1] == bare[-2] and bare[-1] not in "fls"
    return (bare[:-1] if doubled else bare)[:4]


def _is_member(a: Annotation, noun: Token) -> bool:
    """ "one of those attacks"."""
    of = a.head(noun.i)
    return noun.dep == "pobj" and of.lemma == "of" and a.head(of.i).pos == "NUM" and noun.tag in ("NNS", "NNPS")


def _resumes(a: Annotation, noun: Token) -> bool:
    """ "… on Tuesday, the third such attack in a week"; "It was the third attack in a week": of which so many are told,
    the last of them."""
    counted = a.children(noun.i, "amod")
    if noun.tag != "NN" or not any(t.lemma in _COUNTED for t in counted) or not is_definite(a, noun.i):
        return False
    if noun.dep == "attr":
        return any(t.lemma in ("it", "this", "that") for t in a.children(a.head(noun.i).i, "nsubj"))
    first = min(t.i for t in (*counted, *a.children(noun.i, "det"), *_owners(a, noun)))
    return first > a.sentence(first).first and a.tokens[first - 1].text == "," and noun.head < first


def _owners(a: Annotation, noun: Token) -> Iterator[Token]:
    for owner in a.children(noun.i, "poss"):
        yield from (owner, *a.children(owner.i))


def union(p: Profile, q: Profile) -> Profile:
    """Two clusters as one; what its first mention tells of itself stays."""
    return Profile(
        claims=(*p.claims, *q.claims),
        words=p.words | q.words,
        objects=p.objects | q.objects,
        nouns=p.nouns | q.nouns,
        definite=p.definite,
        generic=p.generic,
        new=p.new,
        indefinite=p.indefinite,
        sentences=p.sentences | q.sentences,
        member=p.member,
        number=p.number | q.number,
        weak=p.weak | q.weak,
        toll=p.toll | q.toll,
        linked=p.linked | q.linked,
        resumes=p.resumes,
    )

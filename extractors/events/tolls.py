"""Tolls and means: words such as "killing 24" or "by bombing" that tell of an event which another word names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.extractors.events.arguments import after_preposition, is_verb
from dateline.extractors.events.figures import effect
from dateline.extractors.syntax import Annotation, Token
from dateline.graph.model import Claim

VIOLENT = frozenset({"Attack", "Disaster", "Abduct", "Coerce", "Protest"})
"""Classes whose events take a toll."""
_CIRCUMSTANCE = ("in", "by", "during", "after", "from", "when", "to")
"""Prepositions behind a toll's word that lead to what took it."""


def anchor(a: Annotation, claim: Claim) -> Token:
    """The token that heads a draft's trigger."""
    mention = claim.mentions[0]
    tokens = a.within(mention.start, mention.end)
    return a.head_of(tokens.start, tokens.stop)


def tolls(a: Annotation, claims: tuple[Claim, ...]) -> dict[str, str]:
    """For each word that tells a toll or a means, the claim of the event that it belongs to, where syntax says so."""
    by_anchor = {anchor(a, c).i: c for c in claims if c.type in VIOLENT}
    links: dict[str, str] = {}
    for i, claim in by_anchor.items():
        token = a.tokens[i]
        causes = _causes(a, token) if _tells_toll(a, claim) else (*_deed(a, token), *_twin(token, claim, by_anchor))
        cause = next((by_anchor[j] for j in causes if j in by_anchor and j != i), None)
        if cause is not None and links.get(cause.id) != claim.id and not _apart(token, claim, cause):
            links[claim.id] = cause.id
    return links


def _tells_toll(a: Annotation, claim: Claim) -> bool:
    """Whether the trigger tells who died or was hurt ("killed", "left 24 dead")."""
    mention = claim.mentions[0]
    return any(effect(a.tokens[i]) for i in a.within(mention.start, mention.end))


def _apart(token: Token, claim: Claim, cause: Claim) -> bool:
    """ "Nobody was killed in the attack" denies no attack; "kidnapped three and killed a guard" are two acts."""
    denied = claim.polarity == "negative" and cause.polarity == "positive"
    return denied or (token.dep == "conj" and claim.type != cause.type)


def _deed(a: Annotation, token: Token) -> Iterable[int]:
    """The verb that a means spells out: "retaliated by bombing"."""
    if token.dep == "pcomp" and a.head(token.i).lemma == "by":
        yield a.head(a.tokens[token.i].head).i


def _twin(token: Token, claim: Claim, by_anchor: Mapping[int, Claim]) -> Iterable[int]:
    """The noun that a second one of its kind is joined to: "the invasion and occupation of Iraq"."""
    first = by_anchor.get(token.head)
    if token.dep == "conj" and not is_verb(token) and first and first.subtype and first.subtype == claim.subtype:
        yield token.head


def _causes(a: Annotation, token: Token) -> Iterable[int]:
    """Tokens that may name what took a toll: subject, phrase of circumstance, governing or coordinated verb."""
    i = token.i
    yield from _deed(a, token)
    while a.tokens[i].dep in ("xcomp", "conj") and is_verb(a.head(i)):  # "ended up killing", "killed and wounded"
        yield from (t.i for t in a.children(i, "nsubj"))
        i = a.tokens[i].head
        yield i
    for at in {token.i, i}:
        subjects = a.children(at, "nsubj")
        yield from (t.i for t in subjects)
        yield from (of for t in subjects for of in after_preposition(a, t.i, "of"))
        yield from after_preposition(a, at, *_CIRCUMSTANCE)
        yield from (t.i for p in a.children(at, "prep", "agent") for t in a.children(p.i, "pcomp"))
        yield from (t.i for t in a.children(at, "advcl") if not effect(t))
    for joined in a.children(token.i, "conj"):  # "three were killed and five (more) hurt in a raid"
        for also in (t for t in (joined, *a.children(joined.i, "amod", "acl")) if effect(t)):
            yield from after_preposition(a, also.i, *_CIRCUMSTANCE)
    before = a.tokens[i].dep == "advcl" and a.children(i, "mark")  # "struck after 14 were killed"
    if a.tokens[i].dep in ("advcl", "acl", "relcl") and not before:
        at = a.tokens[i].head
        yield at
        while a.tokens[at].dep == "pobj" and not is_verb(a.head(a.tokens[at].head)):
            at = a.tokens[a.tokens[at].head].head  # "an attack on a school in Lyon, which killed …"
            yield at

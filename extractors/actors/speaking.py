"""Whom "I" and "we" mean in a quotation: who speaks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.extractors.actors.found import Found
from dateline.extractors.actors.groups import Groups
from dateline.extractors.actors.together import SUBJECT
from dateline.extractors.quotations import telling
from dateline.extractors.syntax import Annotation

_ONE = {"i", "me", "my", "mine", "myself"}
_BODY = {"we", "us", "our", "ours", "ourselves"}


def find(
    annotation: Annotation, groups: Groups, heads: Mapping[int, int], quoted: frozenset[int]
) -> Iterator[tuple[Found, int]]:
    """Pronouns of the first person within quotation marks, each with the mention of who speaks (an index of `groups`).

    `heads` has the mention that each token heads, pronouns of the third person among them. "I" is a person; "we" is a
    body that speaks itself, or for which its officer does ("said Ann Example, head of the union"); whom another person
    means by it nothing tells.
    """
    for token in annotation.tokens:
        word = token.text.lower()
        if token.i not in quoted or token.tag not in ("PRP", "PRP$") or word not in _ONE | _BODY:
            continue
        kind = "Person" if word in _ONE else "Organization"
        speaker = next(_speakers(annotation, token.i, heads), None)
        if speaker is None:
            continue
        for i in (speaker, *(_of(annotation, speaker) if word in _BODY else ())):
            one = groups.found[heads[i]] if i in heads else None
            if one is not None and one.kind == kind and not one.plural:
                yield Found(token.i, token.i + 1, token.i, "pronoun", one.name, one.kind), heads[i]
                break


def _speakers(annotation: Annotation, i: int, heads: Mapping[int, int]) -> Iterator[int]:
    """The heads of the subjects, who are actors, of the verbs that tell who speaks at token `i`."""
    for verb in telling(annotation, i):
        for subject in annotation.children(verb.i, *SUBJECT):
            if subject.i in heads:
                yield subject.i


def _of(annotation: Annotation, i: int) -> Iterator[int]:
    """The heads of whom the noun at token `i`, or its apposition, is said to belong to."""
    for child in annotation.children(i):
        if child.dep in ("poss", "compound", "nmod"):
            yield child.i
        elif child.dep == "prep" and child.lemma in ("of", "for", "at", "with"):
            yield from (t.i for t in annotation.children(child.i, "pobj"))
        if child.dep in ("appos", "compound", "nmod"):
            yield from _of(annotation, child.i)

"""Pronouns that can mean one actor only: "he" after a sentence with one man or woman, "they" after one group."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extractors.actors.found import Found
from dateline.extractors.actors.identity import Groups, members
from dateline.extractors.syntax import Annotation, Token

_PERSON = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f", "hers": "f"}
_MANY = dict.fromkeys(("they", "them", "their", "themselves"), "many")
_BODY = dict.fromkeys(("it", "its", "itself"), "body")
_CLASS = _PERSON | _MANY | _BODY
_EMPTY_VERBS = ("be", "seem", "appear", "become", "take", "happen", "rain", "snow", "remain", "turn")


def find(annotation: Annotation, groups: Groups) -> list[tuple[Found, int]]:
    """Pronouns with the mention (an index of `groups`) that each goes back to, where nothing else is possible."""
    found: list[tuple[Found, int]] = []
    said: dict[tuple[int, str], int | None] = {}
    for token in annotation.tokens:
        sort = _CLASS.get(token.text.lower())
        if sort is None or token.tag not in ("PRP", "PRP$") or _empty(annotation, token):
            continue
        sentence = annotation.sentence_index(token.i)
        if (sentence, sort) not in said:
            said[sentence, sort] = _antecedent(annotation, groups, token, sort, said.get((sentence - 1, sort)))
        antecedent = said[sentence, sort]
        if antecedent is not None:
            one = groups.found[antecedent]
            pronoun = Found(token.i, token.i + 1, token.i, "pronoun", one.name, one.kind, plural=one.plural)
            found.append((pronoun, antecedent))
    return found


def _empty(annotation: Annotation, token: Token) -> bool:
    """An "it" that may mean nothing or a thing: "it is likely that", "it rains", "they did it"."""
    if token.text.lower() != "it":
        return False
    governor = annotation.head(token.i)
    return token.dep not in ("nsubj", "nsubjpass") or governor.lemma in _EMPTY_VERBS


def _antecedent(annotation: Annotation, groups: Groups, token: Token, sort: str, last: int | None) -> int | None:
    """The only actor that fits in the same sentence before the pronoun, else in the sentence before.

    Where several fit, the only subject among them is taken for "he" and "she". `last` is what the same pronoun meant in
    the sentence before.
    """
    sentence = annotation.sentence_index(token.i)
    here, before = list[int](), [last] if last is not None else []
    for n, one in enumerate(groups.found):
        if annotation.tokens[one.head].dep in ("compound", "nmod", "amod") or not _agrees(groups, n, sort):
            continue
        at = annotation.sentence_index(one.first)
        if at == sentence and one.last <= token.i:
            here.append(n)
        elif at == sentence - 1 and _same_paragraph(annotation, sentence):
            before.append(n)
    return _only(annotation, groups, here, sort) if here else _only(annotation, groups, before, sort)


def _same_paragraph(annotation: Annotation, sentence: int) -> bool:
    one, other = annotation.sentences[sentence], annotation.sentences[sentence - 1]
    return abs(one.paragraph - other.paragraph) <= 1 and not other.headline


def _only(annotation: Annotation, groups: Groups, fits: Sequence[int], sort: str) -> int | None:
    if len({groups.of(n) for n in fits}) == 1:
        return fits[-1]
    subjects = [n for n in fits if annotation.tokens[groups.found[n].head].dep in ("nsubj", "nsubjpass")]
    if sort in ("m", "f") and len({groups.of(n) for n in subjects}) == 1:
        return subjects[-1]
    return None


def _agrees(groups: Groups, n: int, sort: str) -> bool:
    one = groups.found[n]
    if sort in ("m", "f"):
        genders = {m.gender for m in members(groups, n) if m.gender}
        return one.kind == "Person" and genders <= {sort}
    if sort == "many":
        return one.plural or one.kind == "Group"
    return one.kind in ("Organization", "Country") and not one.plural

"""Pronouns that can mean one actor only: the subject they are bound to, else the one that fits nearby.

A possessive belongs to the subject of its clause ("the union and its members"), the subject of a reported clause to
who reports it ("she said she …"). Otherwise a pronoun is read only where one actor of the sentence, or of the sentence
before, agrees with it in number and sort.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from dateline.extractors.actors import lexicon
from dateline.extractors.actors.found import Found
from dateline.extractors.actors.groups import Groups
from dateline.extractors.syntax import Annotation, Token

_PERSON = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f", "hers": "f"}
_MANY = dict.fromkeys(("they", "them", "their", "themselves"), "many")
_BODY = dict.fromkeys(("it", "its", "itself"), "body")
_CLASS = _PERSON | _MANY | _BODY
_WEATHER = ("rain", "snow", "hail", "drizzle")
_EMPTY_VERBS = ("be", "seem", "appear", "become", "take", "happen", "remain", "turn")
_SPEECH_REACH = 2
"""How many sentences back who spoke last is looked for."""

_SUBJECT = ("nsubj", "nsubjpass")


def find(annotation: Annotation, groups: Groups) -> list[tuple[Found, int]]:
    """Pronouns with the mention (an index of `groups`) that each goes back to, where nothing else is possible."""
    found: list[tuple[Found, int]] = []
    said: dict[tuple[int, str], int | None] = {}
    heads = {one.head: n for n, one in enumerate(groups.found)}
    for token in annotation.tokens:
        sort = _CLASS.get(token.text.lower())
        if sort is None or token.tag not in ("PRP", "PRP$"):
            continue
        sentence = annotation.sentence_index(token.i)
        if annotation.head(token.i).lemma in _WEATHER:
            continue
        bound = _bound(annotation, groups, token, sort, heads)
        if bound is None:
            bound = said.get((sentence, sort))
        if bound is None:
            bound = _speaker(annotation, groups, token, sort, heads)
        if bound is None and (sentence, sort) not in said and not _empty(annotation, token):
            bound = _antecedent(annotation, groups, token, sort, said.get((sentence - 1, sort)))
        said[sentence, sort] = bound
        if bound is not None:
            one = groups.found[bound]
            heads[token.i] = bound
            pronoun = Found(token.i, token.i + 1, token.i, "pronoun", one.name, one.kind, plural=one.plural)
            found.append((pronoun, bound))
    return found


def _bound(annotation: Annotation, groups: Groups, token: Token, sort: str, heads: Mapping[int, int]) -> int | None:
    """The subject that the pronoun's place in the sentence binds it to, if that subject is an actor that agrees."""
    above = annotation.ancestors(token.i)
    if token.tag == "PRP$" or token.text.lower().endswith(("self", "selves")):
        clauses = [verb for verb in above if annotation.children(verb.i, *_SUBJECT)]
    elif token.dep in _SUBJECT and above and above[0].dep in ("ccomp", "advcl"):
        clauses = [verb for verb in above[1:2] if annotation.children(verb.i, *_SUBJECT)]
    else:
        return None
    if not clauses:
        return None
    subject = annotation.children(clauses[0].i, *_SUBJECT)[0]
    who = heads.get(subject.i)
    if subject.i >= token.i or who is None or not _agrees(groups, who, sort, loose=True):
        return None
    return who


def _speaker(annotation: Annotation, groups: Groups, token: Token, sort: str, heads: Mapping[int, int]) -> int | None:
    """For the subject of a verb of speech, who spoke last before it, if that agrees: "…, said Smith. He added …"."""
    if token.dep != "nsubj" or annotation.head(token.i).lemma not in lexicon.speech_verbs():
        return None
    sentence = annotation.sentence_index(token.i)
    start = annotation.sentences[max(sentence - _SPEECH_REACH, 0)].first
    for i in range(token.i - 1, start - 1, -1):
        other = annotation.tokens[i]
        if other.dep == "nsubj" and i in heads and annotation.head(i).lemma in lexicon.speech_verbs():
            return heads[i] if _agrees(groups, heads[i], sort, loose=True) else None
    return None


def _empty(annotation: Annotation, token: Token) -> bool:
    """An "it" that may mean nothing or a thing: "it is likely that", "it rains", "they did it"."""
    if token.text.lower() != "it":
        return False
    governor = annotation.head(token.i)
    return token.dep not in _SUBJECT or governor.lemma in _EMPTY_VERBS


def _antecedent(annotation: Annotation, groups: Groups, token: Token, sort: str, last: int | None) -> int | None:
    """The only actor that fits in the same sentence before the pronoun, else in the sentence before.

    Where several fit, the only subject among them is taken for "he" and "she". `last` is what the same pronoun meant in
    the sentence before.
    """
    sentence = annotation.sentence_index(token.i)
    here, before = list[int](), [last] if last is not None else []
    start = annotation.sentences[max(sentence - 1, 0)].first
    low, high = (bisect_left(groups.found, i, key=lambda one: one.first) for i in (start, token.i))
    for n, one in enumerate(groups.found[low:high], low):
        if annotation.tokens[one.head].dep in ("compound", "nmod", "amod") or not _agrees(groups, n, sort):
            continue
        at = annotation.sentence_index(one.first)
        if at == sentence and one.last <= token.i:
            here.append(n)
        elif at == sentence - 1 and _near(annotation, sentence):
            before.append(n)
    return _only(annotation, groups, here, sort) if here else _only(annotation, groups, before, sort)


def _near(annotation: Annotation, sentence: int) -> bool:
    one, other = annotation.sentences[sentence], annotation.sentences[sentence - 1]
    return abs(one.paragraph - other.paragraph) <= 1 and not other.headline


def _only(annotation: Annotation, groups: Groups, fits: Sequence[int], sort: str) -> int | None:
    if len({groups.of(n) for n in fits}) == 1:
        return fits[-1]
    subjects = [n for n in fits if annotation.tokens[groups.found[n].head].dep in _SUBJECT]
    if sort in ("m", "f") and len({groups.of(n) for n in subjects}) == 1:
        return subjects[-1]
    return None


def _agrees(groups: Groups, n: int, sort: str, loose: bool = False) -> bool:
    """Whether mention `n` fits a pronoun of `sort`; `loose` lets "they" mean a body, as speakers do."""
    one = groups.found[n]
    if sort in ("m", "f"):
        return one.kind == "Person" and groups.told(n).genders <= {sort}
    if sort == "many":
        return one.plural or one.kind == "Group" or (loose and one.kind == "Organization")
    return one.kind in ("Organization", "Country") and not one.plural

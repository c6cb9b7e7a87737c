"""Two who are named one beside the other, and what means them both: "they", "both", "the two companies"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extractors.reporting import is_reporting
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

SUBJECT = ("nsubj", "nsubjpass")

_SORTS = ("ORG", "GPE", "PERSON")
_NAMES = ("NNP", "NNPS")
_REACH = 2
"""How many sentences back "the two companies" may have been named."""


def joint(annotation: Annotation, token: Token) -> tuple[int, ...]:
    """The heads of the names that `token` means together, which no one actor is; nothing where it means one."""
    word = token.text.lower()
    if word in ("they", "them", "their", "themselves"):
        return _subjects(annotation, token)
    if word == "both" and not annotation.children(token.i):
        two = _subjects_before(annotation, token)
        return two if len(two) == 2 else ()
    sort = _counted_two(annotation, token)
    if sort is None:
        return ()
    plain = _plain(annotation, token)
    found: tuple[int, ...] = next(_pairs(annotation, token, sort, here=plain), ())
    if not found and sort in ("any", "PERSON") and token.dep in SUBJECT:
        found = _two_people(annotation, token)
    return () if plain and found and _others_between(annotation, max(found), token.i) else found


def _subjects(annotation: Annotation, token: Token) -> tuple[int, ...]:
    """The subjects that "they" may mean together: "the army and the police said they …"."""
    for verb in governing(annotation, token)[:1]:
        for subject in annotation.children(verb.i, *SUBJECT):
            joined = _joined(annotation, subject)
            if subject.i < token.i and len(joined) > 1:
                return tuple(t.i for t in joined)
    return _subjects_before(annotation, token)


def _subjects_before(annotation: Annotation, token: Token) -> tuple[int, ...]:
    """Subjects of the sentence before that a subject "they" takes up, where its own names nobody before it: "Ann
    and Ivo met. They agreed …"."""
    at = annotation.sentence_index(token.i)
    own, before = annotation.sentences[at], annotation.sentences[max(at - 1, 0)]
    opens = all(t.pos not in ("NOUN", "PROPN") for t in annotation.tokens[own.first : token.i])
    if (
        token.dep not in SUBJECT
        or token.text.lower() not in ("they", "both")
        or at == 0
        or not opens
        or before.headline
    ):
        return ()
    root = annotation.head_of(before.first, before.last)
    for subject in annotation.children(root.i, *SUBJECT):
        joined = _joined(annotation, subject)
        if len(joined) > 1 and all(t.tag in _NAMES for t in joined):
            return tuple(t.i for t in joined)
    return ()


def _joined(annotation: Annotation, first: Token) -> list[Token]:
    """A noun with all that a list joins to it, each to the one before: "Ann, Ivo and Ute"."""
    found = [first]
    for token in found:
        found.extend(annotation.children(token.i, "conj"))
    return found


def governing(annotation: Annotation, token: Token) -> list[Token]:
    """The verbs, nearest first, whose subject a pronoun goes back to by its place in the sentence."""
    above = annotation.ancestors(token.i)
    if token.tag == "PRP$" or token.text.lower().endswith(("self", "selves")):
        return [verb for verb in above if annotation.children(verb.i, *SUBJECT)]
    if token.dep in SUBJECT and above and above[0].dep in ("ccomp", "advcl"):
        telling = (verb for n, verb in enumerate(above[1:]) if not n or is_reporting(verb))
        return [verb for verb in telling if annotation.children(verb.i, *SUBJECT)]
    return []


def _counted_two(annotation: Annotation, token: Token) -> str | None:
    """The sort of names, or "any", that "the two companies" or "both sides" ask for; None for no such phrase."""
    before = {t.text.lower() for t in annotation.children(token.i) if t.i < token.i}
    if _plain(annotation, token) and token.text.lower() in word_lists("actors/words.toml")["pairs.ORG"]:
        return "ORG"
    if _plain(annotation, token) and token.text.lower() in ("two", "pair", "duo"):
        return "any"
    if not ("both" in before or {"the", "two"} <= before) or not before <= {"both", "the", "two"}:
        return None
    word, lists = token.text.lower(), word_lists("actors/words.toml")
    return next((sort for sort in ("any", *_SORTS) if word in lists[f"pairs.{sort}"]), None)


def _plain(annotation: Annotation, token: Token) -> bool:
    """Whether nothing but "the" stands before a noun, and nothing behind it, and it acts: "…, the companies said"."""
    alone = [t.text.lower() for t in annotation.children(token.i) if t.dep != "punct"] == ["the"]
    return alone and token.dep in SUBJECT


def _pairs(annotation: Annotation, token: Token, sort: str, here: bool) -> Iterator[tuple[int, int]]:
    """Two names of one sort, joined by "and" or facing each other across a verb, in the sentences before, nearest
    first; before them in the token's own sentence where `here`."""
    at_token = annotation.sentence_index(token.i)
    label = {i: e.label for e in annotation.entities for i in range(e.first, e.last)}
    for at in range(at_token - (not here), max(at_token - 1 - _REACH, -1), -1):
        sentence = annotation.sentences[at]
        for one in annotation.tokens[sentence.first : min(sentence.last, token.i)]:
            for other in _others(annotation, one):
                labels = {label.get(i) for i in (one.i, other.i)}
                fits = labels == {sort} or (sort == "any" and None not in labels)
                if fits and one.tag in _NAMES and other.tag in _NAMES:
                    yield one.i, other.i


def _two_people(annotation: Annotation, token: Token) -> tuple[int, ...]:
    """The only two persons named in the sentence before the token, or in the one before: "Ann said that she had agreed
    with Ivo after the two met"."""
    at = annotation.sentence_index(token.i)
    for sentence in annotation.sentences[max(at - 1, 0) : at + 1][::-1]:
        named: dict[str, int] = {}
        for entity in annotation.entities:
            if entity.label == "PERSON" and sentence.first <= entity.first < min(sentence.last, token.i):
                head = annotation.head_of(entity.first, entity.last)
                named.setdefault(annotation.tokens[entity.last - 1].text, head.i)
        beside = {i for head in named.values() for i in _listed(annotation, head)}
        if named:
            return tuple(named.values()) if len(named) == 2 and beside <= set(named.values()) else ()
    return ()


def _listed(annotation: Annotation, name: int) -> Iterator[int]:
    """Names that stand in one list with a name, or right behind it."""
    token = annotation.tokens[name]
    near = (*annotation.children(name, "conj", "appos"), *([annotation.head(name)] if token.dep == "conj" else ()))
    yield from (t.i for t in near if t.tag in _NAMES)


def _others(annotation: Annotation, one: Token) -> tuple[Token, ...]:
    """The one name that stands beside another, if there is just one: "Ann and Ivo", "Ann met Ivo", "Ann with Ivo"."""
    joined = annotation.children(one.i, "conj")
    if joined:
        alone = len(joined) == 1 and one.dep not in ("conj", "appos") and not annotation.children(joined[0].i, "conj")
        return joined if alone else ()
    if one.dep not in SUBJECT:
        return ()
    verb = annotation.head(one.i)
    links = [t for t in annotation.children(verb.i, "prep") if t.lemma in ("with", "against")]
    return (*annotation.children(verb.i, "dobj"), *(t for link in links for t in annotation.children(link.i, "pobj")))


def _others_between(annotation: Annotation, first: int, last: int) -> bool:
    """Whether people without names act between two tokens: "two rebels …", "a soldier and a nurse …"."""
    nouns = (t for t in annotation.tokens[first + 1 : last] if t.tag in ("NN", "NNS") and t.dep in SUBJECT)
    return any(t.tag == "NNS" or annotation.children(t.i, "conj") for t in nouns)

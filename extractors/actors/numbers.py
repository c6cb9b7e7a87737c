"""People of whom a text tells no more than how many: "thousands marched", "killing eleven", "and 58 arrested"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extractors.actors.found import Found
from dateline.extractors.actors.reading import Reading
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

_SUBJECTS = ("nsubj", "nsubjpass")
_YEARS = range(1400, 2200)


def find(reading: Reading, taken: frozenset[int]) -> Iterator[Found]:
    """Bare numbers that stand for people, as groups called "people", in text order.

    A crowd word ("dozens", "thousands") stands for people where it is who does or undergoes something; a numeral only
    beside a verb that people undergo (`bodily.verbs` of `syntax.toml`), since most count something else.
    """
    a = reading.annotation
    for token in a.tokens:
        if token.i in taken or token.i in reading.place_at or not is_number(token) or _of(a, token):
            continue
        verb = _verb(a, token)
        crowd = token.tag == "NNS" and token.dep == "nsubj"
        if verb is not None and (crowd or (_bodily(verb) and _is_count(a, token))):
            first, last = token.i, token.i + 1
            yield Found(first, last, first, "nominal", "people", "Group", sector="CVL", nouns=("people",), plural=True)


def is_number(token: Token) -> bool:
    """Whether a word is a numeral, or counts a crowd ("dozens")."""
    return token.tag == "CD" or (token.tag == "NNS" and token.lemma in word_lists("syntax.toml")["nouns.crowd"])


def _of(a: Annotation, token: Token) -> bool:
    """Whether the words go on to say of what there are so many."""
    return any(t.lemma == "of" for t in a.children(token.i, "prep"))


def _verb(a: Annotation, token: Token) -> Token | None:
    """The verb whose subject or object the number is."""
    verb = a.head(token.i)
    told = token.dep in _SUBJECTS or (token.dep == "dobj" and _bodily(verb))
    return verb if told and verb.pos == "VERB" else None


def _bodily(verb: Token) -> bool:
    return verb.lemma in word_lists("syntax.toml")["bodily.verbs"]


def _is_count(a: Annotation, token: Token) -> bool:
    """Whether a number is no year, share or sum."""
    before = a.tokens[token.i - 1].text if token.i else ""
    after = a.tokens[token.i + 1].text if token.i + 1 < len(a.tokens) else ""
    year = len(token.text) == 4 and token.text.isdecimal() and int(token.text) in _YEARS
    return not year and before not in ("$", "€", "£", "¥") and after not in ("%", "percent")

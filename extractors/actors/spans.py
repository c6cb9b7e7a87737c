"""Where a name begins and ends: what the language model took in that is none of it, cut away."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extractors.actors import lexicon
from dateline.extractors.actors.reading import Reading
from dateline.extractors.syntax import Entity, Token
from dateline.extractors.wire import after_dateline

_DATELINE_WORDS = 4
_EDGES = {"DT", "POS", "PRP$", "IN", "CC", "``", "''", ",", ":", ".", "HYPH", "CD", "-LRB-", "-RRB-", "NFP", "SYM"}
_PARTICLES = {"al", "el", "bin", "bint", "ibn", "de", "da", "di", "du", "von", "van", "der", "den", "la", "le", "ul"}


def of(reading: Reading, entity: Entity) -> Iterator[tuple[int, int]]:
    """The names in an entity, as token ranges: no article, possessive, title, dateline or stray word at their edges.

    Parentheses cut it in two ("Union for Progress (UFP"); in a headline only what the text below names is a name.
    """
    first = entity.first
    for i in range(entity.first, entity.last + 1):
        if i == entity.last or _divides(reading, i):
            span = _trimmed(reading, first, i, entity.label == "PERSON")
            if span is not None:
                yield span
            first = i + 1


def _divides(reading: Reading, i: int) -> bool:
    """Whether a token is a bracket, or a dash with space on both sides ("FILE - Ann Example")."""
    return reading.annotation.tokens[i].text in ("(", ")", "[", "]") or reading.is_dash(i)


def _trimmed(reading: Reading, first: int, last: int, person: bool) -> tuple[int, int] | None:
    tokens = reading.annotation.tokens
    while first < last and (_edge(tokens[first]) or _attitude(reading, first)):
        first += 1
    while last > first and _edge(tokens[last - 1]):
        last -= 1
    if person:
        last = next((i for i in range(first, last) if tokens[i].tag == "POS"), last)
        while last - first > 1 and reading.titled(tokens[first]):
            first += 1
        while last - first > 1 and _stray(reading, first, last):
            last -= 1
    letters = sum(c.isalpha() for t in tokens[first:last] for c in t.text)
    if letters < 2 or not any(t.text[:1].isupper() for t in tokens[first:last]) or tokens[last - 1].text.endswith("-"):
        return None
    if reading.relational(first) or _dateline(reading, first, last) or (person and _byline(reading, first)):
        return None
    if reading.annotation.sentence(first).headline and not _named_below(reading, first, last, person):
        return None
    return first, last


def _edge(token: Token) -> bool:
    lower = token.text.islower() and token.pos not in ("PROPN", "NOUN") and token.text not in _PARTICLES
    return token.tag in _EDGES or lower


def _attitude(reading: Reading, i: int) -> bool:
    """Whether a token is the end of a word that says for whom a body is: "the pro-Castro Red Dawn Front"."""
    before = [t.text.lower() for t in reading.annotation.tokens[max(i - 2, 0) : i]]
    return reading.annotation.tokens[i].text == "-" or before in (["pro", "-"], ["anti", "-"])


def _stray(reading: Reading, first: int, last: int) -> bool:
    """Whether the last word of a person's name is none of it: a town in capitals, a noun, a known body."""
    token = reading.annotation.tokens[last - 1]
    match = reading.match_at.get(last - 1)
    if match is not None and match.first >= first + 1 and match.form.known.kind == "Organization":
        return True
    shouted = token.text.isupper() and len(token.text) > 3 and not reading.shouted(last - 1)
    common = token.text.lower() in reading.lower_words or token.text.lower() in lexicon.nouns()
    return last - first > 2 and (shouted or common)


def _dateline(reading: Reading, first: int, last: int) -> bool:
    """Whether a name in capitals opens a paragraph, as bylines and the towns of datelines do."""
    annotation = reading.annotation
    sentence = annotation.sentence_index(first)
    opens = sentence == 0 or annotation.sentences[sentence].paragraph != annotation.sentences[sentence - 1].paragraph
    near = first - annotation.sentences[sentence].first < _DATELINE_WORDS
    capitals = [t.text for t in annotation.tokens[first:last] if t.text.isupper() and len(t.text) > 3]
    loud = bool(capitals) and len(capitals) >= (last - first) / 2 and (last - first > 1 or len(capitals[0]) > 5)
    acts = last < annotation.sentences[sentence].last and annotation.tokens[last].pos in ("AUX", "VERB")
    return opens and near and loud and not acts and not reading.shouted(first)


def _byline(reading: Reading, first: int) -> bool:
    """Whether "by" and nothing else stands before a name in its paragraph: who wrote, and nobody of the story."""
    annotation = reading.annotation
    sentence = annotation.sentence_index(first)
    opens = sentence == 0 or annotation.sentences[sentence].paragraph != annotation.sentences[sentence - 1].paragraph
    return opens and annotation.sentences[sentence].first == first - 1 and annotation.tokens[first - 1].lemma == "by"


def _named_below(reading: Reading, first: int, last: int, person: bool) -> bool:
    """Whether a headline's entity is a name: the text below has it too, or it is a person's of two or three words."""
    tokens = reading.annotation.tokens
    spelled = [t.text for t in tokens[first:last]]
    if any(word.lower() in reading.lower_words for word in spelled):
        return False
    for i in reading.places_of_words.get(spelled[0], ()):
        if [t.text for t in tokens[i : i + len(spelled)]] == spelled:
            return True
    proper = all(t.tag.startswith("NNP") for t in tokens[first:last])
    return person and 2 <= len(spelled) <= 3 and proper and not _signs(reading, last)


def _signs(reading: Reading, last: int) -> bool:
    """Whether a name ends its headline and the dateline follows: it may be the reporter's ("Dockers strike Ann Example
    LYON, June 3 (XPA) - …")."""
    a = reading.annotation
    number = a.sentence_index(last - 1)
    if a.sentences[number].last != last or number + 1 == len(a.sentences):
        return False
    report = a.sentences[number + 1]
    return after_dateline(a.text, report.start, report.end) > report.start

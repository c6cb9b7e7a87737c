"""Names that only the language model marks, put right: where they begin and end, whom they call a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.extractors.actors import lexicon, nominals
from dateline.extractors.actors.found import Found, words
from dateline.extractors.actors.reading import NounAt, Reading
from dateline.extractors.syntax import Entity, Token

_DATELINE_WORDS = 4
_LABELS = {"PERSON", "ORG", "NORP", "GPE"}
_EDGES = {"DT", "POS", "PRP$", "IN", "CC", "``", "''", ",", ":", ".", "HYPH", "CD", "-LRB-", "-RRB-", "NFP", "SYM"}
_PARTICLES = {"al", "el", "bin", "bint", "ibn", "de", "da", "di", "du", "von", "van", "der", "den", "la", "le", "ul"}
_COMPANY = {"inc", "corp", "co", "ltd", "llc", "plc", "company", "corporation", "ag", "sa", "gmbh", "nv", "group", "se"}


def find(reading: Reading, covered: frozenset[int]) -> Iterator[Found]:
    """Names that the model marks outside the tokens `covered`, which the data has read already."""
    for entity in reading.annotation.entities:
        if entity.label in _LABELS and not covered.intersection(range(entity.first, entity.last)):
            for part in _parts(reading, entity):
                span = _trimmed(reading, part)
                if span is not None and (one := _read(reading, part, *span)) is not None:
                    yield one


def _parts(reading: Reading, entity: Entity) -> Iterator[Entity]:
    """An entity cut at parentheses: "Union for Progress (UFP" are two names."""
    first = entity.first
    for i in range(entity.first, entity.last + 1):
        if i == entity.last or reading.annotation.tokens[i].text in ("(", ")", "[", "]"):
            if i > first:
                yield Entity(first, i, entity.label)
            first = i + 1


def _trimmed(reading: Reading, entity: Entity) -> tuple[int, int] | None:
    """The tokens of an entity that are its name: no article, possessive, title, dateline or stray word at the edges."""
    tokens = reading.annotation.tokens
    first, last = entity.first, entity.last
    while first < last and _edge(tokens[first]):
        first += 1
    while last > first and _edge(tokens[last - 1]):
        last -= 1
    if entity.label == "PERSON":
        last = next((i for i in range(first, last) if tokens[i].tag == "POS"), last)
        while last - first > 1 and reading.titled(tokens[first]):
            first += 1
        while last - first > 2 and _stray(reading, tokens[last - 1]):
            last -= 1
    if first == last or not any(t.text[:1].isupper() for t in tokens[first:last]):
        return None
    if _dateline(reading, first, last):
        return None
    if reading.annotation.sentence(first).headline and not _named_below(reading, first, last, entity):
        return None
    return first, last


def _dateline(reading: Reading, first: int, last: int) -> bool:
    """Whether a name in capitals opens a paragraph, as bylines and the towns of datelines do."""
    annotation = reading.annotation
    sentence = annotation.sentence_index(first)
    opens = sentence == 0 or annotation.sentences[sentence].paragraph != annotation.sentences[sentence - 1].paragraph
    near = first - annotation.sentences[sentence].first < _DATELINE_WORDS
    capitals = [t.text for t in annotation.tokens[first:last] if t.text.isupper() and len(t.text) > 3]
    shouted = bool(capitals) and len(capitals) >= (last - first) / 2 and (last - first > 1 or len(capitals[0]) > 5)
    return opens and near and shouted and not annotation.text.isupper()


def _edge(token: Token) -> bool:
    lower = token.text.islower() and token.pos not in ("PROPN", "NOUN") and token.text not in _PARTICLES
    return token.tag in _EDGES or lower


def _stray(reading: Reading, token: Token) -> bool:
    """Whether a word after a person's name is none of it: a town in capitals (a dateline), a noun, a place."""
    shouted = token.text.isupper() and len(token.text) > 3 and not reading.annotation.text.isupper()
    common = token.text.lower() in reading.lower_words or token.text.lower() in lexicon.nouns()
    return shouted or common


def _named_below(reading: Reading, first: int, last: int, entity: Entity) -> bool:
    """Whether a headline's entity is a name: the text below has it too, or it is a person's of two or three words."""
    tokens = reading.annotation.tokens
    spelled = [t.text for t in tokens[first:last]]
    if any(word.lower() in reading.lower_words for word in spelled):
        return False
    for sentence in reading.annotation.sentences:
        if not sentence.headline:
            run = [t.text for t in tokens[sentence.first : sentence.last]]
            if any(run[i : i + len(spelled)] == spelled for i in range(len(run))):
                return True
    proper = all(t.tag.startswith("NNP") for t in tokens[first:last])
    return entity.label == "PERSON" and 2 <= len(spelled) <= 3 and proper


def _read(reading: Reading, entity: Entity, first: int, last: int) -> Found | None:
    annotation = reading.annotation
    head = annotation.head_of(first, last)
    name = words(annotation, first, last)
    person, gender = _given(reading, first, last)
    at = reading.noun_at(last - 1)
    if at is not None and _describes(reading, first, at):
        if at.noun.kind != "Organization" or at.first == first:
            return None
        return _institution(reading, at)
    placed = all(i in reading.place_at for i in range(first, last))
    if (entity.label == "GPE" and not person) or (placed and _locates(reading, entity, first, head) and not person):
        return None
    if (match := reading.match_at.get(first)) is not None and (match.first, match.last) == (first, last):
        return None
    if entity.label == "NORP":
        many = head.tag == "NNPS"
        return Found(first, last, head.i, "name", name, "Group", plural=True, sure=False) if many else None
    if annotation.tokens[last - 1].text.lower() in lexicon.not_actors():
        return None
    kind, sector, country = _by_words(reading, first, last)
    if kind is None and person:
        return Found(first, last, head.i, "name", name, "Person", gender=gender)
    if kind is None:
        start = annotation.sentence(first).first
        article = first > start and annotation.tokens[first - 1].text.lower() == "the"
        guess = "Person" if entity.label == "PERSON" and not article else "Organization"
        return Found(first, last, head.i, "name", name, guess, country, sector, sure=False)
    return Found(first, last, head.i, "name", name, kind, country, sector)


def _locates(reading: Reading, entity: Entity, first: int, head: Token) -> bool:
    """Whether a name that is a place's too means the place: nobody's title stands before it, and it does not act."""
    if reading.titled_before(first):
        return False
    governor = reading.annotation.head(head.i)
    return entity.label == "PERSON" or (head.dep == "pobj" and governor.dep != "agent") or head.dep in ("ROOT", "appos")


def _given(reading: Reading, first: int, last: int) -> tuple[bool, str | None]:
    """Whether two or more words begin with a given name, and the gender that it says."""
    tokens = reading.annotation.tokens
    word = tokens[first].text
    if first + 2 < last and tokens[first + 1].text == "-":
        word = "".join(t.text for t in tokens[first : first + 3])
        word = word if word in lexicon.given_names() else tokens[first].text
    longer = sum(t.text[:1].isalpha() for t in tokens[first:last]) > 1
    return longer and word in lexicon.given_names(), lexicon.given_names().get(word) if longer else None


def _describes(reading: Reading, first: int, at: NounAt) -> bool:
    """Whether all words but the noun are modifiers that the data knows: "Iraqi Parliament"."""
    tokens = reading.annotation.tokens
    return all(
        i in reading.match_at or tokens[i].text.lower() in lexicon.modifiers() or tokens[i].tag == "POS"
        for i in range(first, at.first)
    )


def _institution(reading: Reading, at: NounAt) -> Found:
    """A body named by a noun and its state: "Iraqi Parliament" is a name, and the parliament of Iraq."""
    return replace(nominals.read(reading, at), form="name")


def _by_words(reading: Reading, first: int, last: int) -> tuple[str | None, str | None, str | None]:
    """Kind, sector and country that the words of a name say: "Ministry of Health", "Union Bank of Kenya"."""
    tokens = reading.annotation.tokens
    linked = [i for i in range(first, last) if i > first and tokens[i - 1].text.lower() in ("of", "for")]
    states = [m for i in (*linked, first) if (m := reading.match_at.get(i)) is not None]
    country = next((m.form.known.country for m in states if m.form.known.country), None)
    for i in range(last - 1, first - 1, -1):
        if tokens[i].text.lower().rstrip(".") in _COMPANY and i > first:
            return "Organization", "BUS", country
        at = reading.noun_at(i)
        ends = i == last - 1 or tokens[i + 1].text.lower() in ("of", "for")
        if at is not None and at.noun.kind == "Organization" and last - first > 1 and ends:
            plain_union = at.noun.noun == "union"
            return "Organization", None if plain_union else at.noun.sector, country
    return None, None, country

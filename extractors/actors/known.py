"""Names that the data knows, as they stand in a text: which are actors there, and which only say where."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extractors.actors import lexicon
from dateline.extractors.actors.found import Found, words
from dateline.extractors.actors.phrases import Match
from dateline.extractors.actors.reading import Reading
from dateline.extractors.syntax import Annotation, Entity, Token
from dateline.extractors.wire import after_dateline

_PLACE_PREPOSITIONS = {"in", "at", "near", "across", "throughout", "inside", "outside", "within", "around", "into"}

_SETTLEMENTS = {"city", "hamlet", "settlement", "suburb", "town", "village"}

_ARGUMENT = ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj")
_SPOKEN_TO = {"accuse", "urge", "warn", "blame", "condemn", "criticize", "criticise", "press", "pressure"}
_LARGER = ("ORG", "PERSON", "FAC", "WORK_OF_ART", "EVENT", "LAW")


def find(reading: Reading) -> Iterator[Found]:
    """Mentions of known actors in text order, without those inside a longer name."""
    for match in reading.matches:
        if (
            _larger(reading, match) is None
            and not _settlement(reading, match)
            and (one := _read(reading, match)) is not None
        ):
            yield one


def _larger(reading: Reading, match: Match) -> Entity | None:
    """The model's entity that makes the known spelling a part of another name ("Bank of Japan", "the U.S. Embassy")."""
    entity = reading.entity_at.get(match.first)
    if entity is None or entity.label not in _LARGER:
        return None
    state = match.form.known.kind == "Country" or match.form.use != "name"
    if not state and match.last - match.first > 1:
        return None
    headline = reading.annotation.sentence(match.first).headline
    for token in reading.annotation.tokens[entity.first : entity.last]:
        if match.first <= token.i < match.last or not token.text[:1].isupper() or token.text.lower() in ("the", "'s"):
            continue
        if token.i in reading.match_at and not state:
            continue
        if reading.titled(token) and entity.label != "PERSON" and not (state and reading.noun_at(token.i)):
            continue
        added = token.text.lower().rstrip(".") in lexicon.company_words()
        if not added and not (headline and token.text.lower() in reading.lower_words):
            return entity
    return None


def _settlement(reading: Reading, match: Match) -> bool:
    """Whether a body's name is that of a town here: "the village of Duma", "Duma village"."""
    if match.form.known.kind != "Organization":
        return False
    tokens, sentence = reading.annotation.tokens, reading.annotation.sentence(match.first)
    before = tokens[max(match.first - 2, sentence.first) : match.first]
    after = tokens[match.last : min(match.last + 1, sentence.last)]
    of = len(before) == 2 and before[1].text == "of" and before[0].lemma.lower() in _SETTLEMENTS
    return of or any(t.text == "village" for t in after)


def _read(reading: Reading, match: Match) -> Found | None:
    known, annotation = match.form.known, reading.annotation
    last = _with_suffix(reading, match)
    head = annotation.head_of(match.first, last)
    if any(reading.relational(i) for i in range(match.first, match.last)):
        return None
    single = match.form.use == "people" and head.tag in ("NN", "NNP") and not head.text.endswith(("s", "ese"))
    single = single or (match.form.use == "adjective" and _national(reading, match, head))
    if match.form.use == "adjective" and not single and not _attributive(reading, match, head):
        return None
    if match.form.use == "capital" and (
        _dateline(reading, match) or _elsewhere(reading, match) or not _acts(annotation, head)
    ):
        return None
    if _common_before(reading, match, head):
        return None
    if (
        match.form.use == "name"
        and known.kind == "Country"
        and (_locative(annotation, head) or _in_wider(reading, match))
    ):
        return None
    first = match.first
    if single and reading.is_hyphenated(first) and first - 2 in reading.match_at:
        first = reading.match_at[first - 2].first  # "the British-Libyan"
    return Found(
        first=first,
        last=last,
        head=head.i,
        form="nominal" if single else "name",
        name=words(annotation, first, last) if single else known.name,
        kind="Person" if single else known.kind,
        country=None if first < match.first else known.country,
        sector="CVL" if single else known.sector_on(reading.day),
        links=() if single else known.links,
        key="" if single else f"known:{known.name}",
        nouns=(head.text.lower(),) if single else _noun(reading, last),
        plural=known.kind == "Group" and not single,
        gender=known.gender,
    )


def _noun(reading: Reading, last: int) -> tuple[str, ...]:
    """The noun of several words that ends a body's name and may stand for it: "the air force"."""
    at = reading.noun_at(last - 1)
    return (at.noun.noun,) if at is not None and at.noun.kind == "Organization" and " " in at.noun.noun else ()


def _national(reading: Reading, match: Match, head: Token) -> bool:
    """Whether a state's adjective stands for one of its people: "a Libyan was arrested"."""
    article = any(t.dep == "det" for t in reading.annotation.children(head.i))
    return article and head.tag in ("NN", "NNP") and head.dep in _ARGUMENT and match.last == head.i + 1


def _with_suffix(reading: Reading, match: Match) -> int:
    """Where the name ends with what the firm adds to it ("Example Group PLC")."""
    entity, last = reading.entity_at.get(match.first), match.last
    while entity is not None and last < entity.last:
        if reading.annotation.tokens[last].text.lower().rstrip(".") not in lexicon.company_words():
            break
        last += 1
    return last


def _attributive(reading: Reading, match: Match, head: Token) -> bool:
    """Whether a state's adjective stands for the state: before a deed ("Israeli raid"), not before an actor."""
    while head.dep == "conj":
        head = reading.annotation.head(head.i)
    if match.form.known.kind != "Country" or head.dep not in ("amod", "compound", "nmod"):
        return False
    governor = reading.annotation.head(head.i)
    return governor.i < head.i or reading.noun_at(governor.i) is None


def _in_wider(reading: Reading, match: Match) -> bool:
    """Whether a state's name is the last word of what is wider than a state: "South America"."""
    place = reading.place_at.get(match.first)
    return place is not None and place.country is None and place.kind in ("continent", "area")


def _locative(annotation: Annotation, head: Token) -> bool:
    """Whether a state's name only says where: "in Iraq", "across Syria", or lies within a place ("Baghdad, Iraq")."""
    governor = annotation.head(head.i)
    if head.dep == "conj":
        return _locative(annotation, governor)
    if head.dep == "pobj" and governor.text.lower() in _PLACE_PREPOSITIONS:
        return True
    return head.dep in ("appos", "npadvmod") and governor.pos == "PROPN"


def _dateline(reading: Reading, match: Match) -> bool:
    """Whether a capital opens a dateline, which the parser may take for a subject: "LIMA, June 3 - Gunmen fired …"."""
    annotation = reading.annotation
    sentence = annotation.sentence(match.first)
    return annotation.tokens[match.first].start < after_dateline(annotation.text, sentence.start, sentence.end)


def _elsewhere(reading: Reading, match: Match) -> bool:
    """Whether the text has a place of a capital's name that is not that capital: "police in Victoria, Australia"."""
    country, name = match.form.known.country, match.form.text.casefold()
    return any(place.name.casefold() == name and place.country != country for place in reading.places)


def _common_before(reading: Reading, match: Match, head: Token) -> bool:
    """Whether a common word that is a name too opens the sentence before another noun: "Shell fire killed two"."""
    word = match.form.text.lower()
    opens = match.first == reading.annotation.sentence(match.first).first
    return opens and head.dep == "compound" and word in lexicon.common_words() and not reading.is_proper(head.text)


def _acts(annotation: Annotation, head: Token) -> bool:
    """Whether a capital stands for its government: it acts, or something is done with or against it."""
    governor = annotation.head(head.i)
    if head.dep == "conj":
        return _acts(annotation, governor)
    if head.dep == "nsubj":
        return governor.pos == "VERB"
    if head.dep == "pobj":
        return governor.text.lower() in ("with", "against", "between", "by") or governor.dep == "agent"
    return head.dep == "dobj" and governor.lemma in _SPOKEN_TO

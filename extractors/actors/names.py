"""Actors named by name: what the data knows first, then the model's entities, corrected by words and syntax."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from dateline.extractors.actors import lexicon, nominals
from dateline.extractors.actors.found import Found, words
from dateline.extractors.actors.phrases import Match
from dateline.extractors.actors.reading import Reading
from dateline.extractors.syntax import Annotation, Entity, Token
from dateline.graph.model import Place

_PLACE_PREPOSITIONS = {"in", "at", "near", "across", "throughout", "inside", "outside", "within", "around", "into"}
_COMPANY = {"inc", "corp", "co", "ltd", "llc", "plc", "company", "corporation", "ag", "sa", "gmbh", "nv", "group", "se"}
_PARTICLES = {"al", "bin", "ibn", "de", "von"}
_LABELS = {"PERSON", "ORG", "NORP"}


def find(reading: Reading, places: Collection[Place]) -> tuple[list[Found], frozenset[int]]:
    """Named actors in text order, and the tokens of names and of the titles before them."""
    located = {(m.start, m.end) for place in places for m in place.mentions}
    found: list[Found] = []
    covered: set[int] = set()
    for match in reading.matches:
        entity = _larger(reading, match)
        if entity is not None or any(i in covered for i in range(match.first, match.last)):
            continue
        if (one := _known(reading, match)) is not None:
            found.append(one)
            if one.kind != "Country" or match.form.use != "adjective":
                covered.update(range(one.first, one.last))
    for entity in reading.annotation.entities:
        if entity.label not in _LABELS or any(i in covered for i in range(entity.first, entity.last)):
            continue
        for first, last in _cleaned(reading, entity):
            span = reading.annotation.span(first, last)
            if (span.start, span.end) in located and _placed(reading, first, last):
                continue
            if (one := _entity(reading, entity, first, last)) is not None:
                found.append(one)
                covered.update(range(one.first, one.last))
    named: list[Found] = []
    for one in found:
        title, whole = _titled(reading, one)
        named.append(whole)
        if title is not None:
            covered.update(range(title.first, title.last))
            if title.nouns or reading.annotation.head_of(title.first, one.last).i < one.first:
                named.append(title)
    return sorted(named, key=lambda f: (f.first, f.last)), frozenset(covered)


def _larger(reading: Reading, match: Match) -> Entity | None:
    """The model's entity that makes the known spelling a part of another name ("Bank of Japan", "the U.S. Embassy")."""
    entity = reading.entity_at.get(match.first)
    if entity is None or entity.label not in ("ORG", "PERSON", "FAC", "WORK_OF_ART", "EVENT", "LAW"):
        return None
    if match.form.known.kind in ("Organization", "Group") and match.form.use == "name" and match.last - match.first > 1:
        return None
    for i in range(entity.first, entity.last):
        token = reading.annotation.tokens[i]
        if match.first <= i < match.last or not token.text[:1].isupper() or token.text.lower() in ("the", "'s"):
            continue
        other = reading.match_at.get(i)
        if other is not None and match.form.known.kind != "Country":
            continue
        if entity.label == "PERSON" or not reading.titled(token):
            if reading.annotation.sentence(i).headline and token.text.lower() in reading.lower_words:
                continue
            return entity
        if match.form.known.kind == "Country" and reading.noun_at(i) is not None:
            return entity
    return None


def _known(reading: Reading, match: Match) -> Found | None:
    known, annotation = match.form.known, reading.annotation
    head = annotation.head_of(match.first, match.last)
    if any(reading.relational(i) for i in range(match.first, match.last)):
        return None
    if match.form.use == "adjective":
        governor = annotation.head(head.i)
        inside = governor.i != head.i and reading.noun_at(governor.i) is not None and governor.i > head.i
        if known.kind != "Country" or inside or head.dep not in ("amod", "compound", "nmod", "conj"):
            return None
    if match.form.use == "capital" and not _metonym(reading, head):
        return None
    if match.form.use == "name" and known.kind == "Country" and _locative(annotation, head):
        return None
    plural = known.kind == "Group"
    return Found(
        first=match.first,
        last=match.last,
        head=head.i,
        form="name",
        name=known.name,
        kind=_one(known.kind, head) if match.form.use == "people" else known.kind,
        country=known.country,
        sector=known.sector,
        links=known.links,
        key=f"known:{known.name}",
        plural=plural,
    )


def _one(kind: str, head: Token) -> str:
    """The kind of a single member of a people ("an Iraqi", "the Briton")."""
    return "Person" if head.tag in ("NN", "NNP") and not head.text.endswith(("s", "ese")) else kind


def _locative(annotation: Annotation, head: Token) -> bool:
    """Whether a state's name only says where: "in Iraq", "across Syria", or lies within a place ("Baghdad, Iraq")."""
    governor = annotation.head(head.i)
    if head.dep == "conj":
        return _locative(annotation, governor)
    if head.dep == "pobj" and governor.text.lower() in _PLACE_PREPOSITIONS:
        return True
    return head.dep in ("appos", "npadvmod") and governor.pos == "PROPN"


def _metonym(reading: Reading, head: Token) -> bool:
    """Whether a capital stands for its government: it acts, or something is done with or against it."""
    governor = reading.annotation.head(head.i)
    if head.dep == "conj":
        return _metonym(reading, governor)
    if head.dep == "nsubj":
        return governor.pos == "VERB"
    if head.dep == "pobj":
        return governor.text.lower() in ("with", "against", "between", "by") or governor.dep == "agent"
    return head.dep == "dobj" and governor.lemma in ("accuse", "urge", "warn", "blame", "condemn", "criticize", "press")


def _placed(reading: Reading, first: int, last: int) -> bool:
    head = reading.annotation.head_of(first, last)
    governor = reading.annotation.head(head.i)
    return head.dep == "pobj" and governor.text.lower() in _PLACE_PREPOSITIONS


def _cleaned(reading: Reading, entity: Entity) -> Iterator[tuple[int, int]]:
    """The part of an entity that is a name: no article, possessive or title; of a headline only what the text names."""
    tokens = reading.annotation.tokens
    first, last = entity.first, entity.last
    while first < last and _edge(tokens[first]):
        first += 1
    while last > first and _edge(tokens[last - 1]):
        last -= 1
    possessive = next((i for i in range(first, last) if tokens[i].tag == "POS" and i + 1 < last), None)
    if possessive is not None and entity.label == "PERSON":
        last = possessive
    if entity.label == "PERSON":
        while last - first > 1 and reading.titled(tokens[first]) and tokens[first].i not in reading.match_at:
            first += 1
    if first == last or not any(t.text[:1].isupper() for t in tokens[first:last]):
        return
    if reading.annotation.sentence(first).headline and not _named_in_body(reading, first, last, entity):
        return
    yield first, last


def _edge(token: Token) -> bool:
    return token.tag in ("DT", "POS", "PRP$", "IN", "CC", "``", "''", ",", ":", ".", "HYPH", "CD") or (
        token.text.islower() and token.pos not in ("PROPN", "NOUN") and token.text not in _PARTICLES
    )


def _named_in_body(reading: Reading, first: int, last: int, entity: Entity) -> bool:
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
    return (
        entity.label == "PERSON" and 2 <= len(spelled) <= 3 and all(t.tag.startswith("NNP") for t in tokens[first:last])
    )


def _entity(reading: Reading, entity: Entity, first: int, last: int) -> Found | None:
    annotation = reading.annotation
    head = annotation.head_of(first, last)
    name = words(annotation, first, last)
    if reading.noun_at(last - 1) is not None and _describes(reading, first, last):
        at = reading.noun_at(last - 1)
        assert at is not None
        if at.noun.kind == "Organization":
            return nominals.read(reading, at, form="name")
        return None
    if entity.label == "NORP":
        return (
            Found(first, last, head.i, "name", name, "Group", plural=True, sure=False) if head.tag == "NNPS" else None
        )
    kind, sector, country = _by_words(reading, first, last)
    article = first > annotation.sentence(first).first and annotation.tokens[first - 1].text.lower() == "the"
    if kind is None:
        kind = "Person" if entity.label == "PERSON" and not article else "Organization"
        return Found(first, last, head.i, "name", name, kind, country, sector, sure=False)
    return Found(first, last, head.i, "name", name, kind, country, sector)


def _describes(reading: Reading, first: int, last: int) -> bool:
    """Whether all words but the noun are modifiers that the data knows: "Iraqi Parliament"."""
    at = reading.noun_at(last - 1)
    return at is not None and all(
        i in reading.match_at or reading.annotation.tokens[i].text.lower() in lexicon.modifiers()
        for i in range(first, at.first)
    )


def _by_words(reading: Reading, first: int, last: int) -> tuple[str | None, str | None, str | None]:
    """Kind, sector and country that the words of a name say: "Turkish Workers' Party", "Union Bank of Kenya"."""
    country = next((m.form.known.country for i in range(first, last) if (m := reading.match_at.get(i))), None)
    for i in range(last - 1, first - 1, -1):
        token = reading.annotation.tokens[i]
        word = token.text.lower().rstrip(".")
        if word in _COMPANY and i > first:
            return "Organization", "BUS", country
        at = reading.noun_at(i)
        after_of = i + 1 < last and reading.annotation.tokens[i + 1].text.lower() in ("of", "for")
        if at is not None and at.noun.kind == "Organization" and last - first > 1 and (i == last - 1 or after_of):
            return "Organization", at.noun.sector, country
    return None, None, country


def _titled(reading: Reading, one: Found) -> tuple[Found | None, Found]:
    """The title before a name as a mention of its own, and the name with what the title says of it.

    "Iraqi Prime Minister", "spokesman", "militia", "Gen." and their like.
    """
    annotation = reading.annotation
    if one.kind == "Country" or one.kind == "Group" or one.first == annotation.sentence(one.first).first:
        return None, one
    before = annotation.tokens[one.first - 1]
    if before.tag in ("POS", "IN", "CC", "DT", ","):
        return None, one
    at, title = reading.noun_at(one.first - 1), _title_at(reading, one.first)
    if at is not None and before.pos in ("NOUN", "PROPN", "ADJ") and not _plural_title(at.plural, before):
        described = replace(nominals.read(reading, at), kind=at.noun.kind)
        if one.key and one.kind != at.noun.kind:
            return None, one
        return described, _with(one, described, title[1].gender if title else None)
    if title is not None:
        first, said = title
        described = Found(first, one.first, one.first - 1, "nominal", words(annotation, first, one.first), "Person")
        return described, _with(one, replace(described, sector=said.sector), said.gender)
    return None, one


def _plural_title(plural: bool, before: Token) -> bool:
    return plural and before.tag in ("NNS", "NNPS") and before.dep not in ("compound", "nmod")


def _title_at(reading: Reading, end: int) -> tuple[int, lexicon.Title] | None:
    """The longest title that ends before token `end`, and where it begins."""
    first = reading.annotation.sentence(end).first
    for length in (3, 2, 1):
        start = end - length
        if start >= first:
            text = words(reading.annotation, start, end).lower()
            for spelled in (text, text.rstrip(".")):
                if spelled in lexicon.titles():
                    return start, lexicon.titles()[spelled]
    return None


def _with(one: Found, title: Found, gender: str | None) -> Found:
    return replace(
        one,
        kind=one.kind if one.key else title.kind,
        country=one.country or title.country,
        sector=one.sector or title.sector,
        nouns=one.nouns + title.nouns,
        sure=True,
        gender=gender,
    )

"""Actors named by common nouns: "Iraqi government", "the militia", "hundreds of unarmed protesters", "U.S. troops"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extractors.actors import lexicon
from dateline.extractors.actors.found import Found, words
from dateline.extractors.actors.lexicon import Known, Noun
from dateline.extractors.actors.reading import NounAt, Reading
from dateline.extractors.syntax import Token
from dateline.graph.model import Form

_GENERIC = (None, "GOV")
_OF_BODY = ("IGO", "NGO", "BUS", "PTY", "MED", "REL", "COP", "SPY", "MIL", "REB", "LEG", "JUD", "LAB", "EDU")
_PLACED = ("in", "from", "throughout", "across", "inside")
_COUNTING = ("CD", "JJR", "JJS", "RB", "RBR", "RBS", "PDT", "HYPH")
_NO_PART = {"own", "such", "other", "many", "several", "few", "some", "last", "first", "second", "same", "various"}


def find(reading: Reading, taken: frozenset[int]) -> Iterator[Found]:
    """Nominal actors of a text in text order; tokens in `taken` belong to names or to titles before names."""
    for token in reading.annotation.tokens:
        if token.i in taken or token.pos not in ("NOUN", "PROPN", "ADJ") or not token.text[0].isalpha():
            continue
        at = reading.noun_at(token.i)
        if at is None or (token.pos == "ADJ" and token.tag not in ("NN", "NNS", "NNP")):
            continue
        if _within_larger(reading, token) or (at.noun.relational and not _has_complement(reading, token)):
            continue
        yield read(reading, at)


def _within_larger(reading: Reading, token: Token) -> bool:
    """Whether the noun only qualifies another actor noun ("rebel leader") or a thing with a name of its own."""
    head = reading.annotation.head(token.i)
    if token.dep not in ("compound", "nmod", "amod", "npadvmod") or head.i <= token.i:
        return False
    entity = reading.entity_at.get(token.i)
    named = entity is not None and entity.last > head.i and entity.label not in ("ORG", "NORP")
    return reading.noun_at(head.i) is not None or named


def _has_complement(reading: Reading, token: Token) -> bool:
    links = reading.annotation.children(token.i, "prep")
    return any(link.text.lower() in ("of", "for") for link in links) or token.dep == "appos"


def read(reading: Reading, at: NounAt, form: Form = "nominal") -> Found:
    """What the noun at `at` says, with its modifiers: the mention runs from the first modifier to the noun."""
    i = at.last - 1
    first = min(reading.left_edge(i), at.first)
    while first < at.first and _counts(reading, first):
        first += 1
    known = reading.modifiers(first, i)
    country = next((k.country for k in known if k.country), None) or _placed(reading, i, at.noun)
    noun, token = at.noun, reading.annotation.tokens[i]
    kind = "Group" if at.plural else noun.kind
    compound = token.dep == "compound" and noun.kind == "Person"
    return Found(
        first=first,
        last=at.last,
        head=i,
        form=form,
        name=_name(reading, at, first, known),
        kind="Group" if compound else kind,
        country=country,
        sector=_sector(reading, at, first, known),
        key=f"{noun.noun}:{country}" if noun.unique and country and not at.plural and noun.kind != "Person" else "",
        nouns=(noun.noun,),
        plural=at.plural or noun.kind == "Group" or compound,
        gender=None,
    )


def _counts(reading: Reading, j: int) -> bool:
    token = reading.annotation.tokens[j]
    return token.tag in _COUNTING or token.text.lower() in _NO_PART


def _placed(reading: Reading, i: int, noun: Noun) -> str | None:
    """The state where people are said to be; armies and officials may be abroad."""
    if noun.sector in ("MIL", "GOV", "IGO"):
        return None
    for link in reading.annotation.children(i, "prep"):
        if link.text.lower() in _PLACED:
            for where in reading.annotation.children(link.i, "pobj"):
                match = reading.match_at.get(where.i)
                if match is not None and match.form.known.kind == "Country" and match.form.use == "name":
                    return match.form.known.country
    return None


def _sector(reading: Reading, at: NounAt, first: int, known: tuple[Known, ...]) -> str | None:
    own = at.noun.sector
    bodies = [k.sector for k in known if k.kind != "Country" and k.sector in _OF_BODY]
    if own in _GENERIC:
        for j in range(at.first - 1, first - 1, -1):
            inner = reading.noun_at(j)
            if inner is not None and inner.noun.sector not in (None, "CVL"):
                return inner.noun.sector
            word = reading.annotation.tokens[j].text.lower()
            if lexicon.modifiers().get(word):
                return lexicon.modifiers()[word]
        if bodies:
            return bodies[0]
    if own is None:
        return _complement_sector(reading, at.last - 1)
    said = [lexicon.modifiers().get(reading.annotation.tokens[j].text.lower()) for j in range(first, at.first)]
    return next((s for s in said if s in ("OPP", "REB")), own) if own in ("PTY", "CVL", "GOV") else own


def _complement_sector(reading: Reading, i: int) -> str | None:
    """The sector of the body that someone leads or speaks for: "leader of the union"."""
    owners = list(reading.annotation.children(i, "poss"))
    for link in reading.annotation.children(i, "prep"):
        if link.text.lower() in ("of", "for"):
            owners.extend(reading.annotation.children(link.i, "pobj"))
    for owner in owners:
        inner = reading.noun_at(owner.i)
        if inner is not None and inner.noun.sector not in (None, "CVL"):
            return inner.noun.sector
    return None


def _name(reading: Reading, at: NounAt, first: int, known: tuple[Known, ...]) -> str:
    """The noun with the modifiers that say which: demonyms, compounds, "anti-…", the owner as an adjective."""
    annotation = reading.annotation
    noun = words(annotation, at.first, at.last)
    parts, j = [], first
    while j < at.first:
        end = j + 1
        while end < at.first and annotation.tokens[end].start == annotation.tokens[end - 1].end:
            end += 1
        if _kept(reading, j, end):
            parts.append(words(annotation, j, end))
        j = end
    owner = next(iter(annotation.children(at.last - 1, "poss")), None)
    if owner is not None and (match := reading.match_at.get(owner.i)) is not None and match.form.known.adjective:
        parts.insert(0, match.form.known.adjective)
    elif not parts and known and known[0].adjective and at.noun.unique:
        parts.insert(0, known[0].adjective)
    if at.noun.unique and at.noun.sector in ("LEG", "JUD") and parts:
        noun = noun.title()
    return " ".join([*parts, noun])


def _kept(reading: Reading, first: int, last: int) -> bool:
    token = reading.annotation.tokens[last - 1]
    word = words(reading.annotation, first, last).lower()
    if any(j in reading.match_at for j in range(first, last)) or word in lexicon.modifiers():
        return True
    if last - first > 1:
        return word.startswith(("anti-", "pro-")) or word.endswith("-backed")
    return token.dep in ("compound", "nmod") and token.pos in ("NOUN", "PROPN") and token.tag != "CD"

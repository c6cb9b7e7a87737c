"""Actors named by common nouns: "Iraqi government", "the militia", "hundreds of unarmed protesters", "U.S. troops"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.extractors.actors import lexicon
from dateline.extractors.actors.found import Found, words
from dateline.extractors.actors.lexicon import Known, Noun
from dateline.extractors.actors.phrases import Match
from dateline.extractors.actors.reading import LINKS, NounAt, Reading
from dateline.extractors.syntax import Entity, Token
from dateline.extractors.words import word_lists

_OPEN = (None, "GOV")
"""Sectors that a modifier or an owner may narrow: officials of the army are military."""

_ABROAD = ("MIL", "GOV", "IGO")
"""Sectors whose people may be anywhere: troops in Iraq are not Iraq's."""

_PRESIDED = ("BUS", "EDU", "LAB", "NGO", "MED")
"""Sectors whose bodies have presidents and secretaries as states have them."""

_WHERE = ("in", "from", "throughout", "across", "inside")
_WORD = re.compile(r"[\w.&'’/-]+")
_COUNTING = ("CD", "WRB", "JJR", "JJS", "RB", "RBR", "RBS", "PDT", "HYPH")
_NO_PART = {
    "own",
    "such",
    "other",
    "many",
    "several",
    "few",
    "some",
    "last",
    "first",
    "second",
    "same",
    "various",
    "year",
    "old",
}
_OF_PERSONS = {
    "supporter",
    "follower",
    "ally",
    "opponent",
    "critic",
    "friend",
    "relative",
    "backer",
    "associate",
    "aide",
}
"""Nouns for those who are somebody's; others with "of" and a person are a misreading ("secretary of Ann Example")."""
_LEADING = {"leader", "ruler", "strongman"}


def find(reading: Reading, taken: frozenset[int]) -> Iterator[Found]:
    """Nominal actors of a text in text order; tokens in `taken` belong to names or to titles before names."""
    nouns: list[NounAt] = []
    for token in reading.annotation.tokens:
        if token.pos not in ("NOUN", "PROPN", "ADJ") or not token.text[0].isalpha():
            continue
        at = reading.noun_at(token.i)
        if at is None or at.head in taken or (token.pos == "ADJ" and token.tag not in ("NN", "NNS", "NNP")):
            continue
        if at.last - at.first > 1:
            nouns = [before for before in nouns if before.last <= at.first]
        nouns.append(at)
    for at in nouns:
        token = reading.annotation.tokens[at.head]
        if not _within_larger(reading, token) and _acts(reading, at, token):
            yield read(reading, at)


def named(reading: Reading, names: Sequence[Found], taken: frozenset[int]) -> Iterator[Found]:
    """Common nouns that no data knows for an actor, whose apposition is a person's name: "the club's treasurer, Ann
    Example". In "the kidnapping of engineer Ann Example" the parser hangs her on the deed."""
    annotation = reading.annotation
    for name in names:
        noun = annotation.head(name.head)
        beside = name.first == noun.i + 1 or annotation.tokens[name.first - 1].pos == "PUNCT"
        apposed = name.kind == "Person" and name.sure and annotation.tokens[name.head].dep == "appos" and beside
        if apposed and noun.tag == "NN" and noun.i < name.first and noun.i not in taken and not reading.noun_at(noun.i):
            first = reading.left_edge(noun.i)
            yield Found(first, noun.i + 1, noun.i, "nominal", noun.text, "Person", nouns=(noun.lemma,), sure=False)


def _within_larger(reading: Reading, token: Token) -> bool:
    """Whether the noun only qualifies another actor noun ("rebel leader") or a thing with a name of its own."""
    head = reading.annotation.head(token.i)
    if token.dep not in ("compound", "nmod", "amod", "npadvmod") or head.i <= token.i:
        return False
    entity = reading.entity_at.get(token.i)
    named = entity is not None and entity.last > head.i and entity.label not in ("ORG", "NORP")
    larger = reading.noun_at(head.i)
    return (larger is not None and not _colours(reading, larger)) or named


def _acts(reading: Reading, at: NounAt, token: Token) -> bool:
    """Whether the noun means an actor as it stands here; see the flags in `nouns.csv`."""
    if reading.relational(token.i) or _hyphenated(reading, at):
        return False
    if reading.is_hyphenated(at.first) and token.dep in ("compound", "amod", "nmod"):  # "an all-party meeting"
        return False
    if at.noun.noun == "party" and _celebrated(reading, token):
        return False
    if at.noun.not_to and any(link.text.lower() == "to" for link in reading.annotation.children(token.i, "prep")):
        return False
    if _colours(reading, at):
        return False
    return not at.noun.relational or bool(reading.owners(token.i)) or token.dep == "appos"


def _celebrated(reading: Reading, party: Token) -> bool:
    """Whether a party is an occasion: "an office Christmas party"."""
    occasions = word_lists("actors/words.toml")["occasions.words"]
    return any(t.lemma.lower() in occasions for t in reading.annotation.children(party.i, "compound", "nmod", "amod"))


def _colours(reading: Reading, at: NounAt) -> bool:
    """Whether a noun only says of which sort a thing is: "patrol boats", "crowd control"."""
    head = reading.annotation.head(at.head)
    return (
        at.noun.lone and reading.annotation.tokens[at.head].dep in ("compound", "nmod") and not reading.noun_at(head.i)
    )


def _hyphenated(reading: Reading, at: NounAt) -> bool:
    """Whether a capitalised noun ends a name with a hyphen ("Al-Monitor")."""
    token = reading.annotation.tokens[at.first]
    before = reading.annotation.tokens[max(token.i - 1, 0)]
    return token.text[:1].isupper() and before.text.endswith("-") and before.end == token.start


def read(reading: Reading, at: NounAt) -> Found:
    """What the noun at `at` says, with its modifiers: the mention runs from the first modifier to the noun."""
    first = min(reading.left_edge(at.head), at.first)
    while first < at.first and (_counts(reading, first) or reading.is_hyphenated(first)):
        first += 1
    known = reading.qualifiers(first, at.head)
    country = _country(reading, at, first, known)
    noun = at.noun
    token = reading.annotation.tokens[at.head]
    attributive = token.dep == "compound" and noun.kind == "Person" and reading.annotation.head(at.head).pos != "PROPN"
    unique = noun.unique and country is not None and not at.plural and noun.kind != "Person"
    return Found(
        first=first,
        last=at.last,
        head=at.head,
        form="nominal",
        name=_name(reading, at, first, known),
        kind="Group" if at.plural or attributive else noun.kind,
        country=country,
        sector=_sector(reading, at, first, known),
        key=f"{noun.noun}:{country}" if unique else "",
        nouns=(noun.noun,),
        plural=at.plural or noun.kind == "Group" or attributive,
        gender=None if at.plural or attributive else noun.gender,
    )


def _counts(reading: Reading, j: int) -> bool:
    token = reading.annotation.tokens[j]
    if token.lemma in word_lists("case.toml")["calendar.names"]:
        return True
    return token.tag in _COUNTING or token.text.lower() in _NO_PART or not _WORD.fullmatch(token.text)


def _country(reading: Reading, at: NounAt, first: int, known: Sequence[Known]) -> str | None:
    """The state of a demonym, an owner, a place in the phrase ("Darfur rebels"), or where civilians are said to be."""
    said = [k.country for k in known if k.country]
    if said:
        return None if _listed(reading, first, at.head) and len(set(said)) > 1 else said[0]
    near = [j for j in range(first, at.head) if not reading.relational(j)]
    near += [owner.i for owner in reading.owners(at.head)]
    placed = next((c for j in near if (c := reading.country_of(j))), None)
    return placed or _where(reading, at.head, at.noun)


def _listed(reading: Reading, first: int, last: int) -> bool:
    return any(token.dep == "cc" for token in reading.annotation.tokens[first:last])


def _where(reading: Reading, head: int, noun: Noun) -> str | None:
    if noun.sector in _ABROAD:
        return None
    for link in reading.annotation.children(head, "prep"):
        if link.text.lower() in _WHERE:
            for spot in reading.annotation.children(link.i, "pobj"):
                match = reading.match_at.get(spot.i)
                if match is not None and match.form.known.kind == "Country" and match.form.use == "name":
                    return match.form.known.country
                if (country := reading.country_of(spot.i)) is not None:
                    return country
    return None


def _sector(reading: Reading, at: NounAt, first: int, known: Sequence[Known]) -> str | None:
    """The noun's own sector, narrowed by what stands before it and by whom it belongs to."""
    own = at.noun.sector
    if own == "GOV" and at.noun.kind == "Person":
        elsewhere = next((k.sector for k in known if k.kind == "Organization" and k.sector in _PRESIDED), None)
        if elsewhere is not None:
            return elsewhere
    if at.noun.unique and own is not None:
        return own
    before = list(range(at.first - 1, first - 1, -1))
    adjectives = [lexicon.modifiers().get(reading.annotation.tokens[j].text.lower()) for j in before]
    if own not in _OPEN:
        return next((s for s in adjectives if s in ("OPP", "REB")), own) if own in ("PTY", "CVL", "MIL") else own
    for j, said in zip(before, adjectives, strict=True):
        if j not in reading.match_at:
            inner = reading.noun_at(j)
            if inner is not None and inner.noun.sector not in (None, "CVL"):
                return inner.noun.sector
            if said is not None:
                return said
    bodies = [k.sector for k in known if k.kind == "Organization" and k.sector not in (None, "CVL")]
    if bodies:
        return bodies[0]
    for owner in reading.owners(at.head):
        inner = reading.noun_at(owner.i)
        if own is None and inner is not None and inner.noun.sector not in (None, "CVL"):
            return inner.noun.sector
    if own is None and at.noun.noun in _LEADING and any(k.kind == "Country" for k in known):
        return "GOV"
    return own


def _name(reading: Reading, at: NounAt, first: int, known: Sequence[Known]) -> str:
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
    owner = next(iter(annotation.children(at.head, "poss")), None)
    if owner is not None and (match := reading.match_at.get(owner.i)) is not None and match.form.known.adjective:
        parts.insert(0, match.form.known.adjective)
    elif not parts and known and known[0].adjective and at.noun.unique:
        parts.insert(0, known[0].adjective)
    if at.noun.unique and at.noun.sector in ("LEG", "JUD") and parts and known:
        noun = noun.title()
    listed = [part for n, part in enumerate(parts) if part != "and" or 0 < n < len(parts) - 1]
    return " ".join([*listed, noun]) + _of(reading, at)


def _of(reading: Reading, at: NounAt) -> str:
    """ " of the union" where the noun says little without: "supporters", "leader"."""
    if at.noun.sector is not None or at.noun.kind != "Person":
        return ""
    for link in reading.annotation.children(at.head, "prep"):
        for owner in reading.annotation.children(link.i, "pobj") if link.text.lower() in LINKS else ():
            for named in (*reading.annotation.children(owner.i, "appos"), owner):
                span = reading.match_at.get(named.i) or reading.entity_at.get(named.i)
                if _misread(at, link, span):
                    continue
                if span is not None and not (isinstance(span, Match) and span.form.use == "adjective"):
                    whole = words(reading.annotation, span.first, span.last)
                    return f" {link.text} {whole.removesuffix(chr(39) + 's')}"
            inner = reading.noun_at(owner.i)
            if inner is not None and inner.head == owner.i:
                return f" {link.text} {read(reading, inner).name}"
    return ""


def _misread(at: NounAt, link: Token, span: Match | Entity | None) -> bool:
    person = isinstance(span, Entity) and span.label == "PERSON"
    return person and link.text.lower() == "of" and at.noun.noun not in _OF_PERSONS


def _kept(reading: Reading, first: int, last: int) -> bool:
    token = reading.annotation.tokens[last - 1]
    word = words(reading.annotation, first, last).lower()
    if any(j in reading.match_at for j in range(first, last)) or word in lexicon.modifiers() or word == "and":
        return True
    if last - first > 1:
        return word.startswith(("anti-", "pro-")) or word.endswith("-backed")
    return token.dep in ("compound", "nmod") and token.pos in ("NOUN", "PROPN") and token.tag != "CD"

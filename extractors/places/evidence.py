"""How sure its context makes a place of a name.

Rules in a fixed order, the first that knows answers: the form of the name, the words left and right of it, the
preposition before it, what the tagger and the gazetteer make of it.
"""

from __future__ import annotations

from dateline.extractors.places import gazetteer
from dateline.extractors.places.context import Case, Context
from dateline.extractors.places.names import fold
from dateline.extractors.places.phrase import capitalised, joined, listed_noun, text_of
from dateline.extractors.places.spans import PLACE_LABELS, Name, abbreviated, known
from dateline.extractors.places.words import SITES, words
from dateline.extractors.syntax import Token

CERTAIN, LIKELY, SLIGHT, OPEN, UNLIKELY, NEVER = 3, 2, 1, 0, -2, -9
AMOUNTS = frozenset({"DATE", "TIME", "MONEY", "LANGUAGE", "PERCENT", "ORDINAL", "CARDINAL", "QUANTITY"})
OTHERS = frozenset({"ORG", "PERSON", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT"})
BESIEGED = 20_000
"""Inhabitants of a town that news says to be visited or taken, without a word on what it is."""
ACRONYM = 5
"""Letters of the longest name in capitals that is taken for an acronym."""


def weigh(context: Context, name: Name) -> int:
    """CERTAIN to NEVER: how sure the words around `name` make a place of it."""
    if name.source in SITES:
        return CERTAIN
    case = Case(context, name)
    for rule in (_by_verb, _by_form, _by_left, _by_right, _by_list, _by_preposition):
        weight = rule(case)
        if weight is not None:
            return weight
    return _by_label(case)


def _by_form(case: Case) -> int | None:
    name, tokens, places = case.name, case.tokens, case.places
    if name.source == "known" and abbreviated(case.context.annotation, name.first, name.text):
        return CERTAIN
    if (name.text in gazetteer.abbreviations() and not places) or (case.before and case.before.text == "$"):
        return NEVER
    if fold(name.text) in gazetteer.demonyms() and not any(p.level == "country" or p.own for p in places):
        return NEVER
    if len(name.text) <= ACRONYM and name.text.isupper():
        if any(p.level == "country" for p in places):
            return CERTAIN if all(t.pos in {"PROPN", "NOUN", "X", "ADJ"} for t in tokens) else NEVER
        if not (case.titled or _opens(case)):
            return LIKELY if any(p.own for p in places) else NEVER
    if all(_generic(token.text.lower()) for token in tokens) and not any(p.own for p in places):
        return None if case.after and case.after.lemma in words("region") and not _of_name(case) else UNLIKELY
    if case.label in AMOUNTS and not (case.land or _town_of(case)):
        return NEVER
    dateline = name.text.isupper() and case.famous and _opens(case)
    if dateline or case.label in PLACE_LABELS or any(t.pos in {"PROPN", "X"} for t in tokens):
        return None
    if case.label == "NORP" and places and case.head.dep in {"compound", "pobj", "nsubj", "dobj", "conj", "nmod"}:
        return None
    return NEVER if len(tokens) == 1 else UNLIKELY


def _by_left(case: Case) -> int | None:
    before, annotation = case.before, case.context.annotation
    if before is None or not joined(annotation, before.i, case.name.first) or before.text in {"-", "/"}:
        return None
    word = before.text.lower().rstrip(".")
    if word in words("title") and capitalised(before):
        return NEVER
    if not capitalised(before) or before.pos != "PROPN" or word in words("part") | words("within"):
        return None
    if fold(before.text) in gazetteer.demonyms() or known(annotation, before.i, case.name.first) == case.name.first:
        return None
    if case.entity and case.label in PLACE_LABELS and case.entity.first == case.name.first:
        return None
    return NEVER


def _by_right(case: Case) -> int | None:
    if _contained(case) or (case.name.source == "known" and case.name.text.isupper() and _opens(case)):
        return CERTAIN
    after = case.after
    if after is None or not joined(case.context.annotation, case.name.last - 1, after.i):
        return None
    word = after.text.lower().rstrip(".")
    if after.lemma in words("thing"):
        return NEVER
    if word in words("region") and not case.common:
        return CERTAIN if not capitalised(after) or case.label != "ORG" else LIKELY
    if case.titled or not capitalised(after) or after.pos not in {"PROPN", "NOUN", "ADJ"}:
        return None
    return _before_name(case, after, word)


def _before_name(case: Case, after: Token, word: str) -> int | None:
    """A name that goes on in another: an office of the place, a brand, or a person."""
    if fold(after.text) in gazetteer.demonyms() and after.tag in {"JJ", "NNPS", "NNS"}:
        return None
    if word in words("office") | words("title") and not case.common:
        return LIKELY if case.broad or case.label != "PERSON" else OPEN
    if word in words("brand"):
        return NEVER
    if case.broad and not case.common and case.label not in {"PERSON", "WORK_OF_ART", "PRODUCT"}:
        return OPEN if case.label == "EVENT" else LIKELY
    return None if case.label in PLACE_LABELS and case.whole else NEVER


def _by_list(case: Case) -> int | None:
    """A member of a list of regions: "Hasakah, Deir el-Zour and Raqqa provinces"."""
    noun = listed_noun(case.context.annotation, case.name.first, case.name.last)
    if noun is None or noun.lemma not in words("region") or (case.common and noun.lemma != "county"):
        return None
    return CERTAIN


def _by_preposition(case: Case) -> int | None:
    tokens, at = case.context.annotation.tokens, case.name.first - 1
    if case.before is None:
        return None
    while at > 0 and (tokens[at].pos == "DET" or tokens[at].text.lower() in words("part") | words("within")):
        at -= 1
    word, is_known = tokens[at].text.lower(), case.name.source == "known"
    if word == "of" and at:
        return _after_of(case, tokens[at - 1])
    if word in words("strict") and case.head.dep in {"pobj", "conj", "compound", "appos", "dep", "nmod"}:
        if case.head.dep == "compound" and not _place_noun(case):
            return LIKELY if case.label in PLACE_LABELS or case.expected else OPEN
        if case.label in OTHERS:
            return (CERTAIN if case.expected else LIKELY) if is_known and not case.common else OPEN
        if case.titled and case.label not in PLACE_LABELS and not (case.land or case.famous or case.expected):
            return OPEN
        return CERTAIN if not case.common or case.label in PLACE_LABELS else LIKELY
    if word in words("locative") and case.head.dep == "pobj":
        if case.label in PLACE_LABELS:
            return CERTAIN if is_known else LIKELY
        if is_known and (case.expected or case.curated):
            return CERTAIN
        if is_known and not case.common:
            return LIKELY if case.label not in {"PERSON", "ORG"} else OPEN if case.person else SLIGHT
    return None


def _by_verb(case: Case) -> int | None:
    """A town that is the object of going or of war, whatever the tagger makes of it: "captured Bukavu"."""
    verb = case.context.annotation.head(case.head.i)
    towns = any(p.exact and p.level == "city" and p.population > BESIEGED for p in case.places)
    if case.head.dep != "dobj" or verb.lemma not in words("taken") or not towns or case.common or case.person:
        return None
    return LIKELY if case.famous or case.label != "PERSON" or verb.lemma in words("bombed") else None


def _after_of(case: Case, noun: Token) -> int | None:
    if capitalised(noun) and noun.lemma in words("body"):
        return UNLIKELY
    if case.common or capitalised(noun):
        return None
    if noun.lemma in words("city") | words("region"):
        return CERTAIN
    if noun.lemma in words("of") and case.name.source == "known":
        return CERTAIN if case.label in PLACE_LABELS else LIKELY
    return None


def _by_label(case: Case) -> int:
    is_known = case.name.source == "known"
    if case.name.source == "bare":
        return OPEN
    if case.label in PLACE_LABELS and case.whole:
        if not is_known:
            return OPEN
        return CERTAIN if case.land else OPEN if case.common else LIKELY
    if case.land:
        return LIKELY if case.label not in {"PERSON", "EVENT", "LAW", "WORK_OF_ART"} else OPEN
    if not is_known and case.label == "NORP":
        return NEVER
    if case.entity is not None and not case.whole:
        return NEVER if case.label == "PERSON" else UNLIKELY
    if case.expected or case.curated or (case.famous and case.label != "PERSON"):
        return LIKELY
    return OPEN - 1 if is_known and not case.common else UNLIKELY


def _contained(case: Case) -> bool:
    """Whether a comma and the name of a larger place follow: "Salem, Ore."."""
    annotation, after = case.context.annotation, case.after
    if after is None or after.text not in {",", "("} or after.i + 1 >= annotation.sentence(after.i).last:
        return False
    start = after.i + 1
    last = known(annotation, start, annotation.sentence(start).last)
    if last is None:
        return False
    text = text_of(annotation, start, last)
    if abbreviated(annotation, start, text):
        return True
    outer = [p for p in gazetteer.lookup(text) if p.level in {"country", "admin1"} and p.exact]
    return any(p.country == o.country for o in outer for p in case.places if p.kind != "country")


def _town_of(case: Case) -> bool:
    """Whether the text says what it is: "the town of Tallow"."""
    tokens = case.context.annotation.tokens[max(case.name.first - 2, 0) : case.name.first]
    return len(tokens) == 2 and tokens[1].text == "of" and tokens[0].lemma in words("city")


def _of_name(case: Case) -> bool:
    """Whether the name proper follows behind "of": "the Northern Province of Tallow"."""
    tokens = case.context.annotation.tokens[case.name.last + 1 : case.name.last + 3]
    return len(tokens) == 2 and tokens[0].text.lower() == "of" and capitalised(tokens[1])


def _generic(word: str) -> bool:
    return any(word in words(kind) for kind in ("part", "within", "region", "city", "water", "land"))


def _opens(case: Case) -> bool:
    """Whether the name opens a sentence as a dateline does: "CAIRO (AP) —"."""
    opening = case.name.first == case.context.annotation.sentence(case.name.first).first
    return opening and case.after is not None and case.after.text in {",", "(", ":", "-", "--", "–", "—"}


def _place_noun(case: Case) -> bool:
    """Whether the name stands before a noun for a place: "in Baghdad's Karrada district"."""
    noun = case.context.annotation.head(case.head.i).lemma
    return any(noun in words(kind) for kind in ("region", "city", "site", "water", "land"))

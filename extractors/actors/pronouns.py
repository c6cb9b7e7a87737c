"""Pronouns that can mean one actor only: whom their place in the sentence binds them to, else who fits nearby.

A relative pronoun means the noun that its clause hangs on. A possessive belongs to the subject of its clause ("the
union and its members"), the subject of a reported clause to who reports it ("she said she …"), the subject of a verb of
speech to who spoke last. "He" and "she" then mean the person whom the text is about (`salience`). Other pronouns are
read only where one actor of the sentence, or of the sentence before, agrees with them in number and sort. "I" and "we"
of a quotation mean its speaker (`speaking`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from dateline.extractors.actors import speaking
from dateline.extractors.actors.found import Found
from dateline.extractors.actors.groups import Groups
from dateline.extractors.actors.salience import Salience
from dateline.extractors.actors.together import SUBJECT, governing, joint
from dateline.extractors.quotations import quoted
from dateline.extractors.reporting import is_reporting
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

_PERSON = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f", "hers": "f"}
_MANY = dict.fromkeys(("they", "them", "their", "themselves"), "many")
_BODY = dict.fromkeys(("it", "its", "itself"), "body")
_CLASS = _PERSON | _MANY | _BODY
_RELATIVE = {"who", "whom", "whose", "which", "that"}
_RELATIVE_TAGS = ("WP", "WP$", "WDT")
_WEATHER = ("rain", "snow", "hail", "drizzle")
_EMPTY_VERBS = ("be", "seem", "appear", "become", "take", "happen", "remain", "turn")
_SPEECH_REACH = 2
"""How many sentences back who spoke last is looked for."""


def find(annotation: Annotation, groups: Groups) -> list[tuple[Found, int]]:
    """Pronouns with the mention (an index of `groups`) that each goes back to, where nothing else is possible."""
    found: list[tuple[Found, int]] = []
    said: dict[tuple[int, str], int | None] = {}
    heads = {one.head: n for n, one in enumerate(groups.found)}
    salience = Salience(annotation, groups, quoted(annotation))
    for token in annotation.tokens:
        sort = _CLASS.get(token.text.lower()) if token.tag in ("PRP", "PRP$") else None
        bound = _relative(annotation, token, heads)
        if bound is None and (sort is None or annotation.head(token.i).lemma in _WEATHER):
            continue
        if bound is None and sort == "many" and joint(annotation, token):
            continue
        if bound is None and sort is not None:
            bound = _bound(annotation, salience, token, sort, heads)
            sentence = annotation.sentence_index(token.i)
            if bound is None:
                bound = _speaker(annotation, salience, token, sort, heads)
            if bound is None and sort in ("m", "f"):
                bound = salience.person(token, sort)
            elif bound is None:
                bound = said.get((sentence, sort))
                if bound is None and (sentence, sort) not in said and not _empty(annotation, token):
                    bound = _antecedent(annotation, salience, token, sort, said.get((sentence - 1, sort)))
                said[sentence, sort] = bound
        if bound is not None and not _tells_own_death(annotation, groups, token, heads, bound):
            heads[token.i] = bound
            salience.told(token, bound, sort)
            one = groups.found[bound]
            pronoun = Found(token.i, token.i + 1, token.i, "pronoun", one.name, one.kind, plural=one.plural)
            found.append((pronoun, bound))
    return [*found, *speaking.find(annotation, groups, heads, salience.quoted)]


def _relative(annotation: Annotation, token: Token, heads: Mapping[int, int]) -> int | None:
    """The actor that a relative clause tells more of ("the minister, who resigned", "officials whose names …")."""
    if token.text.lower() not in _RELATIVE or token.tag not in _RELATIVE_TAGS:
        return None
    clause = next((t for t in annotation.ancestors(token.i) if t.dep in ("relcl", "ccomp", "advcl")), None)
    if clause is None or clause.dep != "relcl" or not clause.head < token.i <= clause.i:
        return None
    return heads.get(clause.head)


def _bound(annotation: Annotation, salience: Salience, token: Token, sort: str, heads: Mapping[int, int]) -> int | None:
    """The subject that the pronoun's place in the sentence binds it to, if that subject is an actor that agrees."""
    clauses = governing(annotation, token)
    if not clauses:
        return None
    subjects = [annotation.children(clause.i, *SUBJECT)[0] for clause in clauses]
    subject = next((t for t in subjects if t.i in heads), subjects[0])
    who = heads.get(_principal(annotation, salience, subject, sort, heads) if token.dep in SUBJECT else subject.i)
    if subject.i >= token.i or who is None or not salience.agrees(who, sort, loose=True):
        return None
    if sort == "many" and not salience.agrees(who, sort):  # "the firm offered to take back workers after their strike"
        between = [n for i, n in sorted(heads.items()) if subject.i < i < token.i and salience.agrees(n, sort)]
        return _only(salience.groups, between) if between else who
    return who


def _principal(annotation: Annotation, salience: Salience, speaker: Token, sort: str, heads: Mapping[int, int]) -> int:
    """Of whom somebody's spokesman or lawyer speaks: "Ann's lawyer said she …" is of Ann."""
    owners = [t.i for t in annotation.children(speaker.i, "poss") if t.i in heads]
    return next((i for i in owners if salience.agrees(heads[i], sort)), speaker.i)


def _tells_own_death(
    annotation: Annotation, groups: Groups, token: Token, heads: Mapping[int, int], bound: int
) -> bool:
    """Whether somebody would say of themselves that they were killed: "residents say they were killed by snipers"."""
    verb = annotation.head(token.i)
    if token.dep != "nsubjpass" or verb.lemma not in word_lists("figures.toml")["effects.fatalities"]:
        return False
    telling = (t for t in annotation.ancestors(verb.i) if is_reporting(t))
    speakers = (heads.get(t.i) for one in telling for t in annotation.children(one.i, *SUBJECT))
    return any(n is not None and groups.of(n) == groups.of(bound) for n in speakers)


def _speaker(
    annotation: Annotation, salience: Salience, token: Token, sort: str, heads: Mapping[int, int]
) -> int | None:
    """For the subject of a verb of speech, who spoke last before it, if that agrees: "…, said Smith. He added …"."""
    if token.dep != "nsubj" or not _speaks(annotation, token):
        return None
    sentence = annotation.sentence_index(token.i)
    start = annotation.sentences[max(sentence - _SPEECH_REACH, 0)].first
    for i in range(token.i - 1, start - 1, -1):
        other = annotation.tokens[i]
        if other.dep == "nsubj" and i in heads and _speaks(annotation, other):
            return heads[i] if salience.agrees(heads[i], sort, loose=True) else None
    return None


def _speaks(annotation: Annotation, subject: Token) -> bool:
    return is_reporting(annotation.head(subject.i))


def _empty(annotation: Annotation, token: Token) -> bool:
    """An "it" that may mean nothing or a thing: "it is likely that", "it rains", "they did it", "it was driven off"."""
    if token.text.lower() != "it":
        return False
    governor = annotation.head(token.i)
    return token.dep != "nsubj" or governor.lemma in _EMPTY_VERBS


def _antecedent(annotation: Annotation, salience: Salience, token: Token, sort: str, last: int | None) -> int | None:
    """The only body or group that fits in the same sentence before the pronoun, else in the sentence before.

    `last` is what the same pronoun meant in the sentence before.
    """
    groups = salience.groups
    sentence = annotation.sentence_index(token.i)
    clause = annotation.head(token.i)
    told = clause.head if clause.dep == "relcl" and token.dep in SUBJECT else None  # "three men they had kidnapped"
    here, before = list[int](), [last] if last is not None else []
    active, bodies = token.text.lower() == "they" and token.dep == "nsubj", list[int]()
    start = annotation.sentences[max(sentence - 1, 0)].first
    low, high = (bisect_left(groups.found, i, key=lambda one: one.first) for i in (start, token.i))
    for n, one in enumerate(groups.found[low:high], low):
        if (
            one.head == told
            or annotation.tokens[one.head].dep in ("compound", "nmod", "amod")
            or not (salience.agrees(n, sort) or (active and salience.many(n)))
        ):
            continue
        at = annotation.sentence_index(one.first)
        if not salience.agrees(n, sort):
            bodies += [n] if at == sentence or _near(annotation, sentence) else []
        elif at == sentence and one.last <= token.i:
            here.append(n)
        elif at == sentence - 1 and _near(annotation, sentence):
            before.append(n)
    if here or not before:
        return _only(groups, here or bodies)
    only = _only(groups, before)
    if only is None and token.dep in SUBJECT and (sort == "many" or _acts(annotation, token)):
        only = _only(groups, [n for n in before if n == last or _is_doer(annotation, salience, n, token, sort)])
    return only


def _is_doer(annotation: Annotation, salience: Salience, n: int, token: Token, sort: str) -> bool:
    """Whether a mention is the subject that goes on as "they" or "it": "farmers blocked the road to students. They …",
    "Belarus recalled its envoy to the EU. It …", but not "the Boeing 777 is an airliner. It …"."""
    head = annotation.tokens[salience.groups.found[n].head]
    if sort == "many" or head.dep not in SUBJECT:
        return head.dep in SUBJECT
    alike = (head.i in salience.quoted) == (token.i in salience.quoted)
    return alike and annotation.head(head.i).pos == "VERB"


def _acts(annotation: Annotation, token: Token) -> bool:
    """Whether "it" opens a sentence as the subject of a verb that no blast and no bomb could have."""
    opens = all(t.pos not in ("NOUN", "PROPN") for t in annotation.tokens[annotation.sentence(token.i).first : token.i])
    effects = (lemmas for key, lemmas in word_lists("figures.toml").items() if key.startswith("effects."))
    return opens and not any(annotation.head(token.i).lemma in lemmas for lemmas in effects)


def _near(annotation: Annotation, sentence: int) -> bool:
    one, other = annotation.sentences[sentence], annotation.sentences[sentence - 1]
    return abs(one.paragraph - other.paragraph) <= 1 and not other.headline


def _only(groups: Groups, fits: Sequence[int]) -> int | None:
    return fits[-1] if len({groups.of(n) for n in fits}) == 1 else None

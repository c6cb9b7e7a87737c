"""Finding the words that tell of an event: lexicon phrases in a parsed text, their senses told apart by context."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dateline.extractors.events.arguments import (
    after_preposition,
    coordinated,
    is_verb,
)
from dateline.extractors.events.domains import domains
from dateline.extractors.events.items import items
from dateline.extractors.events.lexicon import NOTHING, Entry, Pos, entries_at
from dateline.extractors.events.nameparts import names_no_event
from dateline.extractors.events.slots import modifiers, slot
from dateline.extractors.proposals import Outlook
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists
from dateline.graph.model import Actor, Place

MAX_GAP = 4
"""Words that may stand between two words of a phrase ("staged a second, much larger strike")."""

_SKIPPED = frozenset({"DET", "ADJ", "ADV", "NUM", "PART", "PRON", "PROPN", "NOUN"})
_SENSE_MAKING = frozenset({"up", "out", "off", "down", "away", "back", "apart", "aside", "through"})
"""Particles that make another verb of a verb."""
_TIMED = frozenset({"Judge", "Coerce", "Sanction", "Abduct"})
"""Classes of acts that are for a time: people are jailed, held, banned for so long."""
_PARTICLES = frozenset({"prt", "advmod", "prep", "advcl", "acomp", "oprd"})


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: `anchor` is its verb or head noun, `tokens` all its words in text order."""

    entry: Entry
    anchor: int
    tokens: tuple[int, ...]


@dataclass(frozen=True)
class Scene:
    """What sense filters may look at: the parse, and who and where each token names.

    `actor_heads` are the tokens that head an actor's mention: "protesters" names people, no protest; `time_words`
    those of time expressions: "in March" is no march; `thing_at` are craft and buildings, of `actors` too, that only
    are hit, `paper_at` reports and polls that only say something. `outlook` is what the head makes of each token, if it
    was asked.
    """

    annotation: Annotation
    actor_at: Mapping[int, str]
    place_at: Mapping[int, str]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    actor_heads: frozenset[int] = frozenset()
    time_words: frozenset[int] = frozenset()
    outlook: Outlook | None = None
    thing_at: Mapping[int, str] = field(default_factory=dict)
    paper_at: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def items(self) -> tuple[int, ...]:
        """For each sentence the item of a list that it stands in, 0 for none."""
        return items(self.annotation)

    @cached_property
    def domains(self) -> frozenset[str]:
        """What the whole text is about, where that changes what its words mean."""
        return domains(self.annotation)


def find_triggers(scene: Scene) -> tuple[tuple[Match, ...], frozenset[int]]:
    """The best match at each word, in text order; words of a longer phrase give no match of their own.

    Beside them the words that phrases of class Nothing silence for good, since they are several words or looked at what
    stands around them.
    """
    candidates = [m for token in scene.annotation.tokens for m in _matches_at(scene, token)]
    candidates.sort(key=lambda m: (len(m.tokens), m.entry.type == NOTHING, m.entry.specificity), reverse=True)
    taken: set[int] = set()
    chosen = []
    for match in candidates:
        words = content(scene.annotation, match.tokens)
        if match.entry.type == NOTHING:
            words -= scene.actor_heads  # "exchanged prisoners of war": there was an exchange
        if words & taken:
            continue
        taken |= words
        chosen.append(match)
    found = tuple(sorted((m for m in chosen if m.entry.type != NOTHING), key=lambda m: m.tokens))
    silent = (m for m in chosen if m.entry.type == NOTHING and (m.entry.filters or len(m.tokens) > 1))
    return found, frozenset(i for m in silent for i in content(scene.annotation, m.tokens))


def content(a: Annotation, tokens: Iterable[int]) -> frozenset[int]:
    """The words of a phrase that no other trigger may share."""
    return frozenset(i for i in tokens if a.tokens[i].pos not in ("ADP", "DET", "PART"))


def _matches_at(scene: Scene, token: Token) -> Iterator[Match]:
    for pos in _parts_of_speech(scene, token):
        in_name = pos == "noun" and names_no_event(scene, token)
        for entry in _candidates(pos, token):
            if in_name and (entry.type != NOTHING or len(entry.words) == 1):
                continue
            tokens = _phrase(scene.annotation, entry, token)
            if tokens and not _is_of_time(scene, entry, tokens) and _fits(scene, entry, token.i, tokens):
                yield Match(entry, token.i, tokens)
                break


def _parts_of_speech(scene: Scene, token: Token) -> tuple[Pos, ...]:
    if token.dep == "amod" and token.tag in ("VBN", "VBG", "JJ"):
        return ("adjective",)
    if is_verb(token):
        if scene.annotation.children(token.i, "det"):  # "the accused", "the wounded": people
            return ()
        return ("verb",)
    if token.pos in ("NOUN", "PROPN"):
        return ("noun",)
    if token.pos == "ADJ":
        return ("adjective", "verb") if token.tag == "VBN" else ("adjective",)
    return ()


def _candidates(pos: Pos, token: Token) -> Iterable[Entry]:
    surface = token.text.lower()
    found = entries_at(pos, token.lemma)
    return found if surface == token.lemma else (*found, *entries_at(pos, surface))


def _phrase(a: Annotation, entry: Entry, anchor: Token) -> tuple[int, ...]:
    """Indices of the phrase's words around its anchor; empty if they are not all there."""
    if entry.pos == "verb" and _other_particle(a, entry, anchor):
        return ()
    if entry.words[entry.anchor].startswith("-") and not _is_hyphened(a, anchor.i):
        return ()
    before = _walk(a, anchor.i, reversed(entry.words[: entry.anchor]), -1, gap=1)
    if before is None:
        return ()
    rest = entry.words[entry.anchor + 1 :]
    after = _walk(a, anchor.i, rest, +1, gap=MAX_GAP if entry.pos == "verb" else 1)
    if after is None and entry.pos == "verb" and len(rest) == 1:
        after = _dependent(a, anchor.i, rest[0])
    return () if after is None else tuple(sorted((*before, anchor.i, *after)))


def _is_of_time(scene: Scene, entry: Entry, tokens: tuple[int, ...]) -> bool:
    """Whether a phrase ends in a preposition that only says when: "seized on Thursday" is not "seized on", nor "leave
    for an hour" "leave for", while "jailed for nine years" tells of a sentence."""
    a = scene.annotation
    last = a.tokens[tokens[-1]]
    if last.pos != "ADP" or (last.lemma == "for" and entry.type in _TIMED):
        return False
    return any(t.i in scene.time_words for t in a.children(last.i, "pobj"))


def _other_particle(a: Annotation, entry: Entry, verb: Token) -> bool:
    """ "kick out" is no sense of "kick"."""
    return any(t.lemma in _SENSE_MAKING and t.lemma not in entry.words for t in a.children(verb.i, "prt"))


def _walk(a: Annotation, start: int, words: Iterable[str], step: int, gap: int) -> list[int] | None:
    sentence = a.sentence(start)
    found, at = [], start
    for word in words:
        skipped = 0
        at += step
        while sentence.first <= at < sentence.last and not _is_here(a, at, word):
            if a.tokens[at].text != "-":
                skipped += 1
                if skipped > gap or a.tokens[at].pos not in _SKIPPED:
                    return None
            at += step
        if not sentence.first <= at < sentence.last:
            return None
        found.append(at)
    return found


def _dependent(a: Annotation, verb: int, word: str) -> list[int] | None:
    """A phrase's second word found by the tree: "ballots were cast", "walked hurriedly and angrily out"; a preposition
    before the verb is another's: "for years they tried to flee" is not "tried for"."""
    for child in a.children(verb):
        fronted = child.dep == "prep" and child.i < verb and not _is_relative(a, child)
        if _is_word(child, word) and not fronted and (child.dep in ("dobj", "nsubjpass") or child.dep in _PARTICLES):
            return [child.i]
    return None


def _is_relative(a: Annotation, preposition: Token) -> bool:
    """ "The crime for which he was tried"."""
    return any(t.tag.startswith("W") for t in a.children(preposition.i, "pobj"))


def _is_here(a: Annotation, at: int, word: str) -> bool:
    """Whether a word of a phrase stands at token `at`; "-in" only behind a hyphen: a sit-in, but not "to sit in"."""
    if word.startswith("-"):
        return _is_hyphened(a, at) and _is_word(a.tokens[at], word[1:])
    return _is_word(a.tokens[at], word)


def _is_hyphened(a: Annotation, at: int) -> bool:
    return at > 0 and a.tokens[at - 1].text == "-"


def _is_word(token: Token, word: str) -> bool:
    """Whether a token is a further word of a phrase, never a verb in another form ("according")."""
    return word == token.text.lower() or (word == token.lemma and not is_verb(token))


def _fits(scene: Scene, entry: Entry, anchor: int, tokens: tuple[int, ...]) -> bool:
    own_object = bool(set(tokens) & set(slot(scene.annotation, anchor, "object")))  # "pledged solidarity"
    for key, wanted in entry.filters.items():
        if key == "object" and own_object:
            continue
        name, veto = key.removeprefix("not_"), key.startswith("not_")
        if _LOOK[name](scene, anchor, wanted) == veto:
            return False
    return True


def _among(scene: Scene, tokens: Iterable[int], wanted: frozenset[str]) -> bool:
    tokens = list(tokens)
    return any(_is_kind(scene, i, wanted) for i in tokens) or (not tokens and "NONE" in wanted)


def _is_kind(scene: Scene, i: int, wanted: frozenset[str]) -> bool:
    token = scene.annotation.tokens[i]
    if token.lemma in wanted or token.text.lower() in wanted:
        return True
    actor = scene.actors.get(scene.actor_at.get(i, ""))
    return (
        (actor is not None and ("ACTOR" in wanted or actor.kind.upper() in wanted or actor.sector in wanted))
        or (i in scene.place_at and "PLACE" in wanted)
        or (i in scene.paper_at and "PAPER" in wanted)
        or (token.pos == "NUM" and "NUMBER" in wanted)
        or ("NAME" in wanted and token.pos == "PROPN" and actor is not None and _is_called_so(token, actor))
        or (token.pos == "PROPN" and actor is None and i not in scene.place_at and "PRODUCT" in wanted)
    )


def _is_called_so(token: Token, person: Actor) -> bool:
    """Whether a word is of the name of a person, and not only of an office."""
    spans = (m for m in person.mentions if m.form == "name" and m.start <= token.start < m.end)
    return person.kind == "Person" and any(True for _ in spans)


def _near(scene: Scene, anchor: int, wanted: frozenset[str]) -> bool:
    sentence = scene.annotation.sentence(anchor)
    return any(_is_kind(scene, i, wanted) for i in range(sentence.first, sentence.last) if i != anchor)


def _in_slot(name: str) -> Callable[[Scene, int, frozenset[str]], bool]:
    def look(scene: Scene, anchor: int, wanted: frozenset[str]) -> bool:
        a = scene.annotation
        filled = coordinated(a, slot(a, anchor, name))
        return _among(scene, [j for i in filled for j in _counted(a, i)], wanted)

    return look


def _counted(a: Annotation, noun: int) -> tuple[int, ...]:
    """A noun with what it counts or measures: "a cache of weapons", "a group of men"; "dozens of pages" are pages."""
    lists = word_lists("syntax.toml")
    lemma = a.tokens[noun].lemma
    counts = lemma in lists["nouns.quantity"] or lemma in lists["nouns.measure"]
    counted = coordinated(a, after_preposition(a, noun, "of")) if counts else ()
    return counted if counted and lemma in lists["nouns.number"] else (noun, *counted)


def _modifier(scene: Scene, anchor: int, wanted: frozenset[str]) -> bool:
    a = scene.annotation
    return _among(scene, [*modifiers(a, anchor), *(t.i for t in a.children(anchor, "poss"))], wanted)


def _governor(scene: Scene, anchor: int, wanted: frozenset[str]) -> bool:
    """Whether the verb whose subject or object a noun is, is one of the words: "the release said"; or "accord" for what
    something is "according to"."""
    a = scene.annotation
    noun = a.tokens[anchor]
    while noun.dep in ("compound", "conj") and not is_verb(noun):
        noun = a.head(noun.i)
    head = a.head(noun.i)
    if noun.dep == "pobj" and head.lemma == "to" and a.head(head.i).lemma == "accord":
        return _among(scene, [a.head(head.i).i], wanted)
    return _among(scene, [head.i] if is_verb(head) and noun.dep in (*_SUBJECTS, "dobj", "attr") else [], wanted)


def _clause(scene: Scene, anchor: int, wanted: frozenset[str]) -> bool:
    """Whether one of the words, or somebody of a kind, opens a clause that hangs on the anchor: "asked him whether he
    knew", "want the senate to vote". Any clause that has a subject of its own and is what is said or thought is a
    CONTENT: "fear that it will rain"; what an object is called or taken for is a PREDICATE: "called it a mistake"."""
    a = scene.annotation
    told = [anchor, *(t.i for t in a.children(anchor, "acomp"))]  # "is afraid that it will rain"
    clauses = [c for i in told for c in a.children(i, "ccomp", "xcomp", "advcl")]
    if "PREDICATE" in wanted and a.children(anchor, "oprd"):
        return True
    if "CONTENT" in wanted and any(c.dep == "ccomp" and a.children(c.i, *_SUBJECTS) for c in clauses):
        return True
    return any(_is_kind(scene, t.i, wanted) for c in clauses for t in a.children(c.i) if t.i < c.i)


_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


_LOOK: Mapping[str, Callable[[Scene, int, frozenset[str]], bool]] = {
    "object": _in_slot("object"),
    "subject": _in_slot("subject"),
    "modifier": _modifier,
    "governor": _governor,
    "near": _near,
    "clause": _clause,
    "as": _in_slot("as"),
    "domain": lambda scene, _, wanted: not wanted.isdisjoint(scene.domains),
}

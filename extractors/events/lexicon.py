"""The words that tell of events: rows of `extractors/data/events/*.toml`, read and checked.

A row gives phrases (lemmas), the class they tell of, where its doers and sufferers stand, and filters that tell the
senses of a word apart. The file format is described in `docs/triggers.md`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from dateline.extractors.events.domains import DOMAINS
from dateline.extractors.words import word_lists
from dateline.graph.errors import DataError

Pos = Literal["verb", "noun", "adjective"]

NOTHING = "Nothing"
"""The class of phrases that look like an event and are none; a match of it vetoes all others at its words."""

_FORMS: dict[str, Pos] = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
_ROLES = ("agent", "patient", "participant")
_DEFAULTS: dict[Pos, dict[str, tuple[str, ...]]] = {
    "verb": {"agent": ("subject", "by"), "patient": ("object",), "participant": ()},
    "noun": {"agent": ("poss", "by", "compound"), "patient": ("of", "against", "on"), "participant": ()},
    "adjective": {"agent": ("by",), "patient": (), "participant": ()},
}
_FILTERS = (
    "object",
    "subject",
    "modifier",
    "governor",
    "near",
    "clause",
    "domain",
    "not_object",
    "not_subject",
    "not_modifier",
    "not_governor",
    "not_near",
    "not_clause",
    "not_as",
)
_SPOKEN = 0.9
"""How often what is said of a deed to come tells what saying so does."""
_KEYS = {"subtype", "modified", "confidence", *_FORMS, *_ROLES, *_FILTERS}


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase in one sense. `words` are lemmas, the anchor (verb, or head noun) at `anchor`; `listed` unless it was
    made for a phrase that no file has."""

    type: str
    subtype: str | None
    pos: Pos
    words: tuple[str, ...]
    anchor: int
    agent: tuple[str, ...]
    patient: tuple[str, ...]
    participant: tuple[str, ...]
    modified: str | None
    filters: Mapping[str, frozenset[str]]
    confidence: float
    source: str
    listed: bool = True

    @property
    def specificity(self) -> tuple[int, int, float]:
        """Longer phrases first, then those with more filters met, then the surer ones."""
        return len(self.words), sum(not key.startswith("not_") for key in self.filters), self.confidence


def entries_at(pos: Pos, word: str) -> tuple[Entry, ...]:
    """Entries of one part of speech whose anchor word is `word`."""
    return _index().get((pos, word), ())


def befalls(noun: str, slot: str) -> bool:
    """Whether a slot of an event noun says whom it befell: "of" in "the killing of a guard"."""
    return any(slot in entry.patient for entry in entries_at("noun", noun) if len(entry.words) == 1)


def usual(pos: Pos, type_name: str, subtype: str | None, phrase: str, confidence: float, undergone: bool) -> Entry:
    """An entry for a phrase that no file lists so, with the roles that it has in another sense of the class, else those
    that its part of speech usually has.

    `undergone` tells that it is a past participle: "banned groups" are banned, though "resigned ministers" resigned.
    """
    words = _words(phrase, pos)
    kin = next((e for e in entries_at(pos, words[0]) if e.type == type_name and e.words == words), None)
    default = _DEFAULTS[pos]
    return Entry(
        type=type_name,
        subtype=subtype,
        pos=pos,
        words=words,
        anchor=0,
        modified=_modified(words, type_name, undergone) if pos == "adjective" else None,
        filters={},
        confidence=confidence,
        source=f"{type_name}{'.' + subtype if subtype else ''}: like {phrase}",
        listed=False,
        agent=kin.agent if kin else default["agent"],
        patient=kin.patient if kin else default["patient"],
        participant=kin.participant if kin else default["participant"],
    )


def _modified(words: tuple[str, ...], type_name: str, undergone: bool) -> str:
    """The role of the noun behind an unlisted adjective; nobody undergoes what only subjects do ("to resign")."""
    known = [e for e in entries_at("verb", words[0]) if e.words == words and e.type == type_name]
    return "patient" if undergone and (not known or any("object" in e.patient for e in known)) else "agent"


def spoken(entry: Entry, type_name: str, subtype: str | None, sign: str) -> Entry:
    """A verb's entry in the sense that what is said gives it; `sign` are the words that show it."""
    source = f"{type_name}{'.' + subtype if subtype else ''}: {' '.join(entry.words)} ({sign})"
    return replace(entry, type=type_name, subtype=subtype, confidence=_SPOKEN, source=source)


def types_in_use() -> frozenset[tuple[str, str | None]]:
    """Every class and subtype that some phrase tells of."""
    return frozenset((e.type, e.subtype) for es in _index().values() for e in es if e.type != NOTHING)


@cache
def _index() -> Mapping[tuple[Pos, str], tuple[Entry, ...]]:
    found: dict[tuple[Pos, str], list[Entry]] = {}
    folder = files("dateline.extractors").joinpath("data", "events")
    for path in sorted((p for p in folder.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name):
        for entry in parse(path.read_text(encoding="utf-8"), path.name):
            found.setdefault((entry.pos, entry.words[entry.anchor].removeprefix("-")), []).append(entry)
    return {key: tuple(sorted(es, key=lambda e: e.specificity, reverse=True)) for key, es in found.items()}


def parse(text: str, name: str) -> Iterator[Entry]:
    """The entries of one file; `name` is for messages.

    Raises `DataError` where the file is not TOML, or a row has an unknown key or no phrase.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(name, None, str(error)) from error
    if "class" not in data:
        raise DataError(name, 1, "no class is named", 'a line such as class = "Protest"')
    for number, row in enumerate(data.get("trigger", ()), 1):
        yield from _row(data["class"], row, name, _line(text, number))


def _listed(words: Iterable[str], name: str, line: int) -> Iterator[str]:
    """The words of a filter, those of a list in `data/senses.toml` for its name behind "@"."""
    lists = word_lists("senses.toml")
    for word in words:
        if word.startswith("@") and word[1:] not in lists:
            raise DataError(name, line, f"no list {word!r}", ", ".join(f"@{key}" for key in sorted(lists)))
        yield from lists[word[1:]] if word.startswith("@") else (word,)


def _line(text: str, number: int) -> int:
    """The line on which the `number`th row begins, for messages."""
    heads = [m.start() for m in re.finditer(r"^\[\[trigger\]\]", text, re.MULTILINE)]
    return text.count("\n", 0, heads[number - 1]) + 1


def _row(class_name: str, row: Mapping[str, Any], name: str, line: int) -> Iterator[Entry]:
    unknown = set(row) - _KEYS
    if unknown:
        raise DataError(name, line, f"unknown key {sorted(unknown)[0]!r}", ", ".join(sorted(_KEYS)))
    if not any(row.get(form) for form in _FORMS):
        raise DataError(name, line, "a trigger without words", ", ".join(_FORMS))
    if row.get("modified") not in (None, "agent", "patient"):
        raise DataError(name, line, f"modified = {row['modified']!r}", "agent, patient")
    if foreign := set(row.get("domain", ())).difference(DOMAINS):
        raise DataError(name, line, f"no domain {sorted(foreign)[0]!r}", ", ".join(DOMAINS))
    filters = {key: frozenset(_listed(row[key], name, line)) for key in _FILTERS if row.get(key)}
    for form, pos in _FORMS.items():
        roles = {role: tuple(row.get(role, _DEFAULTS[pos][role])) for role in _ROLES}
        if roles["participant"] and "agent" not in row and "patient" not in row:
            roles |= {"agent": (), "patient": ()}
        for phrase in row.get(form, ()):
            words = _words(phrase, pos)
            yield Entry(
                type=class_name,
                subtype=row.get("subtype"),
                pos=pos,
                words=words,
                anchor=_anchor(words, pos),
                modified=row.get("modified", "agent") if pos == "adjective" else None,
                filters=filters,
                confidence=float(row.get("confidence", 0.75)),
                source=f"{class_name}{'.' + row['subtype'] if row.get('subtype') else ''}: {phrase}",
                agent=roles["agent"],
                patient=roles["patient"],
                participant=roles["participant"],
            )


def split(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the parser cuts them: hyphens left out, but kept before a particle ("sit", "-in")."""
    words = re.findall(r"-?[\w'.&]+", phrase.lower())
    return tuple(w if w[1:] in _PARTICLES else w.removeprefix("-") for w in words)


def _words(phrase: str, pos: Pos) -> tuple[str, ...]:
    """The words of a phrase, a verb with a hyphen that the parse has for one word ("tear-gas") left whole."""
    first, *others = phrase.split()
    whole = pos == "verb" and first in word_lists("syntax.toml")["verbs.hyphened"]
    return (first, *split(" ".join(others))) if whole else split(phrase)


_PARTICLES = frozenset(["in", "out", "up", "down", "off", "on", "over", "by", "to", "back"])
_PREPOSITIONS = frozenset(["of", "in", "on", "at", "by", "for", "to", "against", "from", "with", "over", "into"])


def _anchor(words: tuple[str, ...], pos: Pos) -> int:
    """The verb comes first; a noun phrase's head last, but before a preposition ("declaration of war")."""
    if pos == "verb":
        return 0
    for i, word in enumerate(words[1:], 1):
        if word in _PREPOSITIONS:
            return i - 1
    return len(words) - 1

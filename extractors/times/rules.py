"""The rules of `data/times/rules.toml`, compiled.

A rule's `match` is a pattern of `language`; `read` names the function of `readers` that turns a match into a `Reading`,
`with` is what that function is told besides. `[[before]]` and `[[after]]` are what may stand beside an expression and
belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from dateline.extractors.times import language
from dateline.extractors.times.language import Language, Pattern
from dateline.extractors.times.lexicon import classes, load, words
from dateline.extractors.times.shapes import KEY_FIGURES, MARKS, SHAPES

_FIRST_CODE = 0xE000
_COMMON = frozenset("day the of new s 's st eve saints all international al - d e".split())  # noqa: SIM905
"""Words of holidays that do not hint at one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; an earlier `order` wins between matches of the same words. It matches only what has a code of each set
    that it `needs`."""

    name: str
    order: int
    regex: re.Pattern[str]
    reader: str
    argument: str
    needs: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, the code of each known word, and what may stand before and after an expression and belongs to it.

    Every expression has a word or figure of the macro KEY: `keys` are their codes, `key_words` finds them in a text in
    lower case, and `by_key` are the rules that can match around each, with what each needs besides it.
    """

    rules: tuple[Rule, ...]
    codes: MappingProxyType[str, str]
    keys: frozenset[str]
    key_words: re.Pattern[str]
    by_key: MappingProxyType[str, tuple[tuple[Rule, tuple[frozenset[str], ...]], ...]]
    before: tuple[Rule, ...]
    after: tuple[Rule, ...]


@cache
def grammar() -> Grammar:
    """The rules of the data file.

    Raises `DataError` where one cannot be compiled.
    """
    data = load("rules.toml")
    lang = _language(data)
    for name, pattern in data["macro"].items():
        read = lang.read(pattern)
        lang.named[name] = Pattern(f"(?:{read.regex})", read.needs)
    key = re.compile(lang.named["KEY"].regex)
    keys = frozenset(code for code in (*lang.codes.values(), *SHAPES.values()) if key.fullmatch(code))
    rules = _compiled(lang, data["rule"], "%s")
    return Grammar(
        rules,
        MappingProxyType(lang.codes),
        keys,
        _key_words(word for word, code in lang.codes.items() if code in keys),
        MappingProxyType(_by_key(rules, keys)),
        _compiled(lang, data["before"], r"(?:%s)\Z"),
        _compiled(lang, data["after"], "%s"),
    )


def _language(data: dict[str, Any]) -> Language:
    """Words of the rules, the lexicon and the holidays with a code each; word classes, shapes and holidays by name."""
    patterns = [
        *data["macro"].values(),
        *(rule["match"] for kind in ("rule", "before", "after") for rule in data[kind]),
    ]
    known = set().union(*(language.words(pattern) for pattern in patterns), *(words(name) for name in classes()))
    holidays = [_words(name) for every in load("holidays.toml")["holiday"].values() for name in every]
    known |= {word for name in holidays for word in name}
    codes = {word: chr(_FIRST_CODE + k) for k, word in enumerate(sorted(known - {*MARKS, "-"}))}
    lang = Language(codes)
    for name in classes():
        lang.name(name, "".join(codes.get(word, "") for word in words(name)))
    for name, code in SHAPES.items():
        lang.name(name, code)
    lang.name("HOLIDAYWORD", "".join(codes[word] for name in holidays for word in name if word not in _COMMON))
    spelled = (
        "".join(codes.get(word, "-") + (r"\.?" if word in ("st", "jr") else "") for word in name) for name in holidays
    )
    lang.named["HOLIDAY"] = Pattern(
        f"(?:{'|'.join(sorted(spelled, key=len, reverse=True))})", lang.named["HOLIDAYWORD"].needs
    )
    return lang


def _words(name: str) -> list[str]:
    return name.replace("'s", " 's").replace("-", " - ").split()


def _compiled(lang: Language, rules: list[dict[str, str]], frame: str) -> tuple[Rule, ...]:
    found = []
    for order, rule in enumerate(rules):
        read = lang.read(rule["match"])
        regex = re.compile(frame % read.regex)
        found.append(Rule(rule["name"], order, regex, rule["read"], rule.get("with", ""), read.needs))
    return tuple(found)


def _by_key(
    rules: tuple[Rule, ...], keys: frozenset[str]
) -> dict[str, tuple[tuple[Rule, tuple[frozenset[str], ...]], ...]]:
    """For each key the rules that need it or one of its like, and what they need besides."""
    found: dict[str, tuple[tuple[Rule, tuple[frozenset[str], ...]], ...]] = {}
    for rule in rules:
        needed = min((need for need in rule.needs if need <= keys), key=len, default=keys)
        for code in sorted(needed):
            others = tuple(sorted((need for need in rule.needs if code not in need), key=len))
            found[code] = (*found.get(code, ()), (rule, others))
    return found


def _key_words(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words, or a figure that can be a time, branching letter by letter."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return re.compile(rf"\b(?:{_branches(tree)})(?!\w)|{KEY_FIGURES}")


def _branches(node: dict[str, Any]) -> str:
    parts = [re.escape(letter) + _branches(rest) for letter, rest in sorted(node.items()) if letter]
    inner = parts[0] if len(parts) == 1 and "" not in node else f"(?:{'|'.join(parts)})" if parts else ""
    return inner + ("?" if "" in node and parts else "")

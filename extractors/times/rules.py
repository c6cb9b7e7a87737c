"""The rules of `data/times/rules.toml`, compiled.

A rule's `match` is a regular expression over words: lower-case words stand for themselves, upper-case names for a word
class of `words.toml`, a shape of `pieces.SHAPES` or a macro; `<name: …>` is a named group; `( ) | ? * + (?= (?! (?<!`
mean what they mean in `re`. `read` names the function of `readings` that turns a match into a `Reading`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.extractors.times.lexicon import classes, load, words
from dateline.extractors.times.pieces import MARKS, SHAPES
from dateline.graph.errors import DataError

_SYMBOL = re.compile(
    r"\s+|<(\w+):|(>)|([A-Z][A-Z0-9]*)|('s|n't|[^\W\d_]+(?:'[^\W\d_]+)?)|(\(\?(?:<?[=!]|:)|[()|?*+]|\{\d,\d\})"
)
_FIRST_CODE = 0xE000


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; an earlier `order` wins between matches of the same words."""

    name: str
    order: int
    regex: re.Pattern[str]
    reader: str
    argument: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, the code of each known word, and what may stand before and after an expression and belongs to it."""

    rules: tuple[Rule, ...]
    codes: MappingProxyType[str, str]
    before: tuple[Rule, ...]
    after: tuple[Rule, ...]


@cache
def grammar() -> Grammar:
    """The rules of the data file.

    Raises `DataError` where one cannot be compiled.
    """
    data = load("rules.toml")
    every = [*data["macro"].values(), *(rule["match"] for kind in ("rule", "before", "after") for rule in data[kind])]
    literals = {match[4] for pattern in every for match in _SYMBOL.finditer(pattern) if match[4]}
    holidays = [name for every in load("holidays.toml")["holiday"].values() for name in every]
    literals |= {word for name in holidays for word in name.replace("'s", " 's").split()}
    known = sorted(word for word in literals.union(*(words(name) for name in classes())) if word not in MARKS)
    codes = {word: chr(_FIRST_CODE + k) for k, word in enumerate(known)}
    sets = {name: "[" + "".join(codes.get(word, "") for word in words(name)) + "]" for name in classes()}
    sets["HOLIDAY"] = "(?:" + "|".join(_spelled(name, codes) for name in sorted(holidays, key=len, reverse=True)) + ")"
    sets |= {name: re.escape(code) for name, code in SHAPES.items()}
    for name, pattern in data["macro"].items():
        sets[name] = f"(?:{_expression(pattern, codes, sets)})"

    def compiled(kind: str, frame: str) -> tuple[Rule, ...]:
        return tuple(
            Rule(
                rule["name"],
                order,
                re.compile(frame % _expression(rule["match"], codes, sets)),
                rule["read"],
                str(rule.get("with", "")),
            )
            for order, rule in enumerate(data[kind])
        )

    return Grammar(
        compiled("rule", "%s"), MappingProxyType(codes), compiled("before", r"(?:%s)\Z"), compiled("after", "%s")
    )


def _spelled(name: str, codes: dict[str, str]) -> str:
    """A holiday's name as codes, the dot of an abbreviation ("St.") or not."""
    return "".join(codes[word] + (r"\.?" if word == "st" else "") for word in name.replace("'s", " 's").split())


def _expression(pattern: str, codes: dict[str, str], sets: dict[str, str]) -> str:
    """The pattern as a regular expression over codes."""
    out, at = [], 0
    for match in _SYMBOL.finditer(pattern):
        if match.start() != at:
            break
        at = match.end()
        group, close, name, word, operator = match.groups()
        if group:
            out.append(f"(?P<{group}>")
        elif close:
            out.append(")")
        elif name:
            if name not in sets:
                raise DataError(
                    "times/rules.toml", None, f"{name!r} in {pattern!r} is unknown", ", ".join(sorted(sets))
                )
            out.append(sets[name])
        elif word:
            out.append(codes[word])
        elif operator:
            out.append("(?:" if operator == "(" else operator)
    if at != len(pattern):
        raise DataError("times/rules.toml", None, f"cannot read {pattern[at:]!r} in {pattern!r}")
    return "".join(out)

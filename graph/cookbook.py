"""The cookbook: questions that journalists and political scientists ask, one SPARQL file each.

A file begins with comments: `# question: …` in plain words, then for each parameter
`# param NAME: what it is (default VALUE)`. A parameter is a variable that the query selects; its value is bound, never
spliced into the text. The default says of what kind it is: a date, a whole or decimal number, else a text; "any" leaves
the variable unbound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from pyoxigraph import Literal

from dateline.graph.errors import DataError, QueryError
from dateline.graph.vocabulary import term

MIN_WORD = 4
"""Shorter words ("by", "one") make no two names alike."""

_QUESTION = re.compile(r"#\s*question:\s*(\S.*)")
_PARAM = re.compile(r"#\s*param\s+(\w+):\s*(\S.*?)\s*\(default\s+(.+)\)")
_KINDS = {
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "integer": re.compile(r"[+-]?\d+"),
    "decimal": re.compile(r"[+-]?\d+\.\d+"),
}


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of a question; `kind` is date, integer, decimal or string, `default` `None` where it may be any."""

    name: str
    description: str
    kind: str
    default: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the cookbook: in plain words, and in SPARQL."""

    name: str
    question: str
    params: tuple[Param, ...]
    text: str


@cache
def questions() -> Mapping[str, Question]:
    """All questions by name, in alphabetical order.

    Raises `DataError` where a file lacks its question.
    """
    folder = files(__package__).joinpath("queries")
    found = sorted((file.name, file.read_text("utf-8")) for file in folder.iterdir() if file.name.endswith(".rq"))
    return MappingProxyType({name[:-3]: read(name[:-3], text) for name, text in found})


def question(name: str) -> Question:
    """The question of that name.

    Raises `QueryError` where there is none.
    """
    if name not in questions():
        near = ", ".join(sorted(_near(name)))
        raise QueryError(
            f"{name!r} is neither SPARQL nor a question of the cookbook; "
            + (f"near it are: {near}" if near else f"there are: {', '.join(questions())}")
        )
    return questions()[name]


def _near(name: str) -> set[str]:
    """Questions whose name is spelt alike, or shares a word."""
    words = {word for word in name.lower().split("-") if len(word) >= MIN_WORD}
    alike = get_close_matches(name.lower(), questions())
    return {*alike, *(other for other in questions() if not words.isdisjoint(other.split("-")))}


def read(name: str, text: str) -> Question:
    """A query with the question and the parameters that its comments tell.

    Raises `DataError` where it has no question, or a comment on a parameter is not as it should be.
    """
    lines = text.splitlines()
    asked = next((match[1].strip() for line in lines if (match := _QUESTION.fullmatch(line.strip()))), None)
    if asked is None:
        raise DataError(f"{name}.rq", 1, "no question", "a first line such as “# question: Who voted?”")
    return Question(name, asked, params(text, name), text)


def params(text: str, name: str = "query") -> tuple[Param, ...]:
    """The parameters that the comments of a query tell.

    Raises `DataError` where such a comment is not as it should be.
    """
    return tuple(_params(name, text.splitlines()))


def bindings(declared: tuple[Param, ...], given: Mapping[str, str]) -> dict[str, Literal]:
    """Values of parameters as terms, defaults filled in.

    Raises `QueryError` where one is given that does not exist, or is not of its kind.
    """
    known = {param.name: param for param in declared}
    for name in given:
        if name not in known:
            raise QueryError(
                f"no parameter {name!r}; " + (f"there are {', '.join(known)}" if known else "there is none")
            )
    values = {name: given.get(name, param.default) for name, param in known.items()}
    return {name: _literal(known[name], value) for name, value in values.items() if value is not None}


def _params(name: str, lines: list[str]) -> Iterator[Param]:
    for number, line in enumerate(lines, 1):
        if not re.match(r"#\s*param\b", line):
            continue
        match = _PARAM.fullmatch(line.strip())
        if not match:
            raise DataError(f"{name}.rq", number, f"unreadable: {line}", "“# param NAME: description (default VALUE)”")
        default = match[3].strip()
        kind = next((kind for kind, form in _KINDS.items() if form.fullmatch(default)), "string")
        yield Param(match[1], match[2], kind, None if default == "any" else default)


def _literal(param: Param, value: str) -> Literal:
    if param.kind == "string":
        return Literal(value)
    try:
        if not _KINDS[param.kind].fullmatch(value) and not (param.kind == "decimal" and value.isdecimal()):
            raise ValueError
        if param.kind == "date":
            date.fromisoformat(value)
    except ValueError:
        example = "YYYY-MM-DD" if param.kind == "date" else f"a {param.kind} number such as {param.default}"
        raise QueryError(f"{param.name} is {value!r}; it must be {example}") from None
    return Literal(value, datatype=term(f"xsd:{param.kind}"))

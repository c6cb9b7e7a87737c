"""What a query may not do: change the store, or reach out of it. Decided on its tokens, before anything is evaluated.

SPARQL engines answer SERVICE and FROM with requests or by reading files, so a query that holds either word outside
strings, IRIs, comments, variables and local names is refused, wherever it stands. The scan errs on the side of
refusing: a word that merely contains one of them, or a prefix called "service", is refused too. Escapes of code points
are expanded as SPARQL 1.1 section 19.2 does; a query must be harmless both before and after.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import accumulate

from dateline.graph.errors import QueryError

MOST = 20_000
"""Characters that a query may have."""
DEEPEST = 40
"""Brackets that may be open at once; parsers overflow their stack or take forever on thousands."""

_UPDATES = {"insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with"}
_FORMS = {"select", "ask", "construct", "describe"}
_TOKEN = re.compile(
    r"""
    (?P<skip>   \#[^\r\n]* | <[^<>"{}|^`\\\x00-\x20]*>
              | \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
              | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*'
              | [?$]\w+ | @[A-Za-z]+(?:-[A-Za-z0-9]+)* | \d+(?:\.\d+)?(?:[eE][+-]?\d+)? )
  | (?P<prefix> \w(?:[\w.-]*[\w-])? )? : (?:[\w:%-]|\\.|\.(?=[\w:%\\-]))*
  | (?P<word>   \w+ )
  | (?P<other>  . )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def check(query: str) -> str:
    """Let a query pass that only reads; "select", "ask", "construct" or "describe", whichever it does.

    Raises `QueryError` where it is an update, names a SERVICE or FROM anywhere, or is longer than `MOST` characters.
    """
    if len(query) > MOST:
        raise QueryError(f"the query has {len(query)} characters; {MOST} are allowed")
    form = None
    for text in (query, _expanded(query)):
        tokens = list(_TOKEN.finditer(text))
        for word in (token["word"] or token["prefix"] or "" for token in tokens):
            for refused in ("service", "from"):
                if refused in word.lower():
                    raise QueryError(
                        f"{refused.upper()} is refused: a query reads this store alone; "
                        "for what one document says use GRAPH, and call no prefix so"
                    )
        form = _form(tokens)
        if form not in _FORMS:
            raise QueryError("only SELECT, ASK, CONSTRUCT and DESCRIBE are allowed; the store changes by build alone")
        steps = ({"{": 1, "(": 1, "[": 1, "}": -1, ")": -1, "]": -1}.get(token["other"] or "", 0) for token in tokens)
        if max(accumulate(steps), default=0) > DEEPEST:
            raise QueryError(f"the query is nested too deeply: {DEEPEST} open brackets are allowed")
    return str(form)


def verb(query: str) -> str | None:
    """Which of select, ask, construct and describe a query that passed is."""
    return _form(_TOKEN.finditer(query))


def with_values(query: str, values: Mapping[str, str]) -> str:
    """The query with terms, as SPARQL writes them, in place of variables, for servers that bind none.

    Where SELECT names columns, and in GROUP BY outside all braces, the variables are left out.
    """
    depth, naming, written = 0, False, []
    for token in _TOKEN.finditer(query):
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        naming = token[0].lower() == "select" or (naming and token[0].lower() not in ("where", "{"))
        name = token[0][1:] if token[0][0] in "?$" else ""
        written.append(token[0] if name not in values else values[name] if depth and not naming else "")
    return "".join(written)


def _form(tokens: Iterable[re.Match[str]]) -> str | None:
    words = (token["word"].lower() for token in tokens if token["word"])
    return next((word for word in words if word in _FORMS | _UPDATES), None)


def _expanded(text: str) -> str:
    def char(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            raise QueryError(f"the query holds an escape that is no character: {match[0]}")
        return chr(code)

    return _ESCAPE.sub(char, text)

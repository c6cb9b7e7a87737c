"""The small language of the rules: regular expressions over words, compiled to regular expressions over codes.

Lower-case words stand for themselves, upper-case names for word classes, shapes of figures or macros; `<name: …>` is a
named group; `( ) | ? * + {m,n} (?= (?! (?<= (?<!` mean what they mean in `re`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.graph.errors import DataError

_TOKEN = re.compile(r"\s+|(<\w+:|\(\?<?[=!]|\{\d,\d\}|[A-Z][A-Z0-9]*|'s|n't|[^\W\d_]+(?:'[^\W\d_]+)?|[()>|?*+])")
_REPEATED = ("?", "*", "+", "{")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression over codes; a text without a code of each set in `needs` has no match."""

    regex: str
    needs: tuple[frozenset[str], ...] = ()


@dataclass(slots=True)
class Language:
    """What the words and names in patterns mean: `codes` of words, `named` classes, shapes and macros."""

    codes: dict[str, str]
    named: dict[str, Pattern] = field(default_factory=dict)

    def name(self, name: str, codes: str) -> None:
        """Let a name stand for any one of some codes."""
        self.named[name] = Pattern("[" + re.escape(codes) + "]", (frozenset(codes),))

    def read(self, text: str) -> Pattern:
        """A pattern read.

        Raises `DataError` where it names what is unknown or breaks off.
        """
        tokens = list(_tokens(text))
        tokens.reverse()
        pattern = self._choice(tokens, text)
        if tokens:
            raise DataError("times/rules.toml", None, f"{tokens[-1]!r} closes nothing in {text!r}")
        return pattern

    def _choice(self, tokens: list[str], text: str) -> Pattern:
        """Alternatives, up to a closing mark, which is left; all of them need what each one needs some of."""
        branches: list[list[Pattern]] = [[]]
        while tokens and tokens[-1] not in (")", ">"):
            if tokens[-1] == "|":
                tokens.pop()
                branches.append([])
            else:
                branches[-1].append(self._part(tokens, text))
        needs = [tuple(need for part in branch for need in part.needs) for branch in branches]
        common = needs[0]
        if len(branches) > 1:
            common = (frozenset[str]().union(*(min(each, key=len) for each in needs)),) if all(needs) else ()
        return Pattern("|".join("".join(part.regex for part in branch) for branch in branches), common)

    def _part(self, tokens: list[str], text: str) -> Pattern:
        """One word, name or group, with how often it may come."""
        token = tokens.pop()
        if token.startswith(("(", "<")):
            inner = self._choice(tokens, text)
            if not tokens:
                raise DataError("times/rules.toml", None, f"{token!r} is not closed in {text!r}")
            tokens.pop()
            opening = f"(?P<{token[1:-1]}>" if token.startswith("<") else "(?:" if token == "(" else token
            part = Pattern(f"{opening}{inner.regex})", () if token.startswith("(?") else inner.needs)
        elif token in self.codes:
            part = Pattern(self.codes[token], (frozenset(self.codes[token]),))
        elif token in self.named:
            part = self.named[token]
        else:
            allowed = ", ".join(sorted(self.named))
            raise DataError("times/rules.toml", None, f"{token!r} in {text!r} is unknown", allowed)
        if tokens and tokens[-1].startswith(_REPEATED):
            often = tokens.pop()
            optional = often in ("?", "*") or often.startswith("{0")
            part = Pattern(part.regex + often, () if optional else part.needs)
        return part


def words(text: str) -> set[str]:
    """The words that a pattern names, its group names and macros left out."""
    return {token for token in _tokens(text) if token[0].islower() or token[0] == "'"}


def _tokens(text: str) -> Iterator[str]:
    at = 0
    for match in _TOKEN.finditer(text):
        if match.start() != at:
            break
        at = match.end()
        if match[1]:
            yield match[1]
    if at != len(text):
        raise DataError("times/rules.toml", None, f"cannot read {text[at:]!r} in {text!r}")

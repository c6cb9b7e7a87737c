"""Where the rules match: all of them at once, over words as codes, with what was seen before remembered."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dateline.extractors.times.rules import Rule, grammar
from dateline.extractors.times.shapes import BREAK, OTHER

Groups = dict[str, tuple[int, int]]
"""Group -> its first and one past its last piece."""
Match = tuple[int, int, Rule, Groups, int]
"""First and one past the last piece, the rule, its groups, and by how much their positions are shifted."""


def groups(match: re.Match[str]) -> Groups:
    """The groups that took part in a match."""
    return {name: match.span(name) for name in match.re.groupindex if match.start(name) >= 0}


def matches(codes: str, at: int) -> list[Match]:
    """All matches of all rules in a window of pieces, whose first is the piece `at` of the text: by place, then length,
    then the rules' order. No rule reaches over two unknown words."""
    found = []
    codes = f"{BREAK}{codes}{BREAK}"
    for run in _runs().finditer(codes):
        start, end = run.span()
        start -= 1
        shift = at + start - 1
        for spans, rule, first, last in _within(codes[start : end + 1]):
            found.append((first + shift, last + shift, rule, spans, shift))
    return found


@cache
def _runs() -> re.Pattern[str]:
    """Words that some rule or the lexicon knows, figures and marks, one of them a key."""
    known, key = f"[^{OTHER}N{BREAK}]", "[" + "".join(sorted(grammar().keys)) + "]"
    return re.compile(f"{known}*?{key}{known}*")


@lru_cache(maxsize=50_000)
def _within(codes: str) -> tuple[tuple[Groups, Rule, int, int], ...]:
    """The matches in one run of known words; the same few runs make up most of what news says of time."""
    present, by_key, candidates = set(codes), grammar().by_key, dict[int, Rule]()
    for code in present:
        for rule, needs in by_key.get(code, ()):
            for need in needs:
                if present.isdisjoint(need):
                    break
            else:
                candidates[rule.order] = rule
    found = [
        (match.start(), -match.end(), order, match, rule)
        for order, rule in candidates.items()
        for match in rule.regex.finditer(codes)
        if match.end() > match.start()
    ]
    found.sort(key=lambda each: each[:3])
    return tuple((groups(match), rule, *match.span()) for _, _, _, match, rule in found)

"""Photo captions in the present tense that carry a full date: "Marchers cross the river in Port Example on January 5,
2020". With an article that speaks of "this morning" such a caption tells the day of writing."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from dateline.extractors.documents.days import Day, days
from dateline.extractors.documents.words import any_of, words

MAX_CAPTION = 600
"""Longer paragraphs are no captions, in code points."""

_QUOTED = re.compile(r"“[^“”]{0,2000}”|\"[^\"\n]{0,2000}\"")
_SENTENCE_END = re.compile(r"(?<![.\s][A-Z])[.!?]\s+[A-Z“\"]")
_PAST = re.compile(r"(?<![\w-])([A-Za-z]+)\s+(?:\w+ly\s+)?([a-z]+ed)(?!\w|\s+by\b)")


def day_of_captions(text: str) -> date | None:
    """The one day that all dated captions of `text` carry, if the article, outside quotes, calls it today."""
    found = {
        each.date
        for line in text.split("\n")
        if len(line) <= MAX_CAPTION
        for each in days(line)
        if is_caption(line, each)
    }
    if len(found) != 1 or not any_of("caption", "same_day").search(_QUOTED.sub(" ", text)):
        return None
    return found.pop()


def is_caption(line: str, day: Day) -> bool:
    """Whether `line` reads as a caption that sets its scene on `day`: the date stands in its first sentence, after a
    verb of sight in the present tense, with no sign of the past or the future before it."""
    before = line[: day.start]
    if not re.search(r"(?:\bon|,)\s+$", before) or _SENTENCE_END.search(before):
        return False
    if any_of("caption", "not_caption").search(line) or any_of("caption", "past").search(before):
        return False
    if any(_is_past(previous, verb) for previous, verb in _PAST.findall(before)):
        return False
    return any(found[1].lower() not in words("caption", "not_before_verb") for found in _verbs().finditer(before))


def _is_past(previous: str, verb: str) -> bool:
    """Whether a word in -ed is a finite verb or a participle after its noun, not an adjective before one."""
    return verb not in words("caption", "not_past") and previous.lower() not in words("caption", "not_before_verb")


@cache
def _verbs() -> re.Pattern[str]:
    verbs = words("caption", "verbs")
    stems = (re.escape(verb[:-1]) + "(?:y|ies)" if verb.endswith("y") else re.escape(verb) for verb in verbs)
    return re.compile(rf"(?<!\w)([\w’'-]+)\s+(?:{'|'.join(stems)})(?:e?s)?(?!\w)")

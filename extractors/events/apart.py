"""What keeps mentions of one class apart that carry no date: the items of a list, and days told by name only.

"Saturday's attack" is not what happened "on Thursday", whatever the dates of both; and the items of a report that
numbers its incidents tell different ones.
"""

from __future__ import annotations

import re

from dateline.extractors.events.profiles import Profile
from dateline.extractors.syntax import Annotation

_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_DAY = re.compile(r"\b(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([A-Z][a-z]{2})|([A-Z][a-z]{2})[a-z.]* (\d{1,2})(?!\d))")


def in_other_items(numbers: tuple[int, ...], p: Profile, q: Profile) -> bool:
    """Whether both are told in items of a list, and none in an item of the other."""
    mine, other = ({numbers[n] for n in x.sentences} for x in (p, q))
    return 0 not in mine | other and not mine & other


def on_other_days(a: Annotation, p: Profile, q: Profile) -> bool:
    """Whether both are told of days by name, of which no date is known, and these are not the same."""
    mine, other = ({_named(a, c.time) for c in x.claims if c.time and not c.begin.earliest} - {None} for x in (p, q))
    return bool(mine and other) and not mine & other and len({type(key) for key in mine | other}) == 1


def _named(a: Annotation, span: tuple[int, int]) -> str | tuple[str, str] | None:
    """A weekday, or a day and its month, that an expression names."""
    text = a.text[span[0] : span[1]]
    if day := _DAY.search(text):
        number, month = (day[1], day[2]) if day[1] else (day[4], day[3])
        return number, month.lower()
    weekday = _WEEKDAY.search(text)
    return weekday[1].lower() if weekday else None

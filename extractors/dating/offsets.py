"""Events counted from another event of their sentence: "two days before the vote on 5 January"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dateline.extractors.dating.attach import Attachment, attachments
from dateline.extractors.dating.bounds import Dating, days_long, quoted
from dateline.extractors.dating.clauses import is_verb, words
from dateline.extractors.dating.sites import Sites
from dateline.extractors.syntax import Annotation, Token
from dateline.graph.model import TimeSpan, Timex

_LINK = re.compile(r"\s+(?:(?:on|in|of)\s+)?")
_SLACK = {"D": 0, "W": 3, "M": 15, "Y": 182}
"""Days by which "two weeks before" may be off, by its unit: half of one."""


def offset(annotation: Annotation, sites: Sites, trigger: Token, here: list[Timex]) -> Dating | None:
    """When the event lies by its distance from a dated one."""
    for timex in here:
        for governor, direction, reference in _phrases(annotation, timex):
            found = _days(annotation, sites, reference, here) if governor.i == trigger.i else None
            if found is not None and (span := _moved(found.timex.span, timex, direction)) is not None:
                word = "before" if direction < 0 else "after"
                reason = f"{timex.text!r} {word} {reference.text!r}, which is dated by {quoted(found.timex)}"
                return Dating(span, span, timex, reason)
    return None


def counted_from(
    annotation: Annotation, sites: Sites, trigger: Token, here: list[Timex], day: date | None
) -> Dating | None:
    """The bound of an event from which the report's own are counted: "a week after the attack, police arrested …" puts
    the attack a week before the arrests, or where they have no date at least a week before the document date."""
    for timex in here:
        for governor, direction, reference in _phrases(annotation, timex):
            length = days_long(timex.value)
            if reference.i != trigger.i or direction < 0 or not length:
                continue
            found = _days(annotation, sites, governor, [t for t in here if t.end <= timex.start])
            if found is not None and (span := _moved(found.timex.span, timex, -1)) is not None:
                reason = f"{timex.text!r} before {governor.text!r}, which is dated by {quoted(found.timex)}"
                return Dating(span, span, timex, reason)
            if day:
                latest = day - timedelta(days=max(length - _slack(timex), 0))
                span = TimeSpan(None, latest)
                return Dating(span, span, None, f"{timex.text!r} before {governor.text!r}: not after {latest}")
    return None


def _phrases(annotation: Annotation, timex: Timex) -> Iterator[tuple[Token, int, Token]]:
    """(what happened, -1 for before or 1 for after, from what it is counted) of a length followed by such a word."""
    indices = annotation.within(timex.start, timex.end)
    if timex.type != "DURATION" or not indices or indices.stop >= len(annotation.tokens):
        return
    mark = annotation.tokens[indices.stop]
    if mark.pos not in ("ADP", "SCONJ", "ADV") and mark.tag != "VBG":
        return
    direction = next((n for n, kind in ((-1, "before"), (1, "after")) if mark.lemma in words(f"roles.{kind}")), None)
    if direction is None:
        return
    head = annotation.head(mark.i)
    if mark.dep == "mark" and is_verb(head):
        yield annotation.head(head.i), direction, head
    else:
        yield from ((head, direction, noun) for noun in annotation.children(mark.i, "pobj", "pcomp"))


def _days(annotation: Annotation, sites: Sites, reference: Token, here: list[Timex]) -> Attachment | None:
    dates = [t for t in here if t.type == "DATE" and t.span.earliest and t.span.latest]
    for timex in dates:
        if _LINK.fullmatch(annotation.text, reference.end, timex.start):  # whatever the parser hangs it on
            return Attachment(timex, "at", 1)
    return next((a for a in attachments(annotation, sites, reference, dates) if a.role == "at"), None)


def _slack(timex: Timex) -> int:
    unit = re.sub(r"[^DWMY]", "", timex.value or "")[-1:]
    return _SLACK.get(unit, 0)


def _moved(span: TimeSpan, timex: Timex, direction: int) -> TimeSpan | None:
    length = days_long(timex.value)
    if length is None or span.earliest is None or span.latest is None:
        return None
    slack, more = timedelta(days=_slack(timex)), timedelta(days=direction * length)
    return replace(span, earliest=span.earliest + more - slack, latest=span.latest + more + slack)

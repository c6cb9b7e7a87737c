"""Give every claim its begin and end, the expression that dates it, and the reason in words."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

from dateline.extractors import times as expressions
from dateline.extractors.dating import bounds
from dateline.extractors.dating.attach import Attachment, attachments, lengths
from dateline.extractors.dating.bounds import Dating
from dateline.extractors.dating.clauses import is_verb, reports, trigger_token
from dateline.extractors.dating.datelines import heads, of_another
from dateline.extractors.dating.entries import entries
from dateline.extractors.dating.narrow import narrowed
from dateline.extractors.dating.offsets import counted_from, offset
from dateline.extractors.dating.quotes import as_said
from dateline.extractors.dating.relations import MEANS, closed, told
from dateline.extractors.dating.sites import Sites, sites
from dateline.extractors.dating.story import Story
from dateline.extractors.dating.tense import has_will, is_earlier, looks_back
from dateline.extractors.syntax import Annotation, Token
from dateline.graph.model import Claim, Modality, Relation, Span, TimeSpan, Timex

_ENDS = ("until", "end")


def date_claims(
    annotation: Annotation, day: date | None, times: tuple[Timex, ...], claims: tuple[Claim, ...]
) -> tuple[tuple[Claim, ...], tuple[Relation, ...]]:
    """The same claims in the same order, dated as well as the text allows, and the relations in time between them.

    `day` is that of the document, or what `day_of_report` finds in its place.

    Relations are before, during and simultaneous, closed under Allen's interval algebra.
    """
    of_report = heads(annotation, times)
    story = Story(annotation, day)
    chronicle = entries(annotation.text, times)
    set_aside, unknown = of_report.union(chronicle.heads), of_another(annotation, times)
    told_of = [replace(t, value=None, edtf=None, span=TimeSpan()) if t in unknown else t for t in times]
    telling = [t for t in told_of if t not in set_aside]
    where = sites(annotation, telling)
    here = _by_sentence(annotation, where, telling, story.day)
    told_times = tuple(t for nearby in here.values() for t in nearby)
    story.begin(told_times, where)
    _note_days(story, told_times, where)
    dated: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda c: c.mentions[0].start):
        trigger = claim.mentions[0]
        token = trigger_token(annotation, trigger.start, trigger.end)
        nearby = here.get(annotation.sentence_index(token.i), []) if token else []
        entry = chronicle.date_of(trigger.start)
        dated[claim.id] = _dated(story, where, nearby, entry, claim, token) if token else claim
    related = told(annotation, tuple(dated.values()))
    dated = {claim.id: claim for claim in narrowed(tuple(dated.values()), related)}
    return reconciled(tuple(dated[claim.id] for claim in claims), related)


def reconciled(
    claims: tuple[Claim, ...], relations: tuple[Relation, ...]
) -> tuple[tuple[Claim, ...], tuple[Relation, ...]]:
    """The claims, and the relations that hold together with their dates and with each other, and what follows from
    them; one that contradicts them is dropped, and the claim's `date_reason` says so."""
    in_time = [relation for relation in relations if relation.type in MEANS]
    found, notes = closed(claims, in_time)
    others = [relation for relation in relations if relation.type not in MEANS]
    return tuple(_noted(claim, notes) for claim in claims), (*found, *others)


def _by_sentence(annotation: Annotation, where: Sites, times: list[Timex], day: date | None) -> dict[int, list[Timex]]:
    """The expressions of each sentence that has some, as the speakers quoted in it mean them."""
    here: dict[int, list[Timex]] = {}
    for timex in times:
        indices = annotation.within(timex.start, timex.end)
        here.setdefault(annotation.sentence_index(indices.start), []).append(timex)
    return {n: as_said(annotation, where, annotation.sentences[n], nearby, day) for n, nearby in here.items()}


def _note_days(story: Story, times: tuple[Timex, ...], where: Sites) -> None:
    """The single days that the text names outside verbs of saying, for what is told as "the next day"."""
    for timex in times:
        span = timex.span
        if timex.type in ("DATE", "TIME") and span.earliest and span.earliest == span.latest:
            at = where.get(timex.start)
            if (at is None or not reports(at.token)) and expressions.chained(timex, span.earliest) is None:
                story.days.append((timex.start, span.earliest))


def _dated(story: Story, where: Sites, here: list[Timex], entry: Timex | None, claim: Claim, token: Token) -> Claim:
    a, modality = story.annotation, claim.modality
    if modality == "possible" and looks_back(a, token):
        modality = "actual"
    found = [_chained(story, each) for each in attachments(a, where, token, here) if not bounds.hour_only(each.timex)]
    dating = offset(a, where, token, here) or _by_expression(story, found, modality, token)
    if dating is None and entry is not None:
        dating = _under(entry, story.day, modality, earlier=is_earlier(a, token))
    elif dating is None:
        dating = counted_from(a, where, token, here, story.day)
    if dating is None or (modality == "planned" and story.is_past(dating) and has_will(a, token)):
        dating = story.undated(modality, token)  # "will leave by December" is not of the December before
    else:
        dating = bounds.told_on(dating, story.day, modality)
    for_long = [each.timex for each in found if each.role == "for" and each.timex.type == "DURATION"]
    dating = bounds.ended(dating, [each for each in found if each.role in _ENDS])
    dating = bounds.lengthened(dating, for_long or lengths(a, token, here), story.day)
    story.note(claim, token, dating)
    bounded = dating.begin.earliest is not None and dating.begin.latest is not None
    named = bounded or story.day is None  # "on Friday" tells its day apart from others, though no date
    span = Span(dating.timex.start, dating.timex.end) if dating.timex and named else None
    return replace(claim, begin=dating.begin, end=dating.end, time=span, date_reason=dating.reason)


def _by_expression(story: Story, found: list[Attachment], modality: Modality, token: Token) -> Dating | None:
    """The dating by the nearest of the expressions that gives days, one of a begin before one of an end; by one that
    gives none if no other does."""
    ends = [each for each in found if each.role in _ENDS]
    near = ends[0].steps + 1 if ends else math.inf
    begins = [each for each in found if each not in ends and each.steps <= near]
    read = [d for each in (*begins, *found) if (d := bounds.at(each, story.day, modality)) is not None]
    if modality == "ongoing" or (modality == "actual" and is_verb(token) and looks_back(story.annotation, token)):
        read = [each for each in read if not story.is_ahead(each)]
    if read:
        return read[0]
    nowhen = [each.timex for each in found if bounds.unread(each.timex)]
    return bounds.blocked(nowhen[0], story.day, modality) if nowhen else None


def _under(entry: Timex, day: date | None, modality: Modality, *, earlier: bool) -> Dating:
    """The dating of what stands in an entry of a chronicle without a date of its own."""
    span, reason = entry.span, f"under {bounds.quoted(entry)}"
    if earlier:
        span = TimeSpan(None, span.latest)
        return Dating(span, span, None, f"told as something earlier {reason}")
    if modality == "ongoing":
        return Dating(span, TimeSpan(day or span.earliest, None), entry, reason)
    if modality != "actual":
        span = TimeSpan(span.earliest, None)
        return Dating(span, span, None, f"not yet done, {reason}")
    return Dating(span, span, entry, reason)


def _chained(story: Story, found: Attachment) -> Attachment:
    """The attachment with an expression such as "the next day" counted from the event told last, or, where that has no
    day of its own, from the interval in which it lies; else from the last day of the story."""
    start = found.timex.start
    at, span = story.last_told(start)
    day = story.last_day(start)
    last = story.last_place(start)
    if (last is None or at > last[0]) and span.earliest and span.latest and span.earliest != span.latest:
        return _from_interval(story, found, span.earliest, span.latest)
    moved = expressions.chained(found.timex, day) if day else None
    return replace(found, timex=moved) if moved else found


def _from_interval(story: Story, found: Attachment, earliest: date, latest: date) -> Attachment:
    first, last = expressions.chained(found.timex, earliest), expressions.chained(found.timex, latest)
    if first is None or last is None or first.span.earliest is None:
        return found
    ends = [d for d in (last.span.latest, story.day) if d is not None]
    span = TimeSpan(first.span.earliest, max(min(ends), first.span.earliest) if ends else None)
    return replace(found, timex=replace(found.timex, value=None, edtf=None, span=span))


def _noted(claim: Claim, notes: dict[str, str]) -> Claim:
    return replace(claim, date_reason=f"{claim.date_reason}; {notes[claim.id]}") if claim.id in notes else claim

"""The time in which a text moves: what an event told without a date may be dated by.

News tells today's doings in the perfect, in the present of headlines and in undated statements; the rest of its story
lies between the last day it named and the document date. A paragraph that goes back ("since October", "in the last days
of 2019") takes what follows in it along. What is marked as earlier, or is mere background, stays open towards the past.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import takewhile

from dateline.extractors.dating.bounds import Dating
from dateline.extractors.dating.clauses import is_definite, is_verb, reports, words
from dateline.extractors.dating.datelines import HEAD
from dateline.extractors.dating.sites import Site, Sites
from dateline.extractors.dating.tense import Tense, is_earlier, tense_of
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists
from dateline.graph.model import Claim, Modality, TimeSpan, Timex

NOWHEN = TimeSpan()
"""Both sides open."""
FRESH = 31
"""Days before the document date within which a dated event belongs to the story that is told."""
RECENT = 1
"""Days before the document date in which news told in the plain past, without any date, is taken to lie."""
BODY = 15
"""Sentences after which a report turns to background, as the inverted pyramid of news has it."""
WEEK = 6
"""Days before the document date within which a day named in the head is that of the story."""


@dataclass(slots=True)
class Story:
    """A text as far as it has been read: the days that its events were given, and where in the text; `past` holds, by
    paragraph, from when it tells what is not of today, `told` the events of the story in the order of the text, `named`
    the dates that event nouns came with when first named, None for one that later got another."""

    annotation: Annotation
    day: date | None
    days: list[tuple[int, date]] = field(default_factory=list)
    past: dict[int, date] = field(default_factory=dict)
    told: list[tuple[int, TimeSpan]] = field(default_factory=list)
    named: dict[str, Dating | None] = field(default_factory=dict)
    frame: TimeSpan = NOWHEN
    main: date | None = None
    only: bool = False
    said: bool = False

    def begin(self, times: tuple[Timex, ...], sites: Sites) -> None:
        """Learn the day of the story: of the days of the last week, the earliest in the first sentence of the head that
        names any, where news puts the event it is about. `only` where the head names no other, `said` where it only
        dates what somebody said. Without a document date, the one day named with its year."""
        if not self.annotation.sentences:
            return
        end = self.annotation.sentences[: HEAD + 1][-1].start if len(self.annotation.sentences) > HEAD else None
        named = [
            t
            for t in times
            if t.type in ("DATE", "TIME") and t.span.earliest and t.span.earliest == t.span.latest
            if (end is None or t.start < end) and (self.day is None or 0 <= (self.day - t.span.earliest).days <= WEEK)
            if not self._leads_up(sites.get(t.start))
        ]
        self.only = len({t.span.earliest for t in named}) == 1
        self.main = self._first(named) if self.day or self.only else None
        of_main = [t for t in times if t.span.earliest == t.span.latest == self.main]
        hang = [sites.get(t.start) for t in of_main]
        self.said = bool(hang) and all(at is not None and reports(at.token) for at in hang)

    def _first(self, named: list[Timex]) -> date | None:
        """The earliest day that the first sentence names which names any."""
        found: dict[int, list[date]] = {}
        for timex in named:
            if timex.span.earliest:
                index = self.annotation.sentence_index(self.annotation.within(timex.start, timex.end).start)
                found.setdefault(index, []).append(timex.span.earliest)
        return min(found[min(found)]) if found else None

    def _leads_up(self, at: Site | None) -> bool:
        """Whether an expression dates what the story came after: "resigned after Monday's vote", "freed girls who were
        seized four days earlier"; but "the strike, which began on Monday" is the story."""
        a = self.annotation
        if at is None:
            return False
        beside = (t for t in (at.token, *a.ancestors(at.token.i)) if t.dep in ("relcl", "acl"))
        if any(t.lemma not in word_lists("syntax.toml")["support.occurrence"] for t in beside):
            return True
        if not at.before:
            return False
        above = takewhile(lambda t: not is_verb(t), a.ancestors(at.token.i))
        return any(t.pos == "ADP" and t.lemma in words("roles.after") | words("roles.since") for t in above)

    def _is_long_past(self, dating: Dating) -> bool:
        """Whether an expression that does not reach up to today dates the event before the week of the report."""
        timex, begin = dating.timex, dating.begin.earliest
        if timex is None or self.day is None or begin is None:
            return False
        over = timex.span.latest is not None and timex.span.latest < self.day
        return over and (self.day - begin).days > WEEK

    def _leads(self, token: Token, dating: Dating) -> bool:
        """Whether the date of an event takes the story back: it stands in a main clause, not in one beside the story
        ("begun two years ago", "who was jailed in 2010"), nor merely before a noun ("the 2003 invasion")."""
        a, timex = self.annotation, dating.timex
        if any(is_verb(t) and t.dep in ("relcl", "acl", "advcl", "amod") for t in (token, *a.ancestors(token.i))):
            return False
        if timex is None or is_verb(token):
            return timex is not None
        return not any(
            a.tokens[i].head == token.i and a.tokens[i].dep != "prep" for i in a.within(timex.start, timex.end)
        )

    def last_day(self, before: int) -> date | None:
        """The last single day named or reached before an offset of the text."""
        found = self.last_place(before)
        return found[1] if found else None

    def last_place(self, before: int) -> tuple[int, date] | None:
        """Where in the text that day is, and the day."""
        at = bisect_left(self.days, (before, date.min))
        return self.days[at - 1] if at else None

    def last_told(self, before: int) -> tuple[int, TimeSpan]:
        """Where in the text the last event of the story before an offset is told, -1 for none, and when it began."""
        return next((each for each in reversed(self.told) if each[0] < before), (-1, NOWHEN))

    def note(self, claim: Claim, token: Token, dating: Dating) -> None:
        """Remember the date of an event of the story, for what is told after it."""
        span = dating.begin
        if not is_verb(token):
            first = self.named.setdefault(token.lemma, dating if dating.timex else None)
            if first is not None and dating.timex and dating.begin != first.begin:
                self.named[token.lemma] = None
        if claim.modality in ("actual", "ongoing") and not reports(token):
            self.told.append((claim.mentions[0].start, span))
            back = claim.modality == "actual" and self._is_long_past(dating)  # "killed since 2004" reaches up to today
            if back and span.earliest and self._leads(token, dating):
                self.past[self._paragraph(token)] = span.earliest
            elif dating.timex is not None and span.earliest and span.earliest == span.latest:
                self.past.pop(self._paragraph(token), None)
        if reports(token) or span.earliest is None or span.latest is None or dating.timex is None:
            return
        if span.earliest == span.latest:
            insort(self.days, (claim.mentions[0].start, span.earliest))
        if (span.latest - span.earliest).days <= FRESH and claim.modality == "actual":
            self.frame = span

    def undated(self, modality: Modality, token: Token) -> Dating:
        """What tense and place in the text say of an event without a date of its own."""
        if self.day is None:
            span, reason = self._without_day(modality, token)
            return Dating(span, span, None, reason)
        day = self.day
        if (of_noun := self._named(token)) is not None:
            return of_noun
        if modality not in ("actual", "ongoing"):
            span = TimeSpan(day, None)
            return Dating(span, span, None, f"not yet done on the document date {day}")
        tense = tense_of(self.annotation, token)
        if is_earlier(self.annotation, token):
            span = TimeSpan(None, day)
            return Dating(span, span, None, f"told without a date as something earlier: not after {day}")
        if modality == "ongoing":
            begin = TimeSpan(self.main if is_verb(token) else None, day)
            return Dating(begin, TimeSpan(day, None), None, f"going on at {day}; when it began is not told")
        begin, reason = self._carried(token, tense) or self._fresh(token, tense)
        return Dating(begin, begin, None, reason)

    def _named(self, token: Token) -> Dating | None:
        """The date of a definite noun that was dated when it was named before: "the 2003 invasion … the invasion", "a
        blast on Monday … investigating the blast"."""
        definite = is_definite(self.annotation, token) and not is_verb(token)
        found = self.named.get(token.lemma) if definite else None
        known = tense_of(self.annotation, token) == "known"
        if found is None or found.timex is None or not (known or self._is_long_past(found)):
            return None
        return Dating(found.begin, found.end, None, f"{token.text!r} was named before, dated by {found.timex.text!r}")

    def _without_day(self, modality: Modality, token: Token) -> tuple[TimeSpan, str]:
        """Bounds in a document without a date, by the one full date of its head."""
        main = self.main
        if main is None:
            return NOWHEN, "no date told, and the document has none"
        if modality not in ("actual", "ongoing"):
            return TimeSpan(main, None), f"not yet done in a report on the events of {main}"
        if is_earlier(self.annotation, token):
            return TimeSpan(None, main), f"told as something earlier in a report on the events of {main}"
        if modality == "actual" and not reports(token) and self._goes_on(token, main):
            return TimeSpan(main, main), f"told without a date in a report on the events of {main}: of that day"
        return NOWHEN, "told without a date, and the document has none"

    def is_past(self, dating: Dating) -> bool:
        """Whether a dating ends before the document date."""
        latest = dating.begin.latest
        return self.day is not None and latest is not None and latest < self.day

    def is_ahead(self, dating: Dating) -> bool:
        """Whether a dating begins after the document date, by words that do not name its year: nothing that has begun
        has it."""
        begin, timex = dating.begin.earliest, dating.timex
        named = timex is not None and re.search(r"\d{4}", timex.text)
        return self.day is not None and begin is not None and begin > self.day and not named

    def _paragraph(self, token: Token) -> int:
        return self.annotation.sentence(token.i).paragraph

    def _carried(self, token: Token, tense: Tense) -> tuple[TimeSpan, str] | None:
        """The bounds of what is told without a date in a paragraph that has gone back in time."""
        since = self.past.get(self._paragraph(token))
        if since is None or reports(token) or tense == "now":
            return None
        return TimeSpan(since, self.day), f"told without a date after what is of {since} or later: up to {self.day}"

    def _said_while_doing(self, token: Token) -> bool:
        """ "opened the bridge, saying": the words go with the deed."""
        above = self.annotation.head(token.i)
        return token.tag == "VBG" and token.dep == "advcl" and is_verb(above) and not reports(above)

    def _goes_on(self, token: Token, main: date) -> bool:
        """Whether the event told last, of the day of the story, stands in the same paragraph or the sentence before."""
        at, span = self.last_told(token.start)
        if at < 0 or not is_verb(token) or span != TimeSpan(main, main):
            return False
        last = self.annotation.within(at, at + 1).start
        near = self.annotation.sentence_index(token.i) - self.annotation.sentence_index(last) <= 1
        return near or self.annotation.sentence(last).paragraph == self._paragraph(token)

    def _is_background(self, token: Token, tense: Tense) -> bool:
        """What the body of a report tells by a noun or in the perfect may be of any time before."""
        return self.annotation.sentence_index(token.i) >= BODY and tense in ("noun", "known", "now")

    def _is_headline(self, token: Token) -> bool:
        """Whether a headline tells it in the present, as the deed of the day of the story and no judgement of one."""
        present = self.annotation.sentence(token.i).headline and token.tag in ("VBZ", "VBP")
        return present and token.lemma not in words("verbs.judging")

    def _fresh(self, token: Token, tense: Tense) -> tuple[TimeSpan, str]:
        day, main = self.day, self.main
        assert day is not None
        index = self.annotation.sentence_index(token.i)
        head = index < HEAD
        of_main = main is not None and (head or self._goes_on(token, main))
        if reports(token) and not (of_main and self._said_while_doing(token)):
            if main and main < day and self.only:
                span = TimeSpan(main, day)
                return span, f"a statement told without a date: between {main}, the day of the story, and {day}"
            return TimeSpan(day, day), f"a statement told without a date in a report of {day}: of that day"
        if self._is_background(token, tense):
            return TimeSpan(None, day), f"told without a date: not after {day}"
        if tense == "known":
            latest = main or day
            if is_definite(self.annotation, token) or is_verb(token):
                return TimeSpan(None, latest), f"spoken of as known on {latest}: not after that day"
            begin = latest - timedelta(days=WEEK)
            return TimeSpan(begin, latest), f"spoken of on {latest} without a date of its own: {begin} to then"
        if main and self.said and tense in ("noun", "past"):
            begin = main - timedelta(days=WEEK if tense == "noun" else RECENT)
            return TimeSpan(begin, main), f"told without a date where something is said on {main}: {begin} to then"
        if main and of_main and (tense != "now" or main == day or self._is_headline(token)):
            return TimeSpan(main, main), f"told without a date in a report on the events of {main}: of that day"
        if main and tense == "now":
            return TimeSpan(main, day), f"told as news without a date: between {main}, the day of the story, and {day}"
        if main:
            begin = main - timedelta(days=WEEK)
            return TimeSpan(begin, day), f"told without a date in the story of {main}: from the week before it to {day}"
        if head and (tense == "now" or self.frame == NOWHEN):
            return TimeSpan(day, day), f"told as news without a date in a report of {day}: of that day"
        since = self.frame.earliest
        if since and since <= day and (day - since).days <= FRESH:
            return TimeSpan(since, day), f"told without a date: between {since}, the last day told of, and {day}"
        if tense == "now":
            return TimeSpan(None, day), f"told without a date in the body of a report of {day}: not after it"
        begin = day - timedelta(days=RECENT if head else WEEK)
        return TimeSpan(begin, day), f"told without a date in a report of {day}: between {begin} and that day"

"""Claims as they are compared across documents: ids made IRIs, words made alike, dates as intervals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.graph.edtf import of_claim
from dateline.graph.model import HAPPENED, MUTUAL, Actor, Claim, Place, Record, TimeSpan
from dateline.graph.naming import Names
from dateline.graph.resolve.identity import is_generic, same_name
from dateline.graph.resolve.offices import MARK, office
from dateline.graph.resolve.places import COARSE
from dateline.graph.resolve.stories import Story, story
from dateline.graph.resolve.wording import capitalised, stem, stems, telling

ROLES = ("agents", "patients", "participants")
WIDEST = 366
"""Days; a claim whose begin is vaguer than this counts as undated."""


@dataclass(frozen=True)
class Told:
    """One claim of one document.

    `edtf` is its date. `local` are, by role, the IRIs of the record's actors; `actors` what they are known as across
    documents: the least IRI of their set, for a common noun the word itself, for a group by name both, and the office
    that a person holds; `heads` the last words of what they are called. `doers` are the names of people who did it,
    `victims` of those to whom it was done, `people` of all who are named. `places` are IRIs of merged places, `towns`
    those narrower than a country, `around` all with what lies around them. `rank` is the word that tells the claim from
    others of its kind ("second", "another", "every"), `new` whether it comes in as not spoken of before. `words` are
    those that report the event, `context` the others that tell something in the sentences that do, by their stems,
    `names` the words of names in them; `story` is what the document is about.
    """

    document: str
    iri: str
    claim: Claim
    edtf: str | None
    issued: date | None
    local: Mapping[str, tuple[str, ...]]
    source: str | None
    actors: Mapping[str, frozenset[str]]
    doers: frozenset[str]
    victims: frozenset[str]
    places: tuple[str, ...]
    towns: tuple[str, ...]
    around: frozenset[str]
    words: frozenset[str]
    context: Mapping[str, str]
    names: frozenset[str]
    heads: Mapping[str, frozenset[str]]
    people: frozenset[str]
    rank: str
    new: bool
    story: Story

    @property
    def begin(self) -> TimeSpan:
        """The days on which it may begin: what is told as news without a date may be of the day before, since one
        paper prints in the evening what another prints next morning."""
        told, issued = self.claim.begin, self.issued
        if not issued or issued == date.min or told != TimeSpan(issued, issued) or not self.claim.dateless:
            return told
        return TimeSpan(issued - timedelta(1), issued)

    @property
    def dated(self) -> bool:
        """Whether the claim begins within so few days that its date can tell it from others."""
        width = days(self.claim.begin)
        return width is not None and width <= WIDEST

    @property
    def several(self) -> bool:
        """Whether it tells of a number of events: "11 attacks"."""
        count = self.claim.figures.count
        return count is not None and (count.min or count.max or 0) > 1

    @property
    def single(self) -> bool:
        """Whether it tells of one event, as far as its words show: no number, and no plural."""
        return not self.several and not any(mention.text.endswith("s") for mention in self.claim.mentions)

    @property
    def family(self) -> str:
        """What must be equal for two claims to be of one event.

        What happened, and what only one source is not sure of, stands apart from what is denied, planned, demanded or
        imagined.
        """
        return "happened" if self.claim.status in (*HAPPENED, "Possible") else self.claim.status

    @property
    def name(self) -> str:
        """The claim in words, for reasons."""
        return f"“{self.claim.label}”"


def told(
    name: Names, place_of: Mapping[str, str], places: Mapping[str, Place], known_as: Mapping[str, str]
) -> Iterator[Told]:
    """The claims of one record; `known_as` gives the least IRI of the set that an actor belongs to."""
    record = name.record
    about = story(name)
    by_id = {actor.id: actor for actor in record.actors}
    for claim in record.events:
        local = {role: tuple(name.actors[id_].value for id_ in getattr(claim, role)) for role in ROLES}
        sides = _sides(claim)
        actors = {
            role: frozenset(alias for id_ in ids for alias in _aliases(name.actors[id_].value, by_id[id_], known_as))
            for role, ids in sides.items()
        }
        here = tuple(dict.fromkeys(place_of[name.places[id_].value] for id_ in claim.places))
        reported = stems(" ".join(mention.text for mention in claim.mentions))
        sentences = [record.document.text[m.sentence.start : m.sentence.end] for m in claim.mentions]
        yield Told(
            document=name.document.value,
            iri=name.claims[claim.id].value,
            claim=claim,
            edtf=of_claim(claim, record.times),
            issued=record.document.date,
            local=local,
            source=name.actors[claim.source].value if claim.source else None,
            actors=actors,
            doers=_people(by_id[id_] for id_ in sides["agents"]),
            victims=_people(by_id[id_] for id_ in sides["patients"]),
            places=here,
            towns=tuple(iri for iri in here if places[iri].kind not in COARSE),
            around=frozenset(here).union(*(places[iri].within for iri in here)),
            words=reported,
            context={word: told for word, told in telling(" ".join(sentences)).items() if word not in reported},
            names=frozenset().union(*map(capitalised, sentences)),
            heads={
                role: frozenset(words[-1] for id_ in ids if (words := same_name(by_id[id_].name).split()))
                for role, ids in sides.items()
            },
            people=_people(by_id[id_] for role in ROLES for id_ in getattr(claim, role)),
            rank=_rank(record, claim),
            new=bool(_NEW.intersection(_before(record, claim)[-1:])),
            story=about,
        )


def _sides(claim: Claim) -> Mapping[str, tuple[str, ...]]:
    """Actors by role, as they are compared: one text's agent of a mutual act may be another's patient."""
    told = {role: getattr(claim, role) for role in ROLES}
    if claim.type not in MUTUAL:
        return told
    return {**dict.fromkeys(ROLES, ()), "participants": tuple(id_ for ids in told.values() for id_ in ids)}


def _people(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(
        name for actor in actors if actor.kind == "Person" and not is_generic(actor) and (name := same_name(actor.name))
    )


def alike(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether some person of the one may be one of the other: all words of one name stand in the other."""
    pairs = [(set(one.split()), set(other.split())) for one in ones for other in others]
    return any(one <= other or other <= one for one, other in pairs)


def spoken_of(people: Iterable[str], told: Told) -> bool:
    """Whether the sentences of a claim name one of these people."""
    return any(stem(name.split()[-1]) in told.context for name in people)


_NEW = frozenset({"a", "an", "another"})
_RANKS = frozenset(
    {"another", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "new", "fresh"}
    | {"further", "separate", "similar", "previous"}
)


def _before(record: Record, claim: Claim) -> list[str]:
    """The two words before the claim's first mention, within its sentence."""
    trigger = claim.mentions[0]
    return re.findall(r"\w+", record.document.text[trigger.sentence.start : trigger.start].casefold())[-2:]


def _rank(record: Record, claim: Claim) -> str:
    repeated = any(time.type == "SET" and claim.time == (time.start, time.end) for time in record.times)
    return "every" if repeated else next((word for word in _before(record, claim) if word in _RANKS), "")


def _aliases(iri: str, actor: Actor, known_as: Mapping[str, str]) -> tuple[str, ...]:
    name, held = same_name(actor.name), office(actor)
    offices = (held,) if held else ()
    if name and is_generic(actor):
        return (name, *offices)
    return (known_as[iri], name) if name and actor.kind == "Group" else (known_as[iri], *offices)


def named(alias: str) -> bool:
    """Whether it is by a name that an actor is known so."""
    return "/" in alias


def known(alias: str) -> bool:
    """Whether what an actor is known as tells it from all others: no common noun."""
    return named(alias) or MARK in alias


def in_common(mine: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """What actors of both are known as; an office only where one side leaves it at that."""
    common = mine & theirs
    both_named = any(map(named, mine)) and any(map(named, theirs))
    return frozenset(alias for alias in common if named(alias) or MARK not in alias or not both_named)


def overlap(one: TimeSpan, other: TimeSpan) -> TimeSpan | None:
    """The days that both spans allow; `None` where there are none."""
    earliest = max((d for d in (one.earliest, other.earliest) if d), default=None)
    latest = min((d for d in (one.latest, other.latest) if d), default=None)
    return None if earliest and latest and earliest > latest else TimeSpan(earliest, latest)


def hull(one: TimeSpan, other: TimeSpan) -> TimeSpan:
    """The days that either span allows."""
    return TimeSpan(
        min(one.earliest, other.earliest) if one.earliest and other.earliest else None,
        max(one.latest, other.latest) if one.latest and other.latest else None,
    )


def days(span: TimeSpan) -> int | None:
    """How many days a span allows; `None` where a side is open."""
    return (span.latest - span.earliest).days + 1 if span.earliest and span.latest else None

"""What Dateline knows, as frozen values; the standard library only.

Two levels. A `Record` is what one document says: its time expressions, actors, places and the claims it makes about
events. A `Timeline` is what all documents say together: actors, places and events merged over documents, each event
resting on its claims. Offsets count Unicode code points in `Document.text`, end exclusive. Unknown is `None` or an
empty tuple, never a guess in disguise.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

DateSource = Literal["given", "metadata", "text"]
Form = Literal["name", "nominal", "pronoun"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Polarity = Literal["positive", "negative"]
Modality = Literal["actual", "ongoing", "planned", "possible", "hypothetical", "demanded"]
RelationType = Literal["before", "after", "includes", "during", "simultaneous", "causes", "part_of"]
Status = Literal["Actual", "Ongoing", "Denied", "Planned", "Possible", "Hypothetical", "Demanded"]

PLACED_BY = "; place by "
"""In a claim's `rule`, what goes before the reason of a place that was inferred."""

HAPPENED: frozenset[Status] = frozenset({"Actual", "Ongoing"})
"""The statuses that are shown as fact; all others are unrealised."""

MUTUAL = frozenset({"Agree", "Consult", "Cooperate"})
"""Classes of acts that all sides do: their agent is whom a text names first, their patient with whom."""


class Span(NamedTuple):
    """Code points `start` (inclusive) to `end` (exclusive) of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The days within which a moment lies; `None` is an open side."""

    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """A number known to lie between `min` and `max`, both included; `None` is an open side ("at least 24")."""

    min: int | None = None
    max: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known about it; `text` is exactly what offsets point into.

    `also` are other ids and addresses under which the same text came in.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    date: date | None = None
    date_source: DateSource | None = None
    boilerplate: tuple[Span, ...] = ()
    encoding: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names an actor or a place."""

    start: int
    end: int
    text: str
    form: Form = "name"


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that report an event, within their sentence."""

    start: int
    end: int
    text: str
    sentence: Span


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression, read after TIMEX3 (ISO 24617-1) and EDTF (ISO 8601-2).

    `span` is the interval of days that the expression can cover; both sides open where nothing anchors it.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str | None = None
    edtf: str | None = None
    span: TimeSpan = TimeSpan()


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts. In a record `id` is local ("a1"); in a timeline it is the IRI, `members` are the IRIs of the
    record's actors that were taken for one, and `reasons` say in words why.

    `kind` is Person, Organization, Group or Country; `country` ISO 3166-1 alpha-3; `sector` a PLOVER-like code (GOV,
    MIL, REB, CVL …). `written` is how the record's text writes the name, where `name` is another that the data knows.
    `could_be` is whom the name fits where nothing tells which of them is meant, each in words, with an id if it has one
    ("Ann Example (Wikidata Q1)"); empty where the identity is settled, or nobody known has the name.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    links: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    members: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    written: str | None = None
    could_be: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere. In a record `id` is local ("p1"), in a timeline the IRI; `within` are the ids of places around it,
    nearest first. `kind` is point, city, region, country, continent or area; `lat`, `lon` in WGS 84 degrees; `members`,
    `written` and `could_be` as for actors."""

    id: str
    name: str
    kind: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    links: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    members: tuple[str, ...] = ()
    written: str | None = None
    could_be: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers that are told of an event."""

    count: Range | None = None
    fatalities: Range | None = None
    injured: Range | None = None
    crowd: Range | None = None
    arrested: Range | None = None
    votes_for: int | None = None
    votes_against: int | None = None
    votes_abstain: int | None = None
    outcome: Literal["passed", "failed"] | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document says of one event, however often it mentions it (`mentions`, in text order).

    `agents`, `patients`, `participants`, `places` and `source` are ids of the record's actors and places. `time` is
    the expression that dates it; `rule` names what found it, `date_reason` says in words how the date was reached.
    """

    id: str
    type: str
    subtype: str | None
    label: str
    mentions: tuple[Trigger, ...]
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    begin: TimeSpan = TimeSpan()
    end: TimeSpan = TimeSpan()
    time: Span | None = None
    polarity: Polarity = "positive"
    modality: Modality = "actual"
    source: str | None = None
    figures: Figures = Figures()
    confidence: float = 0.0
    rule: str = ""
    date_reason: str = ""

    @property
    def dateless(self) -> bool:
        """Whether no words give it a date, so that it has that of the report or story; `date_reason` tells so."""
        return "without a date" in self.date_reason

    @property
    def status(self) -> Status:
        """Polarity and modality in one word, as shown to users."""
        return STATUS[self.modality] if self.polarity == "positive" else "Denied"

    @property
    def place_reason(self) -> str:
        """What places a claim whose own words do not, as `rule` tells ("the setting of the story"); else empty."""
        return self.rule.partition(PLACED_BY)[2].partition("; ")[0]


STATUS: dict[Modality, Status] = {
    "actual": "Actual",
    "ongoing": "Ongoing",
    "planned": "Planned",
    "possible": "Possible",
    "hypothetical": "Hypothetical",
    "demanded": "Demanded",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """`source` stands in `type` to `target`; both are ids of claims (in a record) or events (in a timeline)."""

    type: RelationType
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Record:
    """All that one document says; the extraction record."""

    document: Document
    times: tuple[Timex, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the world as the claims about it tell; all ids are IRIs.

    `claims` are (document IRI, claim) pairs in a stable order, the ids within each claim made IRIs too; `date` is
    EDTF; `reasons` say in words why the claims were taken for one event.
    """

    id: str
    type: str
    subtype: str | None
    label: str
    status: Status
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    begin: TimeSpan = TimeSpan()
    end: TimeSpan = TimeSpan()
    date: str | None = None
    figures: Figures = Figures()
    confidence: float = 0.0
    claims: tuple[tuple[str, Claim], ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def happened(self) -> bool:
        """Whether a source reports it as done or under way."""
        return self.status in HAPPENED


@dataclass(frozen=True, slots=True)
class Timeline:
    """What all documents say together: events in date order (undated last), and who and where they name."""

    documents: tuple[tuple[str, Document], ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()

"""An invented story for the tests of the exports, written by hand; `many` makes large ones by chance.

Nothing here exists: not the Republic of Kestria, not its newspapers, not its people.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from dateline.graph.model import (
    Actor,
    Claim,
    Document,
    Event,
    Figures,
    Mention,
    Place,
    Range,
    Record,
    Relation,
    Span,
    Timeline,
    TimeSpan,
    Trigger,
)

BASE = "https://w3id.org/dateline/id/"

TEXTS = {
    "courier": (
        "Dockers' strike shuts Port Selwyn",
        "Kestria Courier",
        date(2021, 3, 6),
        "https://courier.example/port-strike",
        """Dockers' strike shuts Port Selwyn

PORT SELWYN, March 6, 2021 — Members of the Dock Workers' Union have been on strike at the Selwyn container \
terminal since Monday. On Wednesday some 4,000 people marched through the old town in support of the strikers.

Late on Thursday riot police clashed with pickets at the north gate, leaving 12 people injured. Police arrested \
23 pickets. On Friday the Kestrian Assembly voted 61 to 39 to cut the port tariff. President Ilma Torvane is \
expected to sign the bill next week. The Interior Ministry denied that officers had shot at the pickets.

A crane collapsed at the terminal in October 2019, killing three workers. The Harbour Authority and the union \
signed a safety accord in 2018.
""",
    ),
    "beacon": (
        "Marchers fill Selwyn as port stands still",
        "The Selwyn Beacon",
        date(2021, 3, 5),
        "https://beacon.example/marchers",
        """Marchers fill Selwyn as port stands still

𝐁𝐑𝐄𝐀𝐊𝐈𝐍𝐆: at least 5,500 people marched in Port Selwyn on Wednesday, organisers said. The union accused the \
Harbour Authority of hiring strike-breakers. Fifteen people were hurt when police clashed with pickets on \
Thursday night. The government may deploy soldiers to the harbour, an official said. Marchers demanded that the \
harbour master resign.
""",
    ),
    "wire": (
        "Talks open on Kestrian port dispute",
        "Norden Wire",
        date(2021, 3, 12),
        None,
        """Talks open on Kestrian port dispute

MARROW BAY — Negotiators for the Dock Workers' Union and the Harbour Authority met in Marrow Bay between Monday \
and Wednesday. The Assembly had voted to cut the tariff a week ago.
""",
    ),
}


@dataclass
class _Story:
    documents: dict[str, Document]
    events: list[Event] = field(default_factory=list)

    def claim(self, document: str, sentence: str, trigger: str, **more: Any) -> tuple[str, Claim]:
        text = self.documents[document].text
        start = text.index(sentence)
        at = text.index(trigger, start)
        written = more.pop("written", None)
        if written:
            first = text.index(written, start)
            more["time"] = Span(first, first + len(written))
        span = Span(start, start + len(sentence))
        mention = Trigger(at, at + len(trigger), trigger, span)
        number = sum(len(event.claims) for event in self.events) + 1
        more = {"type": "State", "subtype": None, "label": trigger, "rule": "verb", "confidence": 0.8} | more
        return f"{BASE}doc/{document}", Claim(id=f"{BASE}claim/e{number}", mentions=(mention,), **more)

    def event(
        self, key: str, type_: str, subtype: str | None, label: str, *claims: tuple[str, Claim], **more: Any
    ) -> None:
        first = claims[0][1]
        fixed = [
            (
                iri,
                replace(
                    claim,
                    type=type_,
                    subtype=subtype,
                    label=label if claim.label == claim.mentions[0].text else claim.label,
                ),
            )
            for iri, claim in claims
        ]
        self.events.append(
            Event(
                id=f"{BASE}event/{key}",
                type=type_,
                subtype=subtype,
                label=label,
                status=more.pop("status", first.status),
                begin=first.begin,
                end=first.end,
                figures=more.pop("figures", first.figures),
                confidence=max(claim.confidence for _, claim in claims),
                claims=tuple(fixed),
                **more,
            )
        )


def _day(text: str) -> TimeSpan:
    return TimeSpan(date.fromisoformat(text), date.fromisoformat(text))


def _span(first: str, last: str) -> TimeSpan:
    return TimeSpan(date.fromisoformat(first), date.fromisoformat(last))


def documents() -> dict[str, Document]:
    return {
        key: Document(id=key, text=text, title=title, url=url, publisher=publisher, date=day, date_source="text")
        for key, (title, publisher, day, url, text) in TEXTS.items()
    }


def small() -> Timeline:
    """A port strike: events that happened, are under way, planned, denied, possible, demanded; two are disputed."""
    actor, place = f"{BASE}actor/", f"{BASE}place/"
    union, port, assembly, police = actor + "union", actor + "authority", actor + "assembly", actor + "police"
    pickets, president, ministry = actor + "pickets", actor + "torvane", actor + "ministry"
    government, marchers, master = actor + "government", actor + "marchers", actor + "master"
    selwyn, terminal, bay = place + "selwyn", place + "terminal", place + "marrow-bay"
    s = _Story(documents())

    s.event(
        "accord",
        "Agree",
        "Treaty",
        "Harbour Authority and union sign safety accord",
        s.claim(
            "courier",
            "The Harbour Authority and the union signed a safety accord in 2018.",
            "signed",
            written="2018",
            begin=_span("2018-01-01", "2018-12-31"),
            end=_span("2018-01-01", "2018-12-31"),
            date_reason="“2018” names the year alone",
        ),
        agents=(port, union),
        date="2018",
    )
    s.event(
        "crane",
        "Disaster",
        "Accident",
        "Crane collapses at the terminal, three workers killed",
        s.claim(
            "courier",
            "A crane collapsed at the terminal in October 2019, killing three workers.",
            "collapsed",
            written="October 2019",
            begin=_span("2019-10-01", "2019-10-31"),
            end=_span("2019-10-01", "2019-10-31"),
            figures=Figures(fatalities=Range(3, 3)),
            date_reason="“October 2019” names the month alone",
        ),
        places=(terminal, selwyn),
        date="2019-10",
    )
    s.event(
        "strike",
        "Protest",
        "Strike",
        "Dock Workers' Union strikes at the container terminal",
        s.claim(
            "courier",
            "Members of the Dock Workers' Union have been on strike at the Selwyn container terminal since Monday.",
            "strike",
            written="since Monday",
            modality="ongoing",
            begin=_day("2021-03-01"),
            end=TimeSpan(date(2021, 3, 6), None),
            date_reason="“since Monday” of Saturday 6 March 2021",
            confidence=0.93,
        ),
        agents=(union,),
        patients=(port,),
        places=(terminal, selwyn),
        date="2021-03-01/..",
    )
    s.event(
        "march",
        "Protest",
        "Demonstration",
        "Thousands march through Port Selwyn",
        s.claim(
            "courier",
            "On Wednesday some 4,000 people marched through the old town in support of the strikers.",
            "marched",
            written="On Wednesday",
            begin=_day("2021-03-03"),
            end=_day("2021-03-03"),
            figures=Figures(crowd=Range(4000, 4000)),
            date_reason="“On Wednesday” before Saturday 6 March 2021",
            confidence=0.9,
        ),
        s.claim(
            "beacon",
            "𝐁𝐑𝐄𝐀𝐊𝐈𝐍𝐆: at least 5,500 people marched in Port Selwyn on Wednesday, organisers said.",
            "marched",
            written="on Wednesday",
            begin=_day("2021-03-03"),
            end=_day("2021-03-03"),
            figures=Figures(crowd=Range(5500, None)),
            date_reason="“on Wednesday” before Friday 5 March 2021",
            source=marchers,
            confidence=0.82,
        ),
        agents=(marchers,),
        places=(selwyn,),
        date="2021-03-03",
        figures=Figures(crowd=Range(4000, 5500)),
        reasons=("same type, same day and same place in two documents",),
    )
    s.event(
        "clash",
        "Attack",
        "ArmedClash",
        "Riot police clash with pickets at the north gate",
        s.claim(
            "courier",
            "Late on Thursday riot police clashed with pickets at the north gate, leaving 12 people injured.",
            "clashed",
            written="Late on Thursday",
            begin=_day("2021-03-04"),
            end=_day("2021-03-04"),
            figures=Figures(injured=Range(12, 12)),
            date_reason="“Thursday” before Saturday 6 March 2021",
            confidence=0.91,
        ),
        s.claim(
            "beacon",
            "Fifteen people were hurt when police clashed with pickets on Thursday night.",
            "clashed",
            written="on Thursday night",
            begin=_day("2021-03-04"),
            end=_day("2021-03-04"),
            figures=Figures(injured=Range(15, 15)),
            date_reason="“Thursday” before Friday 5 March 2021",
        ),
        agents=(police,),
        patients=(pickets,),
        places=(terminal, selwyn),
        date="2021-03-04",
        figures=Figures(injured=Range(12, 15)),
        reasons=("same type, day and parties in two documents",),
    )
    s.event(
        "arrest",
        "Coerce",
        "Arrest",
        "Police arrest 23 pickets",
        s.claim(
            "courier",
            "Police arrested 23 pickets.",
            "arrested",
            begin=_span("2021-03-04", "2021-03-05"),
            end=_span("2021-03-04", "2021-03-05"),
            figures=Figures(arrested=Range(23, 23)),
            date_reason="told after the clash of Thursday and before the vote of Friday",
        ),
        agents=(police,),
        patients=(pickets,),
        places=(selwyn,),
        date="[2021-03-04..2021-03-05]",
    )
    s.event(
        "denied",
        "Attack",
        "Shooting",
        "Officers shoot at the pickets",
        s.claim(
            "courier",
            "The Interior Ministry denied that officers had shot at the pickets.",
            "shot",
            polarity="negative",
            source=ministry,
            confidence=0.77,
        ),
        agents=(police,),
        patients=(pickets,),
        status="Denied",
    )
    s.event(
        "vote",
        "Vote",
        "LegislativeVote",
        "Kestrian Assembly votes to cut the port tariff",
        s.claim(
            "courier",
            "On Friday the Kestrian Assembly voted 61 to 39 to cut the port tariff.",
            "voted",
            written="On Friday",
            begin=_day("2021-03-05"),
            end=_day("2021-03-05"),
            figures=Figures(votes_for=61, votes_against=39, outcome="passed"),
            date_reason="“On Friday” before Saturday 6 March 2021",
            confidence=0.95,
        ),
        s.claim(
            "wire",
            "The Assembly had voted to cut the tariff a week ago.",
            "voted",
            written="a week ago",
            begin=_day("2021-03-05"),
            end=_day("2021-03-05"),
            date_reason="seven days before 12 March 2021",
        ),
        agents=(assembly,),
        places=(bay,),
        date="2021-03-05",
        figures=Figures(votes_for=61, votes_against=39, outcome="passed"),
        reasons=("same body and motion",),
    )
    s.event(
        "talks",
        "Consult",
        "Talks",
        "Union and Harbour Authority hold talks in Marrow Bay",
        s.claim(
            "wire",
            "Negotiators for the Dock Workers' Union and the Harbour Authority met in Marrow Bay "
            "between Monday and Wednesday.",
            "met",
            written="between Monday and Wednesday",
            begin=_span("2021-03-08", "2021-03-10"),
            end=_span("2021-03-08", "2021-03-10"),
            date_reason="“between Monday and Wednesday” before Friday 12 March 2021",
        ),
        agents=(union, port),
        places=(bay,),
        date="[2021-03-08..2021-03-10]",
    )
    s.event(
        "signing",
        "Legislate",
        "Law",
        "President Torvane signs the tariff bill",
        s.claim(
            "courier",
            "President Ilma Torvane is expected to sign the bill next week.",
            "sign",
            written="next week",
            modality="planned",
            begin=_span("2021-03-08", "2021-03-14"),
            end=_span("2021-03-08", "2021-03-14"),
            date_reason="the calendar week after 6 March 2021",
        ),
        agents=(president,),
        patients=(assembly,),
        status="Planned",
        date="[2021-03-08..2021-03-14]",
    )
    s.event(
        "accuse",
        "Accuse",
        None,
        "Union accuses Harbour Authority of hiring strike-breakers",
        s.claim("beacon", "The union accused the Harbour Authority of hiring strike-breakers.", "accused"),
        agents=(union,),
        patients=(port,),
    )
    s.event(
        "soldiers",
        "Mobilize",
        "Deployment",
        "Government deploys soldiers to the harbour",
        s.claim(
            "beacon",
            "The government may deploy soldiers to the harbour, an official said.",
            "deploy",
            modality="possible",
        ),
        agents=(government,),
        places=(terminal,),
        status="Possible",
    )
    s.event(
        "resign",
        "Lead",
        "Resignation",
        "Harbour master resigns",
        s.claim(
            "beacon",
            "Marchers demanded that the harbour master resign.",
            "resign",
            modality="demanded",
            source=marchers,
        ),
        agents=(master,),
        status="Demanded",
    )

    return Timeline(
        documents=tuple((f"{BASE}doc/{key}", document) for key, document in s.documents.items()),
        actors=(
            Actor(assembly, "Kestrian Assembly", "Organization", "KES", "LEG", aliases=("the Assembly",)),
            Actor(government, "Government of Kestria", "Organization", "KES", "GOV"),
            Actor(port, "Harbour Authority", "Organization", "KES", "GOV", aliases=("هيئة الميناء",)),
            Actor(master, "harbour master", "Person"),
            Actor(president, "Ilma Torvane", "Person", "KES", "GOV", links=("https://people.example/torvane",)),
            Actor(ministry, "Interior Ministry", "Organization", "KES", "GOV"),
            Actor(marchers, "marchers", "Group", sector="CVL"),
            Actor(pickets, "pickets", "Group", sector="CVL"),
            Actor(police, "riot police", "Group", "KES", "COP", aliases=("Police",)),
            Actor(union, "Dock Workers' Union", "Organization", "KES", "LAB", aliases=("the union",)),
        ),
        places=(
            Place(selwyn, "Port Selwyn", "city", "KES", 48.21, -4.52),
            Place(terminal, "Selwyn container terminal", "point", "KES", 48.23, -4.55, within=(selwyn,)),
            Place(bay, "Marrow Bay", "city", "KES", 47.9, -3.1),
        ),
        events=tuple(sorted(s.events, key=lambda event: event.begin.earliest or date.max)),
        relations=(
            Relation("before", f"{BASE}event/march", f"{BASE}event/clash"),
            Relation("causes", f"{BASE}event/strike", f"{BASE}event/talks"),
        ),
    )


def records() -> tuple[Record, ...]:
    """One extraction record: a vote, told by the first document, under local ids."""
    document = documents()["courier"]
    sentence = "On Friday the Kestrian Assembly voted 61 to 39 to cut the port tariff."
    start = document.text.index(sentence)
    at = document.text.index("voted", start)
    name = document.text.index("Kestrian Assembly", start)
    claim = Claim(
        "e1",
        "Vote",
        "LegislativeVote",
        "Kestrian Assembly votes to cut the port tariff",
        (Trigger(at, at + 5, "voted", Span(start, start + len(sentence))),),
        agents=("a1",),
        begin=_day("2021-03-05"),
        end=_day("2021-03-05"),
        time=Span(start, start + 9),
        figures=Figures(votes_for=61, votes_against=39, outcome="passed"),
        confidence=0.95,
        rule="verb",
        date_reason="“On Friday” before Saturday 6 March 2021",
    )
    actor = Actor("a1", "Kestrian Assembly", "Organization", mentions=(Mention(name, name + 17, "Kestrian Assembly"),))
    return (Record(document, actors=(actor,), events=(claim,)),)

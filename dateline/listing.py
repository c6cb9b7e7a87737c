"""Tables for the terminal: what exists, and the events of a story, as columns and rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from dateline.filters import key
from dateline.graph.model import Event
from dateline.story import Analysis, Story

if TYPE_CHECKING:
    from dateline.graph.diff import Change
    from dateline.graph.storyline import Chapter

Cell = str | int | float | None


class Listing(NamedTuple):
    """Names of columns, and rows of as many cells."""

    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


def events(story: Story, shown: Iterable[Event]) -> Listing:
    """Events with their place by name, how many documents tell of them, and the key that names them."""
    places = {place.id: place.name for place in story.outline.places}
    return Listing(
        ("date", "event", "type", "place", "status", "sources", "key"),
        [
            (
                event.date,
                event.label,
                event.subtype or event.type,
                next((places[iri] for iri in event.places), None),
                event.status,
                len({iri for iri, _ in event.claims}),
                key(event),
            )
            for event in shown
        ],
    )


def storyline(story: Story, chapters: Iterable[Chapter]) -> Listing:
    """The events of one story, each with what ties it to those before."""
    chapters = list(chapters)
    columns, rows = events(story, (each.event for each in chapters))
    tied = [("; ".join(each.tied_by) or None,) for each in chapters]
    return Listing((*columns, "tied by"), [(*row, *why) for row, why in zip(rows, tied, strict=True)])


def changes(found: Iterable[Change]) -> Listing:
    """What changed between two states of a graph."""
    rows: list[tuple[Cell, ...]] = []
    for each in found:
        shown = each.new or each.old
        labels = " | ".join(event.label for event in (each.old if each.kind == "merged" else shown))
        keys = " | ".join(key(event) for event in shown)
        rows.append((each.kind, shown[0].date, labels, "; ".join(each.details) or None, keys))
    return Listing(("change", "date", "event", "details", "key"), rows)


def types() -> Listing:
    """Classes of events, each before its subtypes."""
    from dateline.graph.vocabulary import event_types

    found = event_types().values()
    return Listing(("type", "class", "definition"), [(each.name, each.parent, each.definition) for each in found])


def formats() -> Listing:
    """What `export` can write."""
    from dateline import plugins
    from dateline.exports import FORMATS

    plugins.load()
    rows = [
        (f".{suffix}", shape, writer) for name, writer in FORMATS.items() for shape, _, suffix in [name.partition(".")]
    ]
    return Listing(("suffix", "shape", "writer"), [*sorted(rows, key=lambda row: (row[1], row[0]))])


def readers() -> Listing:
    """What `build` and `extract` can read."""
    from dateline import plugins
    from dateline.extractors.documents import READERS

    plugins.load()
    return Listing(("suffix", "reader"), sorted(READERS.items()))


def queries() -> Listing:
    """The cookbook of questions, each with its parameters."""
    from dateline.graph.cookbook import questions

    rows = [(each.name, each.question, " ".join(param.name for param in each.params)) for each in questions().values()]
    return Listing(("query", "question", "parameters"), [*rows])


def documents(story: Story) -> Listing:
    """What a story was made from."""
    rows = [(d.id, d.date.isoformat() if d.date else None, d.title, d.url) for _, d in story.outline.documents]
    return Listing(("document", "date", "title", "url"), [*sorted(rows)])


def actors(story: Story) -> Listing:
    """Who a story names, with in how many events that happened they take part; those in most first."""
    counts = Counter(
        iri
        for event in story.outline.events
        if event.happened
        for iri in {*event.agents, *event.patients, *event.participants}
    )
    names = _apart({each.id: each.name for each in story.outline.actors}, story.outline.events)
    rows = [(names[each.id], each.kind, each.country, each.sector, counts[each.id]) for each in story.outline.actors]
    rows.sort(key=lambda row: (-row[4], row[0]))
    return Listing(("actor", "kind", "country", "sector", "events"), [*rows])


def places(story: Story) -> Listing:
    """Where a story's events were, with how many happened there; those with most first."""
    counts = Counter(iri for event in story.outline.events if event.happened for iri in event.places[:1])
    rows = [(each.name, each.kind, each.country, each.lat, each.lon, counts[each.id]) for each in story.outline.places]
    rows.sort(key=lambda row: (-row[5], row[0]))
    return Listing(("place", "kind", "country", "lat", "lon", "events"), [*rows])


def ranks(story: Story, analysis: Analysis, communities: bool) -> Listing:
    """Actors with their score, and for `communities` the number of the group in which each acts together."""
    happened = [event for event in story.outline.events if event.happened]
    names = _apart({each.id: each.label for each in analysis.ranks}, happened)
    if not communities:
        return Listing(("actor", "score"), [(names[each.id], each.score) for each in analysis.ranks])
    group = {each.id: number for number, members in enumerate(analysis.communities, 1) for each in members}
    rows = [(names[each.id], each.score, group.get(each.id)) for each in analysis.ranks]
    return Listing(("actor", "score", "community"), [*rows])


def dyads(story: Story) -> Listing:
    """Who acts towards whom, month by month, the pairs of a month that do so most first."""
    from dateline.graph.results import plain_table

    columns, rows = plain_table(story.query("dyads-by-month"))
    kept = [columns.index(name) for name in ("month", "agent", "patient", "kind", "events")]
    rows.sort(key=lambda row: (row[kept[0]], -int(row[kept[4]])))
    return Listing(("month", "who", "to whom", "kind", "events"), [tuple(row[n] for n in kept) for row in rows])


def _apart(names: Mapping[str, str], events: Iterable[Event]) -> dict[str, str]:
    """IRI -> name; those of one name (two groups of "protesters") with the first event that each is in, else the end
    of the IRI."""
    times = Counter(names.values())
    first: dict[str, str] = {}
    for event in events:
        for iri in (*event.agents, *event.patients, *event.participants):
            first.setdefault(iri, f"{event.label}, {event.date}" if event.date else event.label)
    told = {iri for iri, name in names.items() if times[name] > 1 and iri in first}
    longer = {iri: f"{name} ({first[iri]})" if iri in told else name for iri, name in names.items()}
    still = Counter(longer.values())
    return {iri: name if still[name] == 1 else f"{name} ({iri.rpartition('/')[2]})" for iri, name in longer.items()}


def terms() -> Listing:
    """The classes and properties of the ontology, with their like in other vocabularies."""
    from dateline.graph import glossary

    rows = [(each.name, each.kind, each.meaning, " ".join(each.like)) for each in glossary.terms()]
    return Listing(("term", "kind", "meaning", "like"), [*rows])


LISTS: dict[str, Callable[[], Listing]] = {
    "types": types,
    "terms": terms,
    "queries": queries,
    "formats": formats,
    "readers": readers,
}
"""What can be listed without a graph."""

STORY_LISTS: dict[str, Callable[[Story], Listing]] = {"documents": documents, "actors": actors, "places": places}
"""What can be listed of a graph."""

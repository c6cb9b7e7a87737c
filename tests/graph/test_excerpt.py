"""The merged layer read back: what it tells by itself, and events with what documents say of them."""

from __future__ import annotations

from dataclasses import replace

from dateline.graph.excerpt import excerpt, outline
from dateline.graph.model import Claim, Document, Event, Timeline
from dateline.graph.store.interface import Store


def bare(timeline: Timeline) -> Timeline:
    """What of a timeline the merged layer tells by itself."""

    def event(of: Event) -> Event:
        roles = {
            name: tuple(sorted(getattr(of, name))) for name in ("agents", "patients", "participants", "instruments")
        }
        claims = sorted((document, each.id) for document, each in of.claims)
        return replace(
            of, **roles, claims=tuple((document, Claim(id_, of.type, of.subtype, "", ())) for document, id_ in claims)
        )

    return replace(
        timeline,
        documents=tuple((iri, bare_document(document)) for iri, document in timeline.documents),
        actors=tuple(replace(each, reasons=()) for each in timeline.actors),
        places=tuple(replace(each, within=tuple(sorted(each.within))) for each in timeline.places),
        events=tuple(map(event, timeline.events)),
    )


def bare_document(document: Document) -> Document:
    return replace(document, text="", date_source=None, boilerplate=(), encoding=None)


def test_the_merged_layer_comes_back_as_far_as_it_tells(filled: Store, timeline: Timeline) -> None:
    assert len(timeline.events) > 3 and timeline.relations
    assert outline(filled) == bare(timeline)


def test_events_come_back_with_all_that_documents_say_of_them(filled: Store, timeline: Timeline) -> None:
    whole = outline(filled)
    for event, told in zip(whole.events, timeline.events, strict=True):
        found = excerpt(filled, whole, [event])
        telling = {iri for iri, _ in told.claims}
        assert found.events == (told,)
        assert found.documents == tuple(each for each in timeline.documents if each[0] in telling)

"""One document in, its extraction record out: the steps in their order."""

from __future__ import annotations

from dateline.extractors import actors, dating, events, places, times
from dateline.extractors.annotate import Annotator
from dateline.extractors.mending import mend
from dateline.graph.model import Document, Record


def extract(document: Document, annotate: Annotator) -> Record:
    """All that `document` says, as a record; the same input gives the same record, on any day and machine."""
    annotation = mend(annotate(document))
    found_times = times.find(annotation, document.date)
    day = document.date or dating.day_of_report(annotation, found_times)
    if day != document.date:  # the text's own day makes its weekdays days
        found_times = times.find(annotation, day)
    found_places = places.find(annotation)
    found_actors = actors.find(annotation, found_places, day)
    scene = events.scene(annotation, found_actors, found_places, found_times)
    claims = events.drafts(scene)
    claims, relations = dating.date_claims(annotation, day, found_times, claims)
    claims = events.foreseen(document, annotation, claims)
    claims, relations = events.merge(scene, claims, relations)
    claims, relations = dating.reconciled(claims, relations)
    scene, claims = events.settle(document, scene, claims)
    return events.assemble(document, found_times, scene, claims, relations)

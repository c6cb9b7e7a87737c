"""Whether a store holds what it should: words at their offsets, the merged layer as a fresh merge makes it, the shapes.

The shapes are checked by pySHACL, which the extra `check` installs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files

from pyoxigraph import DefaultGraph, RdfFormat, serialize

from dateline.graph.corrections import Correction
from dateline.graph.errors import CheckFailed, UsageError
from dateline.graph.model import Actor, Place, Record
from dateline.graph.naming import document_iri
from dateline.graph.rdf import timeline_quads
from dateline.graph.resolve import resolve
from dateline.graph.store.interface import Store

SHOWN = 20
"""Faults that an error lists."""


def check(store: Store, shapes: bool = True, corrections: Sequence[Correction] = ()) -> None:
    """Let a store pass that is whole, its merged layer corrected by `corrections`; `shapes` also checks it against the
    SHACL shapes.

    Raises `CheckFailed` with the first faults where it is not, `UsageError` where pySHACL is wanted and not installed.
    """
    found = list(faults(store, corrections))
    if shapes:
        found.extend(shape_faults(store))
    if found:
        more = f"\n… and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        raise CheckFailed(f"the store has {len(found)} faults; build it anew:\n" + "\n".join(found[:SHOWN]) + more)


def faults(store: Store, corrections: Sequence[Correction] = ()) -> Iterator[str]:
    """What is wrong with the words and offsets of each document, and with the merged layer, in words."""
    documents = store.documents()
    for iri, id_ in documents.items():
        if not iri.startswith(store.base):
            yield f"{id_}: its IRI {iri} does not begin with {store.base}"
    records = list(store.records())
    for record in records:
        if document_iri(record.document.text, store.base).value not in documents:
            yield f"{record.document.id}: its text is not the one its IRI was made from"
        yield from _misquoted(record)
    fresh = set(timeline_quads(resolve(records, store.base, corrections)))
    held = {quad for quad in store.quads() if quad.graph_name == DefaultGraph()}
    if fresh != held:
        yield f"the merged layer is out of date: {len(fresh - held)} triples are missing, {len(held - fresh)} too many"


def _misquoted(record: Record) -> Iterator[str]:
    """Words that are not the document's at their offsets."""
    said = [("a time expression", time.start, time.end, time.text) for time in record.times]
    things: list[Actor | Place] = [*record.actors, *record.places]
    for thing in things:
        said += [(f"a mention of {thing.name}", m.start, m.end, m.text) for m in thing.mentions]
    for claim in record.events:
        said += [(f"the trigger of {claim.id}", m.start, m.end, m.text) for m in claim.mentions]
    for what, start, end, text in said:
        if record.document.text[start:end] != text:
            yield f"{record.document.id}: {what} is {text!r}, but the text at {start}-{end} says otherwise"


def shape_faults(store: Store) -> Iterator[str]:
    """What breaks the SHACL shapes, in words.

    Raises `UsageError` where pySHACL is not installed.
    """
    try:
        from pyshacl import validate
    except ImportError as error:
        raise UsageError("shapes are checked by pySHACL; `pip install 'dateline[check]'`") from error
    from rdflib import RDF, SH, Graph

    folder = files(__package__)
    quads = (quad.triple for quad in store.quads())
    data = Graph().parse(data=serialize(quads, format=RdfFormat.N_TRIPLES) or b"", format="nt")
    ontology = Graph().parse(data=folder.joinpath("ontology.ttl").read_text("utf-8"), format="turtle")
    shapes = Graph().parse(data=folder.joinpath("shapes.ttl").read_text("utf-8"), format="turtle")
    _, report, _ = validate(data, shacl_graph=shapes, ont_graph=ontology, advanced=True, inference="none")
    results: Iterable[object] = report.subjects(RDF.type, SH.ValidationResult)
    yield from sorted(
        f"{report.value(result, SH.focusNode)}: {report.value(result, SH.resultMessage)} "
        f"({report.value(result, SH.resultPath)} {report.value(result, SH.value)})"
        for result in results
    )

"""The merged layer kept up to date at the cost of what changed and what that touches, not of all documents.

`resolve` puts all documents together; `renew` does what that would do anew, without reading the others. It looks up
whom, where and what the changed documents may share with others (`index`), puts together anew whatever that touches by
the rules of `resolve` (`delta`), and leaves the rest: claims are joined within sets that hang together by pairs that
have the points, actors and places within sets that hang together by names and links, so that what lies outside of
these stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from dateline.graph.model import Actor, Record, Timeline
from dateline.graph.naming import Names
from dateline.graph.rdf import read_document
from dateline.graph.renewal.delta import delta
from dateline.graph.renewal.index import Index, opened
from dateline.graph.renewal.near import told_by
from dateline.graph.renewal.shares import Fact, facts
from dateline.graph.resolve.actors import same_part
from dateline.graph.resolve.claims import ROLES
from dateline.graph.store.interface import Store
from dateline.graph.store.oxigraph import OxigraphStore

__all__ = ["Index", "keep", "opened", "renew", "told_by"]

MOST = 0.2
"""What part of all documents may have changed for `renew` to be of use."""


def renew(store: OxigraphStore, index: Index, most: float = MOST) -> bool:
    """Make the default graph what `resolve` would make of all records held; whether that could be done.

    It could not where `index` is of another state than the default graph, where corrections are to be followed, and
    where more than the part `most` of all documents has changed: `resolve`, `Store.put_timeline` and `keep` serve then.
    """
    if store.corrections or store.corrected or index.stamp is None or index.stamp != store.merged_from:
        return False
    now, before = store.hashes(), index.documents()
    documents = now.keys() | before.keys()
    changed = sorted(iri for iri in documents if now.get(iri) != before.get(iri))
    if len(changed) > most * len(documents):
        return False
    told = {iri: _read(store, iri) if iri in now else None for iri in changed}
    found = delta(store, index, told, now)
    store.amend(found.gone, found.come)
    index.commit(store.merged_from)
    return True


def keep(store: Store, index: Index, records: Iterable[Record], timeline: Timeline) -> None:
    """Take up in `index` all records that the store holds, and the timeline that they were just put together to."""
    now, before = store.hashes(), index.documents()
    for iri in before:
        if now.get(iri) != before[iri]:
            index.drop(iri)
    parts: dict[str, dict[str, list[str]]] = {}
    known: dict[str, Fact] = {}
    for record in records:
        names = Names(record, store.base)
        if now[names.document.value] != before.get(names.document.value):
            index.put(names, now[names.document.value])
        known |= facts(names)
        for claim in record.events:
            roles = {role: [names.actors[id_].value for id_ in getattr(claim, role)] for role in ROLES}
            parts[names.claims[claim.id].value] = roles
    local = {iri: fact.like for iri, fact in known.items() if isinstance(fact.like, Actor)}
    index.untie()
    for event in timeline.events:
        claims = [claim.id for _, claim in event.claims]
        for one, other in same_part([parts[claim] for claim in claims], local):
            if known[one].id != known[other].id or not known[one].names:
                index.tie([(min(claims), one, other)])
    index.commit(store.merged_from)


def _read(store: Store, document: str) -> Names:
    return Names(read_document(store.match(graph=NamedNode(document))), store.base)

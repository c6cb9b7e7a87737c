"""Namespaces, the list of event types as `ontology.ttl` tells it, and the minting of IRIs.

Terms are pyoxigraph's: `NamedNode` refuses a malformed IRI when it is made, so none can reach a file or a store.
Keys are made from content alone (a hash, or a slug and a hash): no counter, no clock, no blank node.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal as OneOf
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from dateline.graph.errors import DataError, UsageError

BASE = "https://w3id.org/dateline/id/"
"""Where data IRIs live unless the user names another base."""

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dl": "https://w3id.org/dateline/ns#",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        "prov": "http://www.w3.org/ns/prov#",
        "dcterms": "http://purl.org/dc/terms/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "time": "http://www.w3.org/2006/time#",
        "schema": "https://schema.org/",
        "wgs": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "geo": "http://www.opengis.net/ont/geosparql#",
        "edtf": "http://id.loc.gov/datatypes/edtf/",
    }
)
"""Every prefix that our Turtle and queries use."""

Kind = OneOf["doc", "claim", "event", "actor", "place", "time"]

ACTOR_KINDS = frozenset({"Person", "Organization", "Group", "Country"})
"""Classes of actors, each a class of the ontology."""

MATCHES = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
"""The SKOS relations by which an event type is mapped to other code-books."""


@dataclass(frozen=True, slots=True)
class EventType:
    """A class of events, or a subtype whose `parent` is its class.

    `mappings` are (SKOS relation, IRI) pairs, as in `("closeMatch", "https://w3id.org/dateline/scheme/plover#PROTEST")`.
    """

    name: str
    parent: str | None
    label: str
    definition: str
    mappings: tuple[tuple[str, str], ...]


@cache
def term(curie: str) -> NamedNode:
    """The term of a prefixed name, as in `term("dl:Claim")`."""
    prefix, _, local = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def local_name(node: NamedNode) -> str:
    """What follows the namespace in a term's IRI."""
    return re.split(r"[#/]", node.value)[-1]


@cache
def event_types() -> Mapping[str, EventType]:
    """All event types by name: classes in the order of the ontology, each followed by its subtypes.

    Raises `DataError` where `ontology.ttl` does not parse or a type lacks its label or definition.
    """
    told = described()
    above = {s: o for s, pairs in told.items() for p, o in pairs if p == term("rdfs:subClassOf")}
    ours = {s for s in above if s.value.startswith(PREFIXES["dl"])}
    classes = [s for s in above if s in ours and above[s] == term("sem:Event")]
    types: dict[str, EventType] = {}
    for node in classes:
        types[local_name(node)] = _event_type(node, None, told[node])
        for below in (s for s in above if s in ours and above[s] == node):
            types[local_name(below)] = _event_type(below, local_name(node), told[below])
    return MappingProxyType(types)


@cache
def described() -> Mapping[NamedNode, list[tuple[NamedNode, NamedNode | Literal]]]:
    """What `ontology.ttl` says of each thing, in its order. Raises `DataError` where it does not parse."""
    found: dict[NamedNode, list[tuple[NamedNode, NamedNode | Literal]]] = {}
    try:
        for quad in parse(files(__package__).joinpath("ontology.ttl").read_bytes(), RdfFormat.TURTLE):
            found.setdefault(quad.subject, []).append((quad.predicate, quad.object))
    except SyntaxError as error:
        raise DataError("ontology.ttl", error.lineno, str(error.msg), "Turtle 1.1") from error
    return MappingProxyType(found)


def _event_type(node: NamedNode, parent: str | None, pairs: list[tuple[NamedNode, NamedNode | Literal]]) -> EventType:
    label, definition = (
        next((o.value for p, o in pairs if p == term(name)), "") for name in ("rdfs:label", "skos:definition")
    )
    if not label or not definition:
        raise DataError("ontology.ttl", None, f"{node} has no label or no definition", "both on every event type")
    mappings = tuple((local_name(p), o.value) for p, o in pairs if p in {term(f"skos:{match}") for match in MATCHES})
    return EventType(local_name(node), parent, label, definition, mappings)


@cache
def kin() -> Mapping[str, frozenset[str]]:
    """For each event type those that other reports use for the same event: `skos:related` in `ontology.ttl`."""
    found: dict[str, set[str]] = {name: set() for name in event_types()}
    for node, pairs in described().items():
        for other in (o for p, o in pairs if p == term("skos:related") and isinstance(o, NamedNode)):
            found[local_name(node)].add(local_name(other))
            found[local_name(other)].add(local_name(node))
    return MappingProxyType({name: frozenset(others) for name, others in found.items()})


def event_class(name: str) -> NamedNode:
    """The ontology's term of an event type.

    Raises `UsageError` where there is no such type.
    """
    if name not in event_types():
        raise UsageError(f"no event type {name!r}; `dateline list types` shows the {len(event_types())} that exist")
    return term(f"dl:{name}")


def iri(value: str) -> NamedNode:
    """An IRI from outside (a link, a base) as a term.

    Raises `UsageError` where it is empty, relative, or holds characters that no IRI may hold.
    """
    try:
        return NamedNode(value)
    except (ValueError, UnicodeEncodeError) as error:
        raise UsageError(
            f"not an absolute IRI: {value[:200]!r} ({error}); percent-encode it or leave it out"
        ) from error


def mint(base: str, kind: Kind, key: str) -> NamedNode:
    """The IRI of a thing of ours: base, folder of its kind, key.

    Raises `UsageError` where the base is not an absolute IRI that ends in "/", or the key is empty.
    """
    if not base.endswith("/") or not key:
        raise UsageError(f"cannot make an IRI from base {base!r} and key {key!r}; a base ends in '/'")
    return iri(f"{base}{kind}/{quote(key, safe='-._~')}")


def digest(*parts: object, length: int = 24) -> str:
    """The first `length` hexadecimal digits of the SHA-256 of the parts; "ab", "c" and "a", "bc" differ."""
    data = "\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:length]


def slug(text: str, length: int = 48) -> str:
    """Lower-case ASCII letters and digits of `text` joined by hyphens; empty where it has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:length].strip("-")


def content_key(text: str, *content: object) -> str:
    """A key that a person can read and that is unique to `content`: slug of `text`, a hyphen, a short hash."""
    return f"{slug(text)}-{digest(text, *content, length=10)}".strip("-")

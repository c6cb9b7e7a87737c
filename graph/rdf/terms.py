"""Plain values as RDF literals and back, and a sheet on which the triples of one graph are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from dateline.graph.errors import UsageError
from dateline.graph.vocabulary import iri, term

Term = NamedNode | Literal

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    """`text` fit for a label: without control characters and lone surrogates, white space as single spaces."""
    return _SPACES.sub(" ", _CONTROL.sub("", text.replace("\r", " "))).strip()


def label(text: str) -> Literal:
    """A name in English, cleaned."""
    return Literal(clean(text), language="en")


def plain(text: str | None) -> Literal | None:
    """A text whose language nobody told, such as a title, cleaned; nothing where it is empty."""
    return exact(clean(text)) if text and clean(text) else None


def exact(text: str) -> Literal:
    """A text whose every character counts.

    Raises `UsageError` where it holds a lone surrogate, which no RDF format can write.
    """
    try:
        return Literal(text)
    except ValueError as error:
        raise UsageError(f"a text holds half a surrogate pair: {text[:60]!r}; decode it with U+FFFD instead") from error


def day(value: date | None) -> Literal | None:
    """A day as `xsd:date`."""
    return None if value is None else Literal(value.isoformat(), datatype=term("xsd:date"))


def edtf_date(value: str | None) -> Literal | None:
    """An EDTF date, as the Library of Congress types it."""
    return None if value is None else Literal(value, datatype=term("edtf:EDTF"))


def whole(value: int | None) -> Literal | None:
    """A whole number as `xsd:integer`."""
    return None if value is None else Literal(value)


def decimal(value: float | None, digits: int) -> Literal | None:
    """A number as `xsd:decimal` in canonical form (XSD 1.1), rounded to `digits` places: "0.8", "52"."""
    if value is None:
        return None
    plain = f"{Decimal(repr(round(value, digits))):f}"
    short = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return Literal("0" if short == "-0" else short, datatype=term("xsd:decimal"))


def wkt(longitude: str, latitude: str) -> Literal:
    """A point as GeoSPARQL writes it: longitude first, WGS 84 degrees."""
    return Literal(f"POINT({longitude} {latitude})", datatype=term("geo:wktLiteral"))


def link(value: str | None) -> Term | None:
    """A web address as an IRI where it is one, else as it was written."""
    if not value:
        return None
    if value.startswith(("http://", "https://")):
        try:
            return iri(value)
        except UsageError:
            pass
    return exact(value)


def named(node: object) -> NamedNode:
    """A node of ours, of which none is blank.

    Raises `ValueError` where it is no IRI.
    """
    if isinstance(node, NamedNode):
        return node
    raise ValueError(f"not an IRI: {node}")


def value(node: object) -> str:
    """The IRI or the lexical form of a term."""
    if isinstance(node, NamedNode | Literal):
        return node.value
    raise ValueError(f"neither an IRI nor a literal: {node}")


def facts(quads: Iterable[Quad | Triple]) -> Iterator[tuple[NamedNode, NamedNode, Term]]:
    """Subject, predicate and object of each."""
    for quad in quads:
        object_ = quad.object
        yield named(quad.subject), quad.predicate, object_ if isinstance(object_, Literal) else named(object_)


@dataclass
class Sheet:
    """Quads of one graph, written triple by triple; what is `None` is not written."""

    graph: NamedNode | DefaultGraph
    quads: list[Quad] = field(default_factory=list)

    def add(self, subject: NamedNode, predicate: str, *objects: Term | None) -> None:
        """Write a triple for each of the objects; `predicate` is a prefixed name."""
        property_ = term(predicate)
        self.quads.extend(Quad(subject, property_, o, self.graph) for o in objects if o is not None)

    def types(self, subject: NamedNode, *classes: str) -> None:
        """Say what a thing is, by prefixed names of classes."""
        self.add(subject, "rdf:type", *(term(name) for name in classes))

    def done(self) -> list[Quad]:
        """The quads, each once, in the order in which they were written."""
        return list(dict.fromkeys(self.quads))


def labels(texts: Iterable[str]) -> list[Literal]:
    """Names in English, cleaned, empty ones left out."""
    return [label(text) for text in texts if clean(text)]

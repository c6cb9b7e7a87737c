"""Codes of other code-books for our event types, as the `skos:*Match` of `ontology.ttl` tell them.

The ontology is the one list: to mend a code, mend it there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.graph.vocabulary import described, event_types, term

SCHEMES = "https://w3id.org/dateline/scheme/"
"""What the IRIs of the codes begin with: name of the code-book, "#", code."""

STRENGTH = ("exactMatch", "closeMatch", "broadMatch")
"""Matches that a code may rest on, the closest first; a narrower or merely related code would say what nobody said."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code with its name, and the wider code that it belongs to."""

    notation: str
    name: str
    above: Code | None = None

    @property
    def top(self) -> Code:
        """The widest code around it, or itself."""
        return self.above.top if self.above else self


@cache
def codes(scheme: str) -> Mapping[str, Code]:
    """Event type -> its code in the code-book `scheme` ("plover", "cameo", "acled"), for the types that have one.

    Of several codes the one that matches best counts, of equals the one that the ontology names first. A subtype
    without a code of its own has that of its class.
    """
    own_codes = {iri: code for iri, code in _all().items() if iri.startswith(f"{SCHEMES}{scheme}#")}
    found: dict[str, Code] = {}
    for name, type_ in event_types().items():  # a class comes before its subtypes
        fits = (iri for match in STRENGTH for how, iri in type_.mappings if how == match and iri in own_codes)
        own = next(fits, None)
        if own is not None:
            found[name] = own_codes[own]
        elif type_.parent in found:
            found[name] = found[type_.parent]
    return MappingProxyType(found)


@cache
def _all() -> Mapping[str, Code]:
    """IRI -> code, of all code-books."""
    values = {
        thing.value: {predicate: told.value for predicate, told in pairs}
        for thing, pairs in described().items()
        if thing.value.startswith(SCHEMES) and "#" in thing.value
    }

    def code(iri: str) -> Code:
        told = values[iri]
        above = told.get(term("skos:broader"))
        return Code(told[term("skos:notation")], told[term("skos:prefLabel")], code(above) if above else None)

    return MappingProxyType({iri: code(iri) for iri in values})

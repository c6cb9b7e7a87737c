"""Requests of the SPARQL 1.1 Protocol (W3C, 2013), and which form of answer they get; knows no web framework."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl

from dateline.graph import results

MOST = 200_000
"""Bytes that a request may have; `guard.MOST` characters fit in, each percent-encoded."""
MOST_FIELDS = 100

_ALSO = {
    "json": ("application/json",),
    "xml": ("application/xml", "text/xml"),
    "ttl": ("application/x-turtle",),
    "nt": ("text/plain",),
}
_TABLES = ("json", "xml", "csv", "tsv", "html")
_GRAPHS = ("ttl", "nt", "rdf", "html")
FORMS: Mapping[str, tuple[str, ...]] = {
    "select": _TABLES,
    "ask": _TABLES,
    "construct": _GRAPHS,
    "describe": _GRAPHS,
}
"""Forms of answer (see `results.FORMS`) for each form of query, the preferred one first."""


class Refused(Exception):
    """A request that is not carried out; `status` is of HTTP."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


def fields(method: str, content_type: str, query_string: str, body: bytes) -> list[tuple[str, str]]:
    """Names and values that a request carries: of its address, and of a form or a query that it sends.

    Raises `Refused` where they cannot be read.
    """
    found = _form(query_string)
    kind = content_type.partition(";")[0].strip().lower()
    if method != "POST":
        return found
    if kind == "application/x-www-form-urlencoded":
        return found + _form(body.decode("latin-1"))
    if kind == "application/sparql-query":
        try:
            return [*found, ("query", body.decode("utf-8"))]
        except UnicodeDecodeError:
            raise Refused(400, "the query is not UTF-8") from None
    if kind == "application/sparql-update":
        raise Refused(403, "this endpoint only reads; the graph changes by `dateline build` alone")
    raise Refused(415, "send application/x-www-form-urlencoded with query=…, or application/sparql-query")


def query_of(sent: Iterable[tuple[str, str]]) -> str | None:
    """The query among the fields; `None` where there is none.

    Raises `Refused` where there are several, or what cannot be done is asked for.
    """
    sent = list(sent)
    names = {name for name, _ in sent}
    if names & {"update", "using-graph-uri", "using-named-graph-uri"}:
        raise Refused(403, "this endpoint only reads; the graph changes by `dateline build` alone")
    if names & {"default-graph-uri", "named-graph-uri"}:
        raise Refused(400, "the dataset cannot be chosen; for what one document says write GRAPH in the query")
    queries = [value for name, value in sent if name == "query"]
    if len(queries) > 1:
        raise Refused(400, "send one query, not several")
    return queries[0] if queries else None


def form_for(offered: Iterable[str], accept: str, wished: str | None = None) -> str:
    """The form of answer among those offered: the one wished for by name, else by an Accept header (RFC 9110, 12.5.1).

    A name that is not offered is passed over, since clients send names of their own. Raises `Refused` where the header
    allows none.
    """
    forms = list(offered)
    if wished in forms:
        return wished
    ranges = _ranges(accept or "*/*")
    quality = {form: _quality(form, ranges) for form in forms}
    best = max(forms, key=quality.__getitem__)
    if not quality[best]:
        raise Refused(406, f"there are {', '.join(results.FORMS[form].media for form in forms)}")
    return best


def _ranges(accept: str) -> dict[str, float]:
    found = {}
    for each in accept.lower().split(","):
        media, *parameters = (part.strip() for part in each.split(";"))
        weights = [match[1] for part in parameters if (match := re.fullmatch(r"q=(0(?:\.\d*)?|1(?:\.0*)?)", part))]
        found[media] = float(weights[0]) if weights else 1.0
    return found


def _quality(form: str, ranges: Mapping[str, float]) -> float:
    """What the most exact range that fits the form says, or another name of it."""
    media = results.FORMS[form].media
    fitting = (media, f"{media.partition('/')[0]}/*", "*/*")
    own = next((ranges[each] for each in fitting if each in ranges), 0.0)
    return max([own, *(ranges.get(name, 0.0) for name in _ALSO.get(form, ()))])


def _form(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise Refused(400, f"the form cannot be read: {error}") from None

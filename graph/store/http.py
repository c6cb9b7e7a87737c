"""A SPARQL 1.1 server over HTTP: the Query protocol to read, the Graph Store Protocol to write (W3C, 2013)."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from http.client import HTTPException
from typing import NamedTuple
from urllib.parse import quote, unquote, urlencode, urlsplit, urlunsplit

from dateline.graph.errors import LimitReached, UsageError

SECONDS = 600
"""How long a server may be silent."""
LAYOUTS = {
    "Oxigraph": ("/query", "/store"),
    "Virtuoso": ("/sparql", "/sparql-graph-crud-auth"),
    "Fuseki": ("/query", "/data"),
    "GraphDB": ("", "/rdf-graphs/service"),
    "QLever": ("", ""),
}
"""Where servers answer queries and keep graphs, after the address of the data set."""
SHOWN = 300
"""Characters of an error that are told."""
_TAGS = re.compile("<[^>]*>")
TRIPLES = "application/n-triples"
TABLE = "application/sparql-results+json"


class Reply(NamedTuple):
    """What a server answered."""

    status: int
    content: bytes

    @property
    def words(self) -> str:
        """What an error says, without the marks of HTML."""
        plain = " ".join(_TAGS.sub(" ", self.content.decode("utf-8", "replace")).split())
        return f"HTTP {self.status} {plain[:SHOWN]}".rstrip()


def without_password(address: str) -> str:
    """An address without name and password, fit to be shown."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


class Server:
    """The server at `address`, such as "http://localhost:7878"; "http://user:password@…" where it asks for one.

    Raises `UsageError` where nothing answers there, or it is no SPARQL server with a graph store.
    """

    def __init__(self, address: str) -> None:
        parts = urlsplit(address.rstrip("/"))
        self.address = without_password(address.rstrip("/"))
        handlers: list[urllib.request.BaseHandler] = []
        if parts.username is not None:
            known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
            known.add_password(None, self.address, unquote(parts.username), unquote(parts.password or ""))
            handlers = [urllib.request.HTTPDigestAuthHandler(known), urllib.request.HTTPBasicAuthHandler(known)]
        self._opener = urllib.request.build_opener(*handlers)
        self._query, self._graphs = self._layout()

    def _layout(self) -> tuple[str, str]:
        for query, graphs in LAYOUTS.values():
            self._query, self._graphs = self.address + query, self.address + graphs
            asked = self.ask("ASK {}", TABLE)
            kept = self._send("HEAD", f"{self._graphs}?default") if asked.status == 200 else asked
            if kept.status in (401, 403):
                raise UsageError(f"{self.address} asks for a password: http://USER:PASSWORD@…")
            if kept.status not in (404, 405):
                return self._query, self._graphs
        raise UsageError(f"{self.address} is no SPARQL 1.1 server with a graph store; known are {', '.join(LAYOUTS)}")

    def ask(self, text: str, accept: str, default: Iterable[str] = ()) -> Reply:
        """The answer to a query; `default` are graphs that together are its default graph, the server's own if none."""
        form = urlencode([("query", text), *(("default-graph-uri", graph) for graph in default)])
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": accept}
        return self._send("POST", self._query, form.encode(), headers)

    def graph(self, name: str | None, method: str = "GET", content: bytes | None = None) -> Reply:
        """Get, put or delete a graph, the default graph where it has no name."""
        where = f"{self._graphs}?" + ("default" if name is None else f"graph={quote(name, safe='')}")
        headers = {"GET": {"Accept": TRIPLES}, "PUT": {"Content-Type": TRIPLES}}
        return self._send(method, where, content, headers.get(method, {}))

    def _send(
        self, method: str, address: str, content: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        request = urllib.request.Request(address, content, dict(headers or {}), method=method)
        try:
            with self._opener.open(request, timeout=SECONDS) as reply:
                if "X-SPARQL-MaxRows" in reply.headers:
                    raise LimitReached(f"{self.address} answers at most {reply.headers['X-SPARQL-MaxRows']} rows")
                return Reply(reply.status, reply.read())
        except urllib.error.HTTPError as error:
            with error:
                return Reply(error.code, error.read())
        except (OSError, HTTPException) as error:
            reason = getattr(error, "reason", error)
            raise UsageError(f"no answer from {self.address} ({reason}); start it, or mend the address") from error

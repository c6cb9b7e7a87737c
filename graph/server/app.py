"""The web application: the page, a form to ask by, the questions of the cookbook, and the SPARQL endpoint.

Each query runs in a process of its own (see `child`), a few at a time (see `turns`); what waits too long is told to
come again.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from anyio.to_thread import run_sync
from jinja2 import Environment, StrictUndefined, Template
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from dateline.graph import results
from dateline.graph.child import Task
from dateline.graph.cookbook import Question, question, questions
from dateline.graph.errors import DatelineError, LimitReached, QueryError, StoreInUse
from dateline.graph.query import prepare
from dateline.graph.server.describe import description
from dateline.graph.server.protocol import FORMS, MOST, Refused, fields, form_for, query_of
from dateline.graph.server.turns import Turns
from dateline.graph.table import Limits

LIMITS = Limits(rows=50_000, size=16_000_000)
MEMORY = 1 << 30

_EARLIER = b"""
<p role="alert">This page shows an earlier state of the graph. <code>dateline export</code>, without a file, writes it
anew; <a href="/query">questions</a> are answered from the graph as it is now.</p>"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
_SAFE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}

Handler = Callable[[Request], Awaitable[Response]]


def application(
    page: Path, shown: Callable[[], bool], store: Path, hosts: Collection[str], turns: Turns, seconds: float
) -> Starlette:
    """The application over the store in the folder `store`; it answers requests addressed to one of `hosts` alone.

    `shown` tells whether the page shows the graph as it is; `seconds` are what a query may take when it has its turn.
    """

    async def answer(request: Request, wanted: Question | str, given: Mapping[str, str]) -> Response:
        asked = prepare(wanted, given)
        form = form_for(FORMS[asked.verb], request.headers.get("accept", ""), request.query_params.get("format"))
        return _written(await turns.run(Task(store, asked, form, LIMITS, MEMORY, seconds)), form)

    async def root(_request: Request) -> Response:
        if not page.is_file():
            raise Refused(404, f"there is no {page.name}; `dateline build` makes it")
        headers = {"Content-Security-Policy": "frame-ancestors 'none'", **_SAFE}
        if await run_sync(shown):
            return FileResponse(page, headers=headers)
        return HTMLResponse(page.read_bytes().replace(b"<body>", b"<body>" + _EARLIER, 1), headers=headers)

    async def sparql(request: Request) -> Response:
        sent = fields(request.method, request.headers.get("content-type", ""), request.url.query, await _body(request))
        text = query_of(sent)
        if text is not None:
            return await answer(request, text, {})
        if request.method == "POST":
            raise Refused(400, "the form holds no query=…")
        form = form_for((*FORMS["construct"],), request.headers.get("accept", ""))
        if form == "html":
            return RedirectResponse("/query", 303)
        return _written(results.write(description(str(request.url.replace(query=""))), form).encode(), form)

    async def cookbook(request: Request) -> Response:
        given = {name: value for name, value in request.query_params.items() if value and name != "format"}
        try:
            asked = question(request.path_params["name"])
        except QueryError as error:
            raise Refused(404, str(error)) from None
        return await answer(request, asked, given)

    async def query(request: Request) -> Response:
        shown = questions().get(request.query_params.get("question", ""))
        html = _template().render(questions=questions().values(), text=shown.text if shown else "", seconds=seconds)
        return _written(html.encode(), "html")

    routes = [
        Route("/", root),
        Route("/query", _told(query)),
        Route("/cookbook/{name}", _told(cookbook)),
        Route("/sparql", _told(sparql), methods=["GET", "POST"]),
    ]
    trusted = Middleware(TrustedHostMiddleware, allowed_hosts=sorted(hosts), www_redirect=False)
    return Starlette(routes=routes, middleware=[trusted], exception_handlers={Refused: _refused})


def _told(handler: Handler) -> Handler:
    """The handler with errors of Dateline as statuses of HTTP, and without requests that pages of others make."""

    async def told(request: Request) -> Response:
        if request.headers.get("sec-fetch-site") == "cross-site":
            raise Refused(403, "another site's page sent this request; open the address yourself")
        try:
            return await handler(request)
        except QueryError as error:
            raise Refused(400, str(error)) from error
        except (LimitReached, StoreInUse) as error:
            raise Refused(503, str(error)) from error
        except DatelineError as error:
            raise Refused(500, str(error)) from error
        except ClientDisconnect:
            raise Refused(400, "the request ended early") from None

    return told


async def _refused(_request: Request, error: Exception) -> Response:
    status = error.status if isinstance(error, Refused) else 500
    headers = {**_SAFE, "Vary": "Accept"} | ({"Retry-After": "5"} if status == 503 else {})
    return PlainTextResponse(f"{error}\n", status, headers)


async def _body(request: Request) -> bytes:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST:
            raise Refused(413, f"the request is longer than {MOST} bytes")
    return body


def _written(content: bytes, form: str) -> Response:
    headers = {**_SAFE, "Vary": "Accept", "Content-Security-Policy": _POLICY}
    media = results.FORMS[form].media
    kind = media + ("; charset=utf-8" if media.startswith("text/") else "")
    return Response(content, headers={**headers, "Content-Type": kind})


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    return environment.from_string(files(__package__).joinpath("query.html").read_text("utf-8"))

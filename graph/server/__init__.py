"""A SPARQL endpoint over one store, for this machine alone unless told otherwise; it only reads."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Collection
from pathlib import Path

from dateline.graph.child import Ready
from dateline.graph.errors import UsageError

HOST, PORT = "127.0.0.1", 8317
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
MOST_CONNECTIONS = 64
SECONDS = 5.0
"""How long a query may take, and how long it may wait for its turn."""

__all__ = ["HOST", "PORT", "SECONDS", "serve"]


def serve(
    store: Path,
    page: Path,
    host: str = HOST,
    port: int = PORT,
    names: Collection[str] = (),
    ready: Callable[[str], object] = lambda _address: None,
    seconds: float = SECONDS,
    shown: Callable[[], bool] = lambda: True,
) -> None:
    """Answer requests until the process is interrupted.

    `page` is the HTML file shown at the root, `names` are further host names that requests may be addressed to, port 0
    is any free one, `ready` is told the address, and `seconds` are what a query may take, and may wait for its turn.
    `shown` tells whether the page shows the graph as it is; where it does not, the page says so.

    Raises `UsageError` where the graph is on a server already, the packages of the extra "serve" are missing, or the
    address cannot be had.
    """
    if not store.is_dir():
        raise UsageError(f"there is no graph in {store.parent} to serve; one on a server is asked there")
    try:
        import uvicorn

        from dateline.graph.server.app import application
        from dateline.graph.server.turns import AT_ONCE, Turns
    except ImportError as error:
        raise UsageError(f"a server needs more packages ({error.name}): pip install 'dateline[serve]'") from error
    if starred := [name for name in names if "*" in name]:
        raise UsageError(f"{starred[0]!r} is no host name; give each by itself")
    with _bound(host, port) as listening, Ready(AT_ONCE) as children:
        named = f"[{host}]" if ":" in host else host
        app = application(page, shown, store, {*LOOPBACK, named, *names}, Turns(children, seconds), seconds)
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            lifespan="off",
            ws="none",
            limit_concurrency=MOST_CONNECTIONS,
            timeout_graceful_shutdown=1,
        )
        ready(f"http://{named}:{listening.getsockname()[1]}/")
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])


def _bound(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except (OSError, OverflowError) as error:
        raise UsageError(f"cannot listen at {host} port {port} ({error}); choose others, or port 0 for any") from error

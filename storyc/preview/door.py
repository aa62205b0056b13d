"""The web server: on loopback, inside a running event loop, with nothing to say."""

from asyncio import BaseTransport, Transport, get_running_loop, wait
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from logging import ERROR, getLogger
from os import strerror
from socket import AF_INET, IPPROTO_TCP, SO_REUSEADDR, SOCK_STREAM, SOL_SOCKET, socket
from sys import platform
from typing import Any, Final

from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from storyc.errors import UsageError

ADDRESS: Final = "127.0.0.1"
_MOST_CONNECTIONS: Final = 128
_FAREWELL_S: Final = 0.5
"""How long answers may still take when the door closes."""

_log = getLogger("storyc.preview")
# what strangers send is nobody's news; only our own mistakes are
_log.setLevel(ERROR)


def listen(port: int, *, or_else_any: bool = False) -> socket:
    """Return a socket that listens on a port of this machine, 0 for any free one. Raises: UsageError if it is taken."""
    # with the protocol named, every connection sends small things at once
    found = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP)
    if platform != "win32":
        found.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    try:
        found.bind((ADDRESS, port))
        found.listen(_MOST_CONNECTIONS)
    except OSError as problem:
        found.close()
        if or_else_any and port:
            return listen(0)
        raise UsageError(
            f"cannot listen on port {port}: {strerror(problem.errno or 0)}", hint="say another one, or leave --port out"
        ) from problem
    return found


@asynccontextmanager
async def open_door(site: Any, listening: socket) -> AsyncIterator[None]:
    """Serve an application on a socket for as long as this is entered."""
    # without a server object around it, nobody touches signals or the program's logs
    config = Config(site, http=Doorway, ws="none", lifespan="off", log_config=None, server_header=False)
    state = ServerState()
    server = await get_running_loop().create_server(partial(Doorway, config, state, {}), sock=listening)
    try:
        yield
    finally:
        server.close()
        for connection in list(state.connections):
            connection.transport.abort()
        if state.tasks:
            await wait(set(state.tasks), timeout=_FAREWELL_S)
        await server.wait_closed()


class Doorway(H11Protocol):
    """A connection; there is room for so many."""

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self.logger = _log
        self.access_log = False

    def connection_made(self, transport: BaseTransport) -> None:
        """Let a client in, if there is room."""
        assert isinstance(transport, Transport)
        super().connection_made(transport)
        if len(self.connections) > _MOST_CONNECTIONS:
            transport.abort()

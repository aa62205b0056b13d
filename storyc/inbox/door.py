"""The server in front of the inbox: on loopback, inside a running event loop, with nothing to say and a limit to everything."""

from asyncio import BaseTransport, TimerHandle, Transport, get_running_loop, wait
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from logging import ERROR, getLogger
from os import strerror
from socket import create_server, socket
from typing import Any, Final

from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from storyc.errors import UsageError

from .counter import Counter

ADDRESS: Final = "127.0.0.1"
MOST_CONNECTIONS: Final = 64
PATIENCE_S: Final = 10.0
"""How long a connection may last, from its first byte to its last."""
_LAST_PORT: Final = 65_535
_FAREWELL_S: Final = 0.5
"""How long answers may still take when the door closes."""

_log = getLogger("storyc.inbox")
# what strangers send is nobody's news; only our own mistakes are
_log.setLevel(ERROR)


@asynccontextmanager
async def open_door(counter: Counter, port: int, *, patience_s: float = PATIENCE_S) -> AsyncIterator[int]:
    """Serve an application and give the port. Raises: UsageError if there is no listening on it."""
    # without a server object around it, nobody touches signals or the program's logs
    config = Config(counter, http=Doorway, ws="none", lifespan="off", log_config=None, server_header=False)
    state = ServerState()
    listening = _listen(port)
    server = await get_running_loop().create_server(
        partial(Doorway, config, state, {}, patience_s=patience_s), sock=listening
    )
    try:
        yield listening.getsockname()[1]
    finally:
        server.close()
        await _see_off(state)
        await server.wait_closed()


class Doorway(H11Protocol):
    """A connection for one request, that ends in time whatever its client does."""

    def __init__(self, *parts: Any, patience_s: float = PATIENCE_S) -> None:
        super().__init__(*parts)
        self.logger = _log
        self.access_log = False
        self._patience_s = patience_s
        self._end: TimerHandle | None = None

    def connection_made(self, transport: BaseTransport) -> None:
        """Let a client in for a while, if there is room."""
        assert isinstance(transport, Transport)
        super().connection_made(transport)
        if len(self.connections) > MOST_CONNECTIONS:
            transport.abort()
        else:
            self._end = self.loop.call_later(self._patience_s, transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the client."""
        if self._end is not None:
            self._end.cancel()
        super().connection_lost(exc)


async def _see_off(state: ServerState) -> None:
    """Let the requests under way have their answers, then hang up on everybody."""
    if state.tasks:
        await wait(set(state.tasks), timeout=_FAREWELL_S)
    for connection in list(state.connections):
        connection.transport.abort()
    if state.tasks:
        await wait(set(state.tasks))


def _listen(port: int) -> socket:
    if not 0 <= port <= _LAST_PORT:
        raise UsageError(f"there is no port {port}")
    try:
        return create_server((ADDRESS, port), backlog=MOST_CONNECTIONS)
    except OSError as problem:
        raise UsageError(
            f"cannot listen on port {port}: {strerror(problem.errno or 0)}",
            hint="say another port after --listen, and lead the callback there",
        ) from problem

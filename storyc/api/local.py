"""A service inside this very program."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from httpx import ASGITransport, AsyncBaseTransport

Message = MutableMapping[str, Any]
AsgiApp = Callable[[Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]]


def in_process(app: AsgiApp) -> AsyncBaseTransport:
    """Return a transport that hands every request to an ASGI application, without a socket."""
    return ASGITransport(app)

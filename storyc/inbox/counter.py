"""The inbox as an ASGI application: what is no message is turned away, as shortly as can be."""

from collections.abc import Awaitable, Callable, MutableMapping
from http import HTTPStatus
from typing import Any, Final

from .reception import Reception

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

MAX_BODY_BYTES: Final = 1024 * 1024


class Counter:
    """Takes the messages that are POSTed, to whatever path: what a tunnel or a proxy makes of it is theirs, and not signed."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one request of an ASGI server."""
        status = await self._serve(scope, receive)
        if status is not None:
            await _answer(send, status)

    async def _serve(self, scope: Message, receive: Receive) -> HTTPStatus | None:
        """Return how a request is answered; None if its sender has gone."""
        if scope["method"] != "POST":
            return HTTPStatus.METHOD_NOT_ALLOWED
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        declared = headers.get("content-length", "0")
        if len(declared) > 20 or int(declared) > MAX_BODY_BYTES:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            body += message.get("body", b"")
            if len(body) > MAX_BODY_BYTES:
                return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
            if not message.get("more_body", False):
                return self._reception.receive(headers, scope["query_string"].decode("latin-1"), bytes(body))


async def _answer(send: Send, status: HTTPStatus) -> None:
    headers = [(b"connection", b"close")]
    if status is not HTTPStatus.NO_CONTENT:
        headers.append((b"content-length", b"0"))
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        headers.append((b"allow", b"POST"))
    await send({"type": "http.response.start", "status": int(status), "headers": headers})
    await send({"type": "http.response.body", "body": b""})

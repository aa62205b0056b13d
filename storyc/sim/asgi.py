"""Just enough ASGI: a bounded body in, one answer out."""

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from json import dumps
from typing import Any
from urllib.parse import parse_qsl, unquote

from msgspec import Struct

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
AsgiApp = Callable[[Message, Receive, Send], Awaitable[None]]


class TooLargeError(Exception):
    """A body over its limit."""


class GoneError(Exception):
    """The client hung up before its body was whole."""


class Call(Struct, frozen=True):
    """A request without its body."""

    method: str
    segments: tuple[str, ...]
    """Of the path, unescaped; an escaped slash stays inside its segment."""
    query: Mapping[str, str]
    headers: Mapping[str, str]
    """Lower-case names."""
    origin: str
    """Scheme and host as the client wrote them."""


def read_call(scope: Message) -> Call:
    """Return the request of an ASGI scope."""
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    path = (scope.get("raw_path") or scope["path"].encode()).decode("latin-1")
    query = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
    return Call(
        method=scope["method"],
        segments=tuple(unquote(segment) for segment in path.split("/") if segment),
        query=dict(query),
        headers=headers,
        origin=f"{scope.get('scheme', 'http')}://{headers.get('host', '127.0.0.1')}",
    )


async def read_body(call: Call, receive: Receive, *, limit_bytes: int) -> bytes:
    """Return the whole body of a request. Raises: TooLargeError, GoneError."""
    declared = call.headers.get("content-length", "0")
    if declared.isascii() and declared.isdecimal() and int(declared[:20]) > limit_bytes:
        raise TooLargeError
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise GoneError
        body += message.get("body", b"")
        if len(body) > limit_bytes:
            raise TooLargeError
        if not message.get("more_body", False):
            return bytes(body)


async def send_json(send: Send, status: int, body: Mapping[str, Any]) -> None:
    """Answer with a JSON object."""
    await send_bytes(send, status, dumps(body, separators=(",", ":")).encode(), "application/json")


async def send_bytes(send: Send, status: int, body: bytes, media_type: str) -> None:
    """Answer with bytes that no browser takes for anything but what they are said to be."""
    headers = [
        (b"content-type", media_type.encode("ascii")),
        (b"content-length", b"%d" % len(body)),
        (b"x-content-type-options", b"nosniff"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def live(receive: Receive, send: Send) -> None:
    """Answer the server's start and stop."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return

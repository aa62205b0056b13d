"""Just enough ASGI: a bounded body in, one answer out."""

from asyncio import create_task, gather, timeout
from collections.abc import Awaitable, Callable, Coroutine, Mapping, MutableMapping
from typing import Any, Final
from urllib.parse import parse_qsl, unquote

from msgspec import DecodeError, Struct
from msgspec.json import decode

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
AsgiApp = Callable[[Message, Receive, Send], Awaitable[None]]

MAX_JSON_BYTES: Final = 4 * 1024 * 1024
JSON: Final = "application/json"
REQUEST_ID: Final = b"x-request-id"


class TooLargeError(Exception):
    """A body over its limit."""


class TooSlowError(Exception):
    """A body that does not come to its end."""


class GoneError(Exception):
    """The client hung up before its body was whole."""


class Call(Struct, frozen=True):
    """A request without its body."""

    method: str
    path: str
    """As it came."""
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
        path=path,
        segments=tuple(unquote(segment) for segment in path.split("/") if segment),
        query=dict(query),
        headers=headers,
        origin=f"{scope.get('scheme', 'http')}://{headers.get('host', '127.0.0.1')}",
    )


class Reply(Struct, frozen=True):
    """An answer as bytes."""

    status: int
    body: bytes
    media_type: str = JSON
    headers: tuple[tuple[bytes, bytes], ...] = ()
    """Beside those that every answer has."""


async def read_body(call: Call, receive: Receive, *, limit_bytes: int, patience_s: float) -> bytes:
    """Return the whole body of a request. Raises: TooLargeError, TooSlowError, GoneError."""
    declared = call.headers.get("content-length", "0")
    if declared.isascii() and declared.isdecimal() and int(declared[:20]) > limit_bytes:
        raise TooLargeError
    try:
        async with timeout(patience_s):
            return await _gather(receive, limit_bytes)
    except TimeoutError as problem:
        raise TooSlowError from problem


async def read_json(call: Call, receive: Receive, *, patience_s: float) -> object:
    """Return the JSON value of a body, None if it has none. Raises: TooLargeError, TooSlowError, GoneError."""
    body = await read_body(call, receive, limit_bytes=MAX_JSON_BYTES, patience_s=patience_s)
    try:
        value: object = decode(body)
    except (DecodeError, ValueError, RecursionError):
        return None
    return value


async def _gather(receive: Receive, limit_bytes: int) -> bytes:
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


async def start_reply(send: Send, reply: Reply, request_id: str) -> None:
    """Send the head of an answer: its bytes are nothing but what they are said to be, and belong to a request."""
    headers = [
        (b"content-type", reply.media_type.encode("ascii")),
        (b"content-length", b"%d" % len(reply.body)),
        (b"x-content-type-options", b"nosniff"),
        (REQUEST_ID, request_id.encode("ascii")),
        *reply.headers,
    ]
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})


async def send_reply(send: Send, reply: Reply, request_id: str) -> None:
    """Send an answer."""
    await start_reply(send, reply, request_id)
    await send({"type": "http.response.body", "body": reply.body})


async def live(receive: Receive, send: Send, beside: Callable[[], Coroutine[Any, Any, None]] | None = None) -> None:
    """Answer the server's start and stop; `beside` runs between them."""
    task = None
    while True:
        message = await receive()
        is_end = message["type"] == "lifespan.shutdown"
        if beside is not None and not is_end:
            task = create_task(beside())
        if is_end and task is not None:
            task.cancel()
            await gather(task, return_exceptions=True)
        await send({"type": f"{message['type']}.complete"})
        if is_end:
            return

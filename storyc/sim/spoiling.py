"""How an answer is broken on its way: what bytes of it arrive, and when."""

from asyncio import sleep
from collections.abc import Awaitable, Callable
from typing import Final

from msgspec.structs import replace

from .asgi import Reply, Send, send_reply, start_reply
from .faults import Fault, FaultError

Sleep = Callable[[float], Awaitable[object]]

_PIECES: Final = 4
_CHUNK_BYTES: Final = 256 * 1024
_KEPT_BYTES: Final = 40
"""Of a picture's beginning: enough to be taken for one until it is decoded."""


def spoil(reply: Reply, fault: Fault) -> Reply:
    """Return an answer with other bytes than those that were meant; faults that only concern the way leave it as it is."""
    match fault.kind:
        case "invalid-json":
            return replace(reply, body=reply.body[: len(reply.body) // 2] + b'",}')
        case "wrong-type":
            page = b"<!doctype html><title>502</title><p>Bad gateway"
            return replace(reply, body=page, media_type="text/html; charset=utf-8")
        case "corrupt":
            rest = len(reply.body) - _KEPT_BYTES
            return replace(reply, body=reply.body[:_KEPT_BYTES] + b"\xa5" * max(rest, 0))
        case _:
            return reply


async def send_spoilt(send: Send, reply: Reply, request_id: str, fault: Fault, *, was_accepted: bool) -> None:
    """Send an answer through a fault. Raises: FaultError where the connection breaks."""
    match fault.kind:
        case "reset-after":
            raise FaultError(fault.kind, was_accepted=was_accepted)
        case "truncated":
            await start_reply(send, reply, request_id)
            half = reply.body[: len(reply.body) // 2]
            await send({"type": "http.response.body", "body": half, "more_body": True})
            raise FaultError(fault.kind, was_accepted=was_accepted)
        case "huge":
            await _send_padded(send, reply, request_id, fault.size_bytes)
        case _:
            await send_reply(send, spoil(reply, fault), request_id)


async def send_slowly(send: Send, reply: Reply, request_id: str, seconds: float, wait: Sleep = sleep) -> None:
    """Send an answer in pieces; the last comes after `seconds`."""
    pause_s = seconds / (_PIECES + 1)
    await wait(pause_s)
    await start_reply(send, reply, request_id)
    step = -(-len(reply.body) // _PIECES) or 1
    for piece in range(_PIECES):
        await wait(pause_s)
        body = reply.body[piece * step : (piece + 1) * step]
        await send({"type": "http.response.body", "body": body, "more_body": piece < _PIECES - 1})


async def _send_padded(send: Send, reply: Reply, request_id: str, size_bytes: int) -> None:
    """Send an answer with blanks behind it, which JSON allows, without ever holding all of them."""
    # no length is declared: a client that trusts the header must not be warned
    headers = [(b"content-type", reply.media_type.encode("ascii")), (b"x-request-id", request_id.encode("ascii"))]
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    await send({"type": "http.response.body", "body": reply.body, "more_body": True})
    left, blanks = max(size_bytes - len(reply.body), 0), b" " * _CHUNK_BYTES
    while left > 0:
        await send({"type": "http.response.body", "body": blanks[:left], "more_body": True})
        left -= len(blanks)
    await send({"type": "http.response.body", "body": b"", "more_body": False})

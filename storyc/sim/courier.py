"""Who carries the webhooks: the one that is due longest goes first, one at a time, and comes back if nobody took it."""

from asyncio import open_connection, timeout
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from heapq import heappop, heappush
from ssl import create_default_context
from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from .webhooks import RETRY_AFTER_S, Delivery, Posted, stamp

Sender = Callable[[Posted], Awaitable[int]]
"""Sends one message and returns the HTTP status of the answer, 0 if there was none."""

PATIENCE_S: Final = 10.0
_MAX_HEAD: Final = 64 * 1024
_MAX_RECEIPTS: Final = 20_000


class Receipt(Struct, frozen=True):
    """One attempt to deliver, and what came of it."""

    id: str
    event: str
    generation_id: str
    url: str
    attempt: int
    time_s: float
    status: int
    """Of the receiver's answer; 0 if there was none."""


class Courier:
    """What waits to be delivered, and what was."""

    def __init__(self, send: Sender | None) -> None:
        self._send = send
        self._waiting: list[tuple[float, int, Delivery]] = []
        self._taken = 0
        self.receipts: deque[Receipt] = deque(maxlen=_MAX_RECEIPTS)

    @property
    def waiting(self) -> int:
        """How many deliveries are still to be made."""
        return len(self._waiting)

    def take(self, deliveries: Iterable[Delivery]) -> None:
        """Take deliveries along; without anybody to send them they are dropped."""
        if self._send is None:
            return
        for delivery in deliveries:
            # the number keeps deliveries of one moment in their order
            self._taken += 1
            heappush(self._waiting, (delivery.due_s, self._taken, delivery))

    async def deliver_due(self, now_s: float) -> int:
        """Send all that is due and return how many attempts that took."""
        attempts = 0
        while self._send is not None and self._waiting and self._waiting[0][0] <= now_s:
            delivery = heappop(self._waiting)[2]
            status = await self._send(stamp(delivery, now_s))
            attempts += 1
            self.receipts.append(
                Receipt(
                    delivery.id,
                    delivery.event,
                    delivery.generation_id,
                    delivery.callback.url,
                    delivery.attempt,
                    now_s,
                    status,
                )
            )
            if not 200 <= status < 300 and delivery.attempt <= len(RETRY_AFTER_S):
                due_s = now_s + RETRY_AFTER_S[delivery.attempt - 1]
                self.take([replace(delivery, attempt=delivery.attempt + 1, due_s=due_s)])
        return attempts


async def post(posted: Posted) -> int:
    """Send a message over the network; return the status of the answer, 0 if there was none. Never fails."""
    try:
        async with timeout(PATIENCE_S):
            return await _post(posted)
    except (OSError, ValueError, TimeoutError, EOFError):
        return 0


async def _post(posted: Posted) -> int:
    parts = urlsplit(posted.url)
    is_secure = parts.scheme == "https"
    port = parts.port or (443 if is_secure else 80)
    reader, writer = await open_connection(
        parts.hostname, port, ssl=create_default_context() if is_secure else None, limit=_MAX_HEAD
    )
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        host = parts.netloc.rpartition("@")[2]
        own = (("Host", host), ("Content-Length", str(len(posted.body))), ("Connection", "close"))
        head = "".join(f"{name}: {value}\r\n" for name, value in (*own, *posted.headers))
        writer.write(f"POST {target} HTTP/1.1\r\n{head}\r\n".encode("ascii") + posted.body)
        await writer.drain()
        _, status, *_ = (await reader.readline()).split()
        return int(status)
    finally:
        writer.close()

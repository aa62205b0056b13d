"""An open ear for as long as a build lasts."""

from asyncio import Queue
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Final, Self

from storyc.api import Clock, SystemClock

from .counter import Counter
from .door import PATIENCE_S, open_door
from .news import News
from .reception import Reception

MOST_WAITING: Final = 10_000
"""News that nobody has asked for yet; beyond it the service is told to come again."""


class Inbox:
    """Listens for webhooks on this machine's loopback while it is entered, and gives what they say, in the order of their arrival.

    Iterate over it for the news; the iteration ends when the inbox is left. Whoever breaks off a wait loses nothing.
    """

    def __init__(
        self, secret: str | bytes, port: int, *, clock: Clock | None = None, patience_s: float = PATIENCE_S
    ) -> None:
        self.port = port
        """Where it listens; of 0, the port that was found once it is entered."""
        self._patience_s = patience_s
        self._waiting: Queue[News | None] = Queue()
        self._counter = Counter(Reception(secret, (clock or SystemClock()).now_s, self._take))
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Open the door. Raises: UsageError if there is no listening on the port."""
        self.port = await self._stack.enter_async_context(
            open_door(self._counter, self.port, patience_s=self._patience_s)
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            await self._stack.aclose()
        finally:
            self._waiting.put_nowait(None)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> News:
        """Return the next news, when there is one."""
        news = await self._waiting.get()
        if news is None:
            self._waiting.put_nowait(None)
            raise StopAsyncIteration
        return news

    def _take(self, news: News) -> bool:
        if self._waiting.qsize() >= MOST_WAITING:
            return False
        self._waiting.put_nowait(news)
        return True

"""What webhooks tell a build while it runs."""

from asyncio import Event, Task, create_task, gather
from collections import deque
from collections.abc import AsyncIterator, Iterator
from types import TracebackType
from typing import Self

from msgspec import Struct

from storyc.wire import Generation


class News(Struct, frozen=True):
    """Something became of a generation; whoever says so has verified it."""

    generation_id: str
    generation: Generation | None = None
    """How it stands, if that was told too."""
    is_end: bool = True
    """Whether it may be over; a job that was only just begun need not be asked about."""
    unit_key: str = ""
    """Of the unit whose request named the callback; empty if nobody knows. Not verified: a hint where to look, not a proof."""


class Inbox:
    """News that came and were not read yet; an asynchronous context manager that listens while it is open."""

    def __init__(self, news: AsyncIterator[News] | None, came: Event) -> None:
        """`came` is set whenever something comes."""
        self._news = news
        self._came = came
        self._unread: deque[News] = deque()
        self._listener: Task[None] | None = None

    async def __aenter__(self) -> Self:
        if self._news is not None:
            self._listener = create_task(self._listen(self._news))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._listener is not None:
            self._listener.cancel()
            (found,) = await gather(self._listener, return_exceptions=True)
            if problem is None and isinstance(found, Exception):
                raise found

    @property
    def is_over(self) -> bool:
        """Whether nothing more can come."""
        return self._listener is None or self._listener.done()

    def take(self) -> Iterator[News]:
        """Yield what came since the last time, oldest first."""
        while self._unread:
            yield self._unread.popleft()

    async def _listen(self, news: AsyncIterator[News]) -> None:
        try:
            async for one in news:
                self._unread.append(one)
                self._came.set()
        finally:
            self._came.set()

"""Time as an argument, so that an hour of polling is tested in no time."""

from asyncio import sleep
from time import time
from typing import Protocol


class Clock(Protocol):
    """What tells the time and lets it pass."""

    def now_s(self) -> float:
        """Return the time in Unix seconds."""

    async def sleep(self, seconds: float) -> None:
        """Return after `seconds` have passed on this clock."""


class SystemClock:
    """The clock of this machine."""

    def now_s(self) -> float:
        return time()

    async def sleep(self, seconds: float) -> None:
        await sleep(max(0.0, seconds))


class JumpingClock:
    """A clock that is wherever it is put: sleeping takes no time. For a service inside this program, and for tests."""

    def __init__(self, now_s: float = 0.0) -> None:
        self.time_s = now_s

    def now_s(self) -> float:
        return self.time_s

    async def sleep(self, seconds: float) -> None:
        self.time_s += max(0.0, seconds)
        await sleep(0)

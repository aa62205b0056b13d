"""Time as an argument, so that an hour of polling is tested in no time."""

import sys
import time
from asyncio import sleep
from typing import Protocol


class Clock(Protocol):
    """What tells the time and lets it pass."""

    def now_s(self) -> float:
        """Return the time in Unix seconds."""

    async def sleep(self, seconds: float) -> None:
        """Return after `seconds` have passed on this clock."""


class SystemClock:
    """The clock of this machine as it was set when this was made; from then on it only counts what passes.

    A clock that is put right by hours in the middle of a build would otherwise make it wait for hours, or give up at once.
    """

    def __init__(self) -> None:
        self._began_s = time.time() - _passed_s()

    def now_s(self) -> float:
        return self._began_s + _passed_s()

    async def sleep(self, seconds: float) -> None:
        await sleep(max(0.0, seconds))


def _passed_s() -> float:
    """Return the seconds since some moment, by a clock that nobody sets; where there is one, it goes on while the machine sleeps."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class JumpingClock:
    """A clock that is wherever it is put: sleeping takes no time. For a service inside this program, and for tests."""

    def __init__(self, now_s: float = 0.0) -> None:
        self.time_s = now_s

    def now_s(self) -> float:
        return self.time_s

    async def sleep(self, seconds: float) -> None:
        self.time_s += max(0.0, seconds)
        await sleep(0)

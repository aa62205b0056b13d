"""How often the service may be asked, whatever for.

A service sees a request some time after it left here and some time before its answer came back. A slot is therefore free again when its
window has passed since the answer: whatever the line does, no window of the service ever holds more than it allows.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from math import inf
from typing import Final

from storyc.api import Clock
from storyc.planning import Window

_SPARE: Final = 64
"""Requests that are remembered beyond those that count, in case the service turns out to be stricter."""
_ON_THE_WAY_S: Final = 5.0
"""How long a request of an earlier run may have taken: when its answer came is not on record."""


class Limiter:
    """Windows that slide, all of which hold; for requests that leave one at a time."""

    def __init__(
        self,
        clock: Clock,
        windows: Sequence[Window] = (),
        *,
        past_s: Iterable[float] = (),
        on_take: Callable[[float], None] = lambda _at_s: None,
    ) -> None:
        """Go on from requests that left at `past_s`, in Unix seconds; `on_take` is told when one leaves, before it does.

        Without windows nothing is limited.
        """
        self.windows = tuple(windows)
        self._clock = clock
        self._on_take = on_take
        now_s = clock.now_s()
        # a time that has not come yet was told by another clock, and nothing waits for it
        past = sorted(min(sent_s + _ON_THE_WAY_S, now_s) for sent_s in past_s)
        self._over_s = deque(past, maxlen=max((window.requests for window in self.windows), default=0) + _SPARE)
        """When the latest requests were over, oldest first."""
        self._is_open = False

    def ready_s(self) -> float:
        """Return when the next request may leave, in Unix seconds; it may be in the past."""
        return self.nth_s(1)

    def nth_s(self, number: int) -> float:
        """Return about when request `number` from now, from 1, may leave if all leave as soon as they may."""
        now_s = self._now_s()
        return max((self._nth_s(window, number, now_s) for window in self.windows), default=0.0)

    def room(self, window: Window, at_s: float) -> int:
        """Return how many requests one window would let pass at a time, in Unix seconds, if none left before."""
        since_s = at_s - window.wait_s
        return window.requests - sum(over_s > since_s for over_s in self._over_s)

    def more_s(self) -> float:
        """Return when the next slot is free again that is not free now, in Unix seconds; infinite if all are free."""
        now_s = self._now_s()
        again = (over_s + window.wait_s for window in self.windows for over_s in self._over_s)
        return min((free_s for free_s in again if free_s > now_s), default=inf)

    def take(self) -> None:
        """Count a request that leaves now."""
        self.answered()
        if self.windows:
            now_s = self._now_s()
            self._on_take(now_s)
            self._over_s.append(now_s)
            self._is_open = True

    def answered(self) -> None:
        """Note that the request which left last is over, one way or the other."""
        if self._is_open:
            self._over_s[-1] = self._now_s()
            self._is_open = False

    async def slot(self) -> None:
        """Wait until a request may leave, and count it."""
        self.answered()
        while (wait_s := self.ready_s() - self._now_s()) > 0:
            await self._clock.sleep(wait_s)
        self.take()

    def _now_s(self) -> float:
        now_s = self._clock.now_s()
        if self._over_s and self._over_s[-1] > now_s:
            # the clock was put back: nothing that was sent can have been sent later than now
            for place, over_s in enumerate(self._over_s):
                self._over_s[place] = min(over_s, now_s)
        return now_s

    def _nth_s(self, window: Window, number: int, now_s: float) -> float:
        laps, place = divmod(number - 1, window.requests)
        at = len(self._over_s) - window.requests + place
        first_s = self._over_s[at] + window.wait_s if at >= 0 else 0.0
        return max(first_s, now_s) + laps * window.wait_s if laps else first_s

"""How often the service may be asked, whatever for."""

from collections import deque
from collections.abc import Callable, Iterable

from storyc.api import Clock


class Limiter:
    """A window that slides: at most so many requests in any stretch of its length."""

    def __init__(
        self,
        clock: Clock,
        requests: int | None,
        window_s: float = 60.0,
        *,
        past_s: Iterable[float] = (),
        on_take: Callable[[float], None] = lambda _at_s: None,
    ) -> None:
        """Go on from requests that left at `past_s`, in Unix seconds; `on_take` is told when one leaves, before it does."""
        self._clock = clock
        self._requests = requests
        """None if nothing is limited."""
        self._window_s = window_s
        # a time that has not come yet was told by another clock, and nothing waits for it
        self._sent_s = deque(sorted(min(sent_s, clock.now_s()) for sent_s in past_s))
        self._on_take = on_take

    def ready_s(self) -> float:
        """Return when the next request may leave, in Unix seconds; it may be in the past."""
        if self._requests is None or len(self._sent_s) < self._requests:
            return 0.0
        return self._sent_s[-self._requests] + self._window_s

    def take(self) -> None:
        """Count a request that leaves now."""
        if self._requests is None:
            return
        now_s = self._clock.now_s()
        self._on_take(now_s)
        self._sent_s.append(now_s)
        while len(self._sent_s) > self._requests:
            self._sent_s.popleft()

    async def slot(self) -> None:
        """Wait until a request may leave, and count it."""
        while (wait_s := self.ready_s() - self._clock.now_s()) > 0:
            await self._clock.sleep(wait_s)
        self.take()

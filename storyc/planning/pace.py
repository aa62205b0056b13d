"""How a build spends its time."""

from typing import Final

from msgspec import Struct

from storyc.wire import RATE_LIMITS, RateLimit

MINUTE_S: Final = 60.0
DAY_S: Final = 86_400.0
_CLOCKS_DIFFER: Final = 0.001
"""By how much of a window the service's clock may be slower than this one."""
_BURST: Final = 10
"""Questions that may follow each other at once where they are not counted."""


class Window(Struct, frozen=True, gc=False):
    """At most so many requests in any stretch of its length."""

    requests: int
    length_s: float

    @property
    def wait_s(self) -> float:
        """Return how long after a request its slot may be used again."""
        return self.length_s * (1 + _CLOCKS_DIFFER)


class Pace(Struct, frozen=True, gc=False):
    """Waits and limits of one backend."""

    windows: tuple[Window, ...] = ()
    """How many requests it lets pass; empty if it does not mind."""
    polls_count: bool = True
    """Whether it counts questions too, or only what begins, changes or uploads something."""
    first_look_s: float = 1.0
    """The age at which a job is asked about for the first time if nothing else needs the request."""
    shortest_pause_s: float = 1.0
    """Between two questions that were in vain."""
    patience_s: float = 1800.0
    """How long to ask about one job before leaving it to the next build."""
    downloads: int = 4
    """How many pictures are fetched at the same time."""

    @property
    def question_windows(self) -> tuple[Window, ...]:
        """Return what limits questions: the service, or where it does not count them, manners."""
        if self.polls_count:
            return self.windows
        return (Window(_BURST, _BURST * self.shortest_pause_s),) if self.windows else ()


def windows_of(limit: RateLimit) -> tuple[Window, ...]:
    """Return the windows that a plan's rate means."""
    day = () if limit.per_day is None else (Window(limit.per_day, DAY_S),)
    return (Window(limit.per_minute, MINUTE_S), *day)


DRAFT_PACE: Final = Pace(first_look_s=0.0, shortest_pause_s=0.01)
PAID_PACE: Final = Pace(windows_of(RATE_LIMITS["paid"]))
DEMO_PACE: Final = Pace(windows_of(RATE_LIMITS["demo"]))

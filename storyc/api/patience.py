"""How requests that cost nothing are tried again. Nothing that is paid for comes through here."""

from collections.abc import Awaitable, Callable
from random import Random
from typing import TypeVar

from msgspec import Struct

from .clock import Clock
from .errors import NotSentError, RateLimitedError, UnavailableError

_T = TypeVar("_T")


class Patience(Struct, frozen=True, gc=False):
    """Exponential back-off with full jitter."""

    attempts: int = 5
    first_s: float = 1.0
    """The longest first wait; it doubles each time."""
    limited_s: float = 5.0
    """The first wait after being told to send less, when the service does not say how long."""
    longest_s: float = 60.0

    def wait_s(self, attempt: int, random: Random) -> float:
        """Return how long to wait after failure number `attempt`, from 1."""
        return random.uniform(0.0, min(self.first_s * 2 ** (attempt - 1), self.longest_s))

    def limited_wait_s(self, attempt: int, random: Random) -> float:
        """Return how long to wait after refusal number `attempt`, from 1: never less than half of the step."""
        step_s = min(self.limited_s * 2 ** (attempt - 1), self.longest_s)
        return random.uniform(step_s / 2, step_s)


async def persist(send: Callable[[], Awaitable[_T]], patience: Patience, clock: Clock, random: Random) -> _T:
    """Return what `send` returns, after trying again for as long as the failure may pass.

    Raises: the last NotSentError, RateLimitedError or UnavailableError, and whatever else `send` raises at once.
    """
    for attempt in range(1, patience.attempts):
        try:
            return await send()
        except RateLimitedError as problem:
            said_s = problem.retry_after_s
            await clock.sleep(patience.limited_wait_s(attempt, random) if said_s is None else said_s)
        except (NotSentError, UnavailableError):
            await clock.sleep(patience.wait_s(attempt, random))
    return await send()

"""How a build spends its time."""

from typing import Final

from msgspec import Struct

from storyc.wire import RATE_LIMITS


class Pace(Struct, frozen=True, gc=False):
    """Waits and limits of one backend."""

    per_minute: int | None
    """Requests of any kind to the service; None if it does not mind."""
    first_poll_s: float
    """How long to leave a job alone: most are done when it ends, so few polls are wasted."""
    poll_every_s: float
    patience_s: float = 1800.0
    """How long to ask about one job before leaving it to the next build."""
    downloads: int = 4
    """How many pictures are fetched at the same time."""


DRAFT_PACE: Final = Pace(per_minute=None, first_poll_s=0.0, poll_every_s=0.0)
PAID_PACE: Final = Pace(per_minute=RATE_LIMITS["paid"].per_minute, first_poll_s=75.0, poll_every_s=25.0)
DEMO_PACE: Final = Pace(per_minute=RATE_LIMITS["demo"].per_minute, first_poll_s=75.0, poll_every_s=30.0)

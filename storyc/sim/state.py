"""Everything that the simulated service knows, as one value.

Nothing here changes: an event makes a new state, and what a job looks like follows from the time at which it is asked for.
"""

from collections.abc import Mapping
from math import isfinite
from typing import Literal

from msgspec import Struct

from storyc.wire import ComicLocation, ComicRole, Plan, VideoOptions

from .grown import Grown

Fate = Literal["done", "failed", "cancelled", "endless", "partial"]
"""How an order ends; a partial one is called done and lacks every second picture, beginning with the first."""


class Account(Struct, frozen=True):
    """One payer."""

    credits: int
    charged_credits: int = 0
    """Spent so far; tests compare it with what a build says that it spent."""
    requests: int = 0
    """Paid requests that were accepted."""
    max_requests: int = 100_000
    plan: Plan = "paid"
    is_limited: bool = False
    """Whether its plan's rate is enforced."""
    recent_s: tuple[float, ...] = ()
    """When requests that counted were admitted, oldest first, in Unix seconds; only as far back as a limit looks."""


class Sketch(Struct, frozen=True):
    """A picture that is drawn when somebody fetches it."""

    prompt: str
    width_px: int
    height_px: int
    page: int
    """From 0, in what `prompt` tells."""
    panel: int
    """From 0, on that page."""
    roles: tuple[ComicRole, ...] = ()
    locations: tuple[ComicLocation, ...] = ()
    take: int = 0
    """How often it was begun again."""
    is_marked: bool = False
    """Whether it bears a watermark."""


class Film(Struct, frozen=True):
    """A shot that is made when somebody fetches it."""

    prompt: str
    options: VideoOptions
    frames: tuple[str, ...]
    """Ids of the assets that it shows, as far as they are assets of this service."""


class Upload(Struct, frozen=True):
    """A file that a client sent."""

    content: bytes


Asset = Sketch | Film | Upload


class Panel(Struct, frozen=True):
    """One picture of a job."""

    asset_id: str
    ready_s: float
    """When it is finished, in Unix seconds; infinite for one that never is."""
    is_missing: bool = False
    """Whether there is no picture even then."""


class Page(Struct, frozen=True):
    """One page of a job."""

    prompt: str
    panels: tuple[Panel, ...]


class Callback(Struct, frozen=True):
    """Who wants to be told of a job."""

    url: str
    secret: str


class Job(Struct, frozen=True):
    """A generation: a comic, or one shot."""

    id: str
    prompt: str
    size: str
    pages: tuple[Page, ...]
    """A shot is one page with one panel."""
    is_video: bool = False
    created_s: float = 0.0
    begun_s: float = 0.0
    """When its latest order was accepted."""
    fate: Fate = "done"
    """How that order ends."""
    callback: Callback | None = None

    @property
    def ready_s(self) -> float:
        """When the last panel of it is finished."""
        return max(panel.ready_s for page in self.pages for panel in page.panels)

    @property
    def is_endless(self) -> bool:
        """Whether it never ends."""
        return not isfinite(self.ready_s)

    def is_done(self, now_s: float) -> bool:
        """Whether every panel of it is finished, or given up."""
        return self.ready_s <= now_s


ANYONE = "anyone"
"""The account behind every key of a service that does not tell keys apart."""


class SimState(Struct, frozen=True):
    """The service."""

    seed: int
    accounts: Mapping[str, Account]
    """By name, which is not the key."""
    shortest_s: float = 0.0
    """How long a job takes at least."""
    longest_s: float = 0.0
    counter: int = 0
    """Ids given so far."""
    uploaded_bytes: int = 0
    jobs: Grown[Job] = Grown()
    assets: Grown[Asset] = Grown()

    @property
    def account(self) -> Account:
        """The first account: the only one of a service that does not tell keys apart."""
        return next(iter(self.accounts.values()))

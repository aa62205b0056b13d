"""Everything that the simulated service knows, as one value.

Nothing here changes: an event makes a new state, and what a job looks like follows from the time at which it is asked for.
"""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from storyc.wire import ComicLocation, ComicRole, VideoOptions


class Account(Struct, frozen=True):
    """The payer."""

    credits: int
    charged_credits: int = 0
    """Spent so far; tests compare it with what a build says that it spent."""
    requests: int = 0
    """Paid requests that were accepted."""
    max_requests: int = 100_000
    is_paid_plan: bool = True


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
    """When it is finished, in Unix seconds."""


class Page(Struct, frozen=True):
    """One page of a job."""

    prompt: str
    panels: tuple[Panel, ...]


class Job(Struct, frozen=True):
    """A generation: a comic, or one shot."""

    id: str
    prompt: str
    size: str
    pages: tuple[Page, ...]
    """A shot is one page with one panel."""
    is_video: bool = False

    def is_done(self, now_s: float) -> bool:
        """Whether every panel of it is finished."""
        return all(panel.ready_s <= now_s for page in self.pages for panel in page.panels)


class SimState(Struct, frozen=True):
    """The service."""

    seed: int
    account: Account
    shortest_s: float = 0.0
    """How long a job takes at least."""
    longest_s: float = 0.0
    counter: int = 0
    """Ids given so far."""
    uploaded_bytes: int = 0
    jobs: Mapping[str, Job] = MappingProxyType({})
    assets: Mapping[str, Asset] = MappingProxyType({})

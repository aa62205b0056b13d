"""What a front end asks of a build."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from storyc.storyboard import Layout

if TYPE_CHECKING:
    from storyc.building import BuildEvent
    from storyc.inbox import WebhookSettings

    from .looking import Outlook
    from .saved import SavedPlan


class DraftBackend(Struct, frozen=True, tag="draft"):
    """Sketches drawn on this machine, free."""


class ApiBackend(Struct, frozen=True, tag="api"):
    """The Comic API, for credits."""

    base_url: str
    key: str
    is_demo: bool = False
    """Whether the account has the limits of the demo plan."""

    def __repr__(self) -> str:
        return f"ApiBackend({self.base_url!r})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("base_url", self.base_url)]


class McpBackend(Struct, frozen=True, tag="mcp"):
    """The same service through its tools for agents, for the same credits."""

    url: str
    key: str
    is_demo: bool = False
    """Whether the account has the limits of the demo plan."""

    def __repr__(self) -> str:
        return f"McpBackend({self.url!r})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("url", self.url)]


Backend = DraftBackend | ApiBackend | McpBackend


class BuildOptions(Struct, frozen=True):
    """What one build is asked for, beside what the project's settings say."""

    backend: Backend = DraftBackend()
    layout: Layout | None = None
    """How pages become requests; None for what the project or the script says."""
    max_cost_credits: int | None = None
    """What the build may spend; None for what the project says."""
    pages: frozenset[int] | None = None
    """Buy only what is on these pages; None for everything."""
    limit: int | None = None
    """Buy at most so many requests; None for any number."""
    saved: "SavedPlan | None" = None
    """What was agreed upon beforehand: exactly that is bought, or nothing."""
    webhook: "WebhookSettings | None" = None
    """Where the service calls when something is done; None if it does not."""


class Front(Struct, frozen=True):
    """What a front end is asked and told during a build. This one buys nothing and shows nothing."""

    approve: "Callable[[Outlook], bool]" = lambda _outlook: False
    """Sees a plan that costs something, and why, and says whether to go on."""
    report: "Callable[[BuildEvent], None]" = lambda _event: None
    """Sees everything that happens, in order."""
    on_wait: Callable[[str], None] = lambda _owner: None
    """Is told the process that holds the project if another build does."""


class Summary(Struct, frozen=True):
    """What a build did."""

    html_path: str
    """Relative to the root, POSIX."""
    markdown_path: str
    is_draft: bool
    is_current: bool
    """Whether nothing was to be done: everything was at home and every file was as it should be."""
    pictures: int
    """Panels and clips that have art."""
    kept: int
    """Units that were at home before."""
    built: int
    """Units that this build brought home."""
    fetched: int = 0
    """How many of those an earlier build had sent."""
    missing: int = 0
    """Pictures that were asked for and are not there."""
    failed: int = 0
    """Units that were refused or failed."""
    blocked: int = 0
    """Clips that begin or end with art that is not there."""
    in_doubt: int = 0
    """Units that may have been paid for and are not sent again by themselves."""
    left: int = 0
    """Units that are paid for and still being worked on."""
    left_out: int = 0
    """Requests that were not bought, or failed earlier, and that nobody asked for this time."""
    price_credits: int = 0
    """What this build bought, as estimated."""
    spent_credits: int = 0
    """What the storyboard's art has cost so far."""
    actual_credits: int | None = None
    """By how much the account went down during this build; None if the service did not say."""
    troubles: tuple[str, ...] = ()
    """Words that were to be laid over the art and found no good place, each with its place in the script."""
    stopped_by: int = 0
    """The signal that somebody stopped it with; 0 if nobody did."""

    @property
    def is_done(self) -> bool:
        """Whether every picture that this build was asked for is there."""
        return not (self.missing or self.failed or self.blocked or self.in_doubt or self.left)

    @property
    def is_whole(self) -> bool:
        """Whether every picture that the storyboard asks for is there."""
        return self.is_done and not self.left_out

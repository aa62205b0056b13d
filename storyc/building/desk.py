"""What a run of a plan works with."""

from collections.abc import Callable

from msgspec import Struct

from storyc.api import Clock, ComicService
from storyc.ledger import LedgerStore
from storyc.planning import Pace
from storyc.store import AssetStore

from .limiter import Limiter


class Desk(Struct, frozen=True):
    """One backend, ready: who draws, where its art and its memory lie, how fast it may be asked."""

    client: ComicService
    """Its gate is the `slot` of what limits questions."""
    ledger: LedgerStore
    store: AssetStore
    clock: Clock
    limiter: Limiter
    pace: Pace
    is_free: bool = False
    callback: Callable[[str], str] | None = None
    """Gives the address that the service calls when a unit is done, by its key; None if it calls nobody."""
    questions: Limiter | None = None
    """What limits questions; None if they count against `limiter` like everything else."""

"""What a run of a plan works with."""

from msgspec import Struct

from storyc.api import Clock, ComicClient

from .ledger import LedgerStore
from .limiter import Limiter
from .pace import Pace
from .store import AssetStore


class Desk(Struct, frozen=True):
    """One backend, ready: who draws, where its art and its memory lie, how fast it may be asked."""

    client: ComicClient
    """Its gate is the limiter's `slot`, if anything is limited."""
    ledger: LedgerStore
    store: AssetStore
    clock: Clock
    limiter: Limiter
    pace: Pace
    is_free: bool = False

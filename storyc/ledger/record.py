"""What is remembered of earlier builds, looked at without touching it."""

from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from storyc import __version__
from storyc.lowering import Depiction
from storyc.planning import Downloaded, UnitState
from storyc.store import AssetStore

from .lockfile import load_purchases
from .memory import Memory
from .opening import expect_ledger, load_depictions, load_drafts, load_requests, load_states

ARTIST: Final = f"storyc {__version__}"
"""Who draws the sketches: another version may draw them differently."""


class Record(Struct, frozen=True):
    """What became of every unit, and the art of it."""

    states: Mapping[str, UnitState]
    depictions: Callable[[], Mapping[str, Depiction]]
    request: Callable[[str], bytes]
    """Gives the request of a purchase; empty if it is not on record."""
    store: AssetStore


def load_record(memory: Memory, *, for_build: bool = False) -> Record:
    """Return what was paid for. Raises: FileError, `for_build` also where a build would not begin a ledger that is missing."""
    purchases = load_purchases(memory.story_lock)
    if for_build:
        expect_ledger(memory.ledger, purchases=purchases, has_paid_art=memory.store.has_anything())
    return Record(
        load_states(memory.ledger, purchases=purchases),
        lambda: load_depictions(memory.ledger, purchases=purchases),
        load_requests(memory.ledger),
        memory.store,
    )


def load_draft_record(memory: Memory) -> Record:
    """Return what this version sketched. Raises: FileError."""
    store = AssetStore(memory.draft_folder / "store")
    drafts = load_drafts(memory.draft_folder / "ledger.sqlite", made_by=ARTIST, has=store.has)
    return Record(drafts, dict, lambda _key: b"", store)


def stored_art(states: Mapping[str, UnitState], store: AssetStore) -> frozenset[str]:
    """Return the SHA-256 of the art on record that is in the store."""
    stored = {asset.sha256 for state in states.values() if isinstance(state, Downloaded) for asset in state.assets}
    return frozenset(digest for digest in stored if store.has(digest))

"""What a backend works with: who draws, where its art and its memory lie, how fast it may be asked."""

from pathlib import Path
from typing import assert_never

from msgspec import Struct

from storyc import __version__
from storyc.api import Clock, ComicClient, JumpingClock, SystemClock, in_process
from storyc.building import (
    DEMO_PACE,
    DRAFT_PACE,
    PAID_PACE,
    AssetStore,
    LedgerStore,
    Limiter,
    Pace,
    open_draft_ledger,
    open_ledger,
)
from storyc.sim import make_app

from .options import ApiBackend, Backend, DraftBackend


class Desk(Struct, frozen=True):
    """Everything that a run of a plan needs, but for the plan."""

    client: ComicClient
    ledger: LedgerStore
    store: AssetStore
    clock: Clock
    pace: Pace
    limiter: Limiter
    is_free: bool


def open_desk(backend: Backend, folder: Path) -> Desk:
    """Return the desk of a backend whose art and memory lie below `folder`; hold the project's lock. Raises: FileError."""
    match backend:
        case DraftBackend():
            # its service is in this very program: there is nothing to wait for
            clock = JumpingClock()
            store = AssetStore(folder / "draft" / "store", is_durable=False)
            ledger = open_draft_ledger(
                folder / "draft" / "ledger.jsonl", made_by=f"storyc {__version__}", has=store.has
            )
            transport = in_process(make_app(now_s=clock.now_s))
            client = ComicClient("http://127.0.0.1", "draft", transport=transport, clock=clock)
            return Desk(client, ledger, store, clock, DRAFT_PACE, Limiter(clock, None), is_free=True)
        case ApiBackend():
            return _paid_desk(backend, folder)
        case _:
            assert_never(backend)


def _paid_desk(backend: ApiBackend, folder: Path) -> Desk:
    clock = SystemClock()
    store = AssetStore(folder / "store")
    ledger = open_ledger(folder / "ledger.jsonl", has_paid_art=store.has_anything())
    pace = DEMO_PACE if backend.is_demo else PAID_PACE
    limiter = Limiter(clock, pace.per_minute)
    client = ComicClient(backend.base_url, backend.key, clock=clock, gate=limiter.slot)
    return Desk(client, ledger, store, clock, pace, limiter, is_free=False)

"""The desk of each backend."""

from pathlib import Path
from typing import assert_never

from storyc import __version__
from storyc.api import ComicClient, JumpingClock, SystemClock, in_process
from storyc.building import (
    DEMO_PACE,
    DRAFT_PACE,
    PAID_PACE,
    AssetStore,
    Desk,
    Limiter,
    open_draft_ledger,
    open_ledger,
)
from storyc.sim import make_app

from .options import ApiBackend, Backend, DraftBackend


def open_desk(backend: Backend, folder: Path) -> Desk:
    """Return the desk of a backend whose art and memory lie below `folder`; hold the project's lock. Raises: FileError."""
    match backend:
        case DraftBackend():
            return _draft_desk(folder / "draft")
        case ApiBackend():
            return _paid_desk(backend, folder)
        case _:
            assert_never(backend)


def _draft_desk(folder: Path) -> Desk:
    # its service is in this very program: there is nothing to wait for
    clock = JumpingClock()
    transport = in_process(make_app(now_s=clock.now_s))
    store = AssetStore(folder / "store", is_durable=False)
    return Desk(
        client=ComicClient("http://127.0.0.1", "draft", transport=transport, clock=clock),
        ledger=open_draft_ledger(folder / "ledger.jsonl", made_by=f"storyc {__version__}", has=store.has),
        store=store,
        clock=clock,
        limiter=Limiter(clock, None),
        pace=DRAFT_PACE,
        is_free=True,
    )


def _paid_desk(backend: ApiBackend, folder: Path) -> Desk:
    clock = SystemClock()
    pace = DEMO_PACE if backend.is_demo else PAID_PACE
    limiter = Limiter(clock, pace.per_minute)
    store = AssetStore(folder / "store")
    return Desk(
        client=ComicClient(backend.base_url, backend.key, clock=clock, gate=limiter.slot),
        ledger=open_ledger(folder / "ledger.jsonl", has_paid_art=store.has_anything()),
        store=store,
        clock=clock,
        limiter=limiter,
        pace=pace,
    )

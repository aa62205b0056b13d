"""The desk of each backend."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, assert_never

from storyc import __version__
from storyc.api import ComicClient, JumpingClock, SystemClock, in_process
from storyc.building import (
    DEMO_PACE,
    DRAFT_PACE,
    PAID_PACE,
    AssetStore,
    Desk,
    Limiter,
    load_drafts,
    load_states,
    open_draft_ledger,
    open_ledger,
)
from storyc.planning import UnitState
from storyc.sim import make_app

from .options import ApiBackend, Backend, DraftBackend

DRAFT: Final = "draft"
LEDGER: Final = "ledger.jsonl"
STORE: Final = "store"
ARTIST: Final = f"storyc {__version__}"
"""Who draws the sketches: another version may draw them differently."""


def load_memory(backend: Backend, folder: Path) -> tuple[Mapping[str, UnitState], AssetStore]:
    """Return what is on record and in the store of a backend, without touching either. Raises: FileError."""
    match backend:
        case DraftBackend():
            store = AssetStore(folder / DRAFT / STORE)
            return load_drafts(folder / DRAFT / LEDGER, made_by=ARTIST, has=store.has), store
        case ApiBackend():
            return load_states(folder / LEDGER), AssetStore(folder / STORE)
        case _:
            assert_never(backend)


def open_desk(backend: Backend, folder: Path) -> Desk:
    """Return the desk of a backend whose art and memory lie below `folder`; hold the project's lock. Raises: FileError."""
    match backend:
        case DraftBackend():
            return _draft_desk(folder / DRAFT)
        case ApiBackend():
            return _paid_desk(backend, folder)
        case _:
            assert_never(backend)


def _draft_desk(folder: Path) -> Desk:
    # its service is in this very program: there is nothing to wait for
    clock = JumpingClock()
    transport = in_process(make_app(now_s=clock.now_s))
    store = AssetStore(folder / STORE, is_durable=False)
    return Desk(
        client=ComicClient("http://127.0.0.1", "draft", transport=transport, clock=clock),
        ledger=open_draft_ledger(folder / LEDGER, made_by=ARTIST, has=store.has),
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
    store = AssetStore(folder / STORE)
    return Desk(
        client=ComicClient(backend.base_url, backend.key, clock=clock, gate=limiter.slot),
        ledger=open_ledger(folder / LEDGER, has_paid_art=store.has_anything()),
        store=store,
        clock=clock,
        limiter=limiter,
        pace=pace,
    )

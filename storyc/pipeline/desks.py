"""The desk of each backend."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
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
    Memory,
    load_drafts,
    load_purchases,
    load_states,
    open_draft_ledger,
    open_ledger,
)
from storyc.planning import UnitState
from storyc.sim import make_app

from .options import ApiBackend, Backend, DraftBackend

DRAFT: Final = "draft"
ARTIST: Final = f"storyc {__version__}"
"""Who draws the sketches: another version may draw them differently."""


def load_memory(backend: Backend, root: Path) -> tuple[Mapping[str, UnitState], AssetStore]:
    """Return what is on record and in the store of a backend, without touching either. Raises: FileError."""
    memory = Memory(root)
    match backend:
        case DraftBackend():
            store = AssetStore(memory.folder / DRAFT / "store")
            return load_drafts(memory.folder / DRAFT / "ledger.sqlite", made_by=ARTIST, has=store.has), store
        case ApiBackend():
            return load_states(memory.ledger, purchases=load_purchases(memory.story_lock)), memory.store
        case _:
            assert_never(backend)


@contextmanager
def open_desk(backend: Backend, root: Path) -> Iterator[Desk]:
    """Give the desk of a backend in the project at `root`; hold the project's lock. Raises: FileError."""
    memory = Memory(root)
    match backend:
        case DraftBackend():
            desk = _draft_desk(memory.folder / DRAFT)
        case ApiBackend():
            desk = _paid_desk(backend, memory)
        case _:
            assert_never(backend)
    with closing(desk.ledger):
        yield desk


def _draft_desk(folder: Path) -> Desk:
    # its service is in this very program: there is nothing to wait for
    clock = JumpingClock()
    transport = in_process(make_app(now_s=clock.now_s))
    store = AssetStore(folder / "store", is_durable=False)
    return Desk(
        client=ComicClient("http://127.0.0.1", "draft", transport=transport, clock=clock),
        ledger=open_draft_ledger(folder / "ledger.sqlite", made_by=ARTIST, has=store.has),
        store=store,
        clock=clock,
        limiter=Limiter(clock, None),
        pace=DRAFT_PACE,
        is_free=True,
    )


def _paid_desk(backend: ApiBackend, memory: Memory) -> Desk:
    clock = SystemClock()
    pace = DEMO_PACE if backend.is_demo else PAID_PACE
    store, purchases = memory.store, load_purchases(memory.story_lock)
    ledger = open_ledger(memory.ledger, purchases=purchases, has_paid_art=store.has_anything())
    try:
        limiter = Limiter(clock, pace.per_minute, past_s=ledger.slots_s(), on_take=ledger.record_slot)
        client = ComicClient(backend.base_url, backend.key, clock=clock, gate=limiter.slot)
    except BaseException:
        ledger.close()
        raise
    return Desk(client=client, ledger=ledger, store=store, clock=clock, limiter=limiter, pace=pace)

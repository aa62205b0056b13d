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
    STORY_LOCK,
    AssetStore,
    Desk,
    Limiter,
    load_drafts,
    load_purchases,
    load_states,
    open_draft_ledger,
    open_ledger,
)
from storyc.planning import UnitState
from storyc.sim import make_app

from .options import ApiBackend, Backend, DraftBackend

MEMORY: Final = ".storyc"
"""Where a project's ledger and store lie."""
DRAFT: Final = "draft"
LEDGER: Final = "ledger.sqlite"
STORE: Final = "store"
ARTIST: Final = f"storyc {__version__}"
"""Who draws the sketches: another version may draw them differently."""


def load_memory(backend: Backend, root: Path) -> tuple[Mapping[str, UnitState], AssetStore]:
    """Return what is on record and in the store of a backend, without touching either. Raises: FileError."""
    folder = root / MEMORY
    match backend:
        case DraftBackend():
            store = AssetStore(folder / DRAFT / STORE)
            return load_drafts(folder / DRAFT / LEDGER, made_by=ARTIST, has=store.has), store
        case ApiBackend():
            return load_states(folder / LEDGER, purchases=load_purchases(root / STORY_LOCK)), AssetStore(folder / STORE)
        case _:
            assert_never(backend)


@contextmanager
def open_desk(backend: Backend, root: Path) -> Iterator[Desk]:
    """Give the desk of a backend in the project at `root`; hold the project's lock. Raises: FileError."""
    match backend:
        case DraftBackend():
            desk = _draft_desk(root / MEMORY / DRAFT)
        case ApiBackend():
            desk = _paid_desk(backend, root)
        case _:
            assert_never(backend)
    with closing(desk.ledger):
        yield desk


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


def _paid_desk(backend: ApiBackend, root: Path) -> Desk:
    clock = SystemClock()
    pace = DEMO_PACE if backend.is_demo else PAID_PACE
    store = AssetStore(root / MEMORY / STORE)
    ledger = open_ledger(
        root / MEMORY / LEDGER, purchases=load_purchases(root / STORY_LOCK), has_paid_art=store.has_anything()
    )
    try:
        limiter = Limiter(clock, pace.per_minute, past_s=ledger.slots_s(), on_take=ledger.record_slot)
        client = ComicClient(backend.base_url, backend.key, clock=clock, gate=limiter.slot)
    except BaseException:
        ledger.close()
        raise
    return Desk(client=client, ledger=ledger, store=store, clock=clock, limiter=limiter, pace=pace)

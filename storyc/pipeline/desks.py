"""The desk of each backend."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import assert_never

from msgspec.structs import replace

from storyc.api import Clock, ComicClient, ComicService, JumpingClock, SystemClock, in_process, mcp_client
from storyc.building import Desk, Limiter
from storyc.ledger import (
    ARTIST,
    Memory,
    Record,
    load_draft_record,
    load_purchases,
    load_record,
    open_draft_ledger,
    open_ledger,
)
from storyc.planning import DEMO_PACE, DRAFT_PACE, PAID_PACE
from storyc.sim import make_app
from storyc.store import AssetStore

from .options import ApiBackend, Backend, DraftBackend, McpBackend


def load_memory(backend: Backend, root: Path, *, for_build: bool = False) -> Record:
    """Return what is on record and in the store of a backend, without touching either.

    Raises: FileError, `for_build` also where a build would not begin.
    """
    memory = Memory(root)
    match backend:
        case DraftBackend():
            return load_draft_record(memory)
        case ApiBackend() | McpBackend():
            return load_record(memory, for_build=for_build)
        case _:
            assert_never(backend)


@contextmanager
def open_desk(backend: Backend, root: Path, *, polls_count: bool = True) -> Iterator[Desk]:
    """Give the desk of a backend in the project at `root`; hold the project's lock. Raises: FileError.

    `polls_count` says whether the service counts questions against its limits.
    """
    memory = Memory(root)
    match backend:
        case DraftBackend():
            desk = _draft_desk(memory.draft_folder)
        case ApiBackend() | McpBackend():
            desk = _paid_desk(backend, memory, polls_count=polls_count)
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
        limiter=Limiter(clock),
        pace=DRAFT_PACE,
        is_free=True,
    )


def _paid_desk(backend: ApiBackend | McpBackend, memory: Memory, *, polls_count: bool) -> Desk:
    clock = SystemClock()
    pace = replace(DEMO_PACE if backend.is_demo else PAID_PACE, polls_count=polls_count)
    store, purchases = memory.store, load_purchases(memory.story_lock)
    ledger = open_ledger(memory.ledger, purchases=purchases, has_paid_art=store.has_anything())
    try:
        limiter = Limiter(clock, pace.windows, past_s=ledger.slots_s(), on_take=ledger.record_slot)
        questions = limiter if polls_count else Limiter(clock, pace.question_windows)
        client = _paid_client(backend, clock, questions)
    except BaseException:
        ledger.close()
        raise
    return Desk(
        client=client,
        ledger=ledger,
        store=store,
        clock=clock,
        limiter=limiter,
        pace=pace,
        questions=None if polls_count else questions,
    )


def _paid_client(backend: ApiBackend | McpBackend, clock: Clock, questions: Limiter) -> ComicService:
    match backend:
        case ApiBackend(base_url, key):
            return ComicClient(base_url, key, clock=clock, gate=questions.slot)
        case McpBackend(url, key):
            return mcp_client(url, key, clock=clock, gate=questions.slot)
        case _:
            assert_never(backend)

"""A workshop: the real client, the real ledger and store, and the simulator behind a transport that can be made to fail."""

from asyncio import Event, run
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import httpx
import pytest

from storyc.api import ComicClient, JumpingClock, in_process
from storyc.building import BuildEvent, Desk, Limiter, News, execute
from storyc.ledger import LedgerStore, SqliteLedger, open_ledger
from storyc.lowering import Depiction, Shown, Unit, Upload
from storyc.planning import Downloaded, Pace, Plan, Window, make_plan
from storyc.sim import Simulator, make_app
from storyc.store import AssetStore
from storyc.storyboard import PanelKey
from storyc.text import MemoryFiles
from storyc.wire import (
    Attachment,
    CreateComic,
    CreateVideo,
    Pagination,
    VideoOptions,
    art_placeholder,
    digest,
    price_credits,
    upload_placeholder,
)

Fault = Callable[[httpx.Request], httpx.Response | Exception | None]

PACE = Pace((Window(10, 60.0),))


def comic(page: int, panels: int = 2, *, words: str = "Rain.", files: Sequence[Upload] = ()) -> Unit:
    """One page in one request."""
    shots = "\n".join(f"{panel}. Action: {words} {panel}" for panel in range(1, panels + 1))
    request = CreateComic(
        prompt=f"[Panels]\nPage {page}: {panels} panels, read left to right.\n{shots}",
        size="512x512",
        fix_panel_num=panels,
        attachments=tuple(Attachment(url=upload_placeholder(file.sha256)) for file in files) or None,
    )
    keys = tuple(PanelKey(page, panel) for panel in range(1, panels + 1))
    return Unit(digest(request), "create", request, keys, (page,), None, tuple(files), price_credits(request), ())


def book(pages: Sequence[int], panels: int) -> Unit:
    """Several pages in one request."""
    request = CreateComic(
        prompt="hero", size="512x512", pagination=Pagination(total_pages=len(pages), panels_per_page=panels)
    )
    keys = tuple(PanelKey(page, panel) for page in pages for panel in range(1, panels + 1))
    return Unit(digest(request), "create", request, keys, tuple(pages), None, (), price_credits(request), ())


def content(unit: Unit, page: int, panel: int) -> str:
    """Return what a panel of a unit shows; no two show the same here."""
    return sha256(f"{unit.key} {page} {panel}".encode()).hexdigest()[:32]


def depict(unit: Unit) -> Depiction:
    """Return what a unit of these tests shows."""
    pages = range(len(unit.pages))
    each = len(unit.panels) // max(len(unit.pages), 1)
    shown = tuple(Shown(page, panel, content(unit, page, panel)) for page in pages for panel in range(each))
    return Depiction(unit.operation, "", unit.changes, None, shown)


def clip(ordinal: int, first: Unit, last: Unit | None = None) -> Unit:
    """A shot that begins with the first picture of one unit."""
    options = VideoOptions(
        duration=4,
        resolution="480p",
        image=art_placeholder(content(first, 0, 0)),
        last_frame_image=art_placeholder(content(last, 0, 1)) if last else None,
    )
    request = CreateVideo(prompt="The rain stops.", video_options=options)
    return Unit(digest(request), "video", request, (), (), ordinal, (), price_credits(request), ())


class Faulty(httpx.AsyncBaseTransport):
    """The simulator behind a bad line."""

    def __init__(self, app: Simulator) -> None:
        self.inner = in_process(app)
        self.fault: Fault = lambda _request: None
        self.after: Fault = lambda _request: None
        """What happens once the service has done its work."""
        self.sent: list[httpx.Request] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        for fault, is_done in ((self.fault, False), (self.after, True)):
            answer = await self.inner.handle_async_request(request) if is_done else None
            wrong = fault(request)
            if isinstance(wrong, Exception):
                raise wrong
            if wrong is not None or answer is not None:
                chosen = wrong or answer
                assert chosen is not None
                return chosen
        raise AssertionError

    def paid(self) -> list[httpx.Request]:
        """What was sent and costs money."""
        return [
            request for request in self.sent if request.method == "POST" and request.url.path.endswith("generations")
        ]


class Workshop:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.clock = JumpingClock(1_800_000_000.0)
        app = make_app(now_s=self.clock.now_s, shortest_s=30, longest_s=70)
        assert isinstance(app, Simulator)
        self.app = app
        self.line = Faulty(app)
        self.files: dict[str, bytes] = {}
        self.store = AssetStore(root / "store")
        self.stop: Event | None = None
        self.on_event: Callable[[BuildEvent], None] = lambda _event: None
        self.pace = PACE
        self._open: SqliteLedger | None = None

    def close(self) -> None:
        """Let go of the ledger that was opened last."""
        if self._open is not None:
            self._open.close()

    @property
    def charged_credits(self) -> int:
        return self.app.state.account.charged_credits

    def ledger(self) -> SqliteLedger:
        """The ledger as the next build finds it."""
        self.close()
        self._open = open_ledger(self.root / "ledger.sqlite", has_paid_art=self.store.has_anything())
        return self._open

    def plan(self, units: Sequence[Unit], ledger: LedgerStore | None = None) -> Plan:
        record = (ledger or self.ledger()).states()
        assets = [asset for state in record.values() if isinstance(state, Downloaded) for asset in state.assets]
        return make_plan(units, record, {asset.sha256 for asset in assets if self.store.has(asset.sha256)})

    def build(
        self,
        *units: Unit,
        budget_credits: int | None = None,
        seen: list[BuildEvent] | None = None,
        keeps_order: bool = False,
        news: AsyncIterator[News] | None = None,
    ) -> list[BuildEvent]:
        """One build from a fresh start; `seen` holds the events also if it raises."""
        events: list[BuildEvent] = [] if seen is None else seen

        async def once() -> None:
            ledger, limiter = self.ledger(), Limiter(self.clock, self.pace.windows)
            self.stop = Event()
            asked = None if self.pace.polls_count else Limiter(self.clock, self.pace.question_windows)
            gate = (asked or limiter).slot
            client = ComicClient("http://127.0.0.1", "sk-test", transport=self.line, clock=self.clock, gate=gate)
            desk = Desk(client, ledger, self.store, self.clock, limiter, self.pace, questions=asked)
            plan, files = self.plan(units, ledger), MemoryFiles(self.files)
            async with client:
                happening = execute(
                    plan,
                    desk,
                    files,
                    depict,
                    stop=self.stop,
                    budget_credits=budget_credits,
                    keeps_order=keeps_order,
                    news=news,
                )
                async for event in happening:
                    events.append(event)
                    self.on_event(event)

        run(once())
        return events


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    with closing(Workshop(tmp_path)) as shop:
        yield shop

"""How long builds of many units take, against the time that no build can undercut, in a time that passes at no time.

The units are sent to the simulator, which enforces the limits of a plan; each answer takes its time, and jobs take half a minute to two.
Beside a build stands what a client does that creates everything and then asks about each job every five seconds, as the vendor's do.

There are two bounds. The first is for somebody who knows beforehand how long each job will take and sends the longest first; nobody can, so
where the last jobs sent happen to be slow, no build comes near it. The second, fair one is for somebody who knows how long each kind of job
takes: the kinds are sent longest first, with the jobs of one kind as they come. Where all units are of one kind the order means nothing.

A mixed story has pages of one, four and eight pictures and a clip for every tenth of them, and builds have learnt its kinds; once more it is
sent as it is read, to see what the order is worth.
"""

from asyncio import Event, Queue, run, sleep
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from heapq import heappop, heappush
from io import BytesIO
from itertools import product
from json import loads
from pathlib import Path
from random import Random
from statistics import mean
from sys import argv, stdout
from tempfile import TemporaryDirectory
from typing import Final

import httpx
from msgspec import Struct
from msgspec.structs import replace
from PIL import Image

from storyc.api import ComicClient, JumpingClock, in_process
from storyc.building import Blocked, Desk, Failed, Finished, Limiter, News, Refused, execute
from storyc.ledger import LEARNT, open_draft_ledger
from storyc.lowering import Depiction, Shown, Unit
from storyc.planning import DEMO_PACE, PAID_PACE, Learnt, Pace, kind_of, make_plan
from storyc.sim import Simulator, Switches, make_app, ready_accounts
from storyc.store import AssetStore
from storyc.storyboard import PanelKey
from storyc.text import MemoryFiles
from storyc.wire import (
    CreateComic,
    CreateVideo,
    GeneratedPage,
    GeneratedPanel,
    Generation,
    Lifecycle,
    Plan,
    VideoOptions,
    art_placeholder,
    digest,
    price_credits,
)

LATENCY_S: Final = (0.05, 0.6)
"""Of a request, there and back."""
NAIVE_PAUSE_S: Final = 5.0
PACES: Final[dict[Plan, Pace]] = {"paid": PAID_PACE, "demo": DEMO_PACE}
_FETCH_S: Final = 0.002
"""Of real time, for a picture to be read, decoded and written."""
CLIP_EVERY: Final = 10
MIXED_S: Final = {0: (150.0, 210.0), 1: (25.0, 40.0), 4: (50.0, 80.0), 8: (90.0, 130.0)}
"""How long jobs of a mixed story take, by their pictures; a clip has none."""


class Case(Struct, frozen=True):
    """One build."""

    units: int
    plan: Plan = "paid"
    polls_count: bool = True
    has_webhooks: bool = False
    seed: int = 0
    jobs_s: tuple[float, float] = (30.0, 120.0)
    is_mixed: bool = False
    keeps_order: bool = False


class Outcome(Struct, frozen=True):
    """How it went."""

    makespan_s: float
    bound_s: float
    """No build is faster, whatever it knows."""
    fair_s: float
    """None is, on the average, that knows how long each kind of job takes and not each job."""
    refused: int
    """Requests that were answered with 429."""
    requests: int
    """That count."""

    @property
    def ratio(self) -> float:
        """Return the makespan in parts of the bound."""
        return self.makespan_s / max(self.bound_s, 1.0)

    @property
    def fair_ratio(self) -> float:
        """Return the makespan in parts of what is possible without knowing the future."""
        return self.makespan_s / max(self.fair_s, 1.0)


def _pixel() -> bytes:
    """Return the smallest picture that is one."""
    content = BytesIO()
    Image.new("L", (1, 1)).save(content, "PNG")
    return content.getvalue()


PIXEL: Final = _pixel()


class NewsClock(JumpingClock):
    """A clock that stops wherever a job is done, so that somebody can be told."""

    def __init__(self, *, is_patient: bool = False) -> None:
        """With `is_patient`, no time passes before art that was on its way is at home: something may wait for it."""
        super().__init__(1_800_000_000.0)
        self._real_s = _FETCH_S if is_patient else 0.0
        self.due: list[tuple[float, str]] = []
        self.told: Queue[News] = Queue()
        self.read: dict[str, Generation] = {}

    async def sleep(self, seconds: float) -> None:
        until_s = self.time_s + max(0.0, seconds)
        await sleep(self._real_s)
        while self.due and self.due[0][0] <= until_s:
            done_s, name = heappop(self.due)
            self.time_s = max(self.time_s, done_s)
            self.told.put_nowait(News(name, self.read[name]))
            for _ in range(5):
                await sleep(self._real_s)
        self.time_s = max(self.time_s, until_s)
        await sleep(0)

    async def news(self) -> AsyncIterator[News]:
        """Yield what is told."""
        while True:
            yield await self.told.get()


class Line(httpx.AsyncBaseTransport):
    """The simulator at some distance. Its pictures are all the same."""

    def __init__(self, app: Simulator, clock: NewsClock, case: Case) -> None:
        self._inner = in_process(app)
        self._app = app
        self._clock = clock
        self._random = Random(case.seed)
        self._has_webhooks = case.has_webhooks
        self._is_mixed = case.is_mixed
        self._seed = case.seed
        self.refused = 0
        self.found: set[str] = set()
        """Generations whose art was fetched."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith("/assets/"):
            return httpx.Response(200, content=PIXEL)
        if self._is_mixed and request.method == "POST":
            # the same job takes as long whenever it is sent
            body = loads(request.content)
            took_s = Random(f"{self._seed} {body['prompt']}").uniform(*MIXED_S[body.get("fixPanelNum", 0)])
            self._app.state = replace(self._app.state, shortest_s=took_s, longest_s=took_s)
        there_s, back_s = (self._random.uniform(*LATENCY_S) / 2 for _ in range(2))
        self._clock.time_s += there_s
        known = len(self._app.state.jobs) if self._has_webhooks else 0
        answer = await self._inner.handle_async_request(request)
        self.refused += answer.status_code == 429
        if self._has_webhooks and len(self._app.state.jobs) > known:
            self._watch(list(self._app.state.jobs)[-1])
        self._clock.time_s += back_s
        return answer

    def _watch(self, name: str) -> None:
        job = self._app.state.jobs[name]
        panels = tuple(
            GeneratedPanel(panel=place, asset_url=f"http://127.0.0.1/assets/{panel.asset_id}.png")
            for place, panel in enumerate(job.pages[0].panels)
        )
        page = GeneratedPage(page=0, panels=panels)
        done = Generation(id=name, status="PROCESSED", lifecycle=Lifecycle.SUCCEEDED, pages=(page,))
        self._clock.read[name] = done
        heappush(self._clock.due, (job.ready_s, name))


def comic(number: int, pictures: int = 1) -> Unit:
    """Return a unit of one page."""
    request = CreateComic(prompt=f"Page {number}.", size="512x512", fix_panel_num=pictures)
    panels = tuple(PanelKey(number, panel) for panel in range(1, pictures + 1))
    return Unit(digest(request), "create", request, panels, (number,), None, (), price_credits(request), ())


def clip(number: int, first: Unit) -> Unit:
    """Return a clip that begins with the first picture of a page."""
    frame = art_placeholder(depict(first).shown[0].content)
    request = CreateVideo(prompt=f"Clip {number}.", video_options=VideoOptions(duration=4, image=frame))
    return Unit(digest(request), "video", request, (), (), number, (), price_credits(request), ())


def story(case: Case) -> list[Unit]:
    """Return the units of a case as they are read."""
    if not case.is_mixed:
        return [comic(number) for number in range(1, case.units + 1)]
    clips = case.units // CLIP_EVERY
    random = Random(case.seed)
    pages = [comic(number, random.choice((1, 4, 4, 8))) for number in range(1, case.units - clips + 1)]
    return [*pages, *(clip(number, first) for number, first in enumerate(random.sample(pages, clips), 1))]


def depict(unit: Unit) -> Depiction:
    """Return what is remembered of a unit's pictures; no two show the same."""
    return Depiction(
        unit.operation,
        shown=tuple(Shown(0, panel, f"{unit.key[:30]}{panel:02}") for panel in range(len(unit.panels))),
    )


def experience(case: Case) -> Learnt:
    """Return what builds have learnt of a mixed story's kinds; nothing of any other."""
    learnt, random = Learnt(), Random(case.seed)
    for unit in story(case) if case.is_mixed else ():
        took_s = random.uniform(*MIXED_S[len(unit.panels)])
        learnt.see(kind_of(unit), took_s * 0.95, took_s * 1.05)
    return learnt


def simulate(case: Case, clock: NewsClock) -> Simulator:
    """Return the service of a case."""
    app = make_app(
        seed=case.seed,
        now_s=clock.now_s,
        accounts={case.plan: ready_accounts(1_000_000_000)[case.plan]},
        keys={"sk": case.plan},
        shortest_s=case.jobs_s[0],
        longest_s=case.jobs_s[1],
        switches=Switches(polls_count=case.polls_count),
    )
    account = replace(app.state.accounts[case.plan], max_requests=1_000_000)
    app.state = replace(app.state, accounts={case.plan: account})
    return app


def build(case: Case, root: Path) -> Outcome:
    """Return how long a build takes."""
    clock = NewsClock(is_patient=case.is_mixed)
    app = simulate(case, clock)
    line = Line(app, clock, case)
    pace = replace(PACES[case.plan], polls_count=case.polls_count)
    began_s = ended_s = clock.now_s()

    async def follow() -> float:
        last_s = began_s
        store = AssetStore(root / "store", is_durable=False)
        with closing(open_draft_ledger(root / "ledger.sqlite", made_by="", has=store.has)) as ledger:
            ledger.record_note(LEARNT, experience(case).told())
            limiter = Limiter(clock, pace.windows, on_take=ledger.record_slot)
            questions = limiter if pace.polls_count else Limiter(clock, pace.question_windows)
            client = ComicClient("http://127.0.0.1", "sk", transport=line, clock=clock, gate=questions.slot)
            desk = Desk(client, ledger, store, clock, limiter, pace, questions=None if pace.polls_count else questions)
            plan = make_plan(story(case), {}, set())
            news = clock.news() if case.has_webhooks else None
            async with client:
                events = execute(
                    plan, desk, MemoryFiles({}), depict, stop=Event(), keeps_order=case.keeps_order, news=news
                )
                async for event in events:
                    assert not isinstance(event, Refused | Failed | Blocked), event
                    if isinstance(event, Finished):
                        last_s = clock.now_s()
        return last_s

    ended_s = run(follow())
    return _outcome(case, app, line, ended_s - began_s)


def naive(case: Case) -> Outcome:
    """Return how long the pattern of the vendor's clients takes: create all, then ask about each every few seconds."""
    clock = NewsClock()
    app = simulate(case, clock)
    line = Line(app, clock, case)
    began_s = clock.now_s()

    async def follow() -> None:
        async with httpx.AsyncClient(transport=line, headers={"Authorization": "Bearer sk"}) as http:
            jobs: list[tuple[float, str]] = []
            for number in range(1, case.units + 1):
                body = comic(number).request.body()
                while (answer := await http.post("http://127.0.0.1/v1/comics/generations", json=body)).is_error:
                    await clock.sleep(NAIVE_PAUSE_S)
                heappush(jobs, (clock.now_s(), answer.json()["id"]))
            while jobs:
                due_s, name = heappop(jobs)
                await clock.sleep(due_s - clock.now_s())
                answer = await http.get(f"http://127.0.0.1/v1/comics/generations/{name}")
                if answer.is_error or answer.json()["status"] != "PROCESSED":
                    heappush(jobs, (clock.now_s() + NAIVE_PAUSE_S, name))

    run(follow())
    return _outcome(case, app, line, clock.now_s() - began_s)


def _outcome(case: Case, app: Simulator, line: Line, makespan_s: float) -> Outcome:
    took_s = {job.prompt: job.ready_s - job.begun_s for job in app.state.jobs.values()}
    counted = 2 * case.units if case.polls_count and not case.has_webhooks else case.units
    windows = PACES[case.plan].windows
    last_s = max((counted - 1) // one.requests * one.length_s for one in windows)

    def least_s(in_order: Sequence[float]) -> float:
        return max(
            max(place // one.requests * one.length_s for one in windows) + duration_s
            for place, duration_s in enumerate(in_order)
        )

    units = [unit for unit in story(case) if unit.request.body()["prompt"] in took_s]
    waits_s = _waits_s(units, [took_s[unit.request.body()["prompt"]] for unit in units])
    usual_s = _waits_s(units, [mean(MIXED_S[len(unit.panels)]) if case.is_mixed else 0.0 for unit in units])
    by_kind = sorted(range(len(units)), key=lambda place: -usual_s[place])
    bound_s = max(last_s, least_s(sorted(waits_s, reverse=True)))
    fair_s = max(last_s, least_s([waits_s[place] for place in by_kind]))
    return Outcome(makespan_s, bound_s, fair_s, line.refused, sum(entry.status == 200 for entry in app.log.entries))


def _waits_s(units: Sequence[Unit], took_s: Sequence[float]) -> list[float]:
    """Return how long after each unit is sent it is done, with the clip that begins with its art."""
    clips_s = {
        unit.request.video_options.image: own_s
        for unit, own_s in zip(units, took_s, strict=True)
        if isinstance(unit.request, CreateVideo)
    }
    return [
        own_s + max((clips_s.get(art_placeholder(shown.content), 0.0) for shown in depict(unit).shown), default=0.0)
        for unit, own_s in zip(units, took_s, strict=True)
    ]


def main() -> None:
    """Print a line for each number of units, plan, reading and kind of story; arguments are numbers of units."""
    numbers = [int(word) for word in argv[1:]] or [1, 10, 50, 100, 1_000]
    stdout.write(
        "units plan  polls     story   makespan_s      bound_s  ratio worst   fair  429s     naive_s ratio   429s\n"
    )
    readings = ((True, False), (False, False), (True, True))
    for number, plan, (counts, hooks), (mixed, keeps) in product(
        numbers, PACES, readings, ((False, False), (True, True), (True, False))
    ):
        if mixed and not CLIP_EVERY <= number <= 100:
            continue
        found, vendor = [], []
        for seed in range({1: 24, 10: 12, 50: 3}.get(number, 1)):
            case = Case(number, plan, counts, hooks, seed, is_mixed=mixed, keeps_order=keeps)
            with TemporaryDirectory(dir="/dev/shm") as folder:
                found.append(build(case, Path(folder)))
            if seed < 2 and plan == "paid" and number <= 100 and not mixed:
                vendor.append(naive(replace(case, has_webhooks=False)))
        reading = "webhooks" if hooks else "counted" if counts else "free"
        kind = ("as read" if keeps else "mixed") if mixed else "equal"
        stdout.write(
            f"{number:>5} {plan}  {reading:<8} {kind:<7} {mean(one.makespan_s for one in found):>11,.1f} "
            f"{mean(one.bound_s for one in found):>12,.1f} {mean(one.ratio for one in found):>6.3f} {max(one.ratio for one in found):>5.2f} "
            f"{mean(one.fair_ratio for one in found):>6.3f} {sum(one.refused for one in found):>5}"
        )
        if vendor:
            stdout.write(
                f" {mean(one.makespan_s for one in vendor):>11,.1f} {mean(one.ratio for one in vendor):>5.2f} "
                f"{sum(one.refused for one in vendor) // len(vendor):>6,}"
            )
        stdout.write("\n")
        stdout.flush()


if __name__ == "__main__":
    main()

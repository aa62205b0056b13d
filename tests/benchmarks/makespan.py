"""How long builds of many units take, against the time that no build can undercut, in a time that passes at no time.

The units are sent to the simulator, which enforces the limits of a plan; each answer takes its time, and jobs take half a minute to two.
Beside a build stands what a client does that creates everything and then asks about each job every five seconds, as the vendor's do.
"""

from asyncio import Event, Queue, run, sleep
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from heapq import heappop, heappush
from itertools import product
from pathlib import Path
from random import Random
from statistics import mean
from sys import argv, stdout
from tempfile import TemporaryDirectory
from typing import Final

import httpx
from msgspec import Struct
from msgspec.structs import replace

from storyc.api import ComicClient, JumpingClock, in_process
from storyc.building import DEMO_PACE, PAID_PACE, Desk, Finished, Limiter, News, Pace, execute
from storyc.ledger import open_draft_ledger
from storyc.lowering import Depiction, Unit
from storyc.planning import make_plan
from storyc.sim import Simulator, Switches, make_app, ready_accounts
from storyc.store import AssetStore
from storyc.storyboard import PanelKey
from storyc.text import MemoryFiles
from storyc.wire import (
    CreateComic,
    GeneratedPage,
    GeneratedPanel,
    Generation,
    Lifecycle,
    Plan,
    digest,
    price_credits,
)

LATENCY_S: Final = (0.05, 0.6)
"""Of a request, there and back."""
NAIVE_PAUSE_S: Final = 5.0
PACES: Final[dict[Plan, Pace]] = {"paid": PAID_PACE, "demo": DEMO_PACE}
# the smallest picture that is one
PIXEL: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000376ef9"
    "240000000a49444154789c6360000000020001"
    "48afa4710000000049454e44ae426082"
)


class Case(Struct, frozen=True):
    """One build."""

    units: int
    plan: Plan = "paid"
    polls_count: bool = True
    has_webhooks: bool = False
    seed: int = 0
    jobs_s: tuple[float, float] = (30.0, 120.0)


class Outcome(Struct, frozen=True):
    """How it went."""

    makespan_s: float
    bound_s: float
    """No build is faster, whatever it knows."""
    blind_s: float
    """None is that does not know which jobs will take long."""
    refused: int
    """Requests that were answered with 429."""
    requests: int
    """That count."""

    @property
    def ratio(self) -> float:
        """Return the makespan in parts of the bound."""
        return self.makespan_s / max(self.bound_s, 1.0)

    @property
    def blind_ratio(self) -> float:
        """Return the makespan in parts of what is possible without knowing the future."""
        return self.makespan_s / max(self.blind_s, 1.0)


class NewsClock(JumpingClock):
    """A clock that stops wherever a job is done, so that somebody can be told."""

    def __init__(self) -> None:
        super().__init__(1_800_000_000.0)
        self.due: list[tuple[float, str]] = []
        self.told: Queue[News] = Queue()
        self.read: dict[str, Generation] = {}

    async def sleep(self, seconds: float) -> None:
        until_s = self.time_s + max(0.0, seconds)
        while self.due and self.due[0][0] <= until_s:
            done_s, name = heappop(self.due)
            self.time_s = max(self.time_s, done_s)
            self.told.put_nowait(News(name, self.read[name]))
            for _ in range(5):
                await sleep(0)
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
        self.refused = 0
        self.found: set[str] = set()
        """Generations whose art was fetched."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith("/assets/"):
            return httpx.Response(200, content=PIXEL)
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


def comic(number: int) -> Unit:
    """Return a unit of one panel."""
    request = CreateComic(prompt=f"Panel {number}.", size="512x512", fix_panel_num=1)
    panels = (PanelKey(number, 1),)
    return Unit(digest(request), "create", request, panels, (number,), None, (), price_credits(request), ())


def depict(unit: Unit) -> Depiction:
    """Return what is remembered of a unit's pictures: nothing, because nothing looks for them again."""
    return Depiction(unit.operation)


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
    clock = NewsClock()
    app = simulate(case, clock)
    line = Line(app, clock, case)
    pace = replace(PACES[case.plan], polls_count=case.polls_count)
    began_s = ended_s = clock.now_s()

    async def follow() -> float:
        last_s = began_s
        store = AssetStore(root / "store", is_durable=False)
        with closing(open_draft_ledger(root / "ledger.sqlite", made_by="", has=store.has)) as ledger:
            limiter = Limiter(clock, pace.windows, on_take=ledger.record_slot)
            questions = limiter if pace.polls_count else Limiter(clock, pace.question_windows)
            client = ComicClient("http://127.0.0.1", "sk", transport=line, clock=clock, gate=questions.slot)
            desk = Desk(client, ledger, store, clock, limiter, pace, questions=None if pace.polls_count else questions)
            units = [comic(number) for number in range(1, case.units + 1)]
            plan = make_plan(units, {}, set())
            news = clock.news() if case.has_webhooks else None
            async with client:
                async for event in execute(plan, desk, MemoryFiles({}), depict, stop=Event(), news=news):
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
    durations_s = [job.ready_s - job.begun_s for job in app.state.jobs.values()]
    counted = 2 * case.units if case.polls_count and not case.has_webhooks else case.units
    windows = PACES[case.plan].windows
    last_s = max((counted - 1) // one.requests * one.length_s for one in windows)

    def least_s(in_order: Sequence[float]) -> float:
        return max(
            max(place // one.requests * one.length_s for one in windows) + duration_s
            for place, duration_s in enumerate(in_order)
        )

    bound_s = max(last_s, least_s(sorted(durations_s, reverse=True)))
    return Outcome(
        makespan_s,
        bound_s,
        max(last_s, least_s(durations_s)),
        line.refused,
        sum(entry.status == 200 for entry in app.log.entries),
    )


def main() -> None:
    """Print a line for each number of units, plan and reading; arguments are numbers of units."""
    numbers = [int(word) for word in argv[1:]] or [1, 10, 50, 100, 1_000]
    stdout.write("units plan  polls     makespan_s      bound_s  ratio worst  blind  429s     naive_s ratio   429s\n")
    for number, plan, (counts, hooks) in product(numbers, PACES, ((True, False), (False, False), (True, True))):
        seeds = {1: 24, 10: 12, 50: 3}.get(number, 1)
        found, vendor = [], []
        for seed in range(seeds):
            case = Case(number, plan, counts, hooks, seed)
            with TemporaryDirectory(dir="/dev/shm") as folder:
                found.append(build(case, Path(folder)))
            if seed < 2 and plan == "paid" and number <= 100:
                vendor.append(naive(replace(case, has_webhooks=False)))
        reading = "webhooks" if hooks else "counted" if counts else "free"
        stdout.write(
            f"{number:>5} {plan}  {reading:<8} {mean(one.makespan_s for one in found):>11,.1f} "
            f"{mean(one.bound_s for one in found):>12,.1f} {mean(one.ratio for one in found):>6.3f} {max(one.ratio for one in found):>5.2f} "
            f"{mean(one.blind_ratio for one in found):>6.3f} {sum(one.refused for one in found):>5}"
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

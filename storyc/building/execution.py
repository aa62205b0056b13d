"""Carries a plan out.

One loop decides what happens next: submit, ask, or rest until something is due. Paid requests leave one at a time, so a crash leaves
at most one in doubt. Every step is on record before the next depends on it, and whatever stops the loop, the ledger says what is true.
"""

from asyncio import FIRST_COMPLETED, Event, Task, create_task, gather, wait
from collections import deque
from collections.abc import AsyncGenerator, Iterator
from typing import Any, Final, assert_never

from msgspec import Struct

from storyc.api import NotSentError, RateLimitedError, RejectedError, UnavailableError, printable, spoken
from storyc.errors import ApiError, CredentialsError, RefusedError, StorycError
from storyc.lowering import Unit
from storyc.planning import (
    Barred,
    Collect,
    Create,
    Doubt,
    Downloaded,
    InDoubt,
    Keep,
    Plan,
    RemoteAsset,
    StoredAsset,
    Succeeded,
)
from storyc.planning import Failed as FailedState
from storyc.planning import Submitted as SubmittedState
from storyc.text import Files
from storyc.wire import ErrorBody, Generation, Lifecycle, fill_placeholders

from .desk import Desk
from .events import Blocked, BuildEvent, Doubted, Failed, Kept, Left, Polled, Postponed, Submitted, Uploaded
from .homecoming import Homecoming
from .links import Sources
from .paying import Accepted, Doubtful, NotThrough, Rejected, Unpaid, pay

UNREACHED_PAUSES_S: Final = (1.0, 3.0, 9.0)
"""Before a paid request that never left is sent again; after the last one the build stops."""
LIMITED_PAUSES_S: Final = (5.0, 10.0, 20.0, 40.0, *(60.0,) * 12)
"""The same for one that the service put off without saying for how long."""


def execute(
    plan: Plan, desk: Desk, files: Files, *, stop: Event, budget_credits: int | None = None
) -> AsyncGenerator[BuildEvent, None]:
    """Yield what happens while a plan is carried out, until nothing is left to do or to wait for.

    Setting `stop` ends it soon: nothing more is sent, and what is in flight is left to the next build. Close the iterator to give up at
    once. `budget_credits` is what this run may commit, with what earlier ones left in flight or in doubt; None for any amount.

    Raises: what stopped it, after everything that was paid for and is finished came home.
    """
    return Execution(plan, desk, files, stop, budget_credits).events()


class Flight(Struct):
    """A unit that the service works on."""

    unit: Unit
    generation_id: str
    price_credits: int
    next_poll_s: float
    give_up_s: float
    have: tuple[StoredAsset, ...] = ()
    """Art of it that is at home already."""


class Execution:
    """One run of one plan."""

    def __init__(self, plan: Plan, desk: Desk, files: Files, stop: Event, budget_credits: int | None) -> None:
        self._plan = plan
        self._client = desk.client
        self._ledger = desk.ledger
        self._clock = desk.clock
        self._pace = desk.pace
        self._limiter = desk.limiter
        self._stop = stop
        self._budget_credits = budget_credits
        self._sources = Sources(files, desk.ledger, desk.store)
        self._homecoming = Homecoming(desk, self._say)
        self._said: deque[BuildEvent] = deque()
        self._woken = Event()
        self._queue: list[Create] = []
        self._failures: dict[str, int] = {}
        self._flights: dict[str, Flight] = {}
        self._fetches: set[Task[None]] = set()
        self._not_before_s = 0.0
        self._halt: StorycError | None = None
        self._committed_credits = plan.outstanding_credits

    async def events(self) -> AsyncGenerator[BuildEvent, None]:
        """Yield what happens until nothing is left to do or to wait for. Raises: what stopped it, after the rest is at home."""
        self._begin()
        try:
            while True:
                self._woken.clear()
                for event in self._news():
                    yield event
                self._reap()
                if not await self._turn():
                    break
            for event in self._news():
                yield event
        finally:
            for fetch in self._fetches:
                fetch.cancel()
            await gather(*self._fetches, return_exceptions=True)
        if self._halt is not None:
            raise self._halt

    def _news(self) -> Iterator[BuildEvent]:
        while self._said:
            yield self._said.popleft()

    def _begin(self) -> None:
        now_s = self._clock.now_s()
        for step in self._plan.steps:
            match step:
                case Keep():
                    self._say(Kept(step.unit))
                case Doubt():
                    reason = step.state.reason if isinstance(step.state, InDoubt) else "it was being sent"
                    self._say(Doubted(step.unit, reason))
                case Barred():
                    self._say(Failed(step.unit, step.state.reason or "it was given up"))
                case Collect():
                    have = step.state.assets if isinstance(step.state, Downloaded) else ()
                    self._fly(step.unit, step.state.generation_id, step.state.price_credits, now_s, have)
                case Create():
                    self._queue.append(step)
                case _:
                    assert_never(step)

    def _fly(
        self, unit: Unit, generation_id: str, price_credits: int, poll_s: float, have: tuple[StoredAsset, ...] = ()
    ) -> None:
        give_up_s = self._clock.now_s() + self._pace.patience_s
        self._flights[unit.key] = Flight(unit, generation_id, price_credits, poll_s, give_up_s, have)

    async def _turn(self) -> bool:
        """Do the next thing; return whether there is anything after it."""
        now_s = self._clock.now_s()
        free_s = self._limiter.ready_s()
        if self._stop.is_set() or self._halt is not None:
            self._queue.clear()
        if self._stop.is_set():
            for flying in list(self._flights.values()):
                self._leave(flying)
        step = next((step for step in self._queue if self._sources.missing_art(step.unit) is None), None)
        flight = min(self._flights.values(), key=lambda flight: flight.next_poll_s, default=None)
        submit_s = max(free_s, self._not_before_s)
        if step is not None and submit_s <= now_s:
            await self._send(step)
        elif flight is not None and max(free_s, flight.next_poll_s) <= now_s:
            await self._ask(flight)
        elif step is not None or flight is not None or self._fetches:
            due_s = [submit_s] if step is not None else []
            due_s += [max(free_s, flight.next_poll_s)] if flight is not None else []
            await self._rest(min(due_s, default=None))
        else:
            for blocked in self._queue:
                self._say(Blocked(blocked.unit, "the art that it begins or ends with was not built"))
            return False
        return True

    def _say(self, event: BuildEvent) -> None:
        self._said.append(event)
        self._woken.set()

    async def _rest(self, until_s: float | None) -> None:
        """Wait for a moment, for news of art that comes home, or for the wish to stop, whichever is first."""
        waits: list[Task[Any]] = [create_task(self._woken.wait())]
        if not self._stop.is_set():
            waits.append(create_task(self._stop.wait()))
        if until_s is not None:
            waits.append(create_task(self._clock.sleep(until_s - self._clock.now_s())))
        try:
            await wait(waits, return_when=FIRST_COMPLETED)
        finally:
            for task in waits:
                task.cancel()
            await gather(*waits, return_exceptions=True)

    def _reap(self) -> None:
        """Drop fetches that are over. Raises: what a fetch could not live with, a full disk above all."""
        for fetch in [fetch for fetch in self._fetches if fetch.done()]:
            self._fetches.discard(fetch)
            fetch.result()

    async def _send(self, step: Create) -> None:
        unit, price = step.unit, step.price_credits
        upload = self._sources.next_upload(unit)
        if upload is not None:
            await self._upload(step, *upload)
            return
        if self._budget_credits is not None and self._committed_credits + price > self._budget_credits:
            self._halt = RefusedError(
                f"the next request costs {price:,} credits; with {self._committed_credits:,} spent, in flight or in doubt, "
                f"that is over the limit of {self._budget_credits:,}"
            )
            return
        request = fill_placeholders(unit.request, self._sources.urls(unit))
        self._limiter.take()
        at_s = self._clock.now_s()
        match await pay(step, request, client=self._client, ledger=self._ledger, at_s=at_s):
            case NotThrough(problem):
                self._postpone(step, problem)
            case Unpaid(problem):
                self._halt = problem
            case Rejected(reason):
                self._drop(step, Failed(unit, reason))
            case Doubtful(reason):
                self._committed_credits += price
                self._drop(step, Doubted(unit, reason))
            case Accepted(generation):
                self._committed_credits += price
                self._drop(step, Submitted(unit, generation.id, price))
                wait_s = 0.0 if generation.lifecycle.is_final else self._pace.first_poll_s
                self._fly(unit, generation.id, price, at_s + wait_s)

    async def _upload(self, step: Create, digest: str, name: str) -> None:
        content = self._sources.read_bytes(step.unit, digest)
        try:
            url = await self._client.upload(content, name)
        except CredentialsError as problem:
            self._halt = problem
        except ApiError as problem:
            self._drop(step, Failed(step.unit, f"{name} was not uploaded: {problem.message}"))
        else:
            self._ledger.record_upload(digest, url)
            self._say(Uploaded(step.unit, digest))

    def _drop(self, step: Create, event: BuildEvent) -> None:
        self._queue.remove(step)
        self._say(event)

    def _postpone(self, step: Create, problem: NotSentError | RateLimitedError) -> None:
        pauses_s = LIMITED_PAUSES_S if isinstance(problem, RateLimitedError) else UNREACHED_PAUSES_S
        failures = self._failures[step.unit.key] = self._failures.get(step.unit.key, 0) + 1
        if failures > len(pauses_s):
            self._halt = problem
            return
        said_s = problem.retry_after_s if isinstance(problem, RateLimitedError) else None
        wait_s = pauses_s[failures - 1] if said_s is None else said_s
        self._not_before_s = self._clock.now_s() + wait_s
        self._say(Postponed(step.unit, problem.message, wait_s))

    async def _ask(self, flight: Flight) -> None:
        try:
            generation = await self._client.get(flight.generation_id)
        except CredentialsError as problem:
            self._halt = problem
            self._leave(flight)
            return
        except RejectedError as problem:
            self._flights.pop(flight.unit.key)
            self._say(Failed(flight.unit, problem.message))
            return
        except (NotSentError, RateLimitedError, UnavailableError):
            self._ask_later(flight)
            return
        match generation.lifecycle:
            case Lifecycle.SUCCEEDED:
                self._bring_home(flight, generation)
            case Lifecycle.FAILED | Lifecycle.CANCELLED:
                self._fail(
                    flight, spoken("the service gave up", generation.error or ErrorBody(message=generation.status))
                )
            case Lifecycle.QUEUED | Lifecycle.RUNNING | Lifecycle.UNKNOWN:
                self._say(Polled(flight.unit, printable(generation.status)))
                self._ask_later(flight)

    def _fail(self, flight: Flight, reason: str) -> None:
        self._flights.pop(flight.unit.key)
        # what came home from an earlier answer stays at home
        if isinstance(self._ledger.states()[flight.unit.key], SubmittedState):
            self._ledger.record(flight.unit.key, FailedState(reason, flight.generation_id, flight.price_credits))
        self._say(Failed(flight.unit, reason))

    def _ask_later(self, flight: Flight) -> None:
        now_s = self._clock.now_s()
        if now_s >= flight.give_up_s:
            self._leave(flight)
        else:
            flight.next_poll_s = now_s + self._pace.poll_every_s

    def _leave(self, flight: Flight) -> None:
        self._flights.pop(flight.unit.key)
        self._say(Left(flight.unit, flight.generation_id))

    def _bring_home(self, flight: Flight, generation: Generation) -> None:
        self._flights.pop(flight.unit.key)
        state = Succeeded(flight.generation_id, flight.price_credits, _assets(flight.unit, generation))
        if not flight.have:
            # what is at home already stays on record until there is more
            self._ledger.record(flight.unit.key, state)
        fetch = create_task(self._homecoming.bring(flight.unit, state, flight.have))
        fetch.add_done_callback(lambda _fetch: self._woken.set())
        self._fetches.add(fetch)


def _assets(unit: Unit, generation: Generation) -> tuple[RemoteAsset, ...]:
    if unit.clip is not None:
        urls = (*generation.video_urls, *generation.asset_urls().values())
        return tuple(RemoteAsset(0, 0, url) for url in urls[:1])
    return tuple(RemoteAsset(page, panel, url) for (page, panel), url in sorted(generation.asset_urls().items()))

"""Carries a plan out.

One loop decides what happens next: submit, ask, or rest until something is due. Paid requests leave one at a time, so a crash leaves
at most one in doubt. Every step is on record before the next depends on it, and whatever stops the loop, the ledger says what is true.
"""

from asyncio import FIRST_COMPLETED, Event, Task, create_task, gather, wait
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Iterator
from math import inf
from typing import Any, Final, assert_never

from storyc.errors import StorycError
from storyc.ledger import LEARNT
from storyc.lowering import Depiction, Unit
from storyc.planning import (
    Barred,
    Collect,
    Create,
    Doubt,
    Downloaded,
    InDoubt,
    Keep,
    Plan,
    Reuse,
    StoredAsset,
    Submitted,
    Succeeded,
    in_order_of_sending,
    read_learnt,
)
from storyc.text import Files
from storyc.wire import Generation

from .desk import Desk
from .detour import Otherwise, take_detour
from .events import Adopted, Blocked, BuildEvent, Doubted, Failed, Kept, Renewed, Stopping, Waiting
from .flights import Flight, Flights
from .following import Following
from .homecoming import Homecoming
from .links import Sources
from .news import Inbox, News
from .queueing import Queue
from .schedule import Ask, Rest, Schedule, Send
from .sending import Sending

CLAIM_S: Final = 60.0
"""How long after a doubt the service may still tell, where it tells anything, that the request arrived."""

WORTH_TELLING_S: Final = 120.0
"""A wait that is longer is told, or it would look like a hang."""


def execute(
    plan: Plan,
    desk: Desk,
    files: Files,
    depict: Callable[[Unit], Depiction],
    *,
    stop: Event,
    budget_credits: int | None = None,
    keeps_order: bool = False,
    news: AsyncIterator[News] | None = None,
    otherwise: Otherwise | None = None,
) -> AsyncGenerator[BuildEvent, None]:
    """Yield what happens while a plan is carried out, until nothing is left to do or to wait for.

    Setting `stop` ends it soon: nothing more is sent, and what is in flight is left to the next build. Close the iterator to give up at
    once. `depict` tells what a unit that is bought will show. `budget_credits` is what this run may commit, with what earlier ones left
    in flight or in doubt; None for any amount. `keeps_order` buys in the order of the storyboard even if that takes longer: for an account
    that may not be able to pay for all of it. `news` are what webhooks tell, verified; with them jobs are hardly asked about.
    `otherwise` tells how to go on if the service has forgotten a comic that is to be changed; None buys nothing but what the plan says.

    Raises: what stopped it, after everything that was paid for and is finished came home.
    """
    return Execution(plan, desk, files, depict, stop, budget_credits, news, otherwise, keeps_order=keeps_order).events()


class Execution:
    """One run of one plan."""

    def __init__(
        self,
        plan: Plan,
        desk: Desk,
        files: Files,
        depict: Callable[[Unit], Depiction],
        stop: Event,
        budget_credits: int | None,
        news: AsyncIterator[News] | None,
        otherwise: Otherwise | None,
        *,
        keeps_order: bool,
    ) -> None:
        self._plan = plan
        self._otherwise = otherwise
        self._depict = depict
        self._pace = desk.pace
        self._keeps_order = keeps_order
        self._ledger = desk.ledger
        self._clock = desk.clock
        self._stop = stop
        self._said: deque[BuildEvent] = deque()
        self._woken = Event()
        self._inbox = Inbox(news, self._woken)
        self._sources = Sources(files, desk.ledger, desk.store)
        self._homecoming = Homecoming(desk, self._say)
        self._fetches: dict[Task[None], Unit] = {}
        self._fetched: deque[Task[None]] = deque()
        self._queue: Queue[Create] = Queue(self._obstacle)
        self._flights = Flights()
        self._learnt = read_learnt(desk.ledger.note(LEARNT))
        self._schedule = Schedule(
            desk.pace,
            self._flights,
            self._learnt,
            orders=desk.limiter,
            questions=desk.questions or desk.limiter,
            expects_news=news is not None,
        )
        self._following = Following(
            desk,
            self._flights,
            self._schedule,
            self._learnt,
            say=self._say,
            bring=self._fetch,
            released=self._queue.release,
        )
        self._sending = Sending(
            desk,
            self._queue,
            self._sources,
            depict,
            committed_credits=plan.outstanding_credits,
            budget_credits=budget_credits,
            say=self._say,
            follow=self._follow,
            forgotten=self._go_around,
        )
        self._halt: StorycError | None = None
        self._doubtful: dict[str, Unit] = {}
        """Units in doubt, by their keys."""
        self._claims: deque[News] = deque()
        """What was told of generations that nobody knows yet."""
        self._is_stopping = False
        self._told_until_s = 0.0
        self._claims_until_s = 0.0
        """How long to wait for that, in Unix seconds."""

    async def events(self) -> AsyncGenerator[BuildEvent, None]:
        """Yield what happens until nothing is left to do or to wait for. Raises: what stopped it, after the rest is at home."""
        self._begin()
        try:
            async with self._inbox:
                while True:
                    self._woken.clear()
                    for event in self._news():
                        yield event
                    self._hear()
                    await self._adopt()
                    self._reap()
                    if not await self._turn():
                        break
            for event in self._news():
                yield event
        finally:
            for fetch in self._fetches:
                fetch.cancel()
            await gather(*self._fetches, return_exceptions=True)
        if self._learnt.is_changed:
            self._ledger.record_note(LEARNT, self._learnt.told())
        if self._halt is not None:
            raise self._halt

    def _news(self) -> Iterator[BuildEvent]:
        while self._said:
            yield self._said.popleft()

    def _begin(self) -> None:
        for step in self._plan.steps:
            match step:
                case Keep() | Reuse():
                    self._say(Kept(step.unit))
                case Doubt():
                    reason = step.state.reason if isinstance(step.state, InDoubt) else "it was being sent"
                    self._say(Doubted(step.unit, reason))
                case Barred():
                    self._say(Failed(step.unit, step.state.reason or "it was given up"))
                case Collect():
                    state = step.state
                    have = state.assets if isinstance(state, Downloaded) else ()
                    # what was bought elsewhere was bought nobody knows when
                    began_s = state.at_s or None if isinstance(state, Submitted) else None
                    self._following.begin(step.unit, state.generation_id, state.price_credits, began_s, have)
                case Create():
                    pass  # below, in another order
                case _:
                    assert_never(step)
        purchases = self._plan.purchases
        if not self._keeps_order:
            purchases = in_order_of_sending(purchases, self._depict, self._pace, self._learnt)
        for purchase in purchases:
            self._queue.add(purchase)

    def _follow(self, unit: Unit, price_credits: int, generation: Generation, sent_s: float) -> None:
        began_s = None if generation.lifecycle.is_final else sent_s
        self._following.begin(unit, generation.id, price_credits, began_s)

    def _go_around(self, step: Create, reason: str) -> None:
        """Find another way for what was to be drawn in a comic that the service has forgotten."""
        try:
            found = take_detour(self._queue, step, self._plan, self._otherwise, self._depict)
        except StorycError as problem:
            self._say(Failed(step.unit, reason))
            self._stop_for(problem)
            return
        for one in found.replaced:
            self._say(Renewed(one.unit))
        for one in found.lost:
            self._say(Failed(one.unit, reason))

    def _obstacle(self, step: Create) -> str | None:
        """Return what a step waits for: the content of a panel that it begins with, or the id of a generation that is being changed."""
        link = self._sources.missing_art(step.unit)
        if link is not None:
            shows = self._ledger.depictions()
            self._hurry(flight for flight in self._flights if _shows(shows.get(flight.unit.key), link.content))
            return link.content
        changes = step.unit.changes
        if not changes or not (flights := self._flights.of(changes)):
            return None
        self._hurry(flights)
        return changes

    def _hurry(self, flights: Iterable[Flight]) -> None:
        for flight in list(flights):
            self._schedule.hurry(flight, self._clock.now_s())

    async def _turn(self) -> bool:
        """Do the next thing; return whether there is anything after it."""
        if self._stop.is_set() or self._halt is not None:
            self._queue.clear()
        if self._stop.is_set():
            if not self._is_stopping:
                self._is_stopping = True
                self._say(Stopping(len(self._flights)))
            for flight in list(self._flights):
                self._following.leave(flight)
        step = self._queue.head()
        send_s = None if step is None else self._sending.not_before_s
        match self._schedule.move(self._clock.now_s(), send_s=send_s, waiting=len(self._queue)):
            case Send():
                assert step is not None, "there is something to send"
                self._stop_for(await self._sending.send(step))
            case Ask(flight):
                await self._ask(flight)
            case Rest(until_s) if step is not None or self._flights or self._fetches:
                if not self._announce(until_s):
                    await self._rest(until_s)
            case Rest() if self._clock.now_s() < self._claims_until_s and not self._stop.is_set():
                await self._rest(self._claims_until_s)
            case Rest():
                for blocked in self._queue.waiting():
                    self._say(Blocked(blocked.unit, "the art that it begins or ends with was not built"))
                return False
        return True

    async def _ask(self, flight: Flight) -> None:
        """Ask about a flight, unless the wish to stop comes first: a free request may try again for long."""
        asking, stopping = create_task(self._following.ask(flight)), create_task(self._stop.wait())
        try:
            await wait((asking, stopping), return_when=FIRST_COMPLETED)
            if asking.done():
                self._stop_for(asking.result())
        finally:
            asking.cancel()
            stopping.cancel()
            await gather(asking, stopping, return_exceptions=True)

    def _announce(self, until_s: float) -> bool:
        """Say that a wait will be long, once; return whether it was said now."""
        is_news = (
            WORTH_TELLING_S < until_s - self._clock.now_s() < inf and until_s - self._told_until_s > WORTH_TELLING_S
        )
        if is_news:
            self._told_until_s = until_s
            self._say(Waiting(until_s))
        return is_news

    def _stop_for(self, problem: StorycError | None) -> None:
        self._halt = self._halt or problem

    def _say(self, event: BuildEvent) -> None:
        if isinstance(event, Doubted):
            self._doubtful[event.unit.key] = event.unit
            if not self._inbox.is_over:
                self._claims_until_s = self._clock.now_s() + CLAIM_S
        self._said.append(event)
        self._woken.set()

    async def _rest(self, until_s: float) -> None:
        """Wait for a moment, for news, for art that comes home, or for the wish to stop, whichever is first."""
        waits: list[Task[Any]] = [create_task(self._woken.wait())]
        if not self._stop.is_set():
            waits.append(create_task(self._stop.wait()))
        if until_s < inf:
            waits.append(create_task(self._clock.sleep(until_s - self._clock.now_s())))
        try:
            await wait(waits, return_when=FIRST_COMPLETED)
        finally:
            for task in waits:
                task.cancel()
            await gather(*waits, return_exceptions=True)

    def _hear(self) -> None:
        """Take in what webhooks told; when no more can come, jobs are asked about as if there were none."""
        for news in self._inbox.take():
            if self._following.is_followed(news.generation_id):
                self._following.hear(news)
            elif news.unit_key in self._doubtful:
                self._claims.append(news)
        if self._inbox.is_over:
            self._schedule.expects_news = False

    async def _adopt(self) -> None:
        """Settle doubts with generations that the service told of, once it confirms that they are what was asked for."""
        while self._claims:
            news = self._claims.popleft()
            unit, state = self._doubtful.get(news.unit_key), self._ledger.states().get(news.unit_key)
            if unit is None or not isinstance(state, InDoubt):
                continue
            if await self._following.confirms(unit, news.generation_id):
                del self._doubtful[unit.key]
                self._ledger.settle({unit.key: Submitted(news.generation_id, state.price_credits, state.at_s)})
                self._say(Adopted(unit, news.generation_id))
                self._following.begin(unit, news.generation_id, state.price_credits, None)

    def _fetch(self, unit: Unit, state: Succeeded, have: tuple[StoredAsset, ...]) -> None:
        fetch = create_task(self._homecoming.bring(unit, state, have))
        self._fetches[fetch] = unit
        fetch.add_done_callback(self._note)

    def _note(self, fetch: Task[None]) -> None:
        self._fetched.append(fetch)
        self._woken.set()

    def _reap(self) -> None:
        """Let what waited for art that is at home now go on. Raises: what a fetch could not live with, a full disk above all."""
        while self._fetched:
            fetch = self._fetched.popleft()
            unit = self._fetches.pop(fetch)
            fetch.result()
            depiction = self._ledger.depictions().get(unit.key) if self._queue else None
            for shown in () if depiction is None else depiction.shown:
                self._queue.release(shown.content)


def _shows(depiction: Depiction | None, content: str) -> bool:
    return depiction is not None and any(shown.content == content for shown in depiction.shown)

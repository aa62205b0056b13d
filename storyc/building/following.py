"""How a job is followed: asked about, learnt from, and brought home or given up."""

from collections.abc import Callable
from typing import Final

from storyc.api import NotSentError, RateLimitedError, RejectedError, UnavailableError, printable, spoken
from storyc.errors import ApiError, CredentialsError, StorycError
from storyc.lowering import Unit
from storyc.planning import Failed as FailedState
from storyc.planning import Learnt, StoredAsset, Succeeded, asset_count, kind_of
from storyc.planning import Submitted as SubmittedState
from storyc.wire import CreateComic, CreateVideo, ErrorBody, Generation, Lifecycle

from .arrivals import bought_assets
from .desk import Desk
from .events import BuildEvent, Failed, Left, Polled
from .flights import Flight, Flights
from .news import News
from .schedule import Schedule

_PROMPT: Final = 0.97
"""A job that a webhook tells of was undone when it had this share of its age, as far as anybody knows."""


class Following:
    """Keeps the flights of a build up to date with what the service says."""

    def __init__(
        self,
        desk: Desk,
        flights: Flights,
        schedule: Schedule,
        learnt: Learnt,
        *,
        say: Callable[[BuildEvent], None],
        bring: Callable[[Unit, Succeeded, tuple[StoredAsset, ...]], None],
        released: Callable[[str], None],
    ) -> None:
        """`bring` is told what to bring home, `released` the id of a generation that nothing is asked of any more."""
        self._desk = desk
        self._flights = flights
        self._schedule = schedule
        self._learnt = learnt
        self._say = say
        self._bring = bring
        self._released = released

    def begin(
        self,
        unit: Unit,
        generation_id: str,
        price_credits: int,
        began_s: float | None,
        have: tuple[StoredAsset, ...] = (),
    ) -> None:
        """Follow a job from the time when it was submitted, in Unix seconds; None asks at once, because it is done or nobody knows."""
        now_s = self._desk.clock.now_s()
        kind = kind_of(unit)
        # a time that has not come yet was told by another clock
        known_s = now_s if began_s is None else min(began_s, now_s)
        flight = Flight(
            unit=unit,
            kind=kind,
            generation_id=generation_id,
            price_credits=price_credits,
            began_s=known_s,
            sure_s=now_s if began_s is None else self._schedule.sure_s(kind, known_s),
            give_up_s=now_s + self._desk.pace.patience_s,
            is_timed=began_s is not None,
            have=have,
        )
        self._flights.add(flight)
        self._schedule.begun(flight)

    async def ask(self, flight: Flight) -> StorycError | None:
        """Ask the service about a flight; return what makes it useless to go on. Raises: FileError."""
        try:
            generation = await self._desk.client.get(flight.generation_id)
        except CredentialsError as problem:
            self.leave(flight)
            return problem
        except RejectedError as problem:
            self._land(flight)
            # it stays on record, and the next build asks again: whoever buys it once more pays twice
            known = f"generation {printable(flight.generation_id)} is paid for"
            self._say(Failed(flight.unit, f"{known}, but {problem.message}"))
            return None
        except (NotSentError, RateLimitedError, UnavailableError) as problem:
            flight.trouble = problem.message
            self._ask_later(flight)
            return None
        finally:
            (self._desk.questions or self._desk.limiter).answered()
        flight.trouble = ""
        if generation.lifecycle is Lifecycle.SUCCEEDED:
            # a webhook that should have told of it was lost, and others may be
            self._schedule.expects_news &= flight.is_told
            self._learn(flight, is_prompt=flight.is_told)
        self._settle(flight, generation)
        return None

    def hear(self, news: News) -> None:
        """Take in what a webhook told: all there is to know, or that it is time to ask. Raises: FileError."""
        for flight in self._flights.of(news.generation_id):
            # a message about a comic that was changed may have been written before the change
            if news.generation is not None and not flight.unit.changes and _is_all(flight, news.generation):
                self._learn(flight, is_prompt=True)
                self._settle(flight, news.generation)
            elif news.is_end:
                flight.is_told = True
                self._flights.move(flight, self._desk.clock.now_s())

    def is_followed(self, generation_id: str) -> bool:
        """Whether a build waits for a generation."""
        return bool(self._flights.of(generation_id))

    async def confirms(self, unit: Unit, generation_id: str) -> bool:
        """Whether the service has a generation that was begun with a unit's words; free."""
        try:
            generation = await self._desk.client.get(generation_id)
        except (CredentialsError, ApiError):
            return False
        finally:
            (self._desk.questions or self._desk.limiter).answered()
        request = unit.request
        return isinstance(request, CreateComic | CreateVideo) and generation.prompt == request.prompt

    def leave(self, flight: Flight) -> None:
        """Leave a flight to the next build."""
        self._land(flight)
        self._say(Left(flight.unit, flight.generation_id, flight.trouble))

    def _settle(self, flight: Flight, generation: Generation) -> None:
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
        ledger, key = self._desk.ledger, flight.unit.key
        self._land(flight)
        # what came home from an earlier answer stays at home
        if isinstance(ledger.states()[key], SubmittedState):
            ledger.record(key, FailedState(reason, flight.generation_id, flight.price_credits))
        self._say(Failed(flight.unit, reason))

    def _ask_later(self, flight: Flight) -> None:
        now_s = self._desk.clock.now_s()
        if now_s >= flight.give_up_s:
            self.leave(flight)
        else:
            flight.is_told = False
            self._schedule.in_vain(flight, now_s)

    def _bring_home(self, flight: Flight, generation: Generation) -> None:
        assets, first_page = bought_assets(flight.unit, generation)
        state = Succeeded(flight.generation_id, flight.price_credits, assets, first_page)
        if not flight.have:
            # what is at home already stays on record until there is more
            self._desk.ledger.record(flight.unit.key, state)
        self._land(flight)
        self._bring(flight.unit, state, flight.have)

    def _land(self, flight: Flight) -> None:
        self._flights.remove(flight)
        self._released(flight.generation_id)

    def _learn(self, flight: Flight, *, is_prompt: bool) -> None:
        """Learn from a job that is done; `is_prompt` says whether it was heard of at once."""
        if self._desk.limiter.windows and flight.is_timed:
            age_s = self._desk.clock.now_s() - flight.began_s
            self._learnt.see(flight.kind, max(flight.undone_at_s, age_s * _PROMPT if is_prompt else 0.0), age_s)


def _is_all(flight: Flight, generation: Generation) -> bool:
    """Return whether there is nothing more to ask about a flight."""
    if generation.lifecycle is Lifecycle.SUCCEEDED:
        return len(bought_assets(flight.unit, generation)[0]) >= asset_count(flight.unit)
    return generation.lifecycle.is_final

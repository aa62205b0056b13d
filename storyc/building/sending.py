"""How a step leaves: its files go first, then the paid request, if the budget allows it."""

from collections.abc import Callable
from typing import Final

from storyc.api import NotSentError, RateLimitedError
from storyc.errors import ApiError, CredentialsError, FileError, RefusedError, StorycError
from storyc.lowering import Depiction, Unit
from storyc.planning import Create
from storyc.wire import CreateComic, CreateVideo, Generation, fill_placeholders

from .desk import Desk
from .events import BuildEvent, Doubted, Failed, Postponed, Submitted, Uploaded
from .links import Sources
from .paying import Accepted, Doubtful, NotThrough, Order, Rejected, Unpaid, pay
from .queueing import Queue

UNREACHED_PAUSES_S: Final = (1.0, 3.0, 9.0)
"""Before a paid request that never left is sent again; after the last one the build stops."""
LIMITED_PAUSES_S: Final = (5.0, 10.0, 20.0, 40.0, *(60.0,) * 12)
"""The same for one that the service put off without saying for how long."""


class Sending:
    """Sends the first step of a queue, and takes it away once it is clear what became of it."""

    def __init__(
        self,
        desk: Desk,
        queue: Queue[Create],
        sources: Sources,
        depict: Callable[[Unit], Depiction],
        *,
        committed_credits: int,
        budget_credits: int | None,
        say: Callable[[BuildEvent], None],
        follow: Callable[[Unit, int, Generation, float], None],
        forgotten: Callable[[Create, str], None],
    ) -> None:
        """`follow` is told the unit, its price, the job that was begun and when its request left, in Unix seconds.

        `forgotten` is told a step that was taken away because the service does not know what it changes, and what it said.
        """
        self.not_before_s = 0.0
        """When the first step may be sent, in Unix seconds."""
        self._desk = desk
        self._queue = queue
        self._sources = sources
        self._depict = depict
        self._committed_credits = committed_credits
        self._budget_credits = budget_credits
        self._say = say
        self._follow = follow
        self._forgotten = forgotten
        self._failures: dict[str, int] = {}

    async def send(self, step: Create) -> StorycError | None:
        """Do the next thing for the first step; return what makes it useless to send any. Raises: FileError."""
        unit, price = step.unit, step.price_credits
        upload = self._sources.next_upload(unit)
        if upload is not None:
            return await self._upload(step, *upload)
        if self._budget_credits is not None and self._committed_credits + price > self._budget_credits:
            return RefusedError(
                f"the next request costs {price:,} credits; with {self._committed_credits:,} spent, in flight or in doubt, "
                f"that is over the limit of {self._budget_credits:,}",
                hint="what was bought stays; raise --max-cost and build again for the rest",
            )
        desk = self._desk
        if not desk.is_free and not desk.store.has_room():
            return FileError(
                f"the disk of {desk.store.folder} is all but full, and what is bought must be kept",
                hint="nothing is lost; make room and build again",
            )
        request = self._with_callback(fill_placeholders(unit.request, self._sources.urls(unit)), unit)
        depiction = self._depict(unit)
        desk.limiter.take()
        at_s = desk.clock.now_s()
        outcome = await pay(step, request, depiction, client=desk.client, ledger=desk.ledger, at_s=at_s)
        desk.limiter.answered()
        match outcome:
            case NotThrough(problem):
                return self._postpone(step, problem)
            case Unpaid(problem):
                return problem
            case Rejected(reason, is_gone=True):
                self._queue.drop()
                self._forgotten(step, reason)
            case Rejected(reason):
                self._drop(Failed(unit, reason))
            case Doubtful(reason):
                self._committed_credits += price
                self._drop(Doubted(unit, reason))
            case Accepted(generation):
                self._committed_credits += price
                self._drop(Submitted(unit, generation.id, price))
                self._follow(unit, price, generation, at_s)
        return None

    def _with_callback(self, request: Order, unit: Unit) -> Order:
        """Return the request with the address that is to be called when it is done; a change of a comic names none."""
        callback = self._desk.callback
        if callback is None or not isinstance(request, CreateComic | CreateVideo):
            return request
        return request.model_copy(update={"callback_url": callback(unit.key)})

    async def _upload(self, step: Create, digest: str, name: str) -> StorycError | None:
        desk, content = self._desk, self._sources.read_bytes(step.unit, digest)
        if desk.questions is not None:
            # the client's gate limits questions, and an upload is none
            desk.limiter.take()
        try:
            url = await desk.client.upload(content, name)
        except CredentialsError as problem:
            return problem
        except NotSentError as problem:
            return self._postpone(step, problem)
        except ApiError as problem:
            self._drop(Failed(step.unit, f"{name} was not uploaded: {problem.message}"))
        else:
            desk.ledger.record_upload(digest, url)
            self._say(Uploaded(step.unit, digest))
        finally:
            desk.limiter.answered()
        return None

    def _drop(self, event: BuildEvent) -> None:
        self._queue.drop()
        self._say(event)

    def _postpone(self, step: Create, problem: NotSentError | RateLimitedError) -> StorycError | None:
        pauses_s = LIMITED_PAUSES_S if isinstance(problem, RateLimitedError) else UNREACHED_PAUSES_S
        failures = self._failures[step.unit.key] = self._failures.get(step.unit.key, 0) + 1
        if failures > len(pauses_s):
            return problem
        said_s = problem.retry_after_s if isinstance(problem, RateLimitedError) else None
        wait_s = pauses_s[failures - 1] if said_s is None else said_s
        self.not_before_s = self._desk.clock.now_s() + wait_s
        self._say(Postponed(step.unit, problem.message, wait_s))
        return None

"""The paid call: intent on disk, one request, outcome on disk.

Nothing else in storyc sends a paid request. Between the two records nothing but this process's death can come, and whoever then finds
the intent knows that it may have been paid for.
"""

from shlex import quote
from typing import Final

from msgspec import Struct

from storyc.api import ComicService, NotSentError, RateLimitedError, RejectedError, UnfitError
from storyc.errors import CredentialsError, FileError, InDoubtError
from storyc.ledger import LedgerStore
from storyc.lowering import Depiction
from storyc.planning import Create, Failed, InDoubt, Intended, Planned, Submitted
from storyc.wire import ContinueWrite, CreateComic, CreateVideo, Generation, RegeneratePanel, canonical

_FORGOTTEN: Final = frozenset({404, 410})
"""What is answered about a generation that nobody knows."""

Order = CreateComic | RegeneratePanel | ContinueWrite | CreateVideo


class Accepted(Struct, frozen=True):
    """The service works on it."""

    generation: Generation


class NotThrough(Struct, frozen=True):
    """Provably nothing was bought; the same request may be sent again."""

    problem: NotSentError | RateLimitedError


class Rejected(Struct, frozen=True):
    """The service will not have this request."""

    reason: str
    is_gone: bool = False
    """Whether it does not know the generation any more that was to be changed."""


class Doubtful(Struct, frozen=True):
    """It may have been bought."""

    reason: str


class Unpaid(Struct, frozen=True):
    """The key, the credits or the way to the service are no good; nothing is wrong with the request."""

    problem: CredentialsError | UnfitError


Outcome = Accepted | NotThrough | Rejected | Doubtful | Unpaid


async def pay(
    step: Create, request: Order, depiction: Depiction, *, client: ComicService, ledger: LedgerStore, at_s: float
) -> Outcome:
    """Send a request whose placeholders are filled, once, and return what became of it. Raises: FileError."""
    key, price = step.unit.key, step.price_credits
    ledger.intend(key, Intended(price, at_s), canonical(step.unit.request), depiction)
    try:
        generation = await client.submit(request, step.unit.changes)
    except (NotSentError, RateLimitedError) as problem:
        ledger.record(key, Planned())
        return NotThrough(problem)
    except (CredentialsError, UnfitError) as problem:
        # nothing is wrong with the request, so a better key, more credits or another way may send it again
        ledger.record(key, Planned())
        return Unpaid(problem)
    except RejectedError as problem:
        is_gone = bool(step.unit.changes) and problem.said.status in _FORGOTTEN
        ledger.record(key, Failed(problem.message, is_gone=is_gone))
        return Rejected(problem.message, is_gone)
    except InDoubtError as problem:
        ledger.record(key, InDoubt(problem.message, price, at_s))
        return Doubtful(problem.message)
    try:
        ledger.record(key, Submitted(generation.id, price, at_s))
    except FileError as problem:
        raise FileError(
            problem.message,
            hint=f"generation {generation.id} is paid for and could not be recorded: when this is mended, "
            f"`storyc state resolve {key[:12]} --adopt {quote(generation.id)}`",
        ) from problem
    return Accepted(generation)

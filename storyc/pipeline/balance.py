"""What the account says before and after a build: which limits hold, and what was really paid."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from storyc.building import Desk
from storyc.errors import StorycError
from storyc.planning import DEMO_PACE

PLAN: Final = "plan"
"""Under which a ledger notes the plan of the account."""
_DEMO: Final = "demo"


class Balance(Struct, frozen=True):
    """The account at a moment."""

    credits: int
    at_s: float
    """Unix seconds."""


async def look_at_account(desk: Desk) -> tuple[Desk, Balance | None]:
    """Return the desk at the pace that the account's plan allows, and the balance if the service tells it.

    A demo account is asked once: each further question would be one of its few of the day.
    """
    if desk.ledger.note(PLAN) == _DEMO:
        return _slowed(desk), None
    try:
        usage = await desk.client.usage()
    except StorycError:
        # whatever is wrong with the key or the network is told by what is paid for, or by nothing
        return desk, None
    finally:
        (desk.questions or desk.limiter).answered()
    if usage.is_paid_plan is False:
        desk.ledger.record_note(PLAN, _DEMO)
        desk = _slowed(desk)
    return desk, None if usage.credits is None else Balance(usage.credits, desk.clock.now_s())


async def look_again(desk: Desk) -> Balance | None:
    """Return the balance if the service tells it and the question keeps nobody waiting."""
    limits = desk.questions or desk.limiter
    if limits.ready_s() > desk.clock.now_s():
        return None
    try:
        usage = await desk.client.usage()
    except StorycError:
        return None
    finally:
        limits.answered()
    return None if usage.credits is None else Balance(usage.credits, desk.clock.now_s())


def evidence(before: Balance | None, after: Balance | None, known_credits: int) -> str:
    """Return what speaks for or against a purchase in doubt; empty if nothing does."""
    if before is None or after is None:
        return ""
    gone = before.credits - after.credits
    return (
        f"the account had {before.credits:,} credits before that build and {after.credits:,} after it: {gone:,} are gone, "
        f"and {known_credits:,} are accounted for"
    )


def _slowed(desk: Desk) -> Desk:
    desk.limiter.windows = DEMO_PACE.windows
    return replace(desk, pace=replace(DEMO_PACE, polls_count=desk.pace.polls_count))

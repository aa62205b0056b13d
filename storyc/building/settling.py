"""What a person says about a unit that no build may decide."""

from typing import assert_never

from msgspec import Struct

from storyc.errors import UsageError
from storyc.planning import Abandoned, InDoubt, Planned, Submitted, UnitState, may_be_settled

from .ledger import LedgerStore


class Adopt(Struct, frozen=True):
    """It was bought, and this is its generation."""

    generation_id: str


class Resubmit(Struct, frozen=True):
    """It was not bought, or is to be bought again."""


class Abandon(Struct, frozen=True):
    """It is not wanted any more."""

    reason: str = ""


Decision = Adopt | Resubmit | Abandon


def settle(ledger: LedgerStore, key: str, decision: Decision) -> UnitState:
    """Record a decision about a unit and return its new state; hold the project's lock.

    Raises: UsageError if the unit is in no state that can be settled so, FileError.
    """
    before = ledger.states().get(key, Planned())
    after = _after(before, decision)
    if after is None or not may_be_settled(before, after):
        raise UsageError(
            f"unit {key[:12]} cannot be settled like that", hint="`storyc state list` shows what is in doubt"
        )
    ledger.settle({key: after})
    return after


def _after(before: UnitState, decision: Decision) -> UnitState | None:
    match decision:
        case Adopt(generation_id):
            return Submitted(generation_id, before.price_credits, before.at_s) if isinstance(before, InDoubt) else None
        case Resubmit():
            return Planned()
        case Abandon(reason):
            return Abandoned(reason)
        case _:
            assert_never(decision)

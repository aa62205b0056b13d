"""What a person says about a unit that no build may decide."""

from collections.abc import Callable
from contextlib import closing
from typing import assert_never

from msgspec import Struct

from storyc.disk import hold_lock
from storyc.errors import UsageError
from storyc.planning import Abandoned, InDoubt, Planned, Submitted, UnitState, may_be_settled

from .history import find_key
from .ledger import LedgerStore
from .lockfile import load_purchases, save_purchases
from .memory import Memory
from .opening import open_ledger


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


def resolve(memory: Memory, word: str, decision: Decision, on_wait: Callable[[str], None]) -> tuple[str, UnitState]:
    """Record a decision about the unit whose key begins with a word; return its key and its new state.

    Raises: UsageError, FileError.
    """
    with hold_lock(memory.guard, on_wait):
        purchases = load_purchases(memory.story_lock)
        has_paid_art = memory.store.has_anything()
        with closing(open_ledger(memory.ledger, purchases=purchases, has_paid_art=has_paid_art)) as ledger:
            key = find_key(word, sorted(ledger.states()))
            state = settle(ledger, key, decision)
            # a lock that still named what is not wanted would bring it back
            forgotten = key if isinstance(decision, Resubmit) else ""
            save_purchases(memory.story_lock, ledger.states(), ledger.depictions(), forgotten=forgotten)
    return key, state


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

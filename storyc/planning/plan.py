"""What a build would do with each unit, from what is wanted, what is on record and what is in the store.

Equal keys are one purchase, so a plan holds each key once, in the order in which the storyboard first asks for it.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import assert_never

from msgspec import Struct

from storyc.lowering import Unit

from .places import asset_count
from .states import (
    Abandoned,
    Downloaded,
    Failed,
    InDoubt,
    Intended,
    Planned,
    Submitted,
    Succeeded,
    UnitState,
    committed_credits,
)


class Keep(Struct, frozen=True, gc=False):
    """All its art is at home."""

    unit: Unit
    state: Downloaded


class Collect(Struct, frozen=True, gc=False):
    """It is paid for; what the service has of it is to be brought home. Free."""

    unit: Unit
    state: Submitted | Succeeded | Downloaded


class Create(Struct, frozen=True, gc=False):
    """It is to be bought."""

    unit: Unit
    price_credits: int


class Doubt(Struct, frozen=True, gc=False):
    """It may have been bought; a person must settle that."""

    unit: Unit
    state: InDoubt | Intended


class Barred(Struct, frozen=True, gc=False):
    """It failed or was given up, and is not bought again until its request changes."""

    unit: Unit
    state: Failed | Abandoned


class Orphan(Struct, frozen=True, gc=False):
    """It is on record and no longer wanted. Its art stays."""

    key: str
    state: UnitState


Step = Keep | Collect | Create | Doubt | Barred


class Plan(Struct, frozen=True, gc=False):
    """Everything that a build would do."""

    steps: tuple[Step, ...]
    """In the order of the storyboard, each key once."""
    orphans: tuple[Orphan, ...]
    """In the order of their keys."""

    @property
    def price_credits(self) -> int:
        """Return what the build would buy, an estimate."""
        return sum(step.price_credits for step in self.steps if isinstance(step, Create))

    @property
    def outstanding_credits(self) -> int:
        """Return what earlier builds committed and may still get nothing for: what is in flight or in doubt."""
        return sum(
            step.state.price_credits
            for step in self.steps
            if isinstance(step, Doubt) or (isinstance(step, Collect) and isinstance(step.state, Submitted))
        )

    @property
    def is_settled(self) -> bool:
        """Whether everything wanted is at home."""
        return all(isinstance(step, Keep) for step in self.steps)


def make_plan(
    wanted: Sequence[Unit], record: Mapping[str, UnitState], have: AbstractSet[str], *, is_free: bool = False
) -> Plan:
    """Return what to do with each wanted unit; `have` are the SHA-256 of the art in the store. Linear in all three."""
    units = {unit.key: unit for unit in wanted}
    steps = tuple(_step(unit, record.get(key, Planned()), have, is_free=is_free) for key, unit in units.items())
    orphans = tuple(Orphan(key, record[key]) for key in sorted(record.keys() - units.keys()))
    return Plan(steps, orphans)


def spent_credits(wanted: Sequence[Unit], record: Mapping[str, UnitState]) -> int:
    """Return what the wanted units have cost or may have cost so far."""
    return sum(committed_credits(record[key]) for key in {unit.key for unit in wanted} if key in record)


def _step(unit: Unit, state: UnitState, have: AbstractSet[str], *, is_free: bool) -> Step:
    match state:
        case Planned():
            return Create(unit, 0 if is_free else unit.price_credits)
        case Submitted() | Succeeded():
            return Collect(unit, state)
        case Downloaded():
            is_whole = len(state.assets) >= asset_count(unit)
            return (
                Keep(unit, state)
                if is_whole and all(asset.sha256 in have for asset in state.assets)
                else Collect(unit, state)
            )
        case InDoubt() | Intended():
            return Doubt(unit, state)
        case Failed() | Abandoned():
            return Barred(unit, state)
        case _:
            assert_never(state)

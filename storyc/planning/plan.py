"""What a build would do with each unit, from what is wanted, what is on record and what is in the store.

Equal keys are one purchase, so a plan holds each key once, in the order in which the storyboard first asks for it.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import assert_never

from msgspec import Struct

from storyc.lowering import Unit

from .alignment import Aligner
from .holdings import Past
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


class Reuse(Struct, frozen=True, gc=False):
    """It was never bought as it is now; the pictures of its panels are at home all the same."""

    unit: Unit


class Create(Struct, frozen=True, gc=False):
    """It is to be bought."""

    unit: Unit
    price_credits: int
    whole: Unit | None = None
    """The wanted unit whose missing panels it brings; None if it is wanted itself."""
    base: str = ""
    """The key of the earlier purchase that is most like it; empty if none is."""


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


Step = Keep | Reuse | Collect | Create | Doubt | Barred


class Plan(Struct, frozen=True, gc=False):
    """Everything that a build would do."""

    steps: tuple[Step, ...]
    """In the order of the storyboard, each key once."""
    orphans: tuple[Orphan, ...]
    """In the order of their keys."""
    left_out: tuple[Create, ...] = ()
    """What the storyboard lacks and nobody asked for this time."""
    set_aside: tuple[Barred, ...] = ()
    """What failed or was given up and nobody asked for this time."""

    @property
    def price_credits(self) -> int:
        """Return what the build would buy, an estimate."""
        return sum(step.price_credits for step in self.purchases)

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
        return all(isinstance(step, Keep | Reuse) for step in self.steps)

    @property
    def purchases(self) -> tuple[Create, ...]:
        """Return what would be paid for."""
        return tuple(step for step in self.steps if isinstance(step, Create))


def make_plan(
    wanted: Sequence[Unit],
    record: Mapping[str, UnitState],
    have: AbstractSet[str],
    *,
    is_free: bool = False,
    past: Past | None = None,
) -> Plan:
    """Return what to do with each wanted unit; `have` are the SHA-256 of the art in the store.

    Without a `past` only whole units are known again. Linear in all that is wanted and on record, but for pages of a unit that changed.

    Raises: ConfigError if the project's template fails on a part of a unit.
    """
    return _Planner(wanted, record, have, past, is_free=is_free).plan()


class _Planner:
    """One plan in the making."""

    def __init__(
        self,
        wanted: Sequence[Unit],
        record: Mapping[str, UnitState],
        have: AbstractSet[str],
        past: Past | None,
        *,
        is_free: bool,
    ) -> None:
        self._units = {unit.key: unit for unit in wanted}
        self._record = record
        self._have = have
        self._past = past
        self._is_free = is_free
        self._steps: dict[str, Step] = {}
        self._used: set[str] = set()
        """Keys of purchases that some step makes use of."""

    def plan(self) -> Plan:
        aligner = self._aligner()
        if aligner is not None:
            for unit in self._units.values():
                aligner.expect(unit)
        for key, unit in self._units.items():
            if aligner is None or not isinstance(self._record.get(key, Planned()), Planned):
                self._add(unit)
            else:
                self._align(unit, aligner)
        self._collect_orphans()
        idle = sorted(self._record.keys() - self._steps.keys() - self._used)
        return Plan(tuple(self._steps.values()), tuple(Orphan(key, self._record[key]) for key in idle))

    def _aligner(self) -> Aligner | None:
        """Return who aligns what is not on record as it is; None if there is nothing to align, or nothing to align it with."""
        if self._past is None or self._units.keys() <= self._record.keys() or self._record.keys() <= self._units.keys():
            # where every purchase is wanted as it is, none is left over for what is not on record
            return None
        depictions = self._past.depictions()
        return Aligner(self._past, self._record, self._have) if depictions else None

    def _add(self, unit: Unit, whole: Unit | None = None, base: str = "") -> None:
        if unit.key not in self._steps:
            self._steps[unit.key] = self._step(unit, whole, base)

    def _align(self, unit: Unit, aligner: Aligner) -> None:
        found = aligner.align(unit)
        self._used.update(found.used)
        for key in found.awaited:
            if (recovered := self._recover(key)) is not None:
                self._add(recovered)
            else:
                # neither brought home nor bought again: what to do about it is for a person to say
                reason = f"pictures of it belong to {key[:12]}, and nothing tells how to bring that home"
                self._steps[unit.key] = Barred(unit, Failed(reason))
        for part in found.buy:
            self._add(part, None if part is unit else unit, "" if found.base is None else found.base.key)
        if not found.buy and not found.awaited:
            self._steps[unit.key] = Reuse(unit)

    def _collect_orphans(self) -> None:
        """Bring home what was paid for, also if nothing asks for it any more."""
        for key in sorted(self._record.keys() - self._steps.keys()):
            if isinstance(self._record[key], Submitted | Succeeded) and (unit := self._recover(key)) is not None:
                self._add(unit)

    def _recover(self, key: str) -> Unit | None:
        return self._units.get(key) or (None if self._past is None else self._past.recover(key))

    def _step(self, unit: Unit, whole: Unit | None, base: str) -> Step:
        state = self._record.get(unit.key, Planned())
        match state:
            case Planned():
                return Create(unit, 0 if self._is_free else unit.price_credits, whole, base)
            case Submitted() | Succeeded():
                return Collect(unit, state)
            case Downloaded():
                is_whole = len(state.assets) >= asset_count(unit)
                return (
                    Keep(unit, state)
                    if is_whole and all(asset.sha256 in self._have for asset in state.assets)
                    else Collect(unit, state)
                )
            case InDoubt() | Intended():
                return Doubt(unit, state)
            case Failed() | Abandoned():
                return Barred(unit, state)
            case _:
                assert_never(state)


def spent_credits(keys: Iterable[str], record: Mapping[str, UnitState]) -> int:
    """Return what purchases have cost or may have cost so far, by their keys."""
    return sum(committed_credits(record[key]) for key in set(keys) if key in record)

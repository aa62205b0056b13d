"""What goes wrong on request: a plan says at which endpoint, how often, and in which way.

A plan is a value; equal plans and requests bring equal faults. Chance comes from the plan's seed.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated, Final, Literal, get_args

from msgspec import Meta, Struct, ValidationError, convert

from .routes import Endpoint

Kind = Literal[
    "refused", "reset-before", "reset-after", "status", "status-after", "slow", "truncated", "invalid-json",
    "wrong-type", "huge", "failed", "cancelled", "endless", "partial", "expired", "corrupt",
]  # fmt: skip

_ORDERS: Final[frozenset[Endpoint]] = frozenset({"create", "animate", "change"})
_ASSETS: Final[frozenset[Endpoint]] = frozenset({"asset"})
_FITS: Final[Mapping[Kind, frozenset[Endpoint]]] = {
    "failed": _ORDERS,
    "cancelled": _ORDERS,
    "endless": _ORDERS,
    "partial": _ORDERS,
    "expired": _ASSETS,
    "corrupt": _ASSETS,
}
"""Where a fault means something; those that are not here mean something everywhere."""


class Fault(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that goes wrong."""

    kind: Kind
    on: Endpoint | Literal["any"] = "any"
    """Where; `any` is every endpoint at which such a fault means something."""
    skip: Annotated[int, Meta(ge=0)] = 0
    """How many requests there pass before it may happen."""
    times: Annotated[int, Meta(ge=0)] = 1
    """How often it happens; 0 for every time."""
    share: Annotated[float, Meta(ge=0, le=1)] = 1.0
    """The chance with which it happens."""
    status: Annotated[int, Meta(ge=400, le=599)] = 500
    """For `status` and `status-after`."""
    seconds: Annotated[float, Meta(ge=0, le=3_600)] = 3.0
    """For `slow`: until the last byte."""
    size_bytes: Annotated[int, Meta(ge=0, le=1_000_000_000)] = 64 * 1024 * 1024
    """For `huge`."""

    def fits(self, endpoint: Endpoint) -> bool:
        """Whether it can happen at an endpoint."""
        return self.on in ("any", endpoint) and (self.kind not in _FITS or endpoint in _FITS[self.kind])


class FaultPlan(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that goes wrong: for each request the first fault that is due, in this order."""

    fault: tuple[Fault, ...] = ()
    seed: int = 0


class FaultPlanError(ValueError):
    """A plan that cannot be read."""


class FaultError(ConnectionError):
    """A connection that the simulator breaks: what a client on the same machine sees instead of an answer.

    A server in front of the application closes its connection when this is raised; without a server it reaches the caller.
    """

    def __init__(self, kind: Kind, *, was_accepted: bool) -> None:
        super().__init__(f"simulated: {kind}")
        self.kind = kind
        self.was_accepted = was_accepted
        """Whether the service did, and charged for, what it was asked for."""


def read_fault_plan(content: object) -> FaultPlan:
    """Return the plan in what a TOML or JSON file says. Raises: FaultPlanError."""
    try:
        plan = convert(content, FaultPlan)
    except ValidationError as problem:
        raise FaultPlanError(str(problem)) from problem
    for number, fault in enumerate(plan.fault, 1):
        if fault.kind in _FITS and fault.on != "any" and fault.on not in _FITS[fault.kind]:
            raise FaultPlanError(f"fault {number}: `{fault.kind}` cannot happen at `{fault.on}`")
    return plan


def any_faults(rate: float, seed: int) -> FaultPlan:
    """Return a plan by which about a share `rate` of all requests meets one fault of any kind; which, the seed says."""
    kinds: tuple[Kind, ...] = get_args(Kind)
    return FaultPlan(tuple(Fault(kind, times=0, share=rate / len(kinds)) for kind in kinds), seed)


class Faults:
    """A plan that is being carried out: it remembers what has happened already."""

    def __init__(self, plan: FaultPlan) -> None:
        self._plan = plan
        self._met = [0] * len(plan.fault)
        self._happened = [0] * len(plan.fault)

    def next(self, endpoint: Endpoint) -> Fault | None:
        """Return what goes wrong with the next request at an endpoint, None if nothing does."""
        chosen: Fault | None = None
        for number, fault in enumerate(self._plan.fault):
            if not fault.fits(endpoint):
                continue
            self._met[number] += 1
            if chosen is None and self._is_due(number, fault):
                self._happened[number] += 1
                chosen = fault
        return chosen

    def _is_due(self, number: int, fault: Fault) -> bool:
        met = self._met[number]
        if met <= fault.skip or (fault.times and self._happened[number] >= fault.times):
            return False
        return fault.share >= 1 or _chance(self._plan.seed, number, met) < fault.share


def _chance(seed: int, number: int, met: int) -> float:
    return int.from_bytes(sha256(b"%d fault %d %d" % (seed, number, met)).digest()[:6]) / 2**48

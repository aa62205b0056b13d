"""Where a unit stands between being wanted and being at home.

    planned -> intended -> submitted -> succeeded -> downloaded
    beside them: failed, in doubt, abandoned

`Intended` is on record before the paid request leaves. Whoever finds it later cannot know whether it left, so it becomes `InDoubt`, and
nothing that may have been paid for leads back to `Planned` by itself.
"""

from typing import assert_never

from msgspec import Struct


class Planned(Struct, frozen=True, gc=False, tag="planned"):
    """Nothing was sent, or provably nothing came of it."""


class Intended(Struct, frozen=True, gc=False, tag="intended"):
    """The paid request leaves next, or has just left."""

    price_credits: int
    at_s: float
    """Unix seconds."""


class Submitted(Struct, frozen=True, gc=False, tag="submitted"):
    """The service works on it."""

    generation_id: str
    price_credits: int
    at_s: float
    """Unix seconds."""


class RemoteAsset(Struct, frozen=True, gc=False):
    """Art that the service holds."""

    page: int
    """From 0, among the pages that were bought; 0 for a clip."""
    panel: int
    """From 0, on that page; 0 for a clip and for a panel that was redrawn."""
    url: str


class Succeeded(Struct, frozen=True, gc=False, tag="succeeded", omit_defaults=True):
    """The service is done; its art is not all here."""

    generation_id: str
    price_credits: int
    assets: tuple[RemoteAsset, ...]
    first_page: int = 0
    """Where its pages begin in the generation, from 0: more than 0 if it continued a comic."""


class StoredAsset(Struct, frozen=True, gc=False):
    """Art that is here."""

    page: int
    panel: int
    url: str
    """Where it came from; empty if that address is known to be gone."""
    sha256: str
    width_px: int
    height_px: int
    media_type: str


class Downloaded(Struct, frozen=True, gc=False, tag="downloaded", omit_defaults=True):
    """All art that the service made is here. That may be less than was asked for."""

    generation_id: str
    price_credits: int
    assets: tuple[StoredAsset, ...]
    first_page: int = 0
    """As in `Succeeded`."""


class Failed(Struct, frozen=True, gc=False, tag="failed"):
    """The service refused the request or could not do the work; it is not sent again until it changes."""

    reason: str
    generation_id: str = ""
    price_credits: int = 0
    """What it may have cost."""
    is_gone: bool = False
    """Whether it was to change a generation that the service does not know any more."""


class InDoubt(Struct, frozen=True, gc=False, tag="in-doubt"):
    """It may have been paid for, and nobody knows its id. Only a person settles that."""

    reason: str
    price_credits: int
    at_s: float
    """When the request left, in Unix seconds."""


class Abandoned(Struct, frozen=True, gc=False, tag="abandoned"):
    """A person gave it up."""

    reason: str = ""


UnitState = Planned | Intended | Submitted | Succeeded | Downloaded | Failed | InDoubt | Abandoned


def may_follow(before: UnitState, after: UnitState) -> bool:
    """Return whether a unit may go from one state to another by what a build sees; saying the same again is always right."""
    if before == after:
        return True
    match before:
        case Planned():
            return isinstance(after, Intended)
        case Intended():
            return isinstance(after, Planned | Submitted | Failed | InDoubt)
        case Submitted():
            return isinstance(after, Succeeded | Failed)
        case Succeeded():
            return isinstance(after, Succeeded | Downloaded)
        case Downloaded():
            return isinstance(after, Succeeded | Downloaded)
        case Failed() | InDoubt() | Abandoned():
            return False
        case _:
            assert_never(before)


def may_be_settled(before: UnitState, after: UnitState) -> bool:
    """Return whether a person, or another ledger, may bring a unit from one state to another, knowing what no build can see."""
    match before:
        case InDoubt():
            return isinstance(after, Submitted | Planned | Abandoned)
        case Failed() | Submitted() | Succeeded():
            return isinstance(after, Planned | Abandoned)
        case Abandoned():
            return isinstance(after, Planned)
        case Planned():
            return isinstance(after, Submitted | Downloaded | InDoubt)
        case Intended() | Downloaded():
            return False
        case _:
            assert_never(before)


def committed_credits(state: UnitState) -> int:
    """Return what a unit has cost or may have cost."""
    match state:
        case Planned() | Abandoned():
            return 0
        case Intended() | Submitted() | Succeeded() | Downloaded() | Failed() | InDoubt():
            return state.price_credits
        case _:
            assert_never(state)

"""What really becomes of a fault, in the columns of the table."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import pytest
from msgspec import to_builtins
from msgspec.structs import replace

from storyc.api import ComicClient
from storyc.sim import FaultPlan
from storyc.sim.routes import Endpoint
from tests.faults.lies import LIES, Liar
from tests.faults.service import Seen
from tests.faults.table import PLACES, Place, Row
from tests.faults.world import Ran, World

_SMALL_TALK: Final = frozenset({"Uploaded", "Polled", "Fetched", "Kept"})
"""What happens in every build."""
_HASTE_S: Final = 1.0
"""Shorter than what is too slow, and longer than anything else takes on a busy machine."""
_LIMITS: Final[Mapping[Endpoint, str]] = {
    "create": "storyc.api.client._PAID_WITHIN_S",
    "upload": "storyc.api.client._UPLOAD_WITHIN_S",
    "asset": "storyc.api.download._WITHIN_S",
}


def meet(world: World, row: Row) -> tuple[Ran, Ran, Row]:
    """Return two builds, one with a fault and one without, and what the row ought to say of them."""
    place = PLACES[row.place]
    fault = row.simulated()
    if fault is not None:
        world.spoil(FaultPlan((fault,)))
    else:
        world.board.before = Liar(LIES[row.fault], partial(_is_meant, world, place), skip=place.skip, times=row.times)
    with pytest.MonkeyPatch.context() as patch:
        if row.kind == "slow":
            _be_hasty(patch, place.endpoint)
        first = world.build()
    charged, state = world.charged()[place.unit], world.states()[place.unit]
    world.spoil(FaultPlan())
    world.board.before = lambda _seen: None
    second = world.build()
    found = replace(
        row,
        charged=charged,
        state=to_builtins(state)["type"],
        told=_news(first, place.unit),
        code=first.code,
        says=row.says if row.says in first.err else first.err,
        then=_news(second, place.unit),
        then_charged=world.charged()[place.unit],
        then_code=second.code,
    )
    return first, second, found


def _be_hasty(patch: pytest.MonkeyPatch, endpoint: Endpoint) -> None:
    """Have little patience with one endpoint, and with no other."""
    if endpoint in _LIMITS:
        patch.setattr(_LIMITS[endpoint], _HASTE_S)
        return
    defaults = ComicClient._ask.__kwdefaults__
    assert defaults is not None
    patch.setitem(defaults, "within_s", _HASTE_S)


def _is_meant(world: World, place: Place, seen: Seen) -> bool:
    if place.endpoint != "status":
        return place.is_meant(seen)
    # how often a job is asked about is nobody's promise, so questions are told apart by what they ask for
    return place.is_meant(seen) and any(generation in seen.path for generation in world.generations(place.unit))


def _news(ran: Ran, unit: str) -> tuple[str, ...]:
    names = [name for name in ran.of(unit) if name not in _SMALL_TALK]
    return tuple(name for name, before in zip(names, [None, *names], strict=False) if name != before)

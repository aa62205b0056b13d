"""A change of a generation costs money, so it leaves once like an order: what each fault means for it, and for the account's balance."""

from asyncio import run
from collections.abc import Mapping
from typing import Final, get_args

import pytest

from storyc.api import (
    ComicClient,
    JumpingClock,
    NoCreditsError,
    RateLimitedError,
    RejectedError,
    UnauthorisedError,
    UnavailableError,
)
from storyc.errors import InDoubtError, StorycError
from storyc.sim import Fault, FaultPlan
from storyc.sim.faults import Faults, Kind
from storyc.wire import CreateComic, RegeneratePanel
from tests.faults.world import KEY, World

Outcome = tuple[type[StorycError] | None, int]
"""What is raised, and how often the change was charged for."""

CHANGES: Final[Mapping[Fault, Outcome]] = {
    Fault("refused"): (InDoubtError, 0),
    Fault("reset-before"): (InDoubtError, 0),
    Fault("reset-after"): (InDoubtError, 1),
    Fault("status"): (InDoubtError, 0),
    Fault("status", status=503): (InDoubtError, 0),
    Fault("status", status=400): (RejectedError, 0),
    Fault("status", status=401): (UnauthorisedError, 0),
    Fault("status", status=402): (NoCreditsError, 0),
    Fault("status", status=403): (UnauthorisedError, 0),
    Fault("status", status=404): (RejectedError, 0),
    Fault("status", status=409): (RejectedError, 0),
    Fault("status", status=429): (RateLimitedError, 0),
    Fault("status-after"): (InDoubtError, 1),
    Fault("slow", seconds=0.02): (None, 1),
    Fault("truncated"): (InDoubtError, 1),
    Fault("invalid-json"): (InDoubtError, 1),
    Fault("wrong-type"): (InDoubtError, 1),
    Fault("huge", size_bytes=17_000_000): (InDoubtError, 1),
    Fault("failed"): (None, 1),
    Fault("cancelled"): (None, 1),
    Fault("endless"): (None, 1),
    Fault("partial"): (None, 1),
}
REDRAW: Final = RegeneratePanel(page=0, panel=1, panel_prompt="A cat, hopeful.")
EVERYWHERE: Final = tuple(kind for kind in get_args(Kind) if Fault(kind).fits("usage"))


def test_every_fault_is_here() -> None:
    assert {fault.kind for fault in CHANGES} == {kind for kind in get_args(Kind) if Fault(kind).fits("change")}


@pytest.mark.parametrize(
    ("fault", "outcome"), CHANGES.items(), ids=[f"{fault.kind}-{fault.status}" for fault in CHANGES]
)
def test_a_fault_at_a_change(fault: Fault, outcome: Outcome, world: World) -> None:
    problem, charges = outcome

    async def change() -> None:
        async with ComicClient(world.address, KEY, clock=world.clock) as client:
            job = await client.submit(CreateComic(prompt="A cat.", fix_panel_num=2))
            world.clock.time_s += 3_600
            world.app._faults = Faults(FaultPlan((fault,)))
            before = len(world.app.ledger.charges)
            try:
                if problem is None:
                    assert (await client.submit(REDRAW, job.id)).id == job.id
                else:
                    with pytest.raises(problem):
                        await client.submit(REDRAW, job.id)
            finally:
                assert len(world.app.ledger.charges) - before == charges

    run(change())
    assert sum(seen.method == "PATCH" for seen in world.board.seen) == 1


@pytest.mark.parametrize("kind", EVERYWHERE)
@pytest.mark.parametrize("times", [1, 0])
def test_a_fault_at_the_balance(kind: Kind, times: int, world: World) -> None:
    world.spoil(FaultPlan((Fault(kind, "usage", times=times, seconds=0.02, size_bytes=17_000_000),)))

    async def ask() -> int | None:
        async with ComicClient(world.address, KEY, clock=JumpingClock()) as client:
            return (await client.usage()).credits

    if times == 1 or kind == "slow":
        assert run(ask()) == 1_000_000
    else:
        with pytest.raises(UnavailableError, match="the Comic API "):
            run(ask())

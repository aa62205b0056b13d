"""OUTCOMES.md, row by row."""

from collections.abc import Sequence
from typing import get_args

import pytest

from storyc.sim import Fault, FaultPlan
from storyc.sim.faults import Kind
from tests.faults.lies import ELSEWHERE, LIES
from tests.faults.outcome import meet
from tests.faults.table import ENDPOINTS, Row, rows
from tests.faults.world import KEY, Ran, World

pytestmark = pytest.mark.slow
ROWS: Sequence[Row] = tuple(rows())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.fault} x{row.times} {row.place}".replace(" ", "-"))
def test_a_fault_has_its_outcome(row: Row, world: World) -> None:
    first, second, found = meet(world, row)
    assert found == row
    assert set(world.charged().values()) <= {0, 1}
    assert second.code in (first.code, 0) or row.state == "in-doubt"
    for ran in (first, second):
        assert_it_is_told_well(ran)
    assert_the_key_stayed_here(world)


def assert_it_is_told_well(ran: Ran) -> None:
    """Whatever the exit code, there are words for it, and a terminal is safe from them."""
    assert "Traceback" not in ran.err
    assert KEY not in ran.err + ran.out
    assert all(character.isprintable() or character == "\n" for character in ran.err)
    if ran.code >= 2 and ran.code != 5:
        assert "error: " in ran.err
    if ran.code == 5:
        assert "in doubt: perhaps paid for, and not sent again; `storyc state list` shows more" in ran.err


def assert_the_key_stayed_here(world: World) -> None:
    """The key goes to the service alone, and to no file."""
    assert all(seen.has_key == seen.path.startswith("/v1/") for seen in world.board.seen)
    assert not [seen for seen in world.board.seen if seen.path == ELSEWHERE and seen.has_key]
    written = [path for path in world.root.rglob("*") if path.is_file()]
    assert not [path for path in written if KEY.encode() in path.read_bytes()]


def test_words_are_for_people(world: World) -> None:
    world.spoil(FaultPlan((Fault("wrong-type", "asset"),)))
    assert " object at 0x" not in world.build().err


def test_every_fault_stands_in_the_table_wherever_it_can_happen() -> None:
    told = {(fault.kind, fault.on) for row in ROWS if (fault := row.simulated()) is not None}
    possible = {(kind, on) for kind in get_args(Kind) for on in ENDPOINTS if Fault(kind).fits(on)}
    assert possible - told == set()
    assert LIES.keys() - {row.fault for row in ROWS} == set()


def test_no_row_stands_there_twice() -> None:
    places = [(row.fault, row.place, row.times) for row in ROWS]
    assert len(places) == len(set(places))

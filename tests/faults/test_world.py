"""What goes wrong around a build: no network, no room, no right to write, clocks that jump, a ledger that vanishes, Ctrl-C."""

import time
from collections.abc import Iterator
from contextlib import suppress
from inspect import getclosurevars
from os import geteuid, getpid, kill
from pathlib import Path
from re import search
from shutil import rmtree
from signal import SIGINT, getsignal
from socket import socket
from sys import platform
from types import FunctionType
from typing import cast

import pytest

from storyc.api import SystemClock
from storyc.errors import FileError
from storyc.ledger import open_ledger
from storyc.planning import Downloaded, InDoubt, Intended, Planned, Submitted
from storyc.sim import Fault, FaultPlan
from storyc.store import AssetStore
from tests.faults.conftest import STORY
from tests.faults.disks import read_only, resize, short_files, small_disk
from tests.faults.lies import LIES, Liar, is_asset, is_order, is_question
from tests.faults.service import Lie, Seen, Switchboard
from tests.faults.world import Ran, World

pytestmark = pytest.mark.slow
NOT_ON_WINDOWS = pytest.mark.skipif(platform == "win32", reason="signals and limits are different there")
SLOWNESS_S = 600.0
"""No build of three units takes longer when everything goes well."""


def assert_all_is_well(world: World, ran: Ran) -> None:
    assert ran.code == 0, ran.err
    assert set(world.charged().values()) == {1}
    assert {type(state) for state in world.states().values()} == {Downloaded}


@pytest.fixture
def closed_door() -> Iterator[str]:
    """An address where nobody listens."""
    with socket() as door:
        door.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{door.getsockname()[1]}/v1"


@pytest.mark.parametrize("host", ["", "nobody.invalid"])
def test_without_a_network_nothing_is_sent_and_nothing_is_in_doubt(host: str, closed_door: str, world: World) -> None:
    service = world.address
    world.address = f"https://{host}/v1" if host else closed_door
    ran = world.build()
    assert ran.code == 2
    assert f"error: cannot reach {host or '127.0.0.1'}" in ran.err
    assert "= help: is this machine online?" in ran.err
    assert set(world.states().values()) == {Planned()}
    world.address = service
    assert_all_is_well(world, world.build())


@pytest.mark.parametrize("size_kib", [8, 16, 40, 64, 128, 192, 256, 600, 1_000, 1_300])
def test_a_full_disk_stops_the_build_and_forgets_nothing(
    size_kib: int, line: tuple[Switchboard, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AssetStore, "has_room", lambda _store: True)  # somebody else may fill it after the look
    board, port = line
    board.forget()
    root = tmp_path / "disk"
    with small_disk(root, size_kib * 1024):
        world = World(root, board, port, STORY)
        ran = world.build()
        resize(root, 32 * 1024 * 1024)  # a full disk leaves SQLite no room to look either
        assert_it_stopped(world, ran)
        assert_it_is_taken_up(world)


def test_nothing_is_bought_where_its_art_has_no_room(line: tuple[Switchboard, int], tmp_path: Path) -> None:
    board, port = line
    board.forget()
    root = tmp_path / "disk"
    with small_disk(root, 8 * 1024 * 1024):
        world = World(root, board, port, STORY)
        ran = world.build()
        assert ran.code == 2
        assert f"error: the disk of {world.memory.store.folder} is all but full" in ran.err
        assert not sum(world.charged().values())
        resize(root, 64 * 1024 * 1024)
        assert_all_is_well(world, world.build())


def test_a_ledger_is_begun_whole_or_not_at_all(tmp_path: Path) -> None:
    for size_kib in range(60, 124, 4):
        root = tmp_path / str(size_kib)
        path = root / ".storyc" / "ledger.sqlite"
        with small_disk(root, size_kib * 1024):
            with suppress(FileError):
                open_ledger(path, has_paid_art=False).close()
            resize(root, 1024 * 1024)
            open_ledger(path, has_paid_art=False).close()


@NOT_ON_WINDOWS
@pytest.mark.parametrize("size_kib", [1, 20, 32, 36, 50, 64, 80, 100])
def test_files_that_may_not_grow_stop_the_build_and_forget_nothing(size_kib: int, world: World) -> None:
    with short_files(size_kib * 1024):
        ran = world.build()
    assert_it_stopped(world, ran)
    assert_it_is_taken_up(world)


def assert_it_stopped(world: World, ran: Ran) -> None:
    assert ran.code == 2
    assert "error: cannot " in ran.err
    assert str(world.root) in ran.err
    lost = [name for name, state in world.states().items() if isinstance(state, Intended)]
    assert all(f"generation {world.generations(name)[0]} is paid for" in ran.err for name in lost)


def assert_it_is_taken_up(world: World) -> None:
    """Build on, adopt what could not be recorded, and build to the end."""
    ran = world.build()
    doubtful = [name for name, state in world.states().items() if isinstance(state, InDoubt)]
    assert ran.code == (5 if doubtful else 0)
    for name in doubtful:
        (generation,) = world.generations(name)
        assert world.resolve(name, "--adopt", generation).code == 0
        ran = world.build()
    assert_all_is_well(world, ran)


def test_a_folder_that_may_only_be_read(line: tuple[Switchboard, int], tmp_path: Path) -> None:
    board, port = line
    board.forget()
    root = tmp_path / "disk"
    root.mkdir()
    if geteuid() != 0:
        check_a_folder_that_may_only_be_read(World(root, board, port, STORY))
        return
    with small_disk(root, 32 * 1024 * 1024):
        check_a_folder_that_may_only_be_read(World(root, board, port, STORY))


def check_a_folder_that_may_only_be_read(world: World) -> None:
    with read_only(world.root):
        ran = world.build()
    assert ran.code == 2
    assert f"error: cannot write {world.memory.folder}" in ran.err
    assert not world.board.seen
    assert_all_is_well(world, world.build())


def test_a_ledger_that_vanishes_during_the_build_buys_nothing_more(world: World) -> None:
    def take_it_away(seen: Seen) -> None:
        if is_order(seen) and world.memory.ledger.exists():
            world.memory.ledger.unlink()

    world.board.before = take_it_away
    ran = world.build()
    assert ran.code == 2
    (generation,) = world.generations("page 1")
    assert f"generation {generation} is paid for and could not be recorded" in ran.err
    assert f"--adopt {generation}`" in ran.err
    assert sum(world.charged().values()) == 1
    world.board.before = lambda _seen: None
    ran = world.build()
    assert ran.code == 2
    assert "nobody knows what was paid for; nothing is bought" in ran.err
    assert sum(world.charged().values()) == 1


def test_what_was_bought_is_known_after_everything_else_vanished(world: World) -> None:
    def take_it_away(seen: Seen) -> None:
        if is_order(seen) and sum(world.charged().values()) == 1:
            rmtree(world.memory.folder)

    world.board.before = take_it_away
    assert world.build().code == 2
    world.board.before = lambda _seen: None
    world.build()
    assert world.charged()["page 1"] == 1


@pytest.mark.parametrize("jump_s", [-5 * 3600.0, 5 * 3600.0, -400 * 86_400.0])
@pytest.mark.parametrize("is_asked", [False, True])
def test_a_clock_that_jumps_between_two_builds_costs_no_time(jump_s: float, *, is_asked: bool, world: World) -> None:
    silent = Liar(LIES["empty"], is_question if is_asked else is_asset, times=0)
    world.board.before = silent
    assert world.build().code == 1
    world.board.before = lambda _seen: None
    world.clock.time_s += jump_s
    world.app.advance(-jump_s)
    began_s = world.clock.now_s()
    assert_all_is_well(world, world.build())
    assert world.clock.now_s() - began_s < SLOWNESS_S


def test_the_clock_of_a_build_does_not_jump(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, began_s = SystemClock(), time.time()
    assert abs(clock.now_s() - began_s) < 10
    for jump_s in (-5 * 3600.0, 5 * 3600.0):
        monkeypatch.setattr("storyc.api.clock.time.time", lambda jump_s=jump_s: began_s + jump_s)
        assert abs(clock.now_s() - began_s) < 10


def test_an_account_that_others_use_too_is_waited_for(world: World) -> None:
    app = world.serve(is_limited=True, has_retry_after=True)
    at_s = world.clock.now_s()
    (account,) = app.state.accounts.values()
    crowded = {"payer": type(account)(account.credits, is_limited=True, recent_s=(at_s,) * 10)}
    app.state = type(app.state)(app.state.seed, crowded, shortest_s=app.state.shortest_s, longest_s=app.state.longest_s)
    assert_all_is_well(world, world.build())
    assert app.now_s() - at_s >= 60


def test_an_account_that_is_empty_pays_when_it_is_filled(world: World) -> None:
    for status in (402, 429):
        world.serve(credits_left=149, no_credit_status=status)
        ran = world.build()
        assert ran.code == 4
        assert f"the account has no credits left for this ({status}): Insufficient credits: this costs" in ran.err
        assert not any(world.charged().values())
    world.serve()
    ran = world.build()
    assert ran.code == 0, ran.err


@NOT_ON_WINDOWS
@pytest.mark.parametrize("is_meant", [is_order, is_question])
def test_ctrl_c_once_sends_nothing_more_and_says_what_is_paid_for(is_meant: object, world: World) -> None:
    assert callable(is_meant)
    press(world, is_meant, times=1)
    ran = world.build()
    orders = sum(map(is_order, world.board.seen))
    assert ran.code == 130
    assert sum(world.charged().values()) == orders
    assert "paid for and still being drawn" in ran.err
    world.board.before = lambda _seen: None
    again = world.build()
    assert_all_is_well(world, again)
    assert search(rf"\b{orders}( requests?)? brought home, ", again.err), again.err


@NOT_ON_WINDOWS
@pytest.mark.parametrize("is_meant", [is_order, is_asset])  # a question is dropped at the first press
def test_ctrl_c_twice_leaves_at_once_and_forgets_nothing(is_meant: object, world: World) -> None:
    assert callable(is_meant)
    press(world, is_meant, times=2)
    ran = world.build()
    assert ran.code == 130
    assert ran.err.endswith("interrupted\n")
    world.board.before = lambda _seen: None
    kinds = {type(state) for state in world.states().values()}
    assert (Intended in kinds) == (is_meant is is_order)
    assert_it_is_taken_up(world)


def press(world: World, is_meant: object, *, times: int) -> None:
    """Press Ctrl-C when the first such request arrives."""
    assert callable(is_meant)
    left = [times]

    def hear(seen: Seen) -> None:
        if is_meant(seen):
            stop = getclosurevars(cast("FunctionType", getsignal(SIGINT))).nonlocals["stop"]
            while left[0]:
                left[0] -= 1
                kill(getpid(), SIGINT)
                while not stop.is_set():  # two signals at once are one
                    time.sleep(0.001)

    world.board.before = hear


def test_a_doubt_outlives_its_ledger(world: World) -> None:
    world.spoil(FaultPlan((Fault("reset-after", "create"),)))
    assert world.build().code == 5
    world.spoil(FaultPlan())
    rmtree(world.memory.folder)
    world.build()
    assert world.charged()["page 1"] == 1


def test_what_is_in_flight_outlives_its_ledger(world: World) -> None:
    world.board.before = Liar(Lie(503), is_question, times=0)
    assert world.build().code == 1
    world.board.before = lambda _seen: None
    assert {type(state) for state in world.states().values()} == {Submitted, Planned}
    rmtree(world.memory.folder)
    assert_all_is_well(world, world.build())

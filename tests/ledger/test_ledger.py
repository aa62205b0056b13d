from contextlib import closing
from hashlib import sha256
from pathlib import Path
from shutil import copyfile
from sqlite3 import connect

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.errors import FileError, RefusedError
from storyc.ledger import (
    Purchase,
    SqliteLedger,
    load_depictions,
    load_drafts,
    load_requests,
    load_states,
    open_draft_ledger,
    open_ledger,
)
from storyc.lowering import Depiction, Shown
from storyc.planning import (
    Abandoned,
    Downloaded,
    Failed,
    InDoubt,
    Intended,
    Planned,
    RemoteAsset,
    StoredAsset,
    Submitted,
    Succeeded,
    UnitState,
    may_follow,
)

KEY = "a" * 64
INTENDED = Intended(600, 1.5)
SUBMITTED = Submitted("c1", 600, 1.5)
SUCCEEDED = Succeeded("c1", 600, (RemoteAsset(0, 0, "https://cdn.example/0"),))
STORED = StoredAsset(0, 0, "https://cdn.example/0", "b" * 64, 10, 20, "image/webp")
DOWNLOADED = Downloaded("c1", 600, (STORED,))
STATES: list[UnitState] = [
    Planned(), INTENDED, SUBMITTED, SUCCEEDED, DOWNLOADED, Failed("no"), InDoubt("reset", 600, 1.5), Abandoned(),
]  # fmt: skip


def depiction(key: str) -> Depiction:
    """What a page of four panels shows."""
    contents = (sha256(f"{key} {panel}".encode()).hexdigest()[:32] for panel in range(4))
    return Depiction("create", key[:16], "", None, tuple(Shown(0, panel, one) for panel, one in enumerate(contents)))


def new(path: Path) -> "closing[SqliteLedger]":
    return closing(open_ledger(path, has_paid_art=False))


def reopened(path: Path) -> "closing[SqliteLedger]":
    return closing(open_ledger(path, has_paid_art=True))


def put(ledger: SqliteLedger, *states: UnitState, key: str = KEY) -> None:
    for state in states:
        if isinstance(state, Intended):
            ledger.intend(key, state, b"{}", depiction(key))
        else:
            ledger.record(key, state)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".storyc" / "ledger.sqlite"


def test_what_was_recorded_is_there_after_a_restart(path: Path) -> None:
    with new(path) as ledger:
        put(ledger, INTENDED, INTENDED, SUBMITTED, SUCCEEDED, DOWNLOADED, DOWNLOADED)
        ledger.record_upload("c" * 64, "https://s.example/x.png")
        ledger.record_upload("c" * 64, "https://s.example/x.png")
        ledger.record_slot(1.5)
        ledger.record_slot(2.5)
    with reopened(path) as again:
        assert again.states() == {KEY: DOWNLOADED}
        assert again.uploads() == {"c" * 64: "https://s.example/x.png"}
        assert again.slots_s() == (1.5, 2.5)
    with closing(connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (4,)
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["ledger.sqlite"]


def test_an_intent_without_an_outcome_is_in_doubt(path: Path) -> None:
    with new(path) as ledger:
        put(ledger, INTENDED)
    assert load_states(path) == {KEY: INTENDED}
    with reopened(path) as again:
        state = again.states()[KEY]
        assert isinstance(state, InDoubt)
        assert (state.price_credits, state.at_s) == (600, 1.5)
    with reopened(path) as again:
        assert again.states()[KEY] == state


def test_only_one_of_two_writers_gets_a_purchase(path: Path) -> None:
    with new(path) as first, reopened(path) as second:
        put(first, INTENDED)
        with pytest.raises(FileError, match="meanwhile"):
            put(second, INTENDED)
        with pytest.raises(FileError, match="meanwhile"):
            second.settle({"d" * 64: SUBMITTED, KEY: SUBMITTED})
        assert second.states() == {}
        put(first, SUBMITTED)
        put(second, INTENDED, key="e" * 64)
    assert load_states(path) == {KEY: SUBMITTED, "e" * 64: INTENDED}


def test_a_change_that_makes_no_sense_is_our_own_mistake(path: Path) -> None:
    with new(path) as ledger:
        with pytest.raises(AssertionError):
            put(ledger, SUBMITTED)
        with pytest.raises(AssertionError):
            ledger.settle({KEY: Abandoned()})


@pytest.mark.parametrize("harm", ["empty", "text", "cut", "page", "state", "events", "foreign"])
def test_a_damaged_ledger_buys_nothing(harm: str, path: Path) -> None:
    with new(path) as ledger:
        for number in range(200):
            put(ledger, INTENDED, SUBMITTED, key=f"{number:064}")
    content = path.read_bytes()
    match harm:
        case "empty":
            path.write_bytes(b"")
        case "text":
            path.write_bytes(b"garbage\n" * 1000)
        case "cut":
            path.write_bytes(content[: len(content) // 2])
        case "page":
            path.write_bytes(content[:8192] + b"\xff" * 4096 + content[12288:])
        case _:
            with closing(connect(path)) as connection, connection:
                connection.execute(
                    {
                        "state": "UPDATE events SET state = x'00' WHERE number = 30",
                        "events": "DELETE FROM events WHERE number = 30",
                        "foreign": "PRAGMA application_id = 7",
                    }[harm]
                )
            if harm != "foreign":
                with closing(connect(path)) as connection, connection:
                    connection.execute("UPDATE units SET latest = 30 WHERE id = 15")
    before = path.read_bytes()
    for read in (lambda: open_ledger(path, has_paid_art=True), lambda: load_states(path)):
        with pytest.raises(FileError, match="damaged"):
            read()
    assert path.read_bytes() == before


def test_a_lost_ledger_beside_paid_art_buys_nothing(path: Path) -> None:
    with pytest.raises(FileError, match="is missing"):
        open_ledger(path, has_paid_art=True)
    assert not path.exists()
    path.parent.mkdir()
    path.with_name("ledger.sqlite-wal").write_bytes(b"the end of a ledger")
    with pytest.raises(FileError, match="damaged"):
        open_ledger(path, has_paid_art=False)


def test_a_lost_ledger_is_made_again_from_the_lock(path: Path) -> None:
    bought = [Purchase(KEY, "c1", 600, (STORED,)), Purchase("d" * 64, "c2", 150, ())]
    expected = {KEY: DOWNLOADED, "d" * 64: Submitted("c2", 150, 0.0)}
    assert load_states(path, purchases=bought) == expected
    assert not path.exists()
    with closing(open_ledger(path, purchases=bought, has_paid_art=True)) as ledger:
        assert ledger.states() == expected


def test_what_is_on_record_is_not_changed_by_the_lock(path: Path) -> None:
    with new(path) as ledger:
        put(ledger, INTENDED, InDoubt("reset", 600, 1.5))
        put(ledger, INTENDED, Planned(), key="d" * 64)
    bought = [Purchase(KEY, "c1", 600, (STORED,)), Purchase("d" * 64, "c2", 150, ())]
    with closing(open_ledger(path, purchases=bought, has_paid_art=True)) as ledger:
        assert ledger.states() == {KEY: InDoubt("reset", 600, 1.5), "d" * 64: Submitted("c2", 150, 0.0)}


def test_a_newer_ledger_is_left_alone(path: Path) -> None:
    with new(path) as ledger:
        put(ledger, INTENDED)
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA user_version = 2")
    for read in (reopened, load_states):
        with pytest.raises(FileError, match="newer"):
            read(path)


def test_an_unwritable_ledger_changes_nothing(path: Path) -> None:
    with new(path) as ledger:
        path.rename(path.with_name("elsewhere"))
        with pytest.raises(FileError, match="deleted or replaced"):
            put(ledger, INTENDED)
        copyfile(path.with_name("elsewhere"), path)
        with pytest.raises(FileError, match="deleted or replaced"):
            ledger.record_slot(1.0)
        assert ledger.states() == {}


def test_looking_leaves_no_trace(path: Path) -> None:
    with new(path) as ledger:
        put(ledger, INTENDED)
        assert load_states(path) == {KEY: INTENDED}
    before = {entry.name: entry.stat().st_mtime_ns for entry in path.parent.iterdir()}
    assert load_states(path) == {KEY: INTENDED}
    assert {entry.name: entry.stat().st_mtime_ns for entry in path.parent.iterdir()} == before


def test_a_unit_takes_less_than_a_kibibyte(path: Path) -> None:
    units = 100

    def digest(*words: object) -> str:
        return sha256(repr(words).encode()).hexdigest()

    def address(unit: int, panel: int) -> str:
        return f"https://cdn.example.com/generations/2026/{digest(unit)[:24]}/{digest(unit, panel)[:32]}.webp"

    def stored(unit: int, panel: int) -> StoredAsset:
        return StoredAsset(0, panel, address(unit, panel), digest(panel, unit), 768, 1024, "image/webp")

    with new(path) as ledger:
        empty_bytes = path.stat().st_size
        for unit in range(units):
            put(
                ledger,
                Intended(600, 1_800_000_000.25 + unit),
                Submitted(f"cmj{unit:022}", 600, 1_800_000_001.25 + unit),
                Succeeded(f"cmj{unit:022}", 600, tuple(RemoteAsset(0, one, address(unit, one)) for one in range(4))),
                Downloaded(f"cmj{unit:022}", 600, tuple(stored(unit, one) for one in range(4))),
                key=digest(unit),
            )
    assert (path.stat().st_size - empty_bytes) / units < 1024


def test_what_a_purchase_shows_and_how_it_was_asked_for_is_remembered(path: Path) -> None:
    foreign = Purchase("f" * 64, "c9", 150, (STORED,), depiction("f" * 64))
    afar = Purchase("e" * 64, "c8", 150, (), depiction("e" * 64))
    expected = {key: depiction(key) for key in (KEY, "e" * 64, "f" * 64)}
    with new(path) as ledger:
        assert ledger.depictions() == {}
        put(ledger, INTENDED, SUBMITTED)
        assert ledger.depictions() == {KEY: depiction(KEY)}
        assert (ledger.request(KEY), ledger.request("f" * 64)) == (b"{}", b"")
    assert load_depictions(path, purchases=[foreign, afar]) == expected
    assert load_requests(path)(KEY) == b"{}"
    with closing(open_ledger(path, purchases=[foreign, afar], has_paid_art=False)) as ledger:
        assert ledger.depictions() == expected
    with reopened(path) as ledger:
        assert ledger.depictions() == expected


def test_a_saved_plan_is_used_once(path: Path) -> None:
    with new(path) as ledger:
        ledger.use_up("a")
        with pytest.raises(RefusedError, match="before"):
            ledger.use_up("a")
        ledger.use_up("b")
    with reopened(path) as ledger, pytest.raises(RefusedError):
        ledger.use_up("b")


def test_a_draft_ledger_keeps_what_is_finished_and_still_there(path: Path) -> None:
    stored = {STORED.sha256}

    def draft(made_by: str = "artist 1") -> "closing[SqliteLedger]":
        return closing(open_draft_ledger(path, made_by=made_by, has=stored.__contains__))

    assert load_drafts(path, made_by="artist 1", has=stored.__contains__) == {}
    with draft() as ledger:
        put(ledger, INTENDED, SUBMITTED, SUCCEEDED, DOWNLOADED)
        put(ledger, INTENDED, key="d" * 64)
        ledger.record_upload("c" * 64, "https://s.example/x.png")
    with draft() as again:
        assert list(again.states()) == [KEY]
        assert again.uploads() == {}
        state = again.states()[KEY]
        assert isinstance(state, Downloaded)
        assert state.assets[0].url == ""
        put(again, INTENDED, SUBMITTED, key="d" * 64)
    assert load_drafts(path, made_by="artist 1", has=stored.__contains__) == {KEY: state}
    stored.clear()
    with draft() as again:
        assert again.states() == {}
    with draft("artist 2") as other:
        assert other.states() == {}
    path.write_bytes(b"garbage\n")
    with draft() as other:
        assert other.states() == {}


@settings(deadline=None)
@given(st.lists(st.sampled_from(STATES), max_size=8))
def test_nothing_that_may_be_paid_for_leads_back_to_buying(path: list[UnitState]) -> None:
    before: UnitState = Planned()
    may_have_been_paid = False
    for after in path:
        if not may_follow(before, after):
            continue
        assert not (may_have_been_paid and isinstance(after, Planned | Intended) and after != before)
        may_have_been_paid = may_have_been_paid or isinstance(after, Submitted | Succeeded | Downloaded | InDoubt)
        before = after

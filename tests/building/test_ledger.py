from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.building import LinesLedger, open_draft_ledger, open_ledger
from storyc.errors import FileError
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


def reopened(path: Path) -> LinesLedger:
    return open_ledger(path, has_paid_art=True)


def test_what_was_recorded_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    ledger = open_ledger(path, has_paid_art=False)
    for state in (INTENDED, SUBMITTED, SUCCEEDED, DOWNLOADED, DOWNLOADED):
        ledger.record(KEY, state)
    ledger.record_upload("c" * 64, "https://s.example/x.png")
    again = reopened(path)
    assert again.states() == {KEY: DOWNLOADED}
    assert again.uploads() == {"c" * 64: "https://s.example/x.png"}
    assert len(path.read_text().splitlines()) == 1 + 4 + 1


def test_an_intent_without_an_outcome_is_in_doubt(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    open_ledger(path, has_paid_art=False).record(KEY, INTENDED)
    state = reopened(path).states()[KEY]
    assert isinstance(state, InDoubt)
    assert (state.price_credits, state.at_s) == (600, 1.5)
    assert reopened(path).states()[KEY] == state


@settings(deadline=None)
@given(cut=st.integers(min_value=0, max_value=10_000))
def test_a_torn_last_line_was_never_acted_upon(cut: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("ledger") / "ledger.jsonl"
    ledger = open_ledger(path, has_paid_art=False)
    head = path.read_bytes()
    ends: dict[int, UnitState] = {len(head): Planned()}
    for step in (INTENDED, SUBMITTED, SUCCEEDED, DOWNLOADED):
        ledger.record(KEY, step)
        ends[path.stat().st_size] = step
    whole = path.read_bytes()
    kept = whole[: len(head) + cut % (len(whole) - len(head) + 1)]
    path.write_bytes(kept)
    expected = ends[max(end for end in ends if end <= len(kept))]
    torn = reopened(path)
    found = torn.states().get(KEY, Planned())
    assert isinstance(found, InDoubt) if isinstance(expected, Intended) else found == expected
    torn.record("d" * 64, INTENDED)
    assert set(reopened(path).states()) >= {"d" * 64}


@pytest.mark.parametrize(
    "line", [b"{}", b"garbage", b'{"line":"unit","key":1}', b"\xff", b'{"line":"unit","key":"k","state":{"type":"x"}}']
)
def test_a_damaged_ledger_buys_nothing(line: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    open_ledger(path, has_paid_art=False).record(KEY, INTENDED)
    with path.open("ab") as file:
        file.write(line + b"\n")
    with pytest.raises(FileError, match="3 is damaged"):
        reopened(path)
    path.write_bytes(line)
    with pytest.raises(FileError):
        reopened(path)


def test_a_lost_ledger_beside_paid_art_buys_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is missing"):
        open_ledger(tmp_path / "ledger.jsonl", has_paid_art=True)
    assert not (tmp_path / "ledger.jsonl").exists()


def test_a_newer_ledger_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_text('{"line":"ledger","format":2}\n')
    with pytest.raises(FileError, match="newer"):
        reopened(path)


def test_an_unwritable_ledger_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    ledger = open_ledger(path, has_paid_art=False)
    path.unlink()
    with pytest.raises(FileError):
        ledger.record(KEY, INTENDED)
    assert ledger.states() == {}


def test_a_draft_ledger_keeps_what_is_finished_and_still_there(tmp_path: Path) -> None:
    path = tmp_path / "draft.jsonl"
    stored = {STORED.sha256}
    ledger = open_draft_ledger(path, made_by="artist 1", has=stored.__contains__)
    for step in (INTENDED, SUBMITTED, SUCCEEDED, DOWNLOADED):
        ledger.record(KEY, step)
    ledger.record("d" * 64, INTENDED)
    again = open_draft_ledger(path, made_by="artist 1", has=stored.__contains__)
    assert list(again.states()) == [KEY]
    state = again.states()[KEY]
    assert isinstance(state, Downloaded)
    assert state.assets[0].url == ""
    assert open_draft_ledger(path, made_by="artist 2", has=stored.__contains__).states() == {}
    path.write_bytes(b"garbage\n")
    assert open_draft_ledger(path, made_by="artist 1", has=stored.__contains__).states() == {}


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

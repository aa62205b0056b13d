from pathlib import Path
from subprocess import run

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.errors import FileError
from storyc.ledger import STORY_LOCK, Purchase, load_purchases, read_purchases, save_purchases, write_purchases
from storyc.lowering import Depiction, Shown
from storyc.planning import Downloaded, Failed, InDoubt, Intended, Planned, StoredAsset, Submitted, UnitState

HEX = st.text("0123456789abcdef", min_size=64, max_size=64)
ASSETS = st.builds(
    StoredAsset,
    page=st.integers(0, 99),
    panel=st.integers(0, 99),
    url=st.just(""),
    sha256=HEX,
    width_px=st.integers(1, 9999),
    height_px=st.integers(1, 9999),
    media_type=st.sampled_from(["image/webp", "video/mp4"]),
)
PURCHASES = st.builds(
    Purchase,
    key=HEX,
    generation_id=st.text(min_size=1, max_size=30),
    price_credits=st.integers(0, 10**9),
    assets=st.lists(ASSETS, max_size=5).map(tuple),
    depiction=st.builds(
        Depiction,
        operation=st.sampled_from(["create", "redraw", "continue", "video"]),
        terms=st.sampled_from(["", "0123456789abcdef"]),
        changes=st.text(max_size=30),
        at=st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99)),
        shown=st.lists(
            st.builds(
                Shown, st.integers(0, 99), st.integers(0, 99), st.text("0123456789abcdef", min_size=32, max_size=32)
            ),
            max_size=5,
        ).map(tuple),
    ),
    first_page=st.integers(0, 99),
)


def art(digit: str, panel: int = 0) -> StoredAsset:
    return StoredAsset(0, panel, "", digit * 64, 768, 1024, "image/webp")


def downloaded(digit: str, generation_id: str = "c1") -> Downloaded:
    return Downloaded(generation_id, 600, (art(digit),))


@given(st.lists(PURCHASES, unique_by=lambda one: one.key))
def test_what_is_written_is_read(purchases: list[Purchase]) -> None:
    text = write_purchases(purchases)
    assert list(read_purchases(text, "lock")) == sorted(purchases, key=lambda one: one.key)
    assert text.splitlines()[1:] == sorted(text.splitlines()[1:])


@given(st.lists(PURCHASES, unique_by=lambda one: one.key), st.data())
def test_both_sides_of_a_merge_are_true(purchases: list[Purchase], data: st.DataObject) -> None:
    mine = data.draw(st.lists(st.sampled_from(purchases), unique=True)) if purchases else []
    yours = [one for one in purchases if one not in mine]
    text = f"<<<<<<< HEAD\n{write_purchases(mine)}=======\n{write_purchases(yours)}>>>>>>> theirs\n"
    assert read_purchases(text, "lock") == read_purchases(write_purchases(purchases), "lock")


def test_only_what_was_bought_is_written(tmp_path: Path) -> None:
    path = tmp_path / STORY_LOCK
    save_purchases(path, {})
    assert not path.exists()
    states: dict[str, UnitState] = {
        "6" * 64: Failed("refused"),
        "5" * 64: Failed("gave up", "c5", 150),
        "4" * 64: InDoubt("reset", 150, 1.0),
        "3" * 64: Intended(150, 1.0),
        "2" * 64: Submitted("c 2\n", 150, 1.0),
        "1" * 64: downloaded("a"),
        "0" * 64: Planned(),
    }
    save_purchases(path, states)
    head, *lines = path.read_text().splitlines()
    assert head.startswith("# storyc lock 1: ")
    assert lines == [
        f"{'1' * 64} c1 600 0.0={'a' * 64}:768x1024:image/webp",
        f"{'2' * 64} c%202%0A 150",
        f"{'3' * 64} ? 150",
        f"{'4' * 64} ? 150",
        f"{'5' * 64} c5 150",
    ]


def test_what_was_said_stays_and_an_equal_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / STORY_LOCK
    save_purchases(path, {"1" * 64: Submitted("c1", 600, 1.0)})
    save_purchases(path, {"1" * 64: downloaded("a"), "2" * 64: downloaded("b", "c2")})
    save_purchases(path, {"1" * 64: downloaded("c", "c3")})
    assert len(path.read_text().splitlines()) == 1 + 3
    assert [one.generation_id for one in load_purchases(path)] == ["c1", "c2"]
    time_ns = path.stat().st_mtime_ns
    save_purchases(path, {})
    assert path.stat().st_mtime_ns == time_ns
    save_purchases(path, {}, forgotten="1" * 64)
    assert [one.generation_id for one in load_purchases(path)] == ["c2"]


@pytest.mark.parametrize(
    "line", ["nonsense", f"{'1' * 64} c1", f"{'1' * 64} c1 six", f"{'1' * 64} c1 6 0.0=abc", f"{'G' * 64} c1 6"]
)
def test_a_line_that_makes_no_sense_buys_nothing(line: str) -> None:
    with pytest.raises(FileError, match="lock:2 makes no sense"):
        read_purchases(f"# storyc lock 1: x\n{line}\n", "lock")


def test_a_lock_of_a_newer_storyc_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / STORY_LOCK
    path.write_text("# storyc lock 2: other rules\nany line\n")
    with pytest.raises(FileError, match="newer"):
        save_purchases(path, {"1" * 64: downloaded("a")})
    path.write_bytes(b"\xff")
    with pytest.raises(FileError, match="not text"):
        load_purchases(path)


def git(folder: Path, *words: str) -> int:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    return run(["git", *identity, *words], cwd=folder, capture_output=True, check=False).returncode


@pytest.mark.parametrize("is_union", [True, False])
@settings(deadline=None, max_examples=8)
@given(keys=st.lists(HEX, min_size=3, max_size=8, unique=True))
def test_git_merges_two_branches(
    is_union: bool,
    keys: list[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    root = tmp_path_factory.mktemp("merge")
    path = root / STORY_LOCK
    git(root, "init", "--initial-branch=one")
    if is_union:
        (root / ".gitattributes").write_text("story.lock merge=union\n")
    save_purchases(path, {keys[0]: downloaded("a")})
    git(root, "add", ".")
    git(root, "commit", "-m", "base")
    git(root, "branch", "two")
    for branch, bought in (("two", keys[1::2]), ("one", keys[2::2])):
        git(root, "checkout", branch)
        save_purchases(path, {key: downloaded("b", f"c-{key[:4]}") for key in bought})
        git(root, "commit", "-a", "-m", branch)
    is_clean = git(root, "merge", "two") == 0
    assert is_clean or not is_union
    assert [one.key for one in load_purchases(path)] == sorted(keys)
    save_purchases(path, {})
    assert path.read_text() == write_purchases(load_purchases(path))

"""Paid builds against a service behind a real socket: what is bought once is bought for every clone and branch."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from subprocess import run

import pytest
from msgspec.structs import replace

from storyc.errors import FileError, RefusedError
from storyc.ledger import STORY_LOCK, load_states
from storyc.pipeline import ApiBackend, BuildOptions, Front, Summary, build, plan
from storyc.planning import Intended, Keep, Pace, UnitState
from storyc.project import Config, Project
from storyc.storyboard import Storyboard
from tests.kill.server import Service, served
from tests.pipeline.conftest import story

PAGE_CREDITS = 2 * 150
LEDGER = ".storyc/ledger.sqlite"


def pages(*words: str) -> Storyboard:
    """A story that refers to nothing."""
    board = story(*words)
    return replace(board, cast=tuple(replace(one, references=()) for one in board.cast), clips=())


class Shop:
    """The service, and projects that buy from it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.port = 0
        self.watched: Path | None = None
        self.seen: list[UnitState] = []
        """What a ledger said of a unit when its paid request arrived."""
        self.service = Service(self._look)

    def _look(self, _name: str, key: str) -> None:
        if self.watched is not None:
            self.seen.append(load_states(self.watched)[key])

    @property
    def charges(self) -> int:
        return sum(self.service.charged["shop"].values())

    def options(self, max_cost_credits: int | None = None) -> BuildOptions:
        backend = ApiBackend(f"http://127.0.0.1:{self.port}/shop", "sk-test")
        return BuildOptions(backend, max_cost_credits=max_cost_credits)

    def build(self, root: Path, board: Storyboard, max_cost_credits: int | None = None) -> Summary:
        front = Front(approve=lambda _plan: True)
        return build(Project(root, "main.story", Config()), board, self.options(max_cost_credits), front)


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    haste = Pace(first_look_s=0.0, shortest_pause_s=0.01)
    monkeypatch.setattr("storyc.pipeline.desks.PAID_PACE", haste)
    found = Shop(tmp_path)
    with served(found.service) as found.port:
        yield found


def test_a_purchase_is_on_disk_before_it_arrives(shop: Shop) -> None:
    here = shop.root / "here"
    shop.watched = here / LEDGER
    summary = shop.build(here, pages("Rain", "Wind"))
    assert (summary.built, summary.price_credits, summary.is_whole) == (2, 2 * PAGE_CREDITS, True)
    assert [type(state) for state in shop.seen] == [Intended, Intended]


def test_the_lock_is_written_and_watched(shop: Shop) -> None:
    here = shop.root / "here"
    shop.build(here, pages("Rain"))
    lock = here / STORY_LOCK
    text = lock.read_text()
    assert len(text.splitlines()) == 1 + 1
    assert shop.build(here, pages("Rain")).is_current
    lock.unlink()
    assert not shop.build(here, pages("Rain")).is_current
    assert lock.read_text() == text
    lock.write_text(text + "nonsense\n")
    with pytest.raises(FileError, match=r"story\.lock:3"):
        shop.build(here, pages("Rain"))
    assert shop.charges == 1


def test_a_lock_that_an_editor_put_a_mark_before_is_read(shop: Shop) -> None:
    here, there, board = shop.root / "here", shop.root / "there", pages("Rain")
    shop.build(here, board)
    there.mkdir()
    (there / STORY_LOCK).write_bytes(b"\xef\xbb\xbf" + (here / STORY_LOCK).read_bytes())
    assert shop.build(there, board).is_whole
    assert shop.charges == 1


@pytest.mark.parametrize("has_store", [True, False])
def test_a_fresh_clone_pays_nothing(shop: Shop, *, has_store: bool) -> None:
    here, there, board = shop.root / "here", shop.root / "there", pages("Rain", "Wind")
    first = shop.build(here, board)
    there.mkdir()
    (there / STORY_LOCK).write_bytes((here / STORY_LOCK).read_bytes())
    if has_store:
        copytree(here / ".storyc" / "store", there / ".storyc" / "store")
        outlook = plan(Project(there, "main.story", Config()), board, shop.options())
        assert [type(step) for step in outlook.plan.steps] == [Keep, Keep]
        assert not (there / LEDGER).exists()
    again = shop.build(there, board)
    assert (again.is_whole, again.price_credits, again.spent_credits) == (True, 0, first.spent_credits)
    assert again.kept == (2 if has_store else 0)
    assert (first.fetched, again.fetched) == (0, 0 if has_store else 2)
    assert (there / STORY_LOCK).read_bytes() == (here / STORY_LOCK).read_bytes()
    assert (there / "build/storyboard.html").read_bytes() == (here / "build/storyboard.html").read_bytes()
    assert shop.charges == 2


def test_a_ledger_that_was_lost_or_harmed_buys_nothing(shop: Shop) -> None:
    here = shop.root / "here"
    shop.build(here, pages("Rain"))
    ledger, stamp = here / LEDGER, here / ".storyc" / "stamp.json"
    for harm in (b"", b"x" * 5000):
        ledger.write_bytes(harm)
        stamp.unlink(missing_ok=True)
        with pytest.raises(FileError, match="damaged"):
            shop.build(here, pages("Rain"))
    ledger.unlink()
    assert shop.build(here, pages("Rain")).kept == 1
    ledger.unlink()
    stamp.unlink()
    (here / STORY_LOCK).unlink()
    with pytest.raises(FileError, match="is missing") as refused:
        shop.build(here, pages("Rain"))
    # what would not be bought has no price either
    with pytest.raises(FileError) as unplanned:
        plan(Project(here, "main.story", Config()), pages("Rain"), shop.options())
    assert (unplanned.value.message, unplanned.value.hint) == (refused.value.message, refused.value.hint)
    assert plan(Project(here, "main.story", Config()), pages("Rain"), BuildOptions()).plan.price_credits == 0
    assert shop.charges == 1


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    run(["git", *identity, *words], cwd=folder, capture_output=True, check=True)


def test_two_branches_merge_and_neither_pays_again(shop: Shop) -> None:
    one, two = shop.root / "one", shop.root / "two"
    one.mkdir()
    git(one, "init", "--initial-branch=main")
    (one / ".gitattributes").write_text("story.lock merge=union\n")
    (one / ".gitignore").write_text("/build/\n/.storyc/*\n!/.storyc/store/\n")
    shop.build(one, pages("Rain"))
    git(one, "add", ".")
    git(one, "commit", "-m", "rain")
    git(shop.root, "clone", str(one), str(two))
    for folder, word in ((one, "Wind"), (two, "Snow")):
        shop.build(folder, pages("Rain", word))
        git(folder, "add", ".")
        git(folder, "commit", "-m", word)
    assert shop.charges == 3
    git(two, "pull", "--no-rebase", "--no-edit", "origin", "main")
    git(one, "pull", "--no-rebase", "--no-edit", str(two), "main")
    for folder in (one, two):
        summary = shop.build(folder, pages("Rain", "Snow", "Wind"))
        assert (summary.is_whole, summary.kept, summary.built, summary.price_credits) == (True, 3, 0, 0)
    assert shop.charges == 3
    assert len((one / STORY_LOCK).read_text().splitlines()) == 1 + 3


def test_a_cap_is_for_what_this_build_buys(shop: Shop) -> None:
    here = shop.root / "here"
    shop.build(here, pages("Rain"))
    with pytest.raises(RefusedError, match="over the limit"):
        shop.build(here, pages("Rain", "Wind", "Snow"), 2 * PAGE_CREDITS - 1)
    assert shop.build(here, pages("Rain", "Wind", "Snow"), 2 * PAGE_CREDITS).is_whole
    assert shop.charges == 3

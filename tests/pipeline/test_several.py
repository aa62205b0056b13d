"""Several stories in one project: each is built beside the others, and what one buys the others keep."""

from pathlib import Path
from re import findall

import pytest

from storyc.ledger import Memory, find_garbage, verify_memory
from storyc.pipeline import BuildOptions, Front, Summary, build, plan
from storyc.project import Config, Project
from storyc.storyboard import Storyboard
from tests.pipeline.conftest import story
from tests.pipeline.test_paid import PAGE_CREDITS, Shop, pages, shop

__all__ = ["shop"]

ONE, TWO = "one/main.story", "two/main.story"


def sketch(root: Path, entry: str, board: Storyboard, config: Config | None = None) -> Summary:
    (root / "mara.png").write_bytes(b"\x89PNG")
    return build(Project(root, entry, config or Config()), board, BuildOptions())


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("entry", "named", "folder"),
    [
        ("main.story", None, "build"),
        ("main.story", "one/main.story", "build"),
        ("one/main.story", None, "build/one"),
        ("one/main.story", "one/main.story", "build"),
        ("one/main.story", "./one/main.story", "build"),
        ("one/other.story", "one/main.story", "build/one"),
        ("one/two/main.story", "main.story", "build/one/two"),
    ],
)
def test_the_folder_of_a_build(entry: str, named: str | None, folder: str) -> None:
    assert Project(Path("here"), entry, Config(entry=named)).build_folder == folder


def test_stories_in_folders_of_their_own_are_built_beside_each_other(tmp_path: Path) -> None:
    first = sketch(tmp_path, ONE, story("Rain", "Wind"))
    assert (first.html_path, first.markdown_path) == ("build/one/storyboard.html", "build/one/storyboard.md")
    before = contents(tmp_path / "build" / "one")
    assert {"storyboard.html", "storyboard.md", "art/page-002-panel-02.webp", "art/clip-01.webm"} <= before.keys()
    sketch(tmp_path, TWO, story("Snow"))
    sketch(tmp_path, "main.story", story("Hail"))
    assert contents(tmp_path / "build" / "one") == before
    for entry, board in ((ONE, story("Rain", "Wind")), (TWO, story("Snow")), ("main.story", story("Hail"))):
        assert sketch(tmp_path, entry, board).is_current
    sketch(tmp_path, ONE, story("Rain"))
    assert not (tmp_path / "build/one/art/page-002-panel-01.webp").exists()
    for entry, board in ((TWO, story("Snow")), ("main.story", story("Hail"))):
        assert sketch(tmp_path, entry, board).is_current


@pytest.mark.parametrize("entry", ["main.story", ONE, "a book/part one/main.story"])
def test_what_pages_link_to_is_found_from_where_they_are(entry: str, tmp_path: Path) -> None:
    summary = sketch(tmp_path, entry, story("Rain"), Config(assets="folder"))
    for name in (summary.html_path, summary.markdown_path):
        page = tmp_path / name
        links = findall(r"[\"(]((?:\.\./)+[^\")#]+\.webp)[\")]", page.read_text("utf-8"))
        assert len(links) >= 2
        for link in links:
            found = page.parent / link.replace("%20", " ")
            assert found.resolve().is_relative_to((page.parent / "art").resolve())
            assert found.is_file()


def test_what_one_story_bought_is_neither_paid_again_nor_taken_away_for_another(shop: Shop) -> None:
    root = shop.root / "here"

    def buy(entry: str, *words: str) -> Summary:
        front = Front(approve=lambda _outlook: True)
        return build(Project(root, entry, Config()), pages(*words), shop.options(), front)

    assert buy(ONE, "Rain", "Wind").price_credits == 2 * PAGE_CREDITS
    before = contents(root / "build" / "one")
    # a page that both have is bought once
    assert buy(TWO, "Snow", "Wind").price_credits == PAGE_CREDITS
    assert shop.charges == 3
    for entry, words in ((ONE, ("Rain", "Wind")), (TWO, ("Snow", "Wind"))):
        again = buy(entry, *words)
        assert (again.price_credits, again.pictures, again.is_whole) == (0, 4, True)
    assert buy(TWO, "Snow").is_whole
    assert contents(root / "build" / "one") == before
    memory = Memory(root)
    assert (find_garbage(memory), list(verify_memory(memory))) == ((), [])
    # a clone that has the lock alone gets the art of both
    clone = shop.root / "there"
    clone.mkdir()
    (clone / memory.story_lock.name).write_bytes(memory.story_lock.read_bytes())
    root = clone
    for entry, words in ((TWO, ("Snow", "Wind")), (ONE, ("Rain", "Wind"))):
        assert buy(entry, *words).price_credits == 0
    assert contents(root / "build" / "one") == before
    assert shop.charges == 3


def test_a_comic_is_changed_for_its_own_story_alone(shop: Shop) -> None:
    """Two stories share a page. What one of them has instead of the other page is not drawn in the place of that."""

    def buy(root: Path, entry: str, *words: str) -> Summary:
        front = Front(approve=lambda _outlook: True)
        return build(Project(root, entry, Config(layout="book")), pages(*words), shop.options(), front)

    root = shop.root / "here"
    buy(root, ONE, "Rain", "Wind")
    before = contents(root / "build" / "one")
    assert buy(root, TWO, "Rain", "Snow").price_credits == PAGE_CREDITS
    again = buy(root, ONE, "Rain", "Wind")
    assert (again.price_credits, again.is_whole) == (0, True)
    assert contents(root / "build" / "one") == before
    # its own comic a story does change
    edited = plan(Project(root, ONE, Config(layout="book")), pages("Rain", "Hail"), shop.options())
    assert {step.unit.operation for step in edited.plan.purchases} == {"redraw"}
    # what the service has is still what was bought
    clone = shop.root / "there"
    clone.mkdir()
    lock = Memory(root).story_lock
    (clone / lock.name).write_bytes(lock.read_bytes())
    again = buy(clone, ONE, "Rain", "Wind")
    assert (again.price_credits, again.is_whole) == (0, True)
    assert contents(clone / "build" / "one") == before

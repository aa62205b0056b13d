"""Files that are saved in every way that editors know."""

from asyncio import CancelledError, create_task, run, sleep
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from storyc.preview.asking import AskedFiles, signature
from storyc.preview.watching import changes
from storyc.text import DiskFiles

QUIET_S = 0.6
"""Longer than a burst may last."""
ANYWAY_S = 2.5
"""Longer than a look takes that nothing calls for."""


def bursts(paths: list[Path], *acts: Callable[[], object], quiet_s: float = QUIET_S) -> list[frozenset[Path]]:
    """Return the bursts that are seen while somebody acts, a while after each other."""

    async def seen() -> list[frozenset[Path]]:
        found: list[frozenset[Path]] = []
        known = {path: signature(path) for path in paths}

        async def look() -> None:
            async for burst in changes(lambda: known):
                found.append(burst)
                known.update({path: signature(path) for path in paths})

        looking = create_task(look())
        await sleep(quiet_s)
        for act in acts:
            act()
            await sleep(quiet_s)
        looking.cancel()
        with suppress(CancelledError):
            await looking
        return found

    return run(seen())


def test_saved_in_place(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_text("x")
    assert bursts([path], lambda: path.write_text("xy"), lambda: path.write_text("xyz")) == [{path}, {path}]


def test_saved_by_renaming_another_over_it(tmp_path: Path) -> None:
    path, new = tmp_path / "a.story", tmp_path / "a.story~"
    path.write_text("x")

    def save() -> None:
        new.write_text("y")
        new.replace(path)

    assert bursts([path], save, save) == [{path}, {path}]


def test_taken_away_and_put_back(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_text("x")
    assert bursts([path], path.unlink, lambda: path.write_text("x")) == [{path}, {path}]


def test_many_saves_at_once_are_one_change(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.story", "b.story")]

    def save() -> None:
        for number in range(20):
            for path in paths:
                path.write_text(str(number))

    assert bursts(paths, save) == [set(paths)]


def test_others_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_text("x")
    assert bursts([path, tmp_path], (tmp_path / "b.story").touch, path.read_text, (tmp_path / "b.story").unlink) == []


def test_a_file_whose_folder_is_made_later(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "a.story"

    def make() -> None:
        path.parent.mkdir(parents=True)
        path.write_text("x")

    assert bursts([path], make, lambda: path.write_text("xy")) == [{path}, {path}]


def test_a_folder_that_is_taken_away_and_made_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.story"

    def make() -> None:
        path.parent.mkdir()
        path.write_text("x")

    make()
    found = bursts([path], lambda: rmtree(path.parent), make, lambda: path.write_text("xy"), quiet_s=ANYWAY_S)
    assert found == [{path}, {path}, {path}]


def test_what_a_link_leads_to(tmp_path: Path) -> None:
    path, link = tmp_path / "there" / "a.story", tmp_path / "here" / "a.story"
    for place in (path, link):
        place.parent.mkdir()
    path.write_text("x")
    link.symlink_to(path)
    assert bursts([link], lambda: path.write_text("xy")) == [{link}]


def test_what_changes_between_reading_and_listening_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_text("x")
    files = AskedFiles(tmp_path, DiskFiles(tmp_path))
    assert files.read_bytes("a.story") == b"x"
    path.write_text("xy")

    async def first() -> frozenset[Path]:
        looking = changes(lambda: files.asked)
        found = await anext(looking)
        await looking.aclose()
        return found

    assert run(first()) == {path}

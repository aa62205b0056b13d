"""Files that are saved in every way that editors know."""

from asyncio import Event, ensure_future, run, sleep, wait_for
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import rmtree

import pytest

from storyc.preview.asking import AskedFiles, Signature, signature
from storyc.preview.watching import changes
from storyc.text import DiskFiles

PATIENCE_S = 60.0
"""After so long, what is waited for will never come."""


@pytest.fixture
def only_what_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """No look is taken that nothing calls for, so what is not heard is not seen."""
    monkeypatch.setattr("storyc.preview.watching._LOOK_ANYWAY_MS", 3_600_000)


def bursts(paths: list[Path], *acts: Callable[[], object]) -> list[frozenset[Path]]:
    """Return the bursts that are seen while somebody acts, and waits for what is seen of each act before the next."""

    async def seen() -> list[frozenset[Path]]:
        found: list[frozenset[Path]] = []
        known = {path: signature(path) for path in paths}
        looking = changes(lambda: known)
        for act in acts:
            burst = ensure_future(anext(looking))
            await sleep(0)
            act()
            found.append(await wait_for(burst, PATIENCE_S))
            known.update({path: signature(path) for path in paths})
        await looking.aclose()
        return found

    return run(seen())


@pytest.mark.usefixtures("only_what_is_heard")
def test_saved_in_place(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_text("x")
    assert bursts([path], lambda: path.write_text("xy"), lambda: path.write_text("xyz")) == [{path}, {path}]


@pytest.mark.usefixtures("only_what_is_heard")
def test_saved_by_renaming_another_over_it(tmp_path: Path) -> None:
    path, new = tmp_path / "a.story", tmp_path / "a.story~"
    path.write_text("x")

    def save() -> None:
        new.write_text("y")
        new.replace(path)

    assert bursts([path], save, save) == [{path}, {path}]


@pytest.mark.usefixtures("only_what_is_heard")
def test_taken_away_and_put_back(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_text("x")
    assert bursts([path], path.unlink, lambda: path.write_text("x")) == [{path}, {path}]


@pytest.mark.usefixtures("only_what_is_heard")
def test_many_saves_at_once_are_one_change(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.story", "b.story")]

    def save() -> None:
        for number in range(20):
            for path in paths:
                path.write_text(str(number))

    assert bursts(paths, save, lambda: paths[0].write_text("more")) == [set(paths), {paths[0]}]


def test_others_do_not_count(tmp_path: Path) -> None:
    path, other = tmp_path / "a.story", tmp_path / "b.story"
    path.write_text("x")
    known = {place: signature(place) for place in (path, tmp_path)}

    async def seen() -> frozenset[Path]:
        has_looked = Event()

        def files() -> Mapping[Path, Signature]:
            has_looked.set()
            return known

        looking = changes(files)
        burst = ensure_future(anext(looking))
        await sleep(0)
        for act in (other.touch, path.read_text, other.unlink):
            has_looked.clear()
            act()
            await wait_for(has_looked.wait(), PATIENCE_S)
        assert not burst.done()
        path.write_text("xy")
        found = await wait_for(burst, PATIENCE_S)
        await looking.aclose()
        return found

    assert run(seen()) == {path}


@pytest.mark.usefixtures("only_what_is_heard")
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
    found = bursts([path], lambda: rmtree(path.parent), make, lambda: path.write_text("xy"))
    assert found == [{path}, {path}, {path}]


@pytest.mark.usefixtures("only_what_is_heard")
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

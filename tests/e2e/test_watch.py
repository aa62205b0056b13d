"""`storyc watch`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGINT, SIGTERM
from subprocess import DEVNULL, PIPE, Popen
from urllib.request import urlopen

import pytest

from tests.e2e.conftest import RAIN, Desk, surroundings

PATIENCE_S = 60.0
"""After so long, what is waited for will never come."""


@contextmanager
def watching(desk: Desk, *arguments: str) -> Iterator[tuple[Popen[str], str]]:
    """Run the command and give its process and the address that it printed."""
    command = [sys.executable, "-m", "storyc", "watch", *arguments]
    with Popen(
        command, cwd=desk.root, env=surroundings(), stdin=DEVNULL, stdout=PIPE, stderr=PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def save(desk: Desk, content: str = RAIN) -> None:
    """Save the script at one instant, so that nobody finds it empty."""
    (desk.root / desk.write(content, "rain.story.new")).replace(desk.root / "rain.story")


def lines(process: Popen[str], count: int) -> list[str]:
    assert process.stderr is not None
    return [process.stderr.readline().rstrip("\n") for _ in range(count)]


def test_it_shows_follows_and_ends(desk: Desk) -> None:
    desk.write()
    with watching(desk, "rain.story") as (process, url):
        assert url.startswith("http://127.0.0.1:")
        assert b"Rain." in urlopen(url).read()
        first = lines(process, 2)
        assert "Ctrl-C" in first[0]
        assert first[1][8:] == " nothing to say"
        save(desk, "PAGE 1\n\nPANEL 1 [wet\nRain.\n")
        (update,) = lines(process, 1)
        assert "1 error" in update
        (desk.root / "rain.story").unlink()
        (update,) = lines(process, 1)
        assert "cannot read rain.story" in update
        save(desk)
        (update,) = lines(process, 1)
        assert update[8:] == " nothing to say"
        process.send_signal(SIGINT)
        assert process.wait(PATIENCE_S) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""


def test_the_page_does_not_keep_it_from_ending(desk: Desk) -> None:
    desk.write()
    with watching(desk, "rain.story") as (process, url), urlopen(f"{url}events") as events:
        events.readline()
        process.send_signal(SIGINT)
        assert process.wait(PATIENCE_S) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="another way of ending")
def test_whoever_ends_it_otherwise_is_told_so(desk: Desk) -> None:
    desk.write()
    with watching(desk, "rain.story") as (process, _):
        process.send_signal(SIGTERM)
        assert process.wait(PATIENCE_S) == -SIGTERM


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nothing.story"], "nothing.story"),
        (["-"], "stdin cannot be watched"),
        (["rain.story", "--editor", "emacs"], "`emacs` is no editor"),
        (["."], "there is no .story file"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_watched(desk: Desk, arguments: list[str], words: str) -> None:
    if arguments != ["."]:
        desk.write()
    code, out, err = desk.run("watch", *arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_without_the_library_it_says_how_to_install_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write()
    for name in [name for name in sys.modules if name.startswith("storyc.preview")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    code, _, err = desk.run("watch", "rain.story")
    assert code == 2
    assert 'pip install "storyc[watch]"' in err


def test_a_hostile_name_does_not_reach_the_terminal(desk: Desk) -> None:
    name = desk.write(name="a\x1b[31m.story")
    with watching(desk, name) as (process, _):
        lines(process, 2)
        (Path(desk.root) / name).unlink()
        (update,) = lines(process, 1)
        assert "\x1b" not in update

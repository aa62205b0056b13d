"""The law of kept answers: whatever happens to files, settings and surroundings, nobody can tell them from fresh ones."""

import sys
from collections.abc import Callable, Iterator
from io import BytesIO, TextIOWrapper
from os import chdir
from pathlib import Path
from shutil import rmtree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyc.cli import run

NAMES = (
    "main.story", "cast.story", "acts/one.story", "acts/main.story", "acts/cast.story", "ref.png", "storyc.toml",
    "acts/storyc.toml", "pyproject.toml", "kast.story",
)  # fmt: skip
SCRIPTS = (
    "INCLUDE cast\n\nINCLUDE acts/one\n",
    "CAST\n\nTOBY: A boy of {{age}}.\n    ref: ref.png\n",
    "PAGE 1\n\nPANEL 1 [wyde]\nRain.\n\nTOBY: Hello?\n",
    "INCLUDE one\n",
    "PAGE 1\n\nPANEL 1\nRain.\n",
    "\ufeffPAGE 1\r\n\r\nPANEL 1\r\n\0\r\n",
)
SETTINGS = ('entry = "acts/one.story"', '[data]\nage = "ten"', '[tool.storyc.data]\nage = "nine"', "x = 1", "")
ARGUMENTS = (
    (), ("main.story",), ("cast.story",), ("acts",), ("acts/one.story",), ("link.story", "main.story"), ("..", "-v"),
    ("--output-format", "json"), ("one.story",),
)  # fmt: skip
VARIABLES = (("NO_COLOR", "1"), ("NO_COLOR", ""), ("TERM", "dumb"), ("TERM", "xterm"))
Act = Callable[[Path, pytest.MonkeyPatch], object]


class Stream(TextIOWrapper):
    """A stream that says whether it is a terminal."""

    is_terminal = False

    def isatty(self) -> bool:
        return self.is_terminal


def said(*arguments: str) -> tuple[int, bytes, bytes]:
    """Return the exit code of a command, and what it has written."""
    out, err = Stream(BytesIO(), "utf-8"), Stream(BytesIO(), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        code = run(arguments)
    written = []
    for stream in (out, err):
        stream.flush()
        buffer = stream.buffer
        assert isinstance(buffer, BytesIO)
        written.append(buffer.getvalue())
    return code, written[0], written[1]


def write(name: str, content: str) -> Act:
    def act(root: Path, _: pytest.MonkeyPatch) -> None:
        path = root / name
        gone(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8", newline="")

    return act


def remove(name: str) -> Act:
    return lambda root, _: gone(root / name)


def rename(name: str, to: str) -> Act:
    def act(root: Path, _: pytest.MonkeyPatch) -> None:
        if name != to and (root / name).is_file():
            gone(root / to)
            (root / to).parent.mkdir(exist_ok=True)
            (root / name).rename(root / to)

    return act


def link(name: str, to: str) -> Act:
    def act(root: Path, _: pytest.MonkeyPatch) -> None:
        gone(root / name)
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).symlink_to(root / to)

    return act


def toggle_folder(name: str) -> Act:
    def act(root: Path, _: pytest.MonkeyPatch) -> None:
        was_there = (root / name).is_dir()
        gone(root / name)
        if not was_there:
            (root / name).mkdir(parents=True)

    return act


def go(folder: str) -> Act:
    return lambda root, _: chdir(root / folder) if (root / folder).is_dir() else None


def say(variable: tuple[str, str]) -> Act:
    return lambda _, patch: patch.setenv(*variable)


def become_terminal(*, is_terminal: bool) -> Act:
    return lambda _, patch: patch.setattr(Stream, "is_terminal", is_terminal)


def gone(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        rmtree(path)
    else:
        path.unlink(missing_ok=True)


names = st.sampled_from(NAMES)
actions = st.one_of(
    st.builds(write, st.sampled_from(NAMES[:5]), st.sampled_from(SCRIPTS)),
    st.builds(write, st.sampled_from(NAMES[5:]), st.sampled_from(SETTINGS)),
    st.builds(remove, names),
    st.builds(rename, names, names),
    st.builds(link, st.sampled_from((*NAMES, "link.story")), names),
    st.builds(toggle_folder, st.sampled_from((".git", "acts/.git", "cast.story"))),
    st.builds(go, st.sampled_from((".", "acts"))),
    st.builds(say, st.sampled_from(VARIABLES)),
    st.builds(become_terminal, is_terminal=st.booleans()),
)


@pytest.fixture
def root(answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    yield tmp_path / "project"
    assert any(answers.iterdir()), "nothing was ever kept"


CAST = "CAST\n\nTOBY: A boy.\n    ref: ref.png\n"
LOUD = "PAGE 1\n\nPANEL 1 [wyde]\nRain.\n\nTOBY: Hello?\n"
WORLD = {
    "main.story": f"INCLUDE cast\n\n{LOUD}", "cast.story": CAST, "acts/one.story": LOUD, "ref.png": "a picture",
    "shelf/cast/cast.story": CAST, "shelf/kite/cast.story": CAST, "shelf/storyc.toml": "",
    "shelf/lost/lost.story": f"{CAST}\n{LOUD}",
}  # fmt: skip


def grow(name: str) -> Act:
    def act(root: Path, _: pytest.MonkeyPatch) -> None:
        with (root / name).open("r+b") as file:
            file.truncate(1 << 40)

    return act


@pytest.mark.parametrize(
    ("arguments", "change"),
    [
        (("main.story",), write("main.story", LOUD)),
        (("main.story",), write("cast.story", CAST.replace("TOBY", "NELL"))),
        (("main.story",), remove("cast.story")),
        (("main.story",), remove("ref.png")),
        (("main.story",), grow("ref.png")),
        (("main.story",), write("storyc.toml", "x = 1")),
        (("main.story",), become_terminal(is_terminal=True)),
        (("acts",), write("acts/two.story", LOUD)),
        (("acts",), write("acts/main.story", "PAGE 1\n\nPANEL 1\nRain.\n")),
        (("acts/one.story",), write("acts/all.story", "INCLUDE one\n")),
        (("acts/one.story",), write("book.story", "INCLUDE cast\n\nINCLUDE acts/one\n")),
        (("acts/one.story",), write("pyproject.toml", "[tool.storyc]\nx = 1")),
        (("shelf/cast/cast.story",), write("shelf/kite/kite.story", f"INCLUDE ../cast/cast\n\n{LOUD}")),
        (("shelf/cast/cast.story",), write("shelf/boat/boat.story", f"INCLUDE ../cast/cast\n\n{LOUD}")),
        (("shelf/lost/lost.story",), write("shelf/lost/Ref.png", "what was meant by ref.png")),
        (("acts/one.story",), link("acts/one.story", "cast.story")),
        (("acts/one.story",), toggle_folder("acts/one.story")),
        ((".",), go("acts")),
    ],
)
def test_what_counts_is_noticed(root: Path, arguments: tuple[str, ...], change: Act) -> None:
    (root / "acts").mkdir(parents=True)
    (root / ".git").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        patch.setenv("TERM", "xterm")
        patch.delenv("NO_COLOR", raising=False)
        for name, content in WORLD.items():
            write(name, content)(root, patch)
        before = said("check", *arguments)
        assert said("check", *arguments) == before
        change(root, patch)
        now = said("check", *arguments)
        assert now == said("check", "--no-cache", *arguments)
        assert now != before


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.sampled_from(ARGUMENTS), st.lists(actions, min_size=1, max_size=12))
def test_a_kept_answer_is_the_one_that_would_be_given_now(
    root: Path, arguments: tuple[str, ...], acts: list[Act]
) -> None:
    # the same folder every time, so that answers from other worlds are in the way
    gone(root)
    (root / "acts").mkdir(parents=True)
    (root / ".git").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        patch.setenv("TERM", "xterm")
        patch.delenv("NO_COLOR", raising=False)
        for name, script in zip(NAMES, SCRIPTS, strict=False):
            write(name, script)(root, patch)
        for act in acts:
            act(root, patch)
            now = said("check", "--no-cache", *arguments)
            assert said("check", *arguments) == now
            assert said("check", *arguments) == now

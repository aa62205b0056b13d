"""Pipes that break, streams that are closed, encodings that lack letters, and Ctrl-C."""

import os
import pty
import sys
from signal import SIGINT
from subprocess import DEVNULL, PIPE, Popen

import pytest

from tests.e2e.conftest import RAIN, Desk, surroundings

JAPANESE = "CAST\n\n狐: 子狐。\n\nPAGE 1\n\nPANEL 1\n商店街。\n\n@美咲: 重い。\n"


@pytest.mark.parametrize(
    "command", ["explain --all", "compile --layout panels", "check --output-format json", "check --help"]
)
def test_a_reader_that_has_enough_is_no_trouble(desk: Desk, command: str) -> None:
    desk.write("PAGE 1\n\n" + "".join(f"PANEL 1\nRain {number}.\n\nTOBY{number}: Hello?\n\n" for number in range(400)))
    if command.startswith("compile"):
        desk.write("".join(f"PAGE 1\n\nPANEL 1\n{'Rain. ' * 50}\n\n" for _ in range(300)))
    ran = desk.shell(f"set -o pipefail; storyc {command} | head -1")
    assert ran.stdout.count(b"\n") == 1
    assert b"Traceback" not in ran.stderr
    assert b"BrokenPipe" not in ran.stderr
    assert b"Exception ignored" not in ran.stderr
    assert ran.returncode in {0, 1, 2}


def test_a_reader_of_progress_that_leaves_does_not_stop_a_build(desk: Desk) -> None:
    desk.write()
    ran = desk.shell("storyc build -v 2> >(true)")
    assert ran.returncode == 0
    assert (desk.root / "build" / "storyboard.html").exists()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("storyc check rain.story >&-", 0),
        ("storyc check wrong.story >&-", 1),
        ("storyc check wrong.story >&- 2>&- <&-", 1),
        ("storyc compile rain.story >&-", 0),
        ("storyc explain --all >&-", 0),
        ("storyc check nowhere.story 2>&-", 2),
        ("storyc check rain.story 2>/dev/full", 0),
        ("storyc build rain.story >&- 2>&- <&-", 0),
        ("storyc compile rain.story >/dev/full", 2),
        ("storyc explain --all >/dev/full", 2),
        ("storyc check - <&-", 1),
    ],
)
def test_closed_and_full_streams(desk: Desk, line: str, code: int) -> None:
    desk.write()
    desk.write(f"{RAIN}\nTOBY: Hello?\n", "wrong.story")
    ran = desk.shell(line)
    assert b"Traceback" not in ran.stderr
    assert b"a file" not in ran.stderr
    assert ran.returncode == code


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp932"])
def test_letters_that_a_stream_lacks_never_end_a_command(desk: Desk, encoding: str) -> None:
    desk.write(JAPANESE)
    ran = desk.start("check", PYTHONIOENCODING=encoding)
    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr
    said = ran.stdout.decode(encoding)
    assert ("\\u7f8e\\u54b2" if encoding != "cp932" else "美咲") in said
    assert desk.start("compile", PYTHONIOENCODING=encoding).returncode == 1


def test_the_c_locale(desk: Desk) -> None:
    desk.write(JAPANESE)
    locale = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = desk.start("check", **locale)
    assert ran.returncode == 1
    assert b"nobody called `\\u7f8e\\u54b2` is in the cast" in ran.stdout
    assert ran.stdout.isascii()
    desk.write(JAPANESE.replace("@美咲", "狐"))
    assert desk.start("compile", **locale).returncode == 0


def test_a_file_name_that_is_no_text_is_refused_in_words(desk: Desk) -> None:
    os.rename(desk.root / desk.write(), os.fsencode(desk.root) + b"/\xff.story")  # noqa: PTH104 - a Path cannot say it
    ran = desk.start("compile")
    assert ran.returncode == 2
    assert b"is not UTF-8" in ran.stderr
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("flags", "environment", "is_colored"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {}, False),
    ],
)
def test_colour_in_a_pipe(desk: Desk, flags: list[str], environment: dict[str, str], *, is_colored: bool) -> None:
    desk.write(f"{RAIN}\nTOBY: Hello?\n")
    assert (b"\x1b[" in desk.start("check", *flags, **environment).stdout) is is_colored
    assert (b"\x1b[" in desk.start("check", "nowhere.story", *flags, **environment).stderr) is is_colored


@pytest.mark.parametrize(
    ("environment", "is_colored"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_on_a_terminal(desk: Desk, environment: dict[str, str], *, is_colored: bool) -> None:
    desk.write(f"{RAIN}\nTOBY: Hello?\n")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "storyc", "check"]
    around = surroundings(**{"TERM": "xterm", **environment})
    with Popen(command, cwd=desk.root, env=around, stdin=DEVNULL, stdout=theirs, stderr=theirs) as running:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:  # how a terminal says that the other side is gone
            pass
    os.close(ours)
    assert running.returncode == 1
    assert b"TOBY" in shown
    assert (b"\x1b[" in shown) is is_colored


def test_ctrl_c_stops_a_build_that_the_next_one_finishes(desk: Desk) -> None:
    desk.write("".join(f"PAGE {page}\n\nPANEL 1\nRain on page {page}.\n\n" for page in range(1, 16)))
    command = [sys.executable, "-m", "storyc", "build", "-v", "--layout", "pages"]
    with Popen(command, cwd=desk.root, env=surroundings(), stdin=DEVNULL, stdout=PIPE, stderr=PIPE) as running:
        assert running.stderr is not None
        while b"finished" not in (line := running.stderr.readline()):
            assert line, "it ended before it could be stopped"
        running.send_signal(SIGINT)
        _, rest = running.communicate(timeout=60)
    assert b"Traceback" not in rest
    assert running.returncode == 130
    code, _, err = desk.run("build", "--layout", "pages")
    assert code == 0
    assert err.startswith("15 pictures: ")
    assert ", 0 kept" not in err.splitlines()[0]

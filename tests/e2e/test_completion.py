"""Completion, by the shells that ask for it."""

import sys
from pathlib import Path
from shutil import which
from subprocess import run

import pytest

from storyc.diagnostics import codes

from .conftest import Desk

SHELLS = ("bash", "zsh", "fish")


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """Give a folder with a `storyc` in it."""
    folder = tmp_path / "programs"
    folder.mkdir()
    program = folder / "storyc"
    root = Path(__file__).parents[2]
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{root}" exec "{sys.executable}" -m storyc "$@"\n')
    program.chmod(0o755)
    return folder


def completed(words: list[str], script: str, programs: Path, folder: Path) -> list[str]:
    """Return what bash offers for the last word."""
    (folder / "storyc.bash").write_text(script)
    line = f"""
    source ./storyc.bash
    COMP_WORDS=({" ".join(f"'{word}'" for word in words)}) COMP_CWORD={len(words) - 1}
    _storyc_completion storyc
    printf '%s\\n' "${{COMPREPLY[@]}}"
    complete -p storyc
    """
    path = f"{programs}:/usr/bin:/bin"
    ended = run(
        ["bash", "-c", line],
        cwd=folder,
        env={"PATH": path, "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    return ended.stdout.split("\n")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["storyc", "comp"], {"compile", "completion"}),
        (["storyc", "check", "--output-format", "jso"], {"json", "jsonl"}),
        (["storyc", "plan", "--mark"], {"--markdown"}),
        (["storyc", "completion", ""], set(SHELLS)),
        (["storyc", "explain", "SC020"], {code for code in codes.ALL if code.startswith("SC020")}),
        (["storyc", "explain", ""], set(codes.ALL)),
        (["storyc", "explain", "merge"], {"merge-conflict"}),
    ],
)
def test_bash_completes(words: list[str], offered: set[str], desk: Desk, programs: Path) -> None:
    found = completed(words, desk.run("completion", "bash").out, programs, desk.root)
    assert offered == {
        word for word in found[: found.index(next(line for line in found if line.startswith("complete ")))] if word
    }


def test_where_no_word_fits_bash_offers_files(desk: Desk, programs: Path) -> None:
    found = completed(["storyc", "check", "ra"], desk.run("completion", "bash").out, programs, desk.root)
    assert any(line.startswith("complete ") and "-o default" in line for line in found)


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_takes_its_script(shell: str, desk: Desk) -> None:
    found = which(shell)
    if found is None:
        pytest.skip(f"needs {shell}")
    script = desk.run("completion", shell)
    assert script.code == 0
    (desk.root / "script").write_text(script.out)
    ended = run([found, "-n", "script"], cwd=desk.root, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_fish_completes(desk: Desk, programs: Path) -> None:
    fish = which("fish")
    if fish is None:
        pytest.skip("needs fish")
    (desk.root / "storyc.fish").write_text(desk.run("completion", "fish").out)
    (desk.root / "rain.story").write_text("PAGE 1\n")
    for words, offered, is_all in (
        ("storyc comp", "compile", False),
        ("storyc check ra", "rain.story", True),
        ("storyc build --backend ", "draft", False),
        ("storyc explain merge-c", "merge-conflict", True),
    ):
        ended = run(
            [fish, "--no-config", "-c", f"source storyc.fish; complete -C '{words}'"],
            cwd=desk.root, env={"PATH": f"{programs}:/usr/bin:/bin", "HOME": str(desk.root), "TERM": "dumb"}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        found = [line.split("\t")[0] for line in ended.stdout.splitlines()]
        assert offered in found, ended
        assert not is_all or found == [offered], ended
        assert offered == "rain.story" or "rain.story" not in found, "names of files stand beside words of ours"


def test_an_unknown_shell(desk: Desk) -> None:
    assert desk.run("completion", "tcsh").code == 2

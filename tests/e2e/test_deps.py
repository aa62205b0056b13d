"""`compile --deps`, by the tools that read it."""

import sys
from os import environ
from pathlib import Path
from shutil import copytree, which
from subprocess import CompletedProcess, run

import pytest

from storyc.cli.writing.depfile import make_rule

from .conftest import Desk

ROOT = Path(__file__).parents[2]
COMPILE = f'"{sys.executable}" -m storyc compile "my comic" -o out.json --deps out.d'
MAKEFILE = f"out.json:\n\t{COMPILE}\n-include out.d\n"
NINJA = f"rule compile\n  command = {COMPILE}\n  depfile = out.d\n  deps = gcc\nbuild out.json: compile\n"


def build(tool: str, folder: Path) -> CompletedProcess[str]:
    found = which(tool) or which(tool, path=str(Path(sys.executable).parent))
    if found is None:
        pytest.skip(f"needs {tool}")
    shell = {**environ, "PYTHONPATH": str(ROOT)}
    return run(
        [found, *(("out.json",) if tool == "make" else ())],
        cwd=folder,
        env=shell,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("tool", ["make", "ninja"])
def test_a_build_tool_compiles_again_when_anything_changes(tool: str, tmp_path: Path) -> None:
    story = tmp_path / "my comic"
    copytree(ROOT / "examples" / "fox-lunchbox", story)
    (tmp_path / "Makefile").write_text(MAKEFILE)
    (tmp_path / "build.ninja").write_text(NINJA)
    out = tmp_path / "out.json"
    assert build(tool, tmp_path).returncode == 0
    first = out.read_bytes()
    assert "-m storyc" not in build(tool, tmp_path).stdout
    cast = story / "cast.story"
    cast.write_text(cast.read_text("utf-8").replace("年", "歳") + "\nA NEW FOX: Red.\n    age: 3\n", "utf-8")
    assert build(tool, tmp_path).returncode == 0
    assert out.stat().st_mtime_ns >= cast.stat().st_mtime_ns
    main = next(path for path in story.glob("fox*.story"))
    main.write_text(main.read_text("utf-8").replace("夕暮れ", "真夜中"), "utf-8")
    assert build(tool, tmp_path).returncode == 0
    assert out.read_bytes() != first
    for path in (cast, story / "storyc.toml"):
        path.unlink()
    ended = build(tool, tmp_path)
    assert "No rule to make" not in ended.stderr
    assert "-m storyc" in ended.stdout, "what is gone must be missed"


def test_every_file_is_named(desk: Desk) -> None:
    copytree(ROOT / "examples" / "harbour-light", desk.root / "h")
    assert desk.run("compile", "h", "-o", "out.json", "--deps", "out.d").code == 0
    first = (desk.root / "out.d").read_text("utf-8").split("\n\n")[0]
    names = first.replace("\\\n", "").split()
    assert names == ["out.json:", "h/harbour-light.story", "h/art/mara-turnaround.png", "h/storyc.toml"]


def test_names_that_mean_something_to_make() -> None:
    assert make_rule("a b", ["$c", "#d", "$c"]) == "a\\ b: \\\n  $$c \\\n  \\#d\n\n$$c:\n\n\\#d:\n"


def test_there_is_no_rule_without_a_target(desk: Desk) -> None:
    ran = desk.run("compile", desk.write(), "--deps", "out.d")
    assert ran.code == 2
    assert "-o" in ran.err

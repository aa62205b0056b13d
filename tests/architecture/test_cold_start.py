"""What a quick command does not import."""

from os import environ
from pathlib import Path
from subprocess import run
from sys import executable

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = """\
Title: Cold

CAST

MARA: A pilot.

PAGE 1 (1 PANEL)

PANEL 1
The harbour, {}.

MARA: It went out.
"""
START = """
import atexit, runpy, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
runpy.run_module("storyc", run_name="__main__", alter_sys=True)
"""
SLOW = {"asyncio", "httpx", "jinja2", "keyring", "markdown_it", "platformdirs", "pydantic", "pygls", "rich", "wcwidth"}


def imported_by(*arguments: str, folder: Path) -> set[str]:
    """Return the top-level names of all that a command has imported when it ends."""
    shell = {**environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    ended = run(
        [executable, "-c", START, *arguments], cwd=folder, env=shell, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return {name.split(".")[0] for name in ended.stderr.splitlines()[-1].split()}


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "cold.story"
    path.write_text(SCRIPT.format("dark"), "utf-8")
    return path


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["fmt", "cold.story"], ["check", "cold.story"], ["check", "--output-format", "concise", "cold.story"]],
    ids=" ".join,
)
def test_a_quick_command_imports_nothing_slow(arguments: list[str], script: Path) -> None:
    imported = imported_by(*arguments, folder=script.parent)
    assert "storyc" in imported
    assert not imported & (SLOW | {"lark"})


def test_an_overview_loads_nothing(tmp_path: Path) -> None:
    assert not imported_by("--help", folder=tmp_path) & {"click", "msgspec", "pathlib", "re", "typing"}


def test_paths_need_nobody_who_reads_options(script: Path) -> None:
    assert "click" not in imported_by("check", "cold.story", folder=script.parent)


def test_compiling_imports_what_makes_requests_and_nothing_else(script: Path) -> None:
    assert imported_by("compile", script.name, folder=script.parent) & SLOW <= {"jinja2", "pydantic"}

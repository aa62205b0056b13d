"""What a writer is told when something is not as it should be, and that it goes on."""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from tests.editors.vscode.conftest import ROOT
from tests.editors.vscode.workbench import Workbench

Window = Callable[..., Workbench]
HARBOUR = ROOT / "examples/harbour-light"
NIGHT = ROOT / "examples/long-night"
RESTARTS = 3
TRUSTING_NOBODY = {
    "security__workspace__trust__enabled": True,
    "security__workspace__trust__startupPrompt": "never",
    "security__workspace__trust__banner": "never",
}


@pytest.fixture
def comic(tmp_path: Path) -> Path:
    """Give a folder with a comic, to which a test may add before it is opened."""
    return copytree(HARBOUR, tmp_path / "written/comic", ignore=ignore_patterns(".storyc", "build"))


def program(path: Path, lines: str) -> Path:
    """Write a program."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{lines}\n", "utf-8")
    path.chmod(0o755)
    return path


def choose(folder: Path, path: str) -> None:
    """Let the settings of a folder name the program."""
    (folder / ".vscode").mkdir(exist_ok=True)
    (folder / ".vscode/settings.json").write_text(json.dumps({"storyc.path": path}), "utf-8")


def test_a_program_that_is_missing_is_named(window: Window) -> None:
    editor = window(HARBOUR, storyc__path="/nowhere/storyc")
    editor.open("harbour-light.story")
    assert "Copy the Command" in editor.notice("There is no program `/nowhere/storyc`.")
    editor.picture("no program")


def test_a_program_is_used_as_soon_as_it_is_named(window: Window, comic: Path, storyc: Path) -> None:
    choose(comic, "/nowhere/storyc")
    editor = window(comic)
    editor.open("harbour-light.story")
    editor.notice("There is no program")
    choose(editor.folder, str(storyc))
    editor.wait_for_server()
    editor.wait_for_status("1,200 credits")


def test_a_program_without_the_server_says_what_to_install(window: Window, tmp_path: Path) -> None:
    said = (
        "echo 'error: the language server needs the library pygls, which is not installed' >&2\n"
        "echo '  = help: install it with:  pip install \"storyc[lsp]\"' >&2\nexit 2"
    )
    editor = window(HARBOUR, storyc__path=str(program(tmp_path / "storyc", said)))
    editor.open("harbour-light.story")
    editor.notice('needs the library pygls, which is not installed. To mend it: pip install "storyc[lsp]"')
    assert editor.page.locator(".notification-toast").count() == 1
    editor.picture("no server")


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("echo 'Error: There is no command `lsp`.' >&2; exit 2", "is too old for this extension."),
        ("exec cat", "is another program than storyc."),
        ("exec sleep 1000 < /dev/null 1<&-", "is another program than storyc."),
    ],
    ids=["too old", "echoes", "silent"],
)
def test_a_program_that_is_another_is_told_apart(window: Window, tmp_path: Path, lines: str, wanted: str) -> None:
    editor = window(HARBOUR, storyc__path=str(program(tmp_path / "storyc", lines)))
    editor.open("harbour-light.story")
    editor.notice(wanted)
    editor.picture(f"program that is another {wanted}")


def test_a_server_that_does_not_know_the_question_is_too_old(window: Window, tmp_path: Path, storyc: Path) -> None:
    older = tmp_path / "older.py"
    older.write_text(
        "from storyc.lsp import server\nserver.MAIN_SCRIPT = 'storyc/unknown'\nserver.serve('0.0.1')\n",
        "utf-8",
    )
    lines = f'[ "$1" = lsp ] || exec "{storyc}" "$@"\nPYTHONPATH="{ROOT}" exec "{sys.executable}" "{older}"'
    editor = window(HARBOUR, storyc__path=str(program(tmp_path / "storyc", lines)))
    editor.open("harbour-light.story")
    editor.wait_for_server()
    editor.command("storyc: Show the Storyboard")
    editor.notice("too old for this extension")
    editor.picture("old server")


def test_a_server_that_falls_over_is_helped_up(window: Window, tmp_path: Path, storyc: Path) -> None:
    started = tmp_path / "started"
    lines = f'[ "$1" = lsp ] && echo $$ >> "{started}"\nexec "{storyc}" "$@"'
    editor = window(HARBOUR, storyc__path=str(program(tmp_path / "storyc", lines)))
    editor.open("harbour-light.story")
    editor.wait_for_server()
    editor.wait_for_status("1,200 credits")
    for deaths in range(1, RESTARTS + 2):
        os.kill(int(started.read_text("utf-8").split()[-1]), signal.SIGKILL)
        if deaths <= RESTARTS:
            editor.wait_until(
                lambda wanted=deaths + 1: len(started.read_text("utf-8").split()) == wanted, "it was not started again"
            )
    editor.notice("The language server has stopped, several times.")
    editor.picture("server lost")
    editor.page.locator(".notification-toast .monaco-button", has_text="Restart").click()
    editor.wait_until(lambda: len(started.read_text("utf-8").split()) == RESTARTS + 2, "it was not started anew")
    editor.go_to(84, 1)
    editor.press("End", "Enter", "Enter")
    editor.type("TOBBY: Here.")
    editor.wait_for_problem("nobody called `TOBBY`")


def test_a_folder_has_no_say_in_what_is_run_until_it_is_trusted(window: Window, comic: Path) -> None:
    program(comic / "storyc", 'touch "$(dirname "$0")/was-run"; exit 1')
    choose(comic, "${workspaceFolder}/storyc")
    editor = window(comic, **TRUSTING_NOBODY)
    editor.open("harbour-light.story")
    editor.wait_for_status("Restricted Mode")
    editor.wait_for_server()
    editor.wait_for_status("1,200 credits")
    editor.picture("restricted")
    assert not (editor.folder / "was-run").exists()


def test_a_setting_of_the_writer_leads_into_no_folder_until_it_is_trusted(window: Window, comic: Path) -> None:
    program(comic / "storyc", 'touch "$(dirname "$0")/was-run"; exit 1')
    editor = window(comic, storyc__path="${workspaceFolder}/storyc", **TRUSTING_NOBODY)
    editor.open("harbour-light.story")
    editor.notice("you have not said that you trust it")
    editor.picture("program of a folder that is not trusted")
    assert not (editor.folder / "was-run").exists()


def test_of_several_folders_each_script_has_its_story(window: Window, tmp_path: Path, storyc: Path) -> None:
    both = tmp_path / "written/both"
    for story in (HARBOUR, NIGHT):
        copytree(story, both / story.name, ignore=ignore_patterns(".storyc", "build"))
    program(both / HARBOUR.name / "bin/storyc", f'exec "{storyc}" "$@"')
    folders = [{"path": NIGHT.name}, {"path": HARBOUR.name}]
    (both / "both.code-workspace").write_text(json.dumps({"folders": folders}), "utf-8")
    editor = window(both, "both.code-workspace", storyc__path="${workspaceFolder}/bin/storyc")
    editor.open("act-two.story")
    editor.wait_for_server()
    editor.command("storyc: Show the Storyboard")
    editor.page.locator('.tab[aria-label^="Storyboard: long-night"]').wait_for()
    editor.web_view("[id^='panel-']")
    editor.picture("two folders")


def test_a_script_outside_of_the_folder_that_is_open(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere/alone.story"
    path.parent.mkdir()
    path.write_text("CAST\n\nANN: A woman.\n\nPAGE 1 (1 PANEL)\n\nPANEL 1 [wide]\nRain.\n\nANNE: No.\n", "utf-8")
    editor = window(HARBOUR)
    editor.command("File: Open File...")
    editor.choose(path)
    editor.page.wait_for_selector('.tab.active[data-resource-name="alone.story"]')
    editor.wait_for_problem("nobody called `ANNE`")
    editor.command("storyc: Show the Storyboard")
    editor.page.locator('.tab[aria-label^="Storyboard: alone"]').wait_for()
    editor.picture("script outside")

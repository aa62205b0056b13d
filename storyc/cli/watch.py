"""`storyc watch`."""

import gc
import sys
import webbrowser
from asyncio import run
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import click

from storyc.errors import ConfigError, UsageError
from storyc.project import STDIN

from .arguments.options import CONTEXT, with_screen
from .terminal.screen import Screen, write

if TYPE_CHECKING:
    from storyc.preview import Report


@click.command("watch", context_settings=CONTEXT)
@click.argument("path", default=".")
@click.option(
    "--port", type=click.IntRange(0, 65_535), help="Where to serve the page; default: where it was last time."
)
@click.option(
    "--editor",
    metavar="NAME",
    help="What links to the script open: vscode, cursor, zed, idea, none, or a pattern with {path}, {line} and {column}.",
)
@click.option(
    "--backend",
    type=click.Choice(["draft", "api"]),
    help="Whose art to show: sketches, or what was bought alone; default: what was bought, and sketches of the rest.",
)
@click.option("--open", "is_opened", is_flag=True, help="Open the page in a browser.")
@with_screen
def command(
    screen: Screen, path: str, port: int | None, editor: str | None, backend: str | None, *, is_opened: bool
) -> int:
    """Show a script's storyboard in a browser, and keep it up to date while you write.

    \b
    Example:
      storyc watch harbour.story --open

    The page shows the art that is at home, what is wrong with the script, and what a build would draw and cost. Panels
    without art are sketched on this machine as you save, the newest edit first. Nothing is sent and nothing is bought. The
    page is served to this machine only, at an address with a secret in it. Ctrl-C ends it, with exit code 0.
    """
    if path == STDIN:
        raise UsageError("stdin cannot be watched", hint="name a file")
    room = _room()
    options = room.PreviewOptions(
        Path(path), room.editor_pattern(editor), port, None if backend is None else backend == "draft"
    )

    def opened(url: str) -> None:
        write(sys.stdout, f"{url}\n")
        screen.tell("only this machine can see it   stop with Ctrl-C")
        if is_opened:
            webbrowser.open(url)

    def looked(report: "Report") -> None:
        cost = f"; {report.cost}" if report.cost else ""
        line = f"{report.at} {report.summary}{cost}"
        screen.tell("".join(char if char.isprintable() else "\ufffd" for char in line))

    gc.enable()  # it may go on for days
    try:
        run(room.preview(options, room.PreviewFront(opened, looked)))
    except KeyboardInterrupt:
        # that is how it ends
        return 0
    return 0


def _room() -> ModuleType:
    try:
        return import_module("storyc.preview")
    except ModuleNotFoundError as problem:
        if problem.name != "watchfiles":
            raise
        raise ConfigError(
            "watching files needs the library watchfiles, which is not installed",
            hint='install it with:  pip install "storyc[watch]"',
        ) from problem

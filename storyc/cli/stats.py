"""`storyc stats`."""

import sys
from importlib import import_module
from typing import Any

import click

from storyc.counting import count_story
from storyc.lowering import lower
from storyc.storyboard import Layout

from .arguments.options import CONTEXT, with_screen
from .arguments.stories import print_story_findings, read_story
from .stats_view import write_statistics
from .terminal.json_text import to_json
from .terminal.screen import Screen, write


@click.command("stats", context_settings=CONTEXT)
@click.argument("path", default=".")
@click.option(
    "--layout",
    type=click.Choice(["auto", "pages", "book", "panels"]),
    help="How pages become requests, which the credits depend on; default: what the title page or storyc.toml says.",
)
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
@click.option("--stdin-filename", metavar="FILE", help="What to call the script that comes on stdin (`-`).")
@with_screen
def command(screen: Screen, path: str, layout: Layout | None, is_json: bool, stdin_filename: str | None) -> int:
    """Count what there is to read, to draw and to pay: by page, scene, character and place.

    \b
    Example:
      storyc stats harbour.story

    Credits are an estimate for a story of which nothing is bought yet; `storyc plan` says what is left to pay.
    """
    project, checked = read_story(path, stdin_filename)
    print_story_findings(project, checked, screen)
    if checked.program is None:
        return 1
    # prices need the models of the wire, which a script with a mistake must not wait for
    compile_project: Any = import_module("storyc.project").compile_project
    board = lower(checked.program)
    statistics = count_story(board, compile_project(project, board, layout).units)
    write(sys.stdout, to_json(statistics) if is_json else write_statistics(statistics))
    return 0

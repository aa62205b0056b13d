"""`storyc compile`."""

from pathlib import Path

import click
from msgspec.structs import replace

from storyc.errors import FileError, UsageError
from storyc.lowering import lower, to_json
from storyc.project import compile_project
from storyc.storyboard import Layout

from .arguments.options import CONTEXT, with_screen
from .arguments.stories import print_story_findings, read_story
from .terminal.screen import Screen, write_bytes
from .writing.depfile import write_depfile


@click.command("compile", context_settings=CONTEXT)
@click.argument("path", default=".")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to a file instead of stdout.")
@click.option(
    "--layout",
    type=click.Choice(["auto", "pages", "book", "panels"]),
    help="How pages become requests; default: what the title page or storyc.toml says.",
)
@click.option("--unit", type=click.IntRange(min=1), metavar="N", help="Print only the Nth request, from 1.")
@click.option(
    "--deps", type=click.Path(dir_okay=False), metavar="FILE", help="Also write a depfile for make and ninja; needs -o."
)
@click.option("--stdin-filename", metavar="FILE", help="What to call the script that comes on stdin (`-`).")
@with_screen
def command(
    screen: Screen,
    path: str,
    output: str | None,
    layout: Layout | None,
    unit: int | None,
    deps: str | None,
    stdin_filename: str | None,
) -> int:
    """Print the requests that a script becomes, as JSON.

    \b
    Example:
      storyc compile harbour.story -o requests.json

    Nothing is sent. Equal scripts give equal bytes.
    """
    if deps is not None and output is None:
        raise UsageError("--deps names what a file is made from", hint="say which file, with -o")
    project, checked = read_story(path, stdin_filename)
    print_story_findings(project, checked, screen)
    if checked.program is None:
        return 1
    board = lower(checked.program)
    lowered = compile_project(project, board, layout)
    if unit is not None:
        if unit > len(lowered.units):
            raise UsageError(f"there is no request {unit}", hint=f"this script becomes {len(lowered.units)}")
        lowered = replace(lowered, units=lowered.units[unit - 1 : unit])
    content = to_json(board, lowered)
    screen.detail(f"{len(lowered.units)} requests, layout {lowered.layout}: {lowered.why}")
    if output is None:
        write_bytes(content)
        return 0
    try:
        Path(output).write_bytes(content)
    except OSError as problem:
        raise FileError(f"cannot write {output}: {problem.strerror or problem}") from problem
    if deps is not None:
        write_depfile(deps, output, project, checked, board)
    return 0

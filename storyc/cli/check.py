"""`storyc check`."""

import sys

import click

from storyc.diagnostics import Diagnostic, Severity
from storyc.diagnostics.rendering import FORMS
from storyc.errors import StorycError
from storyc.text import Source

from .options import CONTEXT, with_screen
from .screen import Screen
from .stories import print_findings, read_story, shown

FOR_PEOPLE = ("full", "concise")
"""Forms that have nothing to print when nothing was found."""


@click.command("check", context_settings=CONTEXT)
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("--output-format", "form", type=click.Choice(FORMS), default="full", help="How to print what is found.")
@click.option("--stdin-filename", metavar="FILE", help="What to call the script that comes on stdin (`-`).")
@with_screen
def command(screen: Screen, paths: tuple[str, ...], form: str, stdin_filename: str | None) -> int:
    """Read scripts and say what is wrong with them.

    \b
    Example:
      storyc check harbour.story

    PATH is a .story file, a project's folder, or - for stdin; without one, this folder.
    """
    found: dict[Diagnostic, None] = {}
    sources: dict[str, Source] = {}
    unread = 0
    for path in paths or (".",):
        try:
            checked = shown(*read_story(path, stdin_filename))
        except StorycError as problem:  # the others may be read all the same
            screen.complain(problem)
            unread = problem.exit_code
            continue
        for name in checked.sources:
            screen.detail(f"read {name}")
        found.update(dict.fromkeys(checked.diagnostics))
        sources.update(checked.sources)
    if found or form not in FOR_PEOPLE:
        print_findings(tuple(found), sources, screen, sys.stdout, form)
    elif sources:
        many = f"{len(sources)} files" if len(sources) > 1 else "1 file"
        screen.tell(f"{many} checked, nothing to say")
    return unread or int(any(said.severity is not Severity.NOTE for said in found))

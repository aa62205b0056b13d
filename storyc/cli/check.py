"""`storyc check`."""

import click

from storyc.diagnostics.rendering import FORMS

from .arguments.options import CONTEXT, with_screen
from .checking import check
from .terminal.screen import Screen


@click.command("check", context_settings=CONTEXT)
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("--output-format", "form", type=click.Choice(FORMS), default="full", help="How to print what is found.")
@click.option("--stdin-filename", metavar="FILE", help="What to call the script that comes on stdin (`-`).")
@click.option("--no-cache", "is_anew", is_flag=True, help="Look at everything anew, and keep nothing of it.")
@with_screen
def command(screen: Screen, paths: tuple[str, ...], form: str, stdin_filename: str | None, *, is_anew: bool) -> int:
    """Read scripts and say what is wrong with them.

    \b
    Example:
      storyc check harbour.story

    PATH is a .story file, a project's folder, or - for stdin; without one, this folder. A file that a main script around it
    includes is read as a part of that story. As long as nothing has changed, the answer is the one of the last time.
    """
    memory = None if is_anew else click.get_current_context().find_root().obj
    return check(screen, memory, paths, form, stdin_filename)

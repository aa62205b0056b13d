"""`storyc init`."""

from pathlib import Path
from shlex import quote

import click

from storyc.errors import FileError

from .arguments.options import CONTEXT, with_screen
from .terminal.screen import Screen
from .writing.templates import GIT_ATTRIBUTES_NAME, LARGE_FILES, PROJECT_FILES


@click.command("init", context_settings=CONTEXT)
@click.argument("folder", default=".", metavar="[DIR]", type=click.Path(file_okay=False))
@click.option("--lfs", is_flag=True, help="Let Git LFS keep the reference art.")
@with_screen
def command(screen: Screen, folder: str, *, lfs: bool) -> int:
    """Begin a project that builds at once: a sample script, settings, and files for version control and CI.

    \b
    Example:
      storyc init my-comic

    Files that exist are left as they are.
    """
    root = Path(folder)
    written = 0
    for name, content in PROJECT_FILES.items():
        path = root / name
        text = content + LARGE_FILES if lfs and name == GIT_ATTRIBUTES_NAME else content
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            screen.tell(f"kept    {path}")
            continue
        except OSError as problem:
            raise FileError(f"cannot write {path}: {problem.strerror or problem}") from problem
        screen.tell(f"created {path}")
        written += 1
    if written:
        screen.tell(f"now try:  storyc build{'' if root == Path() else f' {quote(folder)}'}")
    return 0

"""`storyc init`."""

from os.path import relpath
from pathlib import Path
from shlex import quote

import click

from storyc.errors import FileError, UsageError

from .arguments.options import CONTEXT, with_screen
from .terminal.screen import Screen
from .writing.beginning import Wanted, lacking_rules, wanted_files


@click.command("init", context_settings=CONTEXT)
@click.argument("folder", default=".", metavar="[DIR]", type=click.Path(file_okay=False))
@click.option("--lfs", is_flag=True, help="Let Git LFS keep the reference art.")
@with_screen
def command(screen: Screen, folder: str, *, lfs: bool) -> int:
    """Begin a project that builds at once: a sample script, settings, and files for version control and CI.

    \b
    Example:
      storyc init my-comic

    A script that is there takes the place of the sample. Files that exist are left as they are; only .gitignore and
    .gitattributes get the lines that they lack.
    """
    if not folder:
        raise UsageError("no folder is named", hint="say `.` for this one")
    root = Path(folder)
    is_changed = False
    for wanted in wanted_files(root, lfs=lfs):
        shown = relpath(wanted.path) if wanted.path.is_absolute() and not root.is_absolute() else str(wanted.path)
        try:
            done = _provide(wanted)
        except OSError as problem:
            raise FileError(f"cannot write {shown}: {problem.strerror or problem}") from problem
        screen.tell(f"{done:<7} {shown}")
        is_changed |= done != "kept"
    if is_changed:
        named = "" if root == Path() else f" {quote(folder)}" if not folder.startswith("-") else f" -- {quote(folder)}"
        screen.tell(f"now try:  storyc build{named}")
    return 0


def _provide(wanted: Wanted) -> str:
    """Return what was done about a file: `created`, `changed` or `kept`. Raises: OSError."""
    wanted.path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with wanted.path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(wanted.content)
    except FileExistsError:
        return "changed" if wanted.is_list and _add(wanted) else "kept"
    return "created"


def _add(wanted: Wanted) -> bool:
    """Add to a list what it lacks, and return whether there was anything."""
    there = wanted.path.read_bytes()
    lacking = lacking_rules(there.decode("utf-8", "replace"), wanted.content)
    if lacking:
        end = "\r\n" if b"\r\n" in there else "\n"
        begin = "" if not there or there.endswith(b"\n") else end
        with wanted.path.open("a", encoding="utf-8", newline=end) as file:
            file.write(f"{begin}{lacking}".replace("\r\n", "\n"))
    return bool(lacking)

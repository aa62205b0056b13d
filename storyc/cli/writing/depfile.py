"""What a file was made from, as `make` and `ninja` want to be told."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from storyc.errors import FileError, UsageError
from storyc.lowering import local_files
from storyc.project import Checked, Project
from storyc.storyboard import Storyboard

_SETTINGS = ("storyc.toml", "pyproject.toml")


def write_depfile(path: str, target: str, project: Project, checked: Checked, board: Storyboard) -> None:
    """Write a rule that says which files a target was made from. Raises: FileError, UsageError."""
    try:
        Path(path).write_text(make_rule(target, _read_files(project, checked, board)), "utf-8")
    except OSError as problem:
        raise FileError(f"cannot write {path}: {problem.strerror or problem}") from problem


def make_rule(target: str, files: Iterable[str]) -> str:
    """Return a rule, and an empty one for each file, without which `make` would stop at a file that is no longer there.

    Raises: UsageError for a name that cannot stand in a rule.
    """
    names = [_escaped(file) for file in dict.fromkeys(files)]
    rule = " \\\n  ".join((f"{_escaped(target)}:", *names))
    return "\n\n".join((rule, *(f"{name}:" for name in names))) + "\n"


def _read_files(project: Project, checked: Checked, board: Storyboard) -> Iterator[str]:
    """Yield what a compilation has read, as it is seen from the working directory."""
    settings = next((name for name in _SETTINGS if (project.root / name).is_file()), None)
    template = project.config.template
    for name in (*checked.sources, *local_files(board), *filter(None, (template, settings))):
        try:
            yield Path(os.path.relpath(project.root / name)).as_posix()
        except ValueError:  # on another drive
            yield (project.root / name).as_posix()


def _escaped(name: str) -> str:
    if any(character in name for character in "\n\r"):
        raise UsageError(f"{name!r} cannot stand in a file of dependencies", hint="give it a name without a line end")
    return name.replace("$", "$$").replace("#", "\\#").replace(" ", "\\ ")

"""What several commands do with a PATH argument: find the project, read it, print what is to be said."""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TextIO

from msgspec.structs import replace

from storyc.diagnostics import Diagnostic, Label
from storyc.diagnostics.rendering import Look, Renderer
from storyc.errors import UsageError
from storyc.project import (
    MAX_SOURCE_BYTES,
    STDIN,
    Checked,
    Config,
    Project,
    check_project,
    find_project,
    load_config,
)
from storyc.text import Source

from .screen import Screen, is_unicode, write


def read_story(path: str, stdin_filename: str | None = None) -> tuple[Project, Checked]:
    """Return the project of a path, checked; `-` is a script on stdin. Raises: FileError, ConfigError, UsageError."""
    if path != STDIN:
        project = find_project(Path(path))
        return project, check_project(project)
    if sys.stdin.isatty():
        raise UsageError("there is no script on stdin", hint="pipe one in, or name a file")
    text = sys.stdin.buffer.read(MAX_SOURCE_BYTES + 1)
    if stdin_filename is not None:
        project = find_project(Path(stdin_filename))
    else:
        project = Project(Path.cwd(), "stdin.story", load_config(Path.cwd()) or Config())
    return project, check_project(project, text)


def shown(project: Project, checked: Checked) -> Checked:
    """Return what was found with paths as they are seen from the working directory, where the reader is."""
    try:
        prefix = os.path.relpath(project.root)
    except ValueError:  # on another drive
        prefix = str(project.root)
    if prefix == os.curdir:
        return checked
    names = {name: Path(prefix, name).as_posix() for name in checked.sources}
    sources = {names[name]: Source(names[name], source.text) for name, source in checked.sources.items()}
    said = tuple(_moved(one, names) for one in checked.diagnostics)
    return Checked(checked.program, said, sources)


def _moved(said: Diagnostic, names: Mapping[str, str]) -> Diagnostic:
    def label(one: Label) -> Label:
        return replace(one, source=names[one.source])

    fixes = tuple(
        replace(fix, edits=tuple(replace(edit, source=names[edit.source]) for edit in fix.edits)) for fix in said.fixes
    )
    return replace(said, primary=label(said.primary), labels=tuple(map(label, said.labels)), fixes=fixes)


def print_findings(
    diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], screen: Screen, stream: TextIO, form: str = "full"
) -> None:
    """Write diagnostics in one of their forms."""
    renderer: Renderer = import_module(f"storyc.diagnostics.rendering.{form}").render
    text = renderer(diagnostics, sources, Look(screen.is_colored(stream), is_unicode(stream)))
    if text:
        write(stream, text)


def print_story_findings(project: Project, checked: Checked, screen: Screen) -> None:
    """Write what is to be said about a story to stderr, for a command whose result is something else."""
    if checked.diagnostics:
        found = shown(project, checked)
        print_findings(found.diagnostics, found.sources, screen, sys.stderr)

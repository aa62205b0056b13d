"""What several commands do with a PATH argument: find the project, read it, print what is to be said."""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TextIO

from msgspec.structs import replace

from storyc.cli.terminal.reply import Reply
from storyc.cli.terminal.screen import Screen, is_unicode, write
from storyc.diagnostics import Diagnostic, Label
from storyc.diagnostics.rendering import Look, Renderer
from storyc.errors import UsageError
from storyc.project import (
    MAX_SOURCE_BYTES,
    STDIN,
    Checked,
    Config,
    Part,
    Project,
    check_part,
    check_project,
    find_project,
    load_config,
)
from storyc.recall import Disk
from storyc.text import Source


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


def read_part(path: str, stdin_filename: str | None, disk: Disk) -> Part:
    """Return what is found in a script, or in the story of a folder. Raises: FileError, ConfigError, UsageError."""
    if path == STDIN:
        return Part(*read_story(path, stdin_filename))
    return check_part(find_project(Path(path), disk), disk)


def shown(project: Project, checked: Checked) -> Checked:
    """Return what was found with paths as they are seen from the working directory, where the reader is."""
    if seen(project, project.entry) == project.entry:
        return checked
    names = {name: seen(project, name) for name in checked.sources}
    sources = {names[name]: Source(names[name], source.text) for name, source in checked.sources.items()}
    said = tuple(_moved(one, names) for one in checked.diagnostics)
    return Checked(checked.program, said, sources)


def seen(project: Project, name: str) -> str:
    """Return the path of a project's file as it is seen from the working directory."""
    try:
        return Path(os.path.relpath(project.root), name).as_posix()
    except ValueError:  # on another drive
        return (project.root / name).as_posix()


def tell_what_was_read(part: Part, checked: Checked, listener: Screen | Reply) -> set[str]:
    """Tell which files were read, and in which story if more than that is meant; return the names of those that are meant."""
    for name in checked.sources:
        listener.detail(f"read {name}")
    if part.script is None:
        return set(checked.sources)
    script = seen(part.project, part.script)
    listener.tell(f"{script} is read as a part of {seen(part.project, part.project.entry)}")
    return {script}


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
    text = findings_text(diagnostics, sources, screen, stream, form)
    if text:
        write(stream, text)


def findings_text(
    diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], screen: Screen, stream: TextIO, form: str
) -> str:
    """Return diagnostics in one of their forms, as it is written to a stream."""
    renderer: Renderer = import_module(f"storyc.diagnostics.rendering.{form}").render
    return renderer(diagnostics, sources, Look(screen.is_colored(stream), is_unicode(stream)))


def print_story_findings(project: Project, checked: Checked, screen: Screen) -> None:
    """Write what is to be said about a story to stderr, for a command whose result is something else."""
    if checked.diagnostics:
        found = shown(project, checked)
        print_findings(found.diagnostics, found.sources, screen, sys.stderr)

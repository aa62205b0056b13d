"""What several commands do with a PATH argument: find the project, read it, print what is to be said."""

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TextIO

from msgspec.structs import replace

from storyc.cli.terminal.reply import Reply
from storyc.cli.terminal.screen import PlacedError, Screen, is_unicode, write
from storyc.diagnostics import Diagnostic, Label, codes
from storyc.diagnostics.rendering import Look, Renderer
from storyc.errors import ScriptError, UsageError
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
from storyc.text import Source, Span

from .foreign import advice, find_foreign, refuse_screenplay


def read_story(path: str, stdin_filename: str | None = None) -> tuple[Project, Checked]:
    """Return the project of a path, checked; `-` is a script on stdin. Raises: FileError, ConfigError, UsageError."""
    if path != STDIN:
        refuse_screenplay(path)
        project = find_project(Path(path))
        return project, _recognised(project, project.entry, check_project(project))
    if sys.stdin.isatty():
        raise UsageError("there is no script on stdin", hint="pipe one in, or name a file")
    text = sys.stdin.buffer.read(MAX_SOURCE_BYTES + 1)
    if stdin_filename is not None:
        refuse_screenplay(stdin_filename)
        project = find_project(Path(stdin_filename))
    else:
        project = Project(Path.cwd(), "stdin.story", load_config(Path.cwd()) or Config())
    return project, _recognised(project, project.entry, check_project(project, text), text)


def read_part(path: str, stdin_filename: str | None, disk: Disk) -> Part:
    """Return what is found in a script, or in the story of a folder. Raises: FileError, ConfigError, UsageError."""
    if path == STDIN:
        return Part(*read_story(path, stdin_filename))
    refuse_screenplay(path)
    part = check_part(find_project(Path(path), disk), disk)
    name = part.script or part.project.entry
    return replace(part, checked=_recognised(part.project, name, part.checked))


def _recognised(project: Project, name: str, checked: Checked, text: bytes | None = None) -> Checked:
    """Return what was found, or only what the script is if some other program saved it."""
    if not checked.diagnostics:
        return checked
    odd = {said.primary.source for said in checked.diagnostics if said.code is codes.WRONG_ENCODING}
    content = (project.root / name).read_bytes() if text is None else text
    foreign = find_foreign(content, is_text=name not in odd)
    if foreign is None:
        return checked
    place = Label(name, Span(0, 0))
    what = f"this file is {foreign.what}, not a script"
    said = Diagnostic(codes.WRONG_ENCODING, what, place, helps=(advice(foreign),))
    return replace(checked, program=None, diagnostics=(said,))


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


@contextmanager
def with_places(project: Project, checked: Checked, screen: Screen) -> Iterator[None]:
    """Let what only the record of purchases shows to be wrong in a script be told with its place and its line."""
    try:
        yield
    except ScriptError as problem:
        source = shown(project, checked).sources.get(seen(project, problem.source))
        if source is None:
            raise
        label = Label(source.name, _find(problem, source))
        look = Look(screen.is_colored(sys.stderr), is_unicode(sys.stderr))
        excerpt = import_module("storyc.diagnostics.rendering.full").point_out(label, source, look)
        raise PlacedError(problem, excerpt) from problem


def _find(problem: ScriptError, source: Source) -> Span:
    """Return where a problem's words stand in its line; the whole line if they are written in another way."""
    line = source.line_span(problem.line)
    words = r"\W+".join(map(re.escape, problem.words.split()))
    found = re.compile(words, re.IGNORECASE).search(source.text, line.start, line.end)
    return line if found is None else Span(*found.span())

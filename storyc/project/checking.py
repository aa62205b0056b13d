"""The driver of the offline phases up to a program."""

from collections.abc import Mapping

from msgspec import Struct

from storyc.diagnostics import Diagnostic, has_errors
from storyc.semantics import Program, check, resolve
from storyc.syntax import Document
from storyc.text import DiskFiles, Files, Source

from .discovery import Project
from .loading import load


class Checked(Struct, frozen=True):
    """What checking a story has found out."""

    program: Program | None
    """None if there is an error."""
    diagnostics: tuple[Diagnostic, ...]
    """In the order of the files and of the text."""
    sources: Mapping[str, Source]
    documents: Mapping[str, Document] = {}
    """The trees of the sources, as long as these have their own names."""


def check_sources(entry: str, files: Files, values: Mapping[str, str], text: bytes | None = None) -> Checked:
    """Return what is to be said about a story. Raises: FileError if its main script cannot be read."""
    loaded = load(entry, files, text)
    if not loaded.is_text:
        return Checked(None, loaded.diagnostics, loaded.sources, loaded.documents)
    resolved = resolve(loaded.documents)
    checked = check(resolved.value, files, values)
    said = (*loaded.diagnostics, *resolved.diagnostics, *checked.diagnostics)
    program = None if has_errors(said) else checked.value
    order = {name: index for index, name in enumerate(loaded.sources)}
    in_order = sorted(said, key=lambda one: (order[one.primary.source], one.primary.span.start))
    return Checked(program, tuple(in_order), loaded.sources, loaded.documents)


def check_project(project: Project, text: bytes | None = None) -> Checked:
    """Return what is to be said about a project's story; `text` stands for its main script if it is given.

    Raises: FileError if the main script cannot be read.
    """
    return check_sources(project.entry, DiskFiles(project.root), project.config.data, text)

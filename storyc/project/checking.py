"""The driver of the offline phases up to a program."""

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from storyc.diagnostics import Diagnostic, codes, has_errors
from storyc.recall import DISK, Disk
from storyc.semantics import Program, check, resolve
from storyc.syntax import Document
from storyc.text import DiskFiles, Files, Source

from .conflicts import without_marks
from .discovery import Project
from .hosts import hosts
from .loading import Loaded, load

_ABOUT_NAMES: Final = frozenset({
    codes.UNKNOWN_CHARACTER, codes.UNKNOWN_CUE, codes.UNKNOWN_LOCATION, codes.UNKNOWN_LOOK, codes.UNKNOWN_MODIFIER,
    codes.UNKNOWN_TAG, codes.UNDEFINED_NAME, codes.LOOKS_LIKE_DIALOGUE,
})  # fmt: skip
"""What is said of words that no declaration explains."""


class Checked(Struct, frozen=True):
    """What checking a story has found out."""

    program: Program | None
    """None if there is an error."""
    diagnostics: tuple[Diagnostic, ...]
    """In the order of the files and of the text."""
    sources: Mapping[str, Source]
    documents: Mapping[str, Document] = {}
    """The trees of the sources, as long as these have their own names."""


class Part(Struct, frozen=True):
    """What checking has found out about a script, and in which story."""

    project: Project
    checked: Checked
    script: str | None = None
    """The script that is meant, if the story is more than what it includes."""

    @property
    def meant(self) -> Checked:
        """Return what was found, and of what is to be said only what is about the script that is meant."""
        return replace(self.checked, diagnostics=self.about(self.checked.diagnostics))

    def about(self, said: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return what of some diagnostics is about the script that is meant."""
        return tuple(one for one in said if self.script in {None, one.primary.source})


def check_sources(entry: str, files: Files, values: Mapping[str, str], text: bytes | None = None) -> Checked:
    """Return what is to be said about a story. Raises: FileError if its main script cannot be read."""
    return _check(load(entry, files, text), files, values)


def check_project(project: Project, text: bytes | None = None, disk: Disk = DISK) -> Checked:
    """Return what is to be said about a project's story; `text` stands for its main script if it is given.

    Raises: FileError if the main script cannot be read.
    """
    return check_sources(project.entry, DiskFiles(project.root, disk), project.config.data, text)


def check_part(project: Project, disk: Disk = DISK) -> Part:
    """Return what is to be said about the main script of a project, in the story that includes it if there is one.

    Raises: ConfigError, FileError if the script cannot be read.
    """
    for host in hosts(project, disk):
        files = DiskFiles(host.root, disk)
        loaded = load(host.entry, files)
        script = (project.root / project.entry).relative_to(host.root).as_posix()
        if script in loaded.sources:
            return Part(host, _check(loaded, files, host.config.data), script)
    return Part(project, check_project(project, disk=disk))


def _check(loaded: Loaded, files: Files, values: Mapping[str, str]) -> Checked:
    if not loaded.is_text:
        return Checked(None, loaded.diagnostics, loaded.sources, loaded.documents)
    resolved = resolve(loaded.documents, files)
    checked = check(resolved.value, files, values)
    found = checked.diagnostics
    if any(one.code is codes.MISSING_FILE for one in resolved.diagnostics):
        found = tuple(one for one in found if one.code not in _ABOUT_NAMES)  # the file that is missing may declare them
    said = (*loaded.diagnostics, *resolved.diagnostics, *found)
    if any(one.code is codes.MERGE_CONFLICT for one in loaded.diagnostics):
        said = without_marks(said, loaded.sources)
    program = None if has_errors(said) else checked.value
    order = {name: index for index, name in enumerate(loaded.sources)}
    in_order = sorted(said, key=lambda one: (order[one.primary.source], one.primary.span.start))
    return Checked(program, tuple(in_order), loaded.sources, loaded.documents)

"""Proves, before a script is written, that nothing which is paid for would change."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from storyc.errors import FileError, StorycError
from storyc.formatting import are_same, draw_the_same
from storyc.lowering import lower
from storyc.project import Checked, Project, check_sources, find_project, hosts
from storyc.storyboard import Storyboard
from storyc.syntax import Document, parse
from storyc.text import DiskFiles, Source

from .files import Script


class Proof:
    """What can be known of a script from the stories that it is a part of: those that include it, and its own."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._name = ""
        """What the stories call the script."""
        self._stories = tuple(self._find_stories())

    def page_ordinals(self) -> Mapping[int, int]:
        """Return the place of each page of the script in the whole story, by line; empty if no story has it without errors."""
        for project in self._stories:
            board = self._board(project, self._script.content)
            found = [page for page in board.pages if page.origin.source == self._name] if board else ()
            if found:
                return {page.origin.line: page.ordinal for page in reversed(found)}
        return {}

    def hold(self, document: Document, formatted: str, *, renumbers: bool) -> None:
        """Return if a formatted text says what the document says, and asks for the same pictures. Raises: FileError."""
        if not renumbers and not are_same(document, parse(Source(self._script.name, formatted)).value):
            raise self._changes("it would not say the same")
        content = self._script.encode(formatted)
        for project in self._stories:
            before = self._board(project, self._script.content)
            if before is None:
                continue
            after = self._board(project, content)
            same = _ask_the_same if renumbers else _draw_the_same
            if after is None or not same(project, before, after):
                raise self._changes("other pictures would be asked for")

    def _changes(self, what: str) -> FileError:
        hint = "look at `storyc fmt --diff`, and tell us: this is a mistake of storyc"
        return FileError(f"{self._script.name} is left as it is: formatted, {what}", hint=hint)

    def _find_stories(self) -> Iterator[Project]:
        try:
            own = find_project(self._script.beside)
            stories = [host for host in hosts(own) if host.root == own.root]
        except StorycError:  # a script from nowhere is a story of its own
            return
        self._name = own.entry
        yield from stories
        yield own

    def _board(self, project: Project, content: bytes) -> Storyboard | None:
        """Return the storyboard of a story in which the script has some content; None if it has no part in it, or errors."""
        checked = self._checked(project, content)
        is_part = self._name in checked.sources
        return None if checked.program is None or not is_part else lower(checked.program)

    def _checked(self, project: Project, content: bytes) -> Checked:
        files = _Replaced(project, self._name, content)
        return check_sources(project.entry, files, project.config.data)


class _Replaced(DiskFiles):
    """The files of a project, one of them with other content."""

    def __init__(self, project: Project, name: str, content: bytes) -> None:
        super().__init__(project.root)
        self._name = name
        self._content = content

    def size_bytes(self, path: str) -> int | None:
        return len(self._content) if path == self._name else super().size_bytes(path)

    def read_bytes(self, path: str) -> bytes:
        return self._content if path == self._name else super().read_bytes(path)


def _draw_the_same(_: Project, before: Storyboard, after: Storyboard) -> bool:
    return draw_the_same(before, after)


def _ask_the_same(project: Project, before: Storyboard, after: Storyboard) -> bool:
    """Return whether two storyboards become the same requests, key by key."""
    # needs the models of the wire, which only new numbers have to wait for: everything else is told by the storyboards
    compile_project = import_module("storyc.project").compile_project
    keys = [[unit.key for unit in compile_project(project, board).units] for board in (before, after)]
    return keys[0] == keys[1]

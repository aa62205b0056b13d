"""The files of a project as an editor sees them: what is open in it as it stands there, everything else as it is on disk."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from os import walk
from pathlib import Path
from posixpath import dirname, relpath
from typing import Final

from storyc.errors import FileError
from storyc.project import MAX_SOURCE_BYTES
from storyc.text import DiskFiles

from .extract import Extract, make_extract
from .script import Script, make_script

_MARK = b"\xef\xbb\xbf"
"""In front of every text that is read, so that one that begins with such a mark keeps it."""
_SCRIPT = ".story"
_MOST_LISTED: Final = 500
_DEEPEST: Final = 8
_LEFT_OUT: Final = frozenset(("build", "node_modules"))


class Shelf:
    """The files of one project. Scripts on disk are read again when they have changed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.disk = DiskFiles(root)
        self.opened: dict[str, Script] = {}
        """What is open, by its name."""
        self._read: dict[str, tuple[tuple[int, int], Script | None]] = {}

    def script(self, name: str) -> Script | None:
        """Return a script; None if there is none, or if it is no text in UTF-8."""
        if (opened := self.opened.get(name)) is not None:
            return opened
        size_bytes = self.disk.size_bytes(name)
        if size_bytes is None or size_bytes > MAX_SOURCE_BYTES or not name.endswith(_SCRIPT):
            return None
        changed = (self.root / name).stat().st_mtime_ns, size_bytes
        known = self._read.get(name)
        if known is None or known[0] != changed:
            old = known[1] if known else None
            self._read[name] = known = changed, self._load(name, old)
        return known[1]

    def is_readable(self, name: str) -> bool:
        """Return whether a file can be read, if it is a script; other files are not read."""
        try:
            self.script(name)
        except (FileError, OSError):
            return False
        return True

    def _load(self, name: str, old: Script | None) -> Script | None:
        content = self.disk.read_bytes(name)
        if b"\0" in content:
            return None
        try:
            text = content.removeprefix(_MARK).decode("utf-8")
        except UnicodeDecodeError:
            return None
        return make_script(name, text) if old is None else old.replaced(text)


class Excerpts:
    """The files of a project with pages left out of its scripts, or all but their headings."""

    def __init__(self, shelf: Shelf, left_out: AbstractSet[str], *, has_headings: bool) -> None:
        self._shelf = shelf
        self._left_out = left_out
        self._has_headings = has_headings
        self.extracts: dict[str, Extract] = {}
        """What was read, by its name."""
        self.scripts: dict[str, Script] = {}

    def size_bytes(self, path: str) -> int | None:
        """Return the size of a file as it is on disk; of an open script, of what is open."""
        opened = self._shelf.opened.get(path)
        if opened is not None:
            return len(opened.text)
        return self._shelf.disk.size_bytes(path) if self._shelf.is_readable(path) else None

    def read_bytes(self, path: str) -> bytes:
        """Return what is kept of a script, or the content of a file that is none. Raises: FileError."""
        script = self._shelf.script(path)
        if script is None:
            return self._shelf.disk.read_bytes(path)
        extract = self.extracts[path] = make_extract(script, self._left_out, has_headings=self._has_headings)
        self.scripts[path] = script
        return _MARK + extract.text.encode()

    def sha256(self, path: str) -> str:
        """Return the digest of a file on disk. Raises: FileError."""
        return self._shelf.disk.sha256(path)

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names of what lies in a folder on disk."""
        return self._shelf.disk.names(folder)


def files_below(root: Path, suffixes: tuple[str, ...], *, beside: str) -> Iterator[str]:
    """Yield the files of a folder with one of some suffixes, as a script in it would write them; at most 500, hidden ones left out."""
    found = 0
    for folder, folders, names in walk(root):
        here = Path(folder).relative_to(root)
        folders[:] = (
            sorted(name for name in folders if name[0] != "." and name not in _LEFT_OUT)
            if len(here.parts) < _DEEPEST
            else []
        )
        for name in sorted(names):
            if name.lower().endswith(suffixes) and name[0] != ".":
                found += 1
                if found > _MOST_LISTED:
                    return
                yield relpath((here / name).as_posix(), dirname(beside) or ".")

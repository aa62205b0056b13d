"""The files a script may look at: a small protocol, on disk or in memory.

Paths are POSIX strings relative to the project root. Nothing outside the root is reachable through a `Files`, whatever a
script says: `normalise` refuses a path that leaves it and `DiskFiles` also refuses a symbolic link that does.
"""

from importlib import import_module
from os.path import relpath
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Protocol

from storyc.errors import FileError
from storyc.recall import DISK, Disk


class Files(Protocol):
    """Read-only access to the files of one project."""

    def size_bytes(self, path: str) -> int | None:
        """Return the size of a regular file, or None if there is no such file inside the root."""

    def read_bytes(self, path: str) -> bytes:
        """Return the content of a file. Raises: FileError."""

    def sha256(self, path: str) -> str:
        """Return the hexadecimal SHA-256 of a file's content. Raises: FileError."""

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names of what lies in a folder, `.` for the root, in order; nothing if there is no such folder inside the root."""


def normalise(path: str, *, beside: str = "") -> str | None:
    """Return `path`, written in the file `beside`, relative to the root; None if it is absolute or leaves the root."""
    if path.startswith(("/", "~")) or "\\" in path or "\0" in path or (len(path) > 1 and path[1] == ":"):
        return None
    normal = normpath(join(dirname(beside), path))
    return None if normal == ".." or normal.startswith(("../", "/")) else normal


class MemoryFiles:
    """Files that exist only in memory, for tests and for editors."""

    def __init__(self, contents: dict[str, bytes]) -> None:
        self._contents = contents

    def size_bytes(self, path: str) -> int | None:
        content = self._contents.get(path)
        return None if content is None else len(content)

    def read_bytes(self, path: str) -> bytes:
        try:
            return self._contents[path]
        except KeyError:
            raise FileError(f"cannot read {path}: there is no such file") from None

    def sha256(self, path: str) -> str:
        return _sha256(self.read_bytes(path))

    def names(self, folder: str) -> tuple[str, ...]:
        inside = "" if folder == "." else f"{folder}/"
        below = (path.removeprefix(inside) for path in self._contents if path.startswith(inside))
        return tuple(sorted({path.partition("/")[0] for path in below}))


class DiskFiles:
    """The files below one directory, as a disk has them."""

    def __init__(self, root: Path, disk: Disk = DISK) -> None:
        self._disk = disk
        self._root = Path(disk.real(str(root)))

    def _inside(self, path: str) -> str | None:
        """Return where a file really is, None if that is outside."""
        try:
            real = self._disk.real(str(self._root / path))
        except (OSError, ValueError):
            return None
        return real if Path(real).is_relative_to(self._root) else None

    def size_bytes(self, path: str) -> int | None:
        real = self._inside(path)
        try:
            return None if real is None else self._disk.size_bytes(real)
        except OSError:
            return None

    def read_bytes(self, path: str) -> bytes:
        real = self._inside(path)
        if real is None:
            raise FileError(f"cannot read {path}: it lies outside the project")
        try:
            return self._disk.read_bytes(real)
        except OSError as problem:
            raise FileError(f"cannot read {_seen(real)}: {problem.strerror or problem}") from problem

    def sha256(self, path: str) -> str:
        return _sha256(self.read_bytes(path))

    def names(self, folder: str) -> tuple[str, ...]:
        real = self._inside(folder)
        try:
            return () if real is None else self._disk.names(real)
        except OSError:  # no folder, or one that nobody may look into
            return ()


def _seen(real: str) -> str:
    """Return a path as it is seen from the working directory, where the reader is."""
    try:
        return relpath(real)
    except ValueError:  # on another drive
        return real


def _sha256(content: bytes) -> str:
    # hashlib takes as long to load as a short script to check, and checking needs no digest
    digest: str = import_module("hashlib").sha256(content).hexdigest()
    return digest

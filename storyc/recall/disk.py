"""The file system, asked one question at a time."""

import os
from errno import EBADF, ELOOP, ENOENT, ENOTDIR
from stat import S_ISDIR, S_ISREG

_NOT_THERE = (ENOENT, ENOTDIR, EBADF)
_SCRIPT = ".story"


class Disk:
    """Answers what a command asks about files. Paths are absolute. All of it raises: OSError, and ValueError for `\\0` in a path."""

    def real(self, path: str) -> str:
        """Return a path with its links followed; one that leads to itself, or to nothing, stays as it is."""
        return os.path.realpath(path)

    def kind(self, path: str) -> str:
        """Return `file`, `folder`, `ring` for a link to itself, or `other`; nothing if there is nothing."""
        try:
            found = _stat(path)
        except OSError as problem:
            if problem.errno == ELOOP:
                return "ring"
            raise
        if found is None:
            return ""
        return "file" if S_ISREG(found.st_mode) else "folder" if S_ISDIR(found.st_mode) else "other"

    def size_bytes(self, path: str) -> int | None:
        """Return the size of a regular file, None if there is none."""
        found = _stat(path)
        return found.st_size if found is not None and S_ISREG(found.st_mode) else None

    def scripts(self, folder: str) -> tuple[str, ...]:
        """Return the names in a folder that end like a script's, in order."""
        return tuple(sorted(name for name in os.listdir(folder) if name.endswith(_SCRIPT)))

    def folders(self, folder: str) -> tuple[str, ...]:
        """Return the names of the folders in a folder that are not hidden, in order."""
        with os.scandir(folder) as entries:
            return tuple(sorted(one.name for one in entries if not one.name.startswith(".") and one.is_dir()))

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names of all that lies in a folder, in order."""
        return tuple(sorted(os.listdir(folder)))

    def read_bytes(self, path: str) -> bytes:
        """Return the content of a file."""
        with open(path, "rb") as file:
            return file.read()

    def stamp(self, path: str) -> str:
        """Return when a file was last written and how long it is; nothing if there is nothing."""
        found = _stat(path)
        return "" if found is None else f"{found.st_mtime_ns} {found.st_size}"


DISK = Disk()
"""For who does not care what was asked."""


def _stat(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except OSError as problem:
        if problem.errno in _NOT_THERE:
            return None
        raise

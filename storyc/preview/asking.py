"""Which files a look depends on, and how they were when it asked for them.

A file that was not there counts, too: its coming would change what is said.
"""

from pathlib import Path
from stat import S_ISDIR
from typing import Final

from storyc.text import Files

Signature = tuple[int, int, int]
"""Time, size and number of a file."""

NO_FILE: Final = (0, 0, 0)


def signature(path: Path) -> Signature:
    """Return what tells a file from what it was and will be, without reading it; a folder is the same whatever lies in it."""
    try:
        found = path.stat()
    except OSError:
        return NO_FILE
    if S_ISDIR(found.st_mode):
        return 0, 0, found.st_ino
    return found.st_mtime_ns, found.st_size, found.st_ino


class AskedFiles:
    """Files of a project that note what was asked for, before it is read."""

    def __init__(self, root: Path, files: Files) -> None:
        self.asked: dict[Path, Signature] = {}
        """By whole path, whether they are there or not."""
        self._root = root
        self._files = files

    def note(self, path: str) -> None:
        """Note that somebody depends on a file; the first time counts, which is before anybody has read it."""
        whole = self._root / path
        if whole not in self.asked:
            self.asked[whole] = signature(whole)

    def size_bytes(self, path: str) -> int | None:
        """Return the size of a regular file, or None if there is no such file inside the root."""
        self.note(path)
        return self._files.size_bytes(path)

    def read_bytes(self, path: str) -> bytes:
        """Return the content of a file. Raises: FileError."""
        self.note(path)
        return self._files.read_bytes(path)

    def sha256(self, path: str) -> str:
        """Return the hexadecimal SHA-256 of a file's content. Raises: FileError."""
        self.note(path)
        return self._files.sha256(path)

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names of what lies in a folder, which only help to say what is not there: nothing depends on them."""
        return self._files.names(folder)

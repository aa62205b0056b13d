"""Files that are either the old ones or the new ones, whatever dies in between."""

from contextlib import suppress
from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS
from os import O_RDONLY, close, fsync, name
from os import open as open_descriptor
from pathlib import Path
from secrets import token_hex
from typing import Final

from storyc.errors import FileError

TEMPORARY: Final = ".storyc-"
"""How the names of files begin that are not whole yet."""

_ROOM: Final = "nothing is lost; make room and build again"
_RIGHTS: Final = "nothing is lost; see that you may write there, and try again"
_HINTS: Final = {ENOSPC: _ROOM, EDQUOT: _ROOM, EFBIG: _ROOM, EACCES: _RIGHTS, EPERM: _RIGHTS, EROFS: _RIGHTS}


def unwritable(path: Path, problem: OSError) -> FileError:
    """Return the failure to write a file, in the reader's words."""
    reason = "the disk is full" if problem.errno in (ENOSPC, EDQUOT) else problem.strerror or problem
    return FileError(f"cannot write {path}: {reason}", hint=_HINTS.get(problem.errno or 0))


def temporary_path(path: Path) -> Path:
    """Return a name beside a path that nobody else uses."""
    return path.with_name(f"{TEMPORARY}{token_hex(8)}")


def make_directory(path: Path) -> None:
    """Make a directory and those above it, if they are missing. Raises: FileError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise unwritable(path, problem) from problem


def write_atomically(path: Path, content: bytes, *, is_durable: bool = True) -> None:
    """Write a file under a temporary name beside it and rename it into place. Raises: FileError.

    A durable file has survived a power loss when this returns; any other may then be missing or empty, but never half of each.
    """
    make_directory(path.parent)
    temporary = temporary_path(path)
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            if is_durable:
                fsync(file.fileno())
        temporary.replace(path)
        if is_durable:
            sync_directory(path.parent)
    except BaseException as problem:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(problem, OSError):
            raise unwritable(path, problem) from problem
        raise


def sync_directory(path: Path) -> None:
    """Make new names in a directory survive a power loss; Windows has no such call and needs none."""
    if name == "nt":
        return
    descriptor = open_descriptor(path, O_RDONLY)
    try:
        fsync(descriptor)
    finally:
        close(descriptor)

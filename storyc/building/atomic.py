"""Files that are either the old ones or the new ones, whatever dies in between."""

from contextlib import suppress
from errno import EDQUOT, ENOSPC
from os import O_RDONLY, close, fsync, name
from os import open as open_descriptor
from pathlib import Path
from secrets import token_hex
from typing import Final

from storyc.errors import FileError

TEMPORARY: Final = ".storyc-"
"""How the names of files begin that are not whole yet."""


def unwritable(path: Path, problem: OSError) -> FileError:
    """Return the failure to write a file, in the reader's words."""
    if problem.errno in (ENOSPC, EDQUOT):
        return FileError(f"cannot write {path}: the disk is full", hint="nothing is lost; make room and build again")
    return FileError(f"cannot write {path}: {problem.strerror or problem}")


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

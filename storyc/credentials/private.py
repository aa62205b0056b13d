"""Files that only their owner can read, from the first byte on."""

import os
from contextlib import suppress
from errno import ELOOP, EMLINK
from pathlib import Path
from stat import S_IMODE, S_ISREG
from typing import BinaryIO, Final

from storyc.errors import CredentialsError, FileError

MAX_BYTES: Final = 64 * 1024
_OTHERS_READ: Final = 0o077
_OTHERS_WRITE: Final = 0o022
_HAS_MODES: Final = os.name != "nt"
"""Elsewhere a user's folder is closed to others by itself."""
# a link may lead into a folder that others see, and a pipe would be waited for
_UNFOLLOWED: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bounded(file: BinaryIO) -> bytes | None:
    """Return what a file holds, None if that is more than any file with a key."""
    content = file.read(MAX_BYTES + 1)
    return None if len(content) > MAX_BYTES else content


def read_private(path: Path) -> bytes | None:
    """Return what a file holds that nobody else can read, None if there is none. Raises: CredentialsError."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | _UNFOLLOWED), "rb") as file:
            state = os.fstat(file.fileno())
            if not S_ISREG(state.st_mode):
                raise _unusable(path, "it is no regular file")
            if _HAS_MODES and S_IMODE(state.st_mode) & _OTHERS_READ:
                raise CredentialsError(f"others can read {path}, which holds a key", hint=f"say: chmod 600 '{path}'")
            content = read_bounded(file)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as problem:
        is_link = problem.errno in (ELOOP, EMLINK)
        raise _unusable(path, "it is a link" if is_link else problem.strerror or str(problem)) from problem
    if content is None:
        raise _unusable(path, "it is too long")
    return content


def write_private(path: Path, content: bytes) -> None:
    """Write a file that only its owner can read, whole or not at all. Raises: FileError, CredentialsError."""
    temporary = path.with_name(f"{_temporary(path)}{os.urandom(8).hex()}")
    try:
        _make_folder(path.parent)
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _UNFOLLOWED, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as problem:
        with suppress(OSError):
            temporary.unlink()
        raise FileError(f"cannot write {path}: {problem.strerror or problem}") from problem


def remove_private(path: Path) -> None:
    """Remove a file, and what is left of attempts to write it. Raises: FileError."""
    try:
        for one in (path, *path.parent.glob(f"{_temporary(path)}*")):
            one.unlink(missing_ok=True)
    except NotADirectoryError:
        return
    except OSError as problem:
        raise FileError(f"cannot remove {path}: {problem.strerror or problem}") from problem


def _make_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if _HAS_MODES and S_IMODE(folder.stat().st_mode) & _OTHERS_WRITE:
        raise CredentialsError(f"others can write into {folder}", hint=f"say: chmod 700 '{folder}'")


def _temporary(path: Path) -> str:
    return f".{path.name}-"


def _unusable(path: Path, reason: str) -> CredentialsError:
    return CredentialsError(f"cannot use the keys in {path}: {reason}", hint="move it away, then `storyc auth login`")

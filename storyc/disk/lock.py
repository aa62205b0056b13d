"""One build of a project at a time: a lock of the operating system, which dies with its owner."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from os import getpid
from pathlib import Path

from .atomic import make_directory, unwritable

_OWNER_BYTES = 32

if sys.platform == "win32":
    from msvcrt import LK_LOCK, LK_NBLCK, LK_UNLCK, locking

    _FAR_AWAY = 1 << 30
    """The locked byte: beyond the text, so that others can read it."""

    def _lock(file: FileIO, *, wait: bool) -> bool:
        while True:
            file.seek(_FAR_AWAY)
            try:
                locking(file.fileno(), LK_LOCK if wait else LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
            else:
                return True

    def _unlock(file: FileIO) -> None:
        file.seek(_FAR_AWAY)
        locking(file.fileno(), LK_UNLCK, 1)

else:
    from fcntl import LOCK_EX, LOCK_NB, LOCK_UN, flock

    def _lock(file: FileIO, *, wait: bool) -> bool:
        try:
            flock(file, LOCK_EX if wait else LOCK_EX | LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: FileIO) -> None:
        flock(file, LOCK_UN)


@contextmanager
def hold_lock(path: Path, on_wait: Callable[[str], None]) -> Iterator[None]:
    """Hold a project's lock; if another build has it, say whose process it is and wait. Raises: FileError."""
    make_directory(path.parent)
    try:
        # unbuffered: what a full disk does not take must not come up again when the file is closed
        file = path.open("a+b", buffering=0)
    except OSError as problem:
        raise unwritable(path, problem) from problem
    with file:
        if not _lock(file, wait=False):
            file.seek(0)
            on_wait(file.read(_OWNER_BYTES).decode("ascii", "replace").strip() or "unknown")
            _lock(file, wait=True)
        try:
            # the number is a courtesy to whoever waits; the lock itself needs no content
            with suppress(OSError):
                file.truncate(0)
                file.write(b"%d\n" % getpid())
            yield
        finally:
            _unlock(file)

"""Zip archives that are the same, byte by byte, for the same content."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import gmtime
from typing import BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from .options import EARLIEST_S

_LATEST_S: Final = 4_354_819_198
"""2107-12-31 23:59:58, the last moment that an archive can hold."""
_READABLE: Final = 0o100644 << 16
_UNIX: Final = 3


class Archive:
    """An archive that is being written; every file in it bears the same date and rights."""

    def __init__(self, zipped: ZipFile, made_at_s: int | None) -> None:
        self._zipped = zipped
        at_s = min(max(EARLIEST_S if made_at_s is None else made_at_s, EARLIEST_S), _LATEST_S)
        self._date_time = gmtime(at_s)[:6]

    def add(self, name: str, content: bytes, *, is_deflated: bool = False) -> None:
        """Add a file. Pictures are stored as they are: they are packed already."""
        entry = ZipInfo(name, self._date_time)
        entry.compress_type = ZIP_DEFLATED if is_deflated else ZIP_STORED
        entry.create_system = _UNIX  # what Python writes here depends on the machine
        entry.external_attr = _READABLE
        self._zipped.writestr(entry, content, compresslevel=9)


@contextmanager
def archive(target: BinaryIO, made_at_s: int | None) -> Iterator[Archive]:
    """Give an archive that is written to a target as its files come."""
    with ZipFile(target, "w") as zipped:
        yield Archive(zipped, made_at_s)

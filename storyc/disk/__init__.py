"""Files that are whole or not there, and the lock of a project."""

from .atomic import TEMPORARY, make_directory, sync_directory, temporary_path, unwritable, write_atomically
from .lock import hold_lock

__all__ = [
    "TEMPORARY",
    "hold_lock",
    "make_directory",
    "sync_directory",
    "temporary_path",
    "unwritable",
    "write_atomically",
]

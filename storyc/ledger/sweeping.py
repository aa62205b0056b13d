"""Looks after the store: what it lacks, what is wrong in it, and what nobody names any more."""

from collections.abc import Iterator
from pathlib import Path

from storyc.disk import TEMPORARY, unwritable
from storyc.errors import FileError
from storyc.store import Damage

from .history import load_entries
from .lockfile import load_takes
from .memory import Memory


def verify_memory(memory: Memory) -> Iterator[Damage]:
    """Yield all that is wrong with what a project bought, art that is missing among it. Raises: FileError for its ledger or lock."""
    named = named_assets(memory)
    yield from memory.store.verify()
    for digest in sorted(named):
        if not memory.store.has(digest):
            yield Damage(memory.store.path(digest), "it is missing; the next build that shows it fetches it again")


def find_garbage(memory: Memory) -> tuple[Path, ...]:
    """Return the files of the store that neither the ledger nor the lock names, and what dead builds left half written, by path.

    Every take is named. Hold the project's lock. Raises: FileError if nobody can say what is named.
    """
    if memory.store.has_anything() and not memory.ledger.exists():
        raise FileError(f"{memory.ledger} is missing, so nobody knows what may go", hint="build first")
    named = {memory.store.path(digest) for digest in named_assets(memory)}
    unnamed = {path for path in memory.store.files() if path not in named}
    torn = (*memory.root.glob(f"{TEMPORARY}*"), *memory.folder.rglob(f"{TEMPORARY}*"))
    return tuple(sorted(unnamed.union(torn)))


def named_assets(memory: Memory) -> frozenset[str]:
    """Return the SHA-256 of all art that the ledger or the lock names. Raises: FileError."""
    recorded = {asset.sha256 for entry in load_entries(memory) for asset in entry.assets}
    return frozenset(recorded | {asset.sha256 for one in load_takes(memory.story_lock) for asset in one.assets})


def sweep(paths: tuple[Path, ...]) -> None:
    """Remove files. Raises: FileError."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as problem:
            raise unwritable(path, problem) from problem

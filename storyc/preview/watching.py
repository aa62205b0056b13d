"""Notices that files change: saved in place or by renaming another over them, taken away, put back.

The operating system says when to look, and looking says what changed. So a burst of events is one change, events about nothing are
none, and what the system fails to say (a network drive, a folder that was taken away and made again) is seen a moment later.
"""

from collections.abc import AsyncGenerator, Callable, Iterable, Mapping
from contextlib import aclosing
from pathlib import Path
from typing import Final

from watchfiles import Change, awatch

from .asking import Signature, signature

_STEP_MS: Final = 20
"""A burst is over when nothing has happened for so long."""
_LONGEST_BURST_MS: Final = 300
_LOOK_ANYWAY_MS: Final = 1_000


class Eye:
    """Knows how files were when somebody last looked."""

    def __init__(self, files: Mapping[Path, Signature]) -> None:
        self._seen = dict(files)

    def look(self) -> frozenset[Path]:
        """Return what has changed since the last time."""
        now = {path: signature(path) for path in self._seen}
        changed = frozenset(path for path, found in now.items() if found != self._seen[path])
        self._seen = now
        return changed


async def changes(files: Callable[[], Mapping[Path, Signature]]) -> AsyncGenerator[frozenset[Path]]:
    """Yield which files have changed, burst by burst, for ever.

    `files` says which count, and how they were when they were last read; it is asked again after each burst.
    """
    while True:
        eye, watched = Eye(files()), _folders(files())
        if changed := eye.look():
            yield changed
            continue
        async with aclosing(_bursts(watched)) as bursts:
            async for _ in bursts:
                if changed := eye.look():
                    yield changed
                    eye = Eye(files())
                if _folders(files()) != watched:
                    break


async def _bursts(folders: dict[Path, Signature]) -> AsyncGenerator[set[tuple[Change, str]]]:
    try:
        async for burst in awatch(
            *folders,
            watch_filter=None,
            debounce=_LONGEST_BURST_MS,
            step=_STEP_MS,
            rust_timeout=_LOOK_ANYWAY_MS,
            yield_on_timeout=True,
            recursive=False,
        ):
            yield burst
    except FileNotFoundError:
        # taken away between the look and the watch; the next round finds what is left
        yield set()


def _folders(files: Iterable[Path]) -> dict[Path, Signature]:
    """Return the folders to listen to, those nearest to each file, with what tells a folder from another of its name."""
    found: dict[Path, Signature] = {}
    for path in files:
        # what is written through a link changes where the link leads
        for place in {path.parent, path.resolve().parent}:
            folder = next((folder for folder in (place, *place.parents) if folder.is_dir()), None)
            if folder is not None and folder not in found:
                found[folder] = signature(folder)
    return found

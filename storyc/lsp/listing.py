"""The files of a project that a script could name."""

from collections.abc import Iterator
from os import walk
from pathlib import Path
from posixpath import dirname, relpath
from typing import Final

_MOST: Final = 500
_DEEPEST: Final = 8
_LEFT_OUT: Final = frozenset(("build", "node_modules"))


def files_below(root: Path, suffixes: tuple[str, ...], *, beside: str) -> Iterator[str]:
    """Yield the files of a folder with one of some suffixes, as a script in it would write them; at most 500, hidden ones left out."""
    found = 0
    for folder, folders, names in walk(root):
        here = Path(folder).relative_to(root)
        folders[:] = (
            sorted(name for name in folders if name[0] != "." and name not in _LEFT_OUT)
            if len(here.parts) < _DEEPEST
            else []
        )
        for name in sorted(names):
            if name.lower().endswith(suffixes) and name[0] != ".":
                found += 1
                if found > _MOST:
                    return
                yield relpath((here / name).as_posix(), dirname(beside) or ".")

"""What an editor's question is answered from: one script, and the story that it belongs to, as they are at that moment."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from storyc.semantics import resolve
from storyc.text import Files

from .kept import Kept
from .marks import Mark, marks
from .names import Names, read_names
from .pieces import Piece
from .script import Script
from .story import Look

Found = TypeVar("Found")


class View:
    """A script in its story. Nothing in it changes."""

    def __init__(
        self, script: Script, look: Look, root: Path, files: Files, values: Mapping[str, str], kept: Kept
    ) -> None:
        self.script = script
        self.look = look
        self.root = root
        self.files = files
        """The files on disk."""
        self._values = values
        self._kept = kept

    @cached_property
    def names(self) -> Names:
        """The names of the story."""
        resolved = resolve(self.look.checked.documents).value
        return read_names(resolved, self.look.extracts, self._values)

    def marks(self, piece: Piece) -> tuple[Mark, ...]:
        """Return the marks of a piece, with their places in it."""
        return self.ask(marks, piece)

    def ask(self, find: Callable[[Piece, Names], Found], piece: Piece) -> Found:
        """Return what a function says about a piece; it is only called if nobody asked before."""
        return self._kept.of(find, piece, self.names)

    def pieces(self) -> Iterator[tuple[Script, Piece, int]]:
        """Yield the pieces of the whole story, each with its script and the place where it begins."""
        for script in self.look.scripts.values():
            for piece, start in script.placed():
                yield script, piece, start

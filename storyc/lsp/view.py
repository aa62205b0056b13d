"""What an editor's question is answered from: one script, and the story that it belongs to, as they are at that moment."""

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from storyc.project import Config
from storyc.semantics import resolve
from storyc.text import Files

from .forecast import Inquiry
from .marks import Mark, marks
from .names import Names, read_names
from .pieces import Piece
from .script import Script
from .story import Look

Found = TypeVar("Found")
_MOST_KEPT = 20_000
"""How much is kept before it is begun afresh."""


class Kept:
    """Answers about pieces, by the function that gives them."""

    def __init__(self) -> None:
        self._spellings: frozenset[tuple[str, str, str]] = frozenset()
        self._found: dict[tuple[object, str], Any] = {}

    def of(self, find: Callable[[Piece, Names], Found], piece: Piece, names: Names) -> Found:
        """Return what a function says about a piece, which may depend on its text and on who has a name, and on nothing else."""
        if names.spellings != self._spellings or len(self._found) > _MOST_KEPT:
            self._spellings, self._found = names.spellings, {}
        key = find, piece.text
        if key not in self._found:
            self._found[key] = find(piece, names)
        found: Found = self._found[key]
        return found


class View:
    """A script in its story. Nothing in it changes."""

    def __init__(self, script: Script, look: Look, root: Path, files: Files, config: Config, kept: Kept) -> None:
        self.script = script
        self.look = look
        self.root = root
        self.files = files
        """The files on disk."""
        self._config = config
        self._kept = kept

    @cached_property
    def names(self) -> Names:
        """The names of the story."""
        resolved = resolve(self.look.checked.documents).value
        return read_names(resolved, self.look.extracts, self._config.data)

    @cached_property
    def inquiry(self) -> Inquiry:
        """The whole story, to ask what a build would do with it."""
        return Inquiry(self.root, self.look.entry, self._config, self.look.scripts)

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

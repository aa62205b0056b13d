"""What was found out about pieces before: it holds for as long as the names of the story do."""

from collections.abc import Callable
from typing import Any, TypeVar

from .names import Names
from .pieces import Piece

Found = TypeVar("Found")
_MOST = 20_000
"""How much is kept before it is begun afresh."""


class Kept:
    """Answers about pieces, by the function that gives them."""

    def __init__(self) -> None:
        self._spellings: frozenset[tuple[str, str]] = frozenset()
        self._found: dict[tuple[object, str], Any] = {}

    def of(self, find: Callable[[Piece, Names], Found], piece: Piece, names: Names) -> Found:
        """Return what a function says about a piece, which may depend on its text and on who has a name, and on nothing else."""
        if names.spellings != self._spellings or len(self._found) > _MOST:
            self._spellings, self._found = names.spellings, {}
        key = find, piece.text
        if key not in self._found:
            self._found[key] = find(piece, names)
        found: Found = self._found[key]
        return found

"""The artist's unsteady hand: small numbers that look random and are the same in every run.

`random` would serve, but its stream is a promise of the interpreter, not ours; a drawing has to keep its bytes.
"""

from collections.abc import Sequence
from typing import TypeVar
from zlib import crc32

Item = TypeVar("Item")

_MASK = 0xFFFFFFFF


def stable_number(*parts: object) -> int:
    """Return a number from 0 to 2**32 - 1 that depends on nothing but how `parts` are written."""
    return crc32("\x1f".join(map(str, parts)).encode("utf-8", "replace"))


class Hand:
    """A stream of numbers that its seeds decide."""

    def __init__(self, *seeds: object) -> None:
        self._state = stable_number(*seeds) or 1

    def unit(self) -> float:
        """Return the next number, from 0 up to but not including 1."""
        state = self._state
        state ^= (state << 13) & _MASK
        state ^= state >> 17
        state ^= (state << 5) & _MASK
        self._state = state
        return state / 2**32

    def between(self, low: float, high: float) -> float:
        """Return the next number, between `low` and `high`."""
        return low + (high - low) * self.unit()

    def pick(self, choices: Sequence[Item]) -> Item:
        """Return one of `choices`."""
        return choices[int(self.unit() * len(choices))]

    def has(self, chance: float) -> bool:
        """Return whether something with this chance, 0 to 1, comes true."""
        return self.unit() < chance

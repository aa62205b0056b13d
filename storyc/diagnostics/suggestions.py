"""Did you mean: the known word that a misspelt one comes closest to.

Written out instead of imported because `difflib` costs more to import than a whole check of a short script.
"""

from collections.abc import Iterable
from functools import lru_cache

SHORTEST_STEM = 3
"""Letters that must stand before an unfinished word counts as the beginning of a known one."""
LONGEST_WORD = 200
"""Characters beyond which a word is no slip of anything."""
MOST_COMPARED = 1_000_000
"""Comparisons after which a vocabulary suggests nothing more: nobody reads so many suggestions, and a check must end."""
_LETTER_BITS = 64
_MOST_VOCABULARIES = 16


class Vocabulary:
    """Known words, to find the nearest of them to many others: each is made ready once, and each word asked for compared once."""

    def __init__(self, known: Iterable[str]) -> None:
        folded = [(word, word.casefold()) for word in known]
        self._known = [(word, fold, _letters(fold)) for word, fold in folded if len(fold) <= LONGEST_WORD]
        self._left = MOST_COMPARED
        self._found: dict[str, str | None] = {}

    def closest(self, word: str) -> str | None:
        """Return the known word most like `word`, as the function `closest` does."""
        typed = word.casefold()
        if typed not in self._found:
            if self._left <= 0:
                return None
            self._found[typed] = self.search(typed)
            self._left -= len(self._known)
        return self._found[typed]

    def search(self, typed: str) -> str | None:
        """Return the known word most like a folded one, whatever was asked before."""
        if len(typed) > LONGEST_WORD:
            return None
        length, letters = len(typed), _letters(typed)
        limit = min(max(1, length // 3), length - 1)
        best, unfinished = None, None
        for word, folded, known in self._known:
            more = len(folded) - length
            # a slip brings in or takes away one letter at most
            if (
                -limit <= more <= limit
                and (letters & ~known).bit_count() <= limit
                and (known & ~letters).bit_count() <= limit
                and (slips := _slips(typed, folded)) <= limit
            ):
                best, limit = word, slips - 1
            if more >= 0 and unfinished is None and length >= SHORTEST_STEM and folded.startswith(typed):
                unfinished = word
        return unfinished if best is None else best


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word`, the earliest of equals, or None if all are too far away.

    Letter case does not count. One slip in three letters is forgiven, one in a word of two; a slip is a letter too many, too
    few, wrong or swapped with its neighbour. An unfinished word is taken for the beginning of a known one when no slip
    explains it.
    """
    return _vocabulary(tuple(known)).search(word.casefold())


@lru_cache(_MOST_VOCABULARIES)
def _vocabulary(known: tuple[str, ...]) -> Vocabulary:
    return Vocabulary(known)


def _letters(word: str) -> int:
    """Return a set of the letters of a word; some letters share a place in it, so it may seem to have fewer."""
    letters = 0
    for letter in set(word):
        letters |= 1 << ord(letter) % _LETTER_BITS
    return letters


def _slips(left: str, right: str) -> int:
    """Return how many slips lead from one word to the other.

    This is the usual table of distances, a column at a time: its neighbours differ by one at most, so that a column is two
    numbers, whose bits say in which rows it goes up and down (Myers 1999; letters that are swapped, Hyyrö 2003).
    """
    if left == right or not left:
        return 0 if left == right else len(right)
    places: dict[str, int] = {}
    for row, letter in enumerate(left):
        places[letter] = places.get(letter, 0) | 1 << row
    every = (1 << len(left)) - 1
    last = 1 << len(left) - 1
    slips = len(left)
    up, down, diagonal, before = every, 0, 0, 0
    for letter in right:
        here = places.get(letter, 0)
        swapped = ((~diagonal & here) << 1) & before
        diagonal = ((((here & up) + up) ^ up) | here | down | swapped) & every
        rising = (down | ~(diagonal | up)) & every
        falling = diagonal & up
        slips += bool(rising & last) - bool(falling & last)
        rising = rising << 1 | 1
        up = ((falling << 1) | ~(diagonal | rising)) & every
        down = diagonal & rising & every
        before = here
    return slips

"""Did you mean: the known word that a misspelt one comes closest to.

Written out instead of imported because `difflib` costs more to import than a whole check of a short script.
"""

from collections.abc import Iterable

SHORTEST_STEM = 3
"""Letters that must stand before an unfinished word counts as the beginning of a known one."""


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word`, the earliest of equals, or None if all are too far away.

    Letter case does not count. One slip in three letters is forgiven, one in a word of two; a slip is a letter too many, too
    few, wrong or swapped with its neighbour. An unfinished word is taken for the beginning of a known one when no slip
    explains it.
    """
    typed = word.casefold()
    best, best_slips = None, min(max(1, len(typed) // 3), len(typed) - 1) + 1
    unfinished = None
    for candidate in known:
        folded = candidate.casefold()
        slips = _slips(typed, folded, best_slips - 1)
        if slips < best_slips:
            best, best_slips = candidate, slips
        if unfinished is None and len(typed) >= SHORTEST_STEM and folded.startswith(typed):
            unfinished = candidate
    return unfinished if best is None else best


def _slips(left: str, right: str, limit: int) -> int:
    """Return how many slips lead from one word to the other, or `limit + 1` as soon as it is sure to be more."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    two_up: list[int] = []
    above = list(range(len(right) + 1))
    for row, letter in enumerate(left, start=1):
        here = [row]
        for column, other in enumerate(right, start=1):
            cost = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, two_up[column - 2] + 1)
            here.append(cost)
        if min(here) > limit:
            return limit + 1
        two_up, above = above, here
    return above[-1]

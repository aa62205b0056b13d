"""The order in which the words of a line stand from left to right.

Letters inside a word are ordered by the shaper; only whole words change places here. That is less than Unicode's
bidirectional algorithm and enough for balloons, where scripts are mixed a word at a time.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise

from .scripts import direction
from .words import Word


def in_visual_order(words: Sequence[Word]) -> list[tuple[Word, bool]]:
    """Return the words from left to right, each with whether a space stands to its left.

    The first word that has a direction gives the line its own.
    """
    if not any(word.is_shaped for word in words):
        return [(word, word.has_space and number > 0) for number, word in enumerate(words)]
    base = next(filter(None, (direction(word.text) for word in words)), "ltr")
    ways = [direction(word.text) or base for word in words]
    stretches = [[number for number, _ in group] for _, group in groupby(enumerate(ways), key=lambda pair: pair[1])]
    turned = [stretch[::-1] if ways[stretch[0]] == "rtl" else stretch for stretch in stretches]
    order = [number for stretch in (turned[::-1] if base == "rtl" else turned) for number in stretch]
    gaps = [False, *(_has_gap(words, left, right) for left, right in pairwise(order))]
    return [(words[number], gap) for number, gap in zip(order, gaps, strict=True)]


def _has_gap(words: Sequence[Word], left: int, right: int) -> bool:
    return words[max(left, right)].has_space if abs(left - right) == 1 else True

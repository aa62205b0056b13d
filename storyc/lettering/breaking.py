"""Pieces into lines: balanced, and in the shape of a lozenge where a balloon wants it."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import inf

from .pieces import Piece

Lines = tuple[tuple[int, int], ...]
"""Each line as the numbers of its first piece and of the one after its last."""
_MOST_WEIGHED = 44
"""Pieces up to which every way of breaking is weighed; beyond that lines are only balanced."""


class Breaker:
    """Breaks one text, again and again, into more or fewer lines."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._ends = [0.0, *accumulate(piece.length_em + piece.gap_em for piece in pieces)]
        self._forced = [number for number, piece in enumerate(pieces) if piece.starts_line and number]
        self.length_em = self._ends[-1] - pieces[0].gap_em
        """Of the whole text on one line."""
        self.longest_em = max(piece.length_em for piece in pieces)
        self.fewest = len(self._forced) + 1
        """Lines that the writer asks for."""
        self.most = len(pieces)
        """Lines with one piece each."""

    def length(self, start: int, end: int) -> float:
        """Return how long a line is."""
        return self._ends[end] - self._ends[start] - self._pieces[start].gap_em

    def lines(self, count: int, *, is_lozenge: bool) -> Lines | None:
        """Return the text in `count` lines, or None if it has fewer pieces or the writer asks for more lines."""
        total = len(self._pieces)
        if count > total or count < self.fewest:
            return None
        if count == 1:
            return ((0, total),)
        if self._forced or total > _MOST_WEIGHED:
            return self._balanced(count)
        return self._weighed(count, _profile(count) if is_lozenge else [1.0] * count)

    def _weighed(self, count: int, profile: Sequence[float]) -> Lines:
        """Return the breaks whose lines differ least from the profile."""
        total, ends = len(self._pieces), self._ends
        starts = [end + piece.gap_em for end, piece in zip(ends, self._pieces, strict=False)]
        unit = self.length_em / sum(profile)
        costs, best = [0.0, *[inf] * total], []
        for number, share in enumerate(profile, 1):
            wanted, row, back = unit * share, [inf] * (total + 1), [0] * (total + 1)
            is_last = number == count
            for end in range(total if is_last else number, total - count + number + 1):
                found, at = inf, 0
                reach = ends[end] - wanted
                for start in range(end - 1, number - 2, -1):
                    off = reach - starts[start]
                    cost = off * off
                    if off > 0 and cost > found:
                        break
                    cost += costs[start]
                    if cost < found:
                        found, at = cost, start
                row[end], back[end] = found, at
            costs = row
            best.append(back)
        breaks = [total]
        for number in range(count, 0, -1):
            breaks.append(best[number - 1][breaks[-1]])
        breaks.reverse()
        return tuple(pairwise(breaks))

    def _balanced(self, count: int) -> Lines | None:
        """Return the lines of the narrowest column that needs at most `count`."""
        low, high = self.longest_em, self.length_em
        for _ in range(12):
            middle = (low + high) / 2
            if len(self._filled(middle)) <= count:
                high = middle
            else:
                low = middle
        lines = self._filled(high)
        return lines if len(lines) <= count else None

    def _filled(self, width_em: float) -> Lines:
        lines: list[tuple[int, int]] = []
        start = 0
        forced = set(self._forced)
        for end in range(1, len(self._pieces) + 1):
            if end == len(self._pieces) or end in forced or self.length(start, end + 1) > width_em + 1e-9:
                lines.append((start, end))
                start = end
        return tuple(lines)


def _profile(count: int) -> list[float]:
    """Return how long the lines of a lozenge are beside each other: short, long, short."""
    return [(1 - abs((2 * number + 1 - count) / count * 0.94) ** 2.2) ** 0.5 for number in range(count)]

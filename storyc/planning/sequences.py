"""What two sequences have in common, in order."""

from collections.abc import Hashable, Sequence


def common(one: Sequence[Hashable], other: Sequence[Hashable]) -> tuple[tuple[int, int], ...]:
    """Return a longest common subsequence as pairs of indices, both rising.

    What both begin or end with costs nothing; between, time and space are the product of the lengths.
    """
    start, end = 0, min(len(one), len(other))
    while start < end and one[start] == other[start]:
        start += 1
    tail = 0
    while tail < end - start and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    rows, columns = len(one) - start - tail, len(other) - start - tail
    # longest[row][column]: the length of the longest common subsequence of what follows both
    longest = [[0] * (columns + 1) for _ in range(rows + 1)]
    for row in reversed(range(rows)):
        for column in reversed(range(columns)):
            longest[row][column] = (
                longest[row + 1][column + 1] + 1
                if one[start + row] == other[start + column]
                else max(longest[row + 1][column], longest[row][column + 1])
            )
    pairs = [(place, place) for place in range(start)]
    row = column = 0
    while row < rows and column < columns:
        if one[start + row] == other[start + column]:
            pairs.append((start + row, start + column))
            row, column = row + 1, column + 1
        elif longest[row + 1][column] >= longest[row][column + 1]:
            row += 1
        else:
            column += 1
    pairs.extend((len(one) - back, len(other) - back) for back in range(tail, 0, -1))
    return tuple(pairs)


def gaps(pairs: Sequence[tuple[int, int]], one: int, other: int) -> tuple[tuple[range, range], ...]:
    """Return what lies between the pairs in sequences of two lengths: what one has there, and what the other has instead."""
    found = []
    row = column = 0
    for next_row, next_column in (*pairs, (one, other)):
        if next_row > row or next_column > column:
            found.append((range(row, next_row), range(column, next_column)))
        row, column = next_row + 1, next_column + 1
    return tuple(found)

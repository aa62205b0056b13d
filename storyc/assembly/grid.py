"""How the panels of a page sit together: tiers of a comic page, on a grid of 24 columns.

Panels of one tier get columns in proportion to the shape of their art, so that their pictures come out about equally high
without a pixel being cut off.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

COLUMNS = 24
_MOST_IN_A_TIER = 3
_WIDEST_TIER = 3.6
"""Sum of the width-to-height ratios in one tier: two pictures of 16:9."""
_NARROWEST = 5
"""Columns that hold a balloon's words without a break in every one of them."""


class Shape(Struct, frozen=True, gc=False):
    """What a panel wants of its place."""

    ratio: float
    """Width of its art over the height."""
    weight: float = 1.0
    """How large it asks to be, beside a plain panel."""
    is_alone: bool = False
    """Takes a whole tier."""
    is_tall: bool = False
    """Stands beside two tiers."""
    opens: bool = False
    """Begins a tier, because a scene begins."""


class Cell(Struct, frozen=True, gc=False):
    """What a panel gets."""

    columns: int
    is_solo: bool = False
    """Nobody stands beside it."""
    tiers: int = 1


def compose(shapes: Sequence[Shape]) -> tuple[Cell, ...]:
    """Return the cell of each panel of a page, in reading order; cells fill every tier to the last column."""
    cells: list[Cell] = []
    run: list[Shape] = []
    index = 0
    while index < len(shapes):
        shape = shapes[index]
        beside = shapes[index + 1 : index + 3]
        is_group = shape.is_tall and len(beside) == 2 and all(_is_plain(other) for other in beside)
        if shape.opens or shape.is_alone or is_group:
            cells += _tiers(run)
            run = []
        if shape.is_alone:
            cells.append(Cell(COLUMNS, is_solo=True))
        elif is_group:
            cells += _tall_group(shape, beside)
            index += 2
        else:
            run.append(shape)
        index += 1
    return (*cells, *_tiers(run))


def count_tiers(cells: Sequence[Cell]) -> int:
    """Return how many tiers the cells of a page fill."""
    return sum(cell.columns * cell.tiers for cell in cells) // COLUMNS


def _is_plain(shape: Shape) -> bool:
    return not (shape.is_alone or shape.is_tall or shape.opens)


def _tall_group(tall: Shape, beside: Sequence[Shape]) -> Iterator[Cell]:
    """Give the tall one the columns that make it as high as the two beside it together."""
    height = sum(1 / other.ratio for other in beside)
    fair = COLUMNS * height / (1 / tall.ratio + height)
    columns = min(max(round(fair), _NARROWEST), COLUMNS - _NARROWEST)
    yield Cell(columns, tiers=2)
    for _ in beside:
        yield Cell(COLUMNS - columns)


def _tiers(run: Sequence[Shape]) -> Iterator[Cell]:
    """Break a run into the fewest tiers, then spread it evenly over them, the larger pictures first."""
    count = _tiers_needed(run)
    start = 0
    for tier in range(count):
        end = start + (len(run) - start) // (count - tier)
        yield from _share(run[start:end])
        start = end


def _tiers_needed(run: Sequence[Shape]) -> int:
    count, members, width = 0, 0, 0.0
    for shape in run:
        wanted = shape.ratio * shape.weight
        if count == 0 or members == _MOST_IN_A_TIER or width + wanted > _WIDEST_TIER:
            count, members, width = count + 1, 0, 0.0
        members += 1
        width += wanted
    return count


def _share(tier: Sequence[Shape]) -> Iterator[Cell]:
    if len(tier) == 1:
        yield Cell(COLUMNS, is_solo=True)
        return
    free = COLUMNS - _NARROWEST * len(tier)
    wanted = [shape.ratio * shape.weight for shape in tier]
    fair = [COLUMNS * want / sum(wanted) for want in wanted]
    above = [max(columns - _NARROWEST, 0.0) for columns in fair]
    edge, taken = 0.0, 0
    for extra in above:
        edge += free * extra / sum(above)
        columns = round(edge) - taken
        taken += columns
        yield Cell(_NARROWEST + columns)

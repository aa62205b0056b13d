"""How the panels of a page sit together: tiers of a comic page, on a grid of 24 columns.

Panels of one tier get columns in proportion to the shape of their art, so that their pictures come out about equally high
without a pixel being cut off.
"""

from collections.abc import Iterator, Sequence
from math import log

from msgspec import Struct

COLUMNS = 24
_MOST_IN_A_TIER = 3
_WIDEST_TIER = 3.6
"""Sum of the width-to-height ratios in one tier: two pictures of 16:9."""
_NARROWEST = 5
"""Columns that hold a balloon's words without a break in every one of them."""
_PAGE_HIGH = 1.45
"""Height over width that a page is composed to come near."""
_LEAST_HIGH = 0.3
"""What a run of panels may take of a page that is already full."""


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

    @property
    def is_plain(self) -> bool:
        """Return whether it may stand beside any other."""
        return not (self.is_alone or self.is_tall)


class Cell(Struct, frozen=True, gc=False):
    """What a panel gets."""

    columns: int
    tiers: int = 1


Group = Sequence[Shape]


def compose(shapes: Sequence[Shape]) -> tuple[Cell, ...]:
    """Return the cell of each panel of a page, in reading order; cells fill every tier to the last column."""
    groups = tuple(_groups(shapes))
    taken = sum(_high(group) for group in groups if not group[0].is_plain)
    waiting = sum(len(group) for group in groups if group[0].is_plain)
    cells: list[Cell] = []
    for group in groups:
        if group[0].is_alone:
            cells.append(Cell(COLUMNS))
        elif group[0].is_tall and len(group) == 3:
            cells += _tall_group(group)
        else:
            share = len(group) / max(waiting, 1)
            cells += _tiers(group, max((_PAGE_HIGH - taken) * share, _LEAST_HIGH))
    return tuple(cells)


def _groups(shapes: Sequence[Shape]) -> Iterator[Group]:
    """Part a page into panels that stand alone, tall ones with the two beside them, and runs of all others."""
    run: list[Shape] = []
    index = 0
    while index < len(shapes):
        beside = shapes[index + 1 : index + 3]
        is_tall = shapes[index].is_tall and len(beside) == 2 and all(other.is_plain for other in beside)
        if shapes[index].is_alone or is_tall:
            if run:
                yield run
            run = []
            end = index + 3 if is_tall and not shapes[index].is_alone else index + 1
            yield shapes[index:end]
            index = end
        else:
            run.append(Shape(shapes[index].ratio, shapes[index].weight))
            index += 1
    if run:
        yield run


def _high(group: Group) -> float:
    """Return the height of a tier, or of a tall group, over the width of the page."""
    first, *beside = group
    if not first.is_tall or not beside:
        return 1 / first.ratio
    tall, stack = 1 / first.ratio, sum(1 / other.ratio for other in beside)
    return tall * stack / (tall + stack)


def _tall_group(group: Group) -> Iterator[Cell]:
    """Give the tall one the columns that make it as high as the two beside it together."""
    tall, *beside = group
    stack = sum(1 / other.ratio for other in beside)
    fair = COLUMNS * stack / (1 / tall.ratio + stack)
    columns = min(max(round(fair), _NARROWEST), COLUMNS - _NARROWEST)
    yield Cell(columns, tiers=2)
    for _ in beside:
        yield Cell(COLUMNS - columns)


def _tiers(run: Group, high: float) -> Iterator[Cell]:
    """Break a run into the number of tiers that comes nearest to a height; the larger pictures stand first."""
    counts = range(_tiers_needed(run), len(run) + 1)
    best = min(counts, key=lambda count: abs(log(sum(map(_tier_high, _split(run, count))) / high)))
    for tier in _split(run, best):
        yield from _share(tier)


def _split(run: Group, count: int) -> Iterator[Group]:
    start = 0
    for tier in range(count):
        end = start + (len(run) - start) // (count - tier)
        yield run[start:end]
        start = end


def _tier_high(tier: Group) -> float:
    return 1 / sum(shape.ratio for shape in tier)


def _tiers_needed(run: Group) -> int:
    count, members, width = 0, 0, 0.0
    for shape in run:
        wanted = shape.ratio * shape.weight
        if count == 0 or members == _MOST_IN_A_TIER or width + wanted > _WIDEST_TIER:
            count, members, width = count + 1, 0, 0.0
        members += 1
        width += wanted
    return count


def _share(tier: Group) -> Iterator[Cell]:
    if len(tier) == 1:
        yield Cell(COLUMNS)
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

"""How the panels of a finished page sit together: tiers as wide as the page, in which all pictures are equally high.

No pixel is cut off, since letters may stand anywhere. Which panels share a tier is chosen so that the tiers together come
as near as possible to the height of the page.
"""

from collections.abc import Iterator, Sequence
from math import log

from msgspec import Struct

_MOST_IN_A_TIER = 4
_STEPS = 96
"""Heights that differ by less than this part of the page count as one."""
_HIGHEST = 2.0
"""Pages: what is higher than that already is not looked at any more."""


class Place(Struct, frozen=True, gc=False):
    """Where a panel stands on its page."""

    x: float
    y: float
    width: float
    height: float


class _Tiers(Struct, frozen=True, gc=False):
    """Tiers from the top of the page, at the full width."""

    height: float = 0.0
    squares: float = 0.0
    """Sum of the squares of the heights of the tiers."""
    lengths: tuple[int, ...] = ()

    def cost(self, height: float) -> float:
        """Return how far it is from filling a page of this height with tiers of one height."""
        unevenness = self.squares * len(self.lengths) / self.height**2 - 1
        return abs(log(self.height / height)) + unevenness


def compose(
    ratios: Sequence[float], width: float, height: float, gutter: float, *, is_right_to_left: bool = False,
    is_strip: bool = False,
) -> tuple[Place, ...]:  # fmt: skip
    """Return the place of each panel on a page, in reading order, from their widths over heights."""
    if not ratios:
        return ()
    lengths = (1,) * len(ratios) if is_strip else _lengths(ratios, width, height, gutter)
    free = height - gutter * (len(lengths) - 1)
    tiers = list(_split(ratios, lengths))
    heights = [_height(tier, width, gutter) for tier in tiers]
    scale = min(1.0, free / sum(heights))
    slack = max(0.0, free - sum(heights) * scale)
    between = gutter + min(gutter, slack / len(lengths))
    y = (height - sum(heights) * scale - between * (len(lengths) - 1)) / 2
    places: list[Place] = []
    for tier, full in zip(tiers, heights, strict=True):
        high = full * scale
        wide = sum(tier) * high + gutter * (len(tier) - 1)
        x = (width - wide) / 2
        for ratio in tier:
            at = width - x - ratio * high if is_right_to_left else x
            places.append(Place(at, y, ratio * high, high))
            x += ratio * high + gutter
        y += high + between
    return tuple(places)


def _lengths(ratios: Sequence[float], width: float, height: float, gutter: float) -> tuple[int, ...]:
    """Return how many panels each tier takes, by the best way to reach each height at each panel."""
    reached: list[dict[int, _Tiers]] = [{0: _Tiers()}, *({} for _ in ratios)]
    for start, ways in enumerate(reached[:-1]):
        lowest = min(ways.values(), key=lambda way: way.height)
        hopeful = [way for way in ways.values() if way.height <= _HIGHEST * height] or [lowest]
        for length in range(1, min(_MOST_IN_A_TIER, len(ratios) - start) + 1):
            high = _height(ratios[start : start + length], width, gutter)
            ends = reached[start + length]
            for way in hopeful:
                longer = _Tiers(
                    way.height + high + (gutter if start else 0.0), way.squares + high**2, (*way.lengths, length)
                )
                step = round(longer.height / height * _STEPS)
                if step not in ends or longer.squares < ends[step].squares:
                    ends[step] = longer
    return min(reached[-1].values(), key=lambda way: way.cost(height)).lengths


def _height(tier: Sequence[float], width: float, gutter: float) -> float:
    return (width - gutter * (len(tier) - 1)) / sum(tier)


def _split(ratios: Sequence[float], lengths: Sequence[int]) -> Iterator[Sequence[float]]:
    start = 0
    for length in lengths:
        yield ratios[start : start + length]
        start += length

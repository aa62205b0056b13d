"""A rounded outline between ellipse and rectangle, and paths along it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, ceil, cos, hypot, pi, sin

from msgspec import Struct

from .geometry import Point, distance


class Curve(Struct, frozen=True, gc=False):
    """A superellipse, walked clockwise by an angle in radians that begins at the right."""

    center: Point
    half_width: float
    half_height: float
    exponent: float

    def at(self, angle: float) -> Point:
        """Return the point of an angle."""
        across, down = cos(angle), sin(angle)
        reach: float = (abs(across) ** self.exponent + abs(down) ** self.exponent) ** (-1 / self.exponent)
        return (self.center[0] + self.half_width * reach * across, self.center[1] + self.half_height * reach * down)

    def angle_to(self, point: Point) -> float:
        """Return the angle at which the way from the middle to a point leaves the outline."""
        return atan2((point[1] - self.center[1]) / self.half_height, (point[0] - self.center[0]) / self.half_width)

    def holds(self, point: Point) -> bool:
        """Return whether a point lies inside."""
        across = abs(point[0] - self.center[0]) / self.half_width
        down = abs(point[1] - self.center[1]) / self.half_height
        reach: float = across**self.exponent + down**self.exponent
        return reach <= 1

    def speed(self, angle: float) -> Point:
        """Return how the point moves with its angle."""
        step = 1e-4
        before, after = self.at(angle - step), self.at(angle + step)
        return ((after[0] - before[0]) / (2 * step), (after[1] - before[1]) / (2 * step))

    @property
    def length(self) -> float:
        """Return about how long the outline is."""
        points = [self.at(2 * pi * step / 48) for step in range(48)]
        return sum(distance(one, other) for one, other in zip(points, [*points[1:], points[0]], strict=True))

    def evenly(self, count: int, start: float = 0.0, end: float = 2 * pi) -> list[Point]:
        """Return points at equal distances along the outline, the first at `start`, the last before `end`."""
        fine = max(64, 4 * count)
        points = [self.at(start + (end - start) * step / fine) for step in range(fine + 1)]
        ways = [0.0]
        for one, other in pairwise(points):
            ways.append(ways[-1] + distance(one, other))
        found, at = [], 0
        for number in range(count):
            wanted = ways[-1] * number / count
            while ways[at + 1] < wanted:
                at += 1
            share = (wanted - ways[at]) / max(1e-9, ways[at + 1] - ways[at])
            found.append(tuple(a + (b - a) * share for a, b in zip(points[at], points[at + 1], strict=True)))
        return [(x, y) for x, y in found]

    def outwards(self, point: Point, by_px: float) -> Point:
        """Return a point of the outline moved away from the inside."""
        slope_x = _signed(point[0] - self.center[0], self.half_width, self.exponent)
        slope_y = _signed(point[1] - self.center[1], self.half_height, self.exponent)
        steep = max(1e-9, hypot(slope_x, slope_y))
        return (point[0] + slope_x / steep * by_px, point[1] + slope_y / steep * by_px)


def _signed(offset: float, half: float, exponent: float) -> float:
    steep: float = (abs(offset) / half) ** (exponent - 1) / half
    return steep if offset > 0 else -steep


def smooth_path(curve: Curve, start: float = 0.0, end: float = 2 * pi) -> str:
    """Return the commands that draw the outline from one angle to the next, after a pen that stands at `start`."""
    count = max(4, ceil((end - start) / (2 * pi) * 18))
    step = (end - start) / count
    points = [curve.at(start + step * number) for number in range(-1, count + 2)]
    # A third of the way to the next point, in the direction between both neighbours.
    handles = [
        ((after[0] - before[0]) / 6, (after[1] - before[1]) / 6)
        for before, after in zip(points, points[2:], strict=False)
    ]
    (x, y), (dx, dy) = points[1], handles[0]
    parts = [f"C{pair((x + dx, y + dy))}"]
    for (x, y), (dx, dy) in zip(points[2:-1], handles[1:], strict=True):
        parts.append(f"{'S' if len(parts) > 1 else ' '}{pair((x - dx, y - dy))} {pair((x, y))}")
    return "".join(parts)


def move(point: Point) -> str:
    """Return the command that sets the pen."""
    return f"M{pair(point)}"


def straight_path(points: Iterable[Point]) -> str:
    """Return the commands for straight lines to each of the points."""
    return "".join(f"L{pair(point)}" for point in points)


def polygon(points: Sequence[Point]) -> str:
    """Return a closed path of straight lines."""
    return f"{move(points[0])}{straight_path(points[1:])}Z"


def pair(point: Point) -> str:
    """Return a point as a path spells it, to a tenth of a pixel."""
    return f"{number(point[0])} {number(point[1])}"


def number(value: float) -> str:
    """Return a length as SVG spells it, to a tenth of a pixel."""
    written = f"{value:.1f}"
    written = written.removesuffix(".0")
    return "0" if written == "-0" else written

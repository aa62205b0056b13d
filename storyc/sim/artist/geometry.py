"""Points and boxes in pixels of the finished picture; y grows downwards."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin

from msgspec import Struct

from .hand import Hand

Point = tuple[float, float]


class Box(Struct, frozen=True, gc=False):
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Return the width; negative if the sides are crossed."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return the height; negative if the sides are crossed."""
        return self.bottom - self.top

    @property
    def center(self) -> Point:
        """Return the point in the middle."""
        return ((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    def grown(self, x_px: float, y_px: float | None = None) -> "Box":
        """Return the box with every side moved outwards; inwards for negative numbers."""
        y_px = x_px if y_px is None else y_px
        return Box(self.left - x_px, self.top - y_px, self.right + x_px, self.bottom + y_px)

    def moved(self, x_px: float, y_px: float) -> "Box":
        """Return the box at another place."""
        return Box(self.left + x_px, self.top + y_px, self.right + x_px, self.bottom + y_px)

    def overlaps(self, other: "Box") -> bool:
        """Return whether the two share some area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Box", slack_px: float = 0.0) -> bool:
        """Return whether `other` lies inside."""
        return (
            self.left <= other.left + slack_px
            and self.top <= other.top + slack_px
            and self.right >= other.right - slack_px
            and self.bottom >= other.bottom - slack_px
        )

    def at(self, x: float, y: float) -> Point:
        """Return the point at these shares of the width and the height, (0, 0) being the upper left corner."""
        return (self.left + self.width * x, self.top + self.height * y)

    def kept_inside(self, frame: "Box") -> "Box":
        """Return the box moved as little as possible to lie inside `frame`, upper left corner first."""
        x = max(frame.left - self.left, min(0.0, frame.right - self.right))
        y = max(frame.top - self.top, min(0.0, frame.bottom - self.bottom))
        return self.moved(x, y)


def box_around(center: Point, width_px: float, height_px: float) -> Box:
    """Return the box of this size about a point."""
    x, y = center
    return Box(x - width_px / 2, y - height_px / 2, x + width_px / 2, y + height_px / 2)


def along(start: Point, end: Point, share: float) -> Point:
    """Return the point that lies this share of the way from `start` to `end`."""
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def rounded(box: Box, exponent: float = 2.0, steps: int = 40) -> list[Point]:
    """Return a superellipse that fills `box`: an ellipse for exponent 2, squarer the higher it is."""
    (x, y), power = box.center, 2 / exponent
    half_width, half_height = box.width / 2, box.height / 2
    points: list[Point] = []
    for step in range(steps):
        angle = 2 * pi * step / steps
        across, down = cos(angle), sin(angle)
        across = abs(across) ** power * (1 if across >= 0 else -1)
        down = abs(down) ** power * (1 if down >= 0 else -1)
        points.append((x + half_width * across, y + half_height * down))
    return points


def rough(points: Sequence[Point], hand: Hand, amount_px: float, step_px: float = 36.0) -> list[Point]:
    """Return the line as an unsteady hand draws it: long stretches divided, every new point a little off."""
    if not points:
        return []
    drawn = [points[0]]
    for start, end in pairwise(points):
        length = hypot(end[0] - start[0], end[1] - start[1])
        parts = max(1, min(24, int(length / step_px)))
        for part in range(1, parts + 1):
            x, y = along(start, end, part / parts)
            drawn.append((x + hand.between(-amount_px, amount_px), y + hand.between(-amount_px, amount_px)))
    return drawn

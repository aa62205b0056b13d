"""Boxes and points of a picture, in pixels from its top left corner."""

from math import hypot

from msgspec import Struct

Point = tuple[float, float]


class Box(Struct, frozen=True, gc=False):
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Return the extent across."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return the extent down."""
        return self.bottom - self.top

    @property
    def center(self) -> Point:
        """Return the middle."""
        return ((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    def grown(self, by: float) -> "Box":
        """Return a box that is larger on every side; smaller if `by` is negative."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def holds(self, other: "Box", slack: float = 0.01) -> bool:
        """Return whether another box lies inside."""
        return (
            self.left <= other.left + slack
            and self.top <= other.top + slack
            and self.right >= other.right - slack
            and self.bottom >= other.bottom - slack
        )

    def overlap(self, other: "Box") -> float:
        """Return the area that both cover."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0.0


def box_around(center: Point, width: float, height: float) -> Box:
    """Return the box of a size about a point."""
    x, y = center
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def along(start: Point, end: Point, share: float) -> Point:
    """Return the point at a share of the way."""
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def distance(one: Point, other: Point) -> float:
    """Return how far two points are apart."""
    return hypot(one[0] - other[0], one[1] - other[1])

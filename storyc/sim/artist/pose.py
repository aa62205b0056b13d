"""Where a head is, and the measure in which it is drawn."""

from collections.abc import Iterable

from msgspec import Struct

from .geometry import Point, box_around, rounded
from .looks import Mood

Shape = tuple[tuple[float, float], ...]
"""An outline about a head: `(across, down)` from its centre in radii, `across` in the direction of the look."""


class Pose(Struct, frozen=True, gc=False):
    """A head in the picture."""

    center: Point
    radius_px: float
    """Half the height of the head."""
    side: int
    """1 if it looks to the right, -1 to the left."""
    mood: Mood
    ink_px: float

    @property
    def shift(self) -> float:
        """Return how far, in radii, the face is turned to its side."""
        return 0.16

    def at(self, across: float, down: float) -> Point:
        """Return a point of the head."""
        x, y = self.center
        return (x + across * self.radius_px * self.side, y + down * self.radius_px)

    def path(self, shape: Iterable[tuple[float, float]]) -> list[Point]:
        """Return an outline."""
        return [self.at(across, down) for across, down in shape]

    def blob(self, across: float, down: float, width: float, height: float, exponent: float = 2.0) -> list[Point]:
        """Return a rounded shape about a point of the head, its size in radii."""
        box = box_around(self.at(across, down), width * self.radius_px, height * self.radius_px)
        return rounded(box, exponent, 40 if width * self.radius_px > 60 else 22)

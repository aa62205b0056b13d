"""The notes that say that a balloon is sung: drawn, not written, so that nobody reads them out."""

from .curve import number, pair
from .geometry import Box, Point
from .model import Stroke


def notes_in_corners(box: Box, size_px: float) -> tuple[Stroke, ...]:
    """Return the two notes that say that a balloon is sung."""
    inset = 0.5 * size_px
    places = ((box.left + inset, box.top + inset * 1.1), (box.right - inset, box.bottom - inset * 0.7))
    return tuple(Stroke(_note(place, 0.62 * size_px), "ink") for place in places)


def _note(foot: Point, size: float) -> str:
    """Return an eighth note whose head is at `foot`."""
    x, y = foot
    rx, ry = number(size * 0.34), number(size * 0.26)
    stem = x + size * 0.32
    head = f"M{pair((x - size * 0.34, y))}A{rx} {ry} -20 1 1 {pair((x + size * 0.34, y))}A{rx} {ry} -20 1 1 {pair((x - size * 0.34, y))}Z"
    flag = (
        f"M{pair((stem - size * 0.1, y))}L{pair((stem - size * 0.1, y - size * 1.35))}"
        f"Q{pair((stem + size * 0.1, y - size * 1.0))} {pair((stem + size * 0.5, y - size * 0.85))}"
        f"Q{pair((stem + size * 0.55, y - size * 0.6))} {pair((stem + size * 0.4, y - size * 0.4))}"
        f"Q{pair((stem + size * 0.42, y - size * 0.75))} {pair((stem, y - size * 0.92))}L{pair((stem, y))}Z"
    )
    return head + flag

"""Effects and titles: large letters without an outline, wherever the balloons leave room."""

from collections.abc import Sequence
from math import cos, radians, sin

from .fitting import Block, Fitted
from .frame import Frame
from .geometry import Box, box_around
from .manner import Manner

_SHRINKING = (1.0, 0.85, 0.72, 0.6, 0.5, 0.4, 0.33)
_CLEAR = 0.9
TURN_DEGREES = -6.0
"""How an effect is turned: rising as it is read."""


def turn_of(manner: Manner, *, is_vertical: bool) -> float:
    """Return how far the letters are turned, clockwise."""
    return TURN_DEGREES if manner.kind == "sfx" and not is_vertical else 0.0


def place_loosely(
    fitted: Fitted, manner: Manner, frame: Frame, taken: Sequence[Box], scale: float, *, progress: float, is_last: bool
) -> tuple[Box, Block, float] | None:
    """Return box, lines and size of the letters, or None if there is no room."""
    area = frame.inside(frame.size_px * 0.4)
    turn = radians(abs(turn_of(manner, is_vertical=fitted.is_vertical)))
    covering: tuple[float, Box, Block, float] | None = None
    for shrunk in _SHRINKING:
        size_px = frame.size_px * manner.size * scale * shrunk
        for block in fitted.blocks:
            across, down = block.width * size_px, block.height * size_px
            width, height = across * cos(turn) + down * sin(turn), down * cos(turn) + across * sin(turn)
            if width > area.width or height > area.height:
                continue
            covered, box = _best(area, width, height, manner, frame, taken, progress)
            if not covered:
                return (box, block, size_px)
            if covering is None or covered < covering[0]:
                covering = (covered, box, block, size_px)
    if not is_last or covering is None:
        return None
    return covering[1:]


def _best(
    area: Box, width: float, height: float, manner: Manner, frame: Frame, taken: Sequence[Box], progress: float
) -> tuple[float, Box]:
    """Return the best place, and how much of other lettering it covers."""
    is_title = manner.kind == "title"
    wanted_x = frame.width / 2 if is_title else frame.onwards(0.3 + 0.4 * progress)
    wanted_y = frame.height * (0.36 if is_title else 0.42 + 0.28 * progress)
    gap = frame.size_px * 0.25
    zones = frame.zones()
    least, best = (float("inf"), float("inf")), area
    for column in (4,) if is_title else range(9):
        x = area.left + width / 2 + (area.width - width) * column / 8
        for row in range(11):
            y = area.top + height / 2 + (area.height - height) * row / 10
            box = box_around((x, y), width, height)
            roomy = box.grown(gap)
            covered = sum(roomy.overlap(other) for other in taken)
            hidden = sum(box.overlap(zone) for zone in zones) / (width * height)
            cost = abs(x - wanted_x) / frame.width + abs(y - wanted_y) / frame.height + _CLEAR * hidden
            if (covered, cost) < least:
                least, best = (covered, cost), box
    return least[0], best

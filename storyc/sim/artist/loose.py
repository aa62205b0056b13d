"""Sound effects and letters in the art: no reading order, only a free place."""

from collections.abc import Iterator, Sequence

from .balloons import body_of
from .brief import Lettering
from .canvas import turned_size
from .desk import Attempt, Desk, Placed, obstacles, voice_of
from .geometry import Box
from .hand import Hand

_EFFECT_SIZE, _SIGN_SIZE = 3.4, 1.5
_TILTS = (-9.0, -6.0, 5.0, 8.0)
_EFFECT_HEIGHTS = (0.62, 0.78, 0.45, 0.95, 0.3, 0.12, 0.0, 1.0)
_SIGN_HEIGHTS = (0.22, 0.1, 0.34, 0.46, 0.6, 0.0, 0.75, 0.9, 1.0)
_SIDES = (0.9, 0.1, 0.5, 0.3, 0.7, 0.0, 1.0)


def place_loosely(lettering: Lettering, desk: Desk, attempt: Attempt, taken: Sequence[Box]) -> Placed | None:
    """Return an effect or a sign as large as there is room for, where nothing else stands; None if there is no room."""
    hand = Hand("loose", lettering.text, len(taken))
    is_mirrored = hand.has(0.5)
    tilt = hand.pick(_TILTS) if lettering.kind == "effect" else 0.0
    filled = (*taken, *obstacles(desk, attempt))
    for share in (0.4, 0.3) if attempt.is_last else (1.0, 0.75, 0.55, 0.4):
        placed = _sized(lettering, desk, attempt, share, tilt)
        for spot in _spots(lettering, desk.frame, placed.box, is_mirrored=is_mirrored):
            if not any(spot.grown(attempt.gap_px * 0.3).overlaps(box) for box in filled):
                return Placed(lettering, placed.body, placed.block, spot, spot, placed.degrees)
    return None


def _sized(lettering: Lettering, desk: Desk, attempt: Attempt, share: float, tilt: float) -> Placed:
    """Return the lettering at one of its sizes, its box at the origin."""
    body, voice, is_effect = body_of(lettering), voice_of(lettering), lettering.kind == "effect"
    largest = attempt.size_px * body.size * (_EFFECT_SIZE if is_effect else _SIGN_SIZE)
    least = min(attempt.size_px, 9 * desk.unit)
    size = max(largest * share, least)
    widest = desk.frame.width * (0.74 if is_effect else 0.5)
    size = max(least, size * min(1.0, 0.96 * widest / max(1.0, desk.setter.longest_px(lettering.text, size, voice))))
    block = desk.setter.block(lettering.text, size, max(size, widest), voice=voice, max_lines=attempt.max_lines)
    degrees = tilt if len(block.lines) <= 2 else 0.0
    rim = size * 0.35 if is_effect else 0.0
    width, height = body.around(block.width_px + rim, block.height_px + rim, size)
    width, height = turned_size(width, height, degrees)
    box = Box(0, 0, width, height)
    return Placed(lettering, body, block, box, box, degrees)


def _spots(lettering: Lettering, frame: Box, box: Box, *, is_mirrored: bool) -> Iterator[Box]:
    if box.width > frame.width or box.height > frame.height:
        return
    for down in _EFFECT_HEIGHTS if lettering.kind == "effect" else _SIGN_HEIGHTS:
        for side in _SIDES:
            across = 1 - side if is_mirrored else side
            x, y = (frame.width - box.width) * across, (frame.height - box.height) * down
            yield box.moved(frame.left + x, frame.top + y)

"""Eyes, brows and mouths."""

from math import cos, pi, sin

from .canvas import Canvas
from .colours import INK, WHITE, Rgb, luminance, mixed
from .geometry import Point, box_around, rounded
from .looks import Look, Mood
from .pose import Pose

_BLUSH = (226, 92, 80, 60)
_LIPS: Rgb = (132, 40, 44)
_PALE: Rgb = (250, 236, 220)
_EYE_Y = 0.06
_DETAILED_PX = 70
"""From this radius on, eyes have a white, an iris and a lid."""
_OPEN: dict[Mood, tuple[float, float]] = {"shout": (0.56, 0.46), "afraid": (0.24, 0.3), "soft": (0.16, 0.15)}
"""Width and height of an open mouth."""
_BROWS: dict[Mood, float] = {"angry": 0.12, "shout": 0.09, "sad": -0.12, "afraid": -0.1}
"""How far the brows are drawn together."""
_WIDE: dict[Mood, float] = {"afraid": 1.2, "shout": 1.15, "glad": 0.6, "soft": 0.75}
"""How far the eyes are open."""


def draw_face(canvas: Canvas, look: Look, pose: Pose) -> None:
    """Draw a face, turned a little to its side."""
    ink = INK if luminance(look.skin) > 0.3 else _PALE
    is_bearded = "beard" in look.extras
    for inward in (1, -1):
        across = pose.shift - 0.36 * inward
        _draw_small_eye(canvas, look, pose, across, ink)
        _draw_brow(canvas, pose, across, inward, ink)
        if not is_bearded and look.kind in {"person", "ghost"}:
            canvas.fill(pose.blob(pose.shift - 0.5 * inward, 0.36, 0.3, 0.17), _BLUSH)
    if look.kind in {"person", "ghost"}:
        nose = ((0.04, 0.16), (0.13, 0.34), (0.02, 0.37))
        canvas.line(pose.path((across + pose.shift, down) for across, down in nose), ink, pose.ink_px * 0.8)
    is_dark = is_bearded and luminance(look.hair_colour) < 0.5
    _draw_mouth(canvas, pose, _PALE if is_dark else ink)


def draw_eye(canvas: Canvas, center: Point, size_px: float, iris: Rgb, *, mood: Mood, ink_px: float) -> None:
    """Draw one large eye with its lid; `size_px` is half its width."""
    wide = _WIDE.get(mood, 0.95)
    canvas.shape(rounded(box_around(center, size_px * 2, size_px * 1.25 * wide), 1.9), WHITE, INK, ink_px)
    x, y = center
    radius = size_px * 0.5 * min(1.0, wide + 0.1)
    canvas.dot(center, radius, iris)
    canvas.dot(center, radius * 0.55, INK)
    canvas.dot((x - radius * 0.35, y - radius * 0.4), radius * 0.26, WHITE)
    arc = [pi + pi * step / 12 for step in range(13)]
    canvas.line([(x + size_px * cos(a), y + size_px * 0.68 * wide * sin(a)) for a in arc], INK, ink_px * 2)


def _draw_small_eye(canvas: Canvas, look: Look, pose: Pose, across: float, ink: Rgb) -> None:
    if pose.radius_px > _DETAILED_PX * canvas.unit:
        iris = mixed(look.hair_colour, (70, 110, 120), 0.5)
        center = pose.at(across, _EYE_Y)
        draw_eye(canvas, center, pose.radius_px * 0.2, iris, mood=pose.mood, ink_px=pose.ink_px)
    elif pose.mood == "glad":
        smile = ((across - 0.12, _EYE_Y + 0.05), (across, _EYE_Y - 0.09), (across + 0.12, _EYE_Y + 0.05))
        canvas.line(pose.path(smile), ink, pose.ink_px)
    else:
        canvas.fill(pose.blob(across, _EYE_Y, 0.17, 0.25 * _WIDE.get(pose.mood, 0.95)), ink)


def _draw_brow(canvas: Canvas, pose: Pose, across: float, inward: int, ink: Rgb) -> None:
    tilt = _BROWS.get(pose.mood, 0.0)
    y = _EYE_Y - 0.33 - 0.06 * (pose.mood in {"afraid", "shout"})
    canvas.line(
        pose.path(((across - 0.17 * inward, y - tilt), (across + 0.17 * inward, y + tilt))), ink, pose.ink_px * 1.2
    )


def _draw_mouth(canvas: Canvas, pose: Pose, ink: Rgb) -> None:
    if pose.mood in _OPEN:
        canvas.shape(pose.blob(pose.shift, 0.61, *_OPEN[pose.mood], 2.4), _LIPS, INK, pose.ink_px)
        return
    bend = {"glad": 0.14, "sad": -0.1, "angry": -0.08}.get(pose.mood, 0.03)
    curve = ((pose.shift + step / 15, 0.6 - bend / 2 + bend * (1 - (step / 3) ** 2)) for step in range(-3, 4))
    canvas.line(pose.path(curve), ink, pose.ink_px * 1.2)

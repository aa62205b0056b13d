"""The heads of those who are no people: animals and robots."""

from .canvas import Canvas
from .colours import INK, WHITE, Rgb, mixed
from .geometry import Point, box_around
from .looks import Kind, Look
from .pose import Pose, Shape

_EARS: dict[Kind, Shape] = {
    "rabbit": ((0.2, -0.7), (0.28, -2.1), (0.56, -2.2), (0.66, -0.6)),
    "dog": ((0.5, -0.8), (1.0, -0.76), (1.3, 0.1), (1.0, 0.4), (0.8, -0.1)),
    "cat": ((0.12, -0.8), (0.9, -1.62), (0.98, -0.3)),
    "fox": ((0.12, -0.8), (0.9, -1.72), (0.98, -0.3)),
}
_HOLLOWS: dict[Kind, Shape] = {
    "rabbit": ((0.34, -0.9), (0.38, -1.9), (0.54, -0.9)),
    "cat": ((0.4, -0.86), (0.8, -1.32), (0.84, -0.6)),
    "fox": ((0.4, -0.86), (0.8, -1.4), (0.84, -0.6)),
}
_PINK: Rgb = (240, 170, 170)
_SIGNAL: Rgb = (226, 80, 60)
_LENS: Rgb = (120, 236, 226)
_VISOR: Rgb = (44, 48, 60)


def draw_ears(canvas: Canvas, look: Look, pose: Pose) -> None:
    """Draw the ears of an animal."""
    for side in (-1, 1):
        if look.kind == "bear":
            canvas.shape(pose.blob(0.72 * side, -0.8, 0.76, 0.76), look.skin, INK, pose.ink_px)
        canvas.shape(_mirrored(_EARS.get(look.kind, ()), pose, side), look.skin, INK, pose.ink_px)
        canvas.fill(_mirrored(_HOLLOWS.get(look.kind, ()), pose, side), mixed(look.skin, _PINK, 0.6))


def _mirrored(shape: Shape, pose: Pose, side: int) -> list[Point]:
    return pose.path((across * side, down) for across, down in shape)


def draw_muzzle(canvas: Canvas, look: Look, pose: Pose) -> None:
    """Draw the snout of an animal."""
    canvas.fill(pose.blob(pose.shift, 0.5, 1.2, 0.8, 2.2), mixed(look.skin, WHITE, 0.7))
    canvas.fill(pose.path(((pose.shift - 0.13, 0.28), (pose.shift + 0.13, 0.28), (pose.shift, 0.42))), INK)
    if look.kind in {"cat", "fox", "rabbit"}:
        for side in (-1, 1):
            for end in (0.26, 0.54):
                whisker = ((pose.shift + 0.4 * side, 0.46), (pose.shift + 1.05 * side, end))
                canvas.line(pose.path(whisker), INK, pose.ink_px * 0.6)


def draw_robot_head(canvas: Canvas, look: Look, pose: Pose) -> None:
    """Draw the head of a robot."""
    radius, ink_px = pose.radius_px, pose.ink_px
    canvas.line(pose.path(((0, -0.9), (0, -1.3))), INK, ink_px * 1.4)
    canvas.dot(pose.at(0, -1.36), radius * 0.13, _SIGNAL)
    canvas.rectangle(box_around(pose.center, radius * 1.9, radius * 1.8), look.skin, INK, ink_px, radius * 0.25)
    canvas.rectangle(box_around(pose.at(0.06, -0.05), radius * 1.4, radius * 0.6), _VISOR, radius_px=radius * 0.2)
    for across in (-0.3, 0.42):
        canvas.dot(pose.at(across, -0.05), radius * 0.17, _LENS)
    for across in (-0.4, -0.13, 0.14, 0.41):
        canvas.line(pose.path(((across, 0.46), (across, 0.68))), INK, ink_px)

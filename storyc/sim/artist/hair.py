"""Hair and beards."""

from math import cos, pi, sin

from .canvas import Canvas
from .colours import INK, WHITE, mixed
from .looks import Look
from .pose import Pose, Shape

_CROWN: Shape = tuple((0.92 * cos(pi + pi * step / 14), 1.06 * sin(pi + pi * step / 14)) for step in range(15))
_FRINGE: Shape = (
    (0.84, -0.12), (0.72, -0.34), (0.5, -0.46), (0.3, -0.34), (0.1, -0.5), (-0.2, -0.3), (-0.5, -0.46), (-0.66, -0.2), (-0.84, 0.12),
)  # fmt: skip
_CROPPED: Shape = ((0.84, -0.2), (0.6, -0.56), (0.2, -0.5), (-0.2, -0.56), (-0.6, -0.4), (-0.7, -0.02), (-0.86, 0.16))
_UNDER_HOOD: Shape = ((-0.7, -0.42), (-0.35, -0.86), (0.5, -0.84), (0.75, -0.5), (0.3, -0.62), (0, -0.42), (-0.3, -0.6))
_CHEEK: Shape = ((-0.82, -0.2), (-0.5, 0.1), (-0.45, 0.9), (-0.72, 0.6), (-0.86, 0.2))
_BEARD: Shape = (
    (-0.86, 0.0), (-0.66, 0.3), (-0.36, 0.46), (0.0, 0.4), (0.3, 0.4), (0.6, 0.44), (0.78, 0.26), (0.86, 0.0),
    (0.82, 0.6), (0.56, 1.04), (0.2, 1.26), (-0.16, 1.26), (-0.58, 1.0), (-0.82, 0.6),
)  # fmt: skip


def draw_back_hair(canvas: Canvas, look: Look, pose: Pose) -> None:
    """Draw the hair behind a head."""
    match look.hair:
        case "long":
            blobs = [pose.blob(-0.12, 0.5, 2.2, 3.3, 3.2)]
        case "bob":
            blobs = [pose.blob(-0.06, 0.12, 2.3, 2.3, 3.0)]
        case "curls":
            angles = (pi * (0.9 + 1.2 * step / 10) for step in range(11))
            blobs = [pose.blob(cos(angle) * 0.86, sin(angle) * 0.9 - 0.05, 0.66, 0.66) for angle in angles]
        case "bun":
            blobs = [pose.blob(-0.25, -1.12, 0.85, 0.75)]
        case "braids":
            blobs = [pose.blob(side, 0.45 + knot * 0.36, 0.42, 0.46) for side in (-0.9, 0.86) for knot in range(4)]
        case "short" | "bald":
            blobs = []
    for blob in blobs:
        canvas.shape(blob, look.hair_colour, INK, pose.ink_px)


def draw_front_hair(canvas: Canvas, look: Look, pose: Pose) -> None:
    """Draw the hair over a forehead."""
    if "hood" in look.extras:
        canvas.shape(pose.path(_UNDER_HOOD), look.hair_colour, INK, pose.ink_px)
    elif look.hair != "bald":
        fringe = _CROPPED if look.hair == "short" else _FRINGE
        canvas.shape(pose.path((*_CROWN, *fringe)), look.hair_colour, INK, pose.ink_px)
        shine = ((-0.3, -0.78), (-0.05, -0.84), (0.2, -0.8))
        canvas.line(pose.path(shine), mixed(look.hair_colour, WHITE, 0.35), pose.ink_px * 1.2)


def draw_jaw(canvas: Canvas, look: Look, pose: Pose) -> None:
    """Draw the shade of a cheek, and a beard."""
    canvas.fill(pose.path(_CHEEK), (*mixed(look.skin, INK, 0.45), 60))
    if "beard" in look.extras:
        canvas.shape(pose.path(_BEARD), look.hair_colour, INK, pose.ink_px)

"""What is worn on a head."""

from collections.abc import Callable

from .canvas import Canvas
from .colours import INK, WHITE, Rgb, mixed
from .looks import Extra, Look
from .pose import Pose, Shape

_GOLD: Rgb = (232, 190, 70)
_MOUSTACHE: Shape = ((-0.24, 0.54), (0.06, 0.38), (0.26, 0.38), (0.56, 0.54), (0.16, 0.5))
_HAT: Shape = ((-0.78, -0.5), (-0.7, -1.3), (-0.2, -1.44), (0.1, -1.34), (0.5, -1.42), (0.76, -1.2), (0.8, -0.5))
_CAP: Shape = (
    (-0.9, -0.36), (-0.74, -0.9), (-0.2, -1.16), (0.5, -1.04), (0.86, -0.5), (1.4, -0.36), (1.3, -0.26), (0.6, -0.34),
)  # fmt: skip
_BEANIE: Shape = (
    (-0.96, -0.42), (-0.9, -0.86), (-0.62, -1.2), (-0.1, -1.32), (0.46, -1.22), (0.8, -0.9), (0.92, -0.42),
)  # fmt: skip
_CUFF: Shape = ((-1.0, -0.3), (-1.0, -0.66), (0.0, -0.76), (0.96, -0.66), (0.96, -0.3), (0.0, -0.4))
_DOME: Shape = (
    (-1.06, 0.24), (-1.1, -0.3), (-0.9, -0.92), (-0.4, -1.24), (0.2, -1.24), (0.76, -0.96), (0.98, -0.34), (0.3, -0.42), (-0.66, -0.3),
    (-0.74, 0.24),
)  # fmt: skip
_CROWN: Shape = ((-0.7, -0.7), (-0.84, -1.4), (-0.36, -1.06), (0, -1.5), (0.36, -1.06), (0.84, -1.4), (0.7, -0.7))


def draw_worn(canvas: Canvas, look: Look, pose: Pose) -> None:
    """Draw hats, glasses and the like."""
    for extra, draw in _DRAWN.items():
        if extra in look.extras:
            draw(canvas, look, pose)


def _moustache(canvas: Canvas, look: Look, pose: Pose) -> None:
    canvas.shape(pose.path(_MOUSTACHE), look.hair_colour, INK, pose.ink_px)


def _glasses(canvas: Canvas, look: Look, pose: Pose) -> None:
    frame_px = pose.ink_px * 1.3
    frame = mixed(INK, look.accent, 0.1)
    for across in (pose.shift - 0.37, pose.shift + 0.37):
        lens = pose.blob(across, 0.07, 0.58, 0.56)
        canvas.fill(lens, (*WHITE, 46))
        canvas.line([*lens, lens[0]], frame, frame_px)
    canvas.line(pose.path(((pose.shift - 0.09, 0.05), (pose.shift + 0.09, 0.05))), frame, frame_px)
    canvas.line(pose.path(((pose.shift - 0.66, 0.03), (-0.86, -0.04))), frame, frame_px)


def _eyepatch(canvas: Canvas, look: Look, pose: Pose) -> None:
    strap = mixed(INK, look.accent, 0.1)
    canvas.fill(pose.blob(pose.shift + 0.36, 0.06, 0.5, 0.46), strap)
    canvas.line(pose.path(((-0.8, -0.4), (pose.shift + 0.36, 0), (0.86, 0.1))), strap, pose.ink_px)


def _hat(canvas: Canvas, look: Look, pose: Pose) -> None:
    canvas.shape(pose.path(_HAT), look.hat_colour, INK, pose.ink_px)
    canvas.shape(pose.blob(0.02, -0.52, 2.6, 0.42, 2.2), look.hat_colour, INK, pose.ink_px)


def _cap(canvas: Canvas, look: Look, pose: Pose) -> None:
    canvas.shape(pose.path(_CAP), look.hat_colour, INK, pose.ink_px)


def _beanie(canvas: Canvas, look: Look, pose: Pose) -> None:
    canvas.shape(pose.blob(-0.05, -1.32, 0.46, 0.46), mixed(look.hat_colour, WHITE, 0.45), INK, pose.ink_px)
    canvas.shape(pose.path(_BEANIE), look.hat_colour, INK, pose.ink_px)
    canvas.shape(pose.path(_CUFF), mixed(look.hat_colour, WHITE, 0.2), INK, pose.ink_px)
    for across in (-0.5, -0.2, 0.1, 0.4, 0.7):
        canvas.line(
            pose.path(((across, -0.66), (across * 0.97, -0.42))), mixed(look.hat_colour, INK, 0.4), pose.ink_px * 0.8
        )


def _helmet(canvas: Canvas, look: Look, pose: Pose) -> None:
    canvas.shape(pose.path(_DOME), look.hat_colour, INK, pose.ink_px)
    shine = ((-0.6, -0.8), (-0.3, -1.02), (0.1, -1.08))
    canvas.line(pose.path(shine), mixed(look.hat_colour, WHITE, 0.5), pose.ink_px * 1.6)


def _crown(canvas: Canvas, look: Look, pose: Pose) -> None:
    canvas.shape(pose.path(_CROWN), mixed(_GOLD, look.accent, 0.1), INK, pose.ink_px)


_DRAWN: dict[Extra, Callable[[Canvas, Look, Pose], None]] = {
    "moustache": _moustache,
    "glasses": _glasses,
    "eyepatch": _eyepatch,
    "hat": _hat,
    "cap": _cap,
    "beanie": _beanie,
    "helmet": _helmet,
    "crown": _crown,
}

"""Heads, put together from the back to the front."""

from .beasts import draw_ears, draw_muzzle, draw_robot_head
from .canvas import Canvas
from .colours import INK
from .faces import draw_face
from .hair import draw_back_hair, draw_front_hair, draw_jaw
from .looks import Look
from .pose import Pose
from .worn import draw_worn


def draw_behind_body(canvas: Canvas, look: Look, pose: Pose) -> None:
    """Draw what hangs behind the shoulders."""
    if look.kind == "person":
        draw_back_hair(canvas, look, pose)


def draw_head(canvas: Canvas, look: Look, pose: Pose) -> None:
    """Draw a head, turned a little to its side."""
    match look.kind:
        case "robot":
            draw_robot_head(canvas, look, pose)
            return
        case "person":
            _draw_skull(canvas, look, pose, 1.72)
            draw_jaw(canvas, look, pose)
            draw_face(canvas, look, pose)
            draw_front_hair(canvas, look, pose)
        case "ghost":
            _draw_skull(canvas, look, pose, 1.72)
            draw_face(canvas, look, pose)
        case _:
            draw_ears(canvas, look, pose)
            _draw_skull(canvas, look, pose, 2.05)
            draw_muzzle(canvas, look, pose)
            draw_face(canvas, look, pose)
    draw_worn(canvas, look, pose)


def _draw_skull(canvas: Canvas, look: Look, pose: Pose, width: float) -> None:
    if "hood" in look.extras:
        canvas.shape(pose.blob(-0.12, -0.02, 2.25, 2.4, 2.4), look.clothes, INK, pose.ink_px)
    canvas.shape(pose.blob(0, 0, width, 2, 2.35), look.skin, INK, pose.ink_px)

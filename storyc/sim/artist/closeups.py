"""People so near that they are no figures any more: a back in the foreground, a pair of eyes."""

from math import cos, pi, sin

from .canvas import Canvas
from .colours import INK, Rgb, mixed
from .faces import draw_eye
from .geometry import Box, Point, box_around, rounded
from .looks import Mood, look_of
from .places import Stand

_INK_PX = 3.6


def draw_back(canvas: Canvas, stand: Stand, picture: Box, *, is_left: bool) -> None:
    """Draw somebody seen from behind, large, at one side of the picture."""
    look = look_of(stand.person)
    side, radius = (1 if is_left else -1), picture.height * 0.2
    middle = picture.at(0.12 if is_left else 0.88, 0.62)

    def at(across: float, down: float) -> Point:
        return (middle[0] + side * across * radius, middle[1] + down * radius)

    def blob(across: float, down: float, width: float, height: float, exponent: float) -> list[Point]:
        return rounded(box_around(at(across, down), width * radius, height * radius), exponent)

    shoulders = [at(-2, 4), at(-2, 1.3), at(-0.4, 0.8), at(0.6, 0.95), at(1.9, 1.7), at(2.2, 4)]
    canvas.shape(shoulders, mixed(look.clothes, INK, 0.35), INK, _INK_PX)
    canvas.shape(blob(0.85, 0.15, 0.35, 0.5, 2), mixed(look.skin, INK, 0.2), INK, _INK_PX)
    crown = look.skin if look.hair == "bald" else look.hair_colour
    canvas.shape(blob(0, 0, 1.9, 2.2, 2.4), mixed(crown, INK, 0.25), INK, _INK_PX)
    for step in range(5):
        lean = -0.5 + step * 0.25
        canvas.line([at(lean, -0.9), at(lean * 1.4, 0.3)], mixed(crown, INK, 0.45))
    if "hat" in look.extras:
        canvas.shape(blob(0, -0.75, 1.7, 1.3, 3), look.hat_colour, INK, _INK_PX)
        canvas.shape(blob(0, -0.35, 2.8, 0.5, 2.2), look.hat_colour, INK, _INK_PX)


def draw_eyes(canvas: Canvas, stand: Stand, mood: Mood, picture: Box) -> None:
    """Draw a face so near that only the eyes are seen."""
    look = look_of(stand.person)
    size = min(picture.width * 0.17, picture.height * 0.2)
    iris: Rgb = mixed(look.hair_colour, (70, 120, 130), 0.5)
    canvas.rectangle(picture, look.skin)
    for across, inward in ((0.27, 1), (0.73, -1)):
        x, y = picture.at(across, 0.58)
        canvas.oval(box_around((x, y + size * 0.1), size * 2.6, size * 2.0), (*mixed(look.skin, INK, 0.4), 50))
        draw_eye(canvas, (x, y), size, iris, mood="afraid" if mood == "calm" else mood, ink_px=4.0)
        if "glasses" in look.extras:
            lens = rounded(box_around((x, y), size * 2.7, size * 2.4), 2.3)
            canvas.line([*lens, lens[0]], INK, 7.0)
        brow = [(-1.1, -1.25), (0.0, -1.5), (0.9, -1.15)]
        canvas.line([(x + inward * a * size, y + d * size) for a, d in brow], mixed(look.hair_colour, INK, 0.3), 12.0)
    x, y = picture.at(0.5, 0.58)
    nose = [(x - size * 0.25, y + size * 0.9), (x - size * 0.36, y + size * 1.7), (x + size * 0.1, y + size * 1.8)]
    canvas.line(nose, mixed(look.skin, INK, 0.55), 4.0)
    if look.hair != "bald":
        tips = [picture.at(step / 16, 0.2 + 0.1 * abs(sin(step * 1.9)) + 0.03 * cos(step * pi)) for step in range(17)]
        canvas.shape([picture.at(0, 0), *tips, picture.at(1, 0)], look.hair_colour, INK, 4.0)

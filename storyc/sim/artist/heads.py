"""Heads: hair, face and what is worn on them, about a centre and a radius (half the height of the head)."""

from math import cos, pi, sin

from msgspec import Struct

from .canvas import Canvas
from .colours import INK, WHITE, Rgb, luminance, mixed
from .geometry import Point, box_around, rounded
from .looks import Look, Mood

_BLUSH = (226, 92, 80, 60)


class Pose(Struct, frozen=True, gc=False):
    """Where a head is and where it looks."""

    center: Point
    radius_px: float
    side: int
    """1 if it looks to the right, -1 to the left, 0 straight on."""
    mood: Mood
    ink_px: float

    def at(self, across: float, down: float) -> Point:
        """Return a point of the head; one is the radius, and `across` grows in the direction of the look."""
        x, y = self.center
        return (x + across * self.radius_px * (self.side or 1), y + down * self.radius_px)


def draw_head(canvas: Canvas, look: Look, pose: Pose) -> None:
    """Draw a head, turned a little to its side."""
    if look.kind == "robot":
        _draw_robot_head(canvas, look, pose)
        return
    is_animal = look.kind not in {"person", "ghost"}
    if not is_animal and look.kind != "ghost":
        _draw_back_hair(canvas, look, pose)
    if "hood" in look.extras:
        hood = rounded(box_around(pose.at(-0.12, -0.02), pose.radius_px * 2.25, pose.radius_px * 2.4), 2.4)
        canvas.shape(hood, look.clothes, INK, pose.ink_px)
    if is_animal:
        _draw_ears(canvas, look, pose)
    skull = rounded(box_around(pose.center, pose.radius_px * (2.05 if is_animal else 1.72), pose.radius_px * 2), 2.35)
    canvas.shape(skull, look.skin, INK, pose.ink_px)
    if is_animal:
        _draw_muzzle(canvas, look, pose)
    else:
        _draw_jaw(canvas, look, pose)
    _draw_face(canvas, look, pose)
    if not is_animal and look.kind != "ghost":
        _draw_front_hair(canvas, look, pose)
    _draw_worn(canvas, look, pose)


def draw_eye(canvas: Canvas, center: Point, size_px: float, iris: Rgb, *, mood: Mood, ink_px: float) -> None:
    """Draw one large eye with its lid."""
    wide = {"afraid": 1.2, "shout": 1.15, "glad": 0.6, "soft": 0.75}.get(mood, 0.95)
    white = rounded(box_around(center, size_px * 2, size_px * 1.25 * wide), 1.9)
    canvas.shape(white, WHITE, INK, ink_px)
    x, y = center
    radius = size_px * 0.5 * min(1.0, wide + 0.1)
    canvas.dot(center, radius, iris)
    canvas.dot(center, radius * 0.55, INK)
    canvas.dot((x - radius * 0.35, y - radius * 0.4), radius * 0.26, WHITE)
    lid = [
        (x + size_px * cos(pi + pi * step / 12), y + size_px * 0.68 * wide * sin(pi + pi * step / 12))
        for step in range(13)
    ]
    canvas.line(lid, INK, ink_px * 2)


def _draw_face(canvas: Canvas, look: Look, pose: Pose) -> None:
    radius = pose.radius_px
    ink: Rgb = INK if luminance(look.skin) > 0.3 else (250, 240, 226)
    spread, shift = 0.36, 0.16 if pose.side else 0.0
    eye_y = 0.06
    big = radius > 70 * canvas.unit
    for place in (shift - spread, shift + spread):
        center = pose.at(place, eye_y)
        if big:
            iris = mixed(look.hair_colour, (70, 110, 120), 0.5)
            draw_eye(canvas, center, radius * 0.2, iris, mood=pose.mood, ink_px=pose.ink_px)
        elif pose.mood == "glad":
            canvas.line(
                [
                    pose.at(place - 0.12, eye_y + 0.05),
                    pose.at(place, eye_y - 0.09),
                    pose.at(place + 0.12, eye_y + 0.05),
                ],
                ink,
                pose.ink_px,
            )
        else:
            tall = {"afraid": 0.2, "shout": 0.18, "soft": 0.1}.get(pose.mood, 0.15)
            canvas.oval(box_around(center, radius * 0.17, radius * tall * 1.6), ink)
        tilt = {"angry": 0.12, "shout": 0.09, "sad": -0.12, "afraid": -0.1}.get(pose.mood, 0.0)
        inward = 1 if place < shift else -1
        brow_y = eye_y - (0.34 if big else 0.3) - (0.06 if pose.mood in {"afraid", "shout"} else 0)
        canvas.line(
            [pose.at(place - 0.17 * inward, brow_y - tilt), pose.at(place + 0.17 * inward, brow_y + tilt)],
            ink,
            pose.ink_px * 1.2,
        )
    if look.kind in {"person", "ghost"}:
        canvas.line(
            [pose.at(shift + 0.04, 0.16), pose.at(shift + 0.13, 0.34), pose.at(shift + 0.02, 0.37)],
            ink,
            pose.ink_px * 0.8,
        )
        for place in (shift - 0.5, shift + 0.5):
            canvas.oval(box_around(pose.at(place, 0.36), radius * 0.3, radius * 0.17), _BLUSH)
    _draw_mouth(canvas, pose, shift, ink)


def _draw_mouth(canvas: Canvas, pose: Pose, shift: float, ink: Rgb) -> None:
    radius, y = pose.radius_px, 0.6
    match pose.mood:
        case "shout":
            canvas.shape(
                rounded(box_around(pose.at(shift, y + 0.02), radius * 0.56, radius * 0.46), 2.4),
                (132, 40, 44),
                INK,
                pose.ink_px,
            )
        case "afraid":
            canvas.shape(
                rounded(box_around(pose.at(shift, y), radius * 0.24, radius * 0.3)), (132, 40, 44), INK, pose.ink_px
            )
        case "soft":
            canvas.shape(
                rounded(box_around(pose.at(shift, y), radius * 0.16, radius * 0.15)), (132, 40, 44), INK, pose.ink_px
            )
        case "glad":
            canvas.line(
                [pose.at(shift + across / 10, y - 0.02 + 0.14 * (1 - (across / 3) ** 2)) for across in range(-3, 4)],
                ink,
                pose.ink_px * 1.2,
            )
        case "sad" | "angry":
            canvas.line(
                [pose.at(shift + across / 12, y + 0.08 - 0.1 * (1 - (across / 3) ** 2)) for across in range(-3, 4)],
                ink,
                pose.ink_px * 1.2,
            )
        case _:
            canvas.line(
                [pose.at(shift - 0.17, y), pose.at(shift, y + 0.03), pose.at(shift + 0.17, y - 0.01)],
                ink,
                pose.ink_px * 1.2,
            )


def _draw_back_hair(canvas: Canvas, look: Look, pose: Pose) -> None:
    radius, colour = pose.radius_px, look.hair_colour
    match look.hair:
        case "long":
            canvas.shape(
                rounded(box_around(pose.at(-0.12, 0.5), radius * 2.2, radius * 3.3), 3.2), colour, INK, pose.ink_px
            )
        case "bob":
            canvas.shape(
                rounded(box_around(pose.at(-0.06, 0.12), radius * 2.3, radius * 2.3), 3.0), colour, INK, pose.ink_px
            )
        case "curls":
            for step in range(11):
                angle = pi * (0.9 + 1.2 * step / 10)
                canvas.shape(
                    rounded(
                        box_around(pose.at(cos(angle) * 0.86, sin(angle) * 0.9 - 0.05), radius * 0.66, radius * 0.66),
                        2,
                        14,
                    ),
                    colour,
                    INK,
                    pose.ink_px,
                )
        case "bun":
            canvas.shape(
                rounded(box_around(pose.at(-0.25, -1.12), radius * 0.85, radius * 0.75)), colour, INK, pose.ink_px
            )
        case "braids":
            for side in (-0.9, 0.86):
                for knot in range(4):
                    canvas.shape(
                        rounded(box_around(pose.at(side, 0.45 + knot * 0.36), radius * 0.42, radius * 0.46), 2, 14),
                        colour,
                        INK,
                        pose.ink_px,
                    )
        case "short" | "bald":
            pass


def _draw_front_hair(canvas: Canvas, look: Look, pose: Pose) -> None:
    if look.hair == "bald" or "hood" in look.extras:
        if "hood" in look.extras:
            canvas.shape(
                [
                    pose.at(-0.7, -0.42),
                    pose.at(-0.35, -0.86),
                    pose.at(0.5, -0.84),
                    pose.at(0.75, -0.5),
                    pose.at(0.3, -0.62),
                    pose.at(0, -0.42),
                    pose.at(-0.3, -0.6),
                ],
                look.hair_colour,
                INK,
                pose.ink_px,
            )
        return
    crown = [pose.at(0.92 * cos(angle), 1.06 * sin(angle)) for angle in (pi + pi * step / 14 for step in range(15))]
    fringe = [
        (0.84, -0.12),
        (0.72, -0.34),
        (0.5, -0.46),
        (0.3, -0.34),
        (0.1, -0.5),
        (-0.2, -0.3),
        (-0.5, -0.46),
        (-0.66, -0.2),
        (-0.84, 0.12),
    ]
    if look.hair == "short":
        fringe = [(0.84, -0.2), (0.6, -0.56), (0.2, -0.5), (-0.2, -0.56), (-0.6, -0.4), (-0.7, -0.02), (-0.86, 0.16)]
    canvas.shape([*crown, *(pose.at(*point) for point in fringe)], look.hair_colour, INK, pose.ink_px)
    shine = mixed(look.hair_colour, WHITE, 0.35)
    canvas.line([pose.at(-0.3, -0.78), pose.at(-0.05, -0.84), pose.at(0.2, -0.8)], shine, pose.ink_px * 1.2)


def _draw_jaw(canvas: Canvas, look: Look, pose: Pose) -> None:
    shade = (*mixed(look.skin, INK, 0.45), 60)
    canvas.fill(
        [pose.at(-0.82, -0.2), pose.at(-0.5, 0.1), pose.at(-0.45, 0.9), pose.at(-0.72, 0.6), pose.at(-0.86, 0.2)], shade
    )
    if "beard" in look.extras:
        beard = [
            pose.at(-0.84, 0.1),
            pose.at(-0.6, 0.42),
            pose.at(0.14, 0.4),
            pose.at(0.7, 0.4),
            pose.at(0.84, 0.1),
            pose.at(0.72, 0.75),
            pose.at(0.3, 1.24),
            pose.at(-0.1, 1.3),
            pose.at(-0.62, 0.95),
        ]
        canvas.shape(beard, look.hair_colour, INK, pose.ink_px)


def _draw_worn(canvas: Canvas, look: Look, pose: Pose) -> None:
    radius, ink_px = pose.radius_px, pose.ink_px
    shift = 0.16 if pose.side else 0.0
    if "moustache" in look.extras:
        canvas.shape(
            [
                pose.at(shift - 0.4, 0.54),
                pose.at(shift - 0.1, 0.38),
                pose.at(shift + 0.1, 0.38),
                pose.at(shift + 0.4, 0.54),
                pose.at(shift, 0.5),
            ],
            look.hair_colour,
            INK,
            ink_px,
        )
    if "glasses" in look.extras:
        for place in (shift - 0.37, shift + 0.37):
            lens = rounded(box_around(pose.at(place, 0.07), radius * 0.58, radius * 0.56))
            canvas.fill(lens, (255, 255, 255, 90))
            canvas.line([*lens, lens[0]], INK, ink_px * 1.3)
        canvas.line([pose.at(shift - 0.09, 0.05), pose.at(shift + 0.09, 0.05)], INK, ink_px * 1.3)
        canvas.line([pose.at(shift - 0.66, 0.03), pose.at(-0.86, -0.04)], INK, ink_px * 1.3)
    if "eyepatch" in look.extras:
        canvas.oval(box_around(pose.at(shift + 0.36, 0.06), radius * 0.5, radius * 0.46), INK)
        canvas.line([pose.at(-0.8, -0.4), pose.at(shift + 0.36, 0), pose.at(0.86, 0.1)], INK, ink_px)
    if "hat" in look.extras:
        canvas.shape(
            [
                pose.at(-0.78, -0.5),
                pose.at(-0.7, -1.3),
                pose.at(-0.2, -1.44),
                pose.at(0.1, -1.34),
                pose.at(0.5, -1.42),
                pose.at(0.76, -1.2),
                pose.at(0.8, -0.5),
            ],
            _hat(look),
            INK,
            ink_px,
        )
        canvas.shape(
            rounded(box_around(pose.at(0.02, -0.52), radius * 2.6, radius * 0.42), 2.2), _hat(look), INK, ink_px
        )
    if "cap" in look.extras:
        canvas.shape(
            [
                pose.at(-0.9, -0.36),
                pose.at(-0.74, -0.9),
                pose.at(-0.2, -1.16),
                pose.at(0.5, -1.04),
                pose.at(0.86, -0.5),
                pose.at(1.4, -0.36),
                pose.at(1.3, -0.26),
                pose.at(0.6, -0.34),
            ],
            look.accent,
            INK,
            ink_px,
        )
    if "crown" in look.extras:
        canvas.shape(
            [
                pose.at(across, down)
                for across, down in (
                    (-0.7, -0.7),
                    (-0.84, -1.4),
                    (-0.36, -1.06),
                    (0, -1.5),
                    (0.36, -1.06),
                    (0.84, -1.4),
                    (0.7, -0.7),
                )
            ],
            (232, 190, 70),
            INK,
            ink_px,
        )


def _hat(look: Look) -> Rgb:
    return mixed(look.clothes, (40, 36, 44), 0.6)


def _draw_ears(canvas: Canvas, look: Look, pose: Pose) -> None:
    inner = mixed(look.skin, (240, 170, 170), 0.6)
    for side in (-1, 1):
        match look.kind:
            case "rabbit":
                ear, hollow = (
                    ((0.2, -0.7), (0.28, -2.1), (0.56, -2.2), (0.66, -0.6)),
                    ((0.34, -0.9), (0.38, -1.9), (0.54, -0.9)),
                )
            case "dog":
                ear, hollow = ((0.5, -0.8), (1.0, -0.76), (1.3, 0.1), (1.0, 0.4), (0.8, -0.1)), ()
            case "bear":
                canvas.shape(
                    rounded(box_around(pose.at(0.72 * side, -0.8), pose.radius_px * 0.76, pose.radius_px * 0.76)),
                    look.skin,
                    INK,
                    pose.ink_px,
                )
                continue
            case _:
                ear, hollow = ((0.12, -0.8), (0.9, -1.62), (0.98, -0.3)), ((0.4, -0.86), (0.8, -1.32), (0.84, -0.6))
        canvas.shape([pose.at(across * side, down) for across, down in ear], look.skin, INK, pose.ink_px)
        canvas.fill([pose.at(across * side, down) for across, down in hollow], inner)


def _draw_muzzle(canvas: Canvas, look: Look, pose: Pose) -> None:
    shift = 0.16 if pose.side else 0.0
    pale = mixed(look.skin, WHITE, 0.7)
    canvas.fill(rounded(box_around(pose.at(shift, 0.5), pose.radius_px * 1.2, pose.radius_px * 0.8), 2.2), pale)
    canvas.fill([pose.at(shift - 0.13, 0.28), pose.at(shift + 0.13, 0.28), pose.at(shift, 0.42)], INK)
    if look.kind in {"cat", "fox", "rabbit"}:
        for side in (-1, 1):
            for lift in (-0.08, 0.06):
                canvas.line(
                    [pose.at(shift + 0.4 * side, 0.46), pose.at(shift + 1.05 * side, 0.42 + lift * 2)],
                    INK,
                    pose.ink_px * 0.6,
                )


def _draw_robot_head(canvas: Canvas, look: Look, pose: Pose) -> None:
    radius, ink_px = pose.radius_px, pose.ink_px
    canvas.line([pose.at(0, -0.9), pose.at(0, -1.3)], INK, ink_px * 1.4)
    canvas.dot(pose.at(0, -1.36), radius * 0.13, (226, 80, 60))
    canvas.rectangle(box_around(pose.center, radius * 1.9, radius * 1.8), look.skin, INK, ink_px, radius * 0.25)
    canvas.rectangle(box_around(pose.at(0.06, -0.05), radius * 1.4, radius * 0.6), (44, 48, 60), None, 1, radius * 0.2)
    for place in (-0.3, 0.42):
        canvas.dot(pose.at(place, -0.05), radius * 0.17, (120, 236, 226))
    for place in (-0.4, -0.13, 0.14, 0.41):
        canvas.line([pose.at(place, 0.46), pose.at(place, 0.68)], INK, ink_px)

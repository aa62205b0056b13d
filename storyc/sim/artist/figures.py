"""People as mannequins: a body in the colours of the dress, a head, a few gestures."""

from collections.abc import Callable
from math import cos, pi, sin

from .camera import Stand
from .canvas import Canvas
from .colours import INK, Rgb, mixed
from .geometry import Box, Point, box_around, rounded
from .hand import Hand
from .heads import Pose, draw_eye, draw_head
from .looks import Look, Mood, look_of

_SOLE: Rgb = (62, 54, 58)


def draw_figure(canvas: Canvas, stand: Stand, mood: Mood, hand: Hand) -> None:
    """Draw a person where she stands, from the shadow at her feet to her head."""
    look = look_of(stand.person)
    ink_px = min(4.0, max(1.3, stand.height_px / canvas.unit / 230))
    side = 1 if stand.is_facing_right else -1
    height = stand.height_px

    def at(across: float, up: float) -> Point:
        return (stand.x + across * height * side, stand.feet_y - up * height)

    x, y = stand.head
    pose = Pose((x, y), stand.head_radius_px, side, mood, ink_px)
    shoulder = 1 - 2 * stand.head_radius_px / height - 0.025
    canvas.oval(box_around((stand.x, stand.feet_y), height * 0.42, height * 0.05), (*INK, 60))
    if look.kind == "ghost":
        _draw_sheet(canvas, look, at, ink_px)
    else:
        _draw_legs(canvas, look, at, shoulder, ink_px)
        _draw_torso(canvas, look, at, shoulder, ink_px)
        _draw_arms(canvas, look, at, shoulder, ink_px, mood, hand)
        neck = Box(
            x - height * 0.03,
            stand.feet_y - (shoulder + 0.04) * height,
            x + height * 0.03,
            stand.feet_y - (shoulder - 0.015) * height,
        )
        canvas.rectangle(neck, mixed(look.skin, INK, 0.12))
        if "scarf" in look.extras:
            canvas.shape(
                rounded(box_around(at(0.005, shoulder + 0.005), height * 0.13, height * 0.055), 2.6),
                look.accent,
                INK,
                ink_px,
            )
    draw_head(canvas, look, pose)


At = Callable[[float, float], Point]


def _draw_legs(canvas: Canvas, look: Look, at: At, shoulder: float, ink_px: float) -> None:
    trousers = mixed(look.clothes, (44, 46, 66), 0.62)
    hip = shoulder * 0.52
    for foot, knee in ((-0.075, -0.06), (0.075, 0.065)):
        near = 0.012 if foot > 0 else -0.012
        leg = [
            at(near - 0.05, hip),
            at(knee - 0.035, hip / 2),
            at(foot - 0.03, 0.02),
            at(foot + 0.03, 0.02),
            at(knee + 0.04, hip / 2),
            at(near + 0.06, hip),
        ]
        canvas.shape(leg, trousers, INK, ink_px)
        canvas.shape(
            [
                at(foot - 0.035, 0.03),
                at(foot - 0.035, 0),
                at(foot + 0.075, 0),
                at(foot + 0.06, 0.025),
                at(foot + 0.03, 0.035),
            ],
            _SOLE,
            INK,
            ink_px,
        )


def _draw_torso(canvas: Canvas, look: Look, at: At, shoulder: float, ink_px: float) -> None:
    hem = shoulder * 0.44
    coat = [
        at(-0.03, shoulder + 0.005), at(-0.105, shoulder - 0.02), at(-0.12, shoulder - 0.07), at(-0.1, shoulder * 0.68), at(-0.13, hem),
        at(-0.05, hem - 0.012), at(0.05, hem - 0.012), at(0.13, hem), at(0.1, shoulder * 0.68), at(0.12, shoulder - 0.07), at(0.105, shoulder - 0.02), at(0.03, shoulder + 0.005),
    ]  # fmt: skip
    canvas.shape(coat, look.clothes, INK, ink_px)
    shade = (*mixed(look.clothes, INK, 0.6), 80)
    canvas.fill(
        [
            at(-0.1, shoulder - 0.03),
            at(-0.05, shoulder * 0.7),
            at(-0.07, hem),
            at(-0.125, hem),
            at(-0.096, shoulder * 0.68),
            at(-0.115, shoulder - 0.07),
        ],
        shade,
    )
    canvas.line([at(0.012, shoulder - 0.02), at(0.02, shoulder * 0.7), at(0.025, hem)], INK, ink_px * 0.8)
    canvas.line(
        [at(-0.04, shoulder + 0.003), at(0.012, shoulder - 0.05), at(0.05, shoulder + 0.003)], look.accent, ink_px * 2.2
    )
    canvas.line([at(-0.06, hem + 0.06), at(-0.03, hem + 0.055)], INK, ink_px * 0.8)
    canvas.line([at(0.05, hem + 0.055), at(0.085, hem + 0.06)], INK, ink_px * 0.8)


def _draw_arms(canvas: Canvas, look: Look, at: At, shoulder: float, ink_px: float, mood: Mood, hand: Hand) -> None:
    lift = hand.between(-0.02, 0.02)
    hanging = (0.15 + lift, shoulder * 0.66, 0.14, shoulder * 0.46)
    raised = (0.18, shoulder * 0.74, 0.24, shoulder * 0.98)
    spread = (0.2, shoulder * 0.72, 0.27, shoulder * 0.8 + lift)
    bent = (0.155, shoulder * 0.68, 0.06, shoulder * 0.66 + lift)
    match mood:
        case "shout" | "afraid":
            front, back = raised, spread
        case "think" | "soft":
            front, back = (0.16, shoulder * 0.7, 0.075, shoulder * 0.93), bent
        case _:
            front, back = hand.pick((hanging, bent, spread)), hanging
    for side, (elbow, elbow_up, wrist, wrist_up) in ((-1, back), (1, front)):
        upper = at(0.095 * side, shoulder - 0.045)
        middle, end = at(elbow * side, elbow_up), at(wrist * side, wrist_up)
        sleeve = abs(at(0.06, 0)[0] - at(0, 0)[0]) / canvas.unit
        canvas.line([upper, middle, end], INK, sleeve + 2 * ink_px)
        canvas.dot(end, sleeve * canvas.unit * 0.5 + ink_px * canvas.unit, INK)
        canvas.dot(end, sleeve * canvas.unit * 0.5, look.skin if look.kind != "robot" else (120, 126, 136))
        short = (middle[0] + (end[0] - middle[0]) * 0.8, middle[1] + (end[1] - middle[1]) * 0.8)
        canvas.line([upper, middle, short], mixed(look.clothes, INK, 0.08 if side > 0 else 0.2), sleeve)


def _draw_sheet(canvas: Canvas, look: Look, at: At, ink_px: float) -> None:
    hem = [at(-0.2 + 0.05 * step, 0.12 if step % 2 else 0.06) for step in range(9)]
    canvas.shape([at(-0.06, 0.86), at(-0.15, 0.6), *hem, at(0.15, 0.6), at(0.06, 0.86)], (*look.skin, 215), INK, ink_px)


def draw_back(canvas: Canvas, stand: Stand, picture: Box, *, is_left: bool) -> None:
    """Draw somebody seen from behind, large, at one side of the picture."""
    look = look_of(stand.person)
    side = 1 if is_left else -1
    radius = picture.height * 0.2
    x = picture.left + picture.width * (0.12 if is_left else 0.88)
    y = picture.top + picture.height * 0.62
    ink_px = 3.6
    back = [
        (x - side * radius * 2, picture.bottom + radius),
        (x - side * radius * 2, y + radius * 1.3),
        (x - side * radius * 0.4, y + radius * 0.8),
        (x + side * radius * 0.6, y + radius * 0.95),
        (x + side * radius * 1.9, y + radius * 1.7),
        (x + side * radius * 2.2, picture.bottom + radius),
    ]
    canvas.shape(back, mixed(look.clothes, INK, 0.35), INK, ink_px)
    canvas.shape(
        rounded(box_around((x + side * radius * 0.85, y + radius * 0.15), radius * 0.35, radius * 0.5)),
        mixed(look.skin, INK, 0.2),
        INK,
        ink_px,
    )
    crown = look.skin if look.hair == "bald" else look.hair_colour
    canvas.shape(rounded(box_around((x, y), radius * 1.9, radius * 2.2), 2.4), mixed(crown, INK, 0.25), INK, ink_px)
    for step in range(5):
        lean = -0.5 + step * 0.25
        canvas.line(
            [(x + lean * radius, y - radius * 0.9), (x + lean * radius * 1.4, y + radius * 0.3)],
            mixed(crown, INK, 0.45),
            2.0,
        )
    if "hat" in look.extras:
        canvas.shape(
            rounded(box_around((x, y - radius * 0.75), radius * 1.7, radius * 1.3), 3),
            mixed(look.clothes, (30, 28, 36), 0.7),
            INK,
            ink_px,
        )
        canvas.shape(
            rounded(box_around((x, y - radius * 0.35), radius * 2.8, radius * 0.5), 2.2),
            mixed(look.clothes, (30, 28, 36), 0.7),
            INK,
            ink_px,
        )


def draw_eyes(canvas: Canvas, stand: Stand, mood: Mood, picture: Box) -> None:
    """Draw a face so near that only the eyes are seen."""
    look = look_of(stand.person)
    skin: Rgb = look.skin
    canvas.rectangle(picture, skin)
    size = min(picture.width * 0.17, picture.height * 0.2)
    y = picture.top + picture.height * 0.58
    for place, lean in ((0.27, 1), (0.73, -1)):
        x = picture.left + picture.width * place
        canvas.oval(box_around((x, y + size * 0.1), size * 2.6, size * 2.0), (*mixed(skin, INK, 0.4), 50))
        draw_eye(
            canvas,
            (x, y),
            size,
            mixed(look.hair_colour, (70, 120, 130), 0.5),
            mood=mood if mood != "calm" else "afraid",
            ink_px=4.0,
        )
        if "glasses" in look.extras:
            lens = rounded(box_around((x, y), size * 2.7, size * 2.4), 2.3)
            canvas.line([*lens, lens[0]], INK, 7.0)
        brow = [(x - lean * size * 1.1, y - size * 1.25), (x, y - size * 1.5), (x + lean * size * 0.9, y - size * 1.15)]
        canvas.line(brow, mixed(look.hair_colour, INK, 0.3), 12.0)
    x, _ = picture.center
    canvas.line(
        [(x - size * 0.25, y + size * 0.9), (x - size * 0.36, y + size * 1.7), (x + size * 0.1, y + size * 1.8)],
        mixed(skin, INK, 0.55),
        4.0,
    )
    if look.hair != "bald":
        strands = [
            (
                picture.left + picture.width * step / 16,
                picture.top + picture.height * (0.2 + 0.1 * abs(sin(step * 1.9)) + 0.03 * cos(step * pi)),
            )
            for step in range(17)
        ]
        canvas.shape([(picture.left, picture.top), *strands, (picture.right, picture.top)], look.hair_colour, INK, 4.0)

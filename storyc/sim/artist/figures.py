"""People as mannequins: a body in the colours of the dress, a head, a few gestures.

A body is drawn in shares of its height: `(across, up)` from the point between the heels, `across` in the direction of the look.
"""

from collections.abc import Iterable

from msgspec import Struct

from .canvas import Canvas, Colour
from .colours import INK, Rgb, mixed
from .geometry import Point, along, box_around, rounded
from .hand import Hand
from .heads import draw_behind_body, draw_head
from .looks import Look, Mood, look_of
from .places import SEAT_DROP, Stand
from .pose import Pose

_WOOD: Rgb = (158, 122, 84)
_SOLE: Rgb = (62, 54, 58)
_STEEL: Rgb = (120, 126, 136)


class _Body(Struct, frozen=True, gc=False):
    """The tools that every part of a body is drawn with."""

    canvas: Canvas
    look: Look
    stand: Stand
    ink_px: float
    shoulder: float
    """The height of the shoulders, as a share of the body's."""

    def at(self, across: float, up: float) -> Point:
        side = 1 if self.stand.is_facing_right else -1
        height = self.stand.height_px
        return (self.stand.x + across * height * side, self.stand.feet_y - up * height + self.stand.sunk_px)

    def path(self, shape: Iterable[tuple[float, float]]) -> list[Point]:
        return [self.at(across, up) for across, up in shape]

    def shape(self, colour: Colour, *shape: tuple[float, float]) -> None:
        self.canvas.shape(self.path(shape), colour, INK, self.ink_px)

    def line(self, ink: Rgb, width: float, *shape: tuple[float, float]) -> None:
        self.canvas.line(self.path(shape), ink, self.ink_px * width)


def draw_figure(canvas: Canvas, stand: Stand, mood: Mood, hand: Hand) -> None:
    """Draw a person where she stands, from the shadow at her feet to her head."""
    ink_px = min(4.0, max(1.3, stand.height_px / canvas.unit / 230))
    shoulder = 1 - 2 * stand.head_radius_px / stand.height_px - 0.025
    body = _Body(canvas, look_of(stand.person), stand, ink_px, shoulder)
    canvas.oval(box_around((stand.x, stand.feet_y), stand.height_px * 0.42, stand.height_px * 0.05), (*INK, 60))
    pose = Pose(stand.head, stand.head_radius_px, 1 if stand.is_facing_right else -1, mood, ink_px)
    draw_behind_body(canvas, body.look, pose)
    if body.look.kind == "ghost":
        _draw_sheet(body)
    else:
        if stand.is_seated:
            _draw_seat(body)
            _draw_bent_legs(body)
        else:
            _draw_legs(body)
        _draw_coat(body)
        _draw_arms(body, mood, hand)
        _draw_neck(body)
    draw_head(canvas, body.look, pose)


def _draw_legs(body: _Body) -> None:
    trousers, hip = mixed(body.look.clothes, (44, 46, 66), 0.62), body.shoulder * 0.52
    for foot, knee, inner in ((-0.075, -0.06, -0.012), (0.075, 0.065, 0.012)):
        body.shape(
            trousers,
            (inner - 0.05, hip), (knee - 0.035, hip / 2), (foot - 0.03, 0.02), (foot + 0.03, 0.02), (knee + 0.04, hip / 2), (inner + 0.06, hip),
        )  # fmt: skip
        body.shape(
            _SOLE,
            (foot - 0.035, 0.03),
            (foot - 0.035, 0),
            (foot + 0.075, 0),
            (foot + 0.06, 0.025),
            (foot + 0.03, 0.035),
        )


def _draw_seat(body: _Body) -> None:
    """Draw a box to sit on, whatever it is called."""
    seat, floor = body.shoulder * 0.46, SEAT_DROP
    body.shape(_WOOD, (-0.15, seat), (-0.15, floor), (0.1, floor), (0.1, seat))
    for up in (0.33, 0.66):
        plank = floor + (seat - floor) * up
        body.line(INK, 0.7, (-0.15, plank), (0.1, plank))


def _draw_bent_legs(body: _Body) -> None:
    trousers, hip, floor = mixed(body.look.clothes, (44, 46, 66), 0.62), body.shoulder * 0.52, SEAT_DROP
    for shift in (0.03, -0.02):
        knee = 0.2 + shift
        body.shape(
            trousers,
            (-0.06, hip), (knee, hip - 0.01), (knee + 0.03, hip - 0.05), (knee + 0.015, floor + 0.02), (knee - 0.05, floor + 0.02),
            (knee - 0.05, hip - 0.11), (-0.06, hip - 0.11),
        )  # fmt: skip
        foot = knee - 0.02
        body.shape(
            _SOLE,
            (foot - 0.035, floor + 0.03),
            (foot - 0.035, floor),
            (foot + 0.08, floor),
            (foot + 0.06, floor + 0.025),
            (foot + 0.03, floor + 0.035),
        )


def _draw_coat(body: _Body) -> None:
    top, hem, waist = body.shoulder, body.shoulder * 0.44, body.shoulder * 0.68
    half = (
        (0.03, top + 0.005),
        (0.105, top - 0.02),
        (0.12, top - 0.07),
        (0.1, waist),
        (0.13, hem),
        (0.05, hem - 0.012),
    )
    body.shape(body.look.clothes, *((-across, up) for across, up in half), *reversed(half))
    shade = ((-0.1, top - 0.03), (-0.05, waist), (-0.07, hem), (-0.125, hem), (-0.096, waist), (-0.115, top - 0.07))
    body.canvas.fill(body.path(shade), (*mixed(body.look.clothes, INK, 0.6), 80))
    body.line(INK, 0.8, (0.012, top - 0.02), (0.02, waist), (0.025, hem))
    body.line(body.look.accent, 2.2, (-0.04, top + 0.003), (0.012, top - 0.05), (0.05, top + 0.003))
    body.line(INK, 0.8, (-0.06, hem + 0.06), (-0.03, hem + 0.055))
    body.line(INK, 0.8, (0.05, hem + 0.055), (0.085, hem + 0.06))


_Arm = tuple[float, float, float, float]
"""Elbow and wrist."""


def _draw_arms(body: _Body, mood: Mood, hand: Hand) -> None:
    top, lift = body.shoulder, hand.between(-0.02, 0.02)
    hanging: _Arm = (0.15 + lift, top * 0.66, 0.14, top * 0.46)
    spread: _Arm = (0.2, top * 0.72, 0.27, top * 0.8 + lift)
    bent: _Arm = (0.155, top * 0.68, 0.06, top * 0.66 + lift)
    match mood:
        case "shout" | "afraid":
            front, back = (0.18, top * 0.74, 0.24, top * 0.98), spread
        case "think" | "soft":
            front, back = (0.16, top * 0.7, 0.075, top * 0.93), bent
        case _:
            front, back = hand.pick((hanging, bent, spread)), hanging
    _draw_arm(body, -1, back)
    _draw_arm(body, 1, front)


def _draw_arm(body: _Body, side: int, arm: _Arm) -> None:
    canvas, look, unit = body.canvas, body.look, body.canvas.unit
    shoulder = body.at(0.095 * side, body.shoulder - 0.045)
    elbow, wrist = body.at(arm[0] * side, arm[1]), body.at(arm[2] * side, arm[3])
    sleeve = 0.06 * body.stand.height_px
    cloth = mixed(look.clothes, INK, 0.08 if side > 0 else 0.2)
    rim = body.ink_px * unit
    canvas.line([shoulder, elbow, wrist], INK, sleeve / unit + 2 * body.ink_px)
    canvas.dot(shoulder, sleeve / 2 + rim, INK)
    canvas.dot(wrist, sleeve / 2 + rim, INK)
    canvas.dot(wrist, sleeve / 2, _STEEL if look.kind == "robot" else look.skin)
    canvas.dot(shoulder, sleeve / 2, cloth)
    canvas.line([shoulder, elbow, along(elbow, wrist, 0.8)], cloth, sleeve / unit)


def _draw_neck(body: _Body) -> None:
    height, top = body.stand.height_px, body.shoulder
    neck = box_around(body.at(0, top + 0.012), height * 0.06, height * 0.055)
    body.canvas.rectangle(neck, mixed(body.look.skin, INK, 0.12))
    if "scarf" in body.look.extras:
        scarf = rounded(box_around(body.at(0.005, top + 0.005), height * 0.13, height * 0.055), 2.6)
        body.canvas.shape(scarf, body.look.accent, INK, body.ink_px)


def _draw_sheet(body: _Body) -> None:
    hem = ((-0.2 + 0.05 * step, 0.12 if step % 2 else 0.06) for step in range(9))
    body.shape((*body.look.skin, 215), (-0.06, 0.86), (-0.15, 0.6), *hem, (0.15, 0.6), (0.06, 0.86))

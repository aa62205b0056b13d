"""Where a panel plays: a room, the open, or bare paper; and the weather before everything."""

from math import cos, pi, sin

from .brief import Brief, Shot
from .camera import Camera
from .canvas import Canvas
from .colours import INK, PAPER, WHITE, mixed
from .geometry import Box, box_around, rounded
from .hand import Hand
from .indoors import draw_indoors
from .lexicon import light_of, things_in
from .outdoors import draw_outdoors
from .scenery import Scenery

_OUTDOORS = frozenset(
    {
        "sea",
        "beach",
        "city",
        "shops",
        "trees",
        "mountains",
        "desert",
        "crane",
        "lighthouse",
        "ship",
        "car",
        "stars",
        "kite",
        "birds",
        "house",
        "castle",
        "bridge",
    }
)


def scenery_for(brief: Brief, shot: Shot, camera: Camera, canvas: Canvas, picture: Box) -> Scenery:
    """Return what the background shows. The same place looks the same in every panel."""
    scene = shot.scene
    place = brief.place(scene.place)
    things = things_in(f"{scene.place} {scene.time} {place.description} {shot.action} {' '.join(shot.notes)}")
    return Scenery(
        canvas=canvas,
        picture=picture,
        horizon=camera.horizon,
        light=light_of(scene.time, scene.running_time, shot.action, place.description),
        things=things,
        hand=Hand("place", scene.place.casefold()),
        has_people=bool(shot.present),
    )


def draw_setting(scenery: Scenery, shot: Shot, camera: Camera) -> None:
    """Draw everything that lies behind the people."""
    if camera.is_splash:
        _draw_setting(scenery, shot)
        _draw_burst(scenery)
    elif camera.is_reaction:
        scenery.canvas.rectangle(scenery.picture, mixed(scenery.palette.wall, WHITE, 0.3))
        _draw_burst(scenery)
    else:
        _draw_setting(scenery, shot)
    if "creature" in scenery.things:
        _draw_creature(scenery)


def _draw_setting(scenery: Scenery, shot: Shot) -> None:
    match shot.scene.interior:
        case "INT":
            draw_indoors(scenery)
        case "EXT":
            draw_outdoors(scenery)
        case _ if scenery.things & _OUTDOORS:
            draw_outdoors(scenery)
        case _:
            _draw_paper(scenery)


def _draw_paper(scenery: Scenery) -> None:
    scenery.canvas.gradient(scenery.picture, mixed(scenery.palette.sky, PAPER, 0.4), PAPER)
    scenery.stroke([scenery.at(0, scenery.horizon + 0.2), scenery.at(1, scenery.horizon + 0.2)], 1.8)
    for _ in range(26):
        x, y = scenery.hand.unit(), scenery.hand.between(scenery.horizon + 0.22, 1)
        scenery.stroke([scenery.at(x, y), scenery.at(x + 0.05, y - 0.02)], 1.2, (*INK, 50))


def _draw_burst(scenery: Scenery) -> None:
    """Draw the lines that say: look here."""
    x, y = scenery.at(0.5, 0.52)
    reach = scenery.picture.width + scenery.picture.height
    ink = (*(WHITE if scenery.light == "night" else INK), 90)
    for step in range(54):
        angle = 2 * pi * step / 54 + scenery.hand.between(-0.03, 0.03)
        start = scenery.picture.height * scenery.hand.between(0.42, 0.56)
        thin, wide = angle, 0.006
        scenery.canvas.fill(
            [
                (x + start * cos(thin), y + start * sin(thin)),
                (x + reach * cos(thin - wide), y + reach * sin(thin - wide)),
                (x + reach * cos(thin + wide), y + reach * sin(thin + wide)),
            ],
            ink,
        )


def _draw_creature(scenery: Scenery) -> None:
    """Draw something with too many arms, two eyes and a glowing heart."""
    canvas, hand = scenery.canvas, scenery.hand
    skin, (x, y) = mixed((40, 62, 74), scenery.palette.near, 0.25), scenery.at(0.5, 0.56)
    size = min(scenery.picture.width, scenery.picture.height) * 0.3
    for step in range(9):
        angle = pi * (0.02 + 0.96 * step / 8)
        reach, sway = size * hand.between(1.7, 2.3), hand.between(-0.5, 0.5)
        left, right = [], []
        for part in range(9):
            share = part / 8
            bend = angle + sway * sin(share * 3.2)
            px, py = x + reach * share * cos(bend), y + size * 0.4 + reach * 0.8 * share * sin(bend)
            girth = size * 0.2 * (1 - share) + 2
            left.append((px - girth * sin(bend), py + girth * cos(bend)))
            right.append((px + girth * sin(bend), py - girth * cos(bend)))
        canvas.shape([*left, *right[::-1]], skin, INK, 2.6)
    body = [
        (px + hand.between(-6, 6) * canvas.unit, py)
        for px, py in rounded(box_around((x, y), size * 2, size * 2.3), 2.6, 30)
    ]
    canvas.shape(body, skin, INK, 3.4)
    for glow, alpha in ((0.62, 50), (0.46, 80), (0.32, 255)):
        canvas.dot((x, y + size * 0.35), size * glow, (*scenery.palette.glow, alpha))
    for ring in (0.32, 0.22, 0.12):
        circle = rounded(box_around((x, y + size * 0.35), size * ring * 2, size * ring * 2), 2, 26)
        canvas.line([*circle, circle[0]], INK, 2.0)
    for side in (-1, 1):
        eye = box_around((x + side * size * 0.42, y - size * 0.5), size * 0.42, size * 0.26)
        canvas.shape(rounded(eye, 1.7, 20), (250, 244, 190), INK, 2.4)
        canvas.oval(box_around(eye.center, size * 0.07, size * 0.22), INK)


def draw_weather(scenery: Scenery) -> None:
    """Draw the rain, snow or fog that falls before everything."""
    canvas, hand = scenery.canvas, Hand("weather")
    if "fog" in scenery.things:
        for band in range(5):
            y = 0.3 + band * 0.14
            canvas.oval(scenery.box(-0.2, y, 1.2, y + 0.1), (*mixed(scenery.palette.low_sky, WHITE, 0.3), 70))
    if "rain" in scenery.things:
        pale = (*mixed(scenery.palette.low_sky, WHITE, 0.6), 120)
        for _ in range(90):
            x, y, length = hand.between(-0.05, 1.1), hand.between(-0.05, 1), hand.between(0.03, 0.075)
            canvas.line([scenery.at(x, y), scenery.at(x - length * 0.35, y + length)], pale, 1.2)
    if "snow" in scenery.things:
        for _ in range(90):
            canvas.dot(scenery.at(hand.unit(), hand.unit()), hand.between(1.4, 4.2) * canvas.unit, (255, 255, 255, 220))

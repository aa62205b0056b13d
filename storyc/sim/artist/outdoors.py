"""The open: sky, ground and water."""

from math import cos, pi, sin

from .aloft import ALOFT
from .buildings import BUILDINGS
from .colours import INK, WHITE, mixed
from .geometry import box_around, rounded
from .horizon import FAR
from .landmarks import NEAR
from .scenery import Scenery


def draw_outdoors(scenery: Scenery) -> None:
    """Draw the sky, what lies far away, the ground, and what stands on it."""
    _sky(scenery)
    for thing, draw in FAR.items():
        if thing in scenery.things:
            draw(scenery)
    if scenery.things & {"sea", "beach"} or _is_afloat(scenery):
        _sea(scenery)
        if "beach" in scenery.things:
            _sand(scenery)
        elif scenery.has_people:
            _quay(scenery)
    else:
        _ground(scenery)
    for thing, draw in (BUILDINGS | NEAR | ALOFT).items():
        if thing in scenery.things:
            draw(scenery)


def _is_afloat(scenery: Scenery) -> bool:
    """Return whether a ship is all that is said of a place; elsewhere it may have flown there."""
    return "ship" in scenery.things and not scenery.things & {"city", "mountains", "desert", "stars"}


def _sky(scenery: Scenery) -> None:
    canvas, hand, palette = scenery.canvas, scenery.hand, scenery.palette
    canvas.gradient(scenery.box(0, 0, 1, scenery.horizon + 0.02), palette.sky, palette.low_sky)
    side = 0.8 if hand.has(0.5) else 0.22
    size = scenery.picture.height * 0.06
    is_wet = bool(scenery.things & {"rain", "snow", "fog"})
    match scenery.light:
        case "night":
            for _ in range(0 if is_wet else 42):
                canvas.dot(
                    scenery.at(hand.unit(), hand.unit() * scenery.horizon * 0.8),
                    hand.between(0.7, 1.9) * canvas.unit,
                    (232, 232, 246),
                )
            if not is_wet:
                canvas.dot(scenery.at(side, 0.16), size, (246, 240, 214))
                canvas.dot(scenery.at(side - 0.025, 0.15), size * 0.86, mixed(palette.sky, palette.low_sky, 0.2))
        case "evening" | "dawn":
            canvas.dot(scenery.at(side, scenery.horizon - 0.05), size * 1.5, (*palette.glow, 130))
            canvas.dot(scenery.at(side, scenery.horizon - 0.05), size, palette.glow)
        case "day":
            if not is_wet:
                canvas.dot(scenery.at(side, 0.13), size, palette.glow)
        case "plain":
            pass
    cloud = (*mixed(palette.low_sky, WHITE, 0.35 if scenery.light != "night" else 0.0), 150)
    for number in range(5 if is_wet else 3):
        x, y = hand.between(0.05, 0.95), scenery.horizon * hand.between(0.12, 0.62)
        for puff in range(4):
            width = scenery.picture.width * hand.between(0.1, 0.2)
            canvas.oval(
                box_around(scenery.at(x + (puff - 1.5) * 0.06, y + 0.012 * (puff % 2)), width, width * 0.24), cloud
            )
        canvas.line(
            [scenery.at(x - 0.1, y + 0.02), scenery.at(x + 0.12, y + 0.02 + 0.004 * number)], (*scenery.ink, 70), 1.4
        )


def _ground(scenery: Scenery) -> None:
    canvas, palette, hand = scenery.canvas, scenery.palette, scenery.hand
    canvas.gradient(scenery.box(0, scenery.horizon, 1, 1), palette.ground, palette.low_ground)
    scenery.stroke([scenery.at(0, scenery.horizon), scenery.at(1, scenery.horizon)], 2.2)
    if scenery.things & {"city", "shops"}:
        for foot in (-0.7, -0.2, 0.3, 0.7, 1.2, 1.7):
            scenery.stroke(
                [scenery.at(0.5 + (foot - 0.5) * 0.18, scenery.horizon), scenery.at(foot, 1)], 1.3, (*scenery.ink, 130)
            )
        return
    for _ in range(16):
        x, y = hand.unit(), hand.between(scenery.horizon + 0.03, 1)
        reach = 0.02 + 0.05 * (y - scenery.horizon)
        scenery.stroke([scenery.at(x - reach, y), scenery.at(x + reach, y + 0.003)], 1.3, (*scenery.ink, 110))


def _sea(scenery: Scenery) -> None:
    canvas, palette, hand = scenery.canvas, scenery.palette, scenery.hand
    water = mixed(palette.sky, (40, 104, 132), 0.45)
    canvas.gradient(scenery.box(0, scenery.horizon, 1, 1), mixed(water, palette.low_sky, 0.35), mixed(water, INK, 0.3))
    scenery.stroke([scenery.at(0, scenery.horizon), scenery.at(1, scenery.horizon)], 2.0)
    crest = (*mixed(palette.low_sky, WHITE, 0.4), 150)
    for number in range(34):
        y = scenery.horizon + (1 - scenery.horizon) * (number / 34) ** 1.4 + 0.015
        x, reach = hand.unit(), 0.018 + 0.06 * (y - scenery.horizon)
        wave = [
            scenery.at(x + reach * step / 3, y - 0.003 * (1 + number / 10) * cos(step * pi / 6))
            for step in range(-3, 4)
        ]
        canvas.line(wave, crest, 1.3 + number / 24)
    if "ship" not in scenery.things and scenery.light in {"night", "evening"}:
        for _ in range(8):
            x = hand.between(0.2, 0.8)
            canvas.line(
                [scenery.at(x, scenery.horizon + 0.02), scenery.at(x, scenery.horizon + hand.between(0.05, 0.12))],
                (*palette.glow, 70),
                2.5,
            )


def _quay(scenery: Scenery) -> None:
    """Draw planks to stand on, with posts at their edge."""
    edge = min(0.93, scenery.horizon + 0.24)
    wood = mixed((150, 120, 92), scenery.palette.low_ground, 0.6)
    scenery.wash(
        [scenery.at(-0.02, edge), scenery.at(1.02, edge), scenery.at(1.02, 1.02), scenery.at(-0.02, 1.02)], wood, 2.2
    )
    scenery.stroke([scenery.at(0, edge + 0.02), scenery.at(1, edge + 0.02)], 1.6)
    for foot in (-0.9, -0.5, -0.15, 0.18, 0.5, 0.82, 1.15, 1.5, 1.9):
        scenery.stroke([scenery.at(0.5 + (foot - 0.5) * 0.6, edge + 0.02), scenery.at(foot, 1.02)], 1.4)
    for post in (0.06, 0.36, 0.64, 0.94):
        scenery.wash(
            rounded(scenery.box(post - 0.018, edge - 0.05, post + 0.018, edge + 0.02), 4, 20),
            mixed(wood, INK, 0.25),
            2.0,
        )


def _sand(scenery: Scenery) -> None:
    edge = min(0.9, scenery.horizon + 0.2)
    sand = mixed((240, 216, 166), scenery.palette.low_ground, 0.4)
    shore = [scenery.at(step / 14, edge + 0.02 * sin(step * 1.1) + 0.03 * step / 14) for step in range(-1, 16)]
    scenery.canvas.fill([*shore, scenery.at(1.1, 1.02), scenery.at(-0.1, 1.02)], sand)
    scenery.canvas.line(shore, WHITE, 5.0)
    for _ in range(30):
        scenery.canvas.dot(
            scenery.at(scenery.hand.unit(), scenery.hand.between(edge + 0.08, 1)), 1.6 * scenery.canvas.unit, (*INK, 90)
        )

"""Skies, grounds and what stands on them."""

from collections.abc import Callable
from math import cos, pi, sin

from .colours import INK, WHITE, mixed
from .geometry import Box, box_around, rounded
from .lexicon import Thing
from .scenery import Scenery


def draw_outdoors(scenery: Scenery) -> None:
    """Draw the sky, what lies far away, the ground, and what stands on it."""
    _sky(scenery)
    for thing, draw in _FAR.items():
        if thing in scenery.things:
            draw(scenery)
    if scenery.things & {"sea", "beach"}:
        _sea(scenery)
        if "beach" in scenery.things:
            _sand(scenery)
        elif scenery.has_people:
            _quay(scenery)
    else:
        _ground(scenery)
    for thing, draw in _NEAR.items():
        if thing in scenery.things:
            draw(scenery)


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


def _mountains(scenery: Scenery) -> None:
    hand = scenery.hand
    for layer, tone in enumerate((0.35, 0.0)):
        ridge = [
            scenery.at(step / 6 + hand.between(-0.05, 0.05), scenery.horizon - hand.between(0.06, 0.26 - 0.08 * layer))
            for step in range(-1, 8)
        ]
        scenery.wash(
            [scenery.at(-0.2, scenery.horizon), *ridge, scenery.at(1.2, scenery.horizon)],
            mixed(scenery.palette.far, scenery.palette.low_sky, tone),
        )


def _city(scenery: Scenery) -> None:
    hand, palette, canvas = scenery.hand, scenery.palette, scenery.canvas
    x = -0.03
    while x < 1.0:
        width, height = hand.between(0.07, 0.15), hand.between(0.1, 0.36) * min(1.0, scenery.horizon * 1.6)
        top = scenery.horizon - height
        tower = scenery.box(x, top, x + width, scenery.horizon)
        colour = mixed(palette.far, palette.near, hand.unit())
        scenery.wash(
            [
                (tower.left, tower.bottom),
                (tower.left, tower.top),
                (tower.right, tower.top),
                (tower.right, tower.bottom),
            ],
            colour,
        )
        columns, rows = 3, max(2, int(height * 26))
        for column in range(columns):
            for row in range(rows):
                if hand.has(0.5):
                    pane = Box(
                        *tower.at((column + 0.28) / columns, (row + 0.3) / rows),
                        *tower.at((column + 0.72) / columns, (row + 0.72) / rows),
                    )
                    lit = (
                        palette.glow
                        if scenery.light in {"night", "evening"} and hand.has(0.6)
                        else mixed(colour, INK, 0.25)
                    )
                    canvas.rectangle(pane, lit)
        x += width + hand.between(-0.01, 0.03)


def _shops(scenery: Scenery) -> None:
    hand, palette, canvas = scenery.hand, scenery.palette, scenery.canvas
    low, awnings = scenery.horizon + 0.1, ((190, 80, 70), (86, 132, 122), (214, 162, 76), (96, 104, 150))
    for side in (0, 1):
        for number in range(3):
            near, far = 0.02 + number * 0.13, 0.02 + (number + 1) * 0.13
            left, right = (near, far) if side == 0 else (1 - far, 1 - near)
            shrink = 0.08 * number
            front = scenery.box(left - 0.02, scenery.horizon - 0.34 + shrink, right, low - shrink * 0.6)
            scenery.wash(
                [
                    (front.left, front.bottom),
                    (front.left, front.top),
                    (front.right, front.top),
                    (front.right, front.bottom),
                ],
                mixed(palette.wall, palette.near, 0.25 * hand.unit() + 0.1),
            )
            canvas.rectangle(Box(*front.at(0.12, 0.46), *front.at(0.88, 0.98)), mixed(palette.glow, palette.near, 0.15))
            awning = [front.at(-0.06, 0.44), front.at(0.06, 0.28), front.at(0.94, 0.28), front.at(1.06, 0.44)]
            scenery.wash(awning, mixed(hand.pick(awnings), palette.near, 0.25))
            for stripe in range(1, 5):
                scenery.stroke(
                    [front.at(0.06 + 0.88 * stripe / 5, 0.28), front.at(-0.06 + 1.12 * stripe / 5, 0.44)], 1.2
                )
            scenery.wash(
                [front.at(0.2, 0.06), front.at(0.8, 0.06), front.at(0.8, 0.2), front.at(0.2, 0.2)],
                mixed(palette.wall, WHITE, 0.4),
            )


def _trees(scenery: Scenery) -> None:
    hand, palette = scenery.hand, scenery.palette
    leaf = mixed((92, 140, 84), palette.near, 0.5 if scenery.light != "day" else 0.15)
    for number in range(9):
        x = (number + 0.5) / 9 + hand.between(-0.04, 0.04)
        foot = scenery.horizon + hand.between(0.0, 0.05)
        height = hand.between(0.2, 0.36) * min(1.0, scenery.horizon * 1.8)
        trunk = scenery.box(x - 0.008, foot - height * 0.5, x + 0.008, foot)
        scenery.wash(
            [
                (trunk.left, trunk.bottom),
                (trunk.left, trunk.top),
                (trunk.right, trunk.top),
                (trunk.right, trunk.bottom),
            ],
            mixed(palette.near, (96, 68, 48), 0.5),
        )
        crown = scenery.box(x - height * 0.34, foot - height, x + height * 0.34, foot - height * 0.36)
        puffs = [
            (px + hand.between(-3, 3), py + 0.06 * crown.height * cos(step * 2.1))
            for step, (px, py) in enumerate(rounded(crown, 2.2, 18))
        ]
        scenery.wash(puffs, mixed(leaf, palette.low_sky, hand.between(0.0, 0.3)))


def _desert(scenery: Scenery) -> None:
    hand, sand = scenery.hand, mixed((226, 188, 126), scenery.palette.ground, 0.35)
    for layer in range(3):
        y = scenery.horizon - 0.05 + layer * 0.03
        phase = hand.between(0, 6)
        dune = [scenery.at(step / 16, y + 0.035 * sin(step / 2.6 + phase)) for step in range(17)]
        scenery.wash([scenery.at(0, 1), *dune, scenery.at(1, 1)], mixed(sand, scenery.palette.low_ground, layer * 0.2))


def _cranes(scenery: Scenery) -> None:
    for x, height, way in ((0.14, 0.34, 1), (0.3, 0.26, 1), (0.78, 0.3, -1)):
        foot, top = scenery.horizon + 0.02, scenery.horizon - height
        ink = mixed(scenery.palette.near, INK, 0.35)
        for leg in (-0.025, 0.025):
            scenery.stroke([scenery.at(x + leg, foot), scenery.at(x + leg * 0.5, top + 0.05)], 3.4, ink)
        for step in range(4):
            y = foot - (height - 0.05) * step / 4
            scenery.stroke([scenery.at(x - 0.02, y), scenery.at(x + 0.02, y - 0.05)], 1.6, ink)
        scenery.stroke([scenery.at(x - 0.07 * way, top + 0.05), scenery.at(x + 0.19 * way, top + 0.02)], 3.6, ink)
        scenery.stroke([scenery.at(x, top - 0.02), scenery.at(x + 0.19 * way, top + 0.02)], 1.5, ink)
        scenery.stroke(
            [scenery.at(x, top + 0.05), scenery.at(x, top - 0.02), scenery.at(x - 0.07 * way, top + 0.05)], 1.8, ink
        )
        scenery.stroke([scenery.at(x + 0.15 * way, top + 0.025), scenery.at(x + 0.15 * way, top + 0.13)], 1.3, ink)
        scenery.canvas.dot(scenery.at(x, top - 0.022), 3.4 * scenery.canvas.unit, scenery.palette.glow)


def _lighthouse(scenery: Scenery) -> None:
    x, foot, top = 0.64, scenery.horizon + 0.03, scenery.horizon - 0.3
    scenery.wash(
        [
            scenery.at(x - 0.16, foot + 0.02),
            scenery.at(x - 0.1, foot - 0.012),
            scenery.at(x + 0.1, foot - 0.012),
            scenery.at(1.02, foot + 0.0),
            scenery.at(1.02, foot + 0.04),
        ],
        scenery.palette.near,
    )
    tone = mixed((238, 232, 222), scenery.palette.far, 0.25)
    scenery.wash(
        [
            scenery.at(x - 0.045, foot),
            scenery.at(x - 0.026, top),
            scenery.at(x + 0.026, top),
            scenery.at(x + 0.045, foot),
        ],
        tone,
        2.2,
    )
    for band in range(3):
        y0, y1 = top + 0.05 + band * 0.095, top + 0.095 + band * 0.095
        w0, w1 = 0.029 + band * 0.0055, 0.032 + band * 0.0055
        scenery.wash(
            [scenery.at(x - w0, y0), scenery.at(x + w0, y0), scenery.at(x + w1, y1), scenery.at(x - w1, y1)],
            mixed((190, 66, 60), scenery.palette.far, 0.3),
            1.3,
        )
    scenery.wash(
        [
            scenery.at(x - 0.02, top),
            scenery.at(x - 0.02, top - 0.045),
            scenery.at(x + 0.02, top - 0.045),
            scenery.at(x + 0.02, top),
        ],
        mixed(INK, scenery.palette.far, 0.3),
    )
    scenery.wash(
        [scenery.at(x - 0.03, top - 0.045), scenery.at(x, top - 0.085), scenery.at(x + 0.03, top - 0.045)],
        mixed((190, 66, 60), scenery.palette.far, 0.3),
    )


def _ship(scenery: Scenery) -> None:
    y = scenery.horizon + 0.05
    scenery.wash(
        [
            scenery.at(0.3, y - 0.04),
            scenery.at(0.34, y + 0.02),
            scenery.at(0.52, y + 0.02),
            scenery.at(0.58, y - 0.045),
        ],
        mixed(scenery.palette.near, (150, 60, 54), 0.45),
        2.2,
    )
    scenery.wash(
        [scenery.at(0.36, y - 0.04), scenery.at(0.36, y - 0.1), scenery.at(0.46, y - 0.1), scenery.at(0.47, y - 0.04)],
        mixed(WHITE, scenery.palette.far, 0.3),
    )
    scenery.stroke([scenery.at(0.5, y - 0.04), scenery.at(0.5, y - 0.2)], 2.4)
    scenery.canvas.rectangle(scenery.box(0.38, y - 0.085, 0.44, y - 0.06), scenery.palette.glow)


def _car(scenery: Scenery) -> None:
    y, colour = scenery.horizon + 0.16, mixed((196, 84, 72), scenery.palette.near, 0.3)
    scenery.wash(
        [
            scenery.at(0.64, y),
            scenery.at(0.64, y - 0.05),
            scenery.at(0.7, y - 0.055),
            scenery.at(0.73, y - 0.1),
            scenery.at(0.86, y - 0.1),
            scenery.at(0.9, y - 0.055),
            scenery.at(0.96, y - 0.045),
            scenery.at(0.96, y),
        ],
        colour,
        2.4,
    )
    scenery.wash(
        [
            scenery.at(0.72, y - 0.055),
            scenery.at(0.745, y - 0.088),
            scenery.at(0.85, y - 0.088),
            scenery.at(0.875, y - 0.055),
        ],
        scenery.palette.low_sky,
    )
    for wheel in (0.71, 0.89):
        scenery.canvas.dot(scenery.at(wheel, y), scenery.picture.width * 0.035, INK)


def _fence(scenery: Scenery) -> None:
    y = min(0.9, scenery.horizon + 0.2)
    ink = mixed(scenery.palette.near, INK, 0.4)
    for step in range(9):
        scenery.stroke([scenery.at(step / 8, y - 0.12), scenery.at(step / 8, y + 0.02)], 4.0, ink)
    for rail in (0.12, 0.06):
        scenery.stroke([scenery.at(0, y - rail), scenery.at(1, y - rail + 0.004)], 5.0, ink)


def _lamps(scenery: Scenery) -> None:
    for x, height in ((0.08, 0.34), (0.9, 0.3)):
        foot = scenery.horizon + 0.08
        top = scenery.at(x, foot - height)
        scenery.stroke([scenery.at(x, foot), top], 4.0, mixed(INK, scenery.palette.near, 0.3))
        if scenery.light in {"night", "evening"}:
            scenery.canvas.dot(top, scenery.picture.width * 0.07, (*scenery.palette.glow, 50))
            scenery.canvas.dot(top, scenery.picture.width * 0.04, (*scenery.palette.glow, 80))
        scenery.canvas.dot(top, scenery.picture.width * 0.016, scenery.palette.glow)


def _lanterns(scenery: Scenery) -> None:
    canvas = scenery.canvas
    rope = [scenery.at(step / 12, 0.3 * scenery.horizon + 0.03 * (1 - ((step % 6) / 3 - 1) ** 2)) for step in range(13)]
    scenery.stroke(rope, 1.8)
    size = scenery.picture.width * 0.05
    for x, y in rope[1:12:2]:
        if scenery.light != "day":
            canvas.dot((x, y + size), size * 1.3, (*scenery.palette.glow, 60))
        scenery.wash(rounded(box_around((x, y + size), size * 1.2, size * 1.5), 2.6, 22), (228, 96, 66), 1.8, INK)
        for rib in (-0.3, 0, 0.3):
            canvas.line(
                [(x - size * 0.55, y + size * (1 + rib)), (x + size * 0.55, y + size * (1 + rib))], (*INK, 110), 1.2
            )


_FAR: dict[Thing, Callable[[Scenery], None]] = {
    "mountains": _mountains,
    "city": _city,
    "trees": _trees,
    "desert": _desert,
}
_NEAR: dict[Thing, Callable[[Scenery], None]] = {
    "crane": _cranes,
    "lighthouse": _lighthouse,
    "ship": _ship,
    "shops": _shops,
    "car": _car,
    "lamp": _lamps,
    "lantern": _lanterns,
    "fence": _fence,
}

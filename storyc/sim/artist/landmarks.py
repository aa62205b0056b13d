"""What stands on the ground between the horizon and the people."""

from collections.abc import Callable

from .colours import INK, WHITE, mixed
from .geometry import Box, box_around, rounded
from .lexicon import Thing
from .scenery import Scenery


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
        foot = scenery.horizon + (0.01 if "sea" in scenery.things else 0.08)
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


NEAR: dict[Thing, Callable[[Scenery], None]] = {
    "crane": _cranes,
    "lighthouse": _lighthouse,
    "ship": _ship,
    "shops": _shops,
    "car": _car,
    "lamp": _lamps,
    "lantern": _lanterns,
    "fence": _fence,
}
"""From the farthest to the nearest."""

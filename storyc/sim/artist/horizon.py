"""What lies on the horizon."""

from collections.abc import Callable
from math import cos, sin

from .colours import INK, mixed
from .geometry import Box, rounded
from .lexicon import Thing
from .scenery import Scenery


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
        if "bare" in scenery.things:
            _branches(scenery, x, foot - height * 0.4, height)
            continue
        crown = scenery.box(x - height * 0.34, foot - height, x + height * 0.34, foot - height * 0.36)
        puffs = [
            (px + hand.between(-3, 3), py + 0.06 * crown.height * cos(step * 2.1))
            for step, (px, py) in enumerate(rounded(crown, 2.2, 18))
        ]
        scenery.wash(puffs, mixed(leaf, palette.low_sky, hand.between(0.0, 0.3)))


def _branches(scenery: Scenery, x: float, top: float, height: float) -> None:
    """Draw a crown without leaves."""
    ink = mixed(scenery.palette.near, (72, 52, 40), 0.6)
    for across, rise in ((-0.3, 0.3), (-0.14, 0.52), (0.05, 0.6), (0.2, 0.46), (0.32, 0.24)):
        elbow = scenery.at(x + height * across * 0.4, top - height * rise * 0.5)
        tip = scenery.at(x + height * across, top - height * rise)
        scenery.stroke([scenery.at(x, top + height * 0.06), elbow, tip], 3.2, ink)
        twig = scenery.at(x + height * across * 1.25, top - height * rise * 0.62)
        scenery.stroke([elbow, twig], 1.8, ink)


def _desert(scenery: Scenery) -> None:
    hand, sand = scenery.hand, mixed((226, 188, 126), scenery.palette.ground, 0.35)
    for layer in range(3):
        y = scenery.horizon - 0.05 + layer * 0.03
        phase = hand.between(0, 6)
        dune = [scenery.at(step / 16, y + 0.035 * sin(step / 2.6 + phase)) for step in range(17)]
        scenery.wash([scenery.at(0, 1), *dune, scenery.at(1, 1)], mixed(sand, scenery.palette.low_ground, layer * 0.2))


FAR: dict[Thing, Callable[[Scenery], None]] = {
    "mountains": _mountains,
    "city": _city,
    "trees": _trees,
    "desert": _desert,
}
"""From the farthest to the nearest."""

"""Houses, castles, bridges."""

from collections.abc import Callable

from .colours import INK, WHITE, mixed
from .geometry import Point
from .lexicon import Thing
from .scenery import Scenery


def _house(scenery: Scenery) -> None:
    foot, wall = scenery.horizon + 0.06, mixed(mixed(scenery.palette.wall, WHITE, 0.2), scenery.palette.near, 0.25)
    left, right, eaves, ridge = 0.6, 0.86, foot - 0.19, foot - 0.3
    if "sea" in scenery.things:
        land = [
            scenery.at(0.48, foot + 0.03),
            scenery.at(0.56, foot - 0.03),
            scenery.at(0.9, foot - 0.035),
            scenery.at(1.02, foot - 0.01),
            scenery.at(1.02, foot + 0.04),
        ]
        scenery.wash(land, scenery.palette.near)
    scenery.wash(_corners(scenery, left, eaves, right, foot), wall, 2.2)
    roof = mixed((168, 84, 66), scenery.palette.near, 0.35)
    scenery.wash(_corners(scenery, 0.74, ridge - 0.05, 0.77, ridge + 0.02), mixed(roof, INK, 0.2), 1.8)
    slope = [
        scenery.at(left - 0.03, eaves),
        scenery.at(left + 0.06, ridge),
        scenery.at(right - 0.06, ridge),
        scenery.at(right + 0.03, eaves),
    ]
    scenery.wash(slope, roof, 2.2)
    scenery.wash(_corners(scenery, 0.71, foot - 0.12, 0.76, foot), mixed(roof, INK, 0.35), 1.8)
    pane = scenery.palette.glow if scenery.light in {"night", "evening"} else mixed(scenery.palette.sky, WHITE, 0.4)
    for across in (0.63, 0.79):
        scenery.wash(_corners(scenery, across, foot - 0.14, across + 0.05, foot - 0.08), pane, 1.8)


def _castle(scenery: Scenery) -> None:
    stone, foot = mixed((150, 146, 140), scenery.palette.far, 0.45), scenery.horizon + 0.02
    for left, right, height in ((0.5, 0.56, 0.28), (0.84, 0.9, 0.26), (0.66, 0.73, 0.36), (0.5, 0.9, 0.15)):
        top, teeth = foot - height, 7 if right - left > 0.1 else 3
        wide = (right - left) / (2 * teeth - 1)
        battlements = [
            scenery.at(left + wide * (2 * tooth + step), top + drop)
            for tooth in range(teeth)
            for step, drop in ((0, 0.0), (1, 0.0), (1, 0.02), (2, 0.02))
        ][:-2]
        scenery.wash([scenery.at(left, foot), *battlements, scenery.at(right, foot)], stone, 1.8)
    gate = [
        scenery.at(0.67, foot),
        scenery.at(0.67, foot - 0.07),
        scenery.at(0.695, foot - 0.095),
        scenery.at(0.72, foot - 0.07),
        scenery.at(0.72, foot),
    ]
    scenery.wash(gate, mixed(stone, INK, 0.6), 1.8)


def _bridge(scenery: Scenery) -> None:
    stone, deck = mixed((168, 150, 128), scenery.palette.far, 0.35), scenery.horizon - 0.06
    low = scenery.horizon + 0.06
    below: list[Point] = []
    for arch in range(4):
        start = 1.02 - arch * 0.26
        below += [
            scenery.at(start - 0.02 - 0.22 * step / 6, low - 0.09 * (1 - (step / 3 - 1) ** 2)) for step in range(7)
        ]
    outline = [
        scenery.at(-0.02, low),
        scenery.at(-0.02, deck),
        scenery.at(0.5, deck - 0.03),
        scenery.at(1.02, deck),
        scenery.at(1.02, low),
    ]
    scenery.wash([*outline, *below], stone, 2.0)
    scenery.stroke(
        [scenery.at(-0.02, deck + 0.025), scenery.at(0.5, deck - 0.005), scenery.at(1.02, deck + 0.025)], 1.4
    )


def _corners(scenery: Scenery, left: float, top: float, right: float, bottom: float) -> list[Point]:
    return [scenery.at(left, bottom), scenery.at(left, top), scenery.at(right, top), scenery.at(right, bottom)]


BUILDINGS: dict[Thing, Callable[[Scenery], None]] = {"castle": _castle, "bridge": _bridge, "house": _house}
"""From the farthest to the nearest."""

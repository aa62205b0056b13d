"""What flies."""

from collections.abc import Callable
from math import sin

from .colours import INK, WHITE, Rgb, mixed
from .lexicon import Thing
from .scenery import Scenery

_KITE: Rgb = (214, 78, 64)
_BOW: Rgb = (244, 200, 48)


def _birds(scenery: Scenery) -> None:
    hand = scenery.hand
    for _ in range(7):
        x, y = hand.between(0.1, 0.92), scenery.horizon * hand.between(0.18, 0.7)
        span = hand.between(0.012, 0.028)
        wings = ((-1, 0.1), (-0.5, -0.35), (0, 0.15), (0.5, -0.35), (1, 0.1))
        ink = mixed(INK if scenery.light != "night" else WHITE, scenery.palette.sky, 0.2)
        scenery.stroke([scenery.at(x + span * across, y + span * up) for across, up in wings], 2.2, ink)


def _kite(scenery: Scenery) -> None:
    """Draw a kite, in the sky on its string; among trees it hangs in one."""
    is_caught = "trees" in scenery.things
    x, y = (0.7, scenery.horizon - 0.17) if is_caught else (0.72, scenery.horizon * 0.36)
    height = 0.09
    width = height * 0.7 * scenery.picture.height / scenery.picture.width
    top, right, bottom, left = (
        (x + 0.02, y - height),
        (x + width, y - 0.015),
        (x - 0.02, y + height),
        (x - width, y + 0.01),
    )
    if not is_caught:
        string = [scenery.at(x - 0.4 * step / 8, y + (1 - y) * (step / 8) ** 1.6) for step in range(9)]
        scenery.stroke(string, 1.2, (*scenery.ink, 150))
    tail = [scenery.at(x - 0.02 + 0.018 * sin(step * 1.3), y + height + 0.02 * step) for step in range(8)]
    scenery.stroke(tail, 1.6)
    for knot in tail[2:8:2]:
        scenery.canvas.dot(knot, 5 * scenery.canvas.unit, _BOW)
    colour = mixed(_KITE, scenery.palette.near, 0.15)
    for shape, shade in (((top, right, bottom, left), 0.0), ((top, right, bottom), 0.14)):
        scenery.wash([scenery.at(*point) for point in shape], mixed(colour, INK, shade), 2.0, INK)
    scenery.stroke([scenery.at(*left), scenery.at(*right)], 1.4, INK)


ALOFT: dict[Thing, Callable[[Scenery], None]] = {"birds": _birds, "kite": _kite}

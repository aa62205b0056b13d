"""The strokes of balloons."""

from collections.abc import Mapping, Sequence

from .curve import Curve, number, pair
from .edges import cloud, jagged, octagon, rounded, spiky, wavy
from .fitting import EXPONENTS, Block
from .geometry import Box, Point, along
from .manner import Manner, Outline
from .model import PEN, Stroke
from .tails import Tail

_PENS: Mapping[Outline, float] = {"burst": 1.5, "wavy": 0.7, "jagged": 1.1, "double": 0.9}
"""How broad the line of an outline is, beside a plain one's."""


def curve_of(manner: Manner, block: Block, box: Box, size_px: float) -> Curve:
    """Return the outline that a balloon's words stand in, without what stands out of it."""
    return Curve(
        box.center, block.half_width * size_px, block.half_height * size_px, EXPONENTS.get(manner.outline, 9.0)
    )


def balloon(manner: Manner, curve: Curve, tails: Sequence[Tail], size_px: float, unit_px: float) -> tuple[Stroke, ...]:
    """Return the strokes of a balloon with its tails."""
    pen = PEN * unit_px * _PENS.get(manner.outline, 1.0)
    match manner.outline:
        case "cloud":
            return (*_bubbles(tails, size_px, pen), Stroke(cloud(curve, size_px), "balloon", pen))
        case "whisper":
            path = rounded(curve, tails, size_px)
            return (Stroke(path, "paper"), Stroke(path, "faint", pen, 0.3 * unit_px))
        case "double":
            outer = Curve(
                curve.center,
                curve.half_width + 0.26 * size_px,
                curve.half_height + 0.26 * size_px,
                curve.exponent,
            )
            return (
                Stroke(rounded(outer, tails, size_px), "balloon", pen),
                Stroke(rounded(curve, (), size_px), "line", pen),
            )
        case "burst":
            return (Stroke(spiky(curve, tails, size_px), "balloon", pen),)
        case "jagged":
            return (Stroke(jagged(curve, tails, size_px), "balloon", pen),)
        case "square":
            return (Stroke(octagon(curve, tails, size_px), "balloon", pen),)
        case "wavy":
            return (Stroke(wavy(curve, tails, size_px), "balloon", pen),)
        case _:
            return (Stroke(rounded(curve, tails, size_px), "balloon", pen),)


def _bubbles(tails: Sequence[Tail], size_px: float, pen: float) -> tuple[Stroke, ...]:
    found: list[Stroke] = []
    for tail in tails:
        for share, radius in ((0.3, 0.36), (0.66, 0.26), (0.97, 0.17)):
            found.append(Stroke(_dot(along(tail.foot, tail.tip, share), radius * size_px), "balloon", pen))
    return tuple(found)


def _dot(center: Point, radius: float) -> str:
    x, y = center
    size = number(radius)
    return f"M{pair((x - radius, y))}A{size} {size} 0 1 1 {pair((x + radius, y))}A{size} {size} 0 1 1 {pair((x - radius, y))}Z"

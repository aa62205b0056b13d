"""The neck between two joined balloons."""

from .curve import Curve, move, pair, polygon
from .geometry import Point, along, distance
from .model import PEN, Stroke

_HALF_NECK = 0.42


def link(one: Curve, other: Curve, size_px: float, unit_px: float) -> tuple[Stroke, ...]:
    """Return the neck between two joined balloons, to be drawn over both."""
    way = max(1e-6, distance(one.center, other.center))
    half = _HALF_NECK * size_px
    dx, dy = (other.center[0] - one.center[0]) / way, (other.center[1] - one.center[1]) / way
    sides: list[tuple[Point, Point]] = []
    for sign in (1, -1):
        shift = (-dy * half * sign, dx * half * sign)
        here = (one.center[0] + shift[0], one.center[1] + shift[1])
        there = (other.center[0] + shift[0], other.center[1] + shift[1])
        sides.append((_leaving(one, here, there), _leaving(other, there, here)))
    (a, b), (c, d) = sides
    inwards = (half * 0.35 * dy, -half * 0.35 * dx)
    first, second = _bowed(a, b, inwards), _bowed(c, d, (-inwards[0], -inwards[1]))
    into = 0.22 * unit_px
    fill = polygon([
        a, b, (b[0] + dx * into, b[1] + dy * into), (d[0] + dx * into, d[1] + dy * into),
        d, c, (c[0] - dx * into, c[1] - dy * into), (a[0] - dx * into, a[1] - dy * into),
    ])  # fmt: skip
    pen = PEN * unit_px
    return (Stroke(fill, "paper"), Stroke(first, "line", pen), Stroke(second, "line", pen))


def _bowed(start: Point, end: Point, by: Point) -> str:
    middle = along(start, end, 0.5)
    return f"{move(start)}Q{pair((middle[0] + by[0], middle[1] + by[1]))} {pair(end)}"


def _leaving(curve: Curve, inside: Point, outside: Point) -> Point:
    """Return where a way from inside an outline crosses it."""
    low, high = 0.0, 1.0
    for _ in range(14):
        middle = (low + high) / 2
        if curve.holds(along(inside, outside, middle)):
            low = middle
        else:
            high = middle
    return along(inside, outside, low)

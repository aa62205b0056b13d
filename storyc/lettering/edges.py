"""Outlines as paths: smooth, spiky, jagged, trembling, straight and cloudy, each broken where a tail leaves it."""

from collections.abc import Sequence
from math import ceil, pi

from .curve import Curve, move, number, pair, polygon, smooth_path, straight_path
from .geometry import Point, along, box_around, distance
from .tails import Tail, tail_path

_SPIKES = (1.0, 0.58, 0.86, 0.5, 0.94, 0.68)
"""How far the spikes of a shout reach: unlike each other, and the same in every build."""


def _stretches(tails: Sequence[Tail]) -> list[tuple[float, float, Tail | None]]:
    """Return the parts of the outline between tails, clockwise, each with the tail that follows it."""
    if not tails:
        return [(0.0, 2 * pi, None)]
    ordered = sorted(tails, key=lambda tail: tail.start)
    found: list[tuple[float, float, Tail | None]] = []
    for number_, tail in enumerate(ordered):
        before = ordered[number_ - 1]
        start = before.end - (2 * pi if number_ == 0 else 0)
        if tail.start > start:
            found.append((start, tail.start, tail))
    return found


def rounded(curve: Curve, tails: Sequence[Tail], size_px: float) -> str:
    """Return a smooth outline with its tails."""
    parts: list[str] = []
    for start, end, tail in _stretches(tails):
        if not parts:
            parts.append(move(curve.at(start)))
        parts.append(smooth_path(curve, start, end))
        if tail is not None:
            parts.append(tail_path(tail, curve, size_px, "curved"))
    return "".join(parts) + "Z"


def _along(curve: Curve, tails: Sequence[Tail], pitch_px: float) -> list[tuple[list[Point], Tail | None]]:
    """Return the outline as points about `pitch_px` apart, in stretches between tails."""
    found: list[tuple[list[Point], Tail | None]] = []
    for start, end, tail in _stretches(tails):
        count = max(4, ceil(curve.length * (end - start) / (2 * pi) / pitch_px / 2) * 2)
        found.append((curve.evenly(count, start, end), tail))
    return found


def spiky(curve: Curve, tails: Sequence[Tail], size_px: float) -> str:
    """Return the outline of a shout."""
    points: list[Point] = []
    for stretch, tail in _along(curve, tails, 0.66 * size_px):
        for at, point in enumerate(stretch):
            reach = 0.8 * _SPIKES[at // 2 % len(_SPIKES)] if at % 2 else 0.02
            points.append(curve.outwards(point, reach * size_px))
        if tail is not None:
            points += (curve.at(tail.start), tail.tip)
    return polygon(points)


def jagged(curve: Curve, tails: Sequence[Tail], size_px: float) -> str:
    """Return the outline of a voice that comes over the air."""
    path = ""
    for stretch, tail in _along(curve, tails, 0.62 * size_px):
        moved = [curve.outwards(point, (0.02, 0.34, 0.1, 0.26)[at % 4] * size_px) for at, point in enumerate(stretch)]
        path += straight_path(moved) if path else move(moved[0]) + straight_path(moved[1:])
        if tail is not None:
            path += f"L{pair(curve.at(tail.start))}{tail_path(tail, curve, size_px, 'lightning')}"
    return path + "Z"


def wavy(curve: Curve, tails: Sequence[Tail], size_px: float) -> str:
    """Return the outline of a voice that trembles."""
    path = ""
    for stretch, tail in _along(curve, tails, 0.8 * size_px):
        ends = [*stretch[1:], curve.at(tail.start) if tail is not None else stretch[0]]
        path += "" if path else move(stretch[0])
        for at, (one, other) in enumerate(zip(stretch, ends, strict=True)):
            bulge = curve.outwards(along(one, other, 0.5), (0.24 if at % 2 else -0.16) * size_px)
            path += f"Q{pair(bulge)} {pair(other)}"
        if tail is not None:
            path += tail_path(tail, curve, size_px, "curved")
    return path + "Z"


def octagon(curve: Curve, tails: Sequence[Tail], size_px: float) -> str:
    """Return the outline of a machine."""
    box = box_around(curve.center, 2 * curve.half_width, 2 * curve.half_height)
    cut = min(0.45 * size_px, box.width * 0.2, box.height * 0.2)
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    points = [
        (right, bottom - cut), (right - cut, bottom), (left + cut, bottom), (left, bottom - cut),
        (left, top + cut), (left + cut, top), (right - cut, top), (right, top + cut),
    ]  # fmt: skip
    for tail in tails:
        points = _with_spur(points, tail, size_px)
    return polygon(points)


def _with_spur(points: list[Point], tail: Tail, size_px: float) -> list[Point]:
    """Return a polygon with a straight tail in the middle of the side that looks towards its tip."""
    sides = [(points[at], points[(at + 1) % len(points)]) for at in range(len(points))]
    long = [at for at, (one, other) in enumerate(sides) if distance(one, other) > 1.6 * size_px]
    if not long:
        return points
    at = min(long, key=lambda at: distance(_nearest(*sides[at], tail.foot), tail.foot))
    one, other = sides[at]
    length = distance(one, other)
    middle = min(max(distance(one, _nearest(one, other, tail.foot)), 0.7 * size_px), length - 0.7 * size_px) / length
    half = 0.45 * size_px / length
    spur = [along(one, other, middle - half), tail.tip, along(one, other, middle + half)]
    return [*points[: at + 1], *spur, *points[at + 1 :]]


def _nearest(one: Point, other: Point, point: Point) -> Point:
    dx, dy = other[0] - one[0], other[1] - one[1]
    share = ((point[0] - one[0]) * dx + (point[1] - one[1]) * dy) / max(1e-9, dx * dx + dy * dy)
    return along(one, other, min(1.0, max(0.0, share)))


def cloud(curve: Curve, size_px: float) -> str:
    """Return the outline of a thought; its tail is a row of bubbles apart from it."""
    count = max(9, round(curve.length / (1.5 * size_px)))
    points = curve.evenly(count, start=0.2, end=0.2 + 2 * pi)
    path = move(points[0])
    for one, other in zip(points, [*points[1:], points[0]], strict=True):
        radius = number(distance(one, other) * 0.54)
        path += f"A{radius} {radius} 0 0 1 {pair(other)}"
    return path + "Z"

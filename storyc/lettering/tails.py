"""The way from a balloon to the mouth that speaks: how far a tail goes, and its shape."""

from collections.abc import Iterable
from math import hypot
from typing import Literal

from msgspec import Struct

from storyc.storyboard import Speech

from .curve import Curve, pair
from .frame import Frame
from .geometry import Box, Point, along, distance

TailShape = Literal["curved", "lightning"]
_LONGEST = 3.5
_SHORTEST = 0.55
_REACH = 0.62
"""Share of the way to the mouth: a tail that points there need not touch, and where the mouth is nobody knows exactly."""
_HALF_FOOT = 0.46


class Tail(Struct, frozen=True, gc=False):
    """A tail between two points of an outline."""

    start: float
    """The angle of the outline where its foot begins, clockwise."""
    end: float
    tip: Point
    foot: Point
    """The point between the two."""


def targets_of(speech: Speech, box: Box, frame: Frame, *, is_linked: bool) -> tuple[Point, ...]:
    """Return what a balloon's tails point at: the mouths of those who speak, or the edge if they are outside."""
    if is_linked:
        return ()
    if "off" in speech.modifiers:
        x = 0.0 if box.center[0] < frame.width / 2 else frame.width
        return ((x, min(frame.height * 0.94, box.bottom + box.height * 0.4)),)
    found = [frame.heads[name] for name in speech.speakers if name in frame.heads]
    if not found and speech.speakers:
        found = [(frame.width / 2, frame.height * 0.5)]
    return tuple((x, max(y, box.bottom + box.height * 0.3) if box.left < x < box.right else y) for x, y in found[:3])


def tail_of(
    curve: Curve, target: Point, size_px: float, frame: Frame, others: Iterable[Box], *, is_to_edge: bool
) -> Tail | None:
    """Return the tail of a balloon, short of every other; None if there is no room for one."""
    angle = curve.angle_to(target)
    foot = curve.at(angle)
    way = distance(foot, target)
    if curve.holds(target) or way < 1e-6:
        return None
    reach = way if is_to_edge else way * _REACH
    reach = min(reach, _LONGEST * size_px)
    blocked = [other.grown(0.2 * size_px) for other in others]
    step = 0.2 * size_px
    free = 0.0
    inside = frame.inside(0.0)
    while free < reach:
        point = along(foot, target, min(free + step, reach) / way)
        if any(_is_in(point, box) for box in blocked) or not _is_in(point, inside):
            break
        free = min(free + step, reach)
    if free < _SHORTEST * size_px:
        return None
    half = min(_HALF_FOOT * size_px, curve.half_width * 0.3, curve.half_height * 0.5)
    speed = hypot(*curve.speed(angle))
    turn = half / max(1e-6, speed)
    return Tail(angle - turn, angle + turn, along(foot, target, free / way), foot)


def tail_path(tail: Tail, curve: Curve, size_px: float, shape: TailShape) -> str:
    """Return the commands that draw a tail, after a pen that stands at its beginning, to its end."""
    start, end, tip = curve.at(tail.start), curve.at(tail.end), tail.tip
    way = distance(tail.foot, tip)
    if shape == "curved":
        # Both sides bend the same way, like a tooth: the bend is that of a pen drawn from the wrist.
        bend = 0.16 if tip[0] >= curve.center[0] else -0.16
        side = (-(tip[1] - tail.foot[1]) * bend, (tip[0] - tail.foot[0]) * bend)
        return "".join(
            (
                f"Q{pair(_moved(along(start, tip, 0.45), side))} {pair(tip)}",
                f"Q{pair(_moved(along(end, tip, 0.45), side))} {pair(end)}",
            )
        )
    if shape == "lightning" and way > size_px:
        return _lightning(start, end, tip)
    return f"L{pair(tip)}L{pair(end)}"


def _lightning(start: Point, end: Point, tip: Point) -> str:
    """Return a bolt: a band that narrows while it goes to one side, to the other and to the tip."""
    across = ((end[0] - start[0]) / 2, (end[1] - start[1]) / 2)
    foot = along(start, end, 0.5)
    kinks = ((0.42, 1.0, 0.6), (0.56, -0.9, 0.42))
    one, other = (
        [
            _moved(along(foot, tip, far), (across[0] * (aside + half), across[1] * (aside + half)))
            for far, aside, half in row
        ]
        for row in (
            [(far, aside, -half) for far, aside, half in kinks],
            [(far, aside, half) for far, aside, half in reversed(kinks)],
        )
    )
    return "".join(f"L{pair(point)}" for point in (*one, tip, *other, end))


def _moved(point: Point, by: Point) -> Point:
    return (point[0] + by[0], point[1] + by[1])


def _is_in(point: Point, box: Box) -> bool:
    return box.left <= point[0] <= box.right and box.top <= point[1] <= box.bottom

"""The shapes that words stand in: what a modifier does to an outline, and how outlines are drawn.

An outline leaves room for its letters: the corners of the block of letters lie inside the shape, whatever the shape.
"""

from itertools import pairwise
from math import atan2, cos, hypot, pi, sin
from typing import Literal

from msgspec import Struct

from .brief import Lettering
from .canvas import Canvas
from .colours import INK, WHITE, mixed
from .geometry import Box, Point, along, box_around, rounded

Outline = Literal["plain", "burst", "cloud", "whisper", "jagged", "square", "wavy", "double", "box", "none"]

_OUTLINES: dict[str, Outline] = {
    "thought": "cloud",
    "burst": "burst",
    "radio": "jagged",
    "robot": "square",
    "double-outline": "double",
    "weak": "wavy",
    "whisper": "whisper",
}
_SIZES = {"small": 0.82, "whisper": 0.9, "weak": 0.92, "large": 1.3, "burst": 1.16}
_EXPONENTS: dict[Outline, float] = {"square": 7.0, "jagged": 5.0, "cloud": 3.2}
_RIMS: dict[Outline, float] = {"burst": 0.8, "cloud": 0.42, "jagged": 0.34, "wavy": 0.2, "double": 0.3, "square": 0.05}


class Body(Struct, frozen=True, gc=False):
    """What a lettering stands in. Lengths are multiples of the size of its letters."""

    outline: Outline
    size: float = 1.0
    """What the size of the letters is multiplied by."""

    def around(self, width_px: float, height_px: float, size_px: float) -> tuple[float, float]:
        """Return the width and height of the whole shape about a block of letters."""
        padding, rim = self._padding() * size_px, self._rim() * size_px
        swell = self._swell()
        return (width_px * swell + 2 * (padding + rim), height_px * swell + 2 * (padding * 0.8 + rim))

    def room_px(self, width_px: float, size_px: float) -> float:
        """Return the width of the letters in a shape of this width."""
        return (width_px - self.around(0, 0, size_px)[0]) / self._swell()

    def column_px(self, height_px: float, size_px: float) -> float:
        """Return the height of the letters in a shape of this height."""
        return (height_px - self.around(0, 0, size_px)[1]) / self._swell()

    def core(self, box: Box, size_px: float) -> Box:
        """Return the part of a shape's box that its spikes and bumps stand out from."""
        return box.grown(-self._rim() * size_px)

    @property
    def exponent(self) -> float:
        """Return how square the shape is."""
        return _EXPONENTS.get(self.outline, 3.0)

    def _swell(self) -> float:
        return 2 ** (1 / self.exponent) if self.outline not in {"box", "none"} else 1.0

    def _rim(self) -> float:
        return _RIMS.get(self.outline, 0.0)

    def _padding(self) -> float:
        return {"none": 0.1, "box": 0.45}.get(self.outline, 0.4)


def body_of(lettering: Lettering) -> Body:
    """Return the shape that a lettering's kind and modifiers ask for."""
    size = 1.0
    for modifier in lettering.modifiers:
        size *= _SIZES.get(modifier, 1.0)
    match lettering.kind:
        case "speech":
            outlines = (_OUTLINES[modifier] for modifier in _OUTLINES if modifier in lettering.modifiers)
            return Body(next(outlines, "plain"), size)
        case "caption":
            return Body("none" if "floating" in lettering.modifiers else "box", size)
        case "sign":
            return Body("box", size)
        case "effect" | "title":
            return Body("none", size)


def draw_balloon(canvas: Canvas, body: Body, box: Box, size_px: float, targets: tuple[Point, ...]) -> None:
    """Draw a balloon with a tail to each of `targets`."""
    core = body.core(box, size_px)
    ink_px = 2.6
    if body.outline == "cloud":
        for target in targets:
            _draw_bubbles(canvas, core, target, size_px)
    else:
        for target in targets:
            _draw_tail(canvas, core, target, size_px, is_open=False)
    points = _points(body, core, box)
    match body.outline:
        case "cloud":
            _draw_cloud(canvas, core, box)
        case "whisper":
            canvas.fill(points, WHITE)
            dashes = rounded(core.grown(-3.5 * canvas.unit), body.exponent, 56)
            for start in range(0, len(dashes), 4):
                canvas.line([*dashes, dashes[0]][start : start + 3], mixed(INK, WHITE, 0.2), ink_px)
        case "double":
            canvas.shape(rounded(box, body.exponent, 56), WHITE, INK, ink_px)
            canvas.shape(points, WHITE, INK, ink_px)
        case _:
            canvas.shape(points, WHITE, INK, ink_px)
    if body.outline != "cloud":
        for target in targets:
            _draw_tail(canvas, core, target, size_px, is_open=True)


def _points(body: Body, core: Box, box: Box) -> list[Point]:
    """Return the outline: the core's, with what stands out of it."""
    match body.outline:
        case "burst" | "jagged" | "wavy":
            steps = {"burst": 44, "jagged": 60, "wavy": 120}[body.outline]
            inner, outer = rounded(core, body.exponent, steps), rounded(box, body.exponent, steps)
            return [
                along(near, far, _reach(body.outline, step))
                for step, (near, far) in enumerate(zip(inner, outer, strict=True))
            ]
        case "square":
            cut = min(core.width, core.height) * 0.12
            return [
                (core.left + cut, core.top), (core.right - cut, core.top), (core.right, core.top + cut), (core.right, core.bottom - cut),
                (core.right - cut, core.bottom), (core.left + cut, core.bottom), (core.left, core.bottom - cut), (core.left, core.top + cut),
            ]  # fmt: skip
        case _:
            return rounded(core, body.exponent, 56)


def _reach(outline: Outline, step: int) -> float:
    match outline:
        case "wavy":
            return 0.5 + 0.5 * sin(step * 2 * pi / 8)
        case "jagged":
            return (0.0, 0.9, 0.25, 1.0)[step % 4]
        case _:
            return (0.05, 1.0 if step % 4 == 1 else 0.62)[step % 2]


def _draw_cloud(canvas: Canvas, core: Box, box: Box) -> None:
    bump = (core.left - box.left) * 2.1
    steps = max(10, min(34, int((core.width + core.height) / max(1.0, bump) * 1.05)))
    ring = _evenly(rounded(core, 3.2, 96), steps)
    for x, y in ring:
        canvas.shape(rounded(box_around((x, y), bump, bump), 2, 18), WHITE, INK, 2.4)
    canvas.fill(rounded(core, 3.2, 56), WHITE)
    for x, y in ring:
        canvas.fill(rounded(box_around((x, y), bump * 0.86, bump * 0.86), 2, 14), WHITE)


def _evenly(points: list[Point], count: int) -> list[Point]:
    """Return `count` points at equal distances along a closed line."""
    closed = [*points, points[0]]
    lengths = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(closed)]
    step, walked = sum(lengths) / count, 0.0
    found: list[Point] = []
    for number, length in enumerate(lengths):
        while len(found) < count and walked + length >= step * len(found):
            found.append(
                along(closed[number], closed[number + 1], (step * len(found) - walked) / length if length else 0.0)
            )
        walked += length
    return found


def _draw_bubbles(canvas: Canvas, core: Box, target: Point, size_px: float) -> None:
    start = _edge(core, target)
    for share, radius in ((0.22, 0.38), (0.52, 0.28), (0.78, 0.19)):
        x, y = along(start, target, share)
        canvas.shape(rounded(box_around((x, y), radius * 2 * size_px, radius * 1.7 * size_px), 2, 20), WHITE, INK, 2.2)


def _draw_tail(canvas: Canvas, core: Box, target: Point, size_px: float, *, is_open: bool) -> None:
    """Draw a tail; `is_open` paints over the line between tail and balloon once the balloon stands."""
    center = core.center
    angle = atan2(target[1] - center[1], target[0] - center[0])
    start = along(_edge(core, target), center, 0.12)
    reach = hypot(target[0] - start[0], target[1] - start[1])
    if reach < size_px * 0.5:
        return
    half = min(size_px * 0.62, core.width * 0.2, core.height * 0.42)
    across = (-sin(angle) * half, cos(angle) * half)
    tip = along(start, target, min(1.0, size_px * 11 / reach))
    bend = (along(start, tip, 0.5)[0] * 0.6 + start[0] * 0.4, along(start, tip, 0.6)[1])
    spine = [along(along(start, bend, step / 8), along(bend, tip, step / 8), step / 8) for step in range(9)]
    inside = 0.72 if is_open else 1.0
    left, right = [], []
    for step, (x, y) in enumerate(spine[:6] if is_open else spine):
        girth = inside * (1 - step / 8)
        left.append((x + across[0] * girth, y + across[1] * girth))
        right.append((x - across[0] * girth, y - across[1] * girth))
    canvas.fill([*left, *right[::-1]], WHITE)
    if not is_open:
        canvas.line(left, INK, 2.6)
        canvas.line(right, INK, 2.6)


def _edge(core: Box, target: Point) -> Point:
    """Return where the way from the middle of a balloon to a point leaves the balloon."""
    x, y = core.center
    across, down = target[0] - x, target[1] - y
    reach = ((abs(across) / max(1.0, core.width / 2)) ** 3 + (abs(down) / max(1.0, core.height / 2)) ** 3) ** (1 / 3)
    return target if reach <= 1 else (x + across / reach, y + down / reach)

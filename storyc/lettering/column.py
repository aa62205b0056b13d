"""Balloons and captions in the order in which they are read."""

from collections.abc import Mapping, Sequence
from math import inf
from typing import Literal

from msgspec import Struct

from storyc.storyboard import Caption, Reading, Speech

from .fitting import Block
from .frame import Frame
from .geometry import Box, Point, along

Crowd = Literal["loose", "close", "packed"]
"""How balloons give way to each other: by their speakers, roughly by them, or in rows whoever speaks."""
CROWDS: tuple[Crowd, ...] = ("loose", "close", "packed")

_NEIGHBOURS = 6
"""How many of the boxes placed last offer their edges to the next."""
_SAME_ROW = 0.35
"""Of the lower of two boxes: those that overlap more, seen from the side, are read across."""
_RAISED = 0.2
"""How much higher the next one in a row may begin, or it is read with the row above."""
_NEXT_ROW = 0.1
"""The same for one that lies back towards where reading begins: it must stand clearly lower, or it is read first."""
_NEAR: Mapping[Crowd, float] = {"loose": 0.75, "close": 0.22, "packed": 0.04}
"""What it costs to stand far from the speaker."""
_HIGH, _CLEAR, _RANK, _LINKED, _LEVEL, _CROSSED = 1.0, 1.6, 0.07, 2.5, 3.0, 0.45
"""What it costs to stand low, on a head, in other lines, away from a linked balloon, off its level, in the way of a tail."""


def is_read_after(earlier: Box, later: Box, reading: Reading) -> bool:
    """Return whether a reader comes to `later` after `earlier`: further on in the same row, or lower."""
    if reading == "right-to-left":
        is_beyond, is_onwards = later.right <= earlier.left, later.center[0] <= earlier.center[0]
    else:
        is_beyond, is_onwards = later.left >= earlier.right, later.center[0] >= earlier.center[0]
    shared = min(earlier.bottom, later.bottom) - max(earlier.top, later.top)
    lower = min(earlier.height, later.height)
    if is_beyond and shared > _SAME_ROW * lower:
        return later.top >= earlier.top - _RAISED * lower
    return later.center[1] > earlier.center[1] and shared <= (_SAME_ROW if is_onwards else _NEXT_ROW) * lower


class Wish(Struct, frozen=True, gc=False):
    """What a balloon or a caption wants of its place."""

    x: float
    """Where its middle should be."""
    margin_px: float
    is_closing: bool
    """It has the last word, at the foot of the panel."""
    is_dual: bool
    is_linked: bool


class Column:
    """What has been placed so far, and where the next may stand."""

    def __init__(self, frame: Frame, size_px: float, crowd: Crowd) -> None:
        self._frame = frame
        self._size_px = size_px
        self._runs_down = frame.reading == "vertical" and crowd == "loose"
        self._gap_px = (1.1 if self._runs_down else 0.4) * size_px
        self._crowd = crowd
        self._near = _NEAR[crowd]
        self._boxes: list[Box] = []
        self._zones = frame.zones()
        self._tails: list[tuple[Point, Point]] = []
        self._side = 0

    def add(
        self,
        item: Speech | Caption,
        blocks: Sequence[Block],
        size_px: float,
        *,
        is_closing: bool,
        may_cover: bool = False,
    ) -> tuple[Box, Block] | None:
        """Return the best place and the lines that fit it, or None; with `may_cover` others are covered if need be."""
        wish = self._wish(item, is_closing=is_closing)
        area = self._frame.inside(wish.margin_px)
        best: tuple[float, Box, Block] | None = None
        for rank, block in enumerate(blocks):
            limit = inf if best is None else best[0] - rank * _RANK
            found = self._best(wish, area, block.width * size_px, block.height * size_px, limit, may_cover=may_cover)
            if found is not None:
                best = (found[0] + rank * _RANK, found[1], block)
        if best is None:
            return None
        self._keep(item, best[1])
        return (best[1], best[2])

    def _keep(self, item: Speech | Caption, box: Box) -> None:
        self._boxes.append(box)
        if isinstance(item, Speech):
            self._side += 1
            foot = ((box.left + box.right) / 2, box.bottom)
            heads = (self._frame.heads[name] for name in item.speakers if name in self._frame.heads)
            self._tails += ((foot, along(foot, head, 0.5)) for head in heads if "off" not in item.modifiers)

    def _wish(self, item: Speech | Caption, *, is_closing: bool) -> Wish:
        frame = self._frame
        if isinstance(item, Caption):
            x = frame.onwards(1.0 if is_closing else self._side % 2)
            return Wish(x, 0.3 * self._size_px, is_closing, is_dual=False, is_linked=False)
        known = [frame.heads[name][0] for name in item.speakers if name in frame.heads]
        if self._crowd == "packed":
            x = frame.onwards(0.0)
        elif "off" in item.modifiers:
            x = frame.onwards(self._side % 2)
        elif not known or len(frame.heads) == 1:
            x = frame.onwards(0.3 if self._side % 2 == 0 else 0.7)
        else:
            x = sum(known) / len(known)
        return Wish(
            x, 0.5 * self._size_px, is_closing=False, is_dual=item.is_dual, is_linked="joined" in item.modifiers
        )

    def _best(
        self, wish: Wish, area: Box, width: float, height: float, limit: float, *, may_cover: bool
    ) -> tuple[float, Box] | None:
        """Return what the best place costs, and the place; None if there is none below the limit."""
        best: Box | None = None
        for cost, left, top in self._candidates(wish, area, width, height):
            if cost >= limit:
                break
            box = Box(left, top, left + width, top + height)
            if not may_cover and not self._is_free(box, is_dual=wish.is_dual):
                continue
            full = cost + self._extra(box, wish, area)
            if may_cover:
                full += 100 * sum(box.overlap(other) for other in self._boxes) / (width * height)
            if full < limit:
                limit, best = full, box
        return None if best is None else (limit, best)

    def _candidates(self, wish: Wish, area: Box, width: float, height: float) -> list[tuple[float, float, float]]:
        """Return the places that a box may have, as (cost, left, top): beside and below the last ones, and at the edges."""
        last_left, last_top = area.right - width, area.bottom - height
        if last_left < area.left or last_top < area.top:
            return []
        lefts = {min(max(area.left, wish.x - width / 2), last_left), area.left, last_left}
        tops = {area.top, last_top}
        for box in self._boxes[-_NEIGHBOURS:]:
            lefts |= {box.right + self._gap_px, box.left - self._gap_px - width}
            tops |= {box.top, box.top + box.height * 0.66, box.bottom + self._gap_px}
        middle, across = wish.x - width / 2, self._near / area.width
        start, down = (last_top, -_HIGH / area.height) if wish.is_closing else (area.top, _HIGH / area.height)
        heights = [((top - start) * down, top) for top in tops if area.top <= top <= last_top]
        return sorted(
            (high + abs(left - middle) * across, left, top)
            for left in lefts
            if area.left <= left <= last_left
            for high, top in heights
        )

    def _extra(self, box: Box, wish: Wish, area: Box) -> float:
        """Return what a place costs for what it hides, crosses, and is far from."""
        covered = sum(box.overlap(zone) for zone in self._zones)
        cost = _CLEAR * covered / (box.width * box.height)
        cost += _CROSSED * sum(_crosses(box, *tail) for tail in self._tails[-_NEIGHBOURS:])
        if self._boxes and (wish.is_dual or wish.is_linked):
            last = self._boxes[-1]
            if wish.is_dual:
                cost += _LEVEL * abs(box.top - last.top) / area.height
            if wish.is_linked:
                across = max(0.0, box.left - last.right, last.left - box.right)
                below = max(0.0, box.top - last.bottom)
                cost += _LINKED * (across + below) / area.height
        return cost

    def _is_free(self, box: Box, *, is_dual: bool) -> bool:
        gap = self._gap_px * 0.9
        left, top, right, bottom = box.left - gap, box.top - gap, box.right + gap, box.bottom + gap
        for other in reversed(self._boxes):
            if left < other.right and other.left < right and top < other.bottom and other.top < bottom:
                return False
            if self._runs_down and not is_dual and box.top < other.bottom:
                return False
            if not is_read_after(other, box, self._frame.reading):
                return False
        return True


def _crosses(box: Box, start: Point, end: Point) -> bool:
    """Return whether a box lies in the way between two points."""
    if (
        max(start[0], end[0]) < box.left
        or min(start[0], end[0]) > box.right
        or end[1] < box.top
        or start[1] > box.bottom
    ):
        return False
    return any(
        box.left < start[0] + (end[0] - start[0]) * share < box.right
        and box.top < start[1] + (end[1] - start[1]) * share < box.bottom
        for share in (0.1, 0.3, 0.5, 0.7, 0.9)
    )

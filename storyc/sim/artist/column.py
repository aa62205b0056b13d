"""Balloons, captions and titles in reading order, down the panel."""

from math import hypot

from .balloons import Body, body_of
from .brief import Lettering
from .desk import Attempt, Desk, Placed, obstacles, voice_of
from .geometry import Box, Point, along
from .typeset import LINE_HEIGHT, Block

_TITLE_SIZE = 2.6
_LABEL_SIZE = 0.62
_RATIOS = {"caption": 9.0, "title": 7.0}
_BALLOON_RATIO = 2.1
"""Letterers break lines so that a balloon's words are about twice as wide as high."""
_COLUMN_RATIO = 1.6
"""The same of columns: height over width."""
_ONE_COLUMN = 6
"""Letters that need no second one."""
_STRAY = 0.1
"""How much lower, as a share of the frame, a balloon may stand to be at a place that suits it better."""


class Column:
    """The letterings placed so far, and where the next may stand."""

    def __init__(self, desk: Desk, attempt: Attempt) -> None:
        self._desk = desk
        self._attempt = attempt
        self._boxes: list[Box] = []
        self._obstacles = obstacles(desk, attempt)
        self._previous: Lettering | None = None

    def add(self, lettering: Lettering, *, is_closing: bool) -> Placed | None:
        """Return the lettering in its place, or None if there is none; `is_closing` asks for the foot of the panel."""
        body = body_of(lettering)
        size = self._attempt.size_px * body.size
        block = self._columns(lettering, body, size) or self._block(lettering, body, size)
        label = self._label(lettering, size)
        width, height = body.around(block.width_px, block.height_px, block.size_px)
        head = 0.0
        if label:
            head, width = label.height_px, max(width, label.width_px + size)
        spot = self._foot(width, height) if is_closing else None
        spot = spot or self._spot(lettering, width, height + head)
        if spot is None:
            return None
        self._boxes.append(spot)
        self._previous = lettering
        shape = Box(spot.left, spot.top + head, spot.right, spot.bottom)
        targets = _targets(lettering, self._desk, shape) if lettering.kind == "speech" else ()
        return Placed(lettering, body, block, box=spot, shape=shape, label=label, targets=targets)

    def _block(self, lettering: Lettering, body: Body, size_px: float) -> Block:
        """Return the text in lines of a pleasant length; wider ones, up to the frame, rather than divided words."""
        setter, voice, text = self._desk.setter, voice_of(lettering), lettering.text
        frame_px = self._desk.frame.width
        room_px = frame_px * self._attempt.widest
        if lettering.kind == "title":
            room_px = frame_px * 0.94
            size_px *= _TITLE_SIZE
            size_px *= min(1.0, 0.96 * room_px / max(1.0, setter.longest_px(text, size_px, voice)))
        longest_px, length_px = setter.longest_px(text, size_px, voice) + 1, setter.length_px(text, size_px, voice)
        ratio = _RATIOS.get(lettering.kind, _BALLOON_RATIO)
        wanted_px = 1.06 * (length_px * size_px * LINE_HEIGHT * ratio) ** 0.5
        if length_px <= size_px * 7:
            wanted_px = length_px + 1
        widest_px = max(size_px, body.room_px(room_px, size_px))
        widest_px = max(widest_px, min(longest_px, body.room_px(frame_px, size_px)))
        return setter.even_block(
            text, size_px, min(widest_px, max(wanted_px, longest_px)), voice=voice, max_lines=self._attempt.max_lines
        )

    def _columns(self, lettering: Lettering, body: Body, size_px: float) -> Block | None:
        """Return the text in columns; None if it has lines, as have all texts that are too long for their panel."""
        setter = self._desk.columns_for(lettering)
        if setter is None or self._attempt.is_last:
            return None
        longest_px, length_px = (
            setter.longest_px(lettering.text, size_px) + 1,
            setter.length_px(lettering.text, size_px),
        )
        wanted_px = 1.04 * (length_px * size_px * LINE_HEIGHT * _COLUMN_RATIO) ** 0.5
        if length_px <= size_px * _ONE_COLUMN:
            wanted_px = length_px + 1
        room_px = body.column_px(self._desk.frame.height * self._attempt.widest, size_px)
        return setter.even_block(lettering.text, size_px, max(size_px, min(room_px, max(wanted_px, longest_px))))

    def _label(self, lettering: Lettering, size_px: float) -> Block | None:
        seen = {stand.person.name for stand in self._desk.stands}
        unseen = [name for name in lettering.speakers if name not in seen]
        if not unseen:
            return None
        return self._desk.setter.block(
            " & ".join(unseen), size_px * _LABEL_SIZE, self._desk.frame.width / 2, max_lines=1
        )

    def _foot(self, width: float, height: float) -> Box | None:
        frame = self._desk.frame
        left = frame.left if self._desk.is_right_to_left else frame.right - width
        spot = Box(left, frame.bottom - height, left + width, frame.bottom)
        return spot if self._is_free(spot) else None

    def _spot(self, lettering: Lettering, width: float, height: float) -> Box | None:
        """Return the highest free place, unless one a little lower is better."""
        best: Box | None = None
        best_cost = float("inf")
        for rank, left in enumerate(self._lefts(lettering, width)):
            for top in self._tops(left + width / 2, height):
                spot = Box(left, top, left + width, top + height)
                cost = top + rank * _STRAY * self._desk.frame.height
                if cost >= best_cost:
                    break
                if self._desk.frame.holds(spot, 0.01) and self._is_free(spot):
                    best, best_cost = spot, cost
                    break
        return best

    def _lefts(self, lettering: Lettering, width: float) -> list[float]:
        """Return where the left side may be, best first: by the speaker, else on the side that is free."""
        frame = self._desk.frame
        left, right, middle = frame.left, frame.right - width, frame.center[0] - width / 2
        if lettering.kind == "title":
            return [middle, left, right]
        first, last = (right, left) if self._starts_right(lettering) else (left, right)
        if lettering.kind == "caption":
            return [first, middle, last]
        nudge = min(frame.width * 0.05, max(0.0, (frame.width - width) / 2))
        inwards = nudge if first == left else -nudge
        sides = [first + inwards, first, middle, last - inwards, last]
        speaker = next((s for s in self._desk.stands if s.person.name in lettering.speakers), None)
        if speaker is None or len(self._desk.stands) == 1:
            return sides
        return [max(left, min(right, speaker.x - width / 2)), *sides]

    def _starts_right(self, lettering: Lettering) -> bool:
        before = self._previous
        if before is None or before.kind == "title" or before.kind == lettering.kind == "caption":
            return self._desk.is_right_to_left
        return self._boxes[-1].center[0] < self._desk.frame.center[0]

    def _tops(self, middle: float, height: float) -> list[float]:
        """Return how high a balloon may stand and still be read after the one before it, highest first."""
        frame, gap = self._desk.frame, self._attempt.gap_px
        highest = frame.top
        if self._boxes:
            last = self._boxes[-1]
            is_onwards = (middle < last.left) if self._desk.is_right_to_left else (middle > last.right)
            highest = last.top + last.height * 0.45 if is_onwards else last.bottom + gap * 0.5
        edges = (box.bottom + gap for box in (*self._boxes, *self._obstacles))
        return sorted({highest, *(edge for edge in edges if highest < edge <= frame.bottom - height)})

    def _is_free(self, spot: Box) -> bool:
        roomy = spot.grown(self._attempt.gap_px * 0.5)
        return not any(roomy.overlaps(box) for box in (*self._boxes, *self._obstacles))


def _targets(lettering: Lettering, desk: Desk, balloon: Box) -> tuple[Point, ...]:
    """Return where a balloon's tails end: short of each speaker's head, or at the frame for a voice from outside."""
    middle = balloon.center
    found: list[Point] = []
    for stand in desk.stands:
        if stand.person.name in lettering.speakers:
            way = hypot(stand.head[0] - middle[0], stand.head[1] - middle[1])
            found.append(along(stand.head, middle, min(0.9, 1.3 * stand.head_radius_px / max(1.0, way))))
    if found:
        return tuple(found)
    edge = desk.frame.left if middle[0] < desk.frame.center[0] else desk.frame.right
    return ((edge, min(desk.frame.bottom, balloon.bottom + balloon.height * 0.5)),)

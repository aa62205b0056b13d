"""Where the letters of a panel stand.

Letterings are placed in reading order, each where its neighbours leave room: from top to bottom, from the side where
reading begins. If they do not fit, everything is tried again, step by step, smaller and tighter; what cannot be lettered
at the smallest size ends by saying how much is missing. Nothing is ever cut by the frame.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from .balloons import Body, body_of
from .brief import Lettering, Shot
from .camera import Stand
from .canvas import turned_size
from .fonts import Voice
from .geometry import Box, Point, along, box_around
from .hand import Hand
from .typeset import Block, Typesetter

_LETTERING_LIMIT = 30


class Placed(Struct, frozen=True, gc=False):
    """A lettering and its place."""

    lettering: Lettering
    body: Body
    block: Block
    box: Box
    """Everything that is drawn, tails left out."""
    letters: Box
    """The block of letters, before it is turned."""
    degrees: float = 0.0
    label: Block | None = None
    """The speaker's name, for a voice that nobody in the picture has."""
    targets: tuple[Point, ...] = ()
    """Where the tails point."""


class Arrangement(Struct, frozen=True, gc=False):
    """The letters of a panel."""

    placed: tuple[Placed, ...]
    omitted: int = 0
    """How many letterings found no place at all; only in pictures as small as a stamp, or with dozens of balloons."""


class _Try(Struct, frozen=True, gc=False):
    size_px: float
    widest: float
    """The widest balloon, as a share of the picture."""
    gap_px: float
    is_clear_of_people: bool
    max_lines: int = 10_000
    is_last: bool = False


class _Desk(Struct, frozen=True, gc=False):
    """What stays the same while one panel is arranged."""

    setter: Typesetter
    picture: Box
    stands: tuple[Stand, ...]
    kept_clear: tuple[Box, ...]
    is_right_to_left: bool
    unit: float


def arrange(
    shot: Shot, picture: Box, stands: tuple[Stand, ...], kept_clear: Sequence[Box], setter: Typesetter, unit: float
) -> Arrangement:
    """Return the place of every lettering of a panel; `unit` is the scale of the picture, 1 for 768 pixels."""
    letterings = shot.letterings[:_LETTERING_LIMIT]
    beyond = len(shot.letterings) - len(letterings)
    desk = _Desk(setter, picture.grown(-8 * unit), stands, tuple(kept_clear), shot.is_right_to_left, unit)
    placed: tuple[Placed, ...] = ()
    for attempt in _tries(unit, picture):
        placed = _arranged(letterings, desk, attempt)
        if len(placed) == len(letterings):
            break
    return Arrangement(placed, beyond + len(letterings) - len(placed))


def _tries(unit: float, picture: Box) -> Iterator[_Try]:
    base, gap = 29 * unit, 12 * unit
    for share in (1.0, 0.9, 0.8, 0.7):
        yield _Try(base * share, 0.56, gap, is_clear_of_people=True)
    for share in (0.9, 0.75, 0.62):
        yield _Try(base * share, 0.66, gap * 0.7, is_clear_of_people=False)
    for share in (0.55, 0.46):
        yield _Try(base * share, 0.9, gap * 0.4, is_clear_of_people=False)
    smallest = min(8.0, base * 0.4)
    yield _Try(smallest, 0.94, 2.0, is_clear_of_people=False)
    lines = max(1, int(picture.height / smallest / 1.24))
    while lines > 1:
        yield _Try(smallest, 0.94, 2.0, is_clear_of_people=False, max_lines=lines)
        lines = lines * 2 // 3
    yield _Try(smallest, 0.94, 1.0, is_clear_of_people=False, max_lines=1)
    yield _Try(smallest * 0.8, 0.96, 0.5, is_clear_of_people=False, max_lines=1, is_last=True)


def _arranged(letterings: Sequence[Lettering], desk: _Desk, attempt: _Try) -> tuple[Placed, ...]:
    """Return what found a place; fewer than asked means that the attempt has failed."""
    found: dict[int, Placed] = {}
    flow = [number for number, lettering in enumerate(letterings) if lettering.kind in {"speech", "caption", "title"}]
    loose = [number for number, lettering in enumerate(letterings) if lettering.kind in {"effect", "sign"}]
    column = _Column(desk, attempt)
    for number in flow:
        is_closing = all(letterings[later].kind == "caption" for later in flow if later >= number) and number != flow[0]
        placed = column.add(letterings[number], is_closing=is_closing)
        if placed:
            found[number] = placed
        elif not attempt.is_last:
            return ()
    for number in loose:
        placed = _loosely(letterings[number], desk, attempt, [item.box for item in found.values()], number)
        if placed:
            found[number] = placed
        elif not attempt.is_last:
            return ()
    return tuple(found[number] for number in sorted(found))


class _Column:
    """The letterings placed so far, and where the next may stand."""

    def __init__(self, desk: _Desk, attempt: _Try) -> None:
        self._desk = desk
        self._attempt = attempt
        self._boxes: list[Box] = []
        self._side = 1 if desk.is_right_to_left else 0
        self._previous: Lettering | None = None

    def add(self, lettering: Lettering, *, is_closing: bool) -> Placed | None:
        """Return the lettering in its place, or None if there is none."""
        desk, attempt = self._desk, self._attempt
        body = body_of(lettering)
        voice = voice_of(lettering)
        size = attempt.size_px * body.size * (2.6 if lettering.kind == "title" else 1.0)
        frame = desk.picture
        room = frame.width * (0.94 if lettering.kind == "title" else attempt.widest)
        if lettering.kind == "title":
            size *= min(1.0, room / max(1.0, desk.setter.longest_px(lettering.text, size, voice)))
        widest = max(size, body.room_px(min(room, frame.width), size))
        longest = min(desk.setter.longest_px(lettering.text, size, voice) + 1, body.room_px(frame.width, size))
        block = _shapely(desk.setter, lettering, size, max(widest, longest), voice, attempt.max_lines)
        label = self._label(lettering, size)
        width, height = body.around(block.width_px, block.height_px, size)
        head = label.height_px if label else 0.0
        width = max(width, label.width_px + size if label else 0.0)
        spot = self._spot(lettering, width, height + head, is_closing=is_closing)
        if spot is None:
            return None
        self._boxes.append(spot)
        self._previous = lettering
        shape = Box(spot.left, spot.top + head, spot.right, spot.bottom)
        x, y = shape.center
        return Placed(
            lettering,
            body,
            block,
            box=spot,
            letters=box_around((x, y), block.width_px, block.height_px),
            label=label,
            targets=_targets(lettering, desk, shape) if lettering.kind == "speech" else (),
        )

    def _label(self, lettering: Lettering, size_px: float) -> Block | None:
        if lettering.kind != "speech":
            return None
        seen = {stand.person.name for stand in self._desk.stands}
        unseen = [name for name in lettering.speakers if name not in seen]
        if not unseen:
            return None
        return self._desk.setter.block(" & ".join(unseen), size_px * 0.62, self._desk.picture.width * 0.5, max_lines=1)

    def _spot(self, lettering: Lettering, width: float, height: float, *, is_closing: bool) -> Box | None:
        frame = self._desk.picture
        if width > frame.width or height > frame.height:
            return None
        if is_closing:
            place = frame.right - width if not self._desk.is_right_to_left else frame.left
            low = Box(place, frame.bottom - height, place + width, frame.bottom)
            if self._is_free(low):
                return low
        side = self._next_side(lettering)
        for y in self._heights(side, height):
            for x in self._places(lettering, side, width):
                spot = Box(x, y, x + width, y + height)
                if frame.holds(spot, 0.01) and self._is_free(spot):
                    self._side = side
                    return spot
        return None

    def _next_side(self, lettering: Lettering) -> int:
        """Return 0 for the left, 1 for the right: near the speaker, else the side that the last balloon left free."""
        frame = self._desk.picture
        for stand in self._desk.stands:
            if (
                len(self._desk.stands) > 1
                and lettering.kind == "speech"
                and stand.person.name in lettering.speakers[:1]
            ):
                share = (stand.x - frame.left) / frame.width
                if not 0.42 < share < 0.58:
                    return int(share > 0.5)
        if self._previous is None or self._previous.kind == "title":
            return self._side
        return self._side if self._previous.kind == "caption" == lettering.kind else 1 - self._side

    def _heights(self, side: int, height: float) -> list[float]:
        frame, gap = self._desk.picture, self._attempt.gap_px
        if not self._boxes:
            lowest = frame.top
        else:
            last = self._boxes[-1]
            is_onwards = side != int(self._desk.is_right_to_left)
            lowest = last.top + last.height * 0.45 if is_onwards else last.bottom + gap * 0.5
        edges = [box.bottom + gap for box in (*self._boxes, *self._obstacles())]
        return sorted({lowest, *(edge for edge in edges if lowest < edge <= frame.bottom - height)})

    def _places(self, lettering: Lettering, side: int, width: float) -> list[float]:
        frame = self._desk.picture
        left, right, middle = frame.left, frame.right - width, frame.center[0] - width / 2
        if lettering.kind == "title":
            return [middle, left, right]
        if lettering.kind == "caption":
            return [right, middle, left] if side else [left, middle, right]
        nudge = min(frame.width * 0.05, max(0.0, (frame.width - width) / 2))
        edge, other = (right - nudge, left + nudge) if side else (left + nudge, right - nudge)
        return [edge, right if side else left, middle, other, left if side else right]

    def _obstacles(self) -> tuple[Box, ...]:
        return self._desk.kept_clear if self._attempt.is_clear_of_people else ()

    def _is_free(self, spot: Box) -> bool:
        roomy = spot.grown(self._attempt.gap_px * 0.5)
        return not any(roomy.overlaps(box) for box in (*self._boxes, *self._obstacles()))


def voice_of(lettering: Lettering) -> Voice:
    """Return the letters that a lettering is drawn with."""
    return "loud" if lettering.kind in {"effect", "title"} else "hand"


def _shapely(
    setter: Typesetter, lettering: Lettering, size_px: float, widest_px: float, voice: Voice, max_lines: int
) -> Block:
    """Return the text in lines that make a block about twice as wide as high, as letterers do."""
    length = setter.length_px(lettering.text, size_px, voice)
    ratio = {"caption": 5.0, "title": 7.0}.get(lettering.kind, 2.1)
    wanted = max((length * size_px * 1.24 * ratio) ** 0.5 * 1.06, setter.longest_px(lettering.text, size_px, voice) + 1)
    if length <= size_px * 7:
        wanted = max(wanted, length + 1)
    return setter.block(lettering.text, size_px, min(widest_px, wanted), voice=voice, max_lines=max_lines)


def _targets(lettering: Lettering, desk: _Desk, balloon: Box) -> tuple[Point, ...]:
    """Return where a balloon's tails end: short of each speaker's head, or at the frame for a voice from outside."""
    found: list[Point] = []
    x, y = balloon.center
    for stand in desk.stands:
        if stand.person.name in lettering.speakers:
            near = along(
                stand.head, (x, y), min(0.9, 1.3 * stand.head_radius_px / max(1.0, _distance(stand.head, (x, y))))
            )
            found.append(near)
    if not found:
        is_left = x < desk.picture.center[0]
        edge = desk.picture.left if is_left else desk.picture.right
        found.append((edge, min(desk.picture.bottom, balloon.bottom + balloon.height * 0.5)))
    return tuple(found[:4])


def _distance(first: Point, second: Point) -> float:
    return ((first[0] - second[0]) ** 2 + (first[1] - second[1]) ** 2) ** 0.5


def _loosely(lettering: Lettering, desk: _Desk, attempt: _Try, taken: Sequence[Box], number: int) -> Placed | None:
    """Return an effect or a sign where nothing else stands, or None."""
    hand = Hand("loose", lettering.text, number)
    body, voice, frame = body_of(lettering), voice_of(lettering), desk.picture
    is_effect = lettering.kind == "effect"
    largest = (attempt.size_px * (3.4 if is_effect else 1.5)) * body.size
    for share in (1.0, 0.75, 0.55, 0.4) if not attempt.is_last else (0.4, 0.3):
        size = max(largest * share, min(attempt.size_px, 9 * desk.unit))
        widest = frame.width * (0.74 if is_effect else 0.5)
        size = max(
            min(attempt.size_px, size),
            size * min(1.0, widest / max(1.0, desk.setter.longest_px(lettering.text, size, voice))),
        )
        block = desk.setter.block(lettering.text, size, max(size, widest), voice=voice, max_lines=attempt.max_lines)
        degrees = hand.pick((-9.0, -6.0, 5.0, 8.0)) if is_effect and len(block.lines) <= 2 else 0.0
        around = body.around(
            block.width_px + (size * 0.4 if is_effect else 0), block.height_px + (size * 0.3 if is_effect else 0), size
        )
        width, height = turned_size(*around, degrees)
        if width > frame.width or height > frame.height:
            continue
        spot = _clearest(lettering, desk, attempt, taken, (width, height), hand)
        if spot:
            return Placed(
                lettering, body, block, spot, box_around(spot.center, block.width_px, block.height_px), degrees
            )
    return None


def _clearest(
    lettering: Lettering, desk: _Desk, attempt: _Try, taken: Sequence[Box], size: tuple[float, float], hand: Hand
) -> Box | None:
    frame, (width, height) = desk.picture, size
    downs = (
        (0.62, 0.78, 0.45, 0.95, 0.3, 0.12, 0.0, 1.0)
        if lettering.kind == "effect"
        else (0.22, 0.1, 0.34, 0.46, 0.6, 0.0, 0.75, 0.9, 1.0)
    )
    acrosses = (0.9, 0.1, 0.5, 0.3, 0.7, 0.0, 1.0)
    if hand.has(0.5):
        acrosses = (0.1, 0.9, 0.5, 0.7, 0.3, 1.0, 0.0)
    obstacles = (*taken, *(desk.kept_clear if attempt.is_clear_of_people else ()))
    for down in downs:
        for across in acrosses:
            spot = Box(0, 0, width, height).moved(
                frame.left + (frame.width - width) * across, frame.top + (frame.height - height) * down
            )
            if not any(spot.grown(attempt.gap_px * 0.3).overlaps(box) for box in obstacles):
                return spot
    return None

"""Where the lettering of a panel stands.

Balloons and captions are placed in reading order, each where it costs least: high up, near its speaker, off the heads. If
one finds no place that is free and read in its turn, all are tried again with smaller letters. What fits nowhere even then
is set smaller than is read with ease, or covers other lettering, or is left out, and that is said.
"""

from collections.abc import Sequence
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from storyc.storyboard import Caption, Sfx, Speech, Title

from .column import CROWDS, Column, is_read_after
from .fitting import Block, Fitted, fit
from .frame import Frame
from .geometry import Box
from .loose import place_loosely
from .manner import Lettering, Manner
from .model import ProblemKind

_SCALES = (1.0, 0.9, 0.8, 0.7, 0.62, 0.52, 0.44, 0.37)
"""Of the letters of a whole panel."""
_LEAST_WITH_EASE = 0.62
"""The smallest of them that is read with ease."""
_SMALLEST = (0.75, 0.55, 0.4)
"""What the last of them is multiplied by for a text that is too long even then."""
_LEAST_LOUD = 0.4
"""The same for the large letters of effects and titles, in multiples of it."""
_MOST_COVERED = 0.85
"""Share of a picture that balloons can cover at all, whatever their order."""
_MOST_PLACED = 30
"""Letterings of one panel; whoever writes more has not written a panel."""


class Wanted(Struct, frozen=True, gc=False):
    """Lettering that needs a place."""

    item: Lettering
    manner: Manner
    fitted: Fitted

    @property
    def narrow(self) -> Fitted:
        """Return the text with the outlines that it has where there is little room."""
        narrow = fit(self.item.text, self.manner, is_vertical=self.fitted.is_vertical, is_narrow=True)
        return narrow or self.fitted


class Spot(Struct, frozen=True, gc=False):
    """The place of a lettering."""

    box: Box
    block: Block
    size_px: float
    problem: ProblemKind | None = None


def arrange(wanted: Sequence[Wanted], frame: Frame) -> list[Spot | None]:
    """Return the place of each lettering, None for those without; a spot says if it is a bad one."""
    kept = wanted[:_MOST_PLACED]
    spots: list[Spot | None] = []
    for scale, crowd in product(_scales(kept, frame), CROWDS):
        column = Column(frame, frame.size_px * scale, crowd)
        is_last = (scale, crowd) == (_SCALES[-1], CROWDS[-1])
        spots = _arranged(kept, column, frame, scale, is_last=is_last)
        if None not in spots:
            break
    judged = [_judged(number, kept, spots, frame) for number in range(len(kept))]
    return [*judged, *[None] * (len(wanted) - len(kept))]


def _scales(wanted: Sequence[Wanted], frame: Frame) -> Sequence[float]:
    """Return the sizes to try: not those at which the balloons alone are larger than the picture."""
    size_px = frame.size_px
    covered = sum(
        min(block.width * block.height for block in one.fitted.blocks) * (size_px * one.manner.size) ** 2
        for one in wanted
        if isinstance(one.item, Speech | Caption)
    )
    most = _MOST_COVERED * frame.width * frame.height
    return [scale for scale in _SCALES[:-1] if covered * scale * scale <= most] + [_SCALES[-1]]


def _judged(number: int, wanted: Sequence[Wanted], spots: Sequence[Spot | None], frame: Frame) -> Spot | None:
    """Return a spot with what is wrong with it."""
    spot, one = spots[number], wanted[number]
    if spot is None:
        return None
    before = [(at, found.box) for at, found in enumerate(spots[:number]) if found is not None]
    if any(box.overlap(spot.box) > 0 for _, box in before):
        return replace(spot, problem="covers")
    flow = [box for at, box in before if isinstance(wanted[at].item, Speech | Caption)]
    is_in_flow = isinstance(one.item, Speech | Caption)
    if is_in_flow and not all(is_read_after(box, spot.box, frame.reading) for box in flow):
        return replace(spot, problem="out-of-turn")
    least = _LEAST_WITH_EASE * (1 if is_in_flow else _LEAST_LOUD)
    return replace(spot, problem="small") if spot.size_px < 0.99 * least * frame.size_px * one.manner.size else spot


def _arranged(
    wanted: Sequence[Wanted], column: Column, frame: Frame, scale: float, *, is_last: bool
) -> list[Spot | None]:
    """Return the places with letters of one size; the first that is missing ends the attempt unless it is the last one."""
    found: list[Spot | None] = [None] * len(wanted)
    flow = [(number, one.item) for number, one in enumerate(wanted) if isinstance(one.item, Speech | Caption)]
    for number, item in flow:
        is_closing = number == flow[-1][0] and len(flow) > 1 and isinstance(item, Caption)
        spot = _in_column(column, item, wanted[number], frame.size_px * scale, is_closing=is_closing, is_last=is_last)
        if spot is None and not is_last:
            return [None]
        found[number] = spot
    taken = [spot.box for spot in found if spot is not None]
    for number, one in enumerate(wanted):
        if not isinstance(one.item, Sfx | Title):
            continue
        place = place_loosely(
            one.fitted, one.manner, frame, taken, scale, progress=number / max(1, len(wanted) - 1), is_last=is_last
        )
        if place is None and not is_last:
            return [None]
        if place is not None:
            found[number] = Spot(*place)
            taken.append(place[0])
    return found


def _in_column(
    column: Column, item: Speech | Caption, one: Wanted, unit_px: float, *, is_closing: bool, is_last: bool
) -> Spot | None:
    wanted_px = unit_px * one.manner.size
    ways = [(wanted_px, False)]
    if is_last:
        sizes = [unit_px * smaller * min(1.0, one.manner.size) for smaller in _SMALLEST]
        ways = [(size_px, may_cover) for size_px in (wanted_px, *sizes) for may_cover in (False, True)]
    for size_px, may_cover in ways:
        for is_narrow in (False, True):
            blocks = one.narrow.blocks if is_narrow else one.fitted.blocks
            place = column.add(item, blocks, size_px, is_closing=is_closing, may_cover=may_cover)
            if place is not None:
                return Spot(*place, size_px)
    return None

"""Where the letters of a panel stand.

Letterings are placed in reading order, each where its neighbours leave room: from top to bottom, from the side where
reading begins. If they do not fit, everything is tried again, step by step, smaller and tighter; what cannot be lettered
at the smallest size ends by saying how much is missing. Nothing is ever cut by the frame.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from .brief import Lettering
from .column import Column
from .desk import Attempt, Desk, Placed
from .loose import place_loosely
from .typeset import LINE_HEIGHT

_LETTERING_LIMIT = 30
_SIZE_PX = 29
"""The letters of a balloon in a picture 768 pixels wide."""
_SMALLEST_PX = 8.0
_LEAST_FRAME_PX = 40


class Arrangement(Struct, frozen=True, gc=False):
    """The letters of a panel."""

    placed: tuple[Placed, ...]
    omitted: int = 0
    """How many letterings found no place at all: in pictures as small as a stamp, or beyond dozens of balloons."""


def arrange(letterings: Sequence[Lettering], desk: Desk) -> Arrangement:
    """Return the place of every lettering of a panel, in reading order."""
    wanted = letterings[:_LETTERING_LIMIT] if min(desk.frame.width, desk.frame.height) >= _LEAST_FRAME_PX else ()
    placed: tuple[Placed, ...] = ()
    for attempt in _attempts(desk):
        placed = _arranged(wanted, desk, attempt)
        if len(placed) == len(wanted):
            break
    return Arrangement(placed, len(letterings) - len(placed))


def _attempts(desk: Desk) -> Iterator[Attempt]:
    base, gap = _SIZE_PX * desk.unit, 12 * desk.unit
    for share in (1.0, 0.86, 0.76):
        yield Attempt(base * share, 0.56, gap, clear_of="bodies")
    for share in (0.94, 0.8, 0.66):
        yield Attempt(base * share, 0.56, gap, clear_of="faces")
    for share in (0.8, 0.66, 0.56):
        yield Attempt(base * share, 0.66, gap * 0.7)
    for share in (0.48, 0.4):
        yield Attempt(base * share, 0.9, gap * 0.4)
    smallest = min(_SMALLEST_PX, base * 0.35)
    yield Attempt(smallest, 0.94, 2.0)
    lines = int(desk.frame.height / smallest / LINE_HEIGHT)
    while lines > 1:
        yield Attempt(smallest, 0.94, 2.0, max_lines=lines)
        lines = lines * 2 // 3
    yield Attempt(smallest, 0.94, 1.0, max_lines=1)
    yield Attempt(smallest * 0.8, 0.96, 0.5, max_lines=1, is_last=True)


def _arranged(letterings: Sequence[Lettering], desk: Desk, attempt: Attempt) -> tuple[Placed, ...]:
    """Return what found a place; fewer than asked means that the attempt has failed."""
    found: dict[int, Placed] = {}
    flow = [number for number, lettering in enumerate(letterings) if lettering.kind not in {"effect", "sign"}]
    closing = _closing(letterings, flow)
    column = Column(desk, attempt)
    for number in sorted(range(len(letterings)), key=lambda number: number not in flow):
        lettering = letterings[number]
        if number in flow:
            placed = column.add(lettering, is_closing=number == closing)
        else:
            placed = place_loosely(lettering, desk, attempt, [item.box for item in found.values()])
        if placed:
            found[number] = placed
        elif not attempt.is_last:
            return ()
    return tuple(found[number] for number in sorted(found))


def _closing(letterings: Sequence[Lettering], flow: Sequence[int]) -> int:
    """Return which lettering stands at the foot of the panel: a caption that has the last word; -1 if none has."""
    return flow[-1] if len(flow) > 1 and letterings[flow[-1]].kind == "caption" else -1

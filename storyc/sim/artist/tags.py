"""Name tags: who is who, pinned where the figure leaves room."""

from collections.abc import Sequence

from msgspec import Struct

from .canvas import Canvas
from .colours import INK, PAPER
from .geometry import Box, box_around
from .places import Stand
from .typeset import Block, Typesetter


class Tag(Struct, frozen=True, gc=False):
    """A name and its place."""

    block: Block
    box: Box


def plan_tags(stands: Sequence[Stand], more: int, picture: Box, setter: Typesetter, unit: float) -> tuple[Tag, ...]:
    """Return a tag for everyone, none over another; one more says how many are not drawn."""
    tags: list[Tag] = []
    size = 14.5 * unit
    frame = picture.grown(-5 * unit)
    is_small = max((stand.height_px for stand in stands), default=0.0) < picture.height * 0.48
    for stand in stands:
        block = setter.block(stand.person.name, size, max(size, picture.width * 0.3), max_lines=1)
        below = stand.feet_y + 10 * unit
        chest = stand.feet_y - stand.height_px * 0.57
        y = below if is_small else min(chest, frame.bottom - 14 * unit)
        tags.append(_free(Tag(block, _around(block, (stand.x, y), unit)), tags, frame, unit))
    if more:
        block = setter.block(f"+{more} more", size, picture.width * 0.3, max_lines=1)
        tags.append(_free(Tag(block, _around(block, picture.at(0.5, 0.97), unit)), tags, frame, unit))
    return tuple(tag for tag in tags if frame.holds(tag.box, 0.5))


def _around(block: Block, center: tuple[float, float], unit: float) -> Box:
    return box_around(center, block.width_px + 14 * unit, block.height_px + 3 * unit)


def _free(tag: Tag, others: Sequence[Tag], frame: Box, unit: float) -> Tag:
    box = tag.box.kept_inside(frame)
    for _ in range(len(others) + 1):
        struck = next((other.box for other in others if other.box.overlaps(box)), None)
        if struck is None:
            break
        step = struck.top - box.bottom - 2 * unit
        box = box.moved(0, step) if box.top + step >= frame.top else box.moved(0, struck.bottom - box.top + 2 * unit)
    return Tag(tag.block, box)


def draw_tag(canvas: Canvas, tag: Tag) -> None:
    """Draw one tag."""
    canvas.rectangle(tag.box, PAPER, INK, 1.6, 5 * canvas.unit)
    left = tag.box.center[0] - tag.block.width_px / 2
    canvas.letters(tag.block, left, tag.box.center[1] - tag.block.height_px / 2)

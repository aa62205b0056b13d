"""Strips to scroll through: panels below each other, as wide as the screen, in files that are cut only between panels."""

from collections.abc import Iterator

from msgspec import Struct
from PIL import Image

from storyc.storyboard import Panel

from .book import Book, Frame
from .options import ExportOptions
from .picture import ENDINGS, WHITE, encoded, picture_of
from .scenes import last_scene, scenes

_BREATH = 0.08
"""Space between panels, as a part of the width."""
_SCENE_BREATHS = 4.0
_PAGE_BREATHS = 2.0
_SILENT_BREATHS = 2.0


class Strip(Struct, frozen=True):
    """One file."""

    name: str
    content: bytes


class _Step(Struct, frozen=True, gc=False):
    """A panel, and the space above it."""

    frame: Frame
    space_px: int
    height_px: int


def strips(book: Book, options: ExportOptions) -> Iterator[Strip]:
    """Yield the files of a strip, from the top. A panel that is higher than a file may be has one of its own."""
    number = 0
    for number, (steps, below_px) in enumerate(_files(list(_steps(book, options.width_px)), options), 1):
        picture = _drawn(book, steps, below_px, options.width_px)
        yield Strip(f"strip-{number:04}.{ENDINGS[options.picture]}", encoded(picture, options.picture))


def _steps(book: Book, width_px: int) -> Iterator[_Step]:
    """Yield every panel; time passes in the space above it: more for a silence, a page or a scene."""
    scene = ""
    before: Panel | None = None
    for page in book.pages:
        for frame, begins in zip(book.frames(page), scenes(page, scene), strict=True):
            panel = frame.panel
            breaths = max(
                1.0,
                _SCENE_BREATHS if begins and before is not None else 0.0,
                _PAGE_BREATHS if panel.ordinal == 1 and before is not None else 0.0,
                _SILENT_BREATHS if "silent" in panel.framing or (before and "silent" in before.framing) else 0.0,
            )
            yield _Step(frame, round(breaths * _BREATH * width_px), max(1, round(width_px / frame.ratio)))
            before = panel
        scene = last_scene(page, scene)


def _files(steps: list[_Step], options: ExportOptions) -> Iterator[tuple[list[_Step], int]]:
    """Yield what stands in each file and the space at its end. A cut goes through the middle of a space."""
    held: list[_Step] = []
    high_px = 0
    for step, after in zip(steps, (*steps[1:], None), strict=False):
        space_px = step.space_px if held or step is steps[0] else step.space_px - step.space_px // 2
        held.append(_Step(step.frame, space_px, step.height_px))
        high_px += space_px + step.height_px
        if after is None:
            yield held, round(_BREATH * options.width_px)
        elif high_px + after.space_px + after.height_px + after.space_px // 2 > options.max_height_px:
            yield held, after.space_px // 2
            held, high_px = [], 0


def _drawn(book: Book, steps: list[_Step], below_px: int, width_px: int) -> Image.Image:
    sheet = Image.new("RGB", (width_px, sum(step.space_px + step.height_px for step in steps) + below_px), WHITE)
    y_px = 0
    for step in steps:
        y_px += step.space_px
        sheet.paste(picture_of(book, step.frame, (width_px, step.height_px)), (0, y_px))
        y_px += step.height_px
    return sheet

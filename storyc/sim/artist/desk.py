"""What the letterer has before her: the panel, the placed letters, and how hard she tries."""

from typing import Literal

from msgspec import Struct

from .balloons import Body, body_of
from .brief import Lettering
from .columns import ColumnSetter, is_upright
from .fonts import Voice
from .geometry import Box, Point
from .places import Stand
from .typeset import Block, Typesetter


class Placed(Struct, frozen=True, gc=False):
    """A lettering and its place."""

    lettering: Lettering
    body: Body
    block: Block
    box: Box
    """Everything that is drawn, tails left out."""
    shape: Box
    """The balloon or box alone, without the label over it."""
    degrees: float = 0.0
    label: Block | None = None
    """The speaker's name, for a voice that nobody in the picture has."""
    targets: tuple[Point, ...] = ()
    """Where the tails point."""

    @property
    def letters(self) -> Box:
        """Return the place of the block of letters, before it is turned."""
        (x, y), half_width, half_height = self.shape.center, self.block.width_px / 2, self.block.height_px / 2
        return Box(x - half_width, y - half_height, x + half_width, y + half_height)


class Desk(Struct, frozen=True, gc=False):
    """What stays the same while one panel is lettered."""

    setter: Typesetter
    frame: Box
    """Where letters may stand."""
    stands: tuple[Stand, ...]
    faces: tuple[Box, ...]
    """Faces and names, which letters cover only when there is no other room."""
    bodies: tuple[Box, ...]
    """Whole people, which letters keep clear of as long as they can stay large."""
    is_right_to_left: bool
    unit: float
    """The scale of the picture: 1 if its short side is 768 pixels."""
    columns: ColumnSetter | None = None
    """Who sets balloons in columns, if they can be set so."""

    def columns_for(self, lettering: Lettering) -> ColumnSetter | None:
        """Return who sets a lettering in columns; None if it has lines: all do but East Asian words read from right to left."""
        is_framed = lettering.kind in {"speech", "caption"} and body_of(lettering).outline != "none"
        return self.columns if self.is_right_to_left and is_framed and is_upright(lettering.text) else None


class Attempt(Struct, frozen=True, gc=False):
    """How large and how loosely everything is lettered."""

    size_px: float
    widest: float
    """The widest balloon, as a share of the frame."""
    gap_px: float
    clear_of: Literal["bodies", "faces", "letters"] = "letters"
    max_lines: int = 10_000
    is_last: bool = False
    """Whether letterings may be left out."""


def obstacles(desk: Desk, attempt: Attempt) -> tuple[Box, ...]:
    """Return what letters keep clear of besides each other."""
    match attempt.clear_of:
        case "bodies":
            return (*desk.bodies, *desk.faces)
        case "faces":
            return desk.faces
        case "letters":
            return ()


def voice_of(lettering: Lettering) -> Voice:
    """Return the letters that a lettering is drawn with."""
    return "loud" if lettering.kind in {"effect", "title"} else "hand"

"""What a lettered panel is made of: outlines and lines of text, each at its place in the picture."""

from typing import Literal

from msgspec import Struct

from storyc.storyboard import Origin, Run

from .geometry import Box
from .letters import Voice

Kind = Literal["speech", "caption", "sfx", "title"]
ProblemKind = Literal["small", "out-of-turn", "covers", "no-room"]
"""Set smaller than is read with ease, read before what it follows, laid over other lettering, or not lettered at all."""


PEN = 0.085
"""How broad a pen is, in multiples of the size of the letters of a plain balloon."""


class Stroke(Struct, frozen=True, gc=False):
    """A path of an outline."""

    path: str
    """The `d` of an SVG path, in pixels of the picture."""
    look: str
    """The class that says how it is filled and drawn."""
    width_px: float = 0.0
    """Of the pen; 0 if it is only filled."""
    dash_px: float = 0.0
    """Of each dash; 0 for an unbroken line."""


class Line(Struct, frozen=True, gc=False):
    """One line of text, or one column of vertical text."""

    runs: tuple[Run, ...]
    x_px: float
    """Where it is anchored: the middle, or the side where reading begins if the text is set flush; a column's middle."""
    y_px: float
    """The baseline; the top of a column."""
    length_px: float
    is_measured: bool
    """Whether `length_px` is what the fonts say; if not, whoever draws it must make it as long."""
    has_space: bool
    """Whether a space parts it from the next line."""


class Placed(Struct, frozen=True, gc=False):
    """A balloon, caption, effect or title in its place."""

    kind: Kind
    looks: tuple[str, ...]
    """Kind of caption and modifiers, as the storyboard spells them."""
    voice: Voice
    size_px: float
    """Of the letters."""
    box: Box
    """What it covers, without its tail."""
    strokes: tuple[Stroke, ...]
    lines: tuple[Line, ...]
    is_italic: bool = False
    is_flush: bool = False
    """Whether lines begin below each other, rather than being centred."""
    is_vertical: bool = False
    direction: Literal["ltr", "rtl"] = "ltr"
    turn_degrees: float = 0.0
    """How far the text is turned about the middle of its box, clockwise."""


class Problem(Struct, frozen=True, gc=False):
    """Lettering that did not find a good place."""

    kind: ProblemKind
    panel: int
    """The panel's ordinal on its page."""
    origin: Origin
    """Where the panel is written."""
    text: str
    """The words, as one line."""


class Lettered(Struct, frozen=True, gc=False):
    """All the lettering of a panel."""

    width_px: int
    height_px: int
    language: str
    placed: tuple[Placed, ...] = ()
    """In reading order."""
    problems: tuple[Problem, ...] = ()

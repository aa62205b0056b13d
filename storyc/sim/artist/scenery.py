"""The place and tools that every part of a background is drawn with."""

from msgspec import Struct

from .canvas import Canvas, Colour
from .colours import INK, Rgb, mixed
from .geometry import Box, Point, rough
from .hand import Hand
from .lexicon import Light, Thing
from .palette import PALETTES, Palette


class Scenery(Struct, frozen=True, gc=False):
    """A picture whose background is being drawn."""

    canvas: Canvas
    picture: Box
    horizon: float
    """The height of the horizon in the picture, 0 at the top, 1 at the bottom."""
    light: Light
    things: frozenset[Thing]
    hand: Hand
    has_people: bool

    @property
    def palette(self) -> Palette:
        """Return the colours of the light."""
        return PALETTES[self.light]

    @property
    def ink(self) -> Rgb:
        """Return the colour of outlines far away: softer than ink."""
        return mixed(INK, self.palette.far, 0.35)

    def at(self, across: float, down: float) -> Point:
        """Return the point at these shares of the picture."""
        return self.picture.at(across, down)

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """Return the box between these shares of the picture."""
        (x0, y0), (x1, y1) = self.at(left, top), self.at(right, bottom)
        return Box(x0, y0, x1, y1)

    def wash(self, points: list[Point], colour: Colour, width_px: float = 1.8, ink: Rgb | None = None) -> None:
        """Draw a shape with the outline of an unsteady hand."""
        drawn = rough([*points, points[0]], self.hand, 1.1 * self.canvas.unit)
        self.canvas.fill(drawn, colour)
        self.canvas.line(drawn, ink or self.ink, width_px)

    def stroke(self, points: list[Point], width_px: float = 1.8, ink: Colour | None = None) -> None:
        """Draw a line of an unsteady hand."""
        self.canvas.line(rough(points, self.hand, 1.0 * self.canvas.unit), ink or self.ink, width_px)

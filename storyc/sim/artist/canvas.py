"""The sheet that is drawn on: shapes and letters, given in pixels of the finished picture.

Pillow draws hard edges, so everything is drawn `scale` times larger and reduced at the end, letters too: what is drawn
later covers what was drawn before, whatever it is.
"""

from collections.abc import Iterable, Sequence
from math import cos, radians, sin, sqrt

from PIL import Image, ImageDraw, ImageFont

from .colours import INK, Rgb
from .columns import is_across, is_upright
from .fonts import Fonts
from .geometry import Box, Point
from .scripts import clusters
from .typeset import Block

Colour = Rgb | tuple[int, int, int, int]
_LARGEST_PX = 3_000_000


def scale_for(width_px: int, height_px: int) -> int:
    """Return how many times larger a picture is drawn: 2, or 1 for pictures whose size smooths them already."""
    return 2 if width_px * height_px <= _LARGEST_PX else 1


def unit_for(width_px: int, height_px: int) -> float:
    """Return how long here is what measures one pixel in a picture of 768 by 1024."""
    return max(0.3, min(sqrt(width_px * height_px / (768 * 1024)), min(width_px, height_px) / 480))


class Canvas:
    """An image under work."""

    def __init__(self, width_px: int, height_px: int, fonts: Fonts, colour: Rgb) -> None:
        self.width_px = width_px
        self.height_px = height_px
        self.scale = scale_for(width_px, height_px)
        self.unit = unit_for(width_px, height_px)
        self.fonts = fonts
        self._image = Image.new("RGB", (width_px * self.scale, height_px * self.scale), colour)
        self._solid = ImageDraw.Draw(self._image)
        self._clear = ImageDraw.Draw(self._image, "RGBA")

    def finished(self) -> Image.Image:
        """Return the picture at its own size."""
        return self._image.reduce(self.scale) if self.scale > 1 else self._image

    def fill(self, points: Sequence[Point], colour: Colour) -> None:
        """Fill a shape; a fourth number in the colour is its opacity, 0 to 255."""
        if len(points) > 2:
            self._pen(colour).polygon(self._scaled(points), fill=colour)

    def line(self, points: Sequence[Point], colour: Colour = INK, width_px: float = 2.0) -> None:
        """Draw a line through points, with round joints."""
        if len(points) > 1:
            width = self._thickness(width_px)
            self._pen(colour).line(self._scaled(points), fill=colour, width=width, joint="curve" if width > 3 else None)

    def shape(self, points: Sequence[Point], colour: Colour, ink: Colour = INK, width_px: float = 2.0) -> None:
        """Fill a shape and draw its outline."""
        self.fill(points, colour)
        if points:
            self.line([*points, points[0], points[1 % len(points)]], ink, width_px)

    def dot(self, center: Point, radius_px: float, colour: Colour) -> None:
        """Fill a circle."""
        x, y = center
        self.oval(Box(x - radius_px, y - radius_px, x + radius_px, y + radius_px), colour)

    def oval(self, box: Box, colour: Colour, ink: Colour | None = None, width_px: float = 2.0) -> None:
        """Fill an ellipse, with an outline if `ink` is given."""
        width = self._thickness(width_px) if ink else 0
        self._pen(colour).ellipse(self._corners(box), fill=colour, outline=ink, width=width)

    def rectangle(
        self, box: Box, colour: Colour | None, ink: Colour | None = None, width_px: float = 2.0, radius_px: float = 0.0
    ) -> None:
        """Fill an upright rectangle, with rounded corners and an outline if they are given."""
        width = self._thickness(width_px) if ink else 0
        pen = self._pen(colour or ink or INK)
        radius_px = min(radius_px, box.width / 2 - 1, box.height / 2 - 1)
        if radius_px > 1:
            pen.rounded_rectangle(self._corners(box), radius_px * self.scale, fill=colour, outline=ink, width=width)
        else:
            pen.rectangle(self._corners(box), fill=colour, outline=ink, width=width)

    def gradient(self, box: Box, top: Rgb, bottom: Rgb) -> None:
        """Fill a rectangle with colours that change from top to bottom, in broad strokes of the brush."""
        steps = 14
        for step in range(steps):
            share = step / (steps - 1)
            colour = tuple(round(a + (b - a) * share) for a, b in zip(top, bottom, strict=True))
            edge = box.top + box.height * step / steps
            band = Box(box.left, edge, box.right, min(box.bottom, edge + box.height / steps + 1))
            self.rectangle(band, (colour[0], colour[1], colour[2]))

    def letters(self, block: Block, left: float, top: float, colour: Colour = INK, *, is_centered: bool = True) -> None:
        """Draw lines of text, each centred on the block's width unless told otherwise, or columns from their common top."""
        if block.is_vertical:
            self._columns(block, left, top, colour)
            return
        for number, line in enumerate(block.lines):
            x = left + ((block.width_px - line.width_px) / 2 if is_centered else 0.0)
            y = top + number * block.line_height_px + block.baseline_px
            for run in line.runs:
                font = self.fonts.opened(run.face, block.size_px * self.scale, is_shaped=run.is_shaped)
                place = ((x + run.x_px) * self.scale, y * self.scale)
                self._pen(colour).text(place, run.text, fill=colour, font=font, anchor="ls")

    def _columns(self, block: Block, left: float, top: float, colour: Colour) -> None:
        for number, column in enumerate(block.lines):
            x = (left + block.width_px - (number + 0.5) * block.line_height_px) * self.scale
            for run in column.runs:
                font = self.fonts.opened(run.face, block.size_px * self.scale, is_shaped=True)
                y, letter_px = (top + run.x_px) * self.scale, block.size_px * run.face.scale * self.scale
                if is_upright(run.text):
                    for place, letter in enumerate(clusters(run.text)):
                        where = (x, y + place * letter_px)
                        self._pen(colour).text(where, letter, fill=colour, font=font, anchor="st", direction="ttb")
                elif is_across(run.text):
                    self._pen(colour).text((x, y + letter_px / 2), run.text, fill=colour, font=font, anchor="mm")
                else:
                    self._lying(run.text, font, (x, y), colour)

    def _lying(self, text: str, font: ImageFont.FreeTypeFont, top: Point, colour: Colour) -> None:
        """Draw letters turned clockwise by a right angle, below a point that is the middle of their upper edge."""
        ascent, descent = font.getmetrics()
        plate = Image.new("L", (round(font.getlength(text)) + 1, ascent + descent))
        ImageDraw.Draw(plate).text((0, ascent), text, fill=255, font=font, anchor="ls")
        turned = plate.transpose(Image.Transpose.ROTATE_270)
        self._image.paste(colour, (round(top[0] - turned.width / 2), round(top[1])), turned)

    def slanted_letters(
        self,
        block: Block,
        center: Point,
        degrees: float,
        *,
        colour: Rgb,
        rim: Rgb,
        rim_px: float,
        shadow_px: float = 0.0,
    ) -> None:
        """Draw lines of text turned about their centre, counter-clockwise, with a rim in another colour and a shadow."""
        margin = rim_px * 2 + block.size_px * 0.25
        width, height = (round((length + 2 * margin) * self.scale) for length in (block.width_px, block.height_px))
        inner, outer = Image.new("L", (width, height)), Image.new("L", (width, height))
        for image, stroke in ((outer, self._thickness(rim_px)), (inner, 0)):
            pen = ImageDraw.Draw(image)
            for number, line in enumerate(block.lines):
                x = margin + (block.width_px - line.width_px) / 2
                y = margin + number * block.line_height_px + block.baseline_px
                for run in line.runs:
                    font = self.fonts.opened(run.face, block.size_px * self.scale, is_shaped=run.is_shaped)
                    place = ((x + run.x_px) * self.scale, y * self.scale)
                    pen.text(place, run.text, fill=255, font=font, anchor="ls", stroke_width=stroke)
        if degrees:
            inner, outer = (image.rotate(degrees, Image.Resampling.BILINEAR, expand=True) for image in (inner, outer))
        left, top = (round(middle * self.scale - length / 2) for middle, length in zip(center, outer.size, strict=True))
        offset = round(shadow_px * self.unit * self.scale)
        if offset:
            self._image.paste(INK, (left + offset, top + offset), outer)
        self._image.paste(rim, (left, top), outer)
        self._image.paste(colour, (left, top), inner)

    def _pen(self, colour: Colour) -> ImageDraw.ImageDraw:
        return self._clear if len(colour) == 4 else self._solid

    def _thickness(self, width_px: float) -> int:
        return max(1, round(width_px * self.unit * self.scale))

    def _scaled(self, points: Iterable[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def _corners(self, box: Box) -> tuple[float, float, float, float]:
        left, right = sorted((box.left * self.scale, box.right * self.scale))
        top, bottom = sorted((box.top * self.scale, box.bottom * self.scale))
        return (left, top, right, bottom)


def turned_size(width_px: float, height_px: float, degrees: float) -> tuple[float, float]:
    """Return the width and height of the upright box about a turned one."""
    across, down = abs(cos(radians(degrees))), abs(sin(radians(degrees)))
    return (width_px * across + height_px * down, width_px * down + height_px * across)

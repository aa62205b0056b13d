"""Where people are thought to stand, and where in a picture lettering may be."""

from msgspec import Struct

from storyc.storyboard import Panel, Reading

from .geometry import Box, Point

_HEAD_Y = 0.5
"""How low heads are, as a share of the height: where most pictures with people have them."""
_HEAD = 0.15
"""Half a head with its air, as a share of the shorter side."""


class Frame(Struct, frozen=True, gc=False):
    """A picture that is to be lettered."""

    width: float
    height: float
    size_px: float
    """Of the letters of a plain balloon at full size."""
    reading: Reading
    heads: dict[str, Point]
    """Where somebody's head is thought to be.

    Nobody knows where the art has put them. Those in the picture are taken to stand in the order in which they are
    mentioned, from the side where reading begins, evenly apart: that is where a reader expects whoever is named first, and
    it stays the same from one build to the next.
    """

    @property
    def is_mirrored(self) -> bool:
        """Return whether reading begins at the right."""
        return self.reading == "right-to-left"

    def inside(self, margin_px: float) -> Box:
        """Return the picture without its margin."""
        return Box(margin_px, margin_px, self.width - margin_px, self.height - margin_px)

    def onwards(self, share: float) -> float:
        """Return how far from the left something is at a share of the way that reading goes."""
        return self.width * (1 - share if self.is_mirrored else share)

    def zones(self) -> tuple[Box, ...]:
        """Return what should stay clear if it can: the heads."""
        half = _HEAD * min(self.width, self.height)
        return tuple(Box(x - half, y - half, x + half, y + half) for x, y in self.heads.values())


def frame_of(panel: Panel, width_px: float, height_px: float, reading: Reading) -> Frame:
    """Return the frame of a panel's picture."""
    names = panel.cast
    size_px = min(0.0425 * (width_px * height_px) ** 0.5, 0.044 * width_px, 0.075 * height_px)
    frame = Frame(width_px, height_px, size_px, reading, {})
    frame.heads.update(
        (name, (frame.onwards((number + 0.5) / len(names)), height_px * _HEAD_Y)) for number, name in enumerate(names)
    )
    return frame

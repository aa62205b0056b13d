"""What the margin of the form `full` is drawn with."""

from msgspec import Struct


class Glyphs(Struct, frozen=True, gc=False):
    """One set of strokes."""

    here: str
    there: str
    arrow_overhang: int
    """Columns by which the two arrows begin left of the bar."""
    bar: str
    note: str
    last_note: str
    gap: str
    ellipsis: str
    primary: str
    secondary: str


ASCII = Glyphs(
    here="-->",
    there=":::",
    arrow_overhang=2,
    bar="|",
    note="=",
    last_note="=",
    gap="...",
    ellipsis="...",
    primary="^",
    secondary="-",
)
UNICODE = Glyphs(
    here="╭▸",
    there="├▸",
    arrow_overhang=0,
    bar="│",
    note="├",
    last_note="╰",
    gap="┆",
    ellipsis="…",
    primary="━",
    secondary="─",
)

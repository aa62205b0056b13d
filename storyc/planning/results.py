"""What a build has brought home: the art of each panel and clip."""

from collections.abc import Mapping

from msgspec import Struct

from storyc.storyboard import PanelKey


class Art(Struct, frozen=True, gc=False):
    """One finished picture or film."""

    sha256: str
    """Of the bytes, hexadecimal: its name in the store."""
    path: str
    """Relative to the project root, POSIX."""
    width_px: int
    height_px: int
    media_type: str
    """`image/webp`, `video/mp4`, …, as found by decoding it."""


class Results(Struct, frozen=True, gc=False):
    """All the art of a storyboard; what is missing was not built."""

    panels: Mapping[PanelKey, Art]
    clips: Mapping[int, Art]
    """By the clip's ordinal."""
    is_draft: bool
    """Whether it was drawn on this machine as a sketch."""
    spent_credits: int = 0
    """What this storyboard's art has cost so far."""

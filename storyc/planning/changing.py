"""One thing that is not what it was."""

from msgspec import Struct

from storyc.storyboard import PanelKey


class Change(Struct, frozen=True, gc=False):
    """One thing that is not what it was."""

    field: str
    """`Dialogue`, `Action`, `size`, the name of a character, `first frame`, …"""
    old: str
    """Empty if there was nothing; equal to `new` for a panel that stayed and whose picture is drawn again."""
    new: str
    """Empty if there is nothing any more."""
    panel: PanelKey | None = None
    """The panel that a clip begins or ends with now; None for anything else."""

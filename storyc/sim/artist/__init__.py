"""The draft artist: a prompt -> storyboard sketches, drawn on this machine, the same every time."""

from .brief import Brief
from .panel import draw_panel
from .reading import read_brief

__all__ = ["Brief", "draw_panel", "read_brief"]

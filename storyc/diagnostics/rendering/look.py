"""What the reader's screen can show."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from storyc.diagnostics import Diagnostic
from storyc.text import Source


class Look(Struct, frozen=True, gc=False):
    """How the forms made for people are drawn; the forms made for programs ignore it."""

    is_colored: bool = False
    """Whether to write ANSI colours."""
    is_unicode: bool = True
    """Whether to draw with more than ASCII. The script's own text keeps its alphabet."""
    width_columns: int = 200
    """Longer lines are cut around the place in question."""


Renderer = Callable[[Sequence[Diagnostic], Mapping[str, Source], Look], str]
"""Returns all diagnostics, in the order given, as one text; empty or closed by a line end. The sources are found by key."""

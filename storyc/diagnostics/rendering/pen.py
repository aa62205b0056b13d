"""What a diagnostic is drawn with, on the screen that its reader has."""

from enum import Enum

from msgspec import Struct

from storyc.diagnostics import Severity

from .glyphs import ASCII, UNICODE, Glyphs
from .look import Look
from .screen import visible


class Style(Enum):
    """What a piece of the output is; its value is the ANSI code it is shown with."""

    ERROR = "1;31"
    WARNING = "1;33"
    NOTE = "1;36"
    MESSAGE = "1"
    PLACE = "1;34"
    ADVICE = "32"


SEVERITY_STYLES = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.NOTE: Style.NOTE}


class Pen(Struct, frozen=True, gc=False):
    """The colours and strokes for one diagnostic."""

    look: Look
    glyphs: Glyphs
    severity: Style

    def paint(self, text: str, style: Style) -> str:
        """Return the text in its colour, or as it is where there are no colours."""
        return f"\x1b[{style.value}m{text}\x1b[0m" if self.look.is_colored else text

    def visible(self, text: str) -> str:
        """Return a text from outside with nothing in it that acts on the screen."""
        return visible(text, is_unicode=self.look.is_unicode)


def make_pen(look: Look, severity: Severity) -> Pen:
    """Return the pen for a diagnostic of this severity."""
    return Pen(look, UNICODE if look.is_unicode else ASCII, SEVERITY_STYLES[severity])

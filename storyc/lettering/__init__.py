"""Lettering that storyc lays over the art: balloons, captions, effects and titles, as SVG with text that is text.

A change of words costs nothing then, and what is written can be selected, searched and translated. Where words stand follows
from the panel, the size of its picture and a table of widths, so the same script gives the same bytes everywhere.
"""

from .lettering import letter_panel
from .model import Lettered, Line, Placed, Problem, ProblemKind, Stroke
from .style import style_sheet
from .svg import to_svg

__all__ = ["Lettered", "Line", "Placed", "Problem", "ProblemKind", "Stroke", "letter_panel", "style_sheet", "to_svg"]

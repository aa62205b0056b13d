"""The canonical form of a script."""

from .drawn import draw_the_same
from .formatting import LineRange, format_document, format_source
from .numbering import renumber
from .sameness import are_same

__all__ = ["LineRange", "are_same", "draw_the_same", "format_document", "format_source", "renumber"]

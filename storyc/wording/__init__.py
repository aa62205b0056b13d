"""The words that outputs add to those of the script, whatever their form.

They are labels in the language of the story, names of pages and panels, a line that stands for a picture, and lettering read out
as a transcript. How lettering looks is for `lettering` to say.
"""

from .labels import Labels, labels_for, languages
from .naming import (
    NOTE_LABELS,
    character_fields,
    describe,
    field_name,
    number_range,
    page_name,
    page_number,
    shot_words,
)
from .transcript import Kind, Line, lines, read_line

__all__ = [
    "NOTE_LABELS", "Kind", "Labels", "Line", "character_fields", "describe", "field_name", "labels_for", "languages", "lines", "number_range", "page_name", "page_number",
    "read_line", "shot_words",
]  # fmt: skip

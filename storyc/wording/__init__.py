"""What every output says in words of its own: labels in the language of the story, and a panel as its transcript."""

from .labels import Labels, labels_for, languages
from .naming import NOTE_LABELS, describe, number_range, page_name, page_number, shot_words
from .transcript import Kind, Line, lines, read_line

__all__ = [
    "NOTE_LABELS", "Kind", "Labels", "Line", "describe", "labels_for", "languages", "lines", "number_range", "page_name", "page_number",
    "read_line", "shot_words",
]  # fmt: skip

"""A storyboard that follows its script while it is written, in a browser on this machine.

Each look reads, checks and lowers the script and finds out which art is at home; panels that have none are sketched, free and without
a network. Nothing is sent and nothing is bought. What is different goes to the browser part by part.
"""

from .editor import PATTERNS, editor_pattern
from .findings import Report
from .preview import PreviewFront, PreviewOptions, preview

__all__ = ["PATTERNS", "PreviewFront", "PreviewOptions", "Report", "editor_pattern", "preview"]

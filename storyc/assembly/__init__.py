"""The storyboard that people read: one Markdown file for a code host, one HTML file for everybody else.

Whatever a writer or a service said stands in both as it was typed: nothing of it is ever markup, and neither file fetches
anything or runs anything.
"""

from .html import ReadArt, Theme, html_parts, to_html
from .markdown import to_markdown

__all__ = ["ReadArt", "Theme", "html_parts", "to_html", "to_markdown"]

"""The storyboard that people read: one Markdown file for a code host, one HTML file for everybody else.

Whatever a writer or a service said stands in both as it was typed: nothing of it is ever markup. Neither file fetches
anything from anywhere but beside itself, and the one script in the HTML is our own.
"""

from .html import ReadArt, Theme, html_parts, to_html
from .links import SourceLinks
from .markdown import to_markdown
from .view import Take

__all__ = ["ReadArt", "SourceLinks", "Take", "Theme", "html_parts", "to_html", "to_markdown"]

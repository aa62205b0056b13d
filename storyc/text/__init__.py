"""Texts, places in them, and the files they come from."""

from .files import DiskFiles, Files, MemoryFiles, normalise
from .flow import flow
from .source import LINE_END, Source
from .span import Position, Span

__all__ = ["LINE_END", "DiskFiles", "Files", "MemoryFiles", "Position", "Source", "Span", "flow", "normalise"]

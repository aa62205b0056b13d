"""The parts of a label that lie in one line each."""

from msgspec import Struct

from storyc.diagnostics import Label
from storyc.text import Source

MOST_LINES = 4
"""Of a longer span only the first two lines and the last are shown."""


class Mark(Struct, frozen=True, gc=False):
    """A stretch of a line to underline."""

    line: int
    """From 1."""
    start: int
    """The first character, from 0 within the line."""
    end: int
    """One past the last; equal to `start` for a place between two characters."""
    text: str
    """What to write beside it."""
    is_primary: bool


def marks(source: Source, label: Label, *, is_primary: bool) -> tuple[Mark, ...]:
    """Return at least one mark, lines rising; the words of the label stand at the last one."""
    span = label.span
    first, last = source.position(span.start).line, source.position(span.end).line
    if last > first and source.line_starts[last - 1] == span.end:
        last -= 1
    if last > first and source.line_span(first).end <= span.start:
        first += 1
    lines = range(first, last + 1) if last - first < MOST_LINES else (first, first + 1, last)
    found = [(line, *_part(source, line, span.start, span.end)) for line in lines]
    found = [part for part in found if part[1] < part[2]] or found[:1]
    closing = len(found) - 1
    return tuple(
        Mark(line, start, end, label.text if rank == closing else "", is_primary)
        for rank, (line, start, end) in enumerate(found)
    )


def _part(source: Source, line: int, start: int, end: int) -> tuple[int, int]:
    """Return which characters of a line lie between two offsets of the text."""
    whole = source.line_span(line)
    clipped = min(max(start, whole.start), whole.end)
    return clipped - whole.start, max(clipped, min(end, whole.end)) - whole.start

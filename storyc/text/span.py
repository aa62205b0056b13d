"""Places in a text."""

from msgspec import Struct


class Span(Struct, frozen=True, gc=False):
    """A half-open range of code points of one source, `0 <= start <= end <= len(text)`."""

    start: int
    end: int

    @property
    def is_empty(self) -> bool:
        """Whether the span is a place between two characters."""
        return self.start == self.end


class Position(Struct, frozen=True, gc=False, order=True):
    """A line and a column of one source, both from 1; columns count code points."""

    line: int
    column: int

"""What a heading says. A script repeats its headings, so equal ones share it."""

from storyc.text import Span

from .node import Node, Piece


class Number(Node, frozen=True):
    """A number of a heading, in digits or in a word."""

    value: int
    written: str
    """As it was written, `3a` and `TWENTY-ONE` included."""
    span: Span


class Tag(Node, frozen=True):
    """One entry of `[…]` in a heading."""

    name: str
    """As written."""
    value: str | None
    """What follows a colon; None without one."""
    span: Span


class HeadingWords(Node, frozen=True):
    """What a heading says; in it, places count from the beginning of the heading."""

    number: Number | None
    last: Number | None
    name: Piece | None
    count: Number | None
    tags: tuple[Tag, ...]
    text: Piece | None
    end_at: int


class Heading(Node, frozen=True):
    """The line of a page, a panel or a clip. A script repeats its headings; equal ones share their words."""

    words: HeadingWords
    heading_at: int

    @property
    def number(self) -> Number | None:
        """Return the number, None if there is none; a clip has none."""
        return _moved_number(self.words.number, self.heading_at)

    @property
    def last(self) -> Number | None:
        """Return the second number of a range."""
        return _moved_number(self.words.last, self.heading_at)

    @property
    def name(self) -> Piece | None:
        """Return the name of a clip."""
        return _moved_piece(self.words.name, self.heading_at)

    @property
    def count(self) -> Number | None:
        """Return how many panels the line says there are."""
        return _moved_number(self.words.count, self.heading_at)

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Return the tags."""
        return tuple([Tag(tag.name, tag.value, _moved(tag.span, self.heading_at)) for tag in self.words.tags])

    @property
    def text(self) -> Piece | None:
        """Return the description that the line opens."""
        return _moved_piece(self.words.text, self.heading_at)

    @property
    def span(self) -> Span:
        """Return where the heading stands."""
        return Span(self.heading_at, self.heading_at + self.words.end_at)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _moved_number(number: Number | None, by: int) -> Number | None:
    return number and Number(number.value, number.written, _moved(number.span, by))


def _moved_piece(piece: Piece | None, by: int) -> Piece | None:
    return piece and Piece(piece.text, piece.text_at + by)

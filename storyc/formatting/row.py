"""What a script is to a formatter: rows, each a line of the language and how it is to be written."""

from enum import Enum

from msgspec import Struct


class Kind(Enum):
    """What a row is, as far as the space around it depends on it."""

    TITLE = "a line of the title page"
    PAGE = "the heading of a page"
    PANEL = "the heading of a panel"
    CLIP = "the heading of a clip"
    SECTION = "the heading of a section"
    BLOCK = "the heading of a block"
    PERSON = "an entry about somebody, a place or a thing"
    UNDER = "a field or a line that goes on with what stands above it"
    INCLUDE = "an include"
    DEFINE = "a definition"
    SCENE = "a slugline that is nothing else"
    COMMENT = "a comment"
    LINE = "anything else"


HEADINGS = frozenset((Kind.PAGE, Kind.PANEL, Kind.CLIP, Kind.SECTION, Kind.BLOCK))


class Row(Struct, frozen=True, gc=False):
    """A line of the language; comments and notes make one of several lines of the file."""

    kind: Kind
    text: str
    """How it is to be written, without the line end behind it."""
    start: int
    """Where its first line begins in the source."""
    end: int
    """Where its last line ends, its line end included."""
    is_apart: bool
    """Whether an empty line stands before it."""
    has_text: bool
    """Whether it is a heading that opens a text."""
    part: int
    """The number of the part of the script that it belongs to: a panel, an entry, the lines before the first panel of a page."""

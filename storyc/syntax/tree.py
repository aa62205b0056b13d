"""The tree of one script, as written: nothing is looked up, nothing is thrown away.

The order of the lines is the order of the text, blank lines and comments included. Two trees are equal when they say
the same, wherever it stands: fields called `span` or ending in `_at` are places and do not count, nor does the source.

Strings are pieces of the text without the white space around them. In them U+0000 stands for a character of a comment
and U+0001 for a line end inside a note, so that an index into a string always is a place in the text.
"""

from typing import TypeAlias

from storyc.text import Source, Span

from .node import Node, Piece, TextNode
from .words import Heading


class Blank(Node, frozen=True):
    """A line of white space."""

    blank_at: int

    @property
    def span(self) -> Span:
        """Return where it begins; white space counts for nothing."""
        return Span(self.blank_at, self.blank_at)


class Comment(TextNode, frozen=True):
    """`// …`, or lines that hold nothing but `/* … */`."""


class Prose(TextNode, frozen=True):
    """A line that is nothing else."""


class Speech(Node, frozen=True):
    """`label: text` or `label (how): text`: somebody's words if the label is a name, prose if it is not."""

    label: str
    how: str | None
    """What stands in the brackets; None without brackets."""
    text: str
    label_at: int
    how_at: int
    text_at: int

    @property
    def span(self) -> Span:
        """Return where the line stands."""
        return Span(self.label_at, self.text_at + len(self.text))


class MoreSpeech(Node, frozen=True):
    """`: text`, the next balloon of the same speaker."""

    text: str
    span: Span
    text_at: int


class Forced(Node, frozen=True):
    """`!text`, prose whatever it looks like."""

    text: str
    span: Span
    text_at: int


class Literal(Node, frozen=True):
    r"""`\text`, prose or speech whose first character means nothing."""

    text: str
    span: Span
    text_at: int


class NoteLine(Node, frozen=True):
    """`[[ … ]]` on lines of its own."""

    text: str
    span: Span
    text_at: int


class Synopsis(Node, frozen=True):
    """`= text`."""

    text: str
    span: Span


class Transition(Node, frozen=True):
    """`> text`, or `CUT TO:` and its kin."""

    text: str
    span: Span


class Slug(Node, frozen=True):
    """A slugline, without a forcing dot."""

    text: str
    is_forced: bool
    span: Span
    text_at: int


class SectionLine(Node, frozen=True):
    """`# title`."""

    depth: int
    """How many `#` there are, from 1."""
    title: str
    span: Span


class RunningClip(TextNode, frozen=True):
    """A line that would be a clip's heading if it did not stand right under other text."""


class Field(Node, frozen=True):
    """An indented `key: value` under an entry."""

    key: str
    value: str
    span: Span
    value_at: int


class More(TextNode, frozen=True):
    """An indented line that goes on with what is above it."""


BodyLine: TypeAlias = (
    Blank | Comment | Prose | Speech | MoreSpeech | Forced | Literal | NoteLine | Synopsis | Transition | Slug
    | SectionLine | RunningClip
)  # fmt: skip
MarginLine: TypeAlias = Field | More | Synopsis | NoteLine | Blank | Comment


class TitleField(Node, frozen=True):
    """`Key: value` of a title page; the value's lines, the first of which may be empty."""

    key: str
    lines: tuple[Piece, ...]
    span: Span


class TitlePage(Node, frozen=True):
    """The title page."""

    fields: tuple[TitleField, ...]
    comments: tuple[Comment, ...]
    span: Span


class Entry(Node, frozen=True):
    """One entry of a block: `NAME (aliases): text` and the lines under it."""

    name: str
    aliases: str | None
    """What stands in the brackets; None without brackets."""
    text: str | None
    """What follows the colon; None without a colon."""
    lines: tuple[MarginLine, ...]
    span: Span
    name_at: int
    aliases_at: int
    text_at: int


class Block(Node, frozen=True):
    """CAST, LOCATIONS, PROPS, STYLE, STORY or CONSTRAINTS."""

    keyword: str
    lines: tuple[MarginLine, ...]
    """What stands before the first entry."""
    entries: tuple[Entry, ...]
    span: Span
    """Of the heading."""


class Attachments(Node, frozen=True):
    """ATTACHMENTS: a path or an address a line."""

    lines: tuple[Piece | NoteLine | Blank | Comment, ...]
    span: Span


class Include(Node, frozen=True):
    """`INCLUDE path`."""

    path: str
    lines: tuple[BodyLine, ...]
    span: Span
    path_at: int


class Define(Node, frozen=True):
    """`DEFINE name = text`."""

    name: str
    value: str
    lines: tuple[BodyLine, ...]
    span: Span
    name_at: int


class Scene(Node, frozen=True):
    """A slugline before the first page, or after a section."""

    slug: Slug
    lines: tuple[BodyLine, ...]
    span: Span


def _reach(heading: Heading | SectionLine, under: "tuple[Part, ...]") -> Span:
    return Span(heading.span.start, (under[-1] if under else heading).span.end)


class Panel(Node, frozen=True):
    """A panel and its lines."""

    heading: Heading
    lines: tuple[BodyLine, ...]

    @property
    def span(self) -> Span:
        """Return where it stands, from its heading to its last line."""
        return _reach(self.heading, self.lines)


class Clip(Node, frozen=True):
    """A clip and its lines."""

    heading: Heading
    lines: tuple[BodyLine, ...]

    @property
    def span(self) -> Span:
        """Return where it stands, from its heading to its last line."""
        return _reach(self.heading, self.lines)


class Page(Node, frozen=True):
    """A page, the lines before its first panel, its panels and clips."""

    heading: Heading
    lines: tuple[BodyLine, ...]
    strip: tuple[Panel | Clip, ...]

    @property
    def span(self) -> Span:
        """Return where it stands, from its heading to its last line."""
        return _reach(self.heading, self.strip or self.lines)


class Section(Node, frozen=True):
    """A section and all that follows it up to the next page or section."""

    heading: SectionLine
    parts: "tuple[Part, ...]"

    @property
    def span(self) -> Span:
        """Return where it stands, from its heading to its last part."""
        return _reach(self.heading, self.parts)


Part: TypeAlias = BodyLine | TitlePage | Block | Attachments | Include | Define | Scene | Panel | Clip | Page | Section


class Document(Node, frozen=True):
    """The tree of one source."""

    source: Source
    parts: tuple[Part, ...]
    comments: tuple[Comment, ...]
    """All `/* … */`, also those inside a line, in order."""

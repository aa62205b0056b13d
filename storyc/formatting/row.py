"""What a script is to a formatter: rows, each a line of the language and how it is to be written."""

from enum import Enum

from msgspec import Struct

from storyc.text import LINE_END, Source, Span

INDENT = " " * 4


class Kind(Enum):
    """What a row is, as far as the space around it depends on it."""

    TITLE = "a line of the title page"
    PAGE = "the heading of a page"
    PANEL = "the heading of a panel"
    CLIP = "the heading of a clip"
    SECTION = "the heading of a section"
    BLOCK = "the heading of a block"
    PERSON = "an entry about somebody, a place or a thing"
    UNDER = "a field, or a line that goes on with what stands above it"
    INCLUDE = "an include"
    DEFINE = "a definition"
    SCENE = "a slugline that nobody can be saying"
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
    """Where its last line ends, before its line end."""
    is_apart: bool
    """Whether an empty line stands before it."""
    opens_text: bool
    """Whether it is a heading with text behind it."""
    part: int
    """The number of the part of the script that it belongs to: an entry, a panel, the lines of a page before its first panel."""


class RowCollector:
    """Collects the rows of a source in the order of the text."""

    def __init__(self, source: Source) -> None:
        self.rows: list[Row] = []
        self._text = source.text
        self._starts = source.line_starts
        self._line = 0
        self._is_apart = False
        self._part = 0

    def blank(self) -> None:
        """Take in an empty line."""
        self._is_apart = True

    def add(
        self,
        kind: Kind,
        span: Span,
        written: str | None,
        *,
        indent: str | None = "",
        begins: bool = False,
        opens_text: bool = False,
    ) -> None:
        """Add a row that stands at a span and is to be written so; None, or a comment inside it, leaves it as it is.

        With None for `indent`, what is indented stays so. `begins` says that a part of the script begins with it.
        """
        start, end = self._lines_of(span)
        raw = self._text[start:end]
        if indent is None:
            indent = INDENT if raw[:1].isspace() else ""
        if "\n" in raw or "\r" in raw:
            text = _without_trailing_space(raw if kind is Kind.COMMENT else indent + raw.lstrip())
        elif written is None or "/*" in raw:
            text = indent + raw.strip()
        else:
            text = indent + written
        self._part += begins
        self.rows.append(Row(kind, text, start, end, self._is_apart, opens_text, self._part))
        self._is_apart = False

    def _lines_of(self, span: Span) -> tuple[int, int]:
        """Return where the lines of a span begin and end; spans come in the order of the text."""
        starts, line = self._starts, self._line
        last = len(starts) - 1
        while line < last and starts[line + 1] <= span.start:
            line += 1
        start = starts[line]
        while line < last and starts[line + 1] <= span.end:
            line += 1
        self._line = line
        if line == last:
            return start, len(self._text)
        end = starts[line + 1] - 1
        return start, end - 1 if self._text[end - 1 : end + 1] == "\r\n" else end


def _without_trailing_space(lines: str) -> str:
    """Return lines without white space at the end of any of them, their line ends as they are."""
    pieces: list[str] = []
    at = 0
    for line_end in LINE_END.finditer(lines):
        pieces += (lines[at : line_end.start()].rstrip(), line_end[0])
        at = line_end.end()
    return "".join((*pieces, lines[at:].rstrip()))

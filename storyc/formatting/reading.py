"""Reads a tree as rows."""

from collections.abc import Callable, Iterable
from typing import Any, assert_never

from storyc.syntax import (
    Attachments,
    Blank,
    Block,
    BodyLine,
    Clip,
    Comment,
    Define,
    Document,
    Field,
    Forced,
    Heading,
    Include,
    More,
    MoreSpeech,
    NoteLine,
    Page,
    Panel,
    Part,
    Piece,
    Scene,
    Section,
    SectionLine,
    Slug,
    Speech,
    Synopsis,
    TitlePage,
    Transition,
)
from storyc.text import Span

from .body import Standing
from .headings import HeadingWriter
from .lines import (
    write_define,
    write_entry,
    write_field,
    write_forced,
    write_include,
    write_more_speech,
    write_note,
    write_section,
    write_speech,
    write_synopsis,
    write_title_field,
    write_transition,
)
from .row import INDENT, Kind, Row, RowCollector

_Write = Callable[[Any, str], str | None]

_SETTINGS = frozenset(("STYLE", "STORY", "CONSTRAINTS"))
"""Blocks whose entries are fields."""
_WRITERS: dict[type, _Write] = {MoreSpeech: write_more_speech, NoteLine: write_note}
_UNSPOKEN_WRITERS: dict[type, _Write] = {
    **_WRITERS,
    Forced: write_forced,
    SectionLine: write_section,
    Speech: write_speech,
    Synopsis: write_synopsis,
    Transition: write_transition,
}


def read_rows(document: Document) -> tuple[Row, ...]:
    """Return the rows of a document, in the order of the text."""
    reader = _Reader(document)
    reader.parts(document.parts)
    return tuple(reader.collected.rows)


class _Reader:
    def __init__(self, document: Document) -> None:
        self.collected = RowCollector(document.source)
        self._text = document.source.text
        self._headings = HeadingWriter()

    def parts(self, parts: Iterable[Part]) -> None:
        """Read the parts of a document or of a section."""
        standing = Standing()
        for part in parts:
            match part:
                case TitlePage():
                    self._title_page(part)
                case Block():
                    self._block(part)
                case Attachments(lines=lines, span=span):
                    self.collected.add(Kind.BLOCK, span, None, begins=True)
                    for line in lines:
                        self._margin_line(line)
                case Include(lines=lines, span=span):
                    self.collected.add(Kind.INCLUDE, span, write_include(part, self._text), begins=True)
                    self._body(lines)
                case Define(lines=lines, span=span):
                    self.collected.add(Kind.DEFINE, span, write_define(part, self._text), begins=True)
                    self._body(lines)
                case Scene(slug=slug, lines=lines):
                    self.collected.add(Kind.SCENE, slug.span, None, begins=True)
                    self._body(lines)
                case Page(heading=heading, lines=lines, strip=strip):
                    self._heading(Kind.PAGE, heading)
                    self._body(lines)
                    self.parts(strip)
                case Panel(heading=heading, lines=lines):
                    self._heading(Kind.PANEL, heading)
                    self._body(lines)
                case Clip(heading=heading, lines=lines):
                    self._heading(Kind.CLIP, heading)
                    self._body(lines)
                case Section(heading=line, parts=under):
                    self.collected.add(Kind.SECTION, line.span, write_section(line, self._text), begins=True)
                    self.parts(under)
                case _:
                    self._line(part, standing)

    def _title_page(self, page: TitlePage) -> None:
        rows: list[tuple[Span, str | None, str | None]] = [(comment.span, None, None) for comment in page.comments]
        for field in page.fields:
            first, *others = field.lines
            rows.append((Span(field.span.start, first.span.end), write_title_field(field, self._text), ""))
            rows += ((piece.span, None, INDENT) for piece in others)
        rows.sort(key=lambda row: row[0].start)
        for index, (span, written, indent) in enumerate(rows):
            self.collected.add(Kind.TITLE, span, written, indent=indent, begins=index == 0)

    def _block(self, block: Block) -> None:
        self.collected.add(Kind.BLOCK, block.span, None, begins=True)
        for line in block.lines:
            self._margin_line(line)
        for entry in block.entries:
            goes_on = entry.text is None and entry.aliases is None
            kind = Kind.LINE if goes_on or block.keyword in _SETTINGS else Kind.PERSON
            self.collected.add(kind, entry.span, write_entry(entry, self._text), begins=True)
            indent = INDENT
            for line in entry.lines:
                self._margin_line(line, indent)
                indent = INDENT * 2 if isinstance(line, Field) else indent

    def _margin_line(
        self, line: Field | More | Piece | Synopsis | NoteLine | Blank | Comment, more: str = INDENT
    ) -> None:
        match line:
            case Blank():
                self.collected.blank()
            case Field():
                self.collected.add(Kind.UNDER, line.span, write_field(line, self._text), indent=INDENT)
            case More():
                self.collected.add(Kind.UNDER, line.span, None, indent=more)
            case Comment():
                self.collected.add(Kind.COMMENT, line.span, None, indent=None)
            case NoteLine():
                self.collected.add(Kind.LINE, line.span, write_note(line, self._text), indent=None)
            case Synopsis():
                self.collected.add(Kind.LINE, line.span, write_synopsis(line, self._text), indent=None)
            case Piece():
                self.collected.add(Kind.LINE, line.span, None)
            case _:
                assert_never(line)

    def _heading(self, kind: Kind, heading: Heading) -> None:
        span, words = heading.span, heading.words
        written = self._headings.write(self._text[span.start : span.end], words)
        self.collected.add(kind, span, written, begins=True, opens_text=words.text is not None)

    def _body(self, lines: Iterable[BodyLine]) -> None:
        standing = Standing()
        for line in lines:
            self._line(line, standing)

    def _line(self, line: BodyLine, standing: Standing) -> None:
        standing.meet(line)
        if isinstance(line, Blank):
            self.collected.blank()
        elif isinstance(line, Comment):
            self.collected.add(Kind.COMMENT, line.span, None)
        elif isinstance(line, Slug):
            self.collected.add(Kind.LINE if standing.is_running else Kind.SCENE, line.span, None)
        else:
            write = (_WRITERS if standing.is_spoken else _UNSPOKEN_WRITERS).get(type(line))
            written = write(line, self._text) if write else None
            self.collected.add(Kind.LINE, line.span, written)

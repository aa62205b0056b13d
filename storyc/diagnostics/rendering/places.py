"""Spans as files, lines and columns: what the forms made for programs share."""

from collections.abc import Mapping

from msgspec import Struct

from storyc.text import Position, Source, Span


class Place(Struct, frozen=True, gc=False):
    """A span of a named file, both ends as lines and columns from 1, columns in code points, the end just behind."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


def place(key: str, span: Span, sources: Mapping[str, Source]) -> Place:
    """Return where a span of the source with this key is."""
    source = sources[key]
    start, end = source.position(span.start), source.position(span.end)
    return Place(file_name(source), start.line, start.column, end.line, end.column)


def file_name(source: Source) -> str:
    """Return a source's name as text that can be written; bytes of a path that never were text become question marks."""
    return source.name.encode("utf-8", "replace").decode()


def utf8_position(source: Source, offset: int) -> Position:
    """Return the line of an offset and its column from 1 in bytes of UTF-8."""
    position = source.position(offset)
    before = source.text[source.line_starts[position.line - 1] : offset]
    return Position(position.line, len(before.encode("utf-8", "replace")) + 1)

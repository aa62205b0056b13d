"""The lines of a script that a diagnostic is about, each with what is underlined below it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from storyc.text import Source

from .marks import Mark
from .pen import Pen, Style
from .screen import Shown, show


class Row(Struct, frozen=True, gc=False):
    """A row of the excerpt, without its margin."""

    number: int | None
    """The number of a script line; None below it and in a gap."""
    body: str
    is_gap: bool = False


class Window(Struct, frozen=True, gc=False):
    """The part of a shown line that there is room for."""

    first: int
    """Of its characters, from 0."""
    end: int
    text: str
    """With an ellipsis at each end that is cut."""
    shift_columns: int
    """How far left of its place in the whole line everything stands."""


def excerpt(source: Source, marks: Sequence[Mark], pen: Pen) -> Iterator[Row]:
    """Yield the marked lines in rising order, a row for each mark below its line, and a gap where lines are left out."""
    before = None
    for line in sorted({mark.line for mark in marks}):
        if before is not None and line == before + 2:
            yield from _marked_line(source, line - 1, (), pen)
        elif before is not None and line > before + 2:
            yield Row(None, "", is_gap=True)
        yield from _marked_line(source, line, [mark for mark in marks if mark.line == line], pen)
        before = line


def _marked_line(source: Source, line: int, marks: Sequence[Mark], pen: Pen) -> Iterator[Row]:
    shown = show(source.slice(source.line_span(line)), is_unicode=pen.look.is_unicode)
    ordered = sorted(marks, key=lambda mark: (not mark.is_primary, mark.start))
    window = _window(shown, ordered, pen)
    yield Row(line, window.text)
    for mark in ordered:
        yield Row(None, _underline(mark, shown, window, pen))


def _underline(mark: Mark, shown: Shown, window: Window, pen: Pen) -> str:
    begin, end = _columns(mark, shown)
    left, right = shown.columns[window.first], shown.columns[window.end]
    begin = min(max(begin, left), right)
    stroke, style = (pen.glyphs.primary, pen.severity) if mark.is_primary else (pen.glyphs.secondary, Style.PLACE)
    strokes = stroke * max(1, min(end, right) - begin)
    words = f"{strokes} {pen.visible(mark.text)}" if mark.text else strokes
    return " " * (begin - window.shift_columns) + pen.paint(words, style)


def _columns(mark: Mark, shown: Shown) -> tuple[int, int]:
    """Return where a mark begins and ends; a character drawn into the one before is marked below that one."""
    start = mark.start
    while 0 < start < len(shown.cells) and shown.columns[start] == shown.columns[start + 1]:
        start -= 1
    return shown.columns[start], shown.columns[mark.end]


def _window(shown: Shown, marks: Sequence[Mark], pen: Pen) -> Window:
    """Return the whole line, or as much as there is room for around all marks, or else around the first."""
    total, room = shown.columns[-1], pen.look.width_columns
    if total <= room:
        return Window(0, len(shown.cells), "".join(shown.cells), 0)
    begin = _first_column(shown, marks, room)
    first = bisect_right(shown.columns, begin) - 1
    end = bisect_right(shown.columns, min(begin + room, total)) - 1
    before = pen.glyphs.ellipsis if first else ""
    after = pen.glyphs.ellipsis if end < len(shown.cells) else ""
    text = f"{before}{''.join(shown.cells[first:end])}{after}"
    return Window(first, end, text, shown.columns[first] - len(before))


def _first_column(shown: Shown, marks: Sequence[Mark], room: int) -> int:
    places = [_columns(mark, shown) for mark in marks] or [(0, 0)]
    left, right = min(begin for begin, _ in places), max(end for _, end in places)
    if right - left > room:
        left, right = places[0][0], places[0][0] + room // 2
    return max(0, min(left - (room - (right - left)) // 2, shown.columns[-1] - room))

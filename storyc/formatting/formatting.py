"""Puts rows together: a whole script, or some parts of one in a script that stays as it is."""

from collections.abc import Iterator

from msgspec import Struct

from storyc.diagnostics import has_errors
from storyc.syntax import Document, parse
from storyc.text import LINE_END, Source

from .reading import read_rows
from .row import Row
from .spacing import gaps

_BYTE_ORDER_MARK = "\ufeff"


class LineRange(Struct, frozen=True, gc=False):
    """Lines of a file, from 1, the last included."""

    first: int
    last: int


def format_source(source: Source, lines: LineRange | None = None) -> str:
    """Return the text of a source in its canonical form; unchanged if it has a syntax error."""
    outcome = parse(source)
    return source.text if has_errors(outcome.diagnostics) else format_document(outcome.value, lines)


def format_document(document: Document, lines: LineRange | None = None) -> str:
    """Return the text of a document without syntax errors in its canonical form.

    With `lines`, only the parts of the script that touch them are formatted: a panel, an entry, the title page.
    """
    rows = read_rows(document)
    touched = frozenset(row.part for row in rows) if lines is None else _touched(document.source, rows, lines)
    return "".join(_pieces(document.source.text, rows, touched))


def _touched(source: Source, rows: tuple[Row, ...], lines: LineRange) -> frozenset[int]:
    """Return the parts that have a row on one of the lines, or an empty line behind one."""
    if not rows:
        return frozenset()
    first = {row.part: source.position(row.start).line for row in reversed(rows)}
    ends = [*list(first.values())[-2::-1], len(source.line_starts) + 1]
    begins = sorted(first.items())
    return frozenset(
        part for (part, begin), end in zip(begins, ends, strict=True) if begin <= lines.last and end > lines.first
    )


def _pieces(text: str, rows: tuple[Row, ...], touched: frozenset[int]) -> Iterator[str]:
    """Yield the rows and what stands between them; what is not touched is as it was."""
    if not rows:
        yield "" if touched or not text.strip() else text
        return
    if rows[0].part in touched and rows[0].text[:1] == _BYTE_ORDER_MARK != text[:1]:
        yield " "  # or it would be taken for the mark of the file, and be lost
    above: Row | None = None
    at = 0
    for row, is_apart in zip(rows, gaps(rows), strict=True):
        between = text[at : row.start]
        if row.part in touched:
            yield _gap(between, is_apart=is_apart) if above else ""
            yield row.text
        else:
            yield between
            yield text[row.start : row.end]
        above, at = row, row.end
    assert above is not None
    rest = text[at:]
    if above.part in touched:
        ended = LINE_END.match(rest) or LINE_END.search(text)
        yield ended[0] if ended else "\n"
    else:
        yield rest


def _gap(between: str, *, is_apart: bool) -> str:
    """Return the line end of a row, and one more if there is to be an empty line below it."""
    line_end = LINE_END.match(between)
    assert line_end is not None, "two rows stand on one line"
    return line_end[0] * (2 if is_apart else 1)

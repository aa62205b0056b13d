"""The lettering as a table: one balloon, caption or sound a row, for letterers, translators and spreadsheets.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and a script may come from anybody; so such a
cell begins with an apostrophe here, which spreadsheets know as the mark of a text.
"""

from collections.abc import Iterator
from csv import writer
from io import StringIO

from storyc.storyboard import plain
from storyc.wording import lines

from .book import Book
from .options import ExportOptions
from .printable import printable

_HEADINGS = ("page", "panel", "number", "speaker", "kind", "manner", "text")
_FORMULA = frozenset("=+-@＝＋－＠")
_BYTE_ORDER_MARK = "\ufeff"


def lettering_table(book: Book, options: ExportOptions) -> bytes:
    """Return the table in UTF-8, by RFC 4180: lines end in CRLF, and a cell with a line break or a delimiter is quoted."""
    target = StringIO(newline="")
    table = writer(target, delimiter=options.delimiter, lineterminator="\r\n")
    table.writerow(_HEADINGS)
    table.writerows(_rows(book))
    return ((_BYTE_ORDER_MARK if options.has_mark else "") + target.getvalue()).encode()


def _rows(book: Book) -> Iterator[tuple[int | str, ...]]:
    """Yield the rows; balloons are numbered from 1 on every page."""
    for page in book.pages:
        number = 0
        for panel in page.panels:
            for line in lines(panel):
                number += 1
                words = (line.speaker, line.kind, ", ".join(line.written_manner), plain(line.text))
                yield page.ordinal, panel.ordinal, number, *map(_guarded, words)


def _guarded(cell: str) -> str:
    text = printable(cell)
    return f"'{text}" if text.lstrip()[:1] in _FORMULA or text[:1] in ("\t", "\r", "\n") else text

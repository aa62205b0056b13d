"""PDF: sheets of a storyboard, finished pages, or the script. Tagged, with bookmarks, text that can be selected, and equal bytes for equal input.

Typst sets the type. It reads what is put into a folder of its own: a template and the texts as JSON; so nothing that a
writer or a service said is ever markup, and no file of the reader's is in its reach.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any, BinaryIO, Final, Literal

from msgspec import Struct, json

from storyc.errors import FileError

from .book import Book
from .finished import finished_pages
from .manuscript import manuscript
from .options import ExportOptions
from .printable import printable
from .printing import Pictures
from .scratch import scratch_folder
from .sheets import sheets
from .typesetter import fonts, typesetter

_FONTS: Final = ("Libertinus Serif", "Noto Sans CJK JP")
_FROM_LEFT, _FROM_RIGHT = b"/Direction/L2R", b"/Direction/R2L"
_NO_GLYPH: Final = "could not be displayed"


class _Way(Struct, frozen=True):
    """How to set a PDF, until one way has a sign for every letter."""

    standard: Literal["ua-1", "1.7"]
    asks_machine: bool = False
    remarks: tuple[str, ...] = ()


_WAYS: Final = (
    _Way("ua-1"),
    _Way("ua-1", asks_machine=True, remarks=("some letters are set in fonts of this machine",)),
    _Way("1.7", asks_machine=True, remarks=("no font here has some of the letters: empty boxes stand for them",)),
)


def write_pdf(book: Book, options: ExportOptions, target: BinaryIO) -> tuple[str, ...]:
    """Write a PDF and return what is to be said about it. Raises: FileError for art that cannot be read."""
    with scratch_folder() as room:
        pictures = Pictures(book, room)
        template, content = _content(book, options, pictures)
        (room / "book.json").write_bytes(json.encode(_printable(_head(book, options) | content)))
        for name in ("paper.typ", template):
            (room / name).write_bytes(files("storyc.exporting").joinpath("templates", name).read_bytes())
        printed, remarks = _printed(room / template, options)
    pictures.write(_bound(printed) if book.is_right_to_left else printed, target)
    return remarks


def _content(book: Book, options: ExportOptions, pictures: Pictures) -> tuple[str, dict[str, Any]]:
    match options.pages:
        case "finished":
            return "pages.typ", finished_pages(book, options, pictures)
        case "script":
            return "script.typ", manuscript(book)
        case _:
            return "storyboard.typ", sheets(book, options, pictures)


def _head(book: Book, options: ExportOptions) -> dict[str, Any]:
    credits_ = book.board.credits
    primary, *rest = book.language.replace("_", "-").split("-")
    region = next((part.lower() for part in rest if len(part) == 2), None)
    return {
        "title": book.title,
        "byline": ", ".join(credits_.authors),
        "series": " ".join(part for part in (credits_.series, credits_.issue) if part),
        "authors": credits_.authors,
        "keywords": [credits_.series] if credits_.series else [],
        "language": {"primary": primary.lower() if len(primary) in (2, 3) else "und", "region": region},
        "fonts": _FONTS,
        "is_draft": book.results.is_draft,
        "labels": {label: book.labels(label) for label in ("draft", "no_picture", "colon")},
        "is_right_to_left": book.is_right_to_left,
        "paper": options.paper,
        "is_dated": options.made_at_s is not None,
    }


def _printed(template: Path, options: ExportOptions) -> tuple[bytes, tuple[str, ...]]:
    """Return the PDF: with the fonts of the package alone, or with the machine's where those lack a letter."""
    typst = typesetter()
    problem: Exception | None = None
    for way in _WAYS:
        try:
            printed = typst.compile(
                str(template),
                root=str(template.parent),
                font_paths=fonts(asks_machine=way.asks_machine),
                pdf_standards=way.standard,
                timestamp=datetime.fromtimestamp(options.made_at_s or 0, UTC),
            )
        except typst.TypstError as found:
            problem = found
            if _NO_GLYPH not in str(found):
                break
        else:
            assert isinstance(printed, bytes)
            return printed, way.remarks
    raise FileError(f"the PDF cannot be set: {problem}") from problem


def _bound(printed: bytes) -> bytes:
    """Return a PDF that is bound on the right, whatever the direction of its text. The lengths are equal, so every offset holds."""
    at = printed.rindex(b"/Type/Catalog")
    return printed[:at] + printed[at:].replace(_FROM_LEFT, _FROM_RIGHT, 1)


def _printable(value: Any) -> Any:
    match value:
        case str():
            return printable(value)
        case Mapping():
            return {key: _printable(part) for key, part in value.items()}
        case list() | tuple():
            return [_printable(part) for part in value]
        case _:
            return value

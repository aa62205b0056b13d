"""ComicInfo.xml, version 2.0: what readers of comics are told of an archive.

Elements stand in the order of the schema, which is a sequence. Komga and Kavita take the series from `Series`, the place in it
from `Number` and `Volume`, and the direction of reading from `Manga`.
"""

from collections.abc import Iterator, Sequence
from re import IGNORECASE
from re import compile as regex

from msgspec import Struct

from .book import Book
from .xml import add, document, element

_VOLUME = regex(r"(?:vol(?:ume)?\.?\s*|第)(\d{1,6})\s*巻?", IGNORECASE)
_DATE = regex(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class PageInfo(Struct, frozen=True, gc=False):
    """One picture of an archive."""

    size_bytes: int
    width_px: int
    height_px: int
    is_double: bool = False
    """Whether it shows two pages."""


def comic_info(book: Book, pages: Sequence[PageInfo]) -> bytes:
    """Return the description of an archive."""
    root = element("ComicInfo")
    for name, value in _fields(book, len(pages)):
        if value:
            add(root, name, text=value)
    listed = add(root, "Pages")
    for number, page in enumerate(pages):
        double = {"DoublePage": "true"} if page.is_double else {}
        add(listed, "Page", {
            "Image": str(number), "Type": "Story", **double, "ImageSize": str(page.size_bytes),
            "ImageWidth": str(page.width_px), "ImageHeight": str(page.height_px),
        })  # fmt: skip
    return document(root)


def _fields(book: Book, page_count: int) -> Iterator[tuple[str, str]]:
    board, credits_ = book.board, book.board.credits
    volume = _VOLUME.fullmatch(credits_.issue.strip())
    date = _DATE.fullmatch(credits_.date.strip())
    story = dict(board.story)
    yield "Title", book.title
    yield "Series", credits_.series or book.title
    yield "Number", "" if volume else credits_.issue
    yield "Volume", str(int(volume[1])) if volume else ""
    yield "Summary", story.get("premise", "") or story.get("logline", "")
    yield "Notes", "A draft: sketches, not finished art." if book.results.is_draft else ""
    for name, part in zip(("Year", "Month", "Day"), date.groups() if date else ("", "", ""), strict=True):
        yield name, str(int(part)) if part else ""
    yield "Writer", ", ".join(credits_.authors)
    yield "PageCount", str(page_count)
    yield "LanguageISO", board.language
    yield "Manga", {"right-to-left": "YesAndRightToLeft", "left-to-right": "No", "vertical": ""}[board.reading]
    yield "Characters", ", ".join(character.name for character in board.cast)
    yield "Locations", ", ".join(location.name for location in board.locations)

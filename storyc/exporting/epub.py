"""EPUB 3 in fixed layout: pages as they are printed, with everything that is in them also as text."""

from typing import BinaryIO, Final

from storyc.errors import UsageError

from .archive import archive
from .book import Book
from .epub_package import Item, container, navigation, package
from .epub_page import STYLE, page_document, picture_name
from .options import ExportOptions
from .picture import encoded, picture_of

MEDIA_TYPE: Final = "application/epub+zip"


def write_epub(book: Book, options: ExportOptions, target: BinaryIO) -> None:
    """Write a book. Raises: FileError for art that cannot be read, UsageError if there is not a single page."""
    if not book.pages:
        raise UsageError("a story without a page makes no EPUB", hint="write a page, or build what the brief asks for")
    with archive(target, options.made_at_s) as made:
        made.add("mimetype", MEDIA_TYPE.encode())
        made.add("META-INF/container.xml", container(), is_deflated=True)
        made.add("EPUB/style.css", STYLE.encode(), is_deflated=True)
        made.add("EPUB/nav.xhtml", navigation(book), is_deflated=True)
        pictures: list[Item] = []
        for page in book.pages:
            made.add(f"EPUB/page-{page.ordinal:04}.xhtml", page_document(page, book), is_deflated=True)
            for frame in book.frames(page):
                if frame.art is None:
                    continue
                name = picture_name(frame.key)
                made.add(f"EPUB/{name}", encoded(picture_of(book, frame), "jpeg"))
                pictures.append(Item(name, "image/jpeg"))
        made.add("EPUB/package.opf", package(book, pictures, options.made_at_s), is_deflated=True)

"""CBZ: an archive of pictures, one a page, and a description that readers of comics know."""

from collections.abc import Iterator
from typing import BinaryIO

from .archive import archive
from .book import Book
from .comic_info import PageInfo, comic_info
from .options import ExportOptions
from .picture import ENDINGS, MEDIA_ENDINGS, encoded, picture_of
from .printed_page import printed_page


def write_cbz(book: Book, options: ExportOptions, target: BinaryIO) -> None:
    """Write an archive of finished pages, or of panels. Raises: FileError for art that cannot be read."""
    pages: list[PageInfo] = []
    whole = options.pages != "panels" and (options.pages is not None or book.board.reading != "vertical")
    with archive(target, options.made_at_s) as made:
        for name, content, info in (_finished if whole else _panels)(book, options):
            made.add(name, content)
            pages.append(info)
        made.add("ComicInfo.xml", comic_info(book, pages), is_deflated=True)


def _finished(book: Book, options: ExportOptions) -> Iterator[tuple[str, bytes, PageInfo]]:
    for page in book.pages:
        picture = printed_page(page, book, options.resolution_dpi)
        content = encoded(picture, options.picture)
        numbers = f"{page.ordinal:04}" if page.kind != "spread" else f"{page.ordinal:04}-{page.last_ordinal:04}"
        info = PageInfo(len(content), *picture.size, is_double=page.kind == "spread")
        yield f"page-{numbers}.{ENDINGS[options.picture]}", content, info


def _panels(book: Book, options: ExportOptions) -> Iterator[tuple[str, bytes, PageInfo]]:
    """Yield the art as it is if that is all there is to it, and frames for what is missing."""
    for page in book.pages:
        for frame in book.frames(page):
            if frame.art is None or book.is_overlaid:
                content = encoded(picture_of(book, frame), options.picture)
                ending = ENDINGS[options.picture]
            else:
                content, ending = book.read_art(frame.art), MEDIA_ENDINGS[frame.art.media_type]
            name = f"page-{frame.key.page:04}-panel-{frame.key.panel:03}.{ending}"
            yield name, content, PageInfo(len(content), frame.width_px, frame.height_px)

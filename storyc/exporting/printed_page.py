"""A finished page as one picture, in the size of a comic book's page."""

from typing import Final

from PIL import Image, ImageDraw

from storyc.storyboard import Page

from .book import Book
from .composing import compose
from .picture import WHITE, picture_of

_PAGE_INCHES: Final = (6.625, 10.25)
_MARGIN_INCHES: Final = 0.3
_GUTTER_INCHES: Final = 0.1
_LINE_INCHES: Final = 0.012


def page_size_px(page: Page, resolution_dpi: int) -> tuple[int, int]:
    """Return the width and height of a finished page; a spread is as wide as two."""
    width, height = _PAGE_INCHES
    return round(width * resolution_dpi) * (2 if page.kind == "spread" else 1), round(height * resolution_dpi)


def printed_page(page: Page, book: Book, resolution_dpi: int) -> Image.Image:
    """Return a page with its panels at their places. One picture is read at a time."""
    size_px = page_size_px(page, resolution_dpi)
    sheet = Image.new("RGB", size_px, WHITE)
    draw = ImageDraw.Draw(sheet)
    frames = book.frames(page)
    is_full = len(frames) == 1 and not frames[0].is_framed
    margin_px = 0.0 if is_full else _MARGIN_INCHES * resolution_dpi
    line_px = max(1, round(_LINE_INCHES * resolution_dpi))
    places = compose(
        [frame.ratio for frame in frames],
        size_px[0] - 2 * margin_px,
        size_px[1] - 2 * margin_px,
        _GUTTER_INCHES * resolution_dpi,
        is_right_to_left=book.is_right_to_left,
        is_strip=book.board.reading == "vertical",
    )
    for frame, place in zip(frames, places, strict=True):
        left_px, top_px = round(place.x + margin_px), round(place.y + margin_px)
        width_px, height_px = round(place.width), round(place.height)
        sheet.paste(picture_of(book, frame, (width_px, height_px)), (left_px, top_px))
        if frame.is_framed:
            around = (left_px, top_px, left_px + width_px - 1, top_px + height_px - 1)
            draw.rectangle(around, outline=(0, 0, 0), width=line_px)
    return sheet

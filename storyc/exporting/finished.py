"""Finished pages on paper: where each panel stands."""

from typing import Any, Final

from storyc.storyboard import Page
from storyc.wording import Labels, describe, lines, page_name

from .book import Book, Frame
from .composing import Place, compose
from .options import ExportOptions
from .printing import PAPERS_PT, Pictures

_MARGIN_PT: Final = 34.0
_GUTTER_PT: Final = 9.0


def finished_pages(book: Book, options: ExportOptions, pictures: Pictures) -> dict[str, Any]:
    """Return what stands on every page."""
    return {"pages": [_page(page, book, options, pictures) for page in book.pages]}


def _page(page: Page, book: Book, options: ExportOptions, pictures: Pictures) -> dict[str, Any]:
    width_pt, height_pt = PAPERS_PT[options.paper]
    is_wide = page.kind == "spread"
    if is_wide:
        width_pt, height_pt = height_pt, width_pt
    frames = book.frames(page)
    places = compose(
        [frame.ratio for frame in frames],
        width_pt - 2 * _MARGIN_PT,
        height_pt - 2 * _MARGIN_PT,
        _GUTTER_PT,
        is_right_to_left=book.is_right_to_left,
        is_strip=book.board.reading == "vertical",
    )
    return {
        "name": page_name(page, book.labels),
        "is_wide": is_wide,
        "panels": [_panel(frame, place, pictures, book.labels) for frame, place in zip(frames, places, strict=True)],
    }


def _panel(frame: Frame, place: Place, pictures: Pictures, labels: Labels) -> dict[str, Any]:
    return {
        "place": (place.x + _MARGIN_PT, place.y + _MARGIN_PT, place.width, place.height),
        "label": labels("panel", number=frame.panel.ordinal),
        "alt": describe(frame.panel, labels, is_long=True),
        "words": [f"{line.who(labels)}: {line.letters}" for line in lines(frame.panel)],
        "is_framed": frame.is_framed,
        "image": pictures.stand_in(frame, place.width),
    }

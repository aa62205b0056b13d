"""The sheets of a storyboard: what stands in each panel's cell."""

from collections.abc import Iterator
from typing import Any

from storyc.storyboard import Page
from storyc.wording import Labels, describe, lines, page_name, page_number, shot_words

from .book import Book, Frame
from .options import ExportOptions
from .printed_words import line_words, note_words
from .printing import PAPERS_PT, Pictures
from .scenes import last_scene, scenes


def sheets(book: Book, options: ExportOptions, pictures: Pictures) -> dict[str, Any]:
    """Return the content of every sheet."""
    cells = list(_cells(book, options, pictures))
    size = options.columns * options.rows
    return {
        "columns": options.columns,
        "rows": options.rows,
        "sheets": [cells[start : start + size] for start in range(0, len(cells), size)],
    }


def _cells(book: Book, options: ExportOptions, pictures: Pictures) -> Iterator[dict[str, Any]]:
    width_pt, height_pt = PAPERS_PT[options.paper]
    column_pt = (height_pt if options.columns > options.rows else width_pt) / options.columns
    scene = ""
    section: tuple[str, ...] = ()
    for page in book.pages:
        opening: dict[str, Any] | None = _opening(page, section, book.labels)
        section = page.section
        for frame, begins in zip(book.frames(page), scenes(page, scene), strict=True):
            yield _cell(frame, begins, book.labels) | {"page": opening, "image": pictures.stand_in(frame, column_pt)}
            opening = None
        if opening is not None:
            yield {"page": opening, "panel": None}
        scene = last_scene(page, scene)


def _opening(page: Page, before: tuple[str, ...], labels: Labels) -> dict[str, Any]:
    """Return what is said of a page before its first panel; `before` are the open sections of the page before it."""
    return {
        "name": page_name(page, labels),
        "section": " / ".join(page.section) if page.section != before else "",
        "words": (*page.synopses, *page.description),
        "notes": note_words(page.notes, labels),
    }


def _cell(frame: Frame, scene: str, labels: Labels) -> dict[str, Any]:
    panel = frame.panel
    return {
        "panel": f"{page_number(frame.page)}.{panel.ordinal}",
        "label": f" ({panel.label})" if panel.label not in ("", str(panel.ordinal)) else "",
        "shot": labels.listed(shot_words(panel, labels)),
        "scene": scene,
        "width": frame.width_px,
        "height": frame.height_px,
        "alt": describe(panel, labels, is_long=True),
        "prose": [action.text for action in panel.actions],
        "lines": [line_words(line, labels) for line in lines(panel)],
        "notes": note_words(panel.notes, labels),
    }

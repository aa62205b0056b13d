"""The sheets of a storyboard: what stands in each panel's cell."""

from collections.abc import Iterator
from typing import Any, Final

from storyc.storyboard import Emphasis, Note, Page, Panel, Text

from .book import Book, Frame
from .options import ExportOptions
from .printing import PAPERS_PT, Pictures
from .words import Line, describe, last_scene, lines, page_name, page_number, scenes

_NOTES: Final = {
    "artist": "For the artist", "prompt": "For the prompt", "colorist": "For the colourist",
    "letterer": "For the letterer", "editor": "For the editor", "note": "Note",
}  # fmt: skip


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
        opening: dict[str, Any] | None = _opening(page, section)
        section = page.section
        for frame, begins in zip(book.frames(page), scenes(page, scene), strict=True):
            yield _cell(frame, begins) | {"page": opening, "image": pictures.stand_in(frame, column_pt)}
            opening = None
        if opening is not None:
            yield {"page": opening, "panel": None}
        scene = last_scene(page, scene)


def _opening(page: Page, before: tuple[str, ...]) -> dict[str, Any]:
    """Return what is said of a page before its first panel; `before` are the open sections of the page before it."""
    return {
        "name": page_name(page),
        "section": " / ".join(page.section) if page.section != before else "",
        "words": (*page.synopses, *page.description),
        "notes": _notes(page.notes),
    }


def _cell(frame: Frame, scene: str) -> dict[str, Any]:
    panel = frame.panel
    return {
        "panel": f"{page_number(frame.page)}.{panel.ordinal}",
        "label": f" ({panel.label})" if panel.label not in ("", str(panel.ordinal)) else "",
        "shot": ", ".join(_shot(panel)),
        "scene": scene,
        "width": frame.width_px,
        "height": frame.height_px,
        "alt": describe(panel),
        "prose": [action.text for action in panel.actions],
        "lines": [_line(line) for line in lines(panel)],
        "notes": _notes(panel.notes),
    }


def _notes(notes: tuple[Note, ...]) -> list[dict[str, str]]:
    return [{"who": _NOTES[note.audience], "text": note.text} for note in notes]


def _shot(panel: Panel) -> Iterator[str]:
    yield from panel.framing
    if panel.inset:
        yield f"inset in panel {panel.inset}"
    if panel.same_as:
        yield f"same framing as panel {panel.same_as}"
    yield from panel.unknown_tags


def _line(line: Line) -> dict[str, Any]:
    return {"who": line.who, "manner": ", ".join(line.manner), "runs": _runs(line.text)}


def _runs(text: Text) -> list[tuple[str, list[str]]]:
    return [(run.text, [str(flag.name).lower() for flag in Emphasis if flag and flag in run.emphasis]) for run in text]

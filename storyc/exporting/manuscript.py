"""The script as artists, letterers and editors are given it: every comic page begins a sheet, and its lettering is numbered."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from storyc.storyboard import Action, Character, Note, Page, Panel, PanelItem, Storyboard, Transition
from storyc.wording import Labels, character_fields, describe, page_name, read_line, shot_words

from .book import Book
from .printed_words import line_words, note_words
from .scenes import last_scene, scenes


def manuscript(book: Book) -> dict[str, Any]:
    """Return the content of every sheet; lettering is counted from 1 on each page."""
    return {
        "front": _front(book.board, book.labels),
        "entries": list(_entries(book.board, book.labels)),
        "sheets": list(_sheets(book)),
    }


def _front(board: Storyboard, labels: Labels) -> list[tuple[str, str]]:
    """Return what the title page says beside title and authors, with labels."""
    credits_ = board.credits
    said = (
        ("source", credits_.source),
        ("draft_date", credits_.draft_date),
        ("date", credits_.date),
        ("revision", credits_.revision),
        ("contact", credits_.contact),
        ("copyright", credits_.copyright),
        ("notes", credits_.notes),
    )
    return [(labels(label), words) for label, words in said if words]


def _entries(board: Storyboard, labels: Labels) -> Iterator[dict[str, Any]]:
    groups = (("cast", board.cast), ("locations", board.locations), ("props", board.props))
    for label, group in groups:
        if group:
            yield {
                "name": labels(label),
                "entries": [
                    {
                        "name": entry.name,
                        "aliases": labels("aside", words=labels.listed(entry.aliases)) if entry.aliases else "",
                        "words": entry.description,
                        "fields": character_fields(entry, labels) if isinstance(entry, Character) else [],
                    }
                    for entry in group
                ],
            }


def _sheets(book: Book) -> Iterator[dict[str, Any]]:
    scene, section = "", tuple[str, ...]()
    for page in book.pages:
        numbers = count(1)
        yield {
            "name": page_name(page, book.labels),
            "facts": book.labels.listed(_facts(page, book.labels)),
            "section": " / ".join(page.section) if page.section != section else "",
            "synopses": page.synopses,
            "words": page.description,
            "notes": note_words(page.notes, book.labels),
            "panels": [
                _panel(panel, begins, numbers, book.labels)
                for panel, begins in zip(page.panels, scenes(page, scene), strict=True)
            ],
        }
        scene, section = last_scene(page, scene), page.section


def _facts(page: Page, labels: Labels) -> Iterator[str]:
    if page.kind == "splash":
        yield labels("kind_splash")
    yield labels("one_panel") if len(page.panels) == 1 else labels("panel_count", count=len(page.panels))
    if page.layout:
        yield page.layout
    yield from page.unknown_tags


def _panel(panel: Panel, scene: str, numbers: Iterator[int], labels: Labels) -> dict[str, Any]:
    return {
        "name": labels("panel", number=panel.label or panel.ordinal),
        "shot": labels.listed(shot_words(panel, labels)),
        "scene": scene,
        "items": [_item(item, numbers, labels) for item in panel.items]
        or [{"kind": "prose", "text": describe(panel, labels)}],
    }


def _item(item: PanelItem, numbers: Iterator[int], labels: Labels) -> dict[str, Any]:
    match item:
        case Action(text):
            return {"kind": "prose", "text": text}
        case Transition(text):
            return {"kind": "transition", "text": text}
        case Note():
            return {"kind": "note"} | note_words((item,), labels)[0]
        case _:
            return {"kind": "line", "number": next(numbers)} | line_words(read_line(item), labels)

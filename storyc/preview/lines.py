"""Where each panel and page stands in the script, apart from what it shows.

A line more at the beginning of a script moves everything behind it. Sent by itself, that is a short list; inside the panels it would
make every one of them different.
"""

from collections.abc import Iterator

from msgspec import json
from msgspec.structs import replace

from storyc.storyboard import Origin, Storyboard

from .editor import Editor

_NOWHERE = Origin()


def without_lines(board: Storyboard) -> Storyboard:
    """Return a storyboard whose pages and panels do not say where they were written."""
    pages = tuple(
        replace(page, origin=_NOWHERE, panels=tuple(replace(panel, origin=_NOWHERE) for panel in page.panels))
        for page in board.pages
    )
    return replace(board, pages=pages)


def line_list(board: Storyboard, editor: Editor) -> str:
    """Return as JSON, by the id of each page and panel, its place in the script and the address of that."""
    found = {name: (f"{origin.source}:{origin.line}", _link(origin, editor)) for name, origin in _origins(board)}
    return json.encode(found).decode()


def _link(origin: Origin, editor: Editor) -> str:
    return editor.link(origin.source, origin.line, 1)


def _origins(board: Storyboard) -> Iterator[tuple[str, Origin]]:
    for page in board.pages:
        if page.origin.source:
            yield f"page-{page.ordinal}", page.origin
        for panel in page.panels:
            if panel.origin.source:
                yield f"panel-{page.ordinal}-{panel.ordinal}", panel.origin

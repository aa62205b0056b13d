"""Counts beside the text: above pages and panels, and behind balloons."""

from collections.abc import Iterator

from msgspec import Struct

from storyc.syntax import Page, Panel
from storyc.text import Span

from .names import Names
from .pieces import Piece
from .tally import counted, page_credits, page_panels, page_words, spoken
from .view import View


class Hint(Struct, frozen=True, gc=False):
    """A few words about a place."""

    span: Span
    text: str


def lenses(view: View) -> Iterator[Hint]:
    """Yield what stands above headings: of a page its panels, words and price, of a panel its balloons and words."""
    return (_moved(hint, start) for piece, start in view.script.placed() for hint in view.ask(_lenses, piece))


def hints(view: View, first_line: int, last_line: int) -> Iterator[Hint]:
    """Yield the number of words behind each balloon, caption and sound of some lines, both counted."""
    for piece, start in view.script.placed(first_line, last_line):
        for part in piece.parts:
            panels = page_panels(part) if isinstance(part, Page) else (part,) if isinstance(part, Panel) else ()
            for panel in panels:
                for one in spoken(panel.lines, view.names):
                    line = view.script.position(start + one.end)[0]
                    if one.words and first_line <= line <= last_line:
                        yield Hint(Span(start + one.end, start + one.end), counted(one.words, "word"))


def _lenses(piece: Piece, names: Names) -> tuple[Hint, ...]:
    found: list[Hint] = []
    for part in piece.parts:
        if isinstance(part, Page):
            panels, words = counted(len(page_panels(part)), "panel"), counted(page_words(part, names), "word")
            found.append(Hint(part.heading.span, f"{panels} · {words} · about {page_credits(part):,} credits"))
            found += (_panel(panel, names) for panel in page_panels(part))
        elif isinstance(part, Panel):
            found.append(_panel(part, names))
    return tuple(found)


def _panel(panel: Panel, names: Names) -> Hint:
    said = tuple(spoken(panel.lines, names))
    words = counted(sum(one.words for one in said), "word")
    return Hint(panel.heading.span, f"{counted(len(said), 'balloon')} · {words}")


def _moved(hint: Hint, by: int) -> Hint:
    return Hint(Span(hint.span.start + by, hint.span.end + by), hint.text)

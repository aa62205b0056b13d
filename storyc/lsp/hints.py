"""Counts beside the text: above pages and panels, and behind balloons."""

from collections.abc import Iterator

from msgspec import Struct

from storyc.syntax import Page, Panel
from storyc.text import Span

from .tally import counted, page_credits, page_panels, page_words, spoken
from .view import View


class Hint(Struct, frozen=True, gc=False):
    """A few words about a place."""

    span: Span
    text: str


def lenses(view: View) -> Iterator[Hint]:
    """Yield what stands above headings: of a page its panels, words and price, of a panel its balloons and words."""
    for piece, start in view.script.placed():
        for part in piece.parts:
            if isinstance(part, Page):
                text = (
                    f"{counted(len(page_panels(part)), 'panel')} · {counted(page_words(part, view.names), 'word')}"
                    f" · about {page_credits(part):,} credits"
                )
                yield Hint(_moved(part.heading.span, start), text)
                yield from (_panel(view, panel, start) for panel in page_panels(part))
            elif isinstance(part, Panel):
                yield _panel(view, part, start)


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


def _panel(view: View, panel: Panel, start: int) -> Hint:
    said = tuple(spoken(panel.lines, view.names))
    words = counted(sum(one.words for one in said), "word")
    return Hint(_moved(panel.heading.span, start), f"{counted(len(said), 'balloon')} · {words}")


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)

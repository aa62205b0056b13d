"""What is exported: a storyboard, the art that is at home, and a way to fetch it."""

from collections.abc import Callable, Iterator
from itertools import groupby

from msgspec import Struct

from storyc.planning import Art, Results
from storyc.storyboard import Page, Panel, PanelKey, Storyboard
from storyc.wire import read_size
from storyc.wording import Labels, labels_for

ReadArt = Callable[[Art], bytes]
"""Fetches the bytes of a picture."""

_UNFRAMED = frozenset({"bleed", "borderless", "splash"})
_SQUARE_PX = (1024, 1024)


class Frame(Struct, frozen=True, gc=False):
    """A panel on its page, with its picture if there is one."""

    key: PanelKey
    page: Page
    panel: Panel
    art: Art | None
    width_px: int
    """Of the art, or of the place that waits for it."""
    height_px: int

    @property
    def ratio(self) -> float:
        """Return the width over the height."""
        return self.width_px / self.height_px

    @property
    def is_framed(self) -> bool:
        """Whether a line is drawn around it on a finished page."""
        return _UNFRAMED.isdisjoint(self.panel.framing)


class Book(Struct, frozen=True):
    """A storyboard and its art; pictures are read one at a time, when their place comes."""

    board: Storyboard
    results: Results
    read_art: ReadArt

    @property
    def title(self) -> str:
        """Return the title; never empty."""
        return self.board.credits.title.strip() or self.labels("untitled")

    @property
    def pages(self) -> tuple[Page, ...]:
        """Return the pages; of a story that is all in its brief, those that were drawn."""
        return self.board.pages or tuple(_drawn_pages(self.results))

    @property
    def language(self) -> str:
        """Return a BCP 47 tag; `und` if the script does not say."""
        return self.board.language or "und"

    @property
    def labels(self) -> Labels:
        """Return the labels in the language of the story, or in English."""
        return labels_for(self.board.language)

    @property
    def is_right_to_left(self) -> bool:
        """Whether panels and pages follow each other from right to left."""
        return self.board.reading == "right-to-left"

    @property
    def is_overlaid(self) -> bool:
        """Return whether the words are laid over the art, which has none in it."""
        return self.board.lettering == "overlay"

    def frames(self, page: Page) -> tuple[Frame, ...]:
        """Return the panels of a page, in reading order."""
        place_px = _place_px(page, self.board)
        return tuple(self._frame(page, panel, place_px) for panel in page.panels)

    def missing(self) -> Iterator[PanelKey]:
        """Yield the panels that have no picture yet."""
        for page in self.pages:
            for panel in page.panels:
                key = PanelKey(page.ordinal, panel.ordinal)
                if key not in self.results.panels:
                    yield key

    def _frame(self, page: Page, panel: Panel, place_px: tuple[int, int]) -> Frame:
        key = PanelKey(page.ordinal, panel.ordinal)
        art = self.results.panels.get(key)
        width_px, height_px = place_px if art is None else (art.width_px, art.height_px)
        return Frame(key, page, panel, art, width_px, height_px)


def _drawn_pages(results: Results) -> Iterator[Page]:
    for ordinal, keys in groupby(sorted(results.panels), key=lambda key: key.page):
        yield Page(ordinal, panels=tuple(Panel(key.panel) for key in keys))


def _place_px(page: Page, board: Storyboard) -> tuple[int, int]:
    """Return the size of a picture that is not there yet; those of a spread are as wide as two pages."""
    width_px, height_px = read_size(page.size or board.size) or _SQUARE_PX
    return (2 * width_px if page.kind == "spread" and not page.size else width_px), height_px

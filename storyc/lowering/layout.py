"""How many requests the pages are cut into.

A request draws one page (`fixPanelNum`) or up to 20 pages with the same number of panels (`pagination`), all in one preset and one size.
So consecutive pages may share a request if panel count, preset and size agree, and cutting each run of such pages into twenties gives
the fewest requests that keep the order. A spread is one page on a picture twice as wide, which keeps it apart from single pages.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct

from storyc.storyboard import Layout, Page, Panel, Storyboard
from storyc.wire import MAX_PAGES, Profile, nearest_size, read_size


class Slice(Struct, frozen=True, gc=False):
    """A page as one request draws it: whole, or one panel of it."""

    page: Page
    panels: tuple[Panel, ...]


class Batch(Struct, frozen=True, gc=False):
    """What one request draws. Every slice has the same number of panels."""

    slices: tuple[Slice, ...]
    preset: str
    size: str


class Arrangement(Struct, frozen=True, gc=False):
    """The batches of a storyboard in the order of its pages, and the reason."""

    batches: tuple[Batch, ...]
    layout: Literal["pages", "book", "panels"]
    why: str


def arrange(board: Storyboard, profile: Profile, layout: Layout) -> Arrangement:
    """Return how the pages of a board, which has some, are cut; in time linear in the number of panels."""
    sheets = [_sheet(board, page, profile) for page in board.pages]
    match layout:
        case "panels":
            batches = tuple(_panel_batches(sheets))
            return Arrangement(batches, "panels", "one request a panel was asked for")
        case "pages":
            return Arrangement(tuple(_batch((sheet,)) for sheet in sheets), "pages", "one request a page was asked for")
        case "book":
            return Arrangement(
                tuple(_runs(sheets)), "book", "one request for each run of pages that are alike was asked for"
            )
        case "auto":
            batches = tuple(_runs(sheets))
            shares = len(batches) < len(sheets)
            return Arrangement(batches, "book" if shares else "pages", _why(sheets))


class _Sheet(Struct, frozen=True, gc=False):
    """A page and what it must agree on with the pages that share its request."""

    page: Page
    preset: str
    size: str

    @property
    def terms(self) -> tuple[int, str, str]:
        return len(self.page.panels), self.preset, self.size


def picture_size(page: Page, board: Storyboard, profile: Profile) -> str:
    """Return the size of a page's pictures, width x height in pixels, out of the profile's list.

    The page's own size wins, then the story's; a spread without its own takes the nearest to two pages side by side.
    """
    width_px, height_px = read_size(page.size or board.size) or (1024, 1024)
    if page.kind == "spread" and not page.size:
        return nearest_size(2 * width_px, height_px, profile.sizes)
    size = f"{width_px}x{height_px}"
    return size if size in profile.sizes else nearest_size(width_px, height_px, profile.sizes)


def page_terms(board: Storyboard, page: Page, profile: Profile) -> tuple[str, str]:
    """Return preset and size of a page's pictures."""
    return page.preset or board.preset or profile.preset, picture_size(page, board, profile)


def _sheet(board: Storyboard, page: Page, profile: Profile) -> _Sheet:
    return _Sheet(page, *page_terms(board, page, profile))


def _batch(sheets: Sequence[_Sheet]) -> Batch:
    return Batch(tuple(Slice(sheet.page, sheet.page.panels) for sheet in sheets), sheets[0].preset, sheets[0].size)


def _panel_batches(sheets: Sequence[_Sheet]) -> Iterator[Batch]:
    for sheet in sheets:
        for panel in sheet.page.panels:
            yield Batch((Slice(sheet.page, (panel,)),), sheet.preset, sheet.size)


def _runs(sheets: Sequence[_Sheet]) -> Iterator[Batch]:
    for _, alike in groupby(sheets, key=lambda sheet: sheet.terms):
        run = list(alike)
        for start in range(0, len(run), MAX_PAGES):
            yield _batch(run[start : start + MAX_PAGES])


def _why(sheets: Sequence[_Sheet]) -> str:
    first = sheets[0]
    if len(sheets) == 1:
        return "there is one page"
    for sheet in sheets:
        if sheet.terms != first.terms:
            return _difference(first, sheet)
    alike = f"all {len(sheets)} pages have {_panels(first)}"
    return alike if len(sheets) <= MAX_PAGES else f"{alike}, and a request takes {MAX_PAGES} pages"


def _difference(one: _Sheet, other: _Sheet) -> str:
    names = f"page {one.page.ordinal}", f"page {other.page.ordinal}"
    if len(one.page.panels) != len(other.page.panels):
        return f"{names[0]} has {_panels(one)}, {names[1]} has {len(other.page.panels)}"
    if one.page.kind != other.page.kind and "spread" in {one.page.kind, other.page.kind}:
        spread, single = names if one.page.kind == "spread" else reversed(names)
        return f"{spread} is a spread, {single} is not"
    if one.preset != other.preset:
        return f"{names[0]} has the preset {one.preset}, {names[1]} has {other.preset}"
    return f"{names[0]} has the size {one.size}, {names[1]} has {other.size}"


def _panels(sheet: _Sheet) -> str:
    count = len(sheet.page.panels)
    return f"{count} panel" if count == 1 else f"{count} panels"

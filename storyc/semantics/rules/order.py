"""Numbers: they are labels, but labels that do not rise are mistakes."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from storyc.diagnostics import Diagnostic, Label, codes
from storyc.semantics.pages import PageDraft
from storyc.semantics.saying import MOST_LISTED, place
from storyc.storyboard import Reading
from storyc.syntax import Number


def numbers_rise(page: PageDraft) -> Iterator[Diagnostic]:
    """The order of the panels is their order on the page; a number that says something else misleads."""
    before: Number | None = None
    for panel in page.panels:
        number = panel.node.heading.number
        if number is None:
            continue
        if before is not None and not _follows(before, number):
            label = place(panel.source, number.span.start, number.span.end)
            message = f"panel {number.written} comes after panel {before.written}"
            helps = ("panels are read in the order in which they stand; the number is only a label",)
            yield Diagnostic(codes.OUT_OF_ORDER, message, label, helps=helps)
        before = number


def _follows(before: Number, after: Number) -> bool:
    """Return whether one number comes behind another: `2`, `2a`, `2b`, `3`; `1.2`, `1.10`."""
    if after.value == before.value:
        return _parts(after) > _parts(before)
    return after.value > before.value


def _parts(number: Number) -> list[tuple[int, str]]:
    """Return what stands behind the first digits of a number, to be compared."""
    return [
        (int(digits or 0), letter) for digits, letter in re.findall(r"\.(\d{1,9})|([a-z])", number.written.casefold())
    ]


def panels_that_are_named_exist(page: PageDraft) -> Iterator[Diagnostic]:
    """`inset 2` and `same as 2` mean a panel of the same page."""
    for panel in page.panels:
        for wanted, label in panel.tags.references:
            if page.find(wanted) is None:
                helps = (f"panels here are: {', '.join(islice(page.labels(), MOST_LISTED))}",)
                yield Diagnostic(codes.UNKNOWN_PANEL, f"there is no panel {wanted} on this page", label, helps=helps)


def page_numbers_rise(pages: Sequence[PageDraft]) -> Iterator[Diagnostic]:
    """Two pages of one number are a copy that was not edited, or a page that was lost."""
    before: Number | None = None
    for page in pages:
        number = page.heading.number if page.heading else None
        if number is None:
            continue
        if before is not None and not _follows(before, number) and number.value != 1:
            label = place(page.document.source, number.span.start, number.span.end)
            message = f"page {number.written} comes after page {before.written}"
            helps = ("pages are read in the order in which they stand; the number is only a label",)
            yield Diagnostic(codes.OUT_OF_ORDER, message, label, helps=helps)
        before = page.heading.last or number if page.heading else number


def spreads_start_on_a_left_page(pages: Sequence[PageDraft], reading: Reading) -> Iterator[Diagnostic]:
    """The two pages of a spread face each other only if the first has an even number (an odd one, right to left)."""
    for page in pages:
        heading = page.heading
        if heading is None or not page.is_spread or reading == "vertical":
            continue
        number = heading.number.value if heading.number else page.ordinal
        if number % 2 == (1 if reading == "right-to-left" else 0):
            continue
        where = heading.number.span if heading.number else heading.span
        label = Label(page.document.source.name, where)
        side = "an odd" if reading == "right-to-left" else "an even"
        helps = (f"in this reading direction a spread starts on {side} page; add or take away a page before it",)
        yield Diagnostic(codes.SPREAD_PARITY, f"the pages of this spread do not face each other: it starts on {number}",
                         label, helps=helps)  # fmt: skip

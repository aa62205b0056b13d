"""Numbers pages and panels anew, in the order in which they stand; tags that name a panel name the same one afterwards."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from storyc.syntax import Clip, Document, Heading, Number, Page, Panel, Part, Section, Tag, find_number
from storyc.text import Span

from .numerals import write_number

_NAMED_PANEL = re.compile(
    r"(?:inset|same\s+as)\b\s*[:：]?\s*(?:in\s+)?(?:panel\s+)?(\S.*)\Z", re.IGNORECASE | re.DOTALL
)
_FRAME = re.compile(r"(?:from|to)\s+(?:page\s+(\w+)\s+)?panel\s+(\w+)\Z", re.IGNORECASE)
_NOWHERE: Mapping[int, int] = {}
_Edit = tuple[Span, str]


class _Sheet:
    """A page and its panels, with their old numbers and their new ones."""

    def __init__(self, heading: Heading | None, ordinal: int) -> None:
        self.heading = heading
        self.ordinal = ordinal
        self.panels: list[Panel] = []
        self.clips: list[Clip] = []
        self.labels: list[str] = []
        """The new numbers of the panels; where none is written, the ordinal."""

    def names(self) -> tuple[str, ...]:
        """Return what the page may be called by: its place, and its old number."""
        number = self.heading.number if self.heading else None
        return (str(self.ordinal),) if number is None else (str(self.ordinal), str(number.value))

    def find(self, wanted: str) -> int | None:
        """Return the index of the panel that an old number means, None if there is none."""
        found = [index for spelling in _spellings(wanted) if (index := self._by_spelling.get(spelling)) is not None]
        return min(found, default=None)

    def find_model(self, wanted: str) -> int | None:
        """Return the index of the panel that another one names in its tags: one that wears a number goes before its place."""
        index = self.find(wanted)
        return index if index is None else self._by_number.get(self._old_labels[index], index)

    def new_label(self, index: int | None, wanted: str) -> str | None:
        """Return the new number of a panel, None if it is the one that is wanted anyway, or if there is no such panel."""
        label = None if index is None else self.labels[index]
        return None if label is None or _spellings(label) & _spellings(wanted) else label

    @cached_property
    def _old_labels(self) -> list[str]:
        numbers = (panel.heading.number for panel in self.panels)
        return [str(ordinal) if number is None else number.written for ordinal, number in enumerate(numbers, 1)]

    @cached_property
    def _by_spelling(self) -> dict[str, int]:
        backwards = reversed(list(enumerate(self._old_labels)))
        return {spelling: index for index, label in backwards for spelling in _spellings(label)}

    @cached_property
    def _by_number(self) -> dict[str, int]:
        numbers = reversed([(index, panel.heading.number) for index, panel in enumerate(self.panels)])
        return {number.written: index for index, number in numbers if number is not None}


class _NewLabel(Struct, frozen=True, gc=False):
    """A number as it was, and as it is to be."""

    old: Number
    value: int
    letter: str


def renumber(document: Document, page_ordinals: Mapping[int, int] = _NOWHERE) -> str:
    """Return the text of a document with its pages and panels numbered as they stand; headings without number stay so.

    `page_ordinals` holds the place of each page in the whole story, by the line of its heading. Without it, pages are
    counted from the first number that is written. `2, 2a, 3` stays in steps like that, and panels that are numbered
    through all pages go on so.
    """
    text = document.source.text
    sheets = list(_sheets(document, page_ordinals))
    _label_panels(sheets)
    edits = [*_page_edits(sheets), *_panel_edits(sheets), *_tag_edits(sheets, text)]
    pieces: list[str] = []
    at = 0
    for span, new in sorted(edits, key=lambda edit: edit[0].start):
        pieces += (text[at : span.start], new)
        at = span.end
    return "".join((*pieces, text[at:]))


def _sheets(document: Document, page_ordinals: Mapping[int, int]) -> Iterator[_Sheet]:
    """Yield the pages of a document, among them one for panels that stand before the first."""
    sheet: _Sheet | None = None
    following = 0
    for part in _flat(document.parts):
        if isinstance(part, Page):
            if sheet is not None:
                yield sheet
            number = part.heading.number
            following = following or (number.value if number else 0) or 1
            following = page_ordinals.get(document.source.position(part.heading.heading_at).line, following)
            sheet = _Sheet(part.heading, following)
            following += 2 if _is_spread(part.heading) else 1
        elif isinstance(part, Panel | Clip):
            sheet = sheet or _Sheet(None, 1)
            if isinstance(part, Panel):
                sheet.panels.append(part)
            else:
                sheet.clips.append(part)
    if sheet is not None:
        yield sheet


def _flat(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Section):
            yield from _flat(part.parts)
        elif isinstance(part, Page):
            yield from part.strip


def _is_spread(heading: Heading) -> bool:
    if heading.number is not None and heading.last is not None:
        return heading.last.value == heading.number.value + 1
    return any(tag.name.casefold() == "spread" and tag.value is None for tag in heading.tags)


def _page_edits(sheets: Iterable[_Sheet]) -> Iterator[_Edit]:
    for sheet in sheets:
        if sheet.heading is None or (number := sheet.heading.number) is None:
            continue
        last = sheet.heading.last
        if last is not None and not _is_spread(sheet.heading):
            continue
        for written, value in ((number, sheet.ordinal), (last, sheet.ordinal + 1)):
            if written is not None and written.value != value:
                yield written.span, write_number(value, written.written)


def _label_panels(sheets: list[_Sheet]) -> None:
    """Give each panel its new number."""
    counts_on = _counts_on(sheets)
    value = 0
    is_first = True
    for sheet in sheets:
        if not counts_on:
            value = 0
        before: _NewLabel | None = None
        for ordinal, panel in enumerate(sheet.panels, 1):
            number = panel.heading.number
            if number is None:
                value = max(value + 1, ordinal)  # it is known by its place, and nobody else may be
                before = None
                sheet.labels.append(str(ordinal))
                continue
            if is_first and (counts_on or sheet.heading is None):
                value = number.value - 1
            is_first = False
            letter = _letter(number)
            if before is not None and letter and number.value == before.old.value and before.letter != "z":
                letter = max(letter, chr(ord(before.letter) + 1) if before.letter else "a")
            else:
                value += 1
            before = _NewLabel(number, value, letter)
            sheet.labels.append(_written(before))


def _written(label: _NewLabel) -> str:
    digits = label.old.written[:-1] if _letter(label.old) else label.old.written
    return (digits if label.value == label.old.value else write_number(label.value, digits)) + label.letter


def _letter(number: Number) -> str:
    return number.written[-1] if number.written[0].isdecimal() and number.written[-1].isalpha() else ""


def _counts_on(sheets: list[_Sheet]) -> bool:
    """Return whether panels are numbered through: all of them, and each page goes on after the one before."""
    numbers = [[panel.heading.number for panel in sheet.panels] for sheet in sheets if sheet.panels]
    values = [[number.value for number in page if number is not None] for page in numbers]
    is_whole = all(len(page) == len(written) for page, written in zip(numbers, values, strict=True))
    return is_whole and len(values) > 1 and all(page[0] > above[-1] for above, page in pairwise(values))


def _panel_edits(sheets: Iterable[_Sheet]) -> Iterator[_Edit]:
    for sheet in sheets:
        for panel, label in zip(sheet.panels, sheet.labels, strict=True):
            number = panel.heading.number
            if number is not None and number.written != label:
                yield number.span, label


def _tag_edits(sheets: Iterable[_Sheet], text: str) -> Iterator[_Edit]:
    called: dict[str, _Sheet] = {}
    for sheet in sheets:
        called.update(dict.fromkeys(sheet.names(), sheet))
        for panel in sheet.panels:
            for tag in panel.heading.tags:
                named = _NAMED_PANEL.match(text, tag.span.start, tag.span.end)
                if named and (label := sheet.new_label(sheet.find_model(named[1]), named[1])):
                    yield Span(*named.span(1)), label
        for clip in sheet.clips:
            for tag in clip.heading.tags:
                yield from _frame_edits(tag, sheet, called, text)


def _frame_edits(tag: Tag, sheet: _Sheet, called: Mapping[str, _Sheet], text: str) -> Iterator[_Edit]:
    """Yield the edits of `from page 2 panel 3`; without a page, that of the clip is meant."""
    frame = _FRAME.match(text, tag.span.start, tag.span.end)
    if frame is None:
        return
    meant = sheet if frame[1] is None else called.get(frame[1])
    if meant is None:
        return
    if frame[1] is not None and frame[1] != str(meant.ordinal):
        yield Span(*frame.span(1)), str(meant.ordinal)
    if label := meant.new_label(meant.find(frame[2]), frame[2]):
        yield Span(*frame.span(2)), label


def _spellings(number: str) -> frozenset[str]:
    """Return the ways to write a panel's number: `ONE` and `1` mean one panel, `3a` only `3a`."""
    folded = " ".join(number.split()).casefold()
    found = None if folded[:1].isdigit() else find_number(folded)
    return frozenset((folded, str(found[0]))) if found and found[1] == len(folded) else frozenset((folded,))

"""A story as rules look at it: the storyboard for what it means, the program and the trees for where it was written.

A storyboard knows lines, not columns. Rules go over it, and only what they find is looked up in the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from re import Match

from msgspec import Struct

from storyc.diagnostics import Label
from storyc.lowering import lower
from storyc.semantics import Balloon, CaptionBox, Program, ScriptPage, ScriptPanel, Words, clean
from storyc.storyboard import Action, Caption, Origin, Page, Panel, Speech, count_words
from storyc.syntax import Document, Entry
from storyc.text import Span

from .declared import entries_by_line
from .redrawing import Redrawing


class Shot(Struct, frozen=True, gc=False):
    """A panel, with what several rules ask about it."""

    panel: Panel
    script: ScriptPanel
    prose: str
    """Its description in small letters, a paragraph a line."""
    letters: tuple[Speech | Caption, ...]
    """Its balloons and captions."""
    words: tuple[int, ...]
    """How many words each of these has."""


class Leaf(Struct, frozen=True, gc=False):
    """A page and its shots."""

    page: Page
    script: ScriptPage
    shots: tuple[Shot, ...]

    @property
    def number(self) -> int:
        """Return the number that the writer gave it; without one, its place in the story."""
        heading = self.script.heading
        return heading.number.value if heading and heading.number else self.page.ordinal


class Story:
    """A checked story, its storyboard, and the way back to the text."""

    def __init__(
        self, program: Program, documents: Mapping[str, Document], redrawings: Sequence[Redrawing] = ()
    ) -> None:
        self.program = program
        self.documents = documents
        self.redrawings = redrawings
        """What a build would buy again, as far as somebody knows."""
        self.board = lower(program)
        pages = zip(self.board.pages, program.pages, strict=True)
        self.leaves = tuple(Leaf(page, script, tuple(_shots(page, script))) for page, script in pages)
        self.shots = tuple(shot for leaf in self.leaves for shot in leaf.shots)

    @cached_property
    def scenes(self) -> Sequence[Sequence[Shot]]:
        """The shots of each slugline, in order; a scene that is come back to is another one."""
        return [tuple(shots) for _, shots in groupby(self.shots, lambda shot: shot.panel.setting)]

    # ---- the way back to the text

    def at_panel(self, shot: Shot, text: str = "") -> Label:
        """Return the place of a panel's heading."""
        return Label(shot.script.source.name, shot.script.node.heading.span, text)

    def at_page(self, leaf: Leaf) -> Label:
        """Return the place of a page's heading; of its first panel's if the script has no line for the page."""
        heading = leaf.script.heading
        return self.at_panel(leaf.shots[0]) if heading is None else Label(leaf.script.source.name, heading.span)

    def at_letters(self, shot: Shot, index: int) -> Label:
        """Return the place of a panel's balloon or caption, counted from 0 over both."""
        items = self.program.items(shot.script)
        letters = [
            item.words for item in items if isinstance(item, Balloon | CaptionBox) and any(map(clean, item.words.lines))
        ]
        return self.at_panel(shot) if len(letters) != len(shot.words) else self._first_line(shot, letters[index])

    def at_prose(self, shot: Shot, found: Match[str]) -> Label:
        """Return the place of words of a panel's description, as far as they stand in one line."""
        source, span = shot.script.source, shot.script.node.span
        spaced = r"\s+".join(map(re.escape, found[0].split()))
        words = re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
        written = list(words.finditer(source.text, span.start, span.end))
        if not written:  # a name in braces stands for some of it
            return self.at_panel(shot)
        before = sum(1 for _ in words.finditer(found.string, 0, found.start()))
        start, end = written[min(before, len(written) - 1)].span()
        return Label(source.name, Span(start, min(end, source.line_span(source.position(start).line).end)))

    def at_entry(self, origin: Origin, text: str = "") -> Label:
        """Return the place of a declared name."""
        entry = self.entry(origin)
        source = self.documents[origin.source].source
        if entry is None:
            return Label(origin.source, source.line_span(origin.line), text)
        return Label(origin.source, Span(entry.name_at, entry.name_at + len(entry.name)), text)

    def entry(self, origin: Origin) -> Entry | None:
        """Return the entry of a block that stands in a line."""
        return self._entries.get((origin.source, origin.line))

    @cached_property
    def _entries(self) -> Mapping[tuple[str, int], Entry]:
        return entries_by_line(self.documents)

    def _first_line(self, shot: Shot, words: Words) -> Label:
        return Label(shot.script.source.name, Span(words.at, words.at + len(words.lines[0].rstrip("\0 "))))


def base(name: str) -> str:
    """Return the character that a canonical name is a look of, or the name itself."""
    return name.partition(" / ")[0]


def _shots(page: Page, script: ScriptPage) -> Iterator[Shot]:
    for panel, panel_script in zip(page.panels, script.panels, strict=True):
        prose = "\n".join([item.text for item in panel.items if isinstance(item, Action)]).casefold()
        letters = tuple([item for item in panel.items if isinstance(item, Speech | Caption)])
        yield Shot(panel, panel_script, prose, letters, tuple([count_words(item.text) for item in letters]))

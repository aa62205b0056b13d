"""What a reader sees, spelled out: every label, number and anchor of the storyboard, and not a character of markup.

Both outputs are written from this view, so they say the same; each escapes its strings in its own way.
"""

from typing import ClassVar, Literal

from msgspec import Struct

from storyc.planning import Art
from storyc.storyboard import Audience, PageKind, Reading, Reference, Text
from storyc.wording import Kind, Labels

from .counting import Counts
from .sheet import Place, Sheet, size_class


class WordsView(Struct, frozen=True, gc=False):
    """Lettering: one line of the transcript."""

    form: ClassVar[str] = "words"
    kind: Kind
    label: str
    """Who says it, or what it is."""
    how: str
    """`off, burst`; empty if there is nothing to add."""
    text: Text
    looks: tuple[str, ...] = ()
    """Words of the closed vocabularies that change how it is set: modifiers and kinds of caption."""
    is_same_speaker: bool = False
    """The line before it is by the same speaker."""
    is_named: bool = True
    """The label is a name, and no label of ours."""


class ProseView(Struct, frozen=True, gc=False):
    """A paragraph of description."""

    form: ClassVar[str] = "prose"
    text: str


class NoteView(Struct, frozen=True, gc=False):
    """A remark to someone."""

    form: ClassVar[str] = "note"
    label: str
    text: str
    audience: Audience


class TransitionView(Struct, frozen=True, gc=False):
    """`CUT TO:`."""

    form: ClassVar[str] = "transition"
    text: str


ItemView = WordsView | ProseView | NoteView | TransitionView


class SourceView(Struct, frozen=True, gc=False):
    """A line of the script."""

    name: str
    """`harbour.story:43`; empty if no line says."""
    href: str
    """Empty if nothing is linked."""


class Take(Struct, frozen=True, gc=False):
    """Art of a panel that was made and not chosen."""

    name: str
    art: Art


class PanelView(Struct, frozen=True, gc=False):
    """One picture with everything around it."""

    anchor: str
    label: str
    """`Panel 3`."""
    number: str
    """`1.3`, with that of its page."""
    tags: tuple[str, ...]
    """Framing and the writer's other tags, in words."""
    framing: tuple[str, ...]
    """Of the tags, those of the vocabulary."""
    scene: str
    """The slugline, if a scene begins here or the page does."""
    alt: str
    art: Art | None
    width_px: int
    """Of the art, or of the place that waits for it."""
    height_px: int
    place: Place
    items: tuple[ItemView, ...]
    present: str
    """Who and what is in the picture."""
    time: str
    """How long a reader stays, `About 6 s`."""
    takes: tuple[Take, ...]
    source: SourceView

    @property
    def size_class(self) -> str:
        """Return the name of the style rule that knows the size of its picture."""
        return size_class(self.width_px, self.height_px)


class ClipView(Struct, frozen=True, gc=False):
    """A video shot."""

    anchor: str
    label: str
    """`Clip 2`."""
    name: str
    prompt: str
    facts: tuple[str, ...]
    """`5 s`, `720p`, …"""
    frames: tuple[tuple[str, str, str], ...]
    """The panels it begins and ends with: (`begins with`, `panel 3 of page 1`, anchor)."""
    references: tuple[Reference, ...]
    film: Art | None
    poster: Art | None
    """What is shown before the film is played: the picture that it begins with."""
    source: SourceView


class PageView(Struct, frozen=True, gc=False):
    """One page, or the two of a spread."""

    anchor: str
    number: str
    """`3`, `4-5` with a dash between them."""
    label: str
    """`Page 3`, `Pages 4-5`."""
    kind: PageKind
    kind_label: str
    """Empty for a plain page."""
    panel_count: str
    """`1 panel`, `4 panels`."""
    section: str
    """The open sections, outermost first; empty if they are those of the page before."""
    summary: str
    """One line for the table of contents: the synopsis, the section or the scene."""
    synopses: tuple[str, ...]
    description: tuple[str, ...]
    notes: tuple[NoteView, ...]
    tags: tuple[str, ...]
    panels: tuple[PanelView, ...]
    sheet: Sheet
    ordinal: int
    clips: tuple[ClipView, ...]
    source: SourceView


class EntryView(Struct, frozen=True, gc=False):
    """A member of the cast, a place or a thing."""

    name: str
    aliases: str
    description: str
    fields: tuple[tuple[str, str], ...]
    references: tuple[Reference, ...]
    appears: tuple[tuple[str, str], ...]
    """Runs of pages it is on: (`3-5` with a dash, anchor of the first)."""
    first: tuple[str, str]
    """Where it is seen or heard first: (`page 1, panel 2`, anchor); both empty if nowhere."""
    numbers: tuple[tuple[str, str], ...]
    """Panels, balloons, words: (label, number)."""


class BoardView(Struct, frozen=True, gc=False):
    """The whole storyboard."""

    title: str
    series: str
    """`Night Pilots, 1`."""
    byline: str
    facts: tuple[tuple[str, str], ...]
    """The rest of the title page, and what the pictures are made with: (label, words)."""
    language: str
    labels: Labels
    direction: Literal["ltr", "rtl"]
    """Of the text. The order of the panels is `reading`."""
    reading: Reading
    is_draft: bool
    counts: Counts
    bible: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Style, story and constraints: (heading, fields)."""
    entries: tuple[tuple[str, str, tuple[EntryView, ...]], ...]
    """Cast, locations and props: (heading, anchor, entries)."""
    audiences: tuple[tuple[Audience, str], ...]
    """Whom notes are for, with what they are called."""
    pages: tuple[PageView, ...]
    clips: tuple[ClipView, ...]
    """Those outside the pages."""

    @property
    def own(self) -> str:
        """Return the attributes of an element in which our labels stand among the words of the story; empty if both are in one language."""
        if self.labels.is_in(self.language):
            return ""
        return f' lang="{self.labels.tag}"' + (' dir="ltr"' if self.direction == "rtl" else "")

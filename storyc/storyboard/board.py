"""The storyboard: what a checked script means, independent of any service."""

from typing import Literal

from msgspec import Struct

from .cast import Character, Location, Prop, Reference
from .origin import Origin
from .panel import Note, Panel

Reading = Literal["left-to-right", "right-to-left", "vertical"]
Layout = Literal["auto", "pages", "book", "panels"]
PageKind = Literal["page", "splash", "spread"]


class Page(Struct, frozen=True, gc=False):
    """One page, or the two pages of a spread."""

    ordinal: int
    """Its place in the whole story, from 1; a spread takes two numbers and this is the first."""
    kind: PageKind = "page"
    label: str = ""
    """The number as written (`2-3`, `ONE`); empty if none was."""
    preset: str = ""
    """Overrides the story's preset; empty if it does not."""
    size: str = ""
    layout: str = ""
    """The writer's words for the arrangement of the panels, from the `layout` tag."""
    unknown_tags: tuple[str, ...] = ()
    """Tags outside the vocabulary, kept as written."""
    section: tuple[str, ...] = ()
    """Headings of the sections (`#`) that are open where the page begins, outermost first."""
    synopses: tuple[str, ...] = ()
    description: tuple[str, ...] = ()
    """Paragraphs that stand before the first panel."""
    notes: tuple[Note, ...] = ()
    panels: tuple[Panel, ...] = ()
    origin: Origin = Origin()

    @property
    def last_ordinal(self) -> int:
        """Return the last page number that it takes."""
        return self.ordinal + 1 if self.kind == "spread" else self.ordinal


class PanelKey(Struct, frozen=True, gc=False, order=True):
    """A panel's address in a storyboard: the ordinal of its page and its own, both from 1."""

    page: int
    panel: int


class Clip(Struct, frozen=True, gc=False):
    """A video shot."""

    ordinal: int
    """Its place among the clips, from 1."""
    name: str = ""
    prompt: str = ""
    duration_s: int = 5
    resolution: Literal["480p", "720p", "1080p"] = "720p"
    aspect_ratio: Literal["16:9", "4:3", "1:1", "3:4", "9:16", "adaptive"] | None = None
    has_audio: bool = False
    seed: int | None = None
    first_frame: PanelKey | None = None
    """The panel whose finished art is the first frame."""
    last_frame: PanelKey | None = None
    images: tuple[Reference, ...] = ()
    videos: tuple[Reference, ...] = ()
    audios: tuple[Reference, ...] = ()
    after: PanelKey | None = None
    """The panel it was written after; None if it stands outside the pages. A panel ordinal of 0 is the page's heading."""
    origin: Origin = Origin()


class Credits(Struct, frozen=True, gc=False):
    """What a title page says about the work and the people."""

    title: str = ""
    series: str = ""
    issue: str = ""
    credit: str = ""
    authors: tuple[str, ...] = ()
    source: str = ""
    draft_date: str = ""
    date: str = ""
    contact: str = ""
    copyright: str = ""
    notes: str = ""
    revision: str = ""


class Storyboard(Struct, frozen=True, gc=False):
    """The whole story, in order. Everything in it is checked: names exist, numbers are in range, files are inside."""

    credits: Credits = Credits()
    language: str = ""
    """A BCP 47 tag; empty if the script does not say."""
    reading: Reading = "left-to-right"
    preset: str = "neutral"
    size: str = "1024x1024"
    """Width x height in pixels, from the list that the service's clients accept."""
    model: str = ""
    upscale: Literal["", "2K", "4K", "yes"] = ""
    layout: Layout = "auto"
    lettering: Literal["art", "overlay"] = "art"
    """Who letters: the service draws the words into the art, or storyc lays them over it."""
    brief: Reference | None = None
    callback: str = ""
    style: tuple[tuple[str, str], ...] = ()
    """Fields of STYLE in order: (key in lower case, value)."""
    story: tuple[tuple[str, str], ...] = ()
    constraints: tuple[tuple[str, str], ...] = ()
    attachments: tuple[Reference, ...] = ()
    cast: tuple[Character, ...] = ()
    locations: tuple[Location, ...] = ()
    props: tuple[Prop, ...] = ()
    pages: tuple[Page, ...] = ()
    clips: tuple[Clip, ...] = ()
    origin: Origin = Origin()

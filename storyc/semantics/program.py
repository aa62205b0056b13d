"""The program: a script whose names are known and whose rules hold. Only `check` makes one."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from storyc.storyboard import Character, Layout, Location, PageKind, Prop, Reading, Reference, Setting
from storyc.syntax import BodyLine, Heading, Panel
from storyc.text import Source

from .folding import Folder
from .items import Item
from .speakers import Speakers
from .tags import PanelTags


class ScriptPanel(Struct, frozen=True, gc=False):
    """A panel with its names resolved. Its lines are known to be good; `Program.items` says what they say."""

    source: Source
    node: Panel
    tags: PanelTags
    setting: Setting | None
    looks: Mapping[str, str]
    """The look in force of each character that has one: base name to full name."""


class ClipSpec(Struct, frozen=True, gc=False):
    """A clip with its options checked."""

    source: Source
    at: int
    name: str
    duration_s: int
    resolution: Literal["480p", "720p", "1080p"]
    aspect_ratio: Literal["16:9", "4:3", "1:1", "3:4", "9:16", "adaptive"] | None
    has_audio: bool
    seed: int | None
    first_frame: tuple[int, int] | None
    """Ordinals of page and panel."""
    last_frame: tuple[int, int] | None
    after: tuple[int, int] | None
    images: tuple[Reference, ...]
    videos: tuple[Reference, ...]
    audios: tuple[Reference, ...]
    items: tuple[Item, ...]


class ScriptPage(Struct, frozen=True, gc=False):
    """A page with its names resolved."""

    source: Source
    at: int
    ordinal: int
    kind: PageKind
    label: str
    preset: str
    size: str
    layout: str
    unknown_tags: tuple[str, ...]
    section: tuple[str, ...]
    synopses: tuple[str, ...]
    heading: Heading | None
    """None if the script has no line for it."""
    lines: tuple[BodyLine, ...]
    """What stands before the first panel."""
    panels: tuple[ScriptPanel, ...]


class TitleValues(Struct, frozen=True, gc=False):
    """What the title page says, checked."""

    credits: Mapping[str, str]
    """Plain fields by their key in lower case."""
    authors: tuple[str, ...] = ()
    language: str = ""
    reading: Reading = "left-to-right"
    preset: str = "neutral"
    size: str = "1024x1024"
    model: str = ""
    upscale: Literal["", "2K", "4K", "yes"] = ""
    layout: Layout = "auto"
    lettering: Literal["art", "overlay"] = "art"
    brief: Reference | None = None
    callback: str = ""


class Program(Struct, frozen=True, gc=False):
    """A whole story without a mistake."""

    source: Source
    """Of the main file."""
    title: TitleValues
    style: tuple[tuple[str, str], ...]
    story: tuple[tuple[str, str], ...]
    constraints: tuple[tuple[str, str], ...]
    attachments: tuple[Reference, ...]
    cast: tuple[Character, ...]
    locations: tuple[Location, ...]
    props: tuple[Prop, ...]
    definitions: Mapping[str, str]
    pages: tuple[ScriptPage, ...]
    clips: tuple[ClipSpec, ...]
    speakers: Speakers

    def items(self, part: ScriptPage | ScriptPanel) -> tuple[Item, ...]:
        """Return what the lines of a page, before its first panel, or of a panel say."""
        heading, lines = (
            (part.heading, part.lines) if isinstance(part, ScriptPage) else (part.node.heading, part.node.lines)
        )
        return Folder(part.source, self.speakers).fold_headed(heading, lines)

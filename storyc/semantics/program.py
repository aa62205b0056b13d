"""The program: a script whose names are known and whose rules hold. Only `check` makes one.

Texts are still as written, line by line (`syntax.tree` says what U+0000 and U+0001 stand for); lowering finishes them.
"""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from storyc.storyboard import (
    Audience,
    CaptionKind,
    Character,
    Framing,
    Layout,
    Location,
    Modifier,
    PageKind,
    Prop,
    Reading,
    Reference,
    Setting,
)
from storyc.text import Source


class Words(Struct, frozen=True, gc=False):
    """Lines of text as written."""

    lines: tuple[str, ...]
    at: int
    """Where the first of them begins."""
    keeps_lines: bool = False
    """Whether the writer's line ends are line ends of the lettering, as under a cue."""


class Paragraph(Struct, frozen=True, gc=False):
    """Prose."""

    words: Words


class Balloon(Struct, frozen=True, gc=False):
    """Somebody's words."""

    speakers: tuple[str, ...]
    modifiers: tuple[Modifier, ...]
    directions: tuple[str, ...]
    is_dual: bool
    words: Words


class CaptionBox(Struct, frozen=True, gc=False):
    """A caption."""

    kind: CaptionKind
    character: str
    modifiers: tuple[Modifier, ...]
    directions: tuple[str, ...]
    words: Words


class Effect(Struct, frozen=True, gc=False):
    """A sound."""

    source: str
    modifiers: tuple[Modifier, ...]
    words: Words


class Letters(Struct, frozen=True, gc=False):
    """Title lettering, or letters inside the picture."""

    is_title: bool
    kind: str
    words: Words


class Remark(Struct, frozen=True, gc=False):
    """A note to somebody."""

    audience: Audience
    words: Words


class Cut(Struct, frozen=True, gc=False):
    """A transition."""

    words: Words


Item: TypeAlias = Paragraph | Balloon | CaptionBox | Effect | Letters | Remark | Cut


class ScriptPanel(Struct, frozen=True, gc=False):
    """A panel with its names resolved."""

    source: Source
    at: int
    label: str
    framing: tuple[Framing, ...]
    unknown_tags: tuple[str, ...]
    inset: str
    same_as: str
    seed: int | None
    pin: str
    setting: Setting | None
    looks: Mapping[str, str]
    """The look in force of each character that has one: base name to full name."""
    items: tuple[Item, ...]


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
    section: tuple[str, ...]
    synopses: tuple[str, ...]
    items: tuple[Item, ...]
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

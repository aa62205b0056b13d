"""The storyboard as other programs read it. These types are a promise: `storyboard.schema.json` is made from them."""

from typing import Final, Literal

from msgspec import Struct

from storyc.storyboard import PageKind, Reading

VERSION: Final = 1
"""Grows when something that was there is gone or means something else."""


class ArtShape(Struct, frozen=True):
    """A picture or a film that was built."""

    path: str
    """Relative to the project's folder, POSIX."""
    sha256: str
    media_type: str
    width_px: int
    height_px: int


Look = Literal["italic", "bold", "underline"]


class RunShape(Struct, frozen=True):
    """Letters that are drawn alike."""

    text: str
    emphasis: tuple[Look, ...] = ()


class LineShape(Struct, frozen=True):
    """A balloon, a caption, a sound, a title, or letters in the picture."""

    kind: Literal["speech", "caption", "sound", "title", "in-art"]
    speaker: str
    manner: tuple[str, ...]
    text: str
    runs: tuple[RunShape, ...]


class NoteShape(Struct, frozen=True):
    """A remark to one of the people who make the comic."""

    audience: str
    text: str


class PanelShape(Struct, frozen=True):
    """One picture."""

    number: int
    label: str
    scene: str
    """The slugline in force."""
    framing: tuple[str, ...]
    tags: tuple[str, ...]
    inset: str
    same_as: str
    cast: tuple[str, ...]
    props: tuple[str, ...]
    prose: tuple[str, ...]
    lettering: tuple[LineShape, ...]
    notes: tuple[NoteShape, ...]
    art: ArtShape | None
    source: str
    line: int


class PageShape(Struct, frozen=True):
    """One page, or the two pages of a spread."""

    number: int
    last_number: int
    kind: PageKind
    label: str
    section: tuple[str, ...]
    synopses: tuple[str, ...]
    description: tuple[str, ...]
    panels: tuple[PanelShape, ...]


class CharacterShape(Struct, frozen=True):
    """A member of the cast, in one look."""

    name: str
    aliases: tuple[str, ...]
    description: str
    age: int | None
    gender: str
    role: str
    personality: str
    catchphrase: str
    dress: str


class PlaceShape(Struct, frozen=True):
    """A place or a thing."""

    name: str
    aliases: tuple[str, ...]
    description: str


class ClipShape(Struct, frozen=True):
    """A video shot."""

    number: int
    name: str
    prompt: str
    duration_s: int
    art: ArtShape | None


class BoardShape(Struct, frozen=True):
    """A storyboard with its art."""

    version: Literal[1]
    title: str
    series: str
    issue: str
    authors: tuple[str, ...]
    language: str
    """A BCP 47 tag; empty if the script does not say."""
    reading: Reading
    is_draft: bool
    """Whether the art is sketches."""
    style: dict[str, str]
    story: dict[str, str]
    cast: tuple[CharacterShape, ...]
    locations: tuple[PlaceShape, ...]
    props: tuple[PlaceShape, ...]
    pages: tuple[PageShape, ...]
    clips: tuple[ClipShape, ...]

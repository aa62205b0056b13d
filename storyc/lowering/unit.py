"""What lowering makes: the paid requests of a storyboard."""

from typing import Literal

from msgspec import Struct

from storyc.storyboard import Origin, PanelKey
from storyc.wire import ContinueWrite, CreateComic, CreateVideo, RegeneratePanel

Operation = Literal["create", "redraw", "continue", "video"]


class Upload(Struct, frozen=True, gc=False):
    """A local file that a request refers to and that must be uploaded before it is sent."""

    path: str
    """Relative to the project root, POSIX."""
    sha256: str
    """Of its content, hexadecimal."""


class Unit(Struct, frozen=True, gc=False):
    """One request that costs money."""

    key: str
    """The digest of the request: what is bought, whoever asks for it and from wherever."""
    operation: Operation
    request: CreateComic | RegeneratePanel | ContinueWrite | CreateVideo
    """With placeholders where a URL is not known yet."""
    panels: tuple[PanelKey, ...]
    """The panels it draws, page by page, in reading order; empty for a clip and for a story that is in its brief."""
    pages: tuple[int, ...]
    """The ordinals of its pages, each once: the unit's page 0 is the first of them."""
    clip: int | None
    """The ordinal of the clip; None for a comic."""
    uploads: tuple[Upload, ...]
    """In the order in which the request names them, each path once."""
    price_credits: int
    """An estimate."""
    origins: tuple[Origin, ...]
    """Where its pages, its panel or its clip were written."""
    changes: str = ""
    """The id of the generation that it changes; empty if it begins its own."""
    spreads: frozenset[int] = frozenset()
    """Those of its pages that are spreads and end a page later."""
    frames: tuple[PanelKey | None, PanelKey | None] = (None, None)
    """The panels whose pictures a clip begins and ends with."""


class Shown(Struct, frozen=True, gc=False):
    """What one picture of a purchase shows."""

    page: int
    """From 0, among the pages that were bought."""
    panel: int
    """From 0, on that page."""
    content: str
    """32 hexadecimal digits: equal for panels that the same request would draw, each alone."""


class Depiction(Struct, frozen=True, gc=False, omit_defaults=True):
    """What a purchase shows, so that later builds find its pictures again wherever their panels have gone."""

    operation: Operation
    terms: str = ""
    """16 hexadecimal digits: what all pictures of a generation have in common and no change of one can alter."""
    changes: str = ""
    """The id of the generation that was changed; empty if it began its own."""
    at: tuple[int, int] | None = None
    """Page and panel of that generation, from 0, whose picture was drawn again; None if no picture was."""
    shown: tuple[Shown, ...] = ()
    """Page by page, in reading order; empty for a clip and for a story that is in its brief."""

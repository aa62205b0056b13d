"""What stands in a panel, folded: paragraphs, balloons, captions and the rest, in reading order.

Texts are still as written, line by line (`syntax.tree` says what U+0000 and U+0001 stand for); lowering finishes them.
"""

from typing import TypeAlias

from msgspec import Struct

from storyc.storyboard import Audience, CaptionKind, Modifier

from .vocabulary import SENT_AUDIENCES


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


def is_drawn(item: Item) -> bool:
    """Return whether an item reaches the picture; transitions and remarks to people do not."""
    return not isinstance(item, Cut) and (not isinstance(item, Remark) or item.audience in SENT_AUDIENCES)

"""Text to tree: the only room that knows the grammar."""

from .node import Node, Piece
from .numbers import find_number
from .parsing import parse
from .shadow import without_comments
from .shapes import COMMAS, CUE, DASHES, LONG_DASHES, USED_NAME
from .tables import TABLE_SOURCES
from .tree import (
    Attachments,
    Blank,
    Block,
    BodyLine,
    Clip,
    Comment,
    Define,
    Document,
    Entry,
    Field,
    Forced,
    Include,
    Literal,
    More,
    MoreSpeech,
    NoteLine,
    Page,
    Panel,
    Part,
    Prose,
    RunningClip,
    Scene,
    Section,
    SectionLine,
    Slug,
    Speech,
    Synopsis,
    TitleField,
    TitlePage,
    Transition,
)
from .words import Heading, HeadingWords, Number, Tag

__all__ = [
    "COMMAS", "CUE", "DASHES", "LONG_DASHES", "TABLE_SOURCES", "USED_NAME", "Attachments", "Blank", "Block",
    "BodyLine", "Clip", "Comment",
    "Define", "Document", "Entry", "Field", "Forced", "Heading", "HeadingWords", "Include", "Literal", "More",
    "MoreSpeech", "Node", "NoteLine", "Number", "Page", "Panel", "Part", "Piece", "Prose", "RunningClip", "Scene",
    "Section", "SectionLine", "Slug", "Speech", "Synopsis", "Tag", "TitleField", "TitlePage", "Transition",
    "find_number", "parse", "without_comments",
]  # fmt: skip

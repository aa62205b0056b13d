"""The intermediate representation between the language and everything that is made from a script."""

from .board import Clip, Credits, Layout, Page, PageKind, PanelKey, Reading, Storyboard
from .cast import Character, Location, Prop, Reference
from .origin import Origin
from .panel import (
    Action,
    Audience,
    Caption,
    CaptionKind,
    Framing,
    InArt,
    Lettering,
    Modifier,
    Note,
    Panel,
    PanelItem,
    Setting,
    Sfx,
    Speech,
    Title,
    Transition,
)
from .text import Emphasis, Run, Text, plain
from .timing import count_words, duration, panel_s, reading_s

__all__ = [
    "Action", "Audience", "Caption", "CaptionKind", "Character", "Clip", "Credits", "Emphasis", "Framing", "InArt",
    "Layout", "Lettering", "Location", "Modifier", "Note", "Origin", "Page", "PageKind", "Panel", "PanelItem",
    "PanelKey", "Prop", "Reading", "Reference", "Run", "Setting", "Sfx", "Speech", "Storyboard", "Text", "Title",
    "Transition", "count_words", "duration", "panel_s", "plain", "reading_s",
]  # fmt: skip

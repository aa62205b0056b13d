"""Reads a tree as rows, in the order of the text."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from storyc.syntax import (
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
    Heading,
    Include,
    More,
    MoreSpeech,
    NoteLine,
    Page,
    Panel,
    Part,
    Prose,
    Scene,
    Section,
    SectionLine,
    Slug,
    Speech,
    Synopsis,
    TitlePage,
    Transition,
)
from storyc.text import LINE_END, Span

from .headings import HeadingWriter
from .lines import (
    write_define,
    write_entry,
    write_field,
    write_forced,
    write_include,
    write_more_speech,
    write_note,
    write_section,
    write_speech,
    write_synopsis,
    write_title_field,
    write_transition,
)
from .row import HEADINGS, Kind, Row

INDENT = " " * 4
_SETTINGS = frozenset(("STYLE", "STORY", "CONSTRAINTS"))
_ALWAYS: dict[type, Callable[[Any, str], str | None]] = {MoreSpeech: write_more_speech, NoteLine: write_note}
_UNSPOKEN: dict[type, Callable[[Any, str], str | None]] = {
    Forced: write_forced,
    SectionLine: write_section,
    Speech: write_speech,
    Synopsis: write_synopsis,
    Transition: write_transition,
}
"""What is written anew only where it cannot be a part of what somebody says under a cue."""
_TEXT = (Forced, Prose, Speech, MoreSpeech) # and Literal
_LONGEST_NAME = 64
_CLOSING = (".", "!", "?", "…", "。", "！", "？")
_SENTENCE_WORDS = 3

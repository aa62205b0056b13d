"""Makes a node of each line, by its kind."""

from collections.abc import Callable, Mapping
from re import Match
from typing import Any

from storyc.text import Span

from .tree import (
    Blank,
    Comment,
    Forced,
    Literal,
    More,
    MoreSpeech,
    NoteLine,
    Piece,
    Prose,
    RunningClip,
    SectionLine,
    Slug,
    Speech,
    Synopsis,
    Transition,
)


def piece_of(found: Match[str]) -> tuple[str, int]:
    """Return the line without the white space around it, and where that begins."""
    kind = found.lastindex
    assert kind is not None
    whole = found.group(kind)
    text = whole.strip()
    start = found.start(kind)
    if text and whole[0] != text[0]:
        start += whole.index(text[0])
    return text, start


def after(text: str, start: int, skip: int) -> tuple[str, int]:
    """Return what follows the first `skip` characters, without the white space before it, and where that begins."""
    rest = text[skip:].lstrip()
    return rest, start + len(text) - len(rest)


def blank(found: Match[str]) -> Blank:
    """Make a blank line."""
    return Blank(Span(*found.span()))


def comment(found: Match[str]) -> Comment:
    """Make a comment line; what was painted over is told from the source later."""
    text, start = piece_of(found)
    return Comment(text, Span(start, start + len(text)))


def prose(found: Match[str]) -> Prose:
    """Make a line of prose."""
    text, start = piece_of(found)
    return Prose(text, Span(start, start + len(text)))


def speech(found: Match[str]) -> Speech:
    """Make a line of `label (how): text`; its groups follow that of the kind."""
    kind = found.lastindex
    assert kind is not None
    label, how, text = found.group(kind + 1, kind + 2, kind + 3)
    label, text = label.rstrip(), text.rstrip()
    label_at, how_at, text_at = found.start(kind + 1), found.start(kind + 2), found.start(kind + 3)
    return Speech(label, how, text, Span(label_at, text_at + len(text)), label_at, how_at, text_at)


def more_speech(found: Match[str]) -> MoreSpeech:
    """Make a line of `: text`."""
    text, start = piece_of(found)
    rest, rest_at = after(text, start, 1)
    return MoreSpeech(rest, Span(start, start + len(text)), rest_at)


def forced(found: Match[str]) -> Forced:
    """Make a line of `!text`."""
    text, start = piece_of(found)
    rest, rest_at = after(text, start, 1)
    return Forced(rest, Span(start, start + len(text)), rest_at)


def literal(found: Match[str]) -> Literal:
    r"""Make a line of `\text`."""
    text, start = piece_of(found)
    return Literal(text[1:], Span(start, start + len(text)), start + 1)


def note(found: Match[str]) -> NoteLine:
    """Make a line of `[[ … ]]`."""
    text, start = piece_of(found)
    rest, rest_at = after(text[:-2].rstrip(), start, 2)
    return NoteLine(rest, Span(start, start + len(text)), rest_at)


def synopsis(found: Match[str]) -> Synopsis:
    """Make a line of `= text`."""
    text, start = piece_of(found)
    return Synopsis(text.lstrip("=").lstrip(), Span(start, start + len(text)))


def transition(found: Match[str]) -> Transition:
    """Make a line of `> text` or `CUT TO:`."""
    text, start = piece_of(found)
    return Transition(text.strip("><").strip(), Span(start, start + len(text)))


def slug(found: Match[str]) -> Slug:
    """Make a slugline."""
    text, start = piece_of(found)
    is_forced = text[0] == "."
    rest, rest_at = after(text, start, 1) if is_forced else (text, start)
    return Slug(rest, is_forced, Span(start, start + len(text)), rest_at)


def section(found: Match[str]) -> SectionLine:
    """Make a line of `# title`."""
    text, start = piece_of(found)
    title = text.lstrip("#")
    return SectionLine(len(text) - len(title), title.strip(), Span(start, start + len(text)))


def running_clip(found: Match[str]) -> RunningClip:
    """Make a line that may be a clip's heading or somebody's words."""
    text, start = piece_of(found)
    return RunningClip(text, Span(start, start + len(text)))


def more(found: Match[str]) -> More:
    """Make an indented line."""
    text, start = piece_of(found)
    return More(text, Span(start, start + len(text)))


def piece(found: Match[str]) -> Piece:
    """Make a line whose node takes it apart."""
    text, start = piece_of(found)
    return Piece(text, Span(start, start + len(text)))


LINES: Mapping[str, Callable[[Match[str]], Any]] = {
    "BLANK": blank,
    "COMMENT": comment,
    "PROSE": prose,
    "SPEECH": speech,
    "MORE_SPEECH": more_speech,
    "FORCED": forced,
    "LITERAL": literal,
    "NOTE": note,
    "SYNOPSIS": synopsis,
    "TRANSITION": transition,
    "SLUG": slug,
    "RUNNING_SLUG": slug,
    "SECTION": section,
    "RUNNING_SECTION": section,
    "RUNNING_CLIP": running_clip,
    "MORE": more,
    "ATTACHMENT": piece,
    # what follows is taken apart by the node it begins
    "TITLE": piece,
    "TITLE_KEY": piece,
    "TITLE_MORE": more,
    "PAGE": piece,
    "PANEL": piece,
    "CLIP": piece,
    "INCLUDE": piece,
    "DEFINE": piece,
    "BLOCK": piece,
    "ATTACHMENTS": piece,
    "ENTRY": piece,
    "BARE": piece,
    "FIELD": piece,
}
"""What makes a node of each kind of line."""

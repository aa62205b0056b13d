"""Makes a node of each line, by its kind.

What makes a node is given the match of the line and the number of the group that ends its kind; the groups that the
grammar gives the kind come right before that one. Nodes that have lines of their own get them later, from `nodes`.
"""

from collections.abc import Callable, Mapping
from re import Match
from typing import Any

from storyc.text import Span

from .node import Piece
from .tree import (
    Blank,
    Comment,
    Define,
    Entry,
    Field,
    Forced,
    Include,
    Literal,
    More,
    MoreSpeech,
    NoteLine,
    Prose,
    RunningClip,
    SectionLine,
    Slug,
    Speech,
    Synopsis,
    TitleField,
    Transition,
)


def _whole(found: Match[str]) -> tuple[str, int]:
    """Return the line without the white space around it, and where that begins."""
    line = found[0]
    text = line.strip()
    return text, found.start() + line.index(text)


def _group(found: Match[str], group: int) -> tuple[str, int]:
    """Return a group without the white space behind it, and where it begins."""
    return found[group].rstrip(), found.start(group)


def _span(found: Match[str]) -> Span:
    text, start = _whole(found)
    return Span(start, start + len(text))


def blank(found: Match[str], _: int) -> Blank:
    """Make a blank line."""
    return Blank(found.start())


def comment(found: Match[str], _: int) -> Comment:
    """Make a comment line; what was painted over is told from the source later."""
    return Comment(*_whole(found))


def prose(found: Match[str], end: int) -> Prose:
    """Make a line of prose."""
    return Prose(found[end - 1], found.start(end - 1))


def speech(found: Match[str], end: int) -> Speech:
    """Make a line of `label (how): text`."""
    label, how, text = found.group(end - 3, end - 2, end - 1)
    at = found.start
    text = text.rstrip()
    # the white space at the end of a line belongs to nothing, also where there are no words before it
    text_at = at(end - 1) if text else at() + len(found[0].rstrip())
    return Speech(label.rstrip(), how, text, at(end - 3), at(end - 2), text_at)


def more_speech(found: Match[str], end: int) -> MoreSpeech:
    """Make a line of `: text`."""
    text, text_at = _group(found, end - 1)
    return MoreSpeech(text, _span(found), text_at)


def forced(found: Match[str], end: int) -> Forced:
    """Make a line of `!text`."""
    text, text_at = _group(found, end - 1)
    return Forced(text, _span(found), text_at)


def literal(found: Match[str], end: int) -> Literal:
    r"""Make a line of `\text`."""
    text, text_at = _group(found, end - 1)
    return Literal(text, _span(found), text_at)


def note(found: Match[str], end: int) -> NoteLine:
    """Make a line of `[[ … ]]`."""
    text, text_at = _group(found, end - 1)
    rest = text.lstrip()
    return NoteLine(rest, _span(found), text_at + len(text) - len(rest))


def synopsis(found: Match[str], end: int) -> Synopsis:
    """Make a line of `= text`."""
    return Synopsis(_group(found, end - 1)[0], _span(found))


def transition(found: Match[str], _: int) -> Transition:
    """Make a line of `> text` or `CUT TO:`."""
    text, _ = _whole(found)
    return Transition(text.strip("><").strip(), _span(found))


def slug(found: Match[str], end: int) -> Slug:
    """Make a slugline."""
    text, text_at = _group(found, end - 1)
    return Slug(text, False, _span(found), text_at)


def forced_slug(found: Match[str], end: int) -> Slug:
    """Make a slugline that a full stop begins."""
    text, text_at = _group(found, end - 1)
    return Slug(text, True, _span(found), text_at)


def section(found: Match[str], end: int) -> SectionLine:
    """Make a line of `# title`."""
    return SectionLine(len(_group(found, end - 2)[0]), _group(found, end - 1)[0], _span(found))


def running_clip(found: Match[str], _: int) -> RunningClip:
    """Make a line that may be a clip's heading or somebody's words."""
    return RunningClip(*_whole(found))


def heading(found: Match[str], _: int) -> Piece:
    """Make a line whose node takes it apart."""
    return Piece(*_whole(found))


def piece(found: Match[str], end: int) -> Piece:
    """Make a line of one piece."""
    return Piece(*_group(found, end - 1))


def more(found: Match[str], end: int) -> More:
    """Make an indented line."""
    return More(*_group(found, end - 1))


def title_field(found: Match[str], end: int) -> TitleField:
    """Make a line of `Key: value`; indented lines may go on with the value."""
    return TitleField(_group(found, end - 2)[0], (piece(found, end),), _span(found))


def field(found: Match[str], end: int) -> Field:
    """Make an indented line of `key: value`."""
    value, value_at = _group(found, end - 1)
    return Field(_group(found, end - 2)[0], value, _span(found), value_at)


def entry(found: Match[str], end: int) -> Entry:
    """Make a line of `NAME (aliases): text`."""
    name, name_at = _group(found, end - 3)
    text, text_at = _group(found, end - 1)
    aliases, aliases_at = _aliases(found, end - 2)
    return Entry(name, aliases, text, (), _span(found), name_at, aliases_at, text_at)


def bare_entry(found: Match[str], end: int) -> Entry:
    """Make a line of `NAME (aliases)`."""
    name, name_at = _group(found, end - 2)
    aliases, aliases_at = _aliases(found, end - 1)
    return Entry(name, aliases, None, (), _span(found), name_at, aliases_at, name_at + len(name))


def _aliases(found: Match[str], group: int) -> tuple[str | None, int]:
    return found[group], max(found.start(group), 0)


def include(found: Match[str], end: int) -> Include:
    """Make a line of `INCLUDE path`."""
    path, path_at = _group(found, end - 1)
    return Include(path, (), _span(found), path_at)


def define(found: Match[str], end: int) -> Define:
    """Make a line of `DEFINE name = text`."""
    name, name_at = _group(found, end - 2)
    return Define(name, _group(found, end - 1)[0], (), _span(found), name_at)


LINES: Mapping[str, Callable[[Match[str], int], Any]] = {
    "BLANK": blank,
    "COMMENT": comment,
    "TITLE": title_field,
    "TITLE_KEY": title_field,
    "TITLE_MORE": more,
    "PAGE": heading,
    "PANEL": heading,
    "CLIP": heading,
    "RUNNING_CLIP": running_clip,
    "NOTE": note,
    "SECTION": section,
    "RUNNING_SECTION": section,
    "SYNOPSIS": synopsis,
    "TRANSITION": transition,
    "LITERAL": literal,
    "FORCED": forced,
    "MORE_SPEECH": more_speech,
    "SLUG": slug,
    "FORCED_SLUG": forced_slug,
    "INCLUDE": include,
    "DEFINE": define,
    "BLOCK": piece,
    "ATTACHMENTS": piece,
    "ATTACHMENT": piece,
    "ENTRY": entry,
    "BARE": bare_entry,
    "FIELD": field,
    "MORE": more,
    "SPEECH": speech,
    "PROSE": prose,
}
"""What makes a node of each kind of line."""

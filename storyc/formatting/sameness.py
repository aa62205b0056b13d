"""Tells whether two trees say the same, whatever the space, the case of headings and the order inside them."""

import re
from itertools import pairwise
from typing import Any

from storyc.syntax import Blank, Block, BodyLine, Comment, Document, Entry, Node, Number, Slug, TitlePage

from .lines import spaced

_TRAILING = re.compile(r"(?<![^\S\n\r])[^\S\n\r]++(?=[\x01\n\r])")
_PAINTED = re.compile(r"\0+")
_LISTS = frozenset(("how", "aliases"))
"""Fields that hold a list as it was written."""


def are_same(one: Any, other: Any) -> bool:
    """Return whether two parts of trees, or two whole ones, say the same in the same order."""
    return bool(_said(one) == _said(other))


def _said(part: Any) -> Any:
    """Return what a part of a tree says, as plain values."""
    match part:
        case Document(parts=parts, comments=comments):
            return _lines(parts), tuple(_text(comment.text) for comment in comments)
        case TitlePage(fields=fields, comments=comments):
            return _tuple(fields), _tuple(comments)
        case Block(keyword=keyword, lines=lines, entries=entries):
            goes_on = tuple(_goes_on(above, entry) for above, entry in pairwise(entries))
            return keyword, _lines(lines), _tuple(entries), goes_on
        case Number(value=value, written=written):
            return value, written.casefold()
        case Node():
            return type(part).__name__, *(_field(name, getattr(part, name)) for name in _fields(part))
        case tuple():
            return _lines(part)
        case str():
            return _text(part)
        case _:
            return part


def _fields(node: Node) -> tuple[str, ...]:
    return tuple(name for name in node.__struct_fields__ if name not in {"span", "source"} and not name.endswith("_at"))


def _field(name: str, value: Any) -> Any:
    return spaced(value).strip() if name in _LISTS and value else _said(value)


def _tuple(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(map(_said, parts))


def _text(text: str) -> str:
    """Return a text without white space at the end of its lines, or of those that a comment was painted over."""
    return _PAINTED.sub("\0", _TRAILING.sub("", text))


def _lines(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return what parts say, with an empty line only where two lines of text are kept apart by it."""
    said: list[Any] = []
    is_apart = False
    above: Any = None
    for part in parts:
        if isinstance(part, Blank):
            is_apart = True
        elif isinstance(part, Comment):
            said.append(_said(part))
        else:
            if is_apart and isinstance(above, BodyLine) and isinstance(part, BodyLine) and not isinstance(part, Slug):
                said.append(None)
            said.append(_said(part))
            above, is_apart = part, False
    return tuple(said)


def _goes_on(above: Entry, entry: Entry) -> bool:
    """Return whether an entry is no entry but a line that goes on with the one above it."""
    is_apart = bool(above.lines) and isinstance(above.lines[-1], Blank)
    return entry.text is None and entry.aliases is None and not is_apart

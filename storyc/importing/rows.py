"""A foreign text as rows: lines without their comments and notes, which are kept beside them."""

import re
from collections.abc import Iterator

from msgspec import Struct

from .draft import Comment, Note

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f\ufeff]")
_FIXED_SPACE = re.compile("(?<!«)\u00a0(?![»!?;:])")
"""A space at which no line breaks, as word processors put it anywhere; before the signs of French it is meant."""
_MOST_SPACES = 100
_LONG_SPACE = re.compile(rf"[^\S\n]{{{_MOST_SPACES},}}")
"""More than any indentation; no shape that is looked for in a line should have to look through all of it."""
_OPENING = re.compile(r"(?<!\\)(?:/\*|\[\[)")
_EMPTY_LINE = re.compile(r"\n[ \t\u3000]?\n")


class Row(Struct, frozen=True, gc=False):
    """A line of a foreign script."""

    number: int
    """From 1."""
    text: str
    """Without what stands beside it, and without white space around it."""
    indent: str = ""
    asides: tuple[Comment | Note, ...] = ()
    is_aside: bool = False
    """Whether nothing stood there but what stands beside it now: then it is neither a text nor an empty line."""


def tidy(text: str) -> str:
    """Return a text with line feeds for every kind of line end, and without control characters and spaces that mean nothing."""
    spaced = _FIXED_SPACE.sub(" ", _CONTROL.sub(" ", _LINE_END.sub("\n", text)))
    return _LONG_SPACE.sub(" " * _MOST_SPACES, spaced)


def rows(text: str) -> list[Row]:
    """Return the lines of a tidy text; `/* … */` and `[[ … ]]` are taken out of them.

    A note may go on over lines but not over an empty one; what nobody closes is text like any other.
    """
    found: list[Row] = []
    kept: list[str] = []
    asides: list[Comment | Note] = []
    number, done = 1, 0

    def add(piece: str) -> None:
        nonlocal number
        first, *others = piece.split("\n")
        kept.append(first)
        for other in others:
            found.append(_row(number, "".join(kept), tuple(asides)))
            number += 1
            kept[:] = [other]
            asides.clear()

    for start, end in _asides(text):
        add(text[done:start])
        inside = text[start + 2 : end - 2]
        made = Note if text[start] == "[" else Comment
        if inside.strip():
            asides.append(made(number, inside.strip()))
        number += inside.count("\n")
        done = end
    add(text[done:])
    found.append(_row(number, "".join(kept), tuple(asides)))
    return found


def _asides(text: str) -> Iterator[tuple[int, int]]:
    """Yield where comments and notes begin and end."""
    at = 0
    comment_end = note_end = empty_line = 0
    while opening := _OPENING.search(text, at):
        start = opening.start()
        at = start + 2
        if text[start] == "/":
            if 0 <= comment_end < at:
                comment_end = text.find("*/", at)
            end = comment_end
        else:
            if 0 <= note_end < at:
                note_end = text.find("]]", at)
            if 0 <= empty_line < at:
                empty = _EMPTY_LINE.search(text, at)
                empty_line = empty.start() if empty else -1
            end = note_end if empty_line < 0 or note_end < empty_line else -1
        if end >= 0:
            at = end + 2
            yield start, at


def _row(number: int, line: str, asides: tuple[Comment | Note, ...]) -> Row:
    text = line.strip()
    indent = line[: len(line) - len(line.lstrip())]
    return Row(number, text, indent, asides, is_aside=bool(asides) and not text)

"""Takes the heading of a page, a panel or a clip apart: numbers, count, tags, and the text that it opens.

A heading is `KEYWORD number`, then any of `[tags]`, `(count or tags)` and `– count`, then `:` `.` or a dash and text.
"""

import re
from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, Edit, Fix, Label, codes
from storyc.text import Source, Span

from .node import Piece
from .numbers import find_number
from .shapes import COMMAS
from .words import Heading, HeadingWords, Number, Tag

_KEYWORD = re.compile(r"(CLIP)?(pages?)?[^\W\d_]*\s*", re.IGNORECASE)
_CLIP_NAME = re.compile(r"\w+(?:[.-]\w+)*")
_BETWEEN = re.compile(r"\s*(?:[-&+/]|[–—]|(?i:and|to)\b)\s*")
_PANELS = re.compile(r"\s*panels?\b", re.IGNORECASE)
_COMMA = re.compile(f"[{COMMAS}]")
_SPACE = re.compile(r"[\s\0]*")
_SQUARE, _ROUND = "[［", "(（"
_OPENINGS = _SQUARE + _ROUND
_SQUARE_CLOSING, _ROUND_CLOSING = re.compile("[]］]"), re.compile("[)）]")
_DASHES = "–—-"
_STOPS = ":：." + _DASHES


class HeadingReader:
    """Reads the headings of one source. They are much alike, so what they say is kept and shared."""

    def __init__(self, source: Source, said: list[Diagnostic]) -> None:
        self._source = source
        self._said = said
        self._words: dict[str, HeadingWords] = {}
        self._tails: dict[tuple[int, str], _Tail] = {}

    def read(self, line: Piece) -> Heading:
        """Return the parts of a heading, and report a bracket that nobody closes."""
        words = self._words.get(line.text)
        return Heading(self._read(line) if words is None else words, line.text_at)

    def _read(self, line: Piece) -> HeadingWords:
        text = line.text
        name, number, last, at = _beginning(text)
        key = at, text[at:]
        tail = self._tails.get(key) or _Tail(text, at)
        words = HeadingWords(number, last, name, tail.count, tail.tags, tail.opened, len(text))
        if tail.unclosed is not None:
            self._report(line, tail.unclosed)
        elif tail.opened is None:  # a text hardly ever comes twice
            self._tails[key] = tail
            self._words[text] = words
        return words

    def _report(self, line: Piece, unclosed: int) -> None:
        mark = "]" if line.text[unclosed] in _SQUARE else ")"
        start, end = line.text_at + unclosed, line.span.end
        insert = Edit(self._source.name, Span(end, end), mark)
        self._said.append(
            Diagnostic(
                codes.UNCLOSED_BRACKET,
                f"this bracket is never closed with `{mark}`",
                Label(self._source.name, Span(start, start + 1), "opened here"),
                fixes=(Fix(f"insert `{mark}`", (insert,)),),
            )
        )


def _beginning(text: str) -> tuple[Piece | None, Number | None, Number | None, int]:
    """Return the name of a clip, or the number or the range of a page or a panel, and where it ends."""
    keyword = _KEYWORD.match(text)
    assert keyword is not None
    at = keyword.end()
    if keyword[1]:
        name = _CLIP_NAME.match(text, at)
        return (None, None, None, at) if name is None else (Piece(name[0], at), None, None, name.end())
    number = _number(text, at)
    if number is None:
        return None, None, None, at
    last = _last_number(text, number.span.end) if keyword[2] else None
    return None, number, last, (last or number).span.end


def _number(text: str, at: int) -> Number | None:
    found = find_number(text, at)
    return found and Number(found[0], text[at : found[1]], Span(at, found[1]))


def _last_number(text: str, at: int) -> Number | None:
    """Return the second number of a range; `PAGE 1 - 3 PANELS` has none."""
    between = _BETWEEN.match(text, at)
    last = _number(text, between.end()) if between else None
    return None if last is None or _PANELS.match(text, last.span.end) else last


class _Tail:
    """What stands behind the number of a heading, read from left to right."""

    def __init__(self, text: str, at: int) -> None:
        self.count: Number | None = None
        self.tags: tuple[Tag, ...] = ()
        self.opened: Piece | None = None
        self.unclosed: int | None = None
        """Where a bracket stands that is never closed."""
        tags: list[Tag] = []
        while (at := _skip(text, at)) < len(text):
            after = _note(text, at) or self._bracket(text, at, tags) or self._dashed_count(text, at)
            if after is None:
                at = _skip(text, at + 1) if text[at] in _STOPS else at
                self.opened = Piece(text[at:], at) if at < len(text) else None
                break
            at = after
        self.tags = tuple(tags)

    def _bracket(self, text: str, at: int, tags: list[Tag]) -> int | None:
        """Read `[tags]`, `(5 PANELS)` or `(tags)`, and return where it ends; a stop or a dash before it says nothing."""
        start = _skip(text, at + 1) if text[at] in _STOPS else at
        mark = text[start : start + 1]
        if not mark or mark not in _OPENINGS:
            return None
        closing = (_SQUARE_CLOSING if mark in _SQUARE else _ROUND_CLOSING).search(text, start + 1)
        if closing is None:
            self.unclosed = start
        end = closing.start() if closing else len(text)
        count = _count(text, start + 1, end) if mark in _ROUND else None
        if count is None:
            tags += _tags(text, start + 1, end)
        self.count = self.count or count
        return closing.end() if closing else end

    def _dashed_count(self, text: str, at: int) -> int | None:
        """Read `– 5 PANELS`, and return where it ends."""
        count = _number(text, _skip(text, at + 1)) if text[at] in _DASHES else None
        panels = _PANELS.match(text, count.span.end) if count else None
        if panels is None:
            return None
        self.count = self.count or count
        return panels.end()


def _skip(text: str, at: int) -> int:
    """Return where the white space and the comments at a place end."""
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _note(text: str, at: int) -> int | None:
    """Return where the note ends that stands at a place."""
    if not text.startswith("[[", at):
        return None
    closing = text.find("]]", at + 2)
    return len(text) if closing < 0 else closing + 2


def _count(text: str, start: int, end: int) -> Number | None:
    """Return the number of `FIVE PANELS`."""
    count = _number(text, _skip(text, start))
    panels = _PANELS.match(text, count.span.end) if count else None
    return count if panels and _skip(text, panels.end()) == end else None


def _tags(text: str, start: int, end: int) -> Iterator[Tag]:
    """Yield the tags between two places."""
    at = start
    for part in _COMMA.split(text[start:end]):
        colon = part.replace("：", ":").find(":")
        name = _bare(part if colon < 0 else part[:colon])
        if name:
            first = at + part.index(name)
            value = None if colon < 0 else _bare(part[colon + 1 :])
            yield Tag(name, value, Span(first, first + len(_bare(part))))
        at += len(part) + 1


def _bare(text: str) -> str:
    """Return a text without the white space and the comments around it."""
    return text.strip().strip("\0").strip()

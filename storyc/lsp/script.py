"""A script that is being written: its text, its pieces, and where its lines are."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from re import compile as regex

from storyc.text import Span

from .pieces import Piece, cut

# a keystroke must cost little for each of a thousand pages: these are three times as fast as expressions
_LENGTH = attrgetter("length")
_LINE_ENDS = attrgetter("line_ends")
_TEXT = attrgetter("text")
_DECLARES = attrgetter("declares")
_HEADINGS = attrgetter("headings")
_LEANS = attrgetter("leans")
_NOTHING: Mapping[str, Piece] = {}
_HALF_A_CHARACTER = regex("[\ud800-\udfff]")


class Script:
    """A text in pieces. Places are offsets in code points; lines count from 0, as editors count them."""

    def __init__(self, name: str, text: str, pieces: tuple[Piece, ...]) -> None:
        self.name = name
        """Relative to the project's folder, POSIX."""
        self.text = text
        self.pieces = pieces
        self.starts: tuple[int, ...] = tuple(accumulate(map(_LENGTH, pieces), initial=0))
        """Where each piece begins, and where the last one ends."""

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        return tuple(accumulate(map(_LINE_ENDS, self.pieces), initial=0))

    @property
    def texts(self) -> Iterator[str]:
        """Yield the texts of its pieces."""
        return map(_TEXT, self.pieces)

    @cached_property
    def declares(self) -> tuple[object, ...]:
        """What everything else in the story depends on."""
        return tuple(map(_DECLARES, self.pieces))

    @cached_property
    def headings(self) -> tuple[object, ...]:
        """The headings of its pages."""
        return tuple(map(_HEADINGS, self.pieces))

    @cached_property
    def leans(self) -> bool:
        """Whether something is said in it about pages that may not be left out for it."""
        return any(map(_LEANS, self.pieces))

    def edited(self, start: int, end: int, text: str) -> "Script":
        """Return the script with another text in a place; only what stands there is read again."""
        new = _whole_characters(text)
        whole = f"{self.text[:start]}{new}{self.text[end:]}"
        # an edit may join a piece to the one before it, and what it opens may reach into the one behind
        first = max(self.piece_index(start) - 1, 0)
        behind = min(self.piece_index(end) + 2, len(self.pieces))
        low, high = self.starts[first], self.starts[behind] + len(whole) - len(self.text)
        fresh = cut(whole[low:high], _by_text(self.pieces[first:behind]))
        if "\0" in new or "\x01" in new:
            return Script(self.name, whole, cut(whole, _NOTHING))
        if behind < len(self.pieces) and not fresh[-1].is_closed:
            fresh, behind = cut(whole[low:], _by_text(self.pieces)), len(self.pieces)
        return Script(self.name, whole, (*self.pieces[:first], *fresh, *self.pieces[behind:]))

    def replaced(self, text: str) -> "Script":
        """Return a script of the same name with another text."""
        return make_script(self.name, text, _by_text(self.pieces))

    def renamed(self, name: str) -> "Script":
        """Return the same text under another name."""
        return Script(name, self.text, self.pieces)

    @property
    def last_line(self) -> int:
        """Return the number of the last line."""
        return self._lines[-1]

    def piece_index(self, offset: int) -> int:
        """Return which piece a place is in; a place between two is in the later one."""
        return min(bisect_right(self.starts, offset), len(self.pieces)) - 1

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of a place, both from 0, the column in code points."""
        index = self.piece_index(offset)
        inside = self.pieces[index].source.position(offset - self.starts[index])
        return self._lines[index] + inside.line - 1, inside.column - 1

    def line_span(self, line: int) -> Span:
        """Return the span of a line without its end; lines outside the text are its first or its last."""
        wanted = max(0, min(line, self.last_line))
        index = min(bisect_right(self._lines, wanted), len(self.pieces)) - 1
        inside = self.pieces[index].source.line_span(wanted - self._lines[index] + 1)
        start = self.starts[index]
        return Span(start + inside.start, start + inside.end)

    def slice(self, span: Span) -> str:
        """Return the characters of a span."""
        return self.text[span.start : span.end]

    def placed(self, first_line: int = 0, last_line: int | None = None) -> Iterator[tuple[Piece, int]]:
        """Yield the pieces that have something on some lines, each with the place where it begins."""
        last = self.last_line if last_line is None else last_line
        for index, piece in enumerate(self.pieces):
            if self._lines[index + 1] >= first_line and self._lines[index] <= last:
                yield piece, self.starts[index]


def make_script(name: str, text: str, known: Mapping[str, Piece] = _NOTHING) -> Script:
    """Return a script; pieces of it that are known need not be read."""
    whole = _whole_characters(text)
    return Script(name, whole, cut(whole, known))


def _by_text(pieces: Iterable[Piece]) -> Mapping[str, Piece]:
    return {piece.text: piece for piece in pieces}


def _whole_characters(text: str) -> str:
    """Return a text without halves of characters, which have no bytes."""
    return text if text.isascii() else _HALF_A_CHARACTER.sub("\ufffd", text)

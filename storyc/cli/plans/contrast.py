"""Two texts side by side in little room: what is alike goes first, what is different stays."""

from itertools import takewhile
from typing import Final
from unicodedata import east_asian_width

_JOINERS: Final = "\u200c\u200d"
"""Letters of some scripts and parts of some emoji are held together by these."""
_LONGEST_WORD: Final = 12
"""That is shown whole where a part of it is different; some languages put no spaces between words."""


def one_line(text: str) -> str:
    """Return a text of a script as one line in which nothing acts on whatever shows it."""
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() or char in _JOINERS else "\N{REPLACEMENT CHARACTER}" for char in line)


def columns_of(text: str) -> int:
    """Return how many columns a line takes on a terminal, or one more for each letter that is drawn into another."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def contrast(old: str, new: str, columns: int, ellipsis: str) -> tuple[str, str]:
    """Return two texts that differ, cut to so many columns together, each around what is different."""
    old_columns, new_columns = columns_of(old), columns_of(new)
    if old_columns + new_columns <= columns:
        return old, new
    half = columns // 2
    # what a short text leaves is for the other
    old_columns, new_columns = max(half, columns - new_columns), max(half, columns - old_columns)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    rest = zip(reversed(old[alike:]), reversed(new[alike:]), strict=False)
    tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], rest))
    alike = _word_start(new, alike)
    tail = len(new) - _word_end(new, len(new) - tail)
    return (
        window(old, alike, len(old) - tail, old_columns, ellipsis),
        window(new, alike, len(new) - tail, new_columns, ellipsis),
    )


def window(text: str, start: int, stop: int, columns: int, ellipsis: str) -> str:
    """Return a text cut to so many columns, so that what stands from `start` to `stop` is seen as far as it fits."""
    if columns_of(text) <= columns:
        return text
    room = columns - 2 * len(ellipsis)
    begin = end = start
    while end < stop and (room := room - _columns(text[end])) >= 0:
        end += 1
    is_growing = room > 0
    while is_growing:
        is_growing = False
        if begin and (room := room - _columns(text[begin - 1])) >= 0:
            begin, is_growing = begin - 1, True
        if end < len(text) and (room := room - _columns(text[end])) >= 0:
            end, is_growing = end + 1, True
    return f"{ellipsis if begin else ''}{text[begin:end]}{ellipsis if end < len(text) else ''}"


def _word_start(text: str, at: int) -> int:
    """Return where the word begins that a place is in; the place itself if it begins far away."""
    start = text.rfind(" ", max(at - _LONGEST_WORD, 0), at) + 1
    return start if start or at <= _LONGEST_WORD else at


def _word_end(text: str, at: int) -> int:
    """Return where the word ends that a place is in; the place itself if it ends far away."""
    end = text.find(" ", at, at + _LONGEST_WORD)
    if end >= 0:
        return end
    return len(text) if len(text) - at <= _LONGEST_WORD else at


def _columns(char: str) -> int:
    return 1 + (east_asian_width(char) in "WF")

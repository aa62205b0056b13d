"""Columns as editors count them: in bytes of UTF-8, in units of UTF-16, or in code points."""

from typing import Literal

from storyc.text import Span

from .script import Script

Encoding = Literal["utf-8", "utf-16", "utf-32"]
Place = tuple[int, int]
"""A line and a column, both from 0, the column in units of an encoding."""


def units(text: str, encoding: Encoding) -> int:
    """Return how many units a text has."""
    if encoding == "utf-32" or text.isascii():
        return len(text)
    return len(text.encode("utf-8", "replace")) if encoding == "utf-8" else len(text) + _pairs(text)


def characters(text: str, wanted: int, encoding: Encoding) -> int:
    """Return how many characters of a text the first `wanted` units are; inside a character, those before it."""
    if encoding == "utf-32" or text.isascii():
        return max(0, min(wanted, len(text)))
    count = 0
    for index, character in enumerate(text):
        count += units(character, encoding)
        if count > wanted:
            return index
    return len(text)


def to_place(script: Script, offset: int, encoding: Encoding) -> Place:
    """Return the line and the column of an offset."""
    line, column = script.position(offset)
    start = offset - column
    return line, units(script.text[start:offset], encoding)


def to_offset(script: Script, place: Place, encoding: Encoding) -> int:
    """Return the offset of a place; what lies outside the text is taken for the nearest place in it."""
    line, column = place
    if line < 0:
        return 0
    if line > script.last_line:
        return len(script.text)
    span = script.line_span(line)
    return span.start + characters(script.slice(span), column, encoding)


def to_span(script: Script, start: Place, end: Place, encoding: Encoding) -> Span:
    """Return the span between two places, whichever comes first."""
    first, last = sorted((to_offset(script, start, encoding), to_offset(script, end, encoding)))
    return Span(first, last)


def _pairs(text: str) -> int:
    return sum(character > "\uffff" for character in text)

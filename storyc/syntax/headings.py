"""Takes the heading of a page, a panel or a clip apart: numbers, count, tags, and the text that it opens.

A heading is `KEYWORD number`, then any of `[tags]`, `(count or tags)` and `– count`, then `:` `.` or a dash and text.
"""

import re
from functools import lru_cache

from storyc.diagnostics import Diagnostic, Edit, Fix, Label, codes
from storyc.text import Source, Span

from .numbers import find_number
from .tree import Heading, Number, Piece, Tag

_START = re.compile(r"(?:(pages?)|panel|clip)\s*+(?:(\d{1,9})(?!\d))?", re.IGNORECASE)
_CLIP_NAME = re.compile(r"[\w.-]*\w")
_RANGE = re.compile(r"\s*(?:[-–—&+/]|and\b|to\b)\s*", re.IGNORECASE)
_PANELS = re.compile(r"\s*panels?\b", re.IGNORECASE)
_SPACE = re.compile(r"[\s\0]*")
_CLOSING = {"[": "]］", "［": "]］", "(": ")）", "（": ")）"}
_STOPS = ":：."
_DASHES = "–—-"
_TAG = re.compile(r"[\s\0]*([^\s\0,，、:：][^,，、:：]*)?(?:[:：]([^,，、]*))?(?:[,，、]|\Z)")


def read_heading(line: Piece, source: Source, said: list[Diagnostic]) -> Heading:
    """Return the parts of a heading; what is wrong with them is added to `said`."""
    text, base = line.text, line.span.start
    start = _START.match(text)
    assert start is not None
    at, end = start.end(), len(text)
    number = last = count = None
    name: Piece | None = None
    if text[0] == "C":
        at = start.end(0) if start[2] is None else start.start(2)
        if word := _CLIP_NAME.match(text, at):
            name, at = Piece(word[0], Span(base + at, base + word.end())), word.end()
    elif start[2] is not None and not text[at : at + 1].isalpha():
        number = Number(int(start[2]), start[2], Span(base + start.start(2), base + at))
    elif at < end:
        at = at if start[2] is None else start.start(2)
        number, at = _number(text, at, base)
    if at < end and number is not None and start[1]:
        last, at = _last_number(text, at, base)
    tags: tuple[Tag, ...] = ()
    opened: Piece | None = None
    while at < end and opened is None:
        mark = text[at]
        if mark in " \t\0":
            at += 1
        elif mark in _CLOSING and not text.startswith("[[", at):
            inner, inner_at = at + 1, at
            at = _closing(text, inner, _CLOSING[mark])
            if at == end and text[-1] not in _CLOSING[mark]:
                said.append(_unclosed(source, base + inner_at, base + end, _CLOSING[mark][0]))
                at = end + 1
            counted = _count(text, inner, at - 1, base) if mark in "(（" else None
            count = count or counted
            if counted is None:
                tags += tuple(
                    Tag(tag, value, Span(base + inner + first, base + inner + after))
                    for tag, value, first, after in split_tags(text[inner : at - 1])
                )
        elif mark == "[":
            at = text.find("]]", at) + 2 if "]]" in text[at:] else end
        elif (
            mark in _DASHES
            and (counted := _number(text, _skip(text, at + 1), base)[0])
            and (panels := _PANELS.match(text, counted.span.end - base))
        ):
            count, at = count or counted, panels.end()
        elif (mark in _STOPS or mark in _DASHES) and text[_skip(text, at + 1) : _skip(text, at + 1) + 1] in _CLOSING:
            at += 1
        else:
            at = _skip(text, at + 1) if mark in _STOPS or mark in _DASHES else _skip(text, at)
            opened = Piece(text[at:], Span(base + at, base + end)) if at < end else None
    return Heading(number, last, name, count, tags, opened, line.span)


def _skip(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _closing(text: str, at: int, marks: str) -> int:
    """Return the place behind the first of the marks, or the end of the text."""
    places = [place for mark in marks if (place := text.find(mark, at)) >= 0]
    return min(places) + 1 if places else len(text)


def _number(text: str, at: int, base: int) -> tuple[Number | None, int]:
    found = find_number(text, at)
    if found is None:
        return None, at
    value, end = found
    return Number(value, text[at:end], Span(base + at, base + end)), end


def _last_number(text: str, at: int, base: int) -> tuple[Number | None, int]:
    """Return the second number of a range; `PAGE 1 - 3 PANELS` has none."""
    between = _RANGE.match(text, at)
    if between is None:
        return None, at
    last, end = _number(text, between.end(), base)
    return (None, at) if last is None or _PANELS.match(text, end) else (last, end)


def _count(text: str, start: int, end: int, base: int) -> Number | None:
    """Return the number of `FIVE PANELS`."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    number, after = _number(text, start, base)
    panels = _PANELS.match(text, after) if number else None
    return number if panels and not text[panels.end() : end].strip() else None


@lru_cache(maxsize=1024)
def split_tags(text: str) -> tuple[tuple[str, str | None, int, int], ...]:
    """Return the entries of a bracket: name, value, start and end. Headings repeat each other, so they are kept."""
    found: list[tuple[str, str | None, int, int]] = []
    at = 0
    while at < len(text) and (tag := _TAG.match(text, at)):
        at = tag.end()
        name = (tag[1] or "").rstrip(" \t\0")
        if name:
            value = None if tag[2] is None else tag[2].strip(" \t\0")
            first = tag.start(1)
            found.append((name, value, first, first + len(text[first:at].rstrip(" \t\0,，、"))))
    return tuple(found)


def _unclosed(source: Source, start: int, end: int, mark: str) -> Diagnostic:
    insert = Edit(source.name, Span(end, end), mark)
    return Diagnostic(
        codes.UNCLOSED_BRACKET,
        f"this bracket is never closed with `{mark}`",
        Label(source.name, Span(start, start + 1), "opened here"),
        fixes=(Fix(f"insert `{mark}`", (insert,)),),
    )

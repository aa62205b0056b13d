"""Cuts a script into pieces that can be read each on its own, so that a keystroke costs the reading of one of them.

A piece begins with the heading of a page, or is what stands before the first. Nothing in the language reaches over the heading of a
page but a comment or a note that is open there; where one is, no cut is made. Fewer cuts than pages are always right, so cuts are only
looked for where they are cheap to find: at headings that stand at the left margin.
"""

from collections.abc import Iterator, Mapping
from re import compile as regex

from msgspec import Struct

from storyc.diagnostics import codes
from storyc.syntax import Block, Clip, Define, Document, Include, Page, Panel, Part, Section, TitlePage, parse
from storyc.text import Source

_HEADINGS = ("\nPAGE", "\nPage", "\npage")
_EMPTY_LINE = regex(r"(?:\r\n?+|\n)[^\S\r\n]*[\r\n]")


class Piece(Struct, frozen=True, gc=False):
    """A part of a script, read as if it were a script of its own. Its places count from its own beginning."""

    text: str
    length: int
    """How many characters it has."""
    line_ends: int
    """How many lines end in it."""
    source: Source
    document: Document
    is_closed: bool
    """Whether no comment and no note is still open where it ends."""
    begins_page: bool
    is_plain: bool
    """Whether it is one page and nothing else: it declares nothing, and nothing else in the story depends on what it says."""
    leans: bool
    """Whether it is about pages outside it: a clip that names one, or panels and clips before its first page or behind an
    include."""
    headings: tuple[str, ...]
    """The headings of its pages; what is wrong with the order of pages depends on them."""
    declares: tuple[object, ...]
    """What everything else in the story depends on."""

    @property
    def parts(self) -> Iterator[Part]:
        """Yield its parts in order; sections are followed by theirs."""
        return flat(self.document.parts)


def flat(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Yield parts in order; sections are followed by theirs."""
    for part in parts:
        yield part
        if isinstance(part, Section):
            yield from part.parts


def cut(text: str, known: Mapping[str, Piece]) -> tuple[Piece, ...]:
    """Return the pieces of a text, at least one; those that are among the known ones are taken from there."""
    fresh: dict[str, Piece] = {}

    def piece(start: int, end: int) -> Piece:
        words = text[start:end]
        found = known.get(words) or fresh.get(words)
        if found is None:
            found = fresh[words] = _read(words)
        return found

    # what a control character means is said once for a whole script
    headings = [] if "\0" in text or "\x01" in text else _headings(text)
    if not headings:
        return (piece(0, len(text)),)
    places = [0, *headings, len(text)]
    starts: list[int] = []
    found: list[Piece] = []
    at, last = 0, len(places) - 1
    while at < last:
        reach = 1
        one = piece(places[at], places[at + 1])
        while not one.is_closed and at + reach < last:
            reach = min(reach * 2, last - at)
            one = piece(places[at], places[at + reach])
        if at == 0 or one.begins_page:
            starts.append(places[at])
            found.append(one)
        else:
            found[-1] = one  # read again below, together with what stands before it
        at += reach
    ends = [*starts[1:], len(text)]
    return tuple(
        one if len(one.text) == end - start else piece(start, end)
        for one, start, end in zip(found, starts, ends, strict=True)
    )


def _headings(text: str) -> list[int]:
    """Return the places of lines that may be headings of pages, the first line not counted."""
    found: list[int] = []
    for heading in _HEADINGS:
        at = text.find(heading)
        while at >= 0:
            found.append(at + 1)
            at = text.find(heading, at + 1)
    return sorted(found)


def _read(text: str) -> Piece:
    source = Source("", text)
    outcome = parse(source)
    parts = outcome.value.parts
    page = parts[0] if parts else None
    is_closed = not any(
        said.code is codes.UNCLOSED_COMMENT
        or (said.code is codes.UNCLOSED_NOTE and _EMPTY_LINE.search(text, said.primary.span.start) is None)
        for said in outcome.diagnostics
    )
    return Piece(
        text,
        len(text),
        len(source.line_starts) - 1,
        source,
        outcome.value,
        is_closed,
        isinstance(page, Page),
        len(parts) == 1 and isinstance(page, Page) and not any(isinstance(child, Clip) for child in page.strip),
        _leans(parts),
        tuple(source.slice(part.heading.span) for part in flat(parts) if isinstance(part, Page)),
        tuple(_declares(source, flat(parts))),
    )


def _leans(parts: tuple[Part, ...]) -> bool:
    has_page = False
    for part in flat(parts):
        if isinstance(part, Panel | Clip) and not has_page:
            return True
        if isinstance(part, Page | Include):
            # what follows an include belongs to the last page of the included file
            has_page = isinstance(part, Page)
        clips = [child for child in (part.strip if isinstance(part, Page) else (part,)) if isinstance(child, Clip)]
        if any("page" in tag.name.casefold() for clip in clips for tag in clip.heading.tags):
            return True
    return False


def _declares(source: Source, parts: Iterator[Part]) -> Iterator[object]:
    for part in parts:
        match part:
            case TitlePage(span=span):
                yield source.slice(span)
            case Block(keyword=keyword, lines=lines, entries=entries):
                yield keyword
                yield lines
                for entry in entries:
                    last = type(entry.lines[-1]) if entry.lines else None
                    yield entry.name, entry.aliases, entry.text is None, not entry.text, last
            case Define(name=name, value=value):
                yield name, value
            case Include(path=path):
                yield path
            case _:
                pass

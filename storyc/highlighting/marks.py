"""Every place of a script that means something: headings, tags, names, labels, modifiers, keys, files, remarks, comments."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct

from storyc.syntax import (
    CUE,
    USED_NAME,
    Attachments,
    Blank,
    Block,
    BodyLine,
    Clip,
    Comment,
    Define,
    Document,
    Entry,
    Field,
    Heading,
    Include,
    More,
    NoteLine,
    Page,
    Panel,
    Part,
    Piece,
    Prose,
    Scene,
    Section,
    SectionLine,
    Slug,
    Speech,
    Synopsis,
    TitlePage,
    Transition,
)
from storyc.text import Span

from .roles import KnownNames, Role, roles

MarkKind = Literal[
    "heading", "tag", "block", "character", "place", "prop", "entry", "alias", "key", "link", "file", "definition",
    "speaker", "look", "label", "modifier", "slug", "section", "synopsis", "transition", "note", "comment",
]  # fmt: skip

_KEYWORD = re.compile(r"\w+")
_NOTE = re.compile(r"\[\[.*?(\]\]|\Z)", re.DOTALL)
_ENTRY_KINDS: Mapping[str, MarkKind] = {
    "CAST": "character",
    "CHARACTERS": "character",
    "LOCATIONS": "place",
    "PROPS": "prop",
}
_LINKS = frozenset(("ref", "image", "video", "audio", "sound"))
"""Keys and labels behind which a file or an address stands."""


class Mark(Struct, frozen=True, gc=False):
    """A stretch of a text and what it is."""

    start: int
    end: int
    kind: MarkKind
    is_declared: bool = False
    """Whether a name is declared here."""

    @property
    def span(self) -> Span:
        """Return where it stands."""
        return Span(self.start, self.end)


def marks_of(document: Document, names: KnownNames) -> Iterator[Mark]:
    """Yield the marks of a script; they may overlap, and then the later one is what a reader sees.

    A label, a list of modifiers or of aliases and a slugline are one mark each, with all that stands in it.
    """
    text = document.source.text
    yield from _parts(text, document.parts, names)
    yield from (Mark(*used.span(1), "definition") for used in re.finditer(USED_NAME, text))
    yield from (Mark(*note.span(), "note") for note in _NOTE.finditer(text) if note[1])
    yield from (_mark(comment.span, "comment") for comment in document.comments)


def overlay(marks: Iterable[Mark], length: int) -> tuple[Mark, ...]:
    """Return the marks of a text of some length in its order, none over another; like neighbours are one."""
    painted: list[Mark | None] = [None] * length
    for mark in marks:
        start, end = min(mark.start, length), min(mark.end, length)
        painted[start:end] = [mark] * (end - start)
    found: list[Mark] = []
    at = 0
    for (kind, is_declared), run in groupby(painted, _look):
        start, at = at, at + sum(1 for _ in run)
        if kind is not None:
            found.append(Mark(start, at, kind, is_declared))
    return tuple(found)


def _look(mark: Mark | None) -> tuple[MarkKind | None, bool]:
    return (None, False) if mark is None else (mark.kind, mark.is_declared)


def _mark(span: Span, kind: MarkKind) -> Mark:
    return Mark(span.start, span.end, kind)


def _at(start: int, text: str, kind: MarkKind, *, is_declared: bool = False) -> Mark:
    return Mark(start, start + len(text), kind, is_declared)


def _parts(text: str, parts: Sequence[Part], names: KnownNames) -> Iterator[Mark]:
    for is_loose, run in groupby(parts, lambda part: isinstance(part, BodyLine)):
        if is_loose:
            yield from _lines([part for part in run if isinstance(part, BodyLine)], names)
        else:
            for part in run:
                yield from _part(text, part, names)


def _part(text: str, part: Part, names: KnownNames) -> Iterator[Mark]:
    match part:
        case TitlePage(fields=fields, comments=comments):
            for field in fields:
                yield _at(field.span.start, field.key, "key")
                if field.key.casefold() == "brief":
                    yield _mark(field.lines[0].span, "file")
            yield from (_mark(comment.span, "comment") for comment in comments)
        case Block(keyword=keyword, span=span, lines=lines, entries=entries):
            yield _mark(span, "block")
            yield from _margin(lines)
            for entry in entries:
                yield from _entry(entry, _ENTRY_KINDS.get(keyword, "entry"))
        case Attachments(span=span, lines=lines):
            yield _mark(span, "block")
            yield from (
                _at(line.text_at, line.text.split(" (")[0], "file") for line in lines if isinstance(line, Piece)
            )
            yield from _margin(line for line in lines if not isinstance(line, Piece))
        case Include(span=span, lines=lines):
            yield _keyword(text, span, "block")
            yield _at(part.path_at, part.path, "file")
            yield from _lines(lines, names)
        case Define(span=span, lines=lines):
            yield _keyword(text, span, "block")
            yield _at(part.name_at, part.name, "definition", is_declared=True)
            yield from _lines(lines, names)
        case Scene(slug=slug, lines=lines):
            yield _mark(slug.span, "slug")
            yield from _lines(lines, names)
        case Page(heading=heading, lines=lines, strip=strip):
            yield from _heading(text, heading)
            yield from _lines(lines, names)
            yield from _parts(text, strip, names)
        case Panel(heading=heading, lines=lines) | Clip(heading=heading, lines=lines):
            yield from _heading(text, heading)
            yield from _lines(lines, names)
        case Section(heading=section, parts=under):
            yield _mark(section.span, "section")
            yield from _parts(text, under, names)
        case _:
            raise AssertionError(part)


def _keyword(text: str, span: Span, kind: MarkKind) -> Mark:
    found = _KEYWORD.match(text, span.start)
    assert found is not None
    return Mark(*found.span(), kind)


def _heading(text: str, heading: Heading) -> Iterator[Mark]:
    keyword = _keyword(text, heading.span, "heading")
    numbers = [part.span.end for part in (heading.number, heading.last, heading.name) if part is not None]
    yield Mark(keyword.start, max(numbers, default=keyword.end), "heading")
    yield from (_mark(tag.span, "tag") for tag in heading.tags)


def _entry(entry: Entry, kind: MarkKind) -> Iterator[Mark]:
    yield _at(entry.name_at, entry.name, kind, is_declared=kind != "entry")
    if entry.aliases is not None:
        yield _at(entry.aliases_at, entry.aliases, "alias", is_declared=kind != "entry")
    yield from _margin(entry.lines)


def _margin(lines: Iterable[Field | More | Synopsis | NoteLine | Blank | Comment]) -> Iterator[Mark]:
    for line in lines:
        match line:
            case Field(key=key, value=value, span=span):
                yield _at(span.start, key, "key")
                if key.casefold() in _LINKS:
                    yield _at(line.value_at, value, "file")
            case Comment():
                yield _mark(line.span, "comment")
            case Synopsis():
                yield _mark(line.span, "synopsis")


def _lines(lines: Sequence[BodyLine], names: KnownNames) -> Iterator[Mark]:
    for line, role in roles(lines, names):
        match line:
            case Speech(label=label, how=how) if role is Role.LABEL or role is Role.CUE:
                yield _at(line.label_at, label, "speaker")
                if how is not None:
                    yield _at(line.how_at, how, "modifier")
            case Speech(label=label, how=None) if label.casefold() in _LINKS:
                yield _at(line.label_at, label, "link")
                yield _at(line.text_at, line.text, "file")
            case Slug():
                yield _mark(line.span, "slug")
            case Comment():
                yield _mark(line.span, "comment")
            case Synopsis():
                yield _mark(line.span, "synopsis")
            case SectionLine():
                yield _mark(line.span, "section")
            case Transition():
                yield _mark(line.span, "transition")
            case Prose(text=text, text_at=at) if role is Role.CUE:
                cue = CUE.match(text.rstrip("\0 \t"))
                assert cue is not None
                yield Mark(at + cue.start(1), at + cue.end(2), "speaker")
                if cue[3]:
                    yield Mark(at + cue.start(3), at + cue.end(3), "modifier")
            case Prose(text=text, text_at=at) if role is Role.DIRECTION:
                yield _at(at + 1, text.rstrip()[1:-1], "modifier")
            case _:
                pass

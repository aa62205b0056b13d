"""Every word of a piece that means something, in order: headings, tags, names, labels, modifiers, keys, files."""

from collections.abc import Iterator, Sequence
from re import Match, finditer
from re import compile as regex
from typing import Literal

from msgspec import Struct

from storyc.syntax import (
    Attachments,
    Block,
    BodyLine,
    Clip,
    Comment,
    Define,
    Entry,
    Field,
    Heading,
    Include,
    NoteLine,
    Page,
    Panel,
    Scene,
    Section,
    SectionLine,
    Slug,
    Speech,
    Synopsis,
    TitlePage,
    Transition,
)  # fmt: skip
from storyc.syntax import (
    Piece as Words,
)
from storyc.text import Span

from .guide import RESERVED
from .names import Names
from .pieces import Piece
from .roles import CUE, Role, roles

MarkKind = Literal[
    "heading", "tag", "speaker", "character", "label", "modifier", "place", "prop", "definition", "key", "file",
    "comment", "synopsis", "section", "transition", "slug",
]  # fmt: skip
_KEYWORD = regex(r"\w+")
_PARTS = regex(r"[^\s&＆](?:[^&＆]*[^\s&＆])?")
_LISTED = regex(r"[^\s,，、\0](?:[^,，、]*[^\s,，、\0])?")
_USED = regex(r"(?<!\\)\{\{[^\S\r\n]*([^{}\r\n]*?)[^\S\r\n]*\}\}")
_SLUG = regex(r"(?:int\.?/ext|ext\.?/int|i/e|int|ext|est)[.\s]\s*", 2)
_SLUG_END = regex(r"(?:\s+[-–—]\s+|\s*[–—]\s*)[^-–—\[]*(?:\[[^\[\]]*\])?\s*\Z|\s*\[[^\[\]]*\]\s*\Z")
_ENTRY_KINDS: dict[str, MarkKind] = {
    "CAST": "character",
    "CHARACTERS": "character",
    "LOCATIONS": "place",
    "PROPS": "prop",
}
_LINKS = frozenset(("ref", "image", "video", "audio", "sound"))


class Mark(Struct, frozen=True, gc=False, order=True):
    """A word that means something, with its place in its piece."""

    start: int
    end: int
    kind: MarkKind
    is_declared: bool = False
    """Whether the name is declared here."""

    @property
    def span(self) -> Span:
        """Return where it stands."""
        return Span(self.start, self.end)


def marks(piece: Piece, names: Names) -> tuple[Mark, ...]:
    """Return the marks of a piece in order; they do not overlap."""
    found = sorted({*_found(piece, names)})
    kept: list[Mark] = []
    for mark in found:
        if mark.start < mark.end and (not kept or kept[-1].end <= mark.start):
            kept.append(mark)
    return tuple(kept)


def _found(piece: Piece, names: Names) -> Iterator[Mark]:
    text = piece.text
    for comment in piece.document.comments:
        yield Mark(comment.span.start, comment.span.end, "comment")
    for used in finditer(_USED, text):
        yield Mark(used.start(1), used.end(1), "definition")
    for part in piece.parts:
        match part:
            case TitlePage(fields=fields):
                for field in fields:
                    yield Mark(field.span.start, field.span.start + len(field.key), "key")
                    if field.key.casefold() == "brief" and field.lines[0].text:
                        yield Mark(field.lines[0].span.start, field.lines[0].span.end, "file")
            case Block():
                yield _of(part.span, "heading")
                for entry in part.entries:
                    yield from _entry(entry, _ENTRY_KINDS.get(part.keyword))
            case Attachments(lines=lines, span=span):
                yield _of(span, "heading")
                for line in lines:
                    if isinstance(line, Words):
                        yield Mark(line.span.start, line.span.start + len(line.text.split(" (")[0]), "file")
            case Include():
                yield Mark(part.span.start, part.path_at - 1, "heading")
                yield Mark(part.path_at, part.path_at + len(part.path), "file")
                yield from _body(part.lines, names)
            case Define():
                yield Mark(part.span.start, part.name_at - 1, "heading")
                yield Mark(part.name_at, part.name_at + len(part.name), "definition", True)
                yield from _body(part.lines, names)
            case Scene(slug=slug, lines=lines):
                yield from _slug(slug)
                yield from _body(lines, names)
            case Section(heading=heading):
                yield _of(heading.span, "section")
            case Page(heading=heading, lines=lines, strip=strip):
                yield from _heading(text, heading, names)
                yield from _body(lines, names)
                for child in strip:
                    yield from _heading(text, child.heading, names)
                    yield from _body(child.lines, names)
            case Panel(heading=heading, lines=lines) | Clip(heading=heading, lines=lines):
                yield from _heading(text, heading, names)
                yield from _body(lines, names)
            case _:
                yield from _body((part,), names)


def _of(span: Span, kind: MarkKind) -> Mark:
    return Mark(span.start, span.end, kind)


def _heading(text: str, heading: Heading, names: Names) -> Iterator[Mark]:
    start = heading.span.start
    numbers = [part.span.end for part in (heading.number, heading.last, heading.name) if part is not None]
    keyword = _KEYWORD.match(text, start)
    end = max(numbers, default=keyword.end() if keyword else start)
    yield Mark(start, end, "heading")
    for tag in heading.tags:
        if tag.value is not None and names.find("character", tag.name) is not None:
            yield Mark(tag.span.start, tag.span.start + len(tag.name), "speaker")
        else:
            yield _of(tag.span, "tag")


def _entry(entry: Entry, kind: MarkKind | None) -> Iterator[Mark]:
    yield Mark(entry.name_at, entry.name_at + len(entry.name), kind or "key", kind is not None)
    if entry.aliases is not None and kind is not None:
        for alias in _LISTED.finditer(entry.aliases):
            yield Mark(entry.aliases_at + alias.start(), entry.aliases_at + alias.end(), kind, True)
    for line in entry.lines:
        if isinstance(line, Field):
            yield Mark(line.span.start, line.span.start + len(line.key), "key")
            if line.key.casefold() in _LINKS and line.value:
                yield Mark(line.value_at, line.value_at + len(line.value), "file")
        elif isinstance(line, Comment | NoteLine):
            yield _of(line.span, "comment")
        elif isinstance(line, Synopsis):
            yield _of(line.span, "synopsis")


def _body(lines: Sequence[BodyLine | object], names: Names) -> Iterator[Mark]:
    body = [line for line in lines if isinstance(line, BodyLine)]
    for line, role in roles(body, names):
        match line:
            case Speech() if role is Role.LABEL or role is Role.CUE:
                yield from _speech(line, names)
            case Speech() if line.how is None and line.label.casefold() in _LINKS:
                yield Mark(line.label_at, line.label_at + len(line.label), "key")
                yield Mark(line.text_at, line.text_at + len(line.text), "file")
            case Slug():
                yield from _slug(line)
            case Comment() | NoteLine():
                yield _of(line.span, "comment")
            case Synopsis():
                yield _of(line.span, "synopsis")
            case SectionLine():
                yield _of(line.span, "section")
            case Transition():
                yield _of(line.span, "transition")
            case _ if role is Role.CUE:
                found = CUE.match(getattr(line, "text", "").rstrip("\0 \t"))
                assert found is not None
                yield from _cue(found, line.span.start)
            case _ if role is Role.DIRECTION:
                yield from _modifiers(getattr(line, "text", "")[1:-1], line.span.start + 1)
            case _:
                pass


def _speech(line: Speech, names: Names) -> Iterator[Mark]:
    label, at = line.label, line.label_at
    if label[:1] == "@":
        label, at = label[1:], at + 1
    if label.upper() in RESERVED and names.find("character", label) is None:
        yield Mark(at, at + len(label), "label")
        if line.how is not None:
            for part in _LISTED.finditer(line.how):
                kind: MarkKind = "speaker" if names.find("character", part[0]) is not None else "modifier"
                yield Mark(line.how_at + part.start(), line.how_at + part.end(), kind)
        return
    yield from _speakers(label, at, names)
    if line.how is not None:
        yield from _modifiers(line.how, line.how_at)


def _cue(found: Match[str], at: int) -> Iterator[Mark]:
    for part in _PARTS.finditer(found[2]):
        kind: MarkKind = "label" if part[0] in RESERVED else "speaker"
        yield Mark(at + found.start(2) + part.start(), at + found.start(2) + part.end(), kind)
    if found[3] is not None:
        yield from _modifiers(found[3], at + found.start(3))


def _speakers(label: str, at: int, names: Names) -> Iterator[Mark]:
    if names.find("character", label) is not None:
        yield Mark(at, at + len(label), "speaker")
        return
    for part in _PARTS.finditer(label):
        yield Mark(at + part.start(), at + part.end(), "speaker")


def _modifiers(how: str, at: int) -> Iterator[Mark]:
    for part in _LISTED.finditer(how):
        yield Mark(at + part.start(), at + part.end(), "modifier")


def _slug(slug: Slug) -> Iterator[Mark]:
    begins = _SLUG.match(slug.text)
    start = begins.end() if begins else 0
    ends = _SLUG_END.search(slug.text, start)
    end = ends.start() if ends else len(slug.text)
    yield Mark(slug.text_at, slug.text_at + start, "slug")
    if "{{" not in slug.text[start:end]:  # else the names in it are the words that mean something
        yield Mark(slug.text_at + start, slug.text_at + end, "place")
    yield Mark(slug.text_at + end, slug.text_at + len(slug.text), "slug")

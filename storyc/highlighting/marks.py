"""Finds what a reader should see at a glance: headings, tags, names, remarks, comments.

Who speaks is told by the shape of the label alone, as by an editor that sees one file: no small letters, or a leading `@`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct

from storyc.syntax import (
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
    parse,
)
from storyc.text import Source, Span

Kind = Literal[
    "comment", "note", "heading", "tag", "key", "block", "name", "slug", "section", "synopsis", "transition",
    "speaker", "modifier",
]  # fmt: skip

_CUE = re.compile(r"(@?[^\n(（^]*?)\s*(?:[(（]([^()（）\n]*)[)）])?\s*\^?$")
_LONGEST_CUE = 48
_NO_NAME_ENDS_SO = tuple(".!?,;…:")
_KEYWORD = re.compile(r"[^\W\d_]+")
_NOTE = re.compile(r"\[\[.*?\]\]", re.DOTALL)


class Mark(Struct, frozen=True, gc=False):
    """A stretch of a text and what it is."""

    start: int
    end: int
    kind: Kind


def find_marks(source: Source) -> tuple[Mark, ...]:
    """Return the marks of a script in its order; they do not overlap, and like neighbours are one."""
    document = parse(source).value
    painted: list[Kind | None] = [None] * len(source.text)
    # a comment or a note inside something else is what the eye should see, so it is painted last
    notes = [Mark(note.start(), note.end(), "note") for note in _NOTE.finditer(source.text)]
    comments = [_mark(comment.span, "comment") for comment in document.comments]
    for mark in (*_parts(document, document.parts), *notes, *comments):
        end = min(mark.end, len(painted))
        painted[mark.start : end] = [mark.kind] * (end - mark.start)
    found: list[Mark] = []
    at = 0
    for kind, run in groupby(painted):
        end = at + sum(1 for _ in run)
        if kind is not None:
            found.append(Mark(at, end, kind))
        at = end
    return tuple(found)


def _is_name(label: str) -> bool:
    """Return whether a label looks like somebody's name: it is forced, or it has letters and none of them is small."""
    return label.startswith("@") or (any(map(str.isalpha, label)) and not any(map(str.islower, label)))


def _mark(span: Span, kind: Kind) -> Mark:
    return Mark(span.start, span.end, kind)


def _parts(document: Document, parts: Sequence[Part]) -> Iterator[Mark]:
    loose: list[BodyLine] = []
    for part in parts:
        match part:
            case TitlePage(fields=fields, comments=comments):
                yield from (Mark(field.span.start, field.span.start + len(field.key), "key") for field in fields)
                yield from (_mark(comment.span, "comment") for comment in comments)
            case Block(span=span, lines=lines, entries=entries):
                yield _mark(span, "block")
                yield from _margin(lines)
                for entry in entries:
                    yield from _entry(entry)
            case Attachments(span=span, lines=lines):
                yield _mark(span, "block")
                yield from _margin(line for line in lines if not isinstance(line, Piece))
            case Include(span=span, lines=lines) | Define(span=span, lines=lines):
                keyword = _KEYWORD.match(document.source.text, span.start)
                assert keyword is not None
                yield Mark(*keyword.span(), "block")
                yield from _lines(lines)
            case Scene(slug=slug, lines=lines):
                yield _mark(slug.span, "slug")
                yield from _lines(lines)
            case Page(heading=heading, lines=lines, strip=strip):
                yield from _heading(document, heading)
                yield from _lines(lines)
                yield from _parts(document, strip)
            case Panel(heading=heading, lines=lines) | Clip(heading=heading, lines=lines):
                yield from _heading(document, heading)
                yield from _lines(lines)
            case Section(heading=section, parts=under):
                yield _mark(section.span, "section")
                yield from _parts(document, under)
            case _:
                loose.append(part)
    yield from _lines(loose)


def _heading(document: Document, heading: Heading) -> Iterator[Mark]:
    keyword = _KEYWORD.match(document.source.text, heading.span.start)
    assert keyword is not None
    yield Mark(*keyword.span(), "heading")
    yield from (_mark(tag.span, "tag") for tag in heading.tags)


def _entry(entry: Entry) -> Iterator[Mark]:
    yield Mark(entry.name_at, entry.name_at + len(entry.name), "name")
    yield from _margin(entry.lines)


def _margin(lines: Iterable[Field | More | Synopsis | NoteLine | Blank | Comment]) -> Iterator[Mark]:
    for line in lines:
        match line:
            case Field(key=key, span=span):
                yield Mark(span.start, span.start + len(key), "key")
            case Comment() | Synopsis():
                yield _mark(line.span, "comment" if isinstance(line, Comment) else "synopsis")


def _lines(lines: Sequence[BodyLine]) -> Iterator[Mark]:
    is_settled, is_cued = True, False
    for line, following in zip(lines, (*lines[1:], None), strict=False):
        match line:
            case Comment():
                yield _mark(line.span, "comment")
            case Synopsis():
                yield _mark(line.span, "synopsis")
            case Transition():
                yield _mark(line.span, "transition")
            case Slug():
                yield _mark(line.span, "slug")
            case SectionLine():
                yield _mark(line.span, "section")
            case Speech(label=label, how=how) if not is_cued and _is_name(label):
                yield Mark(line.label_at, line.label_at + len(label), "speaker")
                if how:
                    yield Mark(line.how_at, line.how_at + len(how), "modifier")
            case Prose(text=text, text_at=at) if is_cued:
                if text[0] in "(（" and text[-1] in ")）":
                    yield Mark(at + 1, at + len(text) - 1, "modifier")
            case Prose(text=text, text_at=at) if is_settled and isinstance(following, Prose | Speech):
                cue = _cue(text)
                if cue is not None:
                    is_cued = True
                    yield Mark(at, at + len(cue[1]), "speaker")
                    if cue[2]:
                        yield Mark(at + cue.start(2), at + cue.end(2), "modifier")
        is_settled = isinstance(line, Blank) or (is_settled and not isinstance(line, Prose | Speech))
        is_cued = is_cued and not isinstance(line, Blank)


def _cue(text: str) -> re.Match[str] | None:
    """Return the parts of a line that is a name alone, None for any other."""
    cue = _CUE.match(text)
    if cue is None or len(cue[1]) > _LONGEST_CUE or cue[1].endswith(_NO_NAME_ENDS_SO):
        return None
    # without a colon behind it, a line in letters that are neither small nor large is prose
    is_told = cue[1].startswith("@") or any(map(str.isupper, cue[1]))
    return cue if is_told and _is_name(cue[1]) else None

"""The words of a piece that mean something, in order: what every script shows, taken apart into the single names in it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from re import compile as regex

from storyc.highlighting import Mark, MarkKind, marks_of, overlay
from storyc.syntax import COMMAS, DASHES, LONG_DASHES, without_comments

from .guide import RESERVED
from .names import Names
from .pieces import Piece

__all__ = ["Mark", "MarkKind", "marks"]

_SPEAKERS = regex(r"[^\s&＆](?:[^&＆]*[^\s&＆])?")
_LISTED = regex(rf"[^\s{COMMAS}\0](?:[^{COMMAS}]*[^\s{COMMAS}\0])?")
_SLUG = regex(r"\.?\s*(?:(?:int\.?/ext|ext\.?/int|i/e|int|ext|est)[.\s]\s*)?", 2)
_SLUG_END = regex(
    rf"(?:\s+[{DASHES}]\s+|\s*[{LONG_DASHES}]\s*)[^{DASHES}\[]*(?:\[[^\[\]]*\])?\s*\Z|\s*\[[^\[\]]*\]\s*\Z"
)


def marks(piece: Piece, names: Names) -> tuple[Mark, ...]:
    """Return the marks of a piece in order; they do not overlap."""
    found = overlay(_single(piece, names), len(piece.text))
    return tuple(sorted((*found, *_written(piece.text, found, names)), key=lambda mark: mark.start))


def _written(text: str, marks: Sequence[Mark], names: Names) -> Iterator[Mark]:
    """Yield the names that stand in capitals where a text means nothing else."""
    starts = [mark.start for mark in marks]
    for found, kind in names.written(text):
        before = bisect_right(starts, found.end() - 1) - 1
        if before < 0 or marks[before].end <= found.start():
            yield Mark(found.start(), found.end(), "speaker" if kind == "character" else "prop")


def _single(piece: Piece, names: Names) -> Iterator[Mark]:
    """Yield the marks of a piece, of a list those of its members. Names in braces mean more than what they stand in."""
    declared: MarkKind = "key"
    for mark in marks_of(piece.document, names):
        text = without_comments(piece.text[mark.start : mark.end])
        match mark.kind:
            case "character" | "place" | "prop":
                declared = mark.kind
                yield mark
            case "entry" | "link":
                declared = "key"
                yield Mark(mark.start, mark.end, "key")
            case "alias" if declared != "key":
                yield from _listed(text, mark.start, declared, is_declared=True)
            case "alias":
                pass
            case "block":
                yield Mark(mark.start, mark.end, "heading")
            case "note":
                yield Mark(mark.start, mark.end, "comment")
            case "tag":
                yield from _tag(mark, text, names)
            case "speaker":
                yield from _speakers(text, mark.start, names)
            case "modifier":
                yield from _modifiers(text, mark.start, names)
            case "slug":
                yield from _slug(text, mark.start)
            case _:
                yield mark


def _tag(mark: Mark, text: str, names: Names) -> Iterator[Mark]:
    """Yield a tag, or of one that chooses a look, as `NELL: 1987`, whose it is and which."""
    name, colon, look = text.partition(":")
    whose = names.find("character", name) if colon else None
    if whose is None:
        yield mark
        return
    yield Mark(mark.start, mark.start + len(name.rstrip()), "speaker")
    if names.find("character", f"{whose.base} / {look.strip()}") is not None:
        start = mark.start + len(text) - len(look.lstrip())
        yield Mark(start, mark.start + len(text.rstrip()), "look")


def _listed(text: str, at: int, kind: MarkKind, *, is_declared: bool = False) -> Iterator[Mark]:
    for part in _LISTED.finditer(text):
        yield Mark(at + part.start(), at + part.end(), kind, is_declared)


def _speakers(text: str, at: int, names: Names) -> Iterator[Mark]:
    if text.startswith("@"):
        text, at = text[1:], at + 1
    if names.find("character", text) is not None:
        yield Mark(at, at + len(text), "speaker")
    elif text.upper() in RESERVED:
        yield Mark(at, at + len(text), "label")
    elif "{{" not in text:
        yield from (Mark(at + part.start(), at + part.end(), "speaker") for part in _SPEAKERS.finditer(text))


def _modifiers(text: str, at: int, names: Names) -> Iterator[Mark]:
    """Yield how something is said, and of a caption whose words it is."""
    for part in _LISTED.finditer(text):
        kind: MarkKind = "speaker" if names.find("character", part[0]) is not None else "modifier"
        yield Mark(at + part.start(), at + part.end(), kind)


def _slug(text: str, at: int) -> Iterator[Mark]:
    begins = _SLUG.match(text)
    start = begins.end() if begins else 0
    ends = _SLUG_END.search(text, start)
    end = ends.start() if ends else len(text)
    yield Mark(at, at + start, "slug")
    if "{{" not in text[start:end]:
        yield Mark(at + start, at + end, "place")
    yield Mark(at + end, at + len(text), "slug")

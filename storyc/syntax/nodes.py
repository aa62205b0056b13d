"""Makes the nodes above the lines, by the name of their rule."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from storyc.diagnostics import Diagnostic
from storyc.text import Source, Span

from .headings import HeadingReader
from .node import Piece
from .tree import (
    Attachments,
    Block,
    Clip,
    Comment,
    Entry,
    More,
    Page,
    Panel,
    Scene,
    Section,
    TitleField,
    TitlePage,
)


class Nodes:
    """Makes the nodes of one source, and keeps what is to be said about them."""

    def __init__(self, source: Source) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._read_heading = HeadingReader(source, self.diagnostics).read

    def makers(self) -> Mapping[str, Callable[[list[Any]], Any]]:
        """Return what makes a node of each rule of the grammar."""
        return {
            "document": tuple,
            "title_page": title_page,
            "block": block,
            "entry": with_lines,
            "attachments": lambda parts: Attachments(tuple(parts[1:]), parts[0].span),
            "include": with_lines,
            "define": with_lines,
            "scene": lambda parts: Scene(parts[0], tuple(parts[1:]), parts[0].span),
            "section": lambda parts: Section(parts[0], tuple(parts[1:])),
            "page": self.page,
            "panel": lambda parts: Panel(self._read_heading(parts[0]), tuple(parts[1:])),
            "clip": lambda parts: Clip(self._read_heading(parts[0]), tuple(parts[1:])),
        }

    def page(self, parts: list[Any]) -> Page:
        """Make a page: its heading, its lines, its panels and clips."""
        strip = next((index for index, part in enumerate(parts) if isinstance(part, Panel | Clip)), len(parts))
        return Page(self._read_heading(parts[0]), tuple(parts[1:strip]), tuple(parts[strip:]))


def title_page(parts: list[Any]) -> TitlePage:
    """Make the title page: a line with a key opens a field, an indented one goes on with it."""
    fields: list[TitleField] = []
    lines: list[list[Piece]] = []
    for part in parts:
        if isinstance(part, TitleField):
            fields.append(part)
            lines.append([*part.lines])
        elif isinstance(part, More):
            lines[-1].append(Piece(part.text, part.text_at))
    whole = tuple(
        TitleField(field.key, tuple(pieces), Span(field.span.start, pieces[-1].span.end))
        for field, pieces in zip(fields, lines, strict=True)
    )
    comments = tuple(part for part in parts if isinstance(part, Comment))
    return TitlePage(whole, comments, Span(parts[0].span.start, parts[-1].span.end))


def block(parts: list[Any]) -> Block:
    """Make a block of entries."""
    lines = tuple(part for part in parts[1:] if not isinstance(part, Entry))
    entries = tuple(part for part in parts if isinstance(part, Entry))
    return Block(parts[0].text, lines, entries, parts[0].span)


def with_lines(parts: list[Any]) -> Any:
    """Make a node of its first line and those under it."""
    return replace(parts[0], lines=tuple(parts[1:])) if len(parts) > 1 else parts[0]

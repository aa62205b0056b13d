"""Makes the nodes above the lines, by the name of their rule."""

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from storyc.diagnostics import Diagnostic
from storyc.text import Source, Span

from .headings import read_heading
from .tree import (
    Attachments,
    Block,
    Clip,
    Comment,
    Define,
    Entry,
    Field,
    Heading,
    Include,
    More,
    Page,
    Panel,
    Piece,
    Scene,
    Section,
    TitleField,
    TitlePage,
)

_KEY = re.compile(r"([^:：]*)[:：]\s*")
_ENTRY = re.compile(r"([^:：(（]*)(?:[(（]([^)）:：]*)[)）]?)?\s*(?:[:：]\s*(.*))?", re.DOTALL)
_DEFINE = re.compile(r"DEFINE\s+([^=]*?)\s*=\s*(.*)", re.DOTALL)

HeadedNode = TypeVar("HeadedNode", Panel, Clip)


class Nodes:
    """Makes the nodes of one source, and keeps what is to be said about them."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.diagnostics: list[Diagnostic] = []

    def makers(self) -> Mapping[str, Callable[[list[Any]], Any]]:
        """Return what makes a node of each rule of the grammar."""
        return {
            "document": tuple,
            "title_page": self.title_page,
            "block": self.block,
            "entry": self.entry,
            "attachments": lambda parts: Attachments(tuple(parts[1:]), parts[0].span),
            "include": self.include,
            "define": self.define,
            "scene": lambda parts: Scene(parts[0], tuple(parts[1:]), parts[0].span),
            "section": lambda parts: Section(parts[0], tuple(parts[1:]), _around(parts)),
            "page": self.page,
            "panel": lambda parts: self.headed(Panel, parts),
            "clip": lambda parts: self.headed(Clip, parts),
        }

    def title_page(self, parts: list[Any]) -> TitlePage:
        """Make the title page: a line with a key opens a field, an indented one goes on with it."""
        fields: list[TitleField] = []
        comments = tuple(part for part in parts if isinstance(part, Comment))
        for part in parts:
            if isinstance(part, Piece):
                key = _KEY.match(part.text)
                assert key is not None
                value_at = part.span.start + key.end()
                value = Piece(part.text[key.end() :], Span(value_at, part.span.end))
                fields.append(TitleField(key[1].strip(), (value,), part.span))
            elif isinstance(part, More):
                field = fields[-1]
                span = Span(field.span.start, part.span.end)
                fields[-1] = TitleField(field.key, (*field.lines, Piece(part.text, part.span)), span)
        return TitlePage(tuple(fields), comments, _around(parts))

    def block(self, parts: list[Any]) -> Block:
        """Make a block of entries."""
        heading = parts[0]
        lines = tuple(_margin(part) for part in parts[1:] if not isinstance(part, Entry))
        entries = tuple(part for part in parts if isinstance(part, Entry))
        return Block(heading.text.rstrip("\0 \t"), lines, entries, heading.span)

    def entry(self, parts: list[Any]) -> Entry:
        """Make one entry of a block."""
        line = parts[0]
        found = _ENTRY.match(line.text)
        assert found is not None
        base = line.span.start
        return Entry(
            found[1].rstrip(),
            found[2],
            found[3],
            tuple(_margin(part) for part in parts[1:]),
            line.span,
            base,
            base + max(found.start(2), 0),
            base + max(found.start(3), 0),
        )

    def include(self, parts: list[Any]) -> Include:
        """Make an include."""
        line = parts[0]
        path = line.text[len("INCLUDE") :].lstrip()
        return Include(path, tuple(parts[1:]), line.span, line.span.end - len(path))

    def define(self, parts: list[Any]) -> Define:
        """Make a definition."""
        line = parts[0]
        found = _DEFINE.match(line.text)
        assert found is not None
        return Define(found[1], found[2], tuple(parts[1:]), line.span, line.span.start + found.start(1))

    def page(self, parts: list[Any]) -> Page:
        """Make a page: its heading, its lines, its panels and clips."""
        strip = next((index for index, part in enumerate(parts) if isinstance(part, Panel | Clip)), len(parts))
        return Page(self.heading(parts[0]), tuple(parts[1:strip]), tuple(parts[strip:]), _around(parts))

    def headed(self, node: type[HeadedNode], parts: list[Any]) -> HeadedNode:
        """Make a panel or a clip."""
        return node(self.heading(parts[0]), tuple(parts[1:]), _around(parts))

    def heading(self, line: Piece) -> Heading:
        """Take a heading apart."""
        return read_heading(line, self._source, self.diagnostics)


def _margin(part: Any) -> Any:
    """Return a line under an entry; only here is it known that a line with a key is a field."""
    if not isinstance(part, Piece):
        return part
    key = _KEY.match(part.text)
    assert key is not None
    return Field(key[1].strip(), part.text[key.end() :], part.span, part.span.start + key.end())


def _around(parts: list[Any]) -> Span:
    return Span(parts[0].span.start, parts[-1].span.end)

"""The parts of a document that a comment may speak for: its pages, its panels and clips, the entries of its blocks."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from storyc.syntax import Block, Clip, Document, Page, Panel
from storyc.text import Span

from .declared import parts_of

_GAP = re.compile(r"(?>\s+|//[^\r\n]*|/\*.*?\*/)*+", re.DOTALL)
"""White space and comments."""
_PAGE, _INNER = 0, 1


class Regions:
    """Where the parts of one document begin and end."""

    def __init__(self, document: Document) -> None:
        self._source = document.source
        self._starts = sorted(_starts(document))
        self._at = [start for start, _ in self._starts]
        self.whole = Span(0, len(document.source.text) + 1)
        """The whole document, its end included."""
        self._gap = Span(0, 0)

    def around(self, at: int) -> Iterator[Span]:
        """Yield what a place lies in: a panel, clip or entry, then its page, then the document."""
        index = bisect_right(self._at, at) - 1
        depth = self._starts[index][1] if index >= 0 else None
        if depth == _INNER:
            yield self._region(index)
            while index >= 0 and self._starts[index][1] == _INNER:
                index -= 1
            depth = self._starts[index][1] if index >= 0 else None
        if depth == _PAGE:
            yield self._region(index)
        yield self.whole

    def meant_by(self, comment: Span) -> Span:
        """Return what a comment speaks for: the part that it stands right above, else the innermost that it lies in."""
        index = bisect_right(self._at, comment.start)
        is_above = (
            index < len(self._at)
            and self._starts[index][1] is not None
            and self._begins_line(comment)
            and self._behind_gap(comment.end) >= self._at[index]
        )
        return self._region(index) if is_above else next(self.around(comment.start))

    def _region(self, index: int) -> Span:
        """Return the part that begins at a start; a page ends with the next page, all else with the next part."""
        start, depth = self._starts[index]
        ends = (at for at, other in self._starts[index + 1 :] if other is None or depth == _INNER or other == _PAGE)
        return Span(start, next(ends, self.whole.end))

    def _begins_line(self, comment: Span) -> bool:
        line = self._source.line_span(self._source.position(comment.start).line)
        return not self._source.text[line.start : comment.start].strip()

    def _behind_gap(self, at: int) -> int:
        """Return where white space and comments behind a place end; many comments may share them."""
        if not self._gap.start <= at <= self._gap.end:
            found = _GAP.match(self._source.text, at)
            assert found is not None
            self._gap = Span(at, found.end())
        return self._gap.end


def _starts(document: Document) -> Iterator[tuple[int, int | None]]:
    """Yield where parts begin and how deep they lie; None for what is no part that a comment speaks for."""
    for part in parts_of(document):
        match part:
            case Page():
                yield part.heading.span.start, _PAGE
                yield from ((child.heading.span.start, _INNER) for child in part.strip)
            case Panel() | Clip():
                yield part.heading.span.start, _INNER
            case Block():
                yield part.span.start, None
                yield from ((entry.name_at, _INNER) for entry in part.entries)
            case _:
                pass

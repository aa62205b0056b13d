"""Which words are of which sort, for an editor's colours."""

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from .marks import MarkKind
from .view import View

SORTS: Final = (
    "namespace", "class", "keyword", "decorator", "modifier", "property", "string", "comment", "variable", "struct", "macro",
)  # fmt: skip
"""Names of the protocol, in the order of their numbers."""
DECLARATION: Final = "declaration"
_SORT_OF: Final[Mapping[MarkKind, str]] = {
    "heading": "keyword", "tag": "decorator", "speaker": "class", "character": "class", "label": "keyword",
    "modifier": "modifier", "place": "namespace", "prop": "struct", "definition": "variable", "key": "property",
    "file": "string", "comment": "comment", "synopsis": "comment", "section": "macro", "transition": "macro", "slug": "keyword",
}  # fmt: skip


class Token(Struct, frozen=True, gc=False):
    """A word on one line, from 0; columns in code points."""

    line: int
    column: int
    text: str
    sort: int
    """A place in `SORTS`."""
    is_declared: bool


def tokens(view: View, first_line: int = 0, last_line: int | None = None) -> Iterator[Token]:
    """Yield the words of some lines, both counted, in order; a mark over several lines is one on each of them."""
    script = view.script
    last = script.last_line if last_line is None else last_line
    for piece, start in script.placed(first_line, last):
        for mark in view.marks(piece):
            line, column = script.position(start + mark.start)
            sort = SORTS.index(_SORT_OF[mark.kind])
            for text in piece.source.slice(mark.span).replace("\r\n", "\n").replace("\r", "\n").split("\n"):
                if text and first_line <= line <= last:
                    yield Token(line, column, text, sort, mark.is_declared)
                line, column = line + 1, 0

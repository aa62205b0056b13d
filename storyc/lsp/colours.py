"""Which words are of which sort, for an editor's colours."""

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from storyc.text import LINE_END

from .marks import MarkKind, marks
from .names import Names
from .pieces import Piece
from .view import View

SORTS: Final = (
    "namespace", "class", "keyword", "decorator", "modifier", "property", "string", "comment", "variable", "struct", "macro",
)  # fmt: skip
"""Names of the protocol, in the order of their numbers."""
DECLARATION: Final = "declaration"
_SORT_OF: Final[Mapping[MarkKind, str]] = {
    "heading": "keyword", "tag": "decorator", "speaker": "class", "character": "class", "look": "class", "label": "keyword",
    "modifier": "modifier", "place": "namespace", "prop": "struct", "definition": "variable", "key": "property",
    "file": "string", "comment": "comment", "synopsis": "comment", "section": "macro", "transition": "macro", "slug": "keyword",
}  # fmt: skip


class Token(Struct, frozen=True, gc=False):
    """A word on one line, from 0."""

    line: int
    before: str
    """What stands before it on its line."""
    text: str
    sort: int
    """A place in `SORTS`."""
    is_declared: bool


def tokens(view: View, first_line: int = 0, last_line: int | None = None) -> Iterator[Token]:
    """Yield the words of some lines, both counted, in order; a mark over several lines is one on each of them."""
    script = view.script
    last = script.last_line if last_line is None else last_line
    for piece, start in script.placed(first_line, last):
        begins = script.position(start)[0]
        for one in view.ask(_tokens, piece):
            line = begins + one.line
            if first_line <= line <= last:
                yield Token(line, one.before, one.text, one.sort, one.is_declared)


def _tokens(piece: Piece, names: Names) -> tuple[Token, ...]:
    found: list[Token] = []
    for mark in marks(piece, names):
        place = piece.source.position(mark.start)
        before = piece.text[mark.start - place.column + 1 : mark.start]
        sort = SORTS.index(_SORT_OF[mark.kind])
        for line, text in enumerate(LINE_END.split(piece.source.slice(mark.span)), place.line - 1):
            if text:
                found.append(Token(line, before, text, sort, mark.is_declared))
            before = ""
    return tuple(found)

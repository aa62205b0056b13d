"""What is coloured of a script that stands alone, for a reader's first glance: of a heading its keyword, of a list all at once.

Who speaks is told by the shape of the label, as by an editor that sees one file: no small letters, or a leading `@`.
"""

import re
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from storyc.syntax import parse
from storyc.text import Source

from .marks import Mark, MarkKind, marks_of, overlay

HighlightKind = Literal[
    "comment", "note", "heading", "tag", "key", "block", "name", "slug", "section", "synopsis", "transition",
    "speaker", "modifier",
]  # fmt: skip

_HIGHLIGHTED_AS: Mapping[MarkKind, HighlightKind] = {
    "comment": "comment", "note": "note", "heading": "heading", "tag": "tag", "key": "key", "block": "block",
    "character": "name", "place": "name", "prop": "name", "entry": "name", "slug": "slug", "section": "section",
    "synopsis": "synopsis", "transition": "transition", "speaker": "speaker", "modifier": "modifier",
}  # fmt: skip
_KEYWORD = re.compile(r"[^\W\d_]+")
_LONGEST_CUE = 48
_NO_NAME_ENDS_SO = tuple(".!?,;…:")


class Highlight(Struct, frozen=True, gc=False):
    """A stretch of a text that is coloured, and as what."""

    start: int
    end: int
    kind: HighlightKind


def find_highlights(source: Source) -> tuple[Highlight, ...]:
    """Return what is coloured of a script, in its order; nothing overlaps, and like neighbours are one."""
    text = source.text
    marks = (_cut(text, mark) for mark in marks_of(parse(source).value, _Looks()) if mark.kind in _HIGHLIGHTED_AS)
    return tuple([Highlight(mark.start, mark.end, _HIGHLIGHTED_AS[mark.kind]) for mark in overlay(marks, len(text))])


def _cut(text: str, mark: Mark) -> Mark:
    if mark.kind != "heading":
        return mark
    keyword = _KEYWORD.match(text, mark.start)
    assert keyword is not None
    return Mark(*keyword.span(), "heading")


class _Looks:
    """Names as they look, when nobody knows the cast."""

    def is_label(self, label: str) -> bool:
        """Return whether a label is forced, or has letters and none of them is small."""
        return label.startswith("@") or (any(map(str.isalpha, label)) and not any(map(str.islower, label)))

    def is_cue(self, name: str) -> bool:
        """Return the same of a line; with no colon behind it, one in letters neither small nor large is prose."""
        is_short = len(name) <= _LONGEST_CUE and not name.endswith(_NO_NAME_ENDS_SO)
        return is_short and any(map(str.isupper, name)) and self.is_label(name)

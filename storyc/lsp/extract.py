"""A script with pages left out of it, and where everything in it stands in the whole."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import accumulate

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Edit, Fix, Label
from storyc.text import Span

from .script import Script


class Extract(Struct, frozen=True, gc=False):
    """What was kept of a script."""

    text: str
    kept: tuple[int, ...]
    """Which pieces of the script, in order."""
    bare: frozenset[int]
    """Those of which there is nothing but the heading."""
    starts: tuple[int, ...]
    """Where each of them begins in the extract."""
    wholes: tuple[int, ...]
    """Where each of them begins in the script."""

    def piece_index(self, offset: int) -> int | None:
        """Return which piece of the script a place of the extract is in; None if nothing was kept."""
        return self.kept[self._at(offset)] if self.kept else None

    def whole(self, span: Span) -> Span:
        """Return where a span of the extract stands in the script."""
        if not self.kept:
            return Span(0, 0)
        start = self._moved(span.start, self._at(span.start))
        # where a span ends, the next piece may begin, which is another place in the script
        return Span(start, start if span.is_empty else self._moved(span.end, self._at(span.end - 1)))

    def _at(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def _moved(self, offset: int, index: int) -> int:
        return offset - self.starts[index] + self.wholes[index]


def make_extract(script: Script, left_out: AbstractSet[str], *, has_headings: bool = False) -> Extract:
    """Return a script without the plain pages whose texts are to be left out, or with nothing of them but their headings."""
    kept: list[int] = []
    texts: list[str] = []
    bare: set[int] = set()
    for index, (piece, text) in enumerate(zip(script.pieces, script.texts, strict=True)):
        if text not in left_out or not piece.is_plain:
            texts.append(text)
        elif has_headings:
            # a heading stands at the very beginning, so that its places are those of the page
            texts.append(f"{piece.headings[0]}\n")
            bare.add(index)
        else:
            continue
        kept.append(index)
    starts = tuple(accumulate(map(len, texts), initial=0))[:-1]
    wholes = tuple(script.starts[index] for index in kept)
    return Extract("".join(texts), tuple(kept), frozenset(bare), starts, wholes)


def moved(said: Diagnostic, extracts: Mapping[str, Extract]) -> Diagnostic:
    """Return a diagnostic about extracts as one about the scripts that they are of."""

    def label(old: Label) -> Label:
        extract = extracts.get(old.source)
        return old if extract is None else Label(old.source, extract.whole(old.span), old.text)

    def edits(old: Fix) -> Iterator[Edit]:
        for edit in old.edits:
            extract = extracts.get(edit.source)
            yield edit if extract is None else Edit(edit.source, extract.whole(edit.span), edit.text)

    return Diagnostic(
        said.code,
        said.message,
        label(said.primary),
        tuple(map(label, said.labels)),
        said.helps,
        tuple(Fix(fix.title, tuple(edits(fix)), fix.is_safe) for fix in said.fixes),
    )

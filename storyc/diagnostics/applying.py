"""Applies fixes to texts."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from storyc.text import Source

from .model import Diagnostic, Edit, Fix


class Mended(Struct, frozen=True):
    """What became of texts."""

    texts: Mapping[str, str]
    """By the names of the sources that have changed."""
    mended: tuple[Diagnostic, ...]
    """Whose fixes were applied."""


def apply_fixes(sources: Mapping[str, Source], diagnostics: Sequence[Diagnostic], *, unsafe: bool = False) -> Mended:
    """Return texts with the first fix of every diagnostic that has one; only fixes that are safe, unless told otherwise.

    A fix is applied whole or not at all. Of fixes that meet in a place, the one of the earlier diagnostic is applied; the other
    waits until somebody looks at the new text.
    """
    taken: dict[str, list[Edit]] = {name: [] for name in sources}
    mended = []
    for said in diagnostics:
        fix = next(_fitting(said, unsafe=unsafe), None)
        if fix is None or any(_meets(edit, other) for edit in fix.edits for other in taken[edit.source]):
            continue
        for edit in fix.edits:
            taken[edit.source].append(edit)
        mended.append(said)
    texts = {name: _edited(sources[name].text, edits) for name, edits in taken.items() if edits}
    return Mended({name: text for name, text in texts.items() if text != sources[name].text}, tuple(mended))


def _fitting(said: Diagnostic, *, unsafe: bool) -> Iterator[Fix]:
    yield from (fix for fix in said.fixes if fix.is_safe)
    if unsafe:
        yield from (fix for fix in said.fixes if not fix.is_safe)


def _meets(left: Edit, right: Edit) -> bool:
    """Return whether two edits share a character, or write in one place; then their order would matter."""
    one, other = left.span, right.span
    return one.start == other.start or (one.start < other.end and other.start < one.end)


def _edited(text: str, edits: Sequence[Edit]) -> str:
    pieces, done = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span.start):
        pieces += (text[done : edit.span.start], edit.text)
        done = edit.span.end
    return "".join((*pieces, text[done:]))

"""Applies fixes to texts."""

from bisect import bisect_left, insort
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
    taken: dict[str, list[Edit]] = {}
    mended = []
    for said in diagnostics:
        fix = next(_fitting(said, unsafe=unsafe), None)
        if fix is None or any(_meets(edit, taken.get(edit.source, ())) for edit in fix.edits):
            continue
        for edit in fix.edits:
            insort(taken.setdefault(edit.source, []), edit, key=_start)
        mended.append(said)
    texts = {name: _edited(sources[name].text, edits) for name, edits in taken.items()}
    return Mended({name: text for name, text in texts.items() if text != sources[name].text}, tuple(mended))


def _fitting(said: Diagnostic, *, unsafe: bool) -> Iterator[Fix]:
    yield from (fix for fix in said.fixes if fix.is_safe)
    if unsafe:
        yield from (fix for fix in said.fixes if not fix.is_safe)


def _start(edit: Edit) -> int:
    return edit.span.start


def _meets(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Return whether an edit shares a character with one of those taken, which are in order, or writes where it begins."""
    start, end = edit.span.start, edit.span.end
    at = bisect_left(taken, start, key=_start)
    is_behind = at < len(taken) and (taken[at].span.start == start or taken[at].span.start < end)
    return is_behind or (at > 0 and taken[at - 1].span.end > start)


def _edited(text: str, edits: Sequence[Edit]) -> str:
    pieces: list[str] = []
    done = 0
    for edit in edits:
        pieces += (text[done : edit.span.start], edit.text)
        done = edit.span.end
    return "".join((*pieces, text[done:]))

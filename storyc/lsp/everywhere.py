"""One thing in all stories that share it: what a cast declares that several stories include is named in each of them.

To look at a story that nobody has open takes as long as to check it, so this is for what is asked for, and not at every keystroke.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from storyc.diagnostics import Edit
from storyc.text import Span

from .desk import Desk
from .names import Named
from .navigation import Target, references, thing_at
from .renaming import Handle, RenameError, handle_at, renaming
from .view import View


class _Sense(Struct, frozen=True):
    """What a word is the name of, in one story."""

    view: View
    named: Named


def references_everywhere(desk: Desk, path: Path, offset: int) -> Iterator[tuple[View, Target]]:
    """Yield every place where the thing at a place is named, each once, with a story that the file is a part of."""
    told: set[tuple[Path, Span]] = set()
    for sense in _senses(desk, path, offset, thing_at):
        for target in references(sense.view, sense.named):
            place = sense.view.root / target.file, target.span
            if place not in told:
                told.add(place)
                yield sense.view, target


def handle_anywhere(desk: Desk, path: Path, offset: int) -> Handle | None:
    """Return the name at a place as the first story knows it that knows it; None if it can be renamed in none."""
    return next((found for view in desk.views(path) if (found := handle_at(view, offset)) is not None), None)


def renaming_everywhere(desk: Desk, path: Path, offset: int, new: str) -> Sequence[tuple[View, Sequence[Edit]]]:
    """Return the edits that give something a new name, for each story that has it; those of a shared file are in each.

    Raises: RenameError if nothing there can be renamed, or the new name is no name or is taken in one of the stories.
    """
    views: list[View] = []
    places: dict[Path, set[Span]] = {}
    handle = None
    for sense in _senses(desk, path, offset, _renamed_at):
        handle = handle or handle_at(sense.view, offset)
        assert handle is not None, "what can be renamed has a handle"
        try:
            found = renaming(sense.view, replace(handle, named=sense.named), new)
        except RenameError as problem:
            raise RenameError(f"{problem} in {sense.view.look.entry}" if views else str(problem)) from problem
        views.append(sense.view)
        for file, spans in found.items():
            places.setdefault(sense.view.root / file, set()).update(spans)
    if handle is None:
        raise RenameError("there is no name here that can be changed")
    written = " ".join(new.split())
    apart = {file: _apart(spans) for file, spans in places.items()}
    return [
        (view, [Edit(name, span, written) for name in view.look.scripts for span in apart.get(view.root / name, ())])
        for view in views
    ]


def _senses(desk: Desk, path: Path, offset: int, find: Callable[[View, int], Named | None]) -> Iterator[_Sense]:
    """Yield what `find` finds at a place, as the stories know it that the script or the declaration is a part of."""
    seen: set[tuple[Path, str]] = set()
    declared: dict[tuple[Path, Named], None] = {}
    for view in desk.views(path):
        seen.add(view.inquiry.story)
        if (named := find(view, offset)) is not None:
            yield _Sense(view, named)
            declared[view.root, named] = None
    for root, named in declared:
        for view in desk.views(root / named.place.source) if named.place.source else ():
            if view.inquiry.story not in seen:
                seen.add(view.inquiry.story)
                yield from (_Sense(view, one) for one in view.names.all if _is_declared_with(view, one, root, named))


def _is_declared_with(view: View, one: Named, root: Path, other: Named) -> bool:
    """Return whether the declaration of a thing in one story is that of a thing in another."""
    is_same = (one.kind, one.place.span) == (other.kind, other.place.span)
    return is_same and bool(one.place.source) and view.root / one.place.source == root / other.place.source


def _renamed_at(view: View, offset: int) -> Named | None:
    handle = handle_at(view, offset)
    return None if handle is None else handle.named


def _apart(spans: set[Span]) -> list[Span]:
    """Return places in order, without those that overlap one before."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if not found or found[-1].end <= span.start:
            found.append(span)
    return found

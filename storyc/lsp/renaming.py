"""Other names for things, in every place where they are named.

Of several names of one thing only the one that was pointed at is changed. The looks of a character are named after it, so they are
renamed with it.
"""

from collections.abc import Iterator

from msgspec import Struct

from storyc.semantics import fold
from storyc.text import Span

from .names import Named
from .navigation import Spot, Target, is_look, mentions, named_at, spot_at
from .view import View

_SLASH = "/"


class RenameError(ValueError):
    """A name that cannot be what was asked for."""


class Handle(Struct, frozen=True):
    """A name that can be changed, where somebody points at it."""

    named: Named
    span: Span
    text: str
    is_look: bool = False
    """Whether it is what a look is called, without the name of the character."""


def handle_at(view: View, offset: int) -> Handle | None:
    """Return the name at a place; None if there is none, or it is not the script that gives it."""
    spot = spot_at(view, offset)
    named = None if spot is None else named_at(view, spot)
    if spot is None or named is None or not named.place.source:
        return None
    if spot.mark.kind == "look":
        return Handle(named, spot.span, spot.text, is_look=True)
    if not is_look(named) or _SLASH not in spot.text:
        return Handle(named, spot.span, spot.text)
    base, look = _halves(spot)
    if offset >= look.start:
        return Handle(named, look, view.script.slice(look), is_look=True)
    whose = view.names.find("character", named.base)
    return None if whose is None else Handle(whose, base, view.script.slice(base))


def renaming(view: View, handle: Handle, new: str) -> dict[str, list[Span]]:
    """Return the places in a story to write a new name, by file. Raises: RenameError if it is taken or is no name."""
    named, wanted = handle.named, " ".join(new.split())
    if not wanted or any(sign in wanted for sign in "()[]{}:：&/,\n（）") or wanted[0] in "@!#=~.>\\":
        raise RenameError(f"`{new}` cannot be a name")
    taken = view.names.find(named.kind, f"{named.base} / {wanted}" if handle.is_look else wanted)
    if taken is not None and taken is not named:
        raise RenameError(f"`{wanted}` is taken by {taken.name}")
    found: dict[str, list[Span]] = {}
    for target in _look_places(view, named) if handle.is_look else _places(view, handle):
        found.setdefault(target.file, []).append(target.span)
    return found


def _places(view: View, handle: Handle) -> Iterator[Target]:
    named = handle.named
    for spot in mentions(view, named, {fold(handle.text)}, view.pieces()):
        if spot.mark.kind != "look":
            yield Target(spot.script.name, spot.span)
    if named.kind == "character" and fold(handle.text) == fold(named.name):
        for look in view.names.of("character"):
            if is_look(look) and fold(look.base) == fold(named.name):
                for spot in _whole_names(view, look):
                    yield Target(spot.script.name, _halves(spot)[0])


def _look_places(view: View, look: Named) -> Iterator[Target]:
    for spot in mentions(view, look, {fold(look.name)}, view.pieces()):
        if spot.mark.kind == "look":
            yield Target(spot.script.name, spot.span)
        elif _SLASH in spot.text:
            yield Target(spot.script.name, _halves(spot)[1])


def _whole_names(view: View, look: Named) -> Iterator[Spot]:
    """Yield where a look is named with its character, as in `NELL / 1987`."""
    return (spot for spot in mentions(view, look, {fold(look.name)}, view.pieces()) if _SLASH in spot.text)


def _halves(spot: Spot) -> tuple[Span, Span]:
    """Return where the character and where the look is named."""
    base, _, look = spot.text.partition(_SLASH)
    end = spot.span.end
    return Span(spot.span.start, spot.span.start + len(base.rstrip())), Span(end - len(look.lstrip()), end)

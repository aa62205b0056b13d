"""From a word to what it stands for, and to every other place where it stands."""

from collections.abc import Iterator
from re import IGNORECASE, escape, finditer
from re import compile as regex

from msgspec import Struct

from storyc.semantics import fold, include_target
from storyc.syntax import Include, Page, Panel
from storyc.text import Span, normalise

from .marks import Mark
from .names import Named, NameKind
from .pieces import Piece
from .script import Script
from .view import View

_NAMED: dict[str, NameKind] = {
    "speaker": "character", "character": "character", "place": "place", "prop": "prop", "definition": "definition",
}  # fmt: skip
_PANEL = regex(r"(?:inset|same as|from|to)\b\s*(?:in\s+)?(?:page\s+\w+\s+)?(?:panel\s+)?(\w+)\Z", IGNORECASE)
_SHORTEST = 2


class Spot(Struct, frozen=True):
    """A word that means something, in a script."""

    script: Script
    piece: Piece
    mark: Mark
    start: int
    """Where its piece begins."""

    @property
    def span(self) -> Span:
        """Return where it stands in the script."""
        return Span(self.start + self.mark.start, self.start + self.mark.end)

    @property
    def text(self) -> str:
        """Return the word."""
        return self.piece.text[self.mark.start : self.mark.end]


class Target(Struct, frozen=True, gc=False):
    """A place in a file of the project."""

    file: str
    span: Span


class RenameError(ValueError):
    """A name that cannot be what was asked for."""


def spot_at(view: View, offset: int) -> Spot | None:
    """Return the word at a place; None if it means nothing."""
    index = view.script.piece_index(offset)
    # a word that ends at the very end of the text is still being written
    piece, start = view.script.pieces[index], view.script.starts[index]
    for mark in view.marks(piece):
        if start + mark.start <= offset <= start + mark.end:
            return Spot(view.script, piece, mark, start)
    return _in_prose(view, piece, start, offset)


def named_at(view: View, spot: Spot) -> Named | None:
    """Return what a word is the name of; None if it is no name."""
    kind = _NAMED.get(spot.mark.kind)
    return None if kind is None else view.names.find(kind, spot.text)


def definition(view: View, offset: int) -> Target | None:
    """Return where the word at a place is declared, or the file or the panel that it points at."""
    spot = spot_at(view, offset)
    if spot is None:
        return None
    if spot.mark.kind == "file":
        name = file_of(spot)
        return (
            None
            if name is None or (name not in view.look.scripts and view.files.size_bytes(name) is None)
            else Target(name, Span(0, 0))
        )
    if spot.mark.kind == "tag":
        return _panel(spot)
    named = named_at(view, spot)
    return None if named is None or not named.place.source else Target(named.place.source, named.place.span)


def file_of(spot: Spot) -> str | None:
    """Return the file that a word is the path of, relative to the project; None if it is outside or an address."""
    for part in spot.piece.parts:
        if isinstance(part, Include) and part.path_at == spot.mark.start:
            return include_target(spot.script.name, part)
    return None if "://" in spot.text else normalise(spot.text.strip(), beside=spot.script.name)


def references(view: View, offset: int, *, with_declaration: bool = True) -> tuple[Target, ...]:
    """Return every place in the story where the thing at a place is named, under any of its names."""
    spot = spot_at(view, offset)
    if spot is None or (named := named_at(view, spot)) is None:
        return ()
    spellings = {fold(spelling) for spelling in (named.name, *named.aliases)}
    return tuple(
        Target(one.script.name, one.span)
        for one in _mentions(view, named, spellings)
        if with_declaration or not one.mark.is_declared
    )


def renaming(view: View, offset: int, new: str) -> dict[str, list[Span]]:
    """Return the places to write a new name, by file. Only the spelling at the place is renamed, other aliases stay.

    Raises: RenameError if nothing there can be renamed, or the new name is taken or is no name.
    """
    spot = spot_at(view, offset)
    if spot is None or (named := named_at(view, spot)) is None or not named.place.source:
        raise RenameError("there is no name here that can be changed")
    kind, wanted = named.kind, " ".join(new.split())
    if not wanted or any(sign in wanted for sign in "()[]{}:：&/,\n（）") or wanted[0] in "@!#=~.>\\":
        raise RenameError(f"`{new}` cannot be a name")
    taken = view.names.find(kind, wanted)
    if taken is not None and taken is not named:
        raise RenameError(f"`{wanted}` is taken by {taken.name}")
    found: dict[str, list[Span]] = {}
    for one in _mentions(view, named, {fold(spot.text)}):
        found.setdefault(one.script.name, []).append(one.span)
    return found


def _mentions(view: View, named: Named, spellings: set[str]) -> Iterator[Spot]:
    """Yield the places where a name is spelled so: as a name, and in capitals in descriptions."""
    first_words = {spelling.split()[0] for spelling in spellings if spelling}
    for script, piece, start in view.pieces():
        folded = fold(piece.text)
        if not any(word in folded for word in first_words):
            continue
        marks = view.marks(piece)
        for mark in marks:
            spot = Spot(script, piece, mark, start)
            if _NAMED.get(mark.kind) == named.kind and fold(spot.text) in spellings and named_at(view, spot) is named:
                yield spot
        if named.kind == "character":
            for spelling in (named.name, *named.aliases):
                if fold(spelling) in spellings:
                    yield from (Spot(script, piece, mark, start) for mark in _prose_marks(piece, marks, spelling))


def _prose_marks(piece: Piece, marks: tuple[Mark, ...], spelling: str) -> Iterator[Mark]:
    """Yield where a name in capitals stands in text that means nothing else."""
    if not spelling.isupper() or len(spelling) < _SHORTEST:
        return
    for found in finditer(rf"(?<!\w){escape(spelling)}(?!\w)", piece.text):
        if not any(mark.start < found.end() and found.start() < mark.end for mark in marks):
            yield Mark(found.start(), found.end(), "speaker")


def _in_prose(view: View, piece: Piece, start: int, offset: int) -> Spot | None:
    marks = view.marks(piece)
    for named in view.names.of("character"):
        for spelling in (named.name, *named.aliases):
            for mark in _prose_marks(piece, marks, spelling):
                if start + mark.start <= offset <= start + mark.end:
                    return Spot(view.script, piece, mark, start)
    return None


def _panel(spot: Spot) -> Target | None:
    """Return the heading of the panel that a tag points at, on the page that the tag stands on."""
    wanted = _PANEL.match(spot.text.replace(":", " "))
    if wanted is None:
        return None
    page: Page | None = None
    for part in spot.piece.parts:
        if isinstance(part, Page) and part.span.start <= spot.mark.start:
            page = part
    for child in page.strip if page else ():
        number = child.heading.number
        if isinstance(child, Panel) and number is not None and number.written.casefold() == wanted[1].casefold():
            span = child.heading.span
            return Target(spot.script.name, Span(spot.start + span.start, spot.start + span.end))
    return None

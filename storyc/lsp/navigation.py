"""From a word to what it stands for, and to every other place where it stands."""

from collections.abc import Iterable, Iterator
from re import IGNORECASE
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
    "speaker": "character", "character": "character", "look": "character", "place": "place", "prop": "prop", "definition": "definition",
}  # fmt: skip
_PANEL = regex(r"(?:inset|same as|from|to)\b\s*(?:in\s+)?(?:page\s+\w+\s+)?(?:panel\s+)?(\w+)\Z", IGNORECASE)
_ADDRESS = regex(r"https?://[^\s<>\"'`]+[^\s<>\"'`.,;:!?)\]]", 2)
_SLASH = "/"


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
    is_declared: bool = False
    """Whether it is a name that is declared there."""


class Link(Struct, frozen=True, gc=False):
    """Something to open."""

    span: Span
    file: str | None
    """Relative to the project; None for an address."""
    address: str


def spot_at(view: View, offset: int) -> Spot | None:
    """Return the word at a place; None if it means nothing."""
    index = view.script.piece_index(offset)
    # a word that ends at the very end of the text is still being written
    piece, start = view.script.pieces[index], view.script.starts[index]
    for mark in view.marks(piece):
        if start + mark.start <= offset <= start + mark.end:
            return Spot(view.script, piece, mark, start)
    return None


def named_at(view: View, spot: Spot) -> Named | None:
    """Return what a word is the name of; None if it is no name."""
    kind = _NAMED.get(spot.mark.kind)
    if kind is None:
        return None
    if spot.mark.kind != "look":
        return view.names.find(kind, spot.text)
    # the mark before that of a look says whose it is
    marks = view.marks(spot.piece)
    whose = view.names.find(kind, spot.piece.source.slice(marks[marks.index(spot.mark) - 1].span))
    return None if whose is None else view.names.find(kind, f"{whose.base} {_SLASH} {spot.text}")


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


def links(view: View) -> tuple[Link, ...]:
    """Return the files of the project that a script names and that are there, and the web addresses, in order."""
    found: list[Link] = []
    for piece, start in view.script.placed():
        for mark in view.marks(piece):
            spot = Spot(view.script, piece, mark, start)
            name = file_of(spot) if mark.kind == "file" else None
            if name is not None and (name in view.look.scripts or view.files.size_bytes(name) is not None):
                found.append(Link(spot.span, name, ""))
        if "://" in piece.text:
            found += (
                Link(Span(start + at.start(), start + at.end()), None, at[0]) for at in _ADDRESS.finditer(piece.text)
            )
    return tuple(sorted(found, key=lambda link: link.span.start))


def thing_at(view: View, offset: int) -> Named | None:
    """Return what is named at a place; None if nothing is."""
    spot = spot_at(view, offset)
    return None if spot is None else named_at(view, spot)


def references(view: View, named: Named) -> tuple[Target, ...]:
    """Return every place in the story where a thing is named, under any of its names."""
    return tuple(_places(view, named, view.pieces()))


def highlights(view: View, named: Named) -> tuple[Target, ...]:
    """Return every place in the script where a thing is named, under any of its names."""
    return tuple(_places(view, named, ((view.script, piece, start) for piece, start in view.script.placed())))


def _places(view: View, named: Named, pieces: Iterable[tuple[Script, Piece, int]]) -> Iterator[Target]:
    spellings = {fold(spelling) for spelling in (named.name, *named.aliases)}
    for one in mentions(view, named, spellings, pieces):
        yield Target(one.script.name, one.span, one.mark.is_declared)


def mentions(
    view: View, named: Named, spellings: set[str], pieces: Iterable[tuple[Script, Piece, int]]
) -> Iterator[Spot]:
    """Yield the places in some pieces where a name is spelled so, also in tags that choose a look, and in capitals in descriptions."""
    first_words = {spelling.split()[0] for spelling in spellings if spelling}
    if is_look(named):
        first_words |= {fold(named.name.partition(_SLASH)[2].strip())}
    for script, piece, start in pieces:
        folded = fold(piece.text)
        if not any(word in folded for word in first_words):
            continue
        for mark in view.marks(piece):
            spot = Spot(script, piece, mark, start)
            is_spelled_so = mark.kind == "look" or fold(spot.text) in spellings
            if _NAMED.get(mark.kind) == named.kind and is_spelled_so and named_at(view, spot) is named:
                yield spot


def is_look(named: Named) -> bool:
    """Return whether a name is that of a look, as `NELL / 1987`."""
    return named.base != named.name


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

"""Checks a story while it is being written.

A page of which nothing is to be said stays so until it changes, or what the story declares does. So such pages are left out, and what
is left is checked as if it were all. What only the order of the pages can have wrong is kept from the last time that all was checked,
which is when a heading, an include or a declaration changes.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from msgspec import Struct
from msgspec.structs import replace

from storyc.diagnostics import Diagnostic, Label, codes
from storyc.project import Checked, check_sources
from storyc.semantics import fold
from storyc.syntax import Page
from storyc.text import Span

from .extract import Extract, moved
from .pieces import Piece
from .script import Script, make_script
from .shelf import Excerpts, Shelf, bearing

_ABOUT_THE_ORDER = frozenset((codes.SPREAD_PARITY.number, codes.NOTHING_TO_DRAW.number))


class Look(Struct, frozen=True):
    """What is known of a story as it is now."""

    diagnostics: tuple[Diagnostic, ...]
    """In the order of the files and of the text; places are those of the scripts."""
    scripts: Mapping[str, Script]
    """The files that were read, by name, the main one first."""
    checked: Checked
    """What was checked of it: declarations are all there, pages may be left out."""
    extracts: Mapping[str, Extract]
    """Where what was checked stands in the scripts."""


class _Anchored(Struct, frozen=True):
    """A diagnostic about the order of pages, with its place counted from the heading of a page."""

    said: Diagnostic
    piece: int
    page: int | None
    """Which of the pages in the piece it is about; None if it is about none."""


class Story:
    """One story and what was found out about it so far."""

    def __init__(self, entry: str, shelf: Shelf, values: Mapping[str, str]) -> None:
        self.entry = entry
        self._shelf = shelf
        self._values = values
        self._quiet: set[str] = set()
        """Texts of plain pages of which nothing is to be said."""
        self._bearing: tuple[object, ...] = ()
        self._order: tuple[_Anchored, ...] = ()
        self._names: tuple[str, ...] = ()

    def look(self) -> Look:
        """Return what is to be said about the story now. Raises: FileError if its main script cannot be read."""
        before = {name: script for name in self._names if (script := self._shelf.script(name)) is not None}
        if not before or len(before) < len(self._names) or bearing(before) != self._bearing:
            self._quiet = set()
        texts = {piece.text for script in before.values() for piece in script.pieces}
        self._quiet &= texts
        look = self._look(self._quiet)
        if tuple(look.scripts) != self._names and self._quiet:
            self._quiet = set()
            look = self._look(self._quiet)
        return look

    def _look(self, quiet: AbstractSet[str]) -> Look:
        excerpts = Excerpts(self._shelf, quiet)
        checked = check_sources(self.entry, excerpts, self._values)
        scripts = {name: excerpts.scripts.get(name) or make_script(name, source.text)
                   for name, source in checked.sources.items()}  # fmt: skip
        said = [moved(one, excerpts.extracts) for one in checked.diagnostics]
        if quiet:
            said = [one for one in said if not _is_about_the_order(one, scripts)]
            said += (_released(one, scripts) for one in self._order)
            rank = {name: index for index, name in enumerate(scripts)}
            said.sort(key=lambda one: (rank[one.primary.source], one.primary.span.start))
        else:
            self._order = tuple(_anchored(one, scripts) for one in said if _is_about_the_order(one, scripts))
            self._bearing = bearing(scripts)
            self._names = tuple(scripts)
        if any(one.code is codes.WRONG_ENCODING for one in said) or _leans(scripts.values()):
            self._quiet = set()
        else:
            self._quiet |= set(_quiet_pages(said, excerpts))
        return Look(tuple(said), scripts, checked, excerpts.extracts)


def _leans(scripts: Iterable[Script]) -> bool:
    """Return whether something is said about pages that may not be left out for it."""
    return any(piece.leans for script in scripts for piece in script.pieces)


def _quiet_pages(said: list[Diagnostic], excerpts: Excerpts) -> Iterator[str]:
    """Yield the texts of the plain pages of which nothing was said."""
    loud: dict[str, set[int]] = {name: set() for name in excerpts.scripts}
    unknown: set[str] = set()
    for one in said:
        for label in (one.primary, *one.labels):
            if (script := excerpts.scripts.get(label.source)) is not None:
                loud[label.source].add(script.piece_index(label.span.start))
        if one.code is codes.UNKNOWN_CHARACTER and (script := excerpts.scripts.get(one.primary.source)) is not None:
            # such a name is reported once, wherever else it stands
            unknown.add(fold(script.slice(one.primary.span)))
    for name, extract in excerpts.extracts.items():
        script = excerpts.scripts[name]
        for index in extract.kept:
            piece = script.pieces[index]
            if piece.is_plain and index not in loud[name] and not _has_any(piece.text, unknown):
                yield piece.text


def _has_any(text: str, names: AbstractSet[str]) -> bool:
    if not names:
        return False
    folded = fold(text)
    # a name that is written around a comment cannot be looked for
    return any(name in folded or "/*" in name for name in names)


def _is_about_the_order(said: Diagnostic, scripts: Mapping[str, Script]) -> bool:
    """Return whether something is wrong with the order of the pages."""
    if said.code.number in _ABOUT_THE_ORDER:
        return True
    return said.code is codes.OUT_OF_ORDER and _anchored(said, scripts).page is not None


def _anchored(said: Diagnostic, scripts: Mapping[str, Script]) -> _Anchored:
    script = scripts[said.primary.source]
    at = said.primary.span.start
    index = script.piece_index(at)
    start = script.starts[index]
    for page, span in enumerate(_headings(script.pieces[index])):
        if start + span.start <= at < start + span.end:
            return _Anchored(replace(said, primary=_moved(said.primary, -start - span.start)), index, page)
    return _Anchored(replace(said, primary=_moved(said.primary, -start)), index, None)


def _released(one: _Anchored, scripts: Mapping[str, Script]) -> Diagnostic:
    script = scripts[one.said.primary.source]
    inside = 0 if one.page is None else _headings(script.pieces[one.piece])[one.page].start
    return replace(one.said, primary=_moved(one.said.primary, script.starts[one.piece] + inside))


def _headings(piece: Piece) -> list[Span]:
    return [part.heading.span for part in piece.parts if isinstance(part, Page)]


def _moved(label: Label, by: int) -> Label:
    return Label(label.source, Span(label.span.start + by, label.span.end + by), label.text)

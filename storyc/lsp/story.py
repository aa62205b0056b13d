"""Checks a story while it is being written.

A page of which nothing is to be said stays so until it changes, or what the story declares does. So such pages are left out, and what
is left is checked as if it were all. What only the order of the pages can have wrong is kept from the last time that their headings
changed; then all headings are looked at. All is looked at when a declaration or an include changes.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import chain

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
from .shelf import Excerpts, Shelf

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

    @property
    def entry(self) -> str:
        """Return the name of the main script."""
        return next(iter(self.scripts))


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
        self._declared: tuple[object, ...] = ()
        self._headings: tuple[object, ...] = ()
        self._order: tuple[_Anchored, ...] = ()
        self._names: tuple[str, ...] = ()

    def look(self) -> Look:
        """Return what is to be said about the story now. Raises: FileError if its main script cannot be read."""
        before = {name: script for name in self._names if (script := self._shelf.script(name)) is not None}
        if (
            not before
            or len(before) < len(self._names)
            or _declared(before) != self._declared
            or _leans(before.values())
        ):
            self._quiet = set()
        else:
            self._quiet.intersection_update(chain.from_iterable(script.texts for script in before.values()))
        look = self._look(has_headings=_headings(before) != self._headings)
        if self._quiet and tuple(look.scripts) != self._names:
            # a file came that was not there
            self._quiet = set()
            look = self._look()
        self._learn(look)
        return look

    def _look(self, *, has_headings: bool = False) -> Look:
        """Return what is said about what is not quiet; of the order of pages, what is said now or was said last."""
        excerpts = Excerpts(self._shelf, self._quiet, has_headings=has_headings)
        checked = check_sources(self.entry, excerpts, self._values)
        extracts = excerpts.extracts
        scripts = {
            name: excerpts.scripts.get(name) or make_script(name, source.text)
            for name, source in checked.sources.items()
        }
        said = [moved(one, extracts) for one in checked.diagnostics]
        if self._quiet and has_headings:
            said = [one for one in said if _is_about_the_order(one, scripts) or not _is_bare(one, scripts, extracts)]
        elif self._quiet:
            said = [one for one in said if not _is_about_the_order(one, scripts)]
            said += (_released(one, scripts) for one in self._order)
            rank = {name: index for index, name in enumerate(scripts)}
            said.sort(key=lambda one: (rank[one.primary.source], one.primary.span.start))
        return Look(tuple(said), scripts, checked, extracts)

    def _learn(self, look: Look) -> None:
        """Remember what need not be looked at again."""
        self._order = tuple(
            _anchored(one, look.scripts) for one in look.diagnostics if _is_about_the_order(one, look.scripts)
        )
        self._declared, self._headings = _declared(look.scripts), _headings(look.scripts)
        self._names = tuple(look.scripts)
        # of a file that is no text, nothing else was said
        if not any(one.code is codes.WRONG_ENCODING for one in look.diagnostics):
            self._quiet |= set(_quiet_pages(look))


def _leans(scripts: Iterable[Script]) -> bool:
    """Return whether something is said about pages that may not be left out for it."""
    return any(script.leans for script in scripts)


def _quiet_pages(look: Look) -> Iterator[str]:
    """Yield the texts of the plain pages that were looked at and of which nothing was said."""
    loud: dict[str, set[int]] = {name: set() for name in look.scripts}
    unknown: set[str] = set()
    for one in look.diagnostics:
        for label in (one.primary, *one.labels):
            loud[label.source].add(look.scripts[label.source].piece_index(label.span.start))
        if one.code is codes.UNKNOWN_CHARACTER:
            # such a name is reported once, wherever else it stands
            unknown.add(fold(look.scripts[one.primary.source].slice(one.primary.span)))
    for name, extract in look.extracts.items():
        for index in extract.kept:
            piece = look.scripts[name].pieces[index]
            is_seen = piece.is_plain and index not in extract.bare
            if is_seen and index not in loud[name] and not _has_any(piece.text, unknown):
                yield piece.text


def _has_any(text: str, names: AbstractSet[str]) -> bool:
    if not names:
        return False
    folded = fold(text)
    # a name that is written around a comment cannot be looked for
    return any(name in folded or "/*" in name for name in names)


def _declared(scripts: Mapping[str, Script]) -> tuple[object, ...]:
    return tuple((name, script.declares) for name, script in scripts.items())


def _headings(scripts: Mapping[str, Script]) -> tuple[object, ...]:
    return tuple(script.headings for script in scripts.values())


def _is_bare(said: Diagnostic, scripts: Mapping[str, Script], extracts: Mapping[str, Extract]) -> bool:
    """Return whether something is said of a page of which only the heading was looked at."""
    name = said.primary.source
    return name in extracts and scripts[name].piece_index(said.primary.span.start) in extracts[name].bare


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
    for page, span in enumerate(_heading_spans(script.pieces[index])):
        if start + span.start <= at < start + span.end:
            return _Anchored(replace(said, primary=_moved(said.primary, -start - span.start)), index, page)
    return _Anchored(replace(said, primary=_moved(said.primary, -start)), index, None)


def _released(one: _Anchored, scripts: Mapping[str, Script]) -> Diagnostic:
    script = scripts[one.said.primary.source]
    inside = 0 if one.page is None else _heading_spans(script.pieces[one.piece])[one.page].start
    return replace(one.said, primary=_moved(one.said.primary, script.starts[one.piece] + inside))


def _heading_spans(piece: Piece) -> list[Span]:
    return [part.heading.span for part in piece.parts if isinstance(part, Page)]


def _moved(label: Label, by: int) -> Label:
    return Label(label.source, Span(label.span.start + by, label.span.end + by), label.text)

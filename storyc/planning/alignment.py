"""How a unit that nobody bought as it is now can be had for the least.

Its panels are matched with those of earlier purchases by what they show. Pictures that exist are used again; a panel that takes the place of
another in a comic is redrawn there; pages that follow a comic's last one continue it; what is left is bought as parts of pages. Only if
all that costs as much as the whole is the whole bought again.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from storyc.lowering import Unit
from storyc.storyboard import PanelKey

from .holdings import Comic, Holdings, Past
from .sequences import common, gaps
from .states import Failed, UnitState


class Aligned(Struct, frozen=True):
    """How one unit is had."""

    buy: tuple[Unit, ...]
    """What is to be bought for it: the unit itself, or less."""
    used: tuple[str, ...] = ()
    """Earlier purchases that hold pictures of it."""
    awaited: tuple[str, ...] = ()
    """Those among them that are not home, or not certain to have been made."""
    base: Comic | None = None
    """What was bought earlier and is most like it; None if nothing is."""


class Aligner:
    """Aligns units one after the other; what one of them buys, the next need not."""

    def __init__(self, past: Past, states: Mapping[str, UnitState], have: AbstractSet[str]) -> None:
        self._past = past
        self._states = states
        self._depictions = past.depictions()
        self._holdings = Holdings(states, self._depictions, have)
        self._wanted: set[str] = set()
        """Contents that the whole storyboard asks for."""
        self._ordered: set[str] = set()
        """Contents that this plan buys."""

    def expect(self, unit: Unit) -> None:
        """Take notice of a unit that is wanted. Raises: ConfigError if the project's template fails."""
        known = self._depictions.get(unit.key)
        if known is not None:
            self._wanted.update(one.content for one in known.shown)
        else:
            self._wanted.update(self._past.pieces.content(key) for key in unit.panels)

    def align(self, unit: Unit) -> Aligned:
        """Return how a unit is had that is not on record, after all that is wanted was expected. Raises: ConfigError as above."""
        if not unit.panels:
            return Aligned((unit,))
        contents = [self._past.pieces.content(key) for key in unit.panels]
        missing = [
            index
            for index, (key, content) in enumerate(zip(unit.panels, contents, strict=True))
            if key not in self._past.pinned and not self._is_held(content)
        ]
        used, awaited = self._sources(contents)
        base = self._base(unit, contents)
        if not missing:
            return Aligned((), used, awaited, base)
        parts = self._parts(unit, contents, missing, base) if len(missing) < len(contents) else [unit]
        if sum(part.price_credits for part in parts) >= unit.price_credits:
            self._ordered.update(contents)
            return Aligned((unit,), base=base)
        self._ordered.update(contents[index] for index in missing)
        return Aligned(tuple(parts), used, awaited, base)

    def _is_held(self, content: str) -> bool:
        holdings = self._holdings
        return (
            content in holdings.home
            or content in holdings.coming
            or content in holdings.doubtful
            or content in self._ordered
        )

    def _sources(self, contents: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the purchases that hold some contents, and those among them that are not home."""
        holdings = self._holdings
        used: dict[str, None] = {}
        awaited: dict[str, None] = {}
        for content in contents:
            if (held := holdings.home.get(content)) is not None:
                used[held.key] = None
            elif (key := holdings.coming.get(content) or holdings.doubtful.get(content)) is not None:
                used[key] = awaited[key] = None
        return tuple(used), tuple(awaited)

    def _base(self, unit: Unit, contents: Sequence[str]) -> Comic | None:
        """Return the comic that has places for most of some contents; None if none has any."""
        votes = Counter(
            generation_id for content in contents for generation_id in self._holdings.drawn_in.get(content, ())
        )
        terms = self._past.pieces.terms(unit) if votes else ""
        comics = [comic for one in votes if (comic := self._holdings.comics[one]).terms == terms]
        return min(comics, key=lambda comic: (-votes[comic.generation_id], comic.key), default=None)

    def _parts(self, unit: Unit, contents: Sequence[str], missing: Sequence[int], base: Comic | None) -> list[Unit]:
        """Return the cheapest units that bring what is missing."""
        rest = list(missing)
        changes: list[Unit] = []
        if base is not None and self._past.can_change and base.generation_id not in self._holdings.gone:
            redrawn = self._redraws(unit, contents, rest, base)
            rest = [index for index in rest if index not in redrawn]
            appended = self._appended(unit, rest, base)
            changes = [*redrawn.values(), *appended]
            bought = {key for more in appended for key in more.panels}
            rest = [index for index in rest if unit.panels[index] not in bought]
        pages: defaultdict[int, list[PanelKey]] = defaultdict(list)
        for index in rest:
            pages[unit.panels[index].page].append(unit.panels[index])
        return [*changes, *(self._past.pieces.part(panels) for panels in pages.values())]

    def _redraws(self, unit: Unit, contents: Sequence[str], missing: Sequence[int], base: Comic) -> dict[int, Unit]:
        """Return how missing panels are drawn in the places of those that they replace."""
        before = [place.content for place in base.places]
        lacking = set(missing)
        found: dict[int, Unit] = {}
        for new, old in gaps(common(contents, before), len(contents), len(before)):
            gone = (place for place in base.places[old.start : old.stop] if place.content not in self._wanted)
            for index, place in zip((index for index in new if index in lacking), gone, strict=False):
                redraw = self._past.pieces.redraw(unit.panels[index], base.generation_id, place.page, place.panel)
                if not _was_refused(self._states.get(redraw.key)):
                    found[index] = redraw
        return found

    def _appended(self, unit: Unit, missing: Sequence[int], base: Comic) -> list[Unit]:
        """Return how whole pages that follow everything known are had by continuing the comic."""
        lacking = set(missing)
        pages = {key.page for index, key in enumerate(unit.panels) if index not in lacking}
        last_known = max((unit.pages.index(page) for page in pages), default=len(unit.pages) - 1)
        new = unit.pages[last_known + 1 :]
        if not new or not all(index in lacking for index, key in enumerate(unit.panels) if key.page in new):
            return []
        more = self._past.pieces.more(new, base.generation_id)
        return [] if _was_refused(self._states.get(more.key)) else [more]


def _was_refused(state: UnitState | None) -> bool:
    """Return whether the service refused a change without doing anything: it may know nothing of the generation any more."""
    return isinstance(state, Failed) and not state.generation_id

"""What the links of a clip mean to a reader: which panel it begins or ends with, and which files it looks at."""

from collections.abc import Callable, Mapping
from functools import cached_property
from posixpath import basename
from re import Match
from re import compile as regex
from typing import Final

from msgspec.structs import replace

from storyc.lowering import Depiction, Unit
from storyc.storyboard import PanelKey
from storyc.wire import ArtLink, read_placeholder

from .changing import Change
from .naming import name_panel
from .places import panel_key
from .plan import Keep, Plan
from .sayings import FRAMES

_UPLOAD: Final = regex(r"upload:sha256:([0-9a-f]{64})")
_LETTERS: Final = 8
"""Of a digest, to tell files apart whose names nobody remembers."""
_ENDS: Final = tuple(FRAMES.values())


class Filming:
    """Puts names of panels and files in the place of links; what the record shows is read only if a clip changed."""

    def __init__(self, plan: Plan, depictions: Callable[[], Mapping[str, Depiction]]) -> None:
        self._plan = plan
        self._depictions = depictions

    def retold(self, unit: Unit, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """Return what is different about a clip as a reader knows it."""
        return tuple(
            self._frame(unit.frames[_ENDS.index(change.field)], change)
            if change.field in _ENDS
            else replace(change, old=_named(unit, change.old), new=_named(unit, change.new))
            for change in changes
        )

    def _frame(self, panel: PanelKey | None, change: Change) -> Change:
        new = "" if panel is None else name_panel(panel, self._spreads)
        old = ""
        if change.old:
            link = read_placeholder(change.old)
            before = self._shown.get(link.content) if isinstance(link, ArtLink) else None
            # a picture that no panel shows any more was this panel's before
            old = (new or "a picture of before") if before is None else name_panel(before, self._spreads)
        return Change(change.field, old, new, panel)

    @cached_property
    def _spreads(self) -> frozenset[int]:
        return frozenset().union(*(step.unit.spreads for step in (*self._plan.steps, *self._plan.left_out)))

    @cached_property
    def _shown(self) -> Mapping[str, PanelKey]:
        """Which panel shows what is at home, as far as whole requests tell."""
        depictions = self._depictions()
        kept = [step.unit for step in self._plan.steps if isinstance(step, Keep) and step.unit.key in depictions]
        return {
            shown.content: panel
            for unit in reversed(kept)
            for shown in depictions[unit.key].shown
            if (panel := panel_key(unit, shown.page, shown.panel)) is not None
        }


def _named(unit: Unit, text: str) -> str:
    """Return a text with names of files in the place of their digests."""
    paths = {upload.sha256: basename(upload.path) for upload in unit.uploads}

    def name(found: Match[str]) -> str:
        return paths.get(found[1]) or f"a file ({found[1][:_LETTERS]})"

    return _UPLOAD.sub(name, text)

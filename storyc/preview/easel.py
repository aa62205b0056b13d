"""Sketches of the panels that have no art, made while the script is written: the newest edit first, nothing that is overtaken."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from storyc.pipeline import open_sketchbook
from storyc.planning import Art
from storyc.storyboard import PanelKey

from .seeing import Seen

if TYPE_CHECKING:
    from storyc.sim import Sitting


class Easel:
    """Knows what there is to draw, and draws it one by one. One thread may draw while another looks."""

    def __init__(self, root: Path, *, is_used: bool = True) -> None:
        """With `is_used` false nothing is ever drawn."""
        self._book = open_sketchbook(root)
        self._is_used = is_used
        self._waiting: dict[str, Sitting] = {}
        """By what they show; the first is drawn next."""
        self.read_bytes = self._book.read_bytes

    @property
    def has_work(self) -> bool:
        """Whether something waits to be drawn."""
        return bool(self._waiting)

    def look_at(self, seen: Seen) -> Mapping[PanelKey, Art]:
        """Return the sketches of panels without art, and put those that are missing on the list: what is new before the rest."""
        if not self._is_used or seen.home is None:
            return {}
        found = self._book.look_up(seen.home.units, seen.home.without_art)
        missing = {sitting.name: sitting for sitting in found.missing.values()}
        before = dict(self._waiting)  # what is drawn meanwhile is taken from the list
        new = {name: sitting for name, sitting in missing.items() if name not in before}
        self._waiting = new | {name: sitting for name, sitting in before.items() if name in missing}
        return found.drawn

    def draw_next(self) -> None:
        """Draw the first on the list, if there is one."""
        sitting = next(iter(self._waiting.values()), None)
        if sitting is not None:
            self._book.draw(sitting)
            self._waiting.pop(sitting.name, None)

    def tidy(self) -> None:
        """Take away what earlier scripts left behind."""
        self._book.tidy()

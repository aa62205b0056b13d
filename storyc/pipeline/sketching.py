"""Sketches of single panels, for somebody who looks at a script while it is written.

They are drawn by the artist of `draft` builds, and are the same pictures, but nothing is on record about them: each lies under the name of
what it shows. So they cost no bookkeeping, and a panel that has been sketched once is known again wherever it goes.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec import Struct

from storyc import __version__
from storyc.disk import write_atomically
from storyc.errors import FileError
from storyc.ledger import Memory
from storyc.lowering import Unit
from storyc.planning import Art
from storyc.sim import Sitting, sit_for
from storyc.storyboard import PanelKey
from storyc.wire import CreateComic

SKETCHES: Final = "sketches"
_MEDIA_TYPE: Final = "image/webp"


class Sketches(Struct, frozen=True):
    """What there is of some panels, and what is to be drawn; both in reading order."""

    drawn: dict[PanelKey, Art]
    missing: dict[PanelKey, Sitting]


class Sketchbook:
    """A project's folder of sketches. What cannot be written there is remembered for as long as this lives."""

    def __init__(self, root: Path) -> None:
        self._shelf = Memory(root).folder / SKETCHES
        # another version may draw differently
        self._folder = self._shelf / __version__
        self._art: dict[str, Art] = {}
        """By what it shows."""
        self._kept: dict[str, Path | bytes] = {}
        """By SHA-256."""
        self._sittings: dict[str, Sequence[Sitting]] = {}
        """Of each unit that was asked for last, by its key."""

    def look_up(self, units: Sequence[Unit], wanted: AbstractSet[PanelKey]) -> Sketches:
        """Return the sketches of the wanted panels, as far as they are drawn."""
        asked = [unit for unit in units if not wanted.isdisjoint(unit.panels)]
        self._sittings = {unit.key: self._sittings.get(unit.key) or _sittings(unit) for unit in asked}
        found = Sketches({}, {})
        for unit in asked:
            for key, sitting in zip(unit.panels, self._sittings[unit.key], strict=True):
                if key not in wanted:
                    continue
                art = self._art.get(sitting.name) or self._find(sitting)
                if art is None:
                    found.missing[key] = sitting
                else:
                    found.drawn[key] = art
        return found

    def draw(self, sitting: Sitting) -> None:
        """Draw a panel, about a tenth of a second's work, and keep the sketch."""
        content = sitting.draw()
        try:
            write_atomically(self._path(sitting), content, is_durable=False)
        except FileError:
            # that nothing can be written here is no reason not to show what was drawn
            self._keep(sitting, content, content)
        else:
            self._keep(sitting, content, self._path(sitting))

    def read_bytes(self, digest: str) -> bytes | None:
        """Return a sketch by its SHA-256; None if there is none, or it is no longer what it was."""
        kept = self._kept.get(digest)
        if not isinstance(kept, Path):
            return kept
        try:
            content = kept.read_bytes()
        except OSError:
            return None
        return content if sha256(content).hexdigest() == digest else None

    def tidy(self) -> None:
        """Take away all sketches but those that were asked for last."""
        wanted = {self._path(sitting) for sittings in self._sittings.values() for sitting in sittings}
        for path in self._shelf.glob("*/*.webp"):
            if path not in wanted:
                # what cannot be taken away does no harm
                with suppress(OSError):
                    path.unlink()

    def _find(self, sitting: Sitting) -> Art | None:
        path = self._path(sitting)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        # a power loss may have left nothing of it but its name
        return self._keep(sitting, content, path) if content else None

    def _keep(self, sitting: Sitting, content: bytes, where: Path | bytes) -> Art:
        digest = sha256(content).hexdigest()
        art = Art(digest, digest, sitting.width_px, sitting.height_px, _MEDIA_TYPE)
        self._kept[digest] = where
        self._art[sitting.name] = art
        return art

    def _path(self, sitting: Sitting) -> Path:
        return self._folder / f"{sitting.name}.webp"


def _sittings(unit: Unit) -> Sequence[Sitting]:
    order = unit.request
    assert isinstance(order, CreateComic)
    on_each_page = len(unit.panels) // len(unit.pages)
    return [sit_for(order, *divmod(number, on_each_page)) for number in range(len(unit.panels))]

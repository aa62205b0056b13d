"""The pictures that are shown: those that are at home, and for a panel without one the picture that it had before."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from storyc.planning import Art
from storyc.storyboard import Origin, Panel, PanelKey, Storyboard


class Pictures(Struct, frozen=True):
    """What is shown of a storyboard."""

    panels: Mapping[PanelKey, Art]
    old: frozenset[PanelKey]
    """Panels that are shown by a picture of something earlier."""


class Album:
    """Remembers what was shown, by what it showed and by where it stood."""

    def __init__(self) -> None:
        self._by_content: dict[Panel, Art] = {}
        self._by_place: dict[PanelKey, Art] = {}

    def choose(self, board: Storyboard, home: Mapping[PanelKey, Art], replaced: Mapping[PanelKey, Art]) -> Pictures:
        """Return the pictures of a storyboard: of `home`, of before, or those that are to be replaced."""
        panels: dict[PanelKey, Art] = {}
        old: set[PanelKey] = set()
        for key, panel in _panels(board):
            content = replace(panel, ordinal=0, label="", origin=Origin())
            art = home.get(key)
            if art is not None:
                self._by_content[content] = art
            else:
                art = self._by_content.get(content) or replaced.get(key) or self._by_place.get(key)
                if art is None:
                    continue
                old.add(key)
            panels[key] = art
        self._by_place = panels
        return Pictures(panels, frozenset(old))


def _panels(board: Storyboard) -> Iterator[tuple[PanelKey, Panel]]:
    for page in board.pages:
        for panel in page.panels:
            yield PanelKey(page.ordinal, panel.ordinal), panel

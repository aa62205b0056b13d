"""Where a unit's art belongs: from page and panel in a generation, both from 0, to the storyboard."""

from storyc.lowering import Unit
from storyc.storyboard import PanelKey
from storyc.wire import panel_count


def panel_key(unit: Unit, page: int, panel: int) -> PanelKey | None:
    """Return which panel of the storyboard a unit's art shows; None for a clip and for art that nobody asked for.

    A story that is in its brief has no panels of its own: its art is counted as it comes.
    """
    if unit.clip is not None:
        return None
    if not unit.pages:
        return PanelKey(page + 1, panel + 1)
    on_each_page = len(unit.panels) // len(unit.pages)
    if page >= len(unit.pages) or panel >= on_each_page:
        return None
    return unit.panels[page * on_each_page + panel]


def asset_count(unit: Unit) -> int:
    """Return how many pictures or films a unit brings when nothing goes wrong."""
    if unit.clip is not None:
        return 1
    return len(unit.panels) or panel_count(unit.request)

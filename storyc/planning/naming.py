"""What a request draws, in words."""

from collections.abc import Set as AbstractSet

from storyc.lowering import Unit
from storyc.storyboard import PanelKey


def name_of(unit: Unit, *, is_part: bool = False) -> str:
    """Return what a request draws, in a few words; one that is a part of another may leave panels of its pages out."""
    if unit.clip is not None:
        return f"clip {unit.clip}" if unit.clip else "a clip of before"
    if not unit.pages:
        return "the brief" if unit.origins else "panels of before"
    if len(unit.pages) > 1:
        return f"pages {unit.pages[0]} to {unit.pages[-1] + (unit.pages[-1] in unit.spreads)}"
    page = name_page(unit.pages[0], unit.spreads)
    numbers = [str(key.panel) for key in unit.panels]
    if unit.operation == "continue" or (len(numbers) > 1 and not is_part):
        return page
    return f"{page}, panel{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}"


def name_panel(key: PanelKey, spreads: AbstractSet[int]) -> str:
    """Return where a panel is: `page 1, panel 3`."""
    return f"{name_page(key.page, spreads)}, panel {key.panel}"


def name_page(ordinal: int, spreads: AbstractSet[int]) -> str:
    """Return `page 3`, or `pages 4-5` for a spread."""
    return f"pages {ordinal}-{ordinal + 1}" if ordinal in spreads else f"page {ordinal}"

"""A story that was bought as it is, and what a plan makes of it after an edit. Nothing is sent: a purchase is put on record as it would be."""

from hashlib import sha256

from msgspec import Struct

from storyc.lowering import Depiction, Lowered, Unit, local_files, lower, units
from storyc.planning import (
    Collect,
    Create,
    Doubt,
    Downloaded,
    Past,
    Plan,
    Reuse,
    StoredAsset,
    UnitState,
    asset_count,
    find_pictures,
    make_plan,
)
from storyc.project import check_sources
from storyc.storyboard import Layout, PanelKey
from storyc.text import MemoryFiles
from storyc.wire import NEWEST, ContinueWrite, RegeneratePanel, fill_placeholders, placeholders


def compiled(script: str, layout: Layout | None = None, **files: bytes) -> Lowered:
    """Return the units of a script."""
    sources = MemoryFiles(
        {"main.story": script.encode(), **{name.replace("_", "."): text for name, text in files.items()}}
    )
    checked = check_sources("main.story", sources, {})
    assert checked.program is not None, checked.diagnostics
    board = lower(checked.program)
    return units(board, NEWEST, {path: sources.sha256(path) for path in local_files(board)}, layout=layout)


class Shelf(Struct):
    """What was bought so far."""

    states: dict[str, UnitState]
    depictions: dict[str, Depiction]
    spent_credits: int = 0

    def past(self, wanted: Lowered, *, can_change: bool = True) -> Past:
        return Past(lambda: self.depictions, wanted.pieces, self._recover, can_change)

    def plan(self, wanted: Lowered, *, can_change: bool = True) -> Plan:
        return make_plan(wanted.units, self.states, self.have, past=self.past(wanted, can_change=can_change))

    @property
    def have(self) -> frozenset[str]:
        """What is in the store: everything."""
        return frozenset(
            asset.sha256 for state in self.states.values() if isinstance(state, Downloaded) for asset in state.assets
        )

    def buy(self, wanted: Lowered) -> list[str]:
        """Carry a plan out and return what was paid for, as it would be told to somebody."""
        steps = [step for step in self.plan(wanted).steps if isinstance(step, Create)]
        for step in steps:
            self.put(step.unit, wanted.pieces.depict(step.unit))
            self.spent_credits += step.price_credits
        return [told(step) for step in steps]

    def put(self, unit: Unit, depiction: Depiction) -> None:
        assert unit.key not in self.states, "paid for twice"
        fill_placeholders(unit.request, dict.fromkeys(placeholders(unit.request), "https://example.com/x.webp"))
        places = [(shown.page, shown.panel) for shown in depiction.shown] or [(0, 0)]
        assert len(places) == asset_count(unit) or unit.clip is not None
        first_page = self._pages(unit.changes) if isinstance(unit.request, ContinueWrite) else 0
        assets = tuple(
            StoredAsset(page, panel, "", picture(unit.key, page, panel), 768, 1024, "image/webp")
            for page, panel in places
        )
        generation_id = unit.changes or f"g-{unit.key[:8]}"
        self.states[unit.key] = Downloaded(generation_id, unit.price_credits, assets, first_page)
        self.depictions[unit.key] = depiction

    def pictures(self, wanted: Lowered) -> dict[PanelKey, str]:
        """Return which picture every panel shows."""
        found = find_pictures(wanted.units, self.states, self.have, self.past(wanted))
        return {panel: one.asset.sha256 for panel, one in found.items()}

    def _pages(self, generation_id: str) -> int:
        """Return how many pages a generation has by now."""
        return sum(
            len({shown.page for shown in self.depictions[key].shown})
            for key, state in self.states.items()
            if isinstance(state, Downloaded)
            and state.generation_id == generation_id
            and self.depictions[key].operation in {"create", "continue"}
        )

    def _recover(self, _key: str) -> Unit | None:
        return None


def picture(key: str, page: int, panel: int) -> str:
    """Return the digest of a picture that nobody ever drew."""
    return sha256(f"{key}:{page}:{panel}".encode()).hexdigest()


def told(step: Create) -> str:
    """Return a purchase in a few words: what, and which panels of the story it draws."""
    unit = step.unit
    if unit.clip is not None:
        return f"film clip {unit.clip}"
    where = f"page {unit.pages[0]}" if len(unit.pages) == 1 else f"pages {unit.pages[0]}-{unit.pages[-1]}"
    panels = ", ".join(str(key.panel) for key in unit.panels)
    match unit.request:
        case RegeneratePanel():
            return f"redraw {where} panel {panels}"
        case ContinueWrite():
            return f"continue with {where}"
        case _:
            return f"draw {where}" if step.whole is None else f"draw {where} panel {panels} alone"


def kinds(plan: Plan) -> set[type]:
    """Return what kinds of steps a plan has."""
    return {type(step) for step in plan.steps}


__all__ = ["Collect", "Doubt", "Reuse", "Shelf", "compiled", "kinds", "told"]

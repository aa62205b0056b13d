"""The pictures that would make room for others."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from storyc.lowering import Depiction
from storyc.storyboard import PanelKey
from storyc.wire import RegeneratePanel

from .plan import Plan
from .states import Downloaded, StoredAsset, UnitState

Slot = tuple[str, int, int]
"""A generation, a page of it and a panel on that page, both from 0."""


def find_replaced(
    plan: Plan, states: Mapping[str, UnitState], depictions: Mapping[str, Depiction], have: AbstractSet[str]
) -> dict[PanelKey, StoredAsset]:
    """Return, of panels that would be drawn again, the picture that another would be put in the place of."""
    redrawn = [step.unit for step in plan.purchases if isinstance(step.unit.request, RegeneratePanel)]
    pictures = dict(_pictures(states, depictions, have)) if redrawn else {}
    found: dict[PanelKey, StoredAsset] = {}
    for unit in redrawn:
        request = unit.request
        assert isinstance(request, RegeneratePanel)
        asset = pictures.get((unit.changes, request.page, request.panel))
        if asset is not None:
            found.update((key, asset) for key in unit.panels)
    return found


def _pictures(
    states: Mapping[str, UnitState], depictions: Mapping[str, Depiction], have: AbstractSet[str]
) -> Iterator[tuple[Slot, StoredAsset]]:
    """Yield the pictures that are here by where they stand in a comic, those that were drawn again behind those that they replaced."""
    again: list[tuple[Slot, StoredAsset]] = []
    for key, state in states.items():
        if not isinstance(state, Downloaded):
            continue
        at = depictions[key].at if key in depictions else None
        for asset in state.assets:
            if asset.sha256 not in have:
                continue
            if at is not None:
                again.append(((state.generation_id, *at), asset))
            else:
                yield (state.generation_id, state.first_page + asset.page, asset.panel), asset
    yield from again

"""From what is on record to what a storyboard shows."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from storyc.lowering import Unit
from storyc.planning import Art, Downloaded, Past, Results, StoredAsset, UnitState, find_pictures, spent_credits
from storyc.storyboard import PanelKey

from .outputs import clip_path, panel_path

_NO_PINS: Final[Mapping[PanelKey, StoredAsset]] = {}


def make_results(
    units: Sequence[Unit],
    record: Mapping[str, UnitState],
    have: AbstractSet[str],
    past: Past | None,
    pinned: Mapping[PanelKey, StoredAsset] = _NO_PINS,
) -> Results:
    """Return the art of every panel and clip that is at home, with the paths that it is written to.

    `have` are the SHA-256 of the art in the store; without a `past` the art is sketches. What is `pinned` is shown instead of a
    panel's own.
    """
    pictures = find_pictures(units, record, have, past)
    chosen = {panel: found.asset for panel, found in pictures.items()} | dict(pinned)
    panels = {panel: _art(asset, panel_path(panel, asset.media_type)) for panel, asset in chosen.items()}
    clips: dict[int, Art] = {}
    for unit in units:
        state = record.get(unit.key)
        if unit.clip is not None and isinstance(state, Downloaded):
            clips[unit.clip] = _art(state.assets[0], clip_path(unit.clip, state.assets[0].media_type))
    keys = {unit.key for unit in units} | {found.key for found in pictures.values()}
    return Results(panels, clips, past is None, 0 if past is None else spent_credits(keys, record))


def _art(asset: StoredAsset, path: str) -> Art:
    return Art(asset.sha256, path, asset.width_px, asset.height_px, asset.media_type)
